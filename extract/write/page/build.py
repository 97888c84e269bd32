"""The page: cards and pieces of text put into the template, with style and script inlined."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections import Counter
from functools import cache
from importlib.resources import files
from pathlib import PurePath

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from extract.write.page.cards import Card, Note, cards, notes
from extract.write.page.letters import letters, plain
from extract.write.page.marks import Mark, pieces, ranked
from extract.write.page.words import edtf_words, labels
from schemas.document import Document
from schemas.plan import Plan

_RECORDS = ("section", "target", "task")


def page(plan: Plan, raw: str) -> str:
    """One self-contained HTML page: `raw`, with every record of `plan` highlighted in it.

    Args:
        plan: spans are code points of `raw`.
        raw: the raw text that the plan was read from.

    Returns:
        HTML that loads nothing. Its Content-Security-Policy allows only its own style and script,
        by their hashes, so that no text of the document could ever run. Without JavaScript it still
        shows the highlights, and the records as a list.

    Raises:
        ValueError: a span lies outside `raw`; the plan was read from another text.
    """
    records = cards(plan)
    findings = notes(plan)
    found = [mark for card in records for mark in (card.mark, *card.parts()) if mark]
    found += [note.mark for note in findings if note.mark]
    marks = ranked(found, (*labels()["kinds"], "finding"))
    about: dict[str, list[Note]] = {}
    for note in findings:
        if note.record:
            about.setdefault(note.record, []).append(note)
    number = {mark: place for place, mark in enumerate(marks)}
    cut = list(pieces(raw, marks))
    anchors = _anchors(records)
    style, script = _asset("style.css"), _asset("page.js")
    return (
        _environment()
        .get_template("template.html.j2")
        .render(
            words=labels(),
            name=PurePath(plan.source.path).name,
            header=_header(plan.document),
            cards=list(zip(anchors, records, strict=True)),
            findings=findings,
            about=about,
            titles={card.id: card.title for card in records},
            prefix=f"{plan.plan_id}/",
            link=_first(anchors, records),
            pieces=cut,
            kinds=[mark.kind for mark in marks],
            number=number,
            first=_first_pieces([piece.marks for piece in cut]),
            counts=_counts(records, marks),
            style=Markup(style),
            script=Markup(script),
            policy=_policy(style, script),
            data=_data(anchors, records, number, marks),
        )
    )


def _header(document: Document) -> dict[str, str]:
    """The heading of the page: which document, by whom and when, what about."""
    date = edtf_words(document.issue_date) if document.issue_date else None
    return {
        "number": _joined(" ", labels()["doc_type"][document.doc_type], document.number),
        "source": _joined(" · ", document.issuer, date),
        "title": document.title or labels()["page"]["no_title"],
    }


def _joined(between: str, *parts: str | None) -> str:
    return between.join(part for part in parts if part)


def _anchors(records: list[Card]) -> list[str]:
    """The id of each record as a fragment of the page's address, none of them twice."""
    anchors: dict[str, None] = {}
    for card in records:
        anchor = re.sub(r"\s", "_", card.id)
        while anchor in anchors:
            anchor += "~"
        anchors[anchor] = None
    return list(anchors)


def _first(anchors: list[str], records: list[Card]) -> dict[str, str]:
    """Record id to anchor."""
    links: dict[str, str] = {}
    for anchor, card in zip(anchors, records, strict=True):
        links.setdefault(card.id, anchor)
    return links


def _first_pieces(marks_of_pieces: list[list[int]]) -> dict[int, int]:
    """Number of a mark to the number of the first piece that it covers."""
    first: dict[int, int] = {}
    for piece, marks in enumerate(marks_of_pieces):
        for mark in marks:
            first.setdefault(mark, piece)
    return first


def _counts(records: list[Card], marks: list[Mark]) -> dict[str, int]:
    """How many of each kind: records by themselves, values by the places where they were read."""
    places = Counter(mark.kind for mark in marks)
    places.update({kind: -places[kind] for kind in _RECORDS})
    places.update(card.kind for card in records if card.kind in _RECORDS)
    return {kind: places[kind] for kind in labels()["kinds"]}


def _data(
    anchors: list[str], records: list[Card], number: dict[Mark, int], marks: list[Mark]
) -> Markup:
    """What the script needs to know, as JSON that cannot end its own element."""
    data = {
        "kinds": [mark.kind for mark in marks],
        "records": [
            {
                "id": anchor,
                "kind": card.kind,
                "mark": number[card.mark] if card.mark else None,
                "parts": [number[mark] for mark in card.parts()],
            }
            for anchor, card in zip(anchors, records, strict=True)
        ],
        "position": labels()["page"]["position"],
    }
    text = json.dumps(data, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c"))


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


@cache
def _asset(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader(__package__, "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(letters=letters, plain=plain)
    return environment
