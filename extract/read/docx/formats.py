"""Numbers as automatic numbering shows them (ISO/IEC 29500-1, 17.18.59)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from extract.lexicons.load import table

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_MOST_ROMAN = 3999
_MOST_LETTERS = 26 * 10


def shown(value: int, form: str) -> str:
    """`value` in the number format `form`, in plain digits where the format is unknown.

    Letters are those of the Latin alphabet, a second round is doubled, as Word counts.

    >>> shown(4, "lowerLetter"), shown(28, "upperLetter"), shown(9, "upperRoman")
    ('d', 'BB', 'IX')
    """
    return _FORMS.get(form, str)(value)


def _roman(value: int) -> str:
    if not 0 < value <= _MOST_ROMAN:
        return str(value)
    out = []
    for size, letters in _ROMAN:
        out.append(letters * (value // size))
        value %= size
    return "".join(out)


def _letters(value: int) -> str:
    if not 0 < value <= _MOST_LETTERS:
        return str(value)
    return _LETTERS[(value - 1) % 26] * ((value - 1) // 26 + 1)


def _words(value: int) -> str:
    words: list[str] = table("word_files")["counting"]
    return words[value - 1] if 0 < value <= len(words) else str(value)


_FORMS: Mapping[str, Callable[[int], str]] = {
    "decimalZero": lambda value: f"{value:02d}",
    "lowerRoman": _roman,
    "upperRoman": lambda value: _roman(value).upper(),
    "lowerLetter": _letters,
    "upperLetter": lambda value: _letters(value).upper(),
    "vietnameseCounting": _words,
    "none": lambda value: "",
}
