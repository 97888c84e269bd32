"""Plain dates as decisions write them, and the period that a plan's title gives.

Offsets are code points of the text that the function was given. Forms of a date: Nghị định
30/2020/NĐ-CP, annex I ("ngày 05 tháng 3 năm 2024"), and the short forms that citations use. Drafts
leave the day, or day and month, blank.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass

YEAR = r"(?:19|20)\d\d"

_BLANK = r"[\s.…_]{0,30}"
_WORDS = re.compile(
    rf"(?:ngày{_BLANK})?(?<!\d)(?P<day>\d{{1,2}}){_BLANK}tháng{_BLANK}(?P<month>\d{{1,2}})(?!\d)"
    rf"{_BLANK}(?:năm{_BLANK}|[/-]\s?)(?P<year>{YEAR})(?!\d)"
    rf"|(?:(?P<blank>ngày){_BLANK})?tháng{_BLANK}(?:(?P<month2>\d{{1,2}})(?!\d){_BLANK})?"
    rf"(?:năm{_BLANK}|[/-]\s?)(?P<year2>{YEAR})(?!\d)"
)
_SLASHES = re.compile(
    rf"(?:ngày\s{{0,3}})?(?<![\d/.-])(?P<day>\d{{1,2}})\s?(?P<sep>[/.-])\s?(?P<month>\d{{1,2}})\s?"
    rf"(?P=sep)\s?(?P<year>{YEAR})(?![\d/])"
    rf"|ngày[ .…_]{{0,30}}/\s?(?P<month2>\d{{1,2}})\s?/\s?(?P<year2>{YEAR})(?![\d/])"
)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text; `edtf` is a day, or a month or year where the rest is left blank."""

    start: int
    end: int
    text: str
    edtf: str
    rule: str


def lowered(text: str) -> str:
    """`text` in lower case, character for character: offsets of one are offsets of the other."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(lower if len(lower := char.lower()) == 1 else char for char in text)


def exists(year: int | None, month: int | None, day: int | None) -> bool:
    """Whether the calendar has such a day; an unknown year counts as a leap year.

    >>> exists(2023, 2, 29), exists(None, 2, 29), exists(2023, 13, None)
    (False, True, False)
    """
    if month is not None and not 1 <= month <= 12:
        return False
    if day is None:
        return True
    return 1 <= day <= (calendar.monthrange(year or 2000, month)[1] if month else 31)


def find_dates(text: str) -> list[DateMention]:
    """The dates in `text`, in order; days that the calendar does not have are left out.

    >>> [d.edtf for d in find_dates("Kế hoạch số 5/KH ngày 28/9/2021; tháng 01/2023; 31/02/2024")]
    ['2021-09-28', '2023-01']
    >>> [d.edtf for d in find_dates("Sông Mơ, ngày    tháng 4 năm 2021")]
    ['2021-04']
    """
    low = lowered(text)
    found = [mention for match in _WORDS.finditer(low) if (mention := _worded(text, match))]
    found += [mention for match in _SLASHES.finditer(low) if (mention := _slashed(text, match))]
    return sorted(found, key=lambda mention: mention.start)


def _worded(text: str, match: re.Match[str]) -> DateMention | None:
    if match["day"]:
        return _mention(text, match, match["year"], match["month"], match["day"], "date.words")
    if match["blank"]:
        return _mention(text, match, match["year2"], match["month2"], None, "date.blank")
    if match["month2"]:
        return _mention(text, match, match["year2"], match["month2"], None, "date.month")
    return None


def _slashed(text: str, match: re.Match[str]) -> DateMention | None:
    if match["day"]:
        return _mention(text, match, match["year"], match["month"], match["day"], "date.slashes")
    return _mention(text, match, match["year2"], match["month2"], None, "date.blank")


def _mention(
    text: str, match: re.Match[str], year: str, month: str | None, day: str | None, rule: str
) -> DateMention | None:
    if not exists(int(year), int(month) if month else None, int(day) if day else None):
        return None
    edtf = "-".join([year, *(part.zfill(2) for part in (month, day) if part)])
    start, end = match.span()
    return DateMention(start, end, text[start:end], edtf, rule)


_TO = r"\s{0,3}(?:[-–—]|đến hết|đến|tới)\s{0,3}"
_PERIOD = re.compile(
    rf"(?P<vision>(?:tầm nhìn|định hướng)\s+(?:(?:đến|tới)\s+)?(?:năm\s+)?{YEAR})"
    rf"|(?:từ\s+)?(?:năm\s+)?(?P<first>{YEAR}){_TO}(?:năm\s+)?(?P<last>{YEAR})(?!\d)"
    rf"|(?:đến|tới)\s+(?:hết\s+)?(?:năm\s+)?(?P<until>{YEAR})(?!\d)"
    rf"|từ\s+năm\s+(?P<since>{YEAR})(?!\d)"
    rf"|quý\s+(?P<quarter>iv|i{{1,3}}|[1-4])\s{{0,2}}(?:năm|/)\s{{0,2}}(?P<of>{YEAR})(?!\d)"
    rf"|năm\s+(?P<year>{YEAR})(?!\d)"
)
_LAW = re.compile(
    r"(?<!pháp )\b(?:luật|hiến pháp|pháp lệnh)"
    rf"(?:\s+(?!năm\b|trên\b|tỉnh\b|trong\b|cho\b)[^\s;“”\"]+){{0,12}}\s+năm\s+{YEAR}"
)
_NUMBER = re.compile(r"(?<![\w/-])\d{1,8}[\w-]{0,20}/[\w/-]{1,40}")
_QUOTED = re.compile(r"“[^“”]{0,500}”|\"[^\"]{0,500}\"")
_CARRIES_OUT = re.compile(r"\b(?:thực hiện|triển khai)\b")
_STAGE = re.compile(r"[\s,(]{1,3}giai đoạn\s+(?:[ivx\d]+\s{0,2}[:(]?\s{0,2})?")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def find_period(text: str) -> str | None:
    """The plan's own period (EDTF) from its title; `None` where the title gives none.

    The period of a quoted name counts only where nothing stands outside the quotation marks, dates
    of cited documents and the year of a law never; of "đến năm 2030, tầm nhìn đến năm 2045" the
    first, main part is the period.

    >>> find_period("Phê duyệt Kế hoạch trồng rừng giai đoạn 2022 - 2025")
    '2022/2025'
    >>> find_period("TRIỂN KHAI “ĐỀ ÁN ĐỌC SÁCH GIAI ĐOẠN 2021 - 2025” TRONG NĂM 2022")
    '2022'
    """
    low = lowered(text)
    for date in find_dates(text):
        low = _blanked(low, date.start, date.end)
    for pattern in (_NUMBER, _LAW):
        low = pattern.sub(lambda match: " " * len(match[0]), low)
    unquoted = _QUOTED.sub(lambda match: " " * len(match[0]), low)
    return _main_period(unquoted) or _main_period(low)


def _blanked(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]


def _main_period(low: str) -> str | None:
    """Which of several periods is the plan's own.

    One that stands before "thực hiện …" (what follows is another document); else a single year,
    narrower than the programme it belongs to; else the first, or the stage named right after it.
    """
    found = [match for match in _PERIOD.finditer(low) if not match["vision"]]
    if not found:
        return None
    carries_out = [match.start() for match in _CARRIES_OUT.finditer(low)]
    if carries_out and found[0].end() <= carries_out[-1]:
        return _period(found[0])
    if single := [match for match in found if match["year"] or match["quarter"]]:
        return _period(single[-1])
    stage = found[0]
    for following in found[1:]:
        if _STAGE.fullmatch(low, stage.end(), following.start()):
            stage = following
    return _period(stage)


def _period(match: re.Match[str]) -> str:
    if match["first"]:
        return f"{match['first']}/{match['last']}"
    if match["until"]:
        return f"../{match['until']}"
    if match["since"]:
        return f"{match['since']}/.."
    if match["quarter"]:
        last = 3 * _QUARTERS[match["quarter"]]
        return f"{match['of']}-{last - 2:02d}/{match['of']}-{last:02d}"
    return match["year"]
