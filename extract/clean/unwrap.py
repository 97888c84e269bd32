"""Joins wrapped lines into blocks: paragraphs, headings, items.

Exports of web pages break lines at about 80 columns of their HTML, anywhere in a sentence, and the
first line of a paragraph earlier; some put a blank line after each. What ends a block is therefore
judged from both sides of each break.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from extract.clean.lines import Line
from extract.clean.markers import BULLETS, Style, marker
from extract.lexicons.load import alternatives, table

_TERMINAL = re.compile(r"[.;:!?…]['\"”’)]*$")
_OPEN_END = re.compile(rf"(?:[,(/\-–]|(?<!\w){alternatives(table('layout')['open_ends'])})$")
_CITES = re.compile(
    rf"(?<!\w)(?:{alternatives(table('layout')['cited_parts'])}"
    r"|(?:tại|theo|và|các) (?:điểm|mục|phụ lục|phần))$"
)
_RECITAL = re.compile(r"(?:Căn cứ|Xét|Theo) ?")
_YEAR_DASH = re.compile(r"[-–]\s*\d{4}\b")
_ASSIGNS = re.compile(
    r"(?:Sở|Bộ|Ban|Ủy ban|Uỷ ban|UBND|Công an|Hội|Các|Thanh tra|Văn phòng|Cục|Vụ)\s.{3,60}"
    r"(?:chủ trì|phối hợp với|có trách nhiệm|chỉ đạo|tham mưu)"
)
_FOOTNOTE = re.compile(r"\d{1,2}\s[^\W\d_a-z]")
_ITS_NUMBER = re.compile(r"\d{1,2}\s?:\s")
_NUMBER_DASH = re.compile(r"[-–]\s*\d")
_FULL_LINE = 0.72
_FIRST_LINE = 28


@dataclass(frozen=True, slots=True)
class Shape:
    """How a text is broken: `width` of its wrapped lines (None where lines are paragraphs), `first`
    of the first lines of its paragraphs, and whether its blank lines stand between paragraphs."""

    width: int | None
    gaps: bool
    first: int = 0


def shape(lines: Sequence[Line]) -> Shape:
    """Measure how `lines` are broken."""
    if not lines:
        return Shape(None, False)
    gaps = sum(line.gap for line in lines) < 0.7 * len(lines)
    continued = [
        len(line.text)
        for line, following in pairwise(lines)
        if following.text[:1].islower() and not _TERMINAL.search(line.text)
    ]
    if len(continued) < 0.1 * len(lines) or len(continued) < 3:
        return Shape(None, gaps)
    continued.sort()
    width = continued[min(len(continued) - 1, int(0.97 * len(continued)))]
    return Shape(width if width <= 130 else None, gaps, _first_width(lines))


def _first_width(lines: Sequence[Line]) -> int:
    """Where the first line of a paragraph breaks: three in four continued ones are this long."""
    lengths = sorted(
        len(line.text)
        for line, following in pairwise(lines)
        if following.text[:1].islower()
        and (found := marker(line.text)) is not None
        and found.style in (Style.DASH, Style.PLUS, Style.ARABIC, Style.LETTER)
    )
    return lengths[len(lengths) // 4] if len(lengths) >= 8 else 0


def unwrap(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of each block, in order."""
    form = shape(lines)
    blocks: list[list[Line]] = []
    for line in lines:
        if blocks and not line.cells and _continues(blocks[-1], line, form):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _continues(block: list[Line], line: Line, form: Shape) -> bool:
    last = block[-1]
    if last.cells or line.level:
        return False
    if line.opens is not None:
        return not line.opens or _goes_on_in_lower_case(block, line)
    if last.level and not last.hard_break:
        return False
    ended = bool(_TERMINAL.search(last.text)) and not last.text.endswith("số:")
    if _CITES.search(last.text) or (_is_half(last.text) and line.text.isupper()):
        return True
    if _ITS_NUMBER.match(line.text) and marker(f"{last.text} 1: A") and not ended:
        return True  # "5. Mục tiêu" / "5: Nâng cao …"
    if len(block) == 1 and _only_marker(last.text) and marker(line.text) is None:
        return True
    if _starts_item(block, line, form, ended):
        return False
    if last.text.isupper() and line.text.isupper() and _breaks_capitals(last.text, line.text):
        return False
    if last.hard_break and not ended and line.text.isupper() == last.text.isupper():
        return True
    if form.gaps and line.gap and not _runs_on(last, line, ended):
        return False
    if line.text[0].islower():
        return True
    if ended:
        return _sentence_goes_on(block, line, form)
    return _open_line(block, line, form)


def _goes_on_in_lower_case(block: list[Line], line: Line) -> bool:
    """A sentence that goes on, whatever the layout looks like, as in a title over several lines;
    behind a marked heading that the layout ends, a paragraph may begin so."""
    if not line.text[0].islower() or marker(line.text) or marker(block[0].text):
        return False
    return not _TERMINAL.search(block[-1].text)


def _starts_item(block: list[Line], line: Line, form: Shape, ended: bool) -> bool:
    found = marker(line.text)
    if _opens_part(line.text):
        return True
    if found is None:
        return _label(line.text) and (ended or len(block[-1].text) < (form.width or 0) * _FULL_LINE)
    if found.style is Style.DASH and not ended and form.width:
        # "Lao động" / "- Thương binh và Xã hội", "2021" / "- 2025"
        if block[-1].text[-1].isdigit() and _NUMBER_DASH.match(line.text):
            return False
        full = len(block[-1].text) + _first_word(line.text[found.end :]) + 3 > form.width
        return not (full or _YEAR_DASH.match(line.text))
    if found.style in (Style.PAREN, Style.LETTER) and not ended and form.width:
        return len(block[-1].text) < form.width * _FULL_LINE or found.style is Style.LETTER
    return True


def _runs_on(last: Line, line: Line, ended: bool) -> bool:
    return line.text[0].islower() and not ended


def _sentence_goes_on(block: list[Line], line: Line, form: Shape) -> bool:
    """A new sentence in the same paragraph: the last line was filled up before it."""
    last = block[-1].text
    if form.width is None or line.text.isupper():
        return False
    if last.endswith(";") and len(block) == 1:
        return len(last) >= _FIRST_LINE
    if len(block) < 2 or not last.endswith((".", ";")):
        return False
    return len(last) + _first_word(line.text) + 3 > form.width


def _open_line(block: list[Line], line: Line, form: Shape) -> bool:
    """The last line stopped without a full stop and this one begins with a capital or a digit."""
    last = block[-1].text
    if last.isupper():
        return line.text.isupper() or not _letters(line.text)
    if line.text.isupper() and _letters(line.text) > 3:
        return bool(_OPEN_END.search(last))
    if _RECITAL.match(block[0].text):
        return True
    if _OPEN_END.search(last) or last.count("(") > last.count(")"):
        return True
    if form.width is None:
        return False
    if _ASSIGNS.match(line.text) and not last.isupper():
        return len(last) >= form.width * _FULL_LINE
    if _starts_sentence(line.text):
        return len(last) + _first_word(line.text) > form.width and len(block) > 1
    if line.text[0].isdigit():
        return len(last) >= 20 and not _FOOTNOTE.match(line.text)
    if _repeats(last, line.text):
        return False
    if len(block) > 1:
        return True
    found = marker(last)
    if found is not None and found.style in (
        Style.ARABIC,
        Style.DECIMAL,
        Style.LETTER,
        Style.ROMAN,
    ):
        return len(last) + _first_word(line.text) + 1 >= max(_FIRST_LINE, form.first)
    return len(last) >= _FIRST_LINE or (found is not None and found.style in BULLETS)


def _repeats(last: str, text: str) -> bool:
    """A sentence that takes up its heading: "9. Bộ Y tế" / "Bộ Y tế chủ trì …"."""
    found = marker(last)
    words = last[found.end if found else 0 :].split(" ")[:3]
    return found is not None and len(words) == 3 and text.startswith(" ".join(words))


def _only_marker(text: str) -> bool:
    found = marker(text)
    return found is not None and found.end == len(text)


def _is_half(text: str) -> bool:
    return text in table("layout")["capital_halves"]


def _breaks_capitals(last: str, text: str) -> bool:
    """A line in capitals that starts something new: the issuer below the title, a post, a name."""
    layout = table("layout")
    openers = tuple(layout["capital_openers"])
    if last in layout["posts"] and text in layout["posts"]:
        return True
    if _is_half(last) or f"{last} {text}".startswith(openers):
        return False
    alone = layout["capital_lines"]
    if last in alone or text in alone:
        return True
    opens = text.startswith(openers) and not last.startswith(openers)
    return opens and not last.endswith(("CỦA", "VÀ", ","))


def _first_word(text: str) -> int:
    return len(text.split(" ", 1)[0])


def _letters(text: str) -> int:
    return sum(c.isalpha() for c in text)


def _opens_part(text: str) -> bool:
    return text.startswith(tuple(table("layout")["part_openers"]))


def _label(text: str) -> bool:
    head, colon, _ = text[:48].partition(":")
    return bool(colon) and head.strip().lower() in _labels()


@cache
def _labels() -> frozenset[str]:
    return frozenset(alias.lower() for row in table("labels")["labels"] for alias in row["aliases"])


def _starts_sentence(text: str) -> bool:
    words = [word.rstrip(",.;:") for word in text.lower().split(" ", 3)]
    starters = _starters()
    return any(" ".join(words[:n]) in starters for n in (1, 2, 3))


@cache
def _starters() -> frozenset[str]:
    verbs = (verb for verb in table("actions")["verbs"] if " " in verb)
    return frozenset([*table("layout")["sentence_starters"], *verbs])
