"""Compares one plan with its gold and enters the outcome into a report."""

from __future__ import annotations

from collections.abc import Sequence

from extract.evaluate.entry import Entry, Spot, unanswered
from extract.evaluate.fields import DOCUMENT_FIELDS, TARGET_FIELDS, TASK_FIELDS, Field
from extract.evaluate.forms import collapsed, tolerant
from extract.evaluate.pairing import AnyTarget, AnyTask, Placed, R, pair
from extract.evaluate.report import UNPAIRED, Report
from extract.evaluate.values import (
    ARTICLE,
    KIND,
    LEGAL_BASIS,
    PLACE,
    PLAIN,
    RECIPIENT,
    SECTION,
    TITLE,
    Level,
    Matches,
    Place,
)
from schemas.document import Document
from schemas.gold import Gold, GoldDocument, GoldRecord, GoldSection
from schemas.plan import Plan
from schemas.records import Section, Task

QUOTE_SHOWN = 60
"""How much of a quote names its record in a list of differences, in code points."""


class _Side:
    """Gold or plan, its records with their places in its outline."""

    def __init__(self, decision: Gold | Plan) -> None:
        self.document = decision.document
        # A heading without words is no section, and nothing can be placed under it.
        self.sections = [section for section in decision.sections if section.heading]
        self._headings = {section.id: section.heading for section in self.sections}
        self.targets: list[Placed[AnyTarget]] = [
            Placed(target, self.place(target.section)) for target in decision.targets
        ]
        self.tasks: list[Placed[AnyTask]] = [
            Placed(task, self.place(task.section)) for task in decision.tasks
        ]

    def place(self, section: str | None) -> Place:
        return Place(section, None if section is None else self._headings.get(section))


def compare(gold: Gold, plan: Plan | None, report: Report) -> None:
    """Enter into `report` how well `plan` agrees with `gold`; no plan predicts nothing."""
    there, here = _Side(gold), _Side(plan or Gold(source=gold.source))
    entry = Entry(report, gold.source)
    _compare_documents(entry, there.document, here.document)
    _compare_sections(entry, there, here)
    _compare_records(entry, "targets", TARGET_FIELDS, there.targets, here.targets)
    _compare_records(entry, "tasks", TASK_FIELDS, there.tasks, here.tasks)


def _compare_documents(
    entry: Entry, gold: Document | GoldDocument, predicted: Document | GoldDocument
) -> None:
    def spot(field: str) -> Spot:
        return Spot("document", field)

    for name in DOCUMENT_FIELDS:
        there, here = _stated(getattr(gold, name)), _stated(getattr(predicted, name))
        of = TITLE if name == "title" else PLAIN
        entry.count("document fields", there, here, of, spot(name))
    entry.count("articles", gold.articles, predicted.articles, ARTICLE, spot("articles"))
    entry.count(
        "legal bases", gold.legal_bases, predicted.legal_bases, LEGAL_BASIS, spot("legal_bases")
    )
    entry.count("recipients", gold.recipients, predicted.recipients, RECIPIENT, spot("recipients"))


def _stated(value: str | None) -> list[str]:
    return [value] if value and tolerant(value) else []


def _compare_sections(entry: Entry, gold: _Side, predicted: _Side) -> None:
    matches = entry.count("section headings", gold.sections, predicted.sections, SECTION)
    for level, pairs in matches.items():
        missed, spurious = unanswered(gold.sections, predicted.sections, pairs)
        for section in missed:
            entry.note(level, _heading_of(section), gold=[SECTION.show(section)])
        for section in spurious:
            entry.note(level, _heading_of(section), predicted=[SECTION.show(section)])

    answers = dict(matches[Level.OVERLAP])
    for i, section in enumerate(gold.sections):
        if i not in answers:
            entry.count("section kinds", _distinct(section.kinds), [], KIND)
            continue
        answer, name = predicted.sections[answers[i]], f"section {section.id}"
        kinds = _distinct(section.kinds), _distinct(answer.kinds)
        parents = [gold.place(section.parent)], [predicted.place(answer.parent)]
        entry.count("section kinds", *kinds, KIND, Spot(name, "kinds"))
        entry.count("section parents", *parents, PLACE, Spot(name, "parent"))
    taken = set(answers.values())
    for j, section in enumerate(predicted.sections):
        if j not in taken:
            entry.count("section kinds", [], section.kinds, KIND)


def _heading_of(section: Section | GoldSection) -> Spot:
    return Spot(f"section {section.id}", "heading")


def _distinct(values: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(values))


def _compare_records(
    entry: Entry,
    kind: str,
    fields: Sequence[Field[R]],
    gold: Sequence[Placed[R]],
    predicted: Sequence[Placed[R]],
) -> None:
    answers = dict(pair(gold, predicted))
    taken = set(answers.values())
    spurious = [at for j, at in enumerate(predicted) if j not in taken]
    scored = [i for i, at in enumerate(gold) if not _is_optional(at)]
    found = sum(i in answers for i in scored)
    for scores in entry.report.levels.values():
        scores.add(kind, found, found + len(spurious), len(scored))
    for i in scored:
        answer = predicted[answers[i]] if i in answers else None
        _compare_record(entry, kind, _name(kind, i + 1, gold[i]), fields, gold[i], answer)
    for at in spurious:
        _compare_record(entry, kind, _name(kind, "+", at), fields, None, at)


def _is_optional(at: Placed[R]) -> bool:
    return isinstance(at.record, GoldRecord) and at.record.optional


def _name(kind: str, number: int | str, at: Placed[R]) -> str:
    return f"{kind.removesuffix('s')} {number}: {collapsed(at.record.quote)[:QUOTE_SHOWN]}"


def _compare_record(
    entry: Entry,
    kind: str,
    name: str,
    fields: Sequence[Field[R]],
    gold: Placed[R] | None,
    predicted: Placed[R] | None,
) -> None:
    """Count all fields of a pair, or of a record that stands alone on its side.

    What is missed or made up as a whole is noted once, not field by field.
    """
    paired = bool(gold and predicted)
    predicted_id = str(getattr(predicted.record, "id", "")) if predicted else ""
    wrong = set() if paired else set(Level)
    for field in fields:
        if field.only_paired and not paired:
            continue
        there, here = (field.values(at) if at else [] for at in (gold, predicted))
        spot = Spot(name, field.name, predicted_id) if paired else None
        matches = entry.count(f"{kind}: {field.name}", there, here, field.type, spot)
        size = max(len(there), len(here))
        wrong |= {level for level, pairs in matches.items() if len(pairs) < size}
        if field.name == "lead":
            _count_leads(entry, matches, len(there), predicted)
    for level, scores in entry.report.levels.items():
        if gold:
            scores.records[kind].support += 1
            scores.records[kind].right += level not in wrong
        if not paired:
            quotes = ([at.record.quote] if at else [] for at in (gold, predicted))
            entry.note(level, Spot(name, "record", predicted_id), *quotes)


def _count_leads(
    entry: Entry, matches: dict[Level, Matches], gold: int, predicted: Placed[R] | None
) -> None:
    """Count the leads of a task under the way that the first predicted one was stated."""
    task = predicted.record if predicted else None
    leads = [a for a in task.assignments if a.role == "lead"] if isinstance(task, Task) else []
    group = leads[0].evidence if leads else UNPAIRED
    for level, pairs in matches.items():
        entry.report.levels[level].leads[group].add(len(pairs), len(leads), gold)
