"""`kehoach doctor`: which external programs are there, and what is missing for which format."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from extract.cli.words import in_vietnamese

if TYPE_CHECKING:
    from extract.read.tools import State


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="Print the state as JSON.")] = False,
) -> None:
    """Say which external programs are installed, and how to install the others.

    Text, Markdown, HTML, DOCX, ZIP and PDF with text need none. Ends with 0 when all are there, 3
    when one is missing.
    """
    from dataclasses import asdict

    from extract.batch.exits import Exit
    from extract.read.tools import TOOLS, state

    states = [state(tool) for tool in TOOLS]
    if as_json:
        text = json.dumps([asdict(found) for found in states], ensure_ascii=False, indent=2)
    else:
        text = "\n".join(map(_sentence, states))
    typer.echo(text.encode("utf-8"))
    raise typer.Exit(0 if all(found.installed for found in states) else Exit.TOOL_MISSING)


def _sentence(found: State) -> str:
    vi = in_vietnamese()
    head = f"{found.name} ({', '.join(found.formats)}): "
    if found.installed:
        return f"{head}{found.version}, {found.path}"
    what = "chưa cài" if vi else "not installed"
    if found.lacking:
        names = " ".join(found.lacking)
        what = f"thiếu dữ liệu {names}" if vi else f"its data {names} is missing"
    return f"{head}{what}\n    {found.install}"
