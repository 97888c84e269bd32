from __future__ import annotations

import unicodedata

import pytest
from factory import plan as factory_plan
from factory import span

from extract.check.spans import broken_spans
from extract.read.source import SourceLine
from schemas.plan import Plan
from schemas.records import Task
from schemas.span import Span


def test_spans_that_hold(plan: Plan, raw: str) -> None:
    assert broken_spans(plan, raw) == []


@pytest.mark.parametrize(
    ("written", "quote"),
    [
        ("Biên soạn\r\n   sổ tay", "Biên soạn sổ tay"),
        ("Biên **soạn** sổ tay", "Biên soạn sổ tay"),
        ("| Biên soạn | sổ\\_tay", "Biên soạn sổ_tay"),
        ("Biên soạn\n.......\n sổ tay", "Biên soạn sổ tay"),  # a dot leader between
        ("Biên\u200b soạn sổ\u00ad tay", "Biên soạn sổ tay"),
        ("Biên soạn\nsổ tay\n...", "Biên soạn sổ tay ..."),  # the dots are read, too
        ("theo số 9/KH-\n  UBND", "theo số 9/KH-UBND"),  # a symbol cut behind its hyphen
    ],
)
def test_layout_is_no_difference(written: str, quote: str) -> None:
    raw = f"NHIỆM VỤ\n- {written}."
    task = Task(id="1", quote=quote, rule="task.bullet", span=span(raw, written))
    assert broken_spans(factory_plan(raw, tasks=[task]), raw) == []


def test_a_page_number_inside_a_quote_is_no_difference() -> None:
    raw = "- Biên soạn\n12\nsổ tay."
    task = Task(id="1", quote="Biên soạn sổ tay", rule="r", span=span(raw, "Biên soạn\n12\nsổ tay"))
    made = factory_plan(raw, tasks=[task])
    lines = [SourceLine(0, 11), SourceLine(12, 14, kind="furniture"), SourceLine(15, 22)]
    assert broken_spans(made, raw, lines) == []
    assert broken_spans(made, raw) != []


def test_offsets_of_a_normalised_text_are_found_out(plan: Plan, raw: str) -> None:
    """The classic fault: spans taken in NFC, given for a text that is not."""
    found = {
        line.split(" at ")[0] for line in broken_spans(plan, unicodedata.normalize("NFD", raw))
    }
    records = {"section I", "target I-1", "task II-1", "task II-1 lead", "legal basis 1"}
    assert records <= found


MOVED = [
    ("sections", 0, "section I", {}),
    ("targets", 0, "target I-1", {}),
    ("tasks", 1, "task II-2", {}),
    ("findings", 0, "finding f1", {}),
    ("targets", 0, "target I-1 subject", {"field": "subject_span"}),
    ("tasks", 1, "task II-2 product", {"field": "product_span"}),
]


@pytest.mark.parametrize(("table", "row", "name", "where"), MOVED)
def test_a_moved_span_is_named(
    plan: Plan, raw: str, table: str, row: int, name: str, where: dict[str, str]
) -> None:
    field = where.get("field", "span")
    records = list(getattr(plan, table))
    span = getattr(records[row], field)
    moved = span.model_copy(update={"start": span.start + 1, "end": span.end + 1})
    records[row] = records[row].model_copy(update={field: moved})
    broken = broken_spans(plan.model_copy(update={table: records}), raw)
    assert [line.split(" at ")[0] for line in broken] == [name]


@pytest.mark.parametrize(
    ("owner", "field"),
    [
        ("targets", "deadlines"),
        ("tasks", "quantities"),
        ("tasks", "deadlines"),
        ("tasks", "assignments"),
    ],
)
def test_values_are_checked(plan: Plan, raw: str, owner: str, field: str) -> None:
    first = getattr(plan, owner)[0]
    value = getattr(first, field)[0]
    text = "mention" if field == "assignments" else "text"
    changed = first.model_copy(update={field: [value.model_copy(update={text: "khác"})]})
    broken = broken_spans(plan.model_copy(update={owner: [changed]}), raw)
    assert len(broken) == 1
    assert "'khác' was read" in broken[0]


def test_a_span_outside_the_text(plan: Plan, raw: str) -> None:
    assert any("ends behind" in line for line in broken_spans(plan, raw[:-20]))


def test_a_field_must_hold_text(plan: Plan, raw: str) -> None:
    nothing = {"title": Span(start=5, end=5)}
    document = plan.document.model_copy(update={"field_spans": nothing})
    broken = broken_spans(plan.model_copy(update={"document": document}), raw)
    assert broken == ["document.title at 5-5: holds no text"]


@pytest.mark.parametrize(
    ("changes", "holds"),
    [
        ({"title": "LUẬT THƯ VIỆN"}, True),  # the case is a matter of typography
        ({"title": None}, True),
        ({"title": "Luật Xuất bản"}, False),
        ({"number": "46/2019/QH14"}, False),  # right, but not in the text
    ],
)
def test_what_is_cited_stands_in_the_text(
    plan: Plan, raw: str, changes: dict[str, str | None], holds: bool
) -> None:
    basis = plan.document.legal_bases[0].model_copy(update=changes)
    document = plan.document.model_copy(update={"legal_bases": [basis]})
    assert (broken_spans(plan.model_copy(update={"document": document}), raw) == []) is holds
