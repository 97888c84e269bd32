"""What a level measures: the shortest phrase that identifies it.

Rules look for the verb that ends the phrase; where they know none, parts of speech decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from extract.find.deadlines import find_deadlines
from extract.find.mentions import DeadlineMention, QuantityMention
from extract.find.words import Tagger, Word
from extract.lexicons.load import alternatives, table
from extract.segment.actions import begins_with_verb

_SKIP = re.compile(
    r"\s*(?:trở lên\s+|trở xuống\s+)?"
    r"(?:trong tổng số\s+|(?:tổng )?số (?!hóa|hoá)(?:lượng\s+)?|của\s+)?"
)
_SKIP_CHANGE = re.compile(r"\s*(?:trở lên\s+|trở xuống\s+)?")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_FOR_ALL = re.compile(
    r"\((?:đối với|áp dụng (?:đối với|cho))\s+(?:các\s+|những\s+)?(?P<whom>[^()]+)\)"
)
_STOPS = re.compile(
    r"[;.]|,\s*(?:trong đó|phấn đấu|góp phần|nhằm|đến năm)"
    r"|\sso với\s|\strước ngày\s|\s(?:vào|trong|đến) năm\s"
)
_BEFORE = re.compile(
    r"[\s,:]*(?:phấn đấu|những|mỗi năm|mục tiêu|trong đó|cả nước"
    r"|toàn (?:tỉnh|quốc|thành phố|huyện|xã|ngành)"
    r"|trung bình|bình quân)\s*,?\s+(?:để\s+)?",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"(?<!\w)được(?!\w)")
_SHORTEST = 3
_ANY_YEAR = "2000"
_NEAR = 26


def subject(text: str, measure: QuantityMention, tagger: Tagger) -> tuple[int, int] | None:
    """The subject of `measure` in `text`, its clause: offsets of `text`, or None.

    A noun phrase before the level is its subject ("Tỷ lệ … đạt 95%"); where the level comes first,
    or a verb that governs it, the subject follows ("Giảm 12% số vụ …", "Tổ chức 10 lớp …").
    """
    head = subject_before(text, measure.start, tagger)
    if head is not None:
        return _shortened(text, *head, tagger)
    if measure.unit == "%":
        return _behind(text, measure, tagger)
    return _counted(text, measure)


def subject_before(text: str, level: int, tagger: Tagger) -> tuple[int, int] | None:
    """The noun phrase that stands before a level at offset `level`, times and verbs of level
    aside; None where the clause begins with the level or with a verb that governs it."""
    end = _level_start(text[:level])
    topic = text.rfind(":", 0, end) + 1  # "Về kỹ năng: phấn đấu đạt …"
    start = topic + _clause_start(text[topic:level], end - topic)
    phrase = text[start:end].strip(" ,:")
    if len(phrase.split()) < 2:
        return None
    rate = _rate_noun(phrase.lower())
    if rate is not None:
        place = text.index(phrase, start) + rate
        return place, end
    known_verb = begins_with_verb(phrase)
    if known_verb and not _PASSIVE.search(phrase.lower()):
        return None
    words = tagger.words(phrase)
    is_verb = known_verb or _is_tagged_verb(phrase, words)
    return None if is_verb and not _is_passive(phrase, words) else (start, end)


def _is_tagged_verb(phrase: str, words: Sequence[Word]) -> bool:
    """Whether underthesea has a verb first; "thiệt hại về …" is a noun that it takes for one."""
    return bool(words) and words[0].tag == "V" and not phrase.startswith(" về ", words[0].end)


def _is_passive(phrase: str, words: Sequence[Word]) -> bool:
    """ "Thông tin … được đăng tải": a word that may be verb or noun is the subject of a passive."""
    return bool(_PASSIVE.search(phrase.lower())) and bool(words) and words[0].tag.startswith("N")


def for_whom(text: str) -> tuple[int, int] | None:
    """ "(đối với các trường phổ thông)" behind a clause narrows its subject."""
    match = _FOR_ALL.search(text)
    return match.span("whom") if match else None


def _behind(text: str, measure: QuantityMention, tagger: Tagger) -> tuple[int, int] | None:
    """ "70% người lao động được …": the noun phrase behind the level, up to its predicate."""
    skip = (_SKIP_CHANGE if measure.change else _SKIP).match(text, measure.end)
    start = skip.end() if skip else measure.end
    stop = _STOPS.search(text, start)
    end = stop.start() if stop else len(text)
    phrase = text[start:end]
    lower = phrase.lower()
    if not lower.strip() or not lower[:1].isalpha() or _starts_predicate(lower):
        return None
    cut = _predicate(phrase, lower, tagger)
    return _trim(text, start, start + cut)


def _predicate(phrase: str, lower: str, tagger: Tagger) -> int:
    """Offset of the verb that ends the noun phrase `phrase`, its length where there is none."""
    passive = _PASSIVE.search(lower)
    strong = _first_strong(phrase, tagger)
    weak = _first_weak(lower)
    if passive and (strong is None or passive.start() - strong < _NEAR):
        return strong if strong and _completes(lower, strong, passive.start()) else passive.start()
    if strong is None and weak is None:
        return len(phrase)
    return _earlier(lower, strong, weak) if not passive else strong or len(phrase)


def _completes(lower: str, strong: int, passive: int) -> bool:
    """ "tổ chức được": there "được" completes the verb before it."""
    return strong < passive and bool(
        _pattern("strong_predicates").fullmatch(lower[strong:passive].strip())
    )


def _earlier(lower: str, strong: int | None, weak: int | None) -> int:
    """A weak verb first, unless it stands inside the noun phrase of a stronger one nearby."""
    if strong is None or weak is None:
        return strong if strong is not None else weak or 0
    if weak < strong and lower.startswith("có ", weak) and _joins_noun(lower[weak:strong]):
        return strong
    return min(weak, strong)


def _joins_noun(between: str) -> bool:
    """ "trường học có (tổ chức) bữa ăn … bảo đảm": "có" qualifies when its verb comes at once or a
    new predicate follows without a comma."""
    return len(between.split()) <= 2 or ("," not in between and len(between.split()) <= 7)


def _first_strong(phrase: str, tagger: Tagger) -> int | None:
    """The first verb that ends a noun phrase; underthesea tells it from the noun of that form
    ("các tổ chức"), and "có tổ chức" qualifies the noun before it."""
    lower = phrase.lower()
    places = [
        match.start()
        for match in _pattern("strong_predicates").finditer(lower, _SHORTEST)
        if not lower[: match.start()].endswith("có ")
    ]
    if not places:
        return None
    nouns = {word.start for word in tagger.words(phrase) if word.tag.startswith("N")}
    return next((place for place in places if place not in nouns), None)


def _first_weak(lower: str) -> int | None:
    inside = tuple(f"{w} " for w in table("targets")["weak_inside"])
    for match in _pattern("weak_predicates").finditer(lower):
        if match.start() >= _SHORTEST and not lower[: match.start()].endswith(inside):
            return match.start()
    return None


def _starts_predicate(lower: str) -> bool:
    match = _pattern("strong_predicates").match(lower)
    return bool(match) or lower.startswith(("vào ", "đến ", "trong năm", "so với", "theo ", "năm "))


def _level_start(head: str) -> int:
    """Where the verbs and times right before a level begin."""
    lower = head.lower()
    end = len(lower.rstrip(" ,"))
    verbs = sorted(table("targets")["level_verbs"], key=len, reverse=True)
    moved = True
    while moved:
        moved = False
        for verb in verbs:
            if lower[:end].endswith(" " + verb) or lower[:end] == verb:
                end = len(lower[: end - len(verb)].rstrip(" ,"))
                moved = True
        for time in _times(head[:end]):
            if not head[time.end : end].strip(" ,"):
                end = len(head[: time.start].rstrip(" ,"))
                moved = True
    return end


def _times(text: str) -> list[DeadlineMention]:
    """The times in `text`; "cuối năm" is one whatever the year."""
    return find_deadlines(text, plan_period=_ANY_YEAR)


def _rate_noun(lower: str) -> int | None:
    """Where a phrase about a rate begins: at its head, or behind a verb that changes it
    ("nâng cao tỷ trọng …")."""
    first = _pattern("rate_nouns").search(lower)
    if first is None:
        return None
    if first.start() == 0:
        return None if lower.startswith(tuple(table("targets")["not_rates"])) else 0
    last = [m for m in _pattern("rates").finditer(lower) if m.start() > 0]
    return last[-1].start() if last and begins_with_verb(lower) else None


def _clause_start(head: str, end: int) -> int:
    """Behind the times and the "phấn đấu" that open a clause."""
    start = 0
    moved = True
    while moved:
        moved = False
        opening = _BEFORE.match(head[start:end] + " ")
        if opening:
            start, moved = min(end, start + opening.end()), True
        for time in _times(head[start:end]):
            if not head[start : start + time.start].strip(" ,:"):
                start, moved = start + time.end, True
                break
        while start < end and head[start] in " ,:":
            start += 1
    return start


def _shortened(text: str, start: int, end: int, tagger: Tagger) -> tuple[int, int] | None:
    """A subject before its level, without the predicate that qualifies it; a rate keeps it."""
    lower = text[start:end].lower()
    if _pattern("rate_nouns").match(lower):
        return _trim(text, start, end)
    passive = _PASSIVE.search(lower)
    if passive:
        return _trim(text, start, start + passive.start())
    cuts = [c for c in (_first_strong(text[start:end], tagger), _first_weak(lower)) if c]
    return _trim(text, start, start + min(cuts)) if cuts else _trim(text, start, end)


def _counted(text: str, measure: QuantityMention) -> tuple[int, int] | None:
    """ "10 lớp tuyên truyền cho …": the counted noun with what tells it apart."""
    if measure.unit is None:
        return None
    start = measure.unit_start
    lower = text.lower()
    place = max(measure.unit_end, measure.end if measure.per is None else measure.unit_end)
    ends = _pattern("count_ends")
    if measure.unit.lower() in table("targets")["person_units"]:
        ends = _person_ends()
    match = ends.search(lower, place)
    comma = re.compile(r"[,;.(]").search(text, place)
    end = min(m.start() if m else len(text) for m in (match, comma))
    return _trim(text, start, end)


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    brackets = _BRACKETS.search(text, start, end)
    if brackets and brackets.end() >= end:
        end = brackets.start()
    while start < end and text[start] in " ,:":
        start += 1
    while end > start and text[end - 1] in " ,;.:":
        end -= 1
    for word in ("Những ", "những "):
        if text.startswith(word, start) and end - start > len(word):
            start += len(word)
    return (start, end) if end - start >= 2 else None


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return _whole(table("targets")[name])


@cache
def _person_ends() -> re.Pattern[str]:
    words = [w for w in table("targets")["count_ends"] if w not in ("tại", "trong")]
    return _whole([*words, "trên địa bàn"])


def _whole(words: Iterable[str]) -> re.Pattern[str]:
    """Any of `words` as whole words; "tự do" is a word of its own."""
    return re.compile(rf"(?<!\w)(?<!tự ){alternatives(words)}(?!\w)")
