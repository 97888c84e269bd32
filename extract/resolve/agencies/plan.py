"""A pass over a plan: every assignment gets its agency, and those of today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from extract.lexicons.load import table
from extract.resolve.agencies.document import facts_of
from extract.resolve.agencies.facts import Facts
from extract.resolve.agencies.finer import members_of
from extract.resolve.agencies.ids import at, kind_of, place_of, slug
from extract.resolve.agencies.link import Resolution
from extract.resolve.agencies.naming import level_of, name_of, province_of
from extract.resolve.agencies.provinces import provinces_on
from extract.resolve.agencies.registry import registry
from extract.resolve.agencies.resolve import resolve
from extract.resolve.agencies.successors import today as heirs_of
from schemas.agencies import Agency, AgencyToday
from schemas.plan import Plan
from schemas.records import Assignment, Task

_EVERY_LEVELS = {"cap-huyen": "district", "cap-xa": "commune"}


def with_agencies(plan: Plan, text: str, today: dt.date | None = None) -> Plan:
    """`plan` with its mentions resolved; `text` is the reading text, searched for the short names
    that it defines. `today` is the last day of the registry where none is given."""
    linker = _Linker(facts_of(plan.document, text), today or registry().checked)
    tasks = [linker.task(task) for task in plan.tasks]
    return plan.model_copy(update={"tasks": tasks, "agencies": linker.agencies()})


class _Linker:
    """Resolves the mentions of one document, each spelling once."""

    def __init__(self, facts: Facts, today: dt.date) -> None:
        self._facts = facts
        self._today = today
        self._seen: dict[tuple[str, bool, str | None], Resolution] = {}
        self._heirs: dict[str, list[AgencyToday]] = {}
        self._names: dict[str, str] = {}

    def task(self, task: Task) -> Task:
        if not task.assignments:
            return task
        linked: list[Assignment] = []
        before: str | None = None
        for assignment in task.assignments:
            if linked and linked[-1].role != assignment.role:
                before = None
            found = self._resolve(assignment, before)
            linked.append(self._linked(assignment, found))
            before = found.id or before
        return task.model_copy(update={"assignments": linked})

    def agencies(self) -> list[Agency]:
        """The agencies that the assignments name, in the order of the text, each with those of
        today behind it."""
        return [self._agency(id, name) for id, name in self._names.items()]

    def _resolve(self, assignment: Assignment, before: str | None) -> Resolution:
        key = (assignment.name, assignment.group, before)
        if key not in self._seen:
            self._seen[key] = resolve(*key[:2], self._facts, before)
        return self._seen[key]

    def _linked(self, assignment: Assignment, found: Resolution) -> Assignment:
        now: list[AgencyToday] = []
        for id in (found.id, *found.members):
            if id is not None:
                self._names.setdefault(id, assignment.name)
                now += self._today_of(id)
        return assignment.model_copy(
            update={
                "agency_id": found.id,
                "link": found.link,
                "members": list(found.members),
                "candidates": list(found.candidates),
                "agencies_today": now,
            }
        )

    def _today_of(self, id: str) -> list[AgencyToday]:
        if id not in self._heirs:
            self._heirs[id] = [
                AgencyToday(
                    agency_id=heir.id,
                    moved=heir.moved,
                    basis=registry().act(heir.by),
                    sure=heir.sure,
                )
                for heir in heirs_of(id, self._today, self._facts.day)
            ]
            for heir in self._heirs[id]:
                if heir.agency_id:
                    self._names.setdefault(heir.agency_id, "")
        return self._heirs[id]

    def _agency(self, id: str, mention: str) -> Agency:
        known = registry()
        body = known.local_body(kind_of(id)) if place_of(id) else known.body(kind_of(id))
        return Agency.model_construct(
            id=id,
            name=name_of(id, mention or None),
            classification=body.classification,
            level=level_of(id),
            province=province_of(id),
            founding_date=body.founding_date,
            dissolution_date=body.dissolution_date,
            basis=known.act(body.by),
            members=list(_members(id, self._facts.day)),
        )


def _members(id: str, day: dt.date | None) -> Iterator[str]:
    """The members of a group on a day, as far as the registry lists them."""
    place, kind = place_of(id), kind_of(id)
    if day is None:
        return
    if place == ("chinh-phu",):
        groups = table("registry/words")["ministries"]
        wanted = next(kinds for words, kinds in groups.items() if slug(words) == kind)
        for body in registry().central.values():
            if body.classification in wanted and body.existed(day):
                yield body.id
    elif place == ("cap-tinh",):
        for province in provinces_on(day):
            yield at((province,), kind)
    elif len(place) > 1 and place[-1] in _EVERY_LEVELS:
        for member in members_of(place[:-1], _EVERY_LEVELS[place[-1]], day):
            yield at(member, kind)
