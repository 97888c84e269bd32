"""Puts recognised text right, and says what was changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.read.ocr.repair.letters import letter_fixes
from extract.read.ocr.repair.marks import marks
from extract.read.ocr.repair.model import Model, model
from extract.read.ocr.words import ReadWord
from extract.read.source import Repair, SourceLine, Word


def repaired(
    raw: str, lines: Sequence[SourceLine], using: Model | None = None
) -> tuple[str, tuple[SourceLine, ...], tuple[Repair, ...]]:
    """The text with its marks put right, its lines, and what was changed.

    Only words that OCR read (`ReadWord`) are changed, letter for letter, so that all offsets stay.
    The lines come back with plain words, and with boxes on the page as it was given.
    """
    using = using or model()
    read = [line for line in lines if line.words and isinstance(line.words[0], ReadWord)]
    letters = list(raw)
    changes: list[tuple[int, int, str]] = []
    for start, text, rule in letter_fixes(raw, read, using):
        letters[start : start + len(text)] = text
        changes.append((start, start + len(text), rule))
    better = "".join(letters)
    for stretch in _stretches(read):
        for start, text in marks(better, stretch, using):
            letters[start : start + len(text)] = text
            changes.append((start, start + len(text), "marks"))
    repairs = [
        Repair(start, end, raw[start:end], rule)
        for start, end, rule in _apart(changes)
        if raw[start:end] != "".join(letters[start:end])
    ]
    return "".join(letters), tuple(map(_plain, lines)), tuple(repairs)


def _apart(changes: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The changes in order; of two at one place the wider, with the rule that came first."""
    found: list[tuple[int, int, str]] = []
    for start, end, rule in sorted(changes, key=lambda change: change[0]):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]), found[-1][2])
        else:
            found.append((start, end, rule))
    return found


def _plain(line: SourceLine) -> SourceLine:
    """The line with plain words, and its box where the page as it was given has it."""
    boxes = [word.box for word in line.words if isinstance(word, ReadWord)]
    if not boxes or len(boxes) != len(line.words):
        return line
    words = tuple(
        Word(box[0], box[2], word.confidence) for box, word in zip(boxes, line.words, strict=True)
    )
    x0, y0 = min(box[0] for box in boxes), min(box[1] for box in boxes)
    x1, y1 = max(box[2] for box in boxes), max(box[3] for box in boxes)
    return replace(line, words=words, box=(x0, y0, x1, y1))


def _stretches(lines: Sequence[SourceLine]) -> Iterator[list[SourceLine]]:
    """Lines that read on one from the other: of one cell, or of the text outside tables."""
    stretch: list[SourceLine] = []
    for line in lines:
        if stretch and (line.cell != stretch[-1].cell or line.kind != stretch[-1].kind):
            yield stretch
            stretch = []
        stretch.append(line)
    if stretch:
        yield stretch
