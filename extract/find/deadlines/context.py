"""Tells deadlines from other dates by what stands around them.

A period may be part of a programme's name, a date may belong to a cited document, a year may only be
compared with. Every question here is about `low`, a text in lower case, and offsets into it.
"""

from __future__ import annotations

import re

from extract.find.deadlines import patterns
from extract.find.deadlines.words import (
    before,
    ends_with,
    name_ends,
    name_nouns,
    phrases,
    starts_with,
)

REACH = 400
"""How far before a point, in code points, its sentence is looked at."""


def sentence_start(low: str, at: int) -> int:
    """Where the sentence or clause around `at` begins."""
    start = max(0, at - REACH)
    for match in patterns.SENTENCE_END.finditer(low, start, at):
        if not _inside_name(low, match):
            start = match.end()
    return start


def _inside_name(low: str, match: re.Match[str]) -> bool:
    """Whether the stop belongs to an abbreviation ("TP.") or follows a name's noun ("Đề án: …")."""
    if match[0] == ":":
        nouns, _, _ = name_nouns()
        return any(m.end() == match.start() for m in nouns.finditer(low, max(0, match.start() - 24), match.start()))
    words = before(low, match.start(), 1)
    return match[0] == "." and bool(words) and (words[-1][1],) in phrases("abbreviations")


def opens_clause(low: str, start: int) -> bool:
    """Whether nothing but list markers stands before `start` in its sentence."""
    return patterns.VALUE_BEFORE.fullmatch(low, sentence_start(low, start), start) is not None


def stands_alone(low: str, start: int, end: int) -> bool:
    """Whether the stretch is a whole value: a table cell, or what follows a label."""
    return opens_clause(low, start) and patterns.VALUE_AFTER.match(low, end) is not None


def is_quoted(low: str, start: int, end: int) -> bool:
    """Whether the stretch stands inside quotation marks that hold only a part of the text."""
    return any(
        quote.start() < start and end < quote.end()
        for quote in patterns.QUOTATION.finditer(low)
        if quote.end() - quote.start() < len(low.strip(" .;"))
    )


def rules_itself_out(low: str, start: int, end: int) -> bool:
    """Whether the words next to the stretch compare ("so với năm 2020") or look back ("đã …")."""
    if ends_with(before(low, start), phrases("no_deadline_before")):
        return True
    after = end + 1 if low.startswith(",", end) else end
    return starts_with(low, after, phrases("no_deadline_after"))


def is_dated_document(low: str, start: int, end: int) -> bool:
    """Whether the day dates a document or a meeting rather than something to be done."""
    if starts_with(low, end, phrases("document_after")):
        return True
    if opens_clause(low, start):
        return False
    held = ends_with(before(low, start), phrases("held_on"))
    return not held or patterns.DOCUMENT_NUMBER.search(low, max(0, start - 60), start) is not None


def is_name(low: str, start: int, end: int, period: str) -> bool:
    """Whether the stretch is the `period` (see `names.yaml`) of a programme named before it."""
    words = before(low, start)
    if ends_with(words, phrases("goal_before")):
        return False
    if period in ("until", "year") and (_new_clause(low, start) or _sets_goal(low, end)):
        return False
    nouns, periods, in_plural = name_nouns()
    ends = name_ends()
    for noun in nouns.finditer(low, sentence_start(low, start), start):
        name = " ".join(noun[0].split())
        if period not in periods[name] or ends.search(low, noun.end(), start):
            continue
        if _names_one(low, noun, period == "stretch" and name in in_plural, start):
            return True
    return False


def _names_one(low: str, noun: re.Match[str], in_plural: bool, start: int) -> bool:
    """Whether the noun names one programme, whose goals are not what is spoken of."""
    words = before(low, noun.start())
    if ends_with(words, phrases("not_before_name")) or starts_with(
        low, noun.end(), phrases("not_after_name")
    ):
        return False
    if ends_with(words, phrases("many")) and not in_plural:
        return False
    at_once = not low[noun.end() : start].strip()
    return not (at_once and ends_with(words, phrases("goals_of")))


def _new_clause(low: str, start: int) -> bool:
    return low[:start].rstrip().endswith(",")


def _sets_goal(low: str, end: int) -> bool:
    return patterns.GOAL_AFTER.match(low, end) is not None or starts_with(
        low, end, phrases("goal_after")
    )
