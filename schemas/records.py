"""The plan's records: sections of its outline, targets, tasks, and findings about them."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from schemas.agencies import AgencyToday, Link
from schemas.base import Evidence, Model, Role, SectionKind
from schemas.span import Span
from schemas.values import Deadline, Quantity


class Section(Model):
    """A heading of the outline. `id` joins the markers: `III.1.1`, `II.1.a`, `PL-I.A`."""

    id: str
    parent: str | None = None
    marker: str
    heading: str
    kinds: list[SectionKind] = Field(default_factory=list)
    rule: str
    span: Span


class Target(Model):
    """One goal statement, or one measured level of one."""

    id: str
    quote: str
    section: str | None = None
    measurable: bool
    measure: Quantity | None = None
    subject: str | None = None
    subject_span: Span | None = None
    deadlines: list[Deadline] = Field(default_factory=list)
    other_quantities: list[Quantity] = Field(default_factory=list)
    rule: str
    span: Span


class Assignment(Model):
    """An agency's part in a task."""

    role: Role
    mention: str = Field(description="as written")
    name: str = Field(description="full name, abbreviations expanded")
    agency_id: str | None = Field(
        default=None, description="id in `agencies`: the agency at the document's date"
    )
    link: Link | None = Field(default=None, description="how the mention came to its id")
    members: list[str] = Field(
        default_factory=list, description="ids of a group's members that the mention itself names"
    )
    candidates: list[str] = Field(
        default_factory=list, description="what it may mean where that stays open; ? for a place"
    )
    agencies_today: list[AgencyToday] = Field(
        default_factory=list, description="who does its work today; several where it was split"
    )
    group: bool = Field(default=False, description="an open or closed group of agencies")
    evidence: Evidence
    rule: str
    span: Span


class Task(Model):
    """One item that asks for action."""

    id: str
    quote: str
    section: str | None = None
    assignments: list[Assignment] = Field(default_factory=list)
    quantities: list[Quantity] = Field(default_factory=list)
    deadlines: list[Deadline] = Field(default_factory=list)
    product: str | None = None
    product_span: Span | None = None
    optional: bool = Field(
        default=False, description="a record that a careful reader could leave out"
    )
    lead_reason: Literal["not_stated"] | None = Field(
        default=None, description="why no lead is given"
    )
    rule: str
    span: Span

    def _mentions(self, role: Role) -> list[str]:
        return [a.mention for a in self.assignments if a.role == role]

    @property
    def lead(self) -> list[str]:
        """Mentions of the leading agencies."""
        return self._mentions("lead")

    @property
    def coordinating(self) -> list[str]:
        """Mentions of the coordinating agencies."""
        return self._mentions("coordinating")

    @property
    def partner(self) -> list[str]:
        """Mentions of those whom the coordinating agency works with."""
        return self._mentions("partner")


class Finding(Model):
    """Something that a clerk or the drafter should look at."""

    id: str
    code: str
    severity: Literal["info", "warning", "error"]
    message: str = Field(description="in Vietnamese, plain words")
    record: str | None = Field(default=None, description="id of the record it is about")
    rule: str
    span: Span | None = None
