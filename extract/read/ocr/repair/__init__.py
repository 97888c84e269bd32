"""Puts right what recognition lost, where Vietnamese leaves no doubt."""

from __future__ import annotations

from collections.abc import Sequence

from extract.read.ocr.repair.changes import Change, Document, changed
from extract.read.ocr.repair.fixed_words import form_fixes
from extract.read.ocr.repair.heads import head_fixes, item_fixes
from extract.read.ocr.repair.model import Model
from extract.read.ocr.repair.numbers import number_fixes
from extract.read.ocr.repair.repair import repaired as repaired_letters
from extract.read.ocr.words import ReadWord
from extract.read.source import SourceLine

__all__ = ["repaired"]


def repaired(raw: str, lines: Sequence[SourceLine], using: Model | None = None) -> Document:
    """The text as it must have been, its lines, and what was changed: first letters and marks,
    which leave all offsets, then the words and numbers of a decision's form."""
    recognised = {
        line.start for line in lines if line.words and isinstance(line.words[0], ReadWord)
    }
    text, plain, repairs = repaired_letters(raw, lines, using)
    read = [line for line in plain if line.start in recognised]
    found = [
        *head_fixes(text, read),
        *item_fixes(text, read),
        *form_fixes(text, read),
        *number_fixes(text, read),
    ]
    apart: list[Change] = []
    for change in sorted(found, key=lambda change: change.start):
        if not apart or change.start >= apart[-1].end:
            apart.append(change)
    return changed(text, plain, repairs, apart)
