"""Makes a mention of a count: comparator, change, rate, and how far the text reaches."""

from __future__ import annotations

import re

from extract.find.mentions import QuantityMention
from extract.find.quantities.carry import Carry
from extract.find.quantities.counts import Count, Scene
from extract.find.quantities.durations import is_period
from extract.find.quantities.left import LeftContext, change_in_clause, clause_before, read_left
from extract.find.quantities.rates import Rate, rate_before, read_rate
from extract.find.quantities.right import end_of_list, read_after

_SHARES = frozenset({"percent", "points"})
_MOVES_ON = re.compile(
    r"[^;.]{0,60}?(?<!\w)(?:lên|xuống|còn|sang|(?:đến|tới)(?! (?:năm|hết|cuối|tháng|ngày)))(?!\w)"
)
_ROUND = 10
_NEAR = 20
_DECIMALS = 6


def bind(scene: Scene, count: Count, carry: Carry) -> QuantityMention | None:
    """The mention of `count`; None where it is a duration that a deadline or a period takes."""
    left = count.left
    clause = clause_before(scene.lower, scene.done, left.start)
    end = end_of_list(scene.text, scene.lower, count.unit, scene.lexicon)
    rate, end = _rate(scene, count, end, clause)
    end = _read_behind(scene, count, end)
    if is_period(scene, count, rate):
        return None
    _read_from(scene, count, end)
    _mend_where(count)
    carry.move(scene.lower, count.numeral.start)
    carry.pass_on(scene.lower, left, count.kind, count.numeral.value, scene.lexicon)
    _read_change(scene, count, clause)
    return _mention(scene, count, rate, end)


def _rate(scene: Scene, count: Count, end: int, clause: int) -> tuple[Rate | None, int]:
    """The rate of `count`, behind it or before it, and where the text ends with it."""
    behind = read_rate(scene.text, scene.lower, end, scene.lexicon)
    if behind:
        return behind, behind.end
    left = count.left
    if left.per:
        return Rate(left.per, end, time=True), end
    before = rate_before(scene.text, scene.lower, clause, left.start, scene.lexicon)
    if before is None or (count.kind in _SHARES and not (before.time and left.change)):
        return None, end
    if count.kind in ("time", "clock") and not before.touching:
        return None, end
    _read_before(scene, before, left)
    return before, end


def _read_before(scene: Scene, rate: Rate, left: LeftContext) -> None:
    """Takes the comparator before "mỗi": "tối thiểu mỗi xã 01 mô hình"."""
    near = rate.touching or (left.bridged and left.start - rate.end <= _NEAR)
    if rate.start is None or not near:
        return
    outer = read_left(scene.lower, scene.done, rate.start, scene.lexicon)
    left.start = min(left.start, rate.start)
    if outer.far and left.comparator is None:
        left.comparator, left.word, left.start = outer.comparator, outer.word, outer.start


def _read_behind(scene: Scene, count: Count, end: int) -> int:
    """Reads "trở lên" behind the unit; gives the end of the text with it."""
    left = count.left
    after = read_after(scene.lower, end, scene.lexicon, far=left.from_start is not None)
    if after is None:
        return end
    left.comparator, left.word, left.read = after[0], "", True
    if left.from_start is not None:
        left.start = min(left.start, left.from_start)
    touches = scene.lower[end : after[1]].count(" ") <= 2
    return after[1] if touches or count.kind not in _SHARES else end


def _read_from(scene: Scene, count: Count, end: int) -> None:
    """Reads "từ": it opens a range, or names where a change begins, or says "at least"."""
    left = count.left
    if left.from_start is None:
        return
    if count.value_max is not None:
        left.start = min(left.start, left.from_start)
    elif left.comparator is None and _MOVES_ON.match(scene.lower, end):
        left.change, left.start = None, count.numeral.start
    elif left.comparator is None and (left.level or left.bridged or left.change):
        left.comparator, left.start = "ge", min(left.start, left.from_start)


def _mend_where(count: Count) -> None:
    """Drops a "trên" that says where ("trên 03 lĩnh vực"): before nouns of places and aspects it
    compares only where the number is round."""
    left, value = count.left, count.numeral.value
    if not count.unit.unit.surface or left.word not in ("trên", "dưới"):
        return
    if left.word == "dưới" and count.kind == "place":
        return
    if value < _ROUND or value % _ROUND:
        left.comparator, left.start, left.read = None, count.numeral.start, True


def _read_change(scene: Scene, count: Count, clause: int) -> None:
    left = count.left
    if left.change or left.level or left.bridged or count.kind not in _SHARES:
        return
    if left.from_start is None or count.value_max is not None or left.comparator:
        left.change = change_in_clause(scene.lower, clause, left.start, scene.lexicon)


def _mention(scene: Scene, count: Count, rate: Rate | None, end: int) -> QuantityMention:
    text, left, unit = scene.text, count.left, count.unit
    start = max(left.start, scene.done)
    start += len(text[start:end]) - len(text[start:end].lstrip())
    return QuantityMention(
        start=start,
        end=end,
        text=text[start:end],
        value=round(count.numeral.value * unit.factor, _DECIMALS),
        value_max=None
        if count.value_max is None
        else round(count.value_max * unit.factor, _DECIMALS),
        unit=text[unit.start : unit.end] or None,
        unit_start=unit.start,
        unit_end=unit.end,
        comparator="range" if count.value_max is not None else left.comparator or "eq",
        per=rate.per if rate else None,
        change=left.change,
        rule=f"quantities.{unit.unit.row}",
    )
