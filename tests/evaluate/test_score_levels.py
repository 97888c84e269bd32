"""What counts as right on which level, and how the counts are summed up."""

import unicodedata

import pytest
from gold_and_plans import GOLD, changed, gold_of, plan_of, without

from extract.evaluate import Level, score

NONE: set[str] = set()
OVERLAP = {"overlap"}
FOLDED = {"folded", "overlap"}
ALL = {"exact", "folded", "overlap"}

TITLE = GOLD["document"]["title"]
QUOTE = GOLD["tasks"][0]["quote"]
SHARE = GOLD["targets"][0]["measure"]
BOOKS = GOLD["tasks"][0]["quantities"][0]
BASIS = GOLD["document"]["legal_bases"][1]


def right_on(gold, predicted, row):
    """The levels on which a row has no difference."""
    report = score([plan_of(predicted)], [gold_of(gold)])
    fields = {level: report.levels[level].fields[row] for level in Level}
    return {level.value for level, tally in fields.items() if tally.f1 == 1.0}


@pytest.mark.parametrize("level", Level)
def test_gold_agrees_with_itself(level):
    report = score([plan_of(GOLD)], [gold_of(GOLD)])
    scores = report.levels[level]
    assert (scores.macro_f1, scores.micro_f1) == (1.0, 1.0)
    assert {tally.f1 for tally in scores.fields.values()} == {1.0}
    assert {kind: exact.right for kind, exact in scores.records.items()} == {
        "targets": 3,
        "tasks": 3,
    }
    assert report.differences == []


def test_support_is_the_number_of_gold_values():
    fields = score([], [gold_of(GOLD)]).levels[Level.OVERLAP].fields
    assert {row: tally.support for row, tally in fields.items()} == {
        "document fields": 7,
        "articles": 2,
        "legal bases": 2,
        "recipients": 3,
        "section headings": 3,
        "section kinds": 4,
        "targets": 3,
        "targets: quote": 3,
        "targets: deadlines": 1,
        "targets: measure": 2,
        "targets: subject": 2,
        "targets: other quantities": 1,
        "tasks": 3,
        "tasks: quote": 3,
        "tasks: deadlines": 2,
        "tasks: lead": 2,
        "tasks: coordinating": 3,
        "tasks: partner": 1,
        "tasks: quantities": 1,
        "tasks: product": 1,
    }  # the section of a record and the parent of a section count only where both sides have it


@pytest.mark.parametrize(
    ("path", "value", "row", "right"),
    [
        # document
        ("document.number", "45/kh-ubnd", "document fields", FOLDED),
        ("document.number", "46/KH-UBND", "document fields", NONE),
        ("document.number", None, "document fields", NONE),
        ("document.province", "Hòa An", "document fields", NONE),  # gold does not state it
        ("document.province", " .", "document fields", ALL),  # no words: nothing is predicted
        ("document.symbol", "KH–UBND", "document fields", FOLDED),
        ("document.issuer", "Uỷ  ban nhân dân tỉnh Hoà An", "document fields", FOLDED),
        ("document.title", TITLE.replace("–", "-"), "document fields", FOLDED),
        ("document.title", TITLE.replace("Phát động ", ""), "document fields", OVERLAP),
        ("document.title", "Phát động phong trào đọc sách", "document fields", NONE),
        ("document.articles", [1, 3], "articles", NONE),
        ("document.recipients.2", "Lưu: VT, VHXH", "recipients", OVERLAP),
        ("document.recipients.2", "lưu: vt;", "recipients", FOLDED),
        ("document.legal_bases.1", BASIS | {"title": "về tủ sách"}, "legal bases", OVERLAP),
        ("document.legal_bases.1", BASIS | {"number": "98/qđ-ubnd"}, "legal bases", FOLDED),
        ("document.legal_bases.1", BASIS | {"date": "2023-05-05"}, "legal bases", NONE),
        # sections
        ("sections.2.heading", "Bổ sung sách thư viện các trường", "section headings", OVERLAP),
        ("sections.2.heading", "Bổ sung sách", "section headings", NONE),
        ("sections.2.marker", "(1)", "section headings", OVERLAP),
        ("sections.2.marker", "2", "section headings", NONE),
        ("sections.1.kinds", ["solutions", "tasks"], "section kinds", ALL),
        ("sections.1.kinds", ["tasks"], "section kinds", NONE),
        ("sections.2.kinds", ["tasks", "tasks"], "section kinds", ALL),  # a set
        ("sections.2.heading", "", "section kinds", NONE),
        ("sections.2.parent", "I", "section parents", NONE),
        ("sections.1.heading", "Nhiệm vụ và giải pháp", "section parents", FOLDED),
        # targets
        ("targets.0.measure", SHARE | {"value": 85}, "targets: measure", NONE),
        ("targets.0.measure", SHARE | {"comparator": "eq"}, "targets: measure", NONE),
        ("targets.0.measure", SHARE | {"change": "increase"}, "targets: measure", NONE),
        ("targets.0.measure", SHARE | {"text": "80%"}, "targets: measure", ALL),
        ("targets.0.measure", SHARE | {"unit": None}, "targets: measure", NONE),
        ("targets.0.subject", "trường tiểu học", "targets: subject", OVERLAP),
        ("targets.0.subject", "học sinh", "targets: subject", NONE),
        ("targets.0.measurable", False, "targets: subject", NONE),  # counts where measurable only
        ("targets.0.deadlines.0.text", "năm 2026", "targets: deadlines", ALL),
        ("targets.0.deadlines.0.edtf", "2026", "targets: deadlines", NONE),
        ("targets.0.section", "II", "targets: section", NONE),
        # tasks
        ("tasks.0.quote", QUOTE.replace(" ", "\n"), "tasks: quote", ALL),
        ("tasks.0.quote", unicodedata.normalize("NFD", QUOTE), "tasks: quote", FOLDED),
        ("tasks.0.quote", f"- {QUOTE}", "tasks: quote", OVERLAP),
        ("tasks.0.quote", f"**{QUOTE}**", "tasks: quote", OVERLAP),
        ("tasks.0.quote", QUOTE.removesuffix(" cho các điểm trường lẻ"), "tasks: quote", NONE),
        ("tasks.0.quantities.0", BOOKS | {"unit": "cuốn"}, "tasks: quantities", OVERLAP),
        ("tasks.0.quantities.0", BOOKS | {"unit": "Cuốn sách"}, "tasks: quantities", FOLDED),
        ("tasks.0.quantities.0", BOOKS | {"unit": "sách"}, "tasks: quantities", NONE),
        ("tasks.0.quantities.0", BOOKS | {"per": "year"}, "tasks: quantities", NONE),
        ("tasks.0.lead", ["Sở GIÁO DỤC và Đào tạo"], "tasks: lead", FOLDED),
        ("tasks.0.lead", ["Sở Giáo dục, Đào tạo"], "tasks: lead", OVERLAP),
        ("tasks.0.lead", ["Phòng Giáo dục và Đào tạo"], "tasks: lead", NONE),  # another level
        ("tasks.2.lead", ["Văn phòng UBND tỉnh"], "tasks: lead", OVERLAP),  # spelled out first
        ("tasks.0.product", "danh mục sách", "tasks: product", OVERLAP),
        ("tasks.2.deadlines.0.recurrence", ["P3M"], "tasks: deadlines", NONE),
    ],
)
def test_a_value_is_right_on_its_levels(path, value, row, right):
    assert right_on(GOLD, changed(GOLD, path, value), row) == right


def test_a_citation_without_number_is_known_by_the_beginning_of_its_title():
    title = "Luật sửa đổi, bổ sung một số điều của các luật về thư viện và lưu trữ"
    gold = changed(GOLD, "document.legal_bases.0.title", title)
    predicted = changed(GOLD, "document.legal_bases.0.title", title[:45])
    assert right_on(gold, predicted, "legal bases") == OVERLAP


def test_a_place_is_its_heading_and_to_the_letter_its_id():
    renamed = changed(GOLD, "sections.2.id", "II.a")
    renamed = changed(renamed, "tasks.0.section", "II.a")
    assert right_on(GOLD, renamed, "tasks: section") == FOLDED


def test_a_list_is_compared_whatever_its_order():
    agencies = GOLD["tasks"][0]["coordinating"]
    predicted = changed(GOLD, "tasks.0.coordinating", agencies[::-1])
    assert right_on(GOLD, predicted, "tasks: coordinating") == ALL


def test_no_level_counts_more_than_a_more_tolerant_one():
    # Likeness is not transitive: the middle name is like the short and like the long one, which are
    # not alike. Taken in order, the tolerant level finds partners for two of the three.
    short, middle, long = "a b c d", "a b c d e", "a b c d e f g"
    gold = changed(GOLD, "tasks.0.coordinating", [short, middle, long])
    predicted = changed(GOLD, "tasks.0.coordinating", [middle, long, short])
    report = score([plan_of(predicted)], [gold_of(gold)])
    hits = [report.levels[level].fields["tasks: coordinating"].hit for level in Level]
    assert hits == sorted(hits)
    assert hits[-1] == 1 + 2  # the third agency, that of task 1, is found


def test_means():
    """Three of four articles: one spurious, two missed."""
    gold = {"source": "a.txt", "document": {"articles": [1, 2, 3, 4], "number": "5/KH-UBND"}}
    plan = plan_of(
        GOLD
        | {"source": "a.txt", "sections": [], "targets": [], "tasks": []}
        | {"document": {"doc_type": "other", "articles": [1, 2, 9], "legal_bases": []}}
    )
    scores = score([plan], [gold_of(gold)]).levels[Level.EXACT]
    articles, fields = scores.fields["articles"], scores.fields["document fields"]
    assert (articles.precision, articles.recall) == (2 / 3, 2 / 4)
    assert articles.f1 == pytest.approx(4 / 7)
    assert (fields.hit, fields.spurious, fields.missed) == (0, 1, 1)
    assert scores.macro_f1 == pytest.approx((4 / 7 + 0) / 2)
    assert scores.micro_f1 == pytest.approx(2 * 2 / (2 * 2 + 2 + 3))


def test_rows_without_gold_values_stay_out_of_the_macro_mean():
    gold = without(without(without(GOLD, "targets", 0), "targets", 0), "targets", 0)
    scores = score([plan_of(GOLD)], [gold_of(gold)]).levels[Level.OVERLAP]
    assert scores.fields["targets"].precision == 0.0
    assert scores.macro_f1 == 1.0
    assert scores.micro_f1 < 1.0
