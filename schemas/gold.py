"""The gold format: what a careful reader found in one decision, one file `NAME.gold.json` each.

The fields are those of a plan under the same names; what only a program knows (ids, spans, rules,
evidence) is left out, and a task names its agencies in one list for each role. A field that is
`null` and a field that is absent mean the same: the source does not say. Any part may carry
`notes`, which nobody scores.
"""

from __future__ import annotations

from typing import Any

from pydantic import Field, model_validator

from schemas.base import Change, Comparator, DocType, Model, SectionKind


class GoldModel(Model):
    """What all parts of a gold file share."""

    notes: str | None = Field(default=None, description="the annotator's remarks, never scored")

    @model_validator(mode="before")
    @classmethod
    def _null_is_absent(cls, data: Any) -> Any:  # noqa: ANN401
        if not isinstance(data, dict):
            return data
        return {k: v for k, v in data.items() if v is not None or k not in cls.model_fields}


class GoldQuantity(GoldModel):
    """A count or measure with its unit."""

    text: str = Field(description="as written: comparator, number, unit and rate")
    value: float | None = None
    value_max: float | None = Field(default=None, description="upper end, for ranges only")
    unit: str | None = Field(default=None, description="the counted noun as written")
    comparator: Comparator = "eq"
    per: str | None = Field(
        default=None, description="year, quarter, month, week, day, or the unit it is counted per"
    )
    change: Change | None = None


class GoldDeadline(GoldModel):
    """A time expression that says when a target or task is to be done."""

    text: str = Field(description="as written")
    edtf: str | None = None
    recurrence: list[str] = Field(default_factory=list, description="ISO 8601 durations")


class GoldLegalBasis(GoldModel):
    """A document cited in a recital."""

    doc_type: str | None = None
    number: str | None = None
    date: str | None = Field(default=None, description="EDTF")
    title: str | None = None


class GoldDocument(GoldModel):
    """Fields of the outer document."""

    doc_type: DocType | None = None
    number: str | None = None
    symbol: str | None = None
    issuer: str | None = None
    province: str | None = None
    issue_date: str | None = Field(default=None, description="EDTF")
    title: str | None = None
    signer: str | None = None
    signer_title: str | None = None
    signing_capacity: str | None = None
    effective_date: str | None = Field(default=None, description="EDTF")
    period: str | None = Field(default=None, description="the plan's own period, EDTF")
    legal_bases: list[GoldLegalBasis] = Field(default_factory=list)
    articles: list[int | str] = Field(default_factory=list)
    recipients: list[str] = Field(default_factory=list)


class GoldSection(GoldModel):
    """A heading of the outline; `id` joins the markers."""

    id: str
    parent: str | None = None
    marker: str = ""
    heading: str = Field(min_length=1)
    kinds: list[SectionKind] = Field(default_factory=list)


class GoldRecord(GoldModel):
    """What targets and tasks share. An `optional` record counts neither way."""

    quote: str = Field(min_length=1)
    section: str | None = Field(default=None, description="id of the nearest section")
    deadlines: list[GoldDeadline] = Field(default_factory=list)
    optional: bool = False


class GoldTarget(GoldRecord):
    """One goal statement, or one measured level of one."""

    measurable: bool
    measure: GoldQuantity | None = None
    subject: str | None = None
    other_quantities: list[GoldQuantity] = Field(default_factory=list)


class GoldTask(GoldRecord):
    """One item that asks for action; agencies as written, one entry each."""

    lead: list[str] = Field(default_factory=list)
    coordinating: list[str] = Field(default_factory=list)
    partner: list[str] = Field(default_factory=list)
    quantities: list[GoldQuantity] = Field(default_factory=list)
    product: str | None = None


class Gold(GoldModel):
    """One annotated decision. `source` is the file name of the decision."""

    source: str = Field(min_length=1)
    document: GoldDocument = Field(default_factory=GoldDocument)
    sections: list[GoldSection] = Field(default_factory=list)
    targets: list[GoldTarget] = Field(default_factory=list)
    tasks: list[GoldTask] = Field(default_factory=list)
