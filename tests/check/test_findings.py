"""Each finding: a decision that shows it, and the same decision, mended, that does not."""

from __future__ import annotations

import pytest

from extract.lexicons.load import table
from extract.pipeline import extract, process
from extract.read.source import Repair, SourceDocument, SourceLine, Word

DECISION = """\
ỦY BAN NHÂN DÂN
TỈNH BẮC KẠN
Số: 12/KH-UBND
Bắc Kạn, ngày 05 tháng 02 năm 2024

KẾ HOẠCH
Trồng cây giai đoạn 2024 - 2026

I. MỤC TIÊU
- Trồng mới 3.000 cây xanh đến năm 2026.

II. NHIỆM VỤ
1. Công tác chuẩn bị
- Sở Tài chính bố trí kinh phí trước ngày 30/6/2025.

2. Trồng cây
- Sở Xây dựng chủ trì, phối hợp với Tỉnh đoàn tổ chức trồng cây.

3. Chăm sóc cây
- Hội Nông dân tỉnh vận động hội viên chăm sóc cây.

III. TỔ CHỨC THỰC HIỆN
- Sở Nông nghiệp và Môi trường theo dõi, báo cáo kết quả.
"""

TASKS = """
| Nhiệm vụ | Cơ quan chủ trì | Thời gian |
|---|---|---|
| Rà soát quỹ đất trồng cây | Sở Xây dựng | 2025 |
| Mua cây giống | Sở Tài chính | 2025 |
"""


def codes(text: str) -> list[str]:
    return [finding.code for finding in extract(text, tagger=False).findings]


def test_a_decision_in_order_has_none() -> None:
    assert codes(DECISION) == []


SHOWN = [
    # code, words of the decision, what stands there instead
    ("missing_number", "Số: 12/KH-UBND\n", "Số:     /KH-UBND\n"),
    ("missing_date", "Bắc Kạn, ngày 05 tháng 02 năm 2024\n", ""),
    ("deadline_outside_period", "30/6/2025", "30/6/2023"),  # before it
    ("deadline_outside_period", "30/6/2025", "30/6/2027"),  # after it
    ("target_without_year", " đến năm 2026.", "."),
    ("task_without_lead", "- Sở Tài chính bố trí", "- Bố trí"),
    ("numbering_skips", "III. TỔ CHỨC", "IV. TỔ CHỨC"),
    ("numbering_skips", "3. Chăm sóc", "4. Chăm sóc"),
    ("numbering_repeats", "III. TỔ CHỨC", "II. TỔ CHỨC"),
    ("numbering_repeats", "3. Chăm sóc", "2. Chăm sóc"),
    ("heading_repaired", "I. MỤC TIÊU", "I. CHI TIÊU"),  # "chỉ tiêu" without its mark
]


@pytest.mark.parametrize(("code", "words", "instead"), SHOWN)
def test_what_is_odd_is_found(code: str, words: str, instead: str) -> None:
    assert DECISION.count(words) == 1
    assert codes(DECISION.replace(words, instead)) == [code]


NOT_SHOWN = [
    # words of the decision, what stands there instead, why it is in order
    ("30/6/2025", "31/12/2026", "the period's last day"),
    ("30/6/2025", "01/01/2024", "its first"),
    ("trước ngày 30/6/2025", "hằng năm", "a recurrence has no date"),
    ("giai đoạn 2024 - 2026", "trên địa bàn tỉnh", "no period, nothing outside it"),
    ("2. Trồng cây\n- Sở Xây dựng chủ", "2. Sở Xây dựng chủ", "item 2 stands there, no heading"),
    ("III. TỔ CHỨC", "B. TỔ CHỨC", "another style of number"),
]


@pytest.mark.parametrize(("words", "instead", "why"), NOT_SHOWN)
def test_what_is_in_order_is_passed_over(words: str, instead: str, why: str) -> None:
    assert DECISION.count(words) == 1
    assert codes(DECISION.replace(words, instead)) == [], why


def test_letters_may_leave_out_their_own_d() -> None:
    letters = "".join(
        f"{letter}) Xã {name}\n- Ủy ban nhân dân xã {name} rà soát quỹ đất.\n\n"
        for letter, name in zip(
            "abcde", ["An Bình", "An Hòa", "An Phú", "An Tây", "An Lạc"], strict=True
        )
    )
    text = DECISION.replace("- Hội Nông dân tỉnh vận động hội viên chăm sóc cây.\n\n", letters)
    assert "numbering_skips" not in codes(text)
    assert "numbering_skips" in codes(text.replace("d) Xã", "k) Xã"))


def test_a_list_that_starts_again_is_a_new_one() -> None:
    again = (
        "III. TỔ CHỨC THỰC HIỆN\n1. Sở Tài chính\n- Bố trí kinh phí.\n2. Sở Xây dựng\n- Theo dõi.\n"
    )
    text = DECISION.split("III. ")[0] + again
    assert codes(text) == []


def test_a_table_whose_columns_mean_nothing_known() -> None:
    text = f"{DECISION.split('III. ')[0]}\n{TASKS}"
    assert codes(text) == []
    odd = text.replace("Nhiệm vụ | Cơ quan chủ trì | Thời gian", "Cột một | Cột hai | Cột ba")
    (finding,) = extract(odd, tagger=False).findings
    assert finding.code == "table_not_understood"
    assert "“Cột một | Cột hai | Cột ba”" in finding.message
    assert finding.span is not None
    assert odd[finding.span.start :].startswith("Cột một")
    assert odd[: finding.span.end].endswith("2025")


def test_a_table_of_signatures_is_no_table_of_the_plan() -> None:
    foot = "\n| Nơi nhận:<br>- Như Điều 3; | TM. ỦY BAN NHÂN DÂN |\n|---|---|\n| | CHỦ TỊCH |\n"
    assert "table_not_understood" not in codes(DECISION + foot)


def test_nothing_read_is_said() -> None:
    text = DECISION.split("I. MỤC TIÊU")[0] + "Điều 1. Ban hành Kế hoạch trồng cây.\n"
    assert "no_records" in codes(text)


def test_recognised_text_and_unsure_words_are_said() -> None:
    """As OCR gives it: a line with a confidence for each word, and what was repaired."""
    lines, place = [], 0
    for text in DECISION.splitlines():
        sure = 0.31 if "Trồng mới" in text else 0.93
        words = tuple(Word(9.0 * i, 9.0 * i + 8, sure) for i in range(len(text.split())))
        lines.append(SourceLine(place, place + len(text), 1, (0, 0, 500, 9), words=words))
        place += len(text) + 1
    at = DECISION.index("kinh phí")
    source = SourceDocument(
        path="scan.pdf",
        media_type="application/pdf",
        sha256="0" * 64,
        size=1,
        encoding=None,
        raw=DECISION,
        lines=tuple(lines),
        pages=1,
        ocr=True,
        repairs=(Repair(at, at + 4, "kình", "ocr.syllable"),),
    )
    plan = process(source, tagger=False)
    recognised, unsure = plan.findings
    assert (recognised.code, unsure.code) == ("recognised", "unsure_letters")
    assert "(1 chỗ" in recognised.message
    assert unsure.record == plan.targets[0].id
    assert "31%" in unsure.message
    assert plan.source.repairs[0].was == "kình"
    assert plan.targets[0].span.places[0].page == 1


def test_messages_are_for_clerks() -> None:
    """Plain Vietnamese: a full sentence, and none of the program's words."""
    for code, row in table("findings").items():
        assert row["message"].endswith("."), code
        assert row["message"][0].isupper(), code
        assert not {"lead", "span", "record", "heading", "null"} & set(row["message"].split())


def test_ids_of_findings_are_their_own() -> None:
    text = DECISION.replace("- Sở Tài chính bố", "- Bố").replace("III. TỔ CHỨC", "II. TỔ CHỨC")
    found = extract(text, tagger=False).findings
    assert len({finding.id for finding in found}) == len(found) == 2
