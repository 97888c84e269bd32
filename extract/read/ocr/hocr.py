"""Reads hOCR, the page description that Tesseract writes (hOCR 1.2 specification)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from lxml import etree

from extract.lexicons.load import table
from extract.read.ocr.words import Choices, ReadLine, ReadWord
from extract.read.source import Box

_BOX = re.compile(r"\bbbox (-?\d+) (-?\d+) (-?\d+) (-?\d+)")
_SURE = re.compile(r"\bx_wconf (\d+)")
_CHOICE = re.compile(r"\bx_confs (\d+(?:\.\d+)?)")
_LINES = frozenset({"ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat"})
_NEVER = 0.002
"""Tesseract lists letters that it thought of with 0.00 percent, too."""


def read_hocr(data: bytes) -> list[list[ReadLine]]:
    """The lines of text of each page that hOCR tells, in pixels; lines without words are left out.

    hOCR that is cut off or broken gives what can be read of it.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, recover=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        return []
    return [
        [
            ReadLine(_box(line), words)
            for line in page.iter("{*}span")
            if line.get("class") in _LINES and (words := tuple(_words(line)))
        ]
        for page in root.iter("{*}div")
        if page.get("class") == "ocr_page"
    ]


def _words(line: etree._Element) -> Iterator[ReadWord]:
    for span in line.iterchildren("{*}span"):
        text = unicodedata.normalize("NFC", (_text(span)).strip())
        sure = _SURE.search(span.get("title", ""))
        if not text:
            continue
        box = _box(span)
        for part in text.split():  # a word never holds a space; the contract counts on it
            choices = _choices(span, part) if part == text else ()
            kept = [i for i in range(len(part)) if not _is_twin(part[max(0, i - 1) : i + 1])]
            yield ReadWord(
                box[0],
                box[2],
                min(100, int(sure[1])) / 100 if sure else None,
                text="".join(part[i] for i in kept),
                box=box,
                choices=tuple(choices[i] for i in kept) if choices else (),
            )


def _is_twin(pair: str) -> bool:
    """Whether one letter was seen twice, once as a foreign one of its shape: QĐÐ."""
    told = table("ocr/confusions")["signs"]
    return len(pair) > 1 and (told.get(pair[0]) == pair[1] or told.get(pair[1]) == pair[0])


def _text(span: etree._Element) -> str:
    """The word, which may stand in `<strong>` or `<em>`, without the lists of choices."""
    return (span.text or "") + "".join(
        ("".join(map(str, child.itertext())) if child.get("class") != "ocrx_cinfo" else "")
        + (child.tail or "")
        for child in span
    )


def _choices(span: etree._Element, text: str) -> tuple[Choices, ...]:
    """The choices of each letter of `text`; none where the lists do not fit its letters.

    Tesseract gives a list for the space before a word, too, and now and then lists too few.
    """
    lists: list[Choices] = []
    for letter in span.iterchildren("{*}span"):
        options = [
            (unicodedata.normalize("NFC", option.text or ""), float(told[1]) / 100)
            for option in letter.iterchildren("{*}span")
            if (told := _CHOICE.search(option.get("title", "")))
        ]
        lists.append(tuple((c, max(p, _NEVER)) for c, p in options))
    for shift in (len(lists) - len(text), len(lists) - len(text) - 1):
        fitting = list(zip(lists[max(0, shift) :], text, strict=False))
        if shift >= 0 and all(any(c == mine for c, _ in told) for told, mine in fitting):
            return tuple(_mine_first(told, mine) for told, mine in fitting)
    return ()


def _mine_first(options: Choices, mine: str) -> Choices:
    return tuple(sorted(options, key=lambda option: (option[0] != mine, -option[1])))


def _box(span: etree._Element) -> Box:
    told = _BOX.search(span.get("title", ""))
    if told is None:
        return (0.0, 0.0, 0.0, 0.0)
    x0, y0, x1, y1 = map(float, told.groups())
    return (x0, y0, x1, y1)
