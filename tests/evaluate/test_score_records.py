"""Which record answers which, what whole records count, and how leads are split."""

import pytest
from gold_and_plans import GOLD, changed, gold_of, plan_of, without

from extract.evaluate import Level, score

TASKS = GOLD["tasks"]


def tallies(report, level=Level.OVERLAP):
    fields = report.levels[level].fields
    return {row: (tally.hit, tally.spurious, tally.missed) for row, tally in fields.items()}


@pytest.mark.parametrize("level", Level)
def test_a_dropped_task_is_missed_with_all_its_values_and_nothing_else(level):
    before = tallies(score([plan_of(GOLD)], [gold_of(GOLD)]), level)
    after = tallies(score([plan_of(without(GOLD, "tasks", 0))], [gold_of(GOLD)]), level)
    lost = {
        "tasks": 1,
        "tasks: quote": 1,
        "tasks: lead": 1,
        "tasks: coordinating": 2,
        "tasks: quantities": 1,
        "tasks: deadlines": 1,
        "tasks: product": 1,
    }
    expected = {
        row: (hit - lost.get(row, 0), 0, lost.get(row, 0)) for row, (hit, _, _) in before.items()
    }
    # Where a record belongs is asked of records that were found only.
    expected["tasks: section"] = (2, 0, 0)
    assert after == expected


def test_a_made_up_target_is_spurious_with_all_its_values():
    report = score([plan_of(GOLD)], [gold_of(without(GOLD, "targets", 1))])
    assert {row: tally for row, tally in tallies(report).items() if tally[1]} == {
        "targets": (2, 1, 0),
        "targets: quote": (2, 1, 0),
        "targets: measure": (1, 1, 0),
        "targets: subject": (1, 1, 0),
        "targets: other quantities": (0, 1, 0),
    }


def test_an_optional_task_counts_neither_way():
    gold = changed(GOLD, "tasks.0.optional", True)
    found = score([plan_of(GOLD)], [gold_of(gold)])
    left_out = score([plan_of(without(GOLD, "tasks", 0))], [gold_of(gold)])
    assert tallies(found) == tallies(left_out)
    assert found.levels[Level.EXACT].records["tasks"].support == 2
    assert found.differences == left_out.differences == []


@pytest.mark.parametrize(
    ("path", "value", "row"),
    [
        ("measure.value", 95, "targets: measure"),
        ("deadlines.0.edtf", "2025", "targets: deadlines"),
        ("section", "II", "targets: section"),
    ],
)
def test_targets_of_the_same_words_are_told_apart_by_their_other_fields(path, value, row):
    first = GOLD["targets"][0]
    second = changed(first, path, value)
    gold = changed(GOLD, "targets", [first, second])
    predicted = changed(GOLD, "targets", [second, first])
    assert tallies(score([plan_of(predicted)], [gold_of(gold)]))[row] == (2, 0, 0)


def test_tasks_of_the_same_words_are_told_apart_by_their_order():
    *others, last = GOLD["tasks"]
    first = changed(last, "lead", ["Sở Nội vụ"])
    gold = changed(GOLD, "tasks", [first, *others, last])
    predicted = changed(GOLD, "tasks", [*others, last])
    assert tallies(score([plan_of(predicted)], [gold_of(gold)]))["tasks: lead"] == (2, 0, 1)


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("Mua bổ sung 2.500 cuốn sách thiếu nhi", 3),  # 8 of 13 words
        ("Mua bổ sung 2.500", 2),  # 4 of 13
    ],
)
def test_records_are_paired_where_their_quotes_share_half_of_their_words(quote, found):
    report = score([plan_of(changed(GOLD, "tasks.0.quote", quote))], [gold_of(GOLD)])
    assert tallies(report)["tasks"] == (found, 3 - found, 3 - found)


def test_a_heading_without_words_is_no_section():
    blank = GOLD["sections"][0] | {"id": "III", "heading": ""}
    predicted = changed(GOLD, "sections", [*GOLD["sections"], blank])
    assert score([plan_of(predicted)], [gold_of(GOLD)]).differences == []


def test_a_record_is_right_as_a_whole_where_every_field_is():
    predicted = changed(GOLD, "tasks.0.lead", ["SỞ GIÁO DỤC VÀ ĐÀO TẠO"])
    predicted = changed(predicted, "tasks.2.section", "I")
    predicted = without(predicted, "targets", 0)
    report = score([plan_of(predicted)], [gold_of(GOLD)])
    right = {
        level.value: {kind: count.right for kind, count in report.levels[level].records.items()}
        for level in Level
    }
    assert right == {
        "exact": {"targets": 2, "tasks": 1},
        "folded": {"targets": 2, "tasks": 2},
        "overlap": {"targets": 2, "tasks": 2},
    }
    assert report.levels[Level.EXACT].records["tasks"].share == pytest.approx(1 / 3)


def test_leads_are_split_by_how_they_were_stated():
    gold = changed(GOLD, "tasks.1.lead", ["Sở Nội vụ"])
    predicted = changed(gold, "tasks.0.lead", ["Sở Xây dựng"])  # wrong, stated directly
    predicted = changed(predicted, "tasks.1.lead", [])  # found, but without its lead
    extra = GOLD["tasks"][2] | {"quote": "Trang bị giá sách di động", "lead": ["Trường", "Đội"]}
    predicted = changed(predicted, "tasks", [*predicted["tasks"], extra])
    plan = plan_of(predicted, stated={0: "direct", 2: "inherited_heading", 3: "table"})
    leads = score([plan], [gold_of(gold)]).levels[Level.EXACT].leads
    assert {
        stated: (tally.hit, tally.spurious, tally.missed)
        for stated, tally in leads.items()
        if not tally.empty
    } == {
        "direct": (0, 1, 1),
        "inherited_heading": (1, 0, 0),
        "table": (0, 2, 0),
        "unpaired": (0, 0, 1),
    }


def test_a_gold_lead_of_a_missed_task_is_unpaired():
    leads = score([plan_of(without(GOLD, "tasks", 2))], [gold_of(GOLD)]).levels[Level.EXACT].leads
    assert (leads["unpaired"].support, leads["unpaired"].missed) == (1, 1)


def test_gold_without_a_plan_is_missed_and_named():
    report = score([plan_of(GOLD | {"source": "khac.txt"})], [gold_of(GOLD)])
    assert (report.documents, report.missing) == (["doc-sach.txt"], ["doc-sach.txt"])
    assert {tally.hit for tally in report.levels[Level.OVERLAP].fields.values()} == {0}
    assert report.levels[Level.OVERLAP].micro_f1 == 0.0


@pytest.mark.parametrize(
    ("plans", "gold", "number"),
    [
        (["doc-sach.txt"], "doc-sach.txt", "1"),
        (["doc-sach.md"], "doc-sach.docx", "1"),  # another extension
        (["doc-sach.md", "doc-sach.txt"], "doc-sach.txt", "2"),  # the same name goes first
        (["doc-sach.md", "doc-sach.txt"], "doc-sach.pdf", "1"),  # else the first with the stem
        (["doc-sach.txt", "doc-sach.txt"], "doc-sach.txt", "2"),  # of equal names, the last
    ],
)
def test_a_plan_belongs_to_the_gold_of_the_same_name(plans, gold, number):
    read = [
        plan_of(changed(GOLD | {"source": name}, "document.number", str(position)))
        for position, name in enumerate(plans, start=1)
    ]
    of = gold_of(changed(GOLD | {"source": gold}, "document.number", number))
    assert score(read, [of]).differences == []


def test_differences_name_document_record_field_and_both_values():
    predicted = changed(GOLD, "document.number", None)
    predicted = changed(predicted, "sections.2.heading", "Trang bị giá sách")
    predicted = changed(predicted, "tasks.0.coordinating", ["Sở Tài chính", "Sở Y tế"])
    predicted = changed(predicted, "tasks.2.quote", "Khen thưởng tập thể xuất sắc")
    report = score([plan_of(predicted)], [gold_of(GOLD)])
    shown = [
        (difference.record, difference.field, difference.gold, difference.predicted)
        for difference in report.differences_at(Level.OVERLAP)
    ]
    buy, report_yearly = (f"task {i + 1}: {TASKS[i]['quote']}"[:68] for i in (0, 2))
    assert shown == [
        ("document", "number", "45/KH-UBND", ""),
        ("section II.1", "heading", "1 Bổ sung sách cho thư viện các trường", ""),
        ("section II.1", "heading", "", "1 Trang bị giá sách"),
        (
            buy,
            "section",
            "II.1 Bổ sung sách cho thư viện các trường",
            "II.1 Trang bị giá sách",
        ),
        (buy, "coordinating", "Ủy ban nhân dân các huyện, thành phố", "Sở Y tế"),
        (report_yearly, "record", TASKS[2]["quote"], ""),
        (
            "task +: Khen thưởng tập thể xuất sắc",
            "record",
            "",
            "Khen thưởng tập thể xuất sắc",
        ),
    ]
    assert {difference.document for difference in report.differences} == {"doc-sach.txt"}
