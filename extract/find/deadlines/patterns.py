"""The patterns of this package. All are for text in lower case, and bounded: no repeat runs open.

Group names of `POINT` say which form of a point in time was met; `points.py` reads them.
"""

from __future__ import annotations

import re

from extract.find.dates import YEAR

_UP_TO_2 = r"\d{1,2}(?!\d)"
_QUARTER = r"(?:iv|i{1,3}|[1-4])(?!\w)"
_MARK_OF_YEAR = r"(?:\s{0,2}[/-]\s{0,2}|\s{0,3},?\s{0,2}năm\s{1,3})"
_OF_YEAR = rf"{_MARK_OF_YEAR}{YEAR}(?![\d/])"
_SEPARATOR = r"\s{0,3}(?:[-–—,&+]|và|đến hết|đến|tới)\s{0,3}"
_LIST_GOES_ON = (
    r"(?=\s{0,3}(?:[-–—,;.)/&+]|$)|\s{1,3}(?:và|năm|đến|tới|hằng|hàng|mỗi|của|để)(?!\w))"
)


def _list_of(unit: str, member: str) -> str:
    more = rf"{_SEPARATOR}(?:{unit}\s{{1,3}})?{member}{_LIST_GOES_ON}"
    return rf"(?<!\w){unit}\s{{1,3}}{member}(?:{more}){{0,11}}(?:{_OF_YEAR})?"


_FREE = r"(?<![\d/.,])(?<![^\W\d]-)"
_DATE = (
    rf"(?:ngày\s{{0,3}})?{_FREE}(?P<day>\d{{1,2}})\s?(?P<mark>[/.-])\s?(?P<month>\d{{1,2}})"
    rf"\s?(?P=mark)\s?(?P<year>{YEAR})(?![\d/])"
)
_WORDED_DATE = (
    r"(?:ngày\s{0,3})?(?<![\d/.,-])(?<!thứ )(?P<wday>\d{1,2})\s{1,3}tháng\s{1,3}"
    rf"(?P<wmonth>{_UP_TO_2})(?:{_MARK_OF_YEAR}(?P<wyear>{YEAR})(?![\d/]))?"
)
_SHORT_DATE = (
    rf"(?:ngày\s{{0,3}})?{_FREE}(?P<sday>\d{{1,2}})\s?/\s?(?P<smonth>\d{{1,2}})(?![\d/]|\s?/)"
)
_LONE_DAY = (
    r"(?<!\w)ngày\s{1,3}(?P<lone>\d{1,2})(?![\d/.])(?!\s{1,3}tháng\s{1,3}\d)"
    r"(?:\s{1,3}(?:của\s{1,3})?tháng\s{1,3}"
    r"(?:cuối\s{1,3}(?:của\s{1,3})?quý|sau|tiếp theo|kế tiếp))?"
)
_SHORT_MONTH = rf"{_FREE}(?P<mmonth>\d{{1,2}})\s?[/-]\s?(?P<myear>{YEAR})(?![\d/]|-\w)"
_SHORT_QUARTER = rf"(?<![\w/])(?P<quarter>iv|i{{1,3}})\s?/\s?(?P<qyear>{YEAR})(?![\d/])"
_MONTHS = _list_of("tháng", _UP_TO_2)
_QUARTERS = _list_of(r"(?:qu[ýí]|qúy)", _QUARTER)
_HALF = (
    r"(?<![\d/.,])(?:0?(?P<count>[369])|(?P<six>sáu)|(?P<nine>chín))\s{1,3}tháng\s{1,3}"
    rf"(?P<end>đầu|cuối)\s{{1,3}}năm(?:\s{{1,3}}{YEAR}(?!\d))?(?!\s{{1,3}}học)"
)
_YEAR_MEMBER = rf"(?:năm\s{{1,3}})?{YEAR}(?!\d)"
_YEARS = (
    rf"(?<![\d/.,-])(?<!\w){_YEAR_MEMBER}(?!/[^\W\d]|/\d{{1,3}}(?!\d)|[.,]\d|-[^\W\d])"
    rf"(?:(?:{_SEPARATOR}|\s?/\s?){_YEAR_MEMBER}){{0,9}}(?!/[^\W\d]|[.,]\d)"
)
_PLAN_YEAR = (
    r"(?<!\w)(?:(?<=trong\s)|(?<=cả\s)|(?<=hết\s)|(?<=cuối\s))năm(?!\w)"
    r"(?!\s{1,3}(?:\d|học|tới|sau|trước|kế hoạch|tiếp|qua|đầu|thứ|tài chính|nay|đó|này|ngân sách))"
)

POINT_START = re.compile(r"\d|ngày|tháng|năm|qu[ýí]|qúy|(?:sáu|chín)\s{1,3}tháng|i[iv]{0,2}\s?/")
"""Where a point in time can begin: trying `POINT` only there saves most of the time."""

POINT = re.compile(
    "|".join(
        f"(?P<{name}>{pattern})"
        for name, pattern in {
            "date": _DATE,
            "worded_date": _WORDED_DATE,
            "half": _HALF,
            "short_month": _SHORT_MONTH,
            "short_date": _SHORT_DATE,
            "lone_day": _LONE_DAY,
            "months": _MONTHS,
            "quarters": _QUARTERS,
            "short_quarter": _SHORT_QUARTER,
            "years": _YEARS,
            "plan_year": _PLAN_YEAR,
        }.items()
    )
)
SEPARATOR = re.compile(_SEPARATOR)
FOUR_DIGITS = re.compile(rf"{YEAR}(?!\d)")
NUMBERS = re.compile(r"\d{1,2}(?!\d)")
QUARTER_MEMBERS = re.compile(rf"(?<!\w){_QUARTER}")
RANGE_MARK = re.compile(r"[-–—]|đến|tới|/")
TO = re.compile(r"\s{0,3}(?:[-–—]|(?:cho )?đến(?: hết)?(?: cuối)?|tới)\s{0,3}")

_LONG = r"(?:tuần|tháng|quý|quí|năm)"
_UNIT = rf"(?:ngày|{_LONG})"
_NUMBER = r"(?:\d{1,2}|một|hai|ba|bốn|năm|sáu|chín|mười)"
_EVERY = rf"(?:hằng|hàng|mỗi)\s{{1,2}}{_UNIT}(?!\w)"
_COUNT = rf"{_NUMBER}\s{{1,2}}{_LONG}(?!\w)(?!\s{{1,2}}(?:đầu|cuối|tới|kể|trở|\d))"
_ENDS = (
    r"(?=\s{0,2}(?:[,;.):/]|$)|\s{1,2}(?:và|hoặc|theo|báo cáo|gửi|của|về|để|cho|đối với|tổng hợp"
    r"|đột xuất|kết quả|tình hình|với)(?!\w))"
)
_BARE = rf"{_LONG}(?!\w){_ENDS}"
_AND = r"\s{0,2}(?:,|;|/|và|hoặc)\s{0,2}(?:định kỳ\s{1,2})?"
_ITEM = rf"(?:{_EVERY}|{_COUNT}|{_BARE})"
_ONCE = r"(?:\s{0,2}/\s{0,2}|\s{1,2})(?:(?:một|1|01)\s{1,2})?lần(?!\w)"

RECURRENCE = re.compile(
    rf"(?<!\w)định kỳ\s{{1,2}}(?P<times>{_NUMBER})\s{{1,2}}lần\s{{0,2}}"
    rf"(?:/|mỗi|trong|trên)\s{{0,2}}(?:(?:một|1|01)\s{{1,2}})?(?P<of>{_UNIT})(?!\w)"
    rf"|(?<!\w)định kỳ(?:\s{{0,2}}(?P<open>\()\s?|\s{{0,2}},\s{{0,2}}|\s{{1,2}})"
    rf"(?:mỗi\s{{1,2}}|theo\s{{1,2}}|cứ\s{{1,2}})?(?P<periodic>{_ITEM}(?:{_AND}{_ITEM}){{0,5}})"
    rf"(?:{_ONCE})?(?(open)\s?\))"
    rf"|(?<!\w)(?P<rounds>(?:{_COUNT}{_AND}){{0,3}}{_EVERY}(?:{_AND}{_ITEM}){{0,5}})"
    rf"|(?<!\w)(?P<once>{_NUMBER}\s{{1,2}}{_LONG}){_ONCE}"
    r"|(?<!\w)(?P<yearly>thường niên)(?!\w)"
    rf"|(?<!\w)(?:báo cáo|giao ban)\s{{1,2}}(?:định kỳ\s{{1,2}})?"
    rf"\(?(?P<listed>{_ITEM}(?:{_AND}{_ITEM}){{1,5}})"
)
RECURRENCE_START = re.compile(
    rf"định kỳ|h[àằ]ng\s|mỗi\s|thường niên|báo cáo|giao ban|{_NUMBER}\s{{1,2}}{_LONG}"
)
"""Where a recurrence can begin: trying `RECURRENCE` only there saves time."""

ITEM = re.compile(
    rf"(?:(?P<number>{_NUMBER})\s{{1,2}}|(?P<every>hằng|hàng|mỗi)\s{{1,2}})?(?P<unit>{_UNIT})(?!\w)"
)

TELLTALES = (
    *("năm", "tháng", "ngày", "quý", "quí", "qúy", "hằng ", "hàng ", "mỗi "),
    *("định kỳ", "thường niên"),
)
NUMBERED = re.compile(rf"{YEAR}|\d\s?/\s?\d")
"""A text with neither of these holds no deadline."""

JOINT = re.compile(r"\s{0,2}(?:[,(]\s{0,2})?(?:(?:và|vào|của)\s{1,2})?")
"""Between a recurrence and the day it falls on: "hằng năm (trước ngày 20/12)"."""

SENTENCE_END = re.compile(r"[;!?\t\n]|[.…](?=\s|$)|:(?=\s|$)")
DOCUMENT_NUMBER = re.compile(r"\d[\w-]{0,12}/[a-zđ\d][\w/-]{1,30}")
OUTLOOK = re.compile(
    r"[\s,(“”\"]{0,4}(?:(?:và|có|xét) )?(?:tầm nhìn|định hướng|xét)(?:\s{1,3}(?:đến|tới))?\s{0,3}"
)
_STAGE = r"(?:giai đoạn|gđ)\s{1,3}(?:i{1,3}|[1-5]|một|hai|ba)?\s{0,2}"
STAGE = re.compile(rf"[\s,;(]{{1,4}}(?:trong đó,? )?(?:và )?{_STAGE}[:(]?\s{{0,2}}")
STAGE_OPENS = re.compile(rf"(?:{_STAGE}[:(]|\d năm\s{{0,2}}\()\s{{0,2}}")
AND = re.compile(r"\s{0,2}(?:,|,?\s{0,2}(?:và|hoặc)\s)\s{0,2}")
HOUR = re.compile(r"(?<!\d)\d{1,2}\s?(?:giờ|h|g)(?:\s?\d{1,2})?(?:\s?phút)?,?\s{1,3}")
FROM_THEN_ON = re.compile(r"\s{1,3}(?:trở đi|trở về sau)(?!\w)")
LEVEL_AFTER = re.compile(r"\s{1,3}(?:(?:có|trên|khoảng|từ|dưới|ít nhất|tối thiểu)\s{1,2}){0,2}\d")
CLAUSE_END = re.compile(r"\s{0,2}(?:[.;)]|$)")
VALUE_BEFORE = re.compile(
    r"[\s(+*•–-]{0,6}(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]\s?)?(?:[a-zđ]\)\s{0,2})?"
    r"(?:t\.?)?"
)
NOTHING_AFTER = re.compile(r"[\s.;,)]{0,4}")
VALUE_AFTER = re.compile(r"[ .;:,)*]{0,6}(?:$|[(,;\t\n])| ?:")
