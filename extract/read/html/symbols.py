"""Letters of symbol fonts as the signs that they show."""

from __future__ import annotations

from functools import cache

from extract.lexicons.load import table


def shown(text: str, font: str | None) -> str:
    """`text` as the font shows it: bullets and boxes of Symbol and Wingdings.

    >>> shown("§", "Wingdings"), shown("§ 5", "Arial")
    ('▪', '§ 5')
    """
    signs = _signs().get((font or "").lower())
    return text.translate(signs) if signs else text


@cache
def _signs() -> dict[str, dict[int, str]]:
    """For each font: its codes, as bytes and in the private area, and what they show."""
    return {
        font: {base + code: sign for code, sign in rows.items() for base in (0, 0xF000)}
        for font, rows in table("word_files")["symbols"].items()
    }
