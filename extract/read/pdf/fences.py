"""The vertical rules of a page, which part the columns of its tables."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from extract.read.page.model import Rule
from extract.read.pdf.frame import Floats
from extract.read.pdf.letters import Flags


class Fences:
    """The rules of a page that stand upright; false where there are none."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        upright = sorted(
            (rule.x0, rule.y0, rule.y1) for rule in rules if rule.y1 - rule.y0 > rule.x1 - rule.x0
        )
        self._x = np.array([x for x, _, _ in upright])
        self._y = [(y0, y1) for _, y0, y1 in upright]

    def __bool__(self) -> bool:
        return bool(self._y)

    def between(self, left: Floats, right: Floats, base: Floats) -> Flags:
        """Whether a rule stands between the points `left` and `right` of lines at `base`."""
        first = np.searchsorted(self._x, left)
        last = np.searchsorted(self._x, right)
        found = np.zeros(len(left), bool)
        for i in np.nonzero(first < last)[0].tolist():
            y = base[i] - 2
            found[i] = any(y0 <= y <= y1 for y0, y1 in self._y[first[i] : last[i]])
        return found

    def parts(self, left: float, right: float, base: float) -> bool:
        """Whether a rule stands between the points `left` and `right` of a line at `base`."""
        return bool(self.between(np.array([left]), np.array([right]), np.array([base]))[0])
