"""Web pages: a decision within the page of a law portal, and as Word saves it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from html import escape
from pathlib import Path

from render.model import Cell, Decision, Element, Header, Paragraph, Signature, Table

_STYLE = {
    "draft": "text-align:right",
    "title": "text-align:center",
    "attached": "text-align:center",
    "centred": "text-align:center",
    "recital": "text-align:justify;text-indent:36.0pt",
    "heading": "text-align:justify;text-indent:36.0pt",
    "text": "text-align:justify;text-indent:36.0pt",
}
_BOLD = ("title", "heading", "centred", "draft")
_ITALIC = ("recital", "attached")


def portal(decision: Decision) -> str:
    """The decision in a portal's page: menus above, other documents beside, comments below."""
    body = "\n".join(line for element in decision.elements for line in _portal(element))
    return _page("portal").replace("@TITLE@", escape(decision.name)).replace("@BODY@", body)


@cache
def _page(name: str) -> str:
    """What stands around the decision, with @BODY@ where it stands itself."""
    return (Path(__file__).parent / f"{name}.html").read_text(encoding="utf-8")


def _portal(element: Element) -> Iterator[str]:
    match element:
        case Paragraph():
            yield f'<p style="{_STYLE[element.kind]}">{_marked(element)}</p>'
        case Header():
            left = f"<p><b>{_lines(element.issuer)}<br>-------</b></p>"
            first, second = map(escape, element.motto)
            right = f"<p><b>{first}<br>{second}<br>---------------</b></p>"
            yield _columns(
                (left, right), (_p(element.number), f"<p><i>{_text(element.date)}</i></p>")
            )
        case Signature():
            head, *copies = element.recipients
            left = f"<p><b><i>{escape(head)}</i></b><br>{_lines(copies)}</p>"
            *posts, name = element.signers
            right = f"<p><b>{_lines(posts)}<br><br><br><br>{escape(name)}</b></p>"
            yield _columns((left, right))
        case Table():
            yield '<table border="1" cellspacing="0" cellpadding="0" width="100%"><tbody>'
            for cells in _rows(element):
                inside = (
                    f"<td{_spans(cell)}><p>{_bold(escape(cell.text), cell.row == 0)}</p></td>"
                    for cell in cells
                )
                yield f"<tr>{''.join(inside)}</tr>"
            yield "</tbody></table>"


def word(decision: Decision) -> str:
    """The decision as Word saves a page: spans, class names, `o:p`, lines broken anywhere."""
    body = "\n".join(line for element in decision.elements for line in _word(element))
    return _page("word").replace("@BODY@", body)


def _word(element: Element) -> Iterator[str]:
    match element:
        case Paragraph():
            page = "page-break-before:always;" if element.new_page else ""
            yield (
                f"<p class=MsoNormal style='{page}{_STYLE[element.kind]}'>"
                f"{_span(_marked(element))}</p>"
            )
        case Header():
            rows = (element.issuer, element.motto), ((element.number,), (element.date,))
            yield "<table class=MsoNormalTable border=0 cellspacing=0 cellpadding=0>"
            for row in rows:
                cells = ("".join(map(_normal, lines)) for lines in row)
                yield (
                    "<tr>" + "".join(f"<td width=301 valign=top>{c}</td>" for c in cells) + "</tr>"
                )
            yield "</table>"
        case Signature():
            columns = ("".join(map(_normal, c)) for c in (element.recipients, element.signers))
            cells = "".join(f"<td width=301 valign=top>{c}</td>" for c in columns)
            yield "<table class=MsoNormalTable border=0 cellspacing=0 cellpadding=0>"
            yield f"<tr>{cells}</tr></table>"
        case Table():
            yield "<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0"
            yield " style='border-collapse:collapse;border:none'>"
            for cells in _rows(element):
                inside = "".join(
                    f"<td width=104{_spans(cell)} valign=top"
                    f" style='border:solid windowtext 1.0pt;'>{_normal(cell.text)}</td>"
                    for cell in cells
                )
                yield f" <tr>{inside}</tr>"
            yield "</table>"


def _rows(table: Table) -> Iterator[list[Cell]]:
    cells = list(table.cells())
    for row in range(len(table.rows)):
        yield [cell for cell in cells if cell.row == row]


def _spans(cell: Cell) -> str:
    rows = f" rowspan={cell.rows}" if cell.rows > 1 else ""
    return rows + (f" colspan={cell.columns}" if cell.columns > 1 else "")


def _marked(element: Paragraph) -> str:
    text = _text(element.text)
    if element.kind in _ITALIC:
        return f"<i>{text}</i>"
    return _bold(text, element.kind in _BOLD)


def _bold(text: str, bold: bool) -> str:
    return f"<b>{text}</b>" if bold else text


def _text(text: str) -> str:
    """Runs of blanks as pages keep them."""
    return escape(text, quote=False).replace("  ", " &nbsp;")


def _p(text: str) -> str:
    return f'<p style="text-align:center">{_text(text)}</p>'


def _lines(texts: tuple[str, ...] | list[str]) -> str:
    return "<br>".join(map(_text, texts))


def _columns(*rows: tuple[str, str]) -> str:
    cells = (f"<td width=223>{left}</td><td width=367>{right}</td>" for left, right in rows)
    inside = "".join(f"<tr>{row}</tr>" for row in cells)
    return f'<table border="0" cellspacing="0" cellpadding="0"><tbody>{inside}</tbody></table>'


def _normal(text: str) -> str:
    return f"<p class=MsoNormal align=center>{_span(_text(text) or '&nbsp;')}</p>"


def _span(inside: str) -> str:
    """Word breaks its lines within sentences, at about 80 columns."""
    words, lines = inside.split(" "), [""]
    for word_ in words:
        if len(lines[-1]) + len(word_) > 70:
            lines.append("")
        lines[-1] += (" " if lines[-1] else "") + word_
    text = "\n".join(lines)
    return f"<span lang=VI style='font-size:14.0pt'>{text}<o:p></o:p></span>"
