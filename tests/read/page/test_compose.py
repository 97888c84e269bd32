"""What holds for pages of any kind."""

from collections import Counter

from hypothesis import example, given, settings
from hypothesis import strategies as st
from made_pages import page, typed

from extract.read.page import Page, Rule, compose
from extract.read.source import check_lines

words = st.sampled_from(["Sở", "Y", "tế", "1.", "-", "2024", "Nơi nhận:", "phối", "hợp", "TT"])
lines = st.builds(
    typed,
    st.lists(words, min_size=1, max_size=8).map(" ".join),
    st.floats(0, 500),
    st.floats(0, 830),
    size=st.floats(6, 16),
    bold=st.booleans(),
)
rules = st.builds(
    lambda x, y, length, upright: (
        Rule(x, y, x, y + length) if upright else Rule(x, y, x + length, y)
    ),
    st.sampled_from([60.0, 200.0, 400.0]),
    st.sampled_from([100.0, 200.0, 300.0]),
    st.sampled_from([100.0, 200.0, 340.0]),
    st.booleans(),
)


STREWN = [  # lines on one another: two stretches of columns that want the same line
    typed("Sở", 0, 0, size=6), typed("Sở", 19, 0, size=6), typed("Sở", 38, 0, size=6),
    typed("Sở", 44, 0, size=12), typed("Sở Sở", 0, 0, size=12),
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@example([(STREWN, [])])
@given(st.lists(st.tuples(st.lists(lines, max_size=12), st.lists(rules, max_size=12)), max_size=3))
def test_every_word_stands_once_and_knows_its_place(drawn) -> None:
    pages = [page(*some, number=n, rules=r) for n, (some, r) in enumerate(drawn, start=1)]
    raw, found = compose(pages)
    check_lines(raw, found)
    given_words = Counter(w for one in pages for line in one.lines for w in line.text.split())
    assert Counter(raw.split()) == given_words
    for line in found:
        assert line.page
        assert line.box
        assert len(line.words) == len(raw[line.start : line.end].split())


def test_lines_without_words() -> None:
    """OCR of a poor scan may know its lines only."""
    one = typed("Sở Y tế chủ trì", 85, 100)
    bare = type(one)(one.text, one.box)
    raw, found = compose([Page(1, 595, 842, (bare,))])
    assert raw == "Sở Y tế chủ trì\n"
    assert found[0].words == ()


def test_no_pages_and_empty_pages() -> None:
    assert compose([]) == ("", ())
    assert compose([page(), page(number=2)]) == ("", ())
