"""Plain text files."""

from __future__ import annotations

from pathlib import Path

from extract.read.decode import decode
from extract.read.problems import problem
from extract.read.reader import Reader
from extract.read.source import SourceDocument

LONGEST_LINE = 1_000_000
"""Code points. No decision has such a line; data dumps do."""

LONGEST_TEXT = 1_000_000
"""Code points, about 400 pages: the tokenizer takes no more."""


def read_text(path: Path, data: bytes, media_type: str = "text/plain") -> SourceDocument:
    """The text as decoded, line ends and all, without the byte-order mark; see `decode`.

    Raises:
        ReadError: `wrong_encoding`, `binary`, `empty` (white space only), `long_line`, `long_text`.
    """
    raw, encoding = decode(path, data)
    if "\x00" in raw:
        raise problem("binary", path)
    if not raw.strip():
        raise problem("empty", path)
    for number, line in enumerate(raw.replace("\r", "\n").split("\n"), start=1):
        if len(line) > LONGEST_LINE:
            raise problem("long_line", path, line=number, length=len(line), limit=LONGEST_LINE)
    if len(raw) > LONGEST_TEXT:
        raise problem("long_text", path, length=len(raw), limit=LONGEST_TEXT)
    return SourceDocument.of_file(
        path,
        data,
        media_type,
        raw,
        encoding=encoding,
    )


READER = Reader("text", (".txt",), read_text)
