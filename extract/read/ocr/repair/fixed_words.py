"""Lines and words of a decision's form that leave one reading only: its kind, months in figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extract.lexicons.load import rows, table
from extract.read.ocr.repair.changes import Change
from extract.read.ocr.repair.spelling import skeleton
from extract.read.source import SourceLine

_PROVINCE = "TỈNH"
_MISREAD = re.compile(r"(?:^|NHÂN DÂN )(T[IÌÍĨỊ]NH) (?P<name>[^\d,.;:]{3,30})$")
_MONTH = re.compile(r"(?<!\w)tháng (?P<month>[I|l\]\[!]{1,2})(?= năm \d{4})")


def form_fixes(raw: str, lines: Sequence[SourceLine]) -> Iterator[Change]:
    """The changes, in order. `lines` are those that OCR read.

    A line of a cell that is nearly "nt" ("như trên", as above) is that. A line in capitals that is
    a kind of document but for its marks is that kind; "tỉnh" before a province's name there is that
    word. A month between "tháng" and "năm" is in
    figures (Nghị định 30/2020/NĐ-CP, annex I): "II" is 11.
    """
    for line in lines:
        text = raw[line.start : line.end]
        if line.cell and text in _in_cells():
            yield Change(line.start, line.end, _in_cells()[text], "cell")
            continue
        kind = _kinds().get(_bare(text)) if text.isupper() else None
        if kind and kind != text and len(kind) == len(text) and not line.cell:
            yield Change(line.start, line.end, kind, "title")
            continue
        if text.isupper() and (province := _province(text)) is not None:
            start = line.start + province
            yield Change(start, start + len(_PROVINCE), _PROVINCE, "place")
        for month in _MONTH.finditer(text):
            start = line.start + month.start("month")
            figures = "1" * len(month["month"])
            yield Change(start, start + len(figures), figures, "month")


def _province(text: str) -> int | None:
    """Where in a line of capitals a misread "TỈNH" stands before the name of a province."""
    found = _MISREAD.search(text)
    return found.start(1) if found and found["name"] in _provinces() else None


@cache
def _provinces() -> frozenset[str]:
    return frozenset(row["canonical"].upper() for row in rows("places/provinces"))


def _bare(text: str) -> str:
    return " ".join(map(skeleton, text.split(" ")))


@cache
def _in_cells() -> dict[str, str]:
    return dict(table("ocr/confusions")["lines_in_cells"])


@cache
def _kinds() -> dict[str, str]:
    """Kinds of document by their letters without marks; none that two kinds share."""
    names = [row["name"] for row in table("documents")["title_kinds"]]
    bare = [_bare(name) for name in names]
    return {form: name for form, name in zip(bare, names, strict=True) if bare.count(form) == 1}
