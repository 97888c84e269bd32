"""Where paragraphs begin, told by the geometry of lines; what geometry cannot tell is left open."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.read.page.columns import number_goes_on
from extract.read.page.items import Item

MARKER = re.compile(
    r"(?:[-–—+•●▪■*➢✓]\s?|\d{1,2}(?:\.\d{1,2}){1,3}[.)]?\s|\d{1,3}[.)/]\s?"
    r"|[a-zđ]\d?[.)/]\s?|[IVX]{1,6}[.)/]\s?|(?:Điều|Chương|Mục|Phần|Phụ lục)\s)\S",
)
_DOCUMENT = re.compile(r"\d{1,5}/(?:\d{4}/|[A-ZĐ]{1,8}-)")
_ATTACHED = re.compile(r"\(\s*(?:ban hành\s+)?kèm\s+theo\s", re.IGNORECASE)
_ENDED = re.compile(r"[.;:!?…][\"”’)]*$")
_INDENT = 0.5
"""Sizes of the font: a line that begins so far inside is indented."""

_SURE, _TIGHT = 1.0, 0.25
"""Sizes of the font: with so much room left, the next word would surely have fitted, or perhaps."""

_ALIGNED = 2.5
"""Points between edges that are one."""

_CENTRED, _WIDE_CENTRED = 0.025, 0.008
"""Shares of the width by which a centred line may be off, and one that nearly fills it."""

_LOOSE = 1.35
"""How many times the usual distance of lines parts two paragraphs."""

_INDENTING = 0.1
"""Share of a document's lines that are indented where paragraphs begin with an indent."""

_FEW = 6
"""Lines: a page with fewer takes its margins from the other pages of its width."""

_SOME, _WIDER = 18, 20.0
"""Lines that are too few to tell margins, and points that a table is wider than lines can be that
tell them: titles on pages of tables do not reach the margins."""


@dataclass(frozen=True, slots=True)
class Margins:
    """Where the lines of a page begin and end, in points, and how far apart they stand."""

    left: float
    right: float
    pitch: float


def mark_paragraphs(
    runs: Sequence[Sequence[Item]],
    widths: dict[int, float],
    tables: dict[int, tuple[float, float]],
) -> None:
    """Sets `opens` of the lines outside tables, given in the order of reading, a run of them
    before, between and behind the tables.

    `widths` are those of the pages, `tables` the edges of the tables on them.
    """
    flow = [one for run in runs for one in run]
    margins = _margins(flow, widths, tables)
    whole = [one for one in flow if not one.side]
    indented = sum(_indent(one, margins[one.page]) > 0 for one in whole)
    indents = indented >= _INDENTING * len(whole)
    for run in runs:
        _mark_run(run, margins, indents)


def _mark_run(run: Iterable[Item], margins: dict[int, Margins], indents: bool) -> None:
    last: Item | None = None
    first: Item | None = None
    for one in run:
        if last and number_goes_on(last, one):
            one.opens = False
        elif one.side or (last and last.side):
            one.opens = _opens_in_column(one, last)
        elif last is None:
            one.opens = True
        else:
            one.opens = _opens(last, one, margins, indents, first)
        if one.opens is not False:
            first = one
        last = one


def _margins(
    flow: Iterable[Item], widths: dict[int, float], tables: dict[int, tuple[float, float]]
) -> dict[int, Margins]:
    by_page: dict[int, list[Item]] = {page: [] for page in widths}
    by_width: dict[int, list[Item]] = {}
    for one in flow:
        if not one.side:
            by_page[one.page].append(one)
            by_width.setdefault(round(widths[one.page]), []).append(one)
    found = {}
    for page, items in by_page.items():
        known = items if len(items) >= _FEW else by_width.get(round(widths[page]), items)
        edges = _edges(known) if known else Margins(0.0, widths[page], 0.0)
        if page in tables and len(items) < _FEW:
            left, right = tables[page]
            if len(known) < _SOME or max(edges.left - left, right - edges.right) > _WIDER:
                edges = Margins(min(left, edges.left), max(right, edges.right), edges.pitch)
        found[page] = edges
    return found


def _edges(items: Sequence[Item]) -> Margins:
    """The edges that most lines share; of ragged lines the outermost ones."""
    lefts = Counter(round(one.box[0] / 2) for one in items)
    few = max(2, 0.1 * len(items)) if len(items) >= _FEW else 1
    left = min((place for place, count in lefts.items() if count >= few), default=min(lefts)) * 2
    rights = sorted(one.box[2] for one in items)
    common, count = Counter(round(right / 2) for right in rights).most_common(1)[0]
    right = common * 2.0 if count >= max(3, 0.25 * len(items)) else rights[-1]
    pitches = sorted(
        b.box[3] - a.box[3]
        for a, b in pairwise(items)
        if a.page == b.page and 0 < b.box[3] - a.box[3] < 4 * b.height
    )
    tight = pitches[len(pitches) // 4] if pitches else 0.0
    return Margins(float(left), right, tight)


def _indent(one: Item, margins: Margins) -> float:
    """How far a line begins inside the left margin, in points; 0 for one that does not."""
    inside = one.box[0] - margins.left
    return inside if inside > _INDENT * one.height else 0.0


def _opens_in_column(one: Item, last: Item | None) -> bool | None:
    """In columns lines are short and centred: only a new column and a wide gap are sure, and that
    an item of a list goes on behind a colon ("- VPCP: các Vụ:", "NC, PL, KTTH;")."""
    if last is None or last.side != one.side:
        return True
    if last.page != one.page:  # recipients go on, signatures do not
        return None if one.side == 1 else True
    if one.box[1] - last.box[3] > 1.2 * max(one.height, last.height):
        return True
    named = one.side == 1 and "," in last.text and last.text.rstrip().endswith(":")
    return False if named and not _marked(one) and not one.bold else None


def _opens(
    last: Item, one: Item, margins: dict[int, Margins], indents: bool, first: Item | None
) -> bool | None:
    """Whether a paragraph opens with `one`, behind `last`; `first` opened the one before it."""
    edges, before = margins[one.page], margins[last.page]
    if _apart(last, one, edges) or not any(map(str.isalnum, last.text)):
        return True
    marked = _marked(one)
    centred, was_centred = _centred(one, edges), _centred(last, before)
    if (centred and was_centred) or _one_title(last, one):
        return _opens_in_title(last, one, edges)
    if centred or was_centred:
        # a long line of a title fills the width
        title = last.bold and one.bold and (last.opens is None or was_centred) and not marked
        return None if title and _fills(one, last, edges) else True
    runs_on = one.text[:1].islower() and not marked and not _ENDED.search(last.text)
    if runs_on and not _indent(one, edges):
        return False
    room = before.right - last.box[2] - _first_word(one)
    if room > _SURE * one.height:
        return True
    indent = _indent(one, edges)
    if indent and not marked and first and abs(indent - _hang(first, margins)) <= _ALIGNED:
        return False
    if indent:
        same = abs(indent - _indent(last, before)) <= _ALIGNED
        if same and not marked:
            return False if last.opens is False else None
        return True
    if room > _TIGHT * one.height:
        return None
    ended = _ENDED.search(last.text) is not None
    if indents:
        return None if ended and marked and one.bold else False
    return None if marked or ended else False


def _opens_in_title(last: Item, one: Item, edges: Margins) -> bool | None:
    """Of two centred lines the second goes on in lower case, or where its first word had no room
    on the first."""
    if one.text[:1].islower() and not _ENDED.search(last.text):
        return False
    if last.bold != one.bold or _ATTACHED.match(one.text):
        return True
    wide = last.box[2] - last.box[0] + _first_word(one) > edges.right - edges.left
    return False if wide and last.page == one.page and not one.text.isupper() else None


def _one_title(last: Item, one: Item) -> bool:
    """Whether two lines in capitals stand around one axis, wherever the margins are."""
    if last.page != one.page or not (last.text.isupper() and one.text.isupper()):
        return False
    width = max(line.box[2] - line.box[0] for line in (last, one))
    off = abs(last.box[0] + last.box[2] - one.box[0] - one.box[2]) / 2
    return off <= _CENTRED * width and not _marked(one)


def _apart(last: Item, one: Item, edges: Margins) -> bool:
    """Whether more than the usual distance is between two lines of a page."""
    if last.page != one.page or not edges.pitch:
        return False
    step = one.box[3] - last.box[3]
    return step > _LOOSE * edges.pitch + 2 or one.box[3] < last.box[1]


def _hang(first: Item, margins: dict[int, Margins]) -> float:
    """How far inside the margin the text behind the marker of `first` stands, in points."""
    if len(first.words) < 2 or not MARKER.match(first.text):
        return -100.0
    return first.words[1].x0 - margins[first.page].left


def _centred(one: Item, margins: Margins) -> bool:
    width = margins.right - margins.left
    left, right = one.box[0] - margins.left, margins.right - one.box[2]
    inside = min(left, right)
    allowed = _CENTRED if inside > 0.04 * width else _WIDE_CENTRED
    even = abs(left - right) / 2 <= allowed * width and inside > _ALIGNED
    return even and not _marked(one)


def _marked(one: Item) -> bool:
    """Whether a line begins with the mark of an item, not with the number of a document."""
    return MARKER.match(one.text) is not None and not _DOCUMENT.match(one.text)


def _fills(one: Item, last: Item, margins: Margins) -> bool:
    """Whether one of two lines stands from margin to margin."""
    return any(
        line.box[0] - margins.left < 2 * line.height
        and margins.right - line.box[2] < 2 * line.height
        for line in (one, last)
    )


def _first_word(one: Item) -> float:
    """The width of the first word with the space before it, in points."""
    if one.words:
        return one.words[0].x1 - one.words[0].x0 + 0.25 * one.height
    letters = len(one.text.split(" ", 1)[0]) + 1
    return (one.box[2] - one.box[0]) * letters / max(1, len(one.text))
