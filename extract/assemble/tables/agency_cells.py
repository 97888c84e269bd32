"""Who is named in a cell: "Chủ trì: X; phối hợp: Y", lists over several lines, plain names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.assemble.roles import Above, Part, sentence_parts
from extract.assemble.tables.cells import Cell
from extract.clean.markers import BULLETS, Style, marker
from extract.find.agencies import read_agencies
from extract.find.analysis import shifted
from extract.lexicons.load import alternatives, table
from schemas.base import Role

_CUE = re.compile(r"(?<!\w)(?:chủ trì|phối hợp)(?!\w)", re.IGNORECASE)
_SAID_BEHIND = re.compile(
    r"(?P<agencies>.{2,200}?)\s*[-–(:]?\s*(?P<role>chủ trì|phối hợp)\s*\)?$", re.I
)
_ROLE_IN_BRACKETS = re.compile(r"\(\s*(?P<role>chủ trì|phối hợp)[^()]{0,20}\)", re.IGNORECASE)
_ASKED = re.compile(r"(?:đề nghị|giao|mời|phân công)\s+(?:cho\s+)?", re.IGNORECASE)
_ELSEWHERE = ("như mục", "như điểm", "như trên", "như nhiệm vụ", "theo phân công", "xem mục")
_LISTED = BULLETS | {Style.ARABIC, Style.LETTER, Style.PAREN, Style.DECIMAL}
_DASH = re.compile(r"(?:^|\s)[-–+•*]\s+")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the cell, `start` in the reading text, and the role its label gives."""

    start: int
    text: str
    role: Role


def agency_parts(cell: Cell, role: Role) -> Iterator[tuple[Part, int]]:
    """The parts that the cell gives to agencies, each with the offset of its mention's text.

    `role` is the column's; labels and sentences inside the cell overrule it.
    """
    for piece in _pieces(cell, role):
        for clause in _clauses(piece):
            for part in _parts(clause):
                yield part, clause.start


def _clauses(piece: _Piece) -> Iterator[_Piece]:
    """The piece, cut before each clause that ends by saying its role ("…; Sở Y tế phối hợp")."""
    starts = [0]
    for semicolon in re.finditer(r";\s*", piece.text):
        clause = piece.text[semicolon.end() :].partition(";")[0]
        if _SAID_BEHIND.fullmatch(clause):
            starts.append(semicolon.end())
    for start, end in zip(starts, [*starts[1:], len(piece.text)], strict=True):
        yield _Piece(piece.start + start, piece.text[start:end].rstrip(" ;"), piece.role)


def _parts(piece: _Piece) -> list[Part]:
    text = piece.text
    if _ROLE_IN_BRACKETS.search(text):
        return list(_bracketed(piece))
    if _CUE.search(text):
        own, _ = sentence_parts(text, Above())
        parts = [Part(p.role, p.agency, "table", "tables.sentence") for p in own]
        if parts:
            return parts
        behind = _SAID_BEHIND.fullmatch(text)
        if behind:
            role: Role = "lead" if behind["role"].lower() == "chủ trì" else "coordinating"
            found, _ = read_agencies(behind["agencies"], open_items=True)
            return [Part(role, a, "table", f"tables.{role}") for a in found]
    agencies, _ = read_agencies(text, open_items=True)
    return [Part(piece.role, a, "table", f"tables.{piece.role}") for a in agencies]


def _bracketed(piece: _Piece) -> Iterator[Part]:
    """ "Sở Y tế (chủ trì), Công an tỉnh (phối hợp)": each role is that of the names before it."""
    place = 0
    for said in _ROLE_IN_BRACKETS.finditer(piece.text):
        role: Role = "lead" if said["role"].lower() == "chủ trì" else "coordinating"
        yield from _listed(piece.text, place, said.start(), role)
        place = said.end()
    yield from _listed(piece.text, place, len(piece.text), "coordinating")


def _listed(text: str, start: int, end: int, role: Role) -> Iterator[Part]:
    start += len(text[start:end]) - len(text[start:end].lstrip(" ,;."))
    found, _ = read_agencies(text[start:end], open_items=True)
    for agency in found:
        yield Part(role, shifted(agency, start), "table", f"tables.{role}")


def _pieces(cell: Cell, role: Role) -> Iterator[_Piece]:
    """The paragraphs and bullets of the cell, cut where a label stands; a bare label holds on."""
    for paragraph in cell.paragraphs():
        if paragraph.text.lower().startswith(_ELSEWHERE):
            continue
        for start, end in _items(paragraph.text):
            text = paragraph.text[start:end]
            place = paragraph.start + start
            labels = list(_labels().finditer(text.lower()))
            if not labels or labels[0].start() > 0:
                yield _Piece(place, text[: labels[0].start() if labels else None], role)
            ends = [m.start() for m in labels[1:]] + [len(text)]
            for label, stop in zip(labels, ends, strict=False):
                role = _role_of()[label["label"]]
                if text[label.end() : stop].strip(" ;,."):
                    yield _Piece(place + label.end(), text[label.end() : stop], role)


def _items(text: str) -> Iterator[tuple[int, int]]:
    """Where the bullets of a paragraph begin and end: "- Sở Y tế - Công an tỉnh". A dash inside a
    name ("Cục Kế hoạch - Tài chính") parts nothing."""
    found = marker(text)
    first = found.end if found and found.style in _LISTED else 0
    first = max(first, asked.end() if (asked := _ASKED.match(text, first)) else 0)
    starts = [first]
    if found and found.style in BULLETS:
        starts += [m.end() for m in _DASH.finditer(text, first) if read_agencies(text, m.end())[0]]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        yield start, len(text[:end].rstrip(" -–+•*;,."))


@cache
def _role_of() -> dict[str, Role]:
    return {
        alias: row["role"]
        for row in table("labels")["labels"]
        if row["role"] in ("lead", "coordinating")
        for alias in row["aliases"]
    }


@cache
def _labels() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[.;,(]\s*|\s[-–]\s*)(?P<label>{alternatives(_role_of())})\s?:\s*")
