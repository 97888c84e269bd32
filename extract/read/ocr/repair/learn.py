"""Counts syllables and pairs of them in clean texts: what the model of repairs is made of.

    python -m extract.read.ocr.repair.learn FOLDER... -o extract/lexicons/ocr/pairs.tsv.gz

Only counts leave the texts; a pair that fewer than `LEAST` times was seen leaves no trace.
"""

from __future__ import annotations

import argparse
import gzip
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

from extract.errors import KehoachError
from extract.read import read
from extract.read.ocr.repair.tokens import END, tokens

LEAST = 2

_BREAK = re.compile(r"\n\s*\n|\n(?=[^\w\s]|\s*\d|[^\W\d_]\)|\s*(?-i:[A-ZĐÀ-Ỹ]))|[|\t]")
Pair = tuple[str, str]


def count(texts: Iterable[str]) -> tuple[Counter[str], Counter[Pair]]:
    """How often each token and each pair of neighbours stands in `texts`."""
    single: Counter[str] = Counter()
    pairs: Counter[Pair] = Counter()
    for text in texts:
        for paragraph in _BREAK.split(unicodedata.normalize("NFC", text)):
            forms = [END, *(token.form for token in tokens(paragraph)), END]
            single.update(forms[1:])
            pairs.update(pairwise(forms))
    del pairs[END, END]
    return single, pairs


def write(path: Path, single: Counter[str], pairs: Counter[Pair], least: int = LEAST) -> None:
    """One line a token: itself, its count, then each token that followed it with its count.

    The file is the same byte for byte whenever the counts are.
    """
    following: dict[str, list[tuple[str, int]]] = {}
    for (first, second), number in sorted(pairs.items()):
        if number >= least:
            following.setdefault(first, []).append((second, number))
    lines = [
        "\t".join([token, str(number), *(f"{b} {n}" for b, n in following.get(token, ()))])
        for token, number in sorted(single.items())
        if number >= least or token in following
    ]
    text = "".join(line + "\n" for line in lines).encode()
    path.write_bytes(gzip.compress(text, compresslevel=9, mtime=0))


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("-o", dest="output", type=Path, required=True)
    parser.add_argument("--without", nargs="*", default=[], help="parts of names to leave out")
    wishes = parser.parse_args(arguments)
    texts = []
    for folder in wishes.folders:
        for path in sorted(p for p in folder.rglob("*") if p.suffix in (".txt", ".md")):
            if not any(part in path.name for part in wishes.without):
                try:
                    texts.append(read(path).raw)
                except KehoachError as error:
                    print(error, file=sys.stderr)
    single, pairs = count(texts)
    write(wishes.output, single, pairs)
    print(f"{len(texts)} texts, {len(single)} tokens, {len(pairs)} pairs", file=sys.stderr)


if __name__ == "__main__":
    main()
