"""The finders as a spaCy pipeline.

`pipeline()` gives a `spacy.Language` whose components put what they find into `doc.spans`
("quantities", "deadlines", "agencies"; the label of a span is its rule) and the mentions
themselves, with offsets of the document's text, into `doc.user_data["mentions"]`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from functools import cache
from typing import Any, TypeVar

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from extract.find.agencies import find_agencies
from extract.find.analysis import Analysis, shifted
from extract.find.deadlines import find_deadlines
from extract.find.mentions import AgencyMention, DeadlineMention, QuantityMention
from extract.find.quantities import find_quantities
from extract.find.tokenizer import VietnameseTokenizer
from extract.find.words import Tagger

_ENOUGH_WORDS = 8_000
_Mention = TypeVar("_Mention", QuantityMention, DeadlineMention, AgencyMention)


def analyse(text: str, *, plan_period: str | None, tagger: Tagger) -> Analysis:
    """Everything the finders see in `text`, the reading text; one paragraph or cell a line.

    `plan_period` is the plan's own period (EDTF), which "trong năm" refers to.
    """
    nlp = pipeline()
    # the first documents teach the common syllables; what later ones add is dropped with them
    with nlp.memory_zone() if len(nlp.vocab) > _ENOUGH_WORDS else nullcontext():
        doc = nlp.make_doc(text)
        doc.user_data["plan_period"] = plan_period
        doc.user_data["tagger"] = tagger
        doc.user_data["text"] = text
        # who is named where matters only inside an assignment, which reads its own agencies
        doc = nlp(doc, disable=["kehoach_agencies"])
        found = doc.user_data["mentions"]
    return Analysis(text, tagger, plan_period, found["quantities"], found["deadlines"])


@cache
def pipeline() -> Language:
    """The pipeline: own tokenizer, then one component a finder."""
    nlp = spacy.blank("xx")
    nlp.tokenizer = VietnameseTokenizer(nlp.vocab)
    for name in ("kehoach_quantities", "kehoach_deadlines", "kehoach_agencies"):
        nlp.add_pipe(name)
    return nlp


def quantities(doc: Doc) -> Doc:
    """Counts and measures; underthesea names the counted noun where the lexicon does not."""
    tagger = doc.user_data.get("tagger") or Tagger(enabled=False)
    return _add(doc, "quantities", lambda text: find_quantities(text, noun_after(text, tagger)))


def deadlines(doc: Doc) -> Doc:
    """Time expressions that bind an action."""
    period = doc.user_data.get("plan_period")
    return _add(doc, "deadlines", lambda text: find_deadlines(text, plan_period=period))


def agencies(doc: Doc) -> Doc:
    """Agencies and groups of agencies."""
    return _add(doc, "agencies", find_agencies)


Language.component("kehoach_quantities", func=quantities)
Language.component("kehoach_deadlines", func=deadlines)
Language.component("kehoach_agencies", func=agencies)


def noun_after(text: str, tagger: Tagger) -> Callable[[int], tuple[int, int] | None] | None:
    """The noun just behind an offset of `text`, as underthesea's words have it."""
    if not tagger.enabled:
        return None

    def noun(place: int) -> tuple[int, int] | None:
        end = min(len(text), place + 60)
        for word in tagger.words(text[place:end]):
            if word.tag.startswith(("N", "M")) and word.start <= 2:
                return place + word.start, place + word.end
            return None
        return None

    return noun


def _add(doc: Doc, name: str, find: Callable[[str], list[_Mention]]) -> Doc:
    found: list[Any] = []
    text = doc.user_data.get("text") or doc.text
    for start, line in _lines(text):
        found.extend(shifted(mention, start) for mention in find(line))
    doc.user_data.setdefault("mentions", {})[name] = found
    spans = (doc.char_span(m.start, m.end, label=m.rule, alignment_mode="expand") for m in found)
    doc.spans[name] = SpanGroup(doc, name=name, spans=_kept(spans))
    return doc


def _kept(spans: Iterable[Span | None]) -> list[Span]:
    return [s for s in spans if s is not None]


def _lines(text: str) -> Iterable[tuple[int, str]]:
    start = 0
    for line in re.split(r"[\n\t]", text):
        if line:
            yield start, line
        start += len(line) + 1
