"""Scores plans against gold."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

from extract.evaluate.compare import compare
from extract.evaluate.fields import ROWS
from extract.evaluate.report import Report
from schemas.gold import Gold
from schemas.plan import Plan


def score(plans: Iterable[Plan], gold: Iterable[Gold]) -> Report:
    """Compare plans with gold on three levels.

    A plan belongs to the gold whose `source` has the same file name, or else the same name up to
    the first full stop. Gold without a plan counts as missed and is listed in `Report.missing`;
    plans without gold are passed over and listed in `Report.unscored`.

    >>> from extract.evaluate import Level, score
    >>> from schemas.gold import Gold
    >>> from schemas.plan import Plan
    >>> at = {"rule": "example", "span": {"start": 0, "end": 0}}
    >>> lead = {"role": "lead", "mention": "UBND xã Tân Lập", "name": "", "evidence": "direct"}
    >>> plan = Plan.model_validate({
    ...     "plan_id": "p",
    ...     "source": {"path": "in/ke-hoach.txt", "sha256": "", "media_type": "text/plain",
    ...                "size": 0, "characters": 0},
    ...     "document": {"id": "d", "doc_type": "ke_hoach", **at},
    ...     "tasks": [{"id": "t", "quote": "Rà soát hộ nghèo", "assignments": [lead | at], **at}],
    ... })
    >>> gold = Gold.model_validate({
    ...     "source": "ke-hoach.docx",
    ...     "document": {"doc_type": "ke_hoach"},
    ...     "tasks": [{"quote": "Rà soát hộ nghèo", "lead": ["Uỷ ban nhân dân xã Tân Lập"]}],
    ... })
    >>> report = score([plan], [gold])
    >>> report.levels[Level.OVERLAP].fields["tasks: lead"].f1
    1.0
    >>> report.levels[Level.EXACT].fields["tasks: lead"].f1
    0.0
    >>> [(d.field, d.gold, d.predicted) for d in report.differences_at(Level.EXACT)]
    [('lead', 'Uỷ ban nhân dân xã Tân Lập', 'UBND xã Tân Lập')]
    """
    gold = list(gold)
    report = Report()
    found = _by_name(plans, {name for one in gold for name in _names(one.source)}, report.unscored)
    for one in gold:
        plan = next((found[name] for name in _names(one.source) if name in found), None)
        report.documents.append(one.source)
        if plan is None:
            report.missing.append(one.source)
        compare(one, plan, report)
    for scores in report.levels.values():
        scores.fields = {row: scores.fields[row] for row in ROWS if row in scores.fields}
    return report


def stem(source: str) -> str:
    """The name of a decision: its file name up to the first full stop.

    >>> stem("in/2024.phu-tho/12.signed.pdf")
    '12'
    """
    return PurePath(source).name.split(".")[0]


def _names(source: str) -> tuple[str, str]:
    return PurePath(source).name, stem(source)


def _by_name(plans: Iterable[Plan], wanted: set[str], others: list[str]) -> dict[str, Plan]:
    """The plans under their file names, where the last counts, and their stems, where the first.

    The paths of plans that are not wanted are added to `others`.
    """
    found: dict[str, Plan] = {}
    for plan in plans:
        name, short = _names(plan.source.path)
        if name not in wanted and short not in wanted:
            others.append(plan.source.path)
        if name in wanted:
            found[name] = plan
        if short in wanted:
            found.setdefault(short, plan)
    return found
