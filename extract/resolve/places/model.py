"""One version of an administrative unit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

PROVINCE, DISTRICT, COMMUNE = 1, 2, 3
_ALWAYS, _NEVER_ENDS = "0001-01-01", "9999-12-31"


@dataclass(frozen=True, slots=True)
class Place:
    """A unit as it was from `since` to `until`; another extent, code or kind is another version.

    `id` is stable over versions of a province ("thai-nguyen"); a district or commune has the path
    of its parents and its kind in it ("bac-kan/huyen-na-ri/xa-kim-hy") and ends where one of these
    changes. `name` is without the kind. `kind` is an id of `lexicons/places/kinds.yaml`; `level` is
    1 for provinces, 2 for districts, 3 for communes. `code` is the official one of that time
    (Quyết định 124/2004/QĐ-TTg, since 2025-07-01 Quyết định 19/2025/QĐ-TTg): the same code may
    name another place at another time.

    `since` and `until` are days ("2025-07-01"), two days with a slash where all that is known is
    that it happened from the one to the other ("2023-04-10/2025-03-01", the first may be ".."), or
    "" where there is no limit. `basis` is what it began with; `into` has the ids that it went to,
    () where it goes on or nothing is known. `weak` spellings count only behind a word for the kind.
    """

    id: str
    name: str
    kind: str
    level: int
    code: str
    parent: str | None
    since: str = ""
    until: str = ""
    basis: str = ""
    into: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()

    @property
    def sure_days(self) -> tuple[str, str]:
        """First and last day (ISO) on which it surely was."""
        since, until = self.since.split("/"), self.until.split("/")
        return since[-1] or _ALWAYS, until[0] or _NEVER_ENDS

    @property
    def possible_days(self) -> tuple[str, str]:
        """First and last day (ISO) on which it may have been."""
        since, until = self.since.split("/"), self.until.split("/")
        first = "" if since[0] == ".." else since[0]
        return first or _ALWAYS, until[-1] or _NEVER_ENDS

    def was_there(self, on: date) -> bool:
        """Whether it surely was on that day."""
        first, last = self.sure_days
        return first <= on.isoformat() <= last

    def may_have_been_there(self, on: date) -> bool:
        """Whether it was on that day as far as known."""
        first, last = self.possible_days
        return first <= on.isoformat() <= last

    @property
    def province_id(self) -> str:
        """The id of the province that it is in, or is."""
        return self.id.partition("/")[0]
