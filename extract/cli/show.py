"""`kehoach show`: one decision as a page to look at."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from extract.cli.words import say


def show(
    file: Annotated[Path, typer.Argument(metavar="FILE", dir_okay=False, help="The decision.")],
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="PATH",
            help="File or folder to write to, - for stdout; without it FILE.html in this folder.",
            show_default=False,
        ),
    ] = None,
    tagger: Annotated[
        bool, typer.Option("--tagger/--no-tagger", help="Whether to use the word tagger.")
    ] = True,
    open_browser: Annotated[
        bool, typer.Option("--open", help="Open the page in the browser.")
    ] = False,
) -> None:
    """Show one decision as a web page, with every record highlighted where it was read.

    The page is one file that needs no network and can be sent as it is.
    """
    to_stdout = out == Path("-")
    if to_stdout and open_browser:
        raise typer.BadParameter("--open needs a file, not stdout", param_hint="--open")

    from extract.pipeline import process
    from extract.read import read
    from extract.write.page import page

    source = read(file)
    html = page(process(source, tagger=tagger), source.raw)
    if to_stdout:
        typer.echo(html.encode("utf-8"), nl=False)
        return
    _write(_place(file, out), html, open_browser)


def _place(file: Path, out: Path | None) -> Path:
    """Where the page goes. The whole name stays in it, so that it never replaces `file` itself."""
    name = f"{file.name}.html"
    if out is None:
        return Path(name)
    return out / name if out.is_dir() else out


def _write(path: Path, html: str, open_browser: bool) -> None:
    from extract.write.atomic import write_text

    write_text(path, html)
    say(f"Đã ghi trang xem: {path}", f"Page written: {path}")
    if open_browser:
        import webbrowser

        webbrowser.open(path.resolve().as_uri())
