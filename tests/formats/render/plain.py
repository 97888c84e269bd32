"""Texts without layout: the lines of a decision, for the old encodings, and Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from render.model import Decision, Element, Header, Paragraph, Signature, Table

_BOLD = ("title", "heading", "centred", "draft")


def lines(decision: Decision) -> str:
    """One paragraph a line, a blank line above each title."""
    return "\n".join(line for element in decision.elements for line in _lines(element)) + "\n"


def _lines(element: Element) -> Iterator[str]:
    match element:
        case Paragraph():
            if element.new_page:
                yield ""
            yield element.text
        case Header():
            yield from (*element.issuer, *element.motto, element.number, element.date, "")
        case Signature():
            yield from ("", *element.recipients, "", *element.signers)
        case Table():
            raise ValueError("plain text has no tables")


def markdown(decision: Decision) -> str:
    """As converters write it: blank lines between, bold parts, pipe tables, escaped bullets."""
    blocks = [block for element in decision.elements for block in _markdown(element)]
    return "\n\n".join(blocks) + "\n"


def _markdown(element: Element) -> Iterator[str]:
    match element:
        case Paragraph():
            text = element.text.replace("*", "\\*")
            level = "## " if element.kind == "title" and element.new_page else ""
            yield level + (f"**{text}**" if element.kind in _BOLD else text)
        case Header():
            yield _broken(element.issuer)
            yield _broken(element.motto)
            yield element.number
            yield f"*{element.date}*"
        case Signature():
            first, *others = element.recipients
            yield "  \n".join([f"***{first}***", *(f"\\{line}" for line in others)])
            yield _broken(element.signers[:-1])
            yield f"**{element.signers[-1]}**"
        case Table():
            head, *rows = (
                "| " + " | ".join(cell.replace("*", "\\*") for cell in row) + " |"
                for row in element.rows
            )
            yield "\n".join([head, "|" + "---|" * element.width, *rows])


def _broken(texts: tuple[str, ...]) -> str:
    return "**" + "  \n".join(texts) + "**"
