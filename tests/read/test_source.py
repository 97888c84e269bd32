"""Where a stretch of raw text stands in the file."""

from __future__ import annotations

import pytest

from extract.read.source import Cell, Layout, Place, SourceLine, Word, check_lines

RAW = "Kế hoạch trồng cây\nnăm 2026\nSở Y tế\n"
LINES = (
    SourceLine(
        0, 18, page=2, box=(10, 20, 50, 30),
        words=(Word(10, 15, 0.9), Word(16, 25, 0.4), Word(26, 40, 0.8), Word(41, 50, 0.95)),
    ),
    SourceLine(19, 27, page=3, box=(10, 5, 30, 15)),
    SourceLine(28, 35, path="t1/r2/c3", cell=Cell(0, 1, 2)),
)  # fmt: skip


@pytest.mark.parametrize(
    ("words", "places", "confidence"),
    [
        ("trồng cây", [Place(2, (26, 20, 50, 30))], 0.8),
        ("ạch tr", [Place(2, (16, 20, 40, 30))], 0.4),  # words are taken whole
        ("Kế hoạch trồng cây", [Place(2, (10, 20, 50, 30))], 0.4),
        ("cây\nnăm", [Place(2, (41, 20, 50, 30)), Place(3, (10, 5, 30, 15))], 0.95),
        ("2026", [Place(3, (10, 5, 30, 15))], None),  # no words are known: the whole line
        ("Y tế", [Place(path="t1/r2/c3")], None),
    ],
)
def test_places_and_confidence(words: str, places: list[Place], confidence: float | None) -> None:
    start = RAW.index(words)
    layout = Layout(RAW, LINES)
    assert layout.places(start, start + len(words)) == places
    assert layout.confidence(start, start + len(words)) == confidence


@pytest.mark.parametrize(
    ("words", "paths"),
    [("Kế hoạch", ["l1"]), ("cây\nnăm", ["l1", "l2"]), ("Sở Y tế", ["l3"]), ("2026\n", ["l2"])],
)
def test_plain_text_counts_lines(words: str, paths: list[str]) -> None:
    start = RAW.index(words)
    places = Layout(RAW).places(start, start + len(words))
    assert [place.path for place in places] == paths


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        ((SourceLine(0, 20), SourceLine(19, 35)), "overlap"),
        ((SourceLine(0, 18), SourceLine(28, 35)), "outside"),
        ((SourceLine(0, 35, words=(Word(1, 2),)),), "words"),
    ],
)
def test_a_readers_lines_are_checked(lines: tuple[SourceLine, ...], fault: str) -> None:
    check_lines(RAW, LINES)
    with pytest.raises(ValueError, match=fault):
        check_lines(RAW, lines)
