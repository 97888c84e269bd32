"""How letters look, as far as it tells what they are."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks, as far as it tells what its letters are; None where nothing is said."""

    font: str | None = None
    bold: bool | None = None
    capitals: bool | None = None
    hidden: bool | None = None

    def over(self, below: Look) -> Look:
        """This look where it says something, else the one below."""
        mine = {field.name: getattr(self, field.name) for field in fields(self)}
        return Look(**{k: getattr(below, k) if mine[k] is None else mine[k] for k in mine})

    def toggled(self, below: Look) -> Look:
        """As `over`, for a character style over a paragraph style: on twice is off (17.7.3)."""

        def both(mine: bool | None, other: bool | None) -> bool | None:
            return other if mine is None else mine != bool(other)

        return Look(
            self.font if self.font is not None else below.font,
            both(self.bold, below.bold),
            both(self.capitals, below.capitals),
            both(self.hidden, below.hidden),
        )
