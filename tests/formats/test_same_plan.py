"""One plan, whatever the file's format: each sample is rendered as offices send it, and what is
read from each form must be what is read from the sample's own text.

Forms that differ from another one only in their making are read of a few samples here, and scans of
the two shortest; of all with KEHOACH_ALL=1.
"""

from __future__ import annotations

import pytest
from places import misplaced
from render.forms import BASELINES, FORMS, OFFICE_FORMS, VARIANTS, renders
from render.sample import decision
from rendered import ALL, FEW, SAMPLES, SCANNED, TEXTS, Readings, Renderings
from same import broken_paragraphs, differences, likeness

from extract.check.spans import broken_spans
from extract.read.source import check_lines
from extract.read.tools import OCR, OFFICE

needs_office = pytest.mark.skipif(not OFFICE.find(), reason=OFFICE.install)
needs_ocr = pytest.mark.skipif(not OCR.find(), reason=OCR.install)

CASES = [
    pytest.param(form, sample, marks=[needs_office] if form in OFFICE_FORMS else [])
    for form in FORMS
    for sample, path in TEXTS.items()
    if renders(form, decision(path)) and (ALL or form not in VARIANTS or sample in FEW)
]


@pytest.mark.parametrize(("form", "sample"), CASES)
def test_the_same_plan_from_every_form(
    form: str, sample: str, renderings: Renderings, reading: Readings
) -> None:
    found = reading(renderings.file(form, sample))
    expected = reading(renderings.baseline(form, sample))
    assert differences(expected.plan, found.plan) == []


@pytest.mark.parametrize(("form", "sample"), CASES)
def test_every_paragraph_is_one(
    form: str, sample: str, renderings: Renderings, reading: Readings
) -> None:
    found = reading(renderings.file(form, sample))
    if form not in BASELINES:
        assert broken_paragraphs(renderings.decisions[sample], found.source) == []


@pytest.mark.parametrize(("form", "sample"), CASES)
def test_every_span_points_to_its_text(
    form: str, sample: str, renderings: Renderings, reading: Readings
) -> None:
    path = renderings.file(form, sample)
    found = reading(path)
    if found.source.lines:
        check_lines(found.source.raw, found.source.lines)
    assert broken_spans(found.plan, found.source.raw, found.source.lines) == []
    assert misplaced(found.plan, found.source, path) == []


@needs_office
@needs_ocr
@pytest.mark.parametrize("sample", SCANNED)
def test_nearly_the_same_plan_from_a_scan(
    sample: str, renderings: Renderings, reading: Readings
) -> None:
    found = reading(renderings.scan(sample, "pdf"))
    assert found.source.ocr
    assert broken_spans(found.plan, found.source.raw, found.source.lines) == []
    alike = likeness(reading(SAMPLES[sample]).plan, found.plan)
    assert alike >= 0.95


@needs_office
@needs_ocr
@pytest.mark.parametrize("form", ["pdf", "tiff", "png", "jpg"])
def test_nearly_the_same_plan_from_an_image(
    form: str, renderings: Renderings, reading: Readings
) -> None:
    path = renderings.scan("one-page", form)
    found = reading(path)
    assert found.source.pages == 1
    assert broken_spans(found.plan, found.source.raw, found.source.lines) == []
    alike = likeness(reading(renderings.file("txt", "one-page")).plan, found.plan)
    assert alike >= 0.95
