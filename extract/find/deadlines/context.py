"""Tells deadlines from other dates by what stands around them.

A period may be part of a programme's name, a date may belong to a cited document, a year may only
be compared with. Every question here is about `low`, a text in lower case, and offsets into it.
Each looks at most `REACH` code points far, so that long texts cost no more than short ones.
"""

from __future__ import annotations

import re
from itertools import pairwise

from extract.find.deadlines import patterns
from extract.find.deadlines.binding import Bound
from extract.find.deadlines.words import (
    Noun,
    Spoken,
    before,
    ends_with,
    name_nouns,
    noun_phrases,
    phrases,
    spell,
    starts_with,
)

REACH = 400


def sentence_start(low: str, at: int) -> int:
    """Where the sentence or clause around `at` begins."""
    start = max(0, at - REACH)
    stops = list(patterns.SENTENCE_END.finditer(low, start, at))
    return next((stop.end() for stop in reversed(stops) if not _inside_name(low, stop)), start)


def _inside_name(low: str, stop: re.Match[str]) -> bool:
    """Whether the stop belongs to an abbreviation ("TP.") or to a name ("Đề án: …")."""
    if stop[0] == ".":
        return ends_with(before(low, stop.start(), 1), phrases("abbreviations")) > 0
    return stop[0] == ":" and ends_with(before(low, stop.start(), 3), noun_phrases()) > 0


def opens_clause(low: str, start: int) -> bool:
    """Whether nothing but list markers stands before `start` in its sentence."""
    return patterns.VALUE_BEFORE.fullmatch(low, sentence_start(low, start), start) is not None


def stands_alone(low: str, bound: Bound) -> bool:
    """Whether it is a whole value: a table cell, or what follows a label."""
    return opens_clause(low, bound.start) and patterns.VALUE_AFTER.match(low, bound.end) is not None


def is_quoted(low: str, bound: Bound) -> bool:
    """Whether it stands inside quotation marks; a text quoted as a whole counts as unquoted."""
    start, reach = bound.start, max(0, bound.start - REACH)
    opening = low.rfind("“", reach, start)
    if opening <= low.rfind("”", reach, start):
        opening = -1
    if low.count('"', reach, start) % 2:
        opening = max(opening, low.rfind('"', reach, start))
    return opening > 2


def rules_itself_out(low: str, bound: Bound) -> bool:
    """Whether the words next to it compare ("so với năm 2020") or look back ("đã …")."""
    if ends_with(bound.earlier, phrases("no_deadline_before")):
        return True
    after = bound.end + 1 if low.startswith(",", bound.end) else bound.end
    return starts_with(low, after, phrases("no_deadline_after"))


def is_outlook(low: str, bound: Bound) -> bool:
    """Whether it is an outlook beyond the plan ("…, tầm nhìn đến năm 2045"), not its heading."""
    count = ends_with(bound.earlier, phrases("outlook"))
    return count > 0 and not opens_clause(low, bound.earlier[-count].start)


def is_dated_document(low: str, bound: Bound) -> bool:
    """Whether the day dates a document or a meeting rather than something to be done."""
    if starts_with(low, bound.end, phrases("document_after")):
        return True
    if opens_clause(low, bound.start):
        return False
    near = max(0, bound.start - 60)
    held = ends_with(bound.earlier, phrases("held_on"))
    return not held or patterns.DOCUMENT_NUMBER.search(low, near, bound.start) is not None


def is_name(low: str, bound: Bound, period: str, reach: int = REACH) -> bool:
    """Whether it is the `period` (see `names.yaml`) of something named before it.

    The name must begin within `reach` code points before it.
    """
    if _sets_goal(low, bound.end, period):
        return False
    if period != "stretch" and (_goal_ahead(bound) or _opens_after_comma(low, bound)):
        return False
    begin = max(sentence_start(low, bound.start), bound.start - reach)
    words = spell(low, begin, bound.start)
    return any(
        _reaches(low, noun, words[index:], bound.start) and _names_one(noun, words, index, period)
        for index, word in enumerate(words)
        for noun in name_nouns().get(word.word, ())
        if period in noun.periods
    )


def _reaches(low: str, noun: Noun, words: list[Spoken], start: int) -> bool:
    """Whether `words` begin with the noun and its phrase runs on up to `start`."""
    length = len(noun.words)
    if tuple(word.word for word in words[:length]) != noun.words:
        return False
    rest = [word.word for word in words[length:]]
    if noun.followed_by and not (rest and (rest[0] in noun.followed_by or rest[0][0].isdigit())):
        return False
    ends = phrases("name_ends")
    if any((word,) in ends for word in rest) or any(pair in ends for pair in pairwise(rest)):
        return False
    if any(_starts_action(low, left, right) for left, right in pairwise(words[length - 1 :])):
        return False
    return "%" not in low[words[length - 1].end : start]


def _starts_action(low: str, left: Spoken, right: Spoken) -> bool:
    """Whether a further action begins with `right`: "…, trình …"."""
    return (right.word,) in phrases("further_action") and "," in low[left.end : right.start]


def _names_one(noun: Noun, words: list[Spoken], index: int, period: str) -> bool:
    """Whether the noun names one thing, and not the goals set for it are spoken of."""
    earlier, later = words[max(0, index - 5) : index], words[index + len(noun.words) :]
    if ends_with(earlier, phrases("not_before_name")):
        return False
    if tuple(word.word for word in later[:2]) in phrases("not_after_name"):
        return False
    if ends_with(earlier, phrases("many")) and not (noun.many and period == "stretch"):
        return False
    return bool(later) or not ends_with(earlier, phrases("goals_of"))


def _goal_ahead(bound: Bound) -> bool:
    return ends_with(bound.earlier, phrases("goal_before")) > 0


def _opens_after_comma(low: str, bound: Bound) -> bool:
    """Whether a comma parts it from what stands before, and more follows: "…, năm 2025 đạt …"."""
    if not low[max(0, bound.start - 3) : bound.start].rstrip().endswith(","):
        return False
    return patterns.CLAUSE_END.match(low, bound.end) is None


def _sets_goal(low: str, end: int, period: str) -> bool:
    """Whether a goal follows: a level, a verb of reaching, or a colon after "đến năm …"."""
    if period == "stretch":
        return starts_with(low, end, phrases("level_after"))
    if patterns.LEVEL_AFTER.match(low, end) or starts_with(low, end, phrases("goal_after")):
        return True
    return period == "until" and low[end : end + 2].lstrip().startswith(":")
