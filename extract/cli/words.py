"""What the command says, in the user's language, on stderr."""

from __future__ import annotations

import os

import typer


def say(vi: str, en: str) -> None:
    """Prints the Vietnamese sentence where the system's language is Vietnamese, else the English.

    Control characters, which a file's name can hold, are shown as escapes.
    """
    text = vi if in_vietnamese() else en
    shown = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)
    typer.echo(shown, err=True)


def in_vietnamese() -> bool:
    """Whether the system's language is Vietnamese."""
    settings = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return next(filter(None, settings), "").startswith("vi")
