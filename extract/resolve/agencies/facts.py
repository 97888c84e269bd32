"""What the document itself says that its mentions depend on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Facts:
    """`day` of the document, None where unknown; `place` that it speaks for, from the province
    down, () for the country; `issuer` the id of the agency that speaks; `terms` the short names
    that the text defines, as keys, with what they stand for; `standing` the agency that it calls
    standing; `known` is false where nothing says for whom the document speaks.
    """

    day: dt.date | None = None
    place: tuple[str, ...] = ()
    issuer: str | None = None
    terms: Mapping[str, str] = field(default_factory=dict)
    standing: str | None = None
    known: bool = True

    @property
    def level(self) -> str:
        """central, province, district, commune or unknown."""
        if not self.place:
            return "central" if self.known else "unknown"
        if len(self.place) == 1:
            return "province"
        last = self.place[-1]
        return (
            "commune"
            if last.startswith(("xa-", "phuong-", "thi-tran-", "dac-khu-"))
            else "district"
        )
