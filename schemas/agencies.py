"""Agencies, in the terms of Popolo's Organization: who was meant, and who does the work today."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import Field

from schemas.base import Model

Link = Literal["exact", "alias", "positional", "open_group", "closed_group", "unresolved"]
"""How a mention came to its agency: by its canonical name, by another one, by who speaks ("Sở": of
this province); or that it is a group whose members stay open, or are known in principle."""

Level = Literal["central", "province", "district", "commune", "any"]


class AgencyToday(Model):
    """One that does today what an agency did. Several where its functions were split."""

    agency_id: str | None = Field(
        default=None, description="id in `agencies`; null where only a list of places could tell"
    )
    moved: str | None = Field(default=None, description="the function that came to it; null: all")
    basis: str | None = Field(default=None, description="act of the change")
    sure: bool = Field(description="false where a person must choose or check")


class Agency(Model):
    """An agency, or a group with a known rule of membership, that the plan names or that took over.

    Ids: `bo-y-te`; `bac-kan/so-y-te` for the body of a place; `cap-tinh`, `cap-huyen`, `cap-xa` or
    `cac-cap` in place of a place for all bodies of a kind.
    """

    id: str
    name: str
    classification: str | None = None
    level: Level
    province: str | None = Field(default=None, description="id of the province")
    founding_date: dt.date | None = Field(default=None, description="first day, where known")
    dissolution_date: dt.date | None = Field(default=None, description="last day, where it ended")
    basis: str | None = Field(default=None, description="act of the end, else of the beginning")
    members: list[str] = Field(
        default_factory=list, description="of a group, at the document's date, where known"
    )
