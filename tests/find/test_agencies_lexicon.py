"""Every row of the agency lists, by its own examples and counter-examples."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.find.agencies import find_agencies, is_agency_heading, read_agencies
from extract.lexicons.load import rows

FILES = [
    "names",
    "fields",
    "departments",
    "heads",
    "groups",
    "positions",
    "qualifiers",
    "places",
]
EXAMPLES = [
    e for name in FILES for row in rows(f"agencies/{name}") for e in row.get("examples", ())
]
COUNTER_EXAMPLES = [
    e for name in FILES for row in rows(f"agencies/{name}") for e in row.get("counter_examples", ())
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_of_the_lists_is_one_mention(example):
    assert [mention.text for mention in find_agencies(example)] == [example]
    assert is_agency_heading(example)


@pytest.mark.parametrize("text", COUNTER_EXAMPLES)
def test_counter_examples_are_passed_in_silence(text):
    assert find_agencies(text) == []
    assert not is_agency_heading(text)


@pytest.mark.parametrize("name", [*(f"agencies/{name}" for name in FILES), "places/provinces"])
def test_every_row_has_an_id_of_its_own(name):
    ids = [row["id"] for row in rows(name)]
    assert len(ids) == len(set(ids))


@given(
    st.lists(
        st.one_of(
            st.sampled_from(EXAMPLES + COUNTER_EXAMPLES + [",", ";", "(", "và", "các", "\n"]),
            st.text(max_size=8),
        ),
        max_size=12,
    ),
    st.booleans(),
)
def test_mentions_are_the_text_at_their_offsets(parts, open_items):
    text = " ".join(parts)
    for found in (find_agencies(text), read_agencies(text, open_items=open_items)[0]):
        assert all(text[mention.start : mention.end] == mention.text for mention in found)
        assert all(a.end <= b.start for a, b in pairwise(found))
        assert all(mention.name for mention in found)
