"""What holds of every comparison, on copies of a decision that were damaged at random."""

import copy
import unicodedata

from gold_and_plans import GOLD, gold_of, plan_of
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.evaluate import Level, score
from extract.evaluate.forms import words

EVIDENCE = ("direct", "labelled", "inherited_heading", "inherited_schedule", "table")
CODES = {"source", "doc_type", "comparator", "kinds", "id"}  # values of a closed set, and keys

TEXT_DAMAGE = (
    str.upper,
    lambda text: unicodedata.normalize("NFD", text),
    lambda text: text.replace("ủy", "uỷ").replace("Ủy", "Uỷ").replace("òa", "oà"),
    lambda text: text.replace("-", "–").replace(" ", "  "),
    lambda text: f"**{text}** ;",
    lambda text: f"- {text}",
    lambda text: f"{text} liên quan",
    lambda text: " ".join(text.split()[1:]),
    lambda text: " ".join(text.split()[: len(text.split()) // 2]),
    lambda text: text.replace("Ủy ban nhân dân", "UBND").replace("Sở", "Phòng"),
)
LIST_DAMAGE = (
    lambda values: values[1:],
    lambda values: values[:-1],
    lambda values: values[::-1],
    lambda values: values + copy.deepcopy(values[:1]),
)


def places(node, path=()):
    """The paths of all texts and lists that may be damaged, each with its value."""
    if isinstance(node, str | list):
        yield path, node
    if isinstance(node, dict):
        for key, child in node.items():
            if key not in CODES:
                yield from places(child, (*path, key))
    elif isinstance(node, list):
        for position, child in enumerate(node):
            yield from places(child, (*path, position))


@st.composite
def damaged(draw):
    """A copy of the decision with up to eight of its texts and lists damaged."""
    data = copy.deepcopy(GOLD)
    for _ in range(draw(st.integers(0, 8))):
        path, value = draw(st.sampled_from(list(places(data))))
        damage = draw(st.sampled_from(LIST_DAMAGE if isinstance(value, list) else TEXT_DAMAGE))
        place = data
        for key in path[:-1]:
            place = place[key]
        after = damage(value)
        if isinstance(after, list) or words(after):  # without words nothing is like anything
            place[path[-1]] = after
    return data


@given(damaged(), damaged())
@settings(deadline=None)
def test_a_stricter_level_is_never_better(gold, predicted):
    report = score([plan_of(predicted)], [gold_of(gold)])
    exact, folded, overlap = (report.levels[level] for level in Level)
    for row in overlap.fields:
        three = [scores.fields[row] for scores in (exact, folded, overlap)]
        assert len({tally.support for tally in three}) == 1
        for measure in ("precision", "recall", "f1"):
            values = [getattr(tally, measure) for tally in three]
            assert values == sorted(values), (row, measure)
    for kind in ("targets", "tasks"):
        right = [scores.records[kind].right for scores in (exact, folded, overlap)]
        assert right == sorted(right)
        assert right[-1] <= overlap.fields[kind].hit if kind in overlap.fields else not right[-1]


@given(damaged())
@settings(deadline=None)
def test_every_decision_agrees_with_itself(data):
    report = score([plan_of(data)], [gold_of(data)])
    assert report.differences == []
    assert {scores.micro_f1 for scores in report.levels.values()} == {1.0}


@given(damaged(), damaged(), st.lists(st.sampled_from(EVIDENCE), min_size=6, max_size=6))
@settings(deadline=None)
def test_the_split_of_leads_adds_up_to_their_row(gold, predicted, stated):
    report = score([plan_of(predicted, dict(enumerate(stated)))], [gold_of(gold)])
    for scores in report.levels.values():
        row = scores.fields.get("tasks: lead")
        for count in ("hit", "spurious", "missed"):
            parts = sum(getattr(tally, count) for tally in scores.leads.values())
            assert parts == (getattr(row, count) if row else 0)


@given(damaged(), damaged())
@settings(deadline=None)
def test_a_difference_is_listed_where_a_value_is_wrong(gold, predicted):
    report = score([plan_of(predicted)], [gold_of(gold)])
    for level, scores in report.levels.items():
        perfect = all(tally.f1 == 1.0 for tally in scores.fields.values())
        assert perfect == (not report.differences_at(level))
