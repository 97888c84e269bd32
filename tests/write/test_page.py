from __future__ import annotations

import datetime as dt
import json
import re
from typing import get_args

import factory
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shown import Page

from extract.write.page import page
from extract.write.page.marks import Mark, pieces, ranked
from extract.write.page.words import edtf_words, labels, recurrence_words
from schemas import base
from schemas.agencies import Agency, AgencyToday
from schemas.document import Document
from schemas.records import Section, Target, Task
from schemas.span import Span
from schemas.values import Deadline, Quantity

PLAN, RAW = factory.sample()


# The text.

letters = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])
texts = st.text(letters | st.sampled_from("<>&\"'\n\u0301\u202e{%}"), max_size=80)


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    raw = draw(texts)
    edges = st.integers(0, len(raw))
    kinds = st.sampled_from(["section", "task", "agency"])
    marks = draw(st.lists(st.builds(Mark, edges, edges, kinds), max_size=8))
    return raw, [mark for mark in marks if mark.start < mark.end]


@given(marked_texts())
def test_pieces_join_to_the_text_and_know_all_their_marks(case: tuple[str, list[Mark]]) -> None:
    raw, marks = case
    marks = ranked(marks, ["section", "task", "agency"])
    place = 0
    for text, numbers in pieces(raw, marks):
        assert raw.startswith(text, place)
        covering = [
            number
            for number, mark in enumerate(marks)
            if mark.start < place + len(text) and place < mark.end
        ]
        assert numbers == covering
        place += len(text)
    assert place == len(raw)


def test_the_mark_with_the_higher_number_lies_inside() -> None:
    task, agency, section = Mark(0, 9, "task"), Mark(2, 5, "agency"), Mark(0, 9, "section")
    assert ranked([agency, task, section, task], ["section", "task", "agency"]) == [
        section,  # over the same words as the task, and named before it
        task,
        agency,
    ]


@given(texts, st.data())
def test_the_page_shows_the_raw_text_to_the_letter(raw: str, data: st.DataObject) -> None:
    """Whatever it holds: mark-up, template code, letters that turn the direction, loose marks."""
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(raw))] * 2)))
    task = Task(id="t", quote="x", rule="r", span=Span(start=start, end=end))
    shown = Page(page(factory.plan(raw, tasks=[task]), raw))
    assert shown.inside.get(".paper", "") == raw
    assert shown.marked.get(0, "") == raw[start:end]


def test_every_record_is_marked_where_it_was_read() -> None:
    shown = Page(page(PLAN, RAW))
    marks = json.loads(shown.inside["#kh-data"])
    own = {
        record["id"]: shown.marked[record["mark"]]
        for record in marks["records"]
        if record["mark"] is not None
    }
    assert own == {
        record.id: RAW[record.span.start : record.span.end]
        for record in (*PLAN.sections, *PLAN.targets, *PLAN.tasks)
    }
    parts = {shown.marked[part] for record in marks["records"] for part in record["parts"]}
    assert {"318/QĐ-UBND", "Luật Thư viện ngày 21 tháng 11 năm 2019"} <= parts
    assert {"2.700 cuốn sách", "trước ngày 30/6/2025", "Sở Tài chính"} <= parts
    assert {"số xã có phòng đọc", "danh mục sách cần thay"} <= parts


def test_a_plan_of_another_text_is_refused() -> None:
    with pytest.raises(ValueError, match="span ends at"):
        page(PLAN, RAW[:50])


def test_controls_that_html_cannot_hold_are_shown_as_pictures() -> None:
    raw = "một\x00hai\x0cba\x7fbốn\ud800"
    assert Page(page(factory.plan(raw), raw)).inside[".paper"] == "một␀hai␌ba␡bốn\ufffd"


# The fields.


@pytest.mark.parametrize(
    ("id", "fields"),
    [
        ("doc", "Số, ký hiệu 318/QĐ-UBND"),
        ("doc", "Ngày ban hành ngày 14/3/2024"),
        ("doc", "Thời kỳ của kế hoạch từ năm 2024 đến năm 2026"),
        ("doc", "Các điều 1"),
        ("doc", "Căn cứ ban hành Luật Thư viện Luật ngày 21/11/2019"),
        ("II.2", "Nội dung của mục tổ chức thực hiện Thuộc mục II. NHIỆM VỤ"),
        ("target-1", "Mức cần đạt Ít nhất 80% Quy tắc"),  # understood as written: not said twice
        ("target-1", "Đối tượng đo số xã có phòng đọc"),
        ("target-1", "Thời hạn ĐẾN NĂM 2026 Hạn cuối: 31/12/2026"),
        ("target-1", "Cách đọc được: lấy từ đề mục phía trên · Quy tắc: deadline.until_year"),
        ("target-2", "Đo đếm được không"),
        ("task-1", "Cơ quan chủ trì Sở Văn hóa, Thể thao và Du lịch Cách đọc được: ghi ngay trong"),
        ("task-1", "Cơ quan phối hợp Sở Tài chính"),
        ("task-1", "Hiểu là: đến ngày 30/6/2025 Hạn cuối: 30/6/2025"),
        ("task-1", "Thuộc mục 1. Bổ sung sách cho phòng đọc II. NHIỆM VỤ"),
        ("task-2", "Cơ quan chủ trì văn bản không nêu"),
        ("task-2", "Sản phẩm danh mục sách cần thay"),
        ("task-2", "Lưu ý Cần xem lại: Nhiệm vụ này không nêu cơ quan chủ trì."),
        ("task-3", "Số lượng 04 tủ sách/năm Hiểu là: 4 tủ sách mỗi năm"),
        ("task-3", "Quy tắc task.bullet"),
    ],
)
def test_a_card_says_the_fields_in_words(id: str, fields: str) -> None:
    assert fields in Page(page(PLAN, RAW)).card(id)


def test_inherited_values_lead_to_the_heading_they_come_from() -> None:
    shown = Page(page(*factory.assigned(2)))
    assert "Cách đọc được: lấy từ đề mục phía trên" in shown.card("1-2")
    data = json.loads(shown.inside["#kh-data"])
    task = next(record for record in data["records"] if record["id"] == "1-2")
    assert [shown.marked[part] for part in task["parts"]] == ["Công an tỉnh", "đến năm 2026"]


def test_what_the_sample_does_not_show() -> None:
    raw = "a) Tuyên truyền: Sở GTVT và các đơn vị in 14-16 tờ rơi hằng năm"
    lead = factory.agency(raw, "Sở GTVT", "lead", "direct")
    lead = lead.model_copy(update={"name": "Sở Giao thông vận tải", "agency_id": "so-gtvt"})
    others = factory.agency(raw, "các đơn vị", "partner", "table").model_copy(
        update={"group": True}
    )
    leaflets = Quantity(
        text="14-16 tờ rơi",
        value=14,
        value_max=16,
        unit="tờ rơi",
        comparator="range",
        rule="r",
        span=factory.span(raw, "14-16 tờ rơi"),
    )
    yearly = Deadline(
        text="hằng năm",
        edtf="2024/..",
        recurrence=["P1Y"],
        start=dt.date(2024, 1, 1),
        rule="r",
        span=factory.span(raw, "hằng năm"),
    )
    task = Task(
        id="t",
        quote=raw,
        section="a",
        assignments=[lead, others],
        quantities=[leaflets],
        deadlines=[yearly],
        optional=True,
        rule="r",
        span=factory.span(raw, raw),
    )
    heading = Section(
        id="a", marker="a", heading="Tuyên truyền", rule="r", span=factory.span(raw, "Tuyên truyền")
    )
    card = Page(page(factory.plan(raw, sections=[heading], tasks=[task]), raw)).card("t")
    for words in (
        "Sở GTVT Tên đầy đủ: Sở Giao thông vận tải Mã cơ quan: so-gtvt",
        "Cùng phối hợp các đơn vị một nhóm cơ quan Cách đọc được: lấy từ cột của bảng",
        "Hiểu là: từ 14 đến 16 tờ rơi",
        "Hiểu là: hằng năm, từ năm 2024 Bắt đầu: 1/1/2024",
        "Thuộc mục a) Tuyên truyền",
        "Lưu ý Có thể bỏ qua bản ghi này",
    ):
        assert words in card


def test_who_does_the_work_today_where_that_is_another() -> None:
    raw = "Sở GTVT trồng cây"
    lead = factory.agency(raw, "Sở GTVT", "lead", "direct")
    then, now = "ca-mau/so-giao-thong-van-tai", "ca-mau/so-xay-dung"
    heirs = [
        AgencyToday(agency_id=now, sure=False),
        AgencyToday(agency_id="ca-mau/cong-an", moved="cấp giấy phép lái xe", sure=False),
    ]
    agency = Agency(id=now, name="Sở Xây dựng tỉnh Cà Mau", level="province")

    def card(today: list[AgencyToday]) -> str:
        given = lead.model_copy(update={"agency_id": then, "agencies_today": today})
        task = Task(id="t", quote=raw, assignments=[given], rule="r", span=factory.span(raw, raw))
        plan = factory.plan(raw, tasks=[task], agencies=[agency])
        return Page(page(plan, raw)).card("t")

    assert "Nay là: Sở Xây dựng tỉnh Cà Mau" in card(heirs)
    assert "Nay: ca-mau/cong-an (cấp giấy phép lái xe)" in card(heirs)
    assert "Nay" not in card([AgencyToday(agency_id=then, sure=True)])


def test_findings_stand_first_gravest_on_top() -> None:
    overview = Page(page(PLAN, RAW)).inside[".overview"]
    places = [
        overview.index(words)
        for words in ("Không tìm thấy người ký.", "không nêu cơ quan chủ trì", "Danh sách")
    ]
    assert places == sorted(places)


def test_a_finding_says_which_record_it_is_about() -> None:
    """Twenty times "no lead is given" would not help anybody to choose one."""
    overview = " ".join(Page(page(PLAN, RAW)).inside[".overview"].split())
    assert "không nêu cơ quan chủ trì. Rà soát tủ sách hiện có" in overview


def test_an_id_is_shown_without_the_plans_own() -> None:
    task = PLAN.tasks[0].model_copy(update={"id": "plan/task/II.1/0a1b"})
    shown = Page(page(PLAN.model_copy(update={"tasks": [task]}), RAW))
    assert shown.card("plan/task/II.1/0a1b").startswith("Nhiệm vụ task/II.1/0a1b Sở Văn hóa")


def test_an_empty_plan_says_so() -> None:
    html = page(factory.plan("Xin chào"), "Xin chào")
    assert "Không có điểm nào cần lưu ý." in html
    assert "Chưa đọc được mục, chỉ tiêu hay nhiệm vụ nào" in html


def test_the_legend_counts_records_and_places() -> None:
    """Two targets of one table row share their words; three tasks share one agency."""
    raw = "Tỷ lệ xã có phòng đọc"
    twins = [
        Target(id=id, quote=raw, measurable=False, rule="r", span=Span(start=0, end=len(raw)))
        for id in ("a", "b")
    ]
    assert _legend(page(factory.plan(raw, targets=twins), raw))["Chỉ tiêu"] == "2"
    counts = _legend(page(*factory.assigned(3)))
    assert (counts["Nhiệm vụ"], counts["Cơ quan"], counts["Số lượng"]) == ("3", "1", "0")


def _legend(html: str) -> dict[str, str]:
    return dict(re.findall(r'<mark class="k-\w+">([^<]+)</mark> <span class="count">(\d+)<', html))


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2026", "năm 2026"),
        ("2022-04/2022-06", "từ tháng 4/2022 đến tháng 6/2022"),
        ("2024/..", "từ năm 2024"),
        ("/2024", "đến năm 2024"),
        ("XXXX-12", "tháng 12 (không ghi năm)"),
        ("2021~", "2021~"),  # a form that the dataset has no words for stays
        ("XXXX", "XXXX"),
    ],
)
def test_dates_in_words(edtf: str, words: str) -> None:
    assert edtf_words(edtf) == words


@pytest.mark.parametrize(
    ("duration", "words"),
    [("P3M", "hằng quý"), ("P2Y", "2 năm một lần"), ("P1Y6M", "P1Y6M")],
)
def test_recurrences_in_words(duration: str, words: str) -> None:
    assert recurrence_words(duration) == words


def test_every_word_of_the_dataset_has_a_label() -> None:
    words = labels()
    assert set(get_args(base.Evidence)) == set(words["evidence"])
    assert set(get_args(base.SectionKind)) == set(words["section_kinds"])
    assert set(get_args(base.Comparator)) == set(words["comparator"])
    assert set(get_args(base.Change)) == set(words["change"])
    assert set(get_args(base.DocType)) <= set(words["doc_type"])
    assert set(get_args(base.Role)) <= set(words["task"])
    technical = {"id", "rule", "span", "field_spans"}
    assert set(Document.model_fields) - technical == set(words["document"])
