"""Every row of the quantity lists holds what it promises: examples are found, counter-examples
give nothing. What an example must yield stands in [brackets]."""

import re
import unicodedata

import pytest

from extract.find.quantities import find_quantities
from extract.find.quantities.lexicon import LONGEST_PHRASE, lexicon
from extract.lexicons.load import table

UNITS = table("quantities/units")["rows"]
NAMES = table("quantities/names")
BEFORE = table("quantities/comparators")["before"]
RATES = table("quantities/rates")["examples"]
SAYS = {
    "comparator": "comparator",
    "bridge": "comparator",
    "change": "change",
    "level": "change",
    "rate": "per",
}


def found(example: str) -> list[str]:
    return [mention.text for mention in find_quantities(re.sub(r"[\[\]]", "", example))]


@pytest.mark.parametrize(
    ("row", "example"), [(row["id"], example) for row in UNITS for example in row["examples"]]
)
def test_a_unit_is_found_by_its_own_row(row: str, example: str):
    assert found(example) == re.findall(r"\[(.*?)\]", example)
    first = find_quantities(re.sub(r"[\[\]]", "", example))[0]
    assert first.rule == f"quantities.{row}"


@pytest.mark.parametrize(
    "example",
    [*NAMES["examples"], *(e for row in UNITS for e in row.get("counter_examples", []))],
)
def test_a_counter_example_gives_nothing(example: str):
    assert found(example) == []


@pytest.mark.parametrize("example", NAMES["counted"])
def test_what_looks_like_a_name_may_be_a_count(example: str):
    assert found(example) == re.findall(r"\[(.*?)\]", example)


@pytest.mark.parametrize(
    ("says", "text", "expected"),
    [(SAYS[row["role"]], *example) for row in BEFORE for example in row.get("examples", [])],
)
def test_words_before_a_number_bind_it(says: str, text: str, expected: str | None):
    assert [getattr(mention, says) for mention in find_quantities(text)] == [expected]


@pytest.mark.parametrize(("text", "per"), RATES)
def test_a_rate_is_read(text: str, per: str):
    assert [mention.per for mention in find_quantities(text)] == [per]


def test_forms_are_written_as_they_are_looked_up():
    """A form in capitals, with odd spaces or not in NFC would never match."""
    lists = lexicon()
    forms = [*lists.units, *lists.before, *lists.names, *lists.after, *lists.times]
    for form in forms:
        assert form == " ".join(unicodedata.normalize("NFC", form).lower().split())
        assert len(form.split()) <= LONGEST_PHRASE
