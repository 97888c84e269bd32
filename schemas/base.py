"""What every model of the dataset shares, and the words that fields choose from."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

SCHEMA_VERSION = "1.2.0"

DocType = Literal[
    "quyet_dinh",
    "ke_hoach",
    "chi_thi",
    "nghi_quyet",
    "chuong_trinh",
    "de_an",
    "cong_van",
    "cong_dien",
    "thong_bao",
    "other",
]

SectionKind = Literal[
    "viewpoint",
    "purpose",
    "requirements",
    "objectives",
    "targets",
    "scope",
    "tasks",
    "solutions",
    "funding",
    "implementation",
    "reporting",
    "timeline",
    "appendix",
    "other",
]

Comparator = Literal["eq", "ge", "gt", "le", "lt", "about", "range"]
Change = Literal["increase", "decrease"]
Role = Literal["lead", "coordinating", "partner"]

Evidence = Literal["direct", "labelled", "inherited_heading", "inherited_schedule", "table"]
"""How a value came about: in the sentence itself, on a labelled line ("Cơ quan chủ trì:"), from the
enclosing heading, from the schedule line of the group, or from a table's columns."""


class Model(BaseModel):
    """A strict, immutable record: an unknown field is an error, never dropped in silence."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, json_schema_serialization_defaults_required=True
    )
