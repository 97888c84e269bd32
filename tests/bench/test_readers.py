"""How fast each reader is a page, against plain pypdfium2 and pdfplumber on the same decisions.

Outside the default run, as test_speed.py:

    python -m pytest tests/bench/test_readers.py --benchmark-only

All forms hold the same decisions without tables; formats without pages count those of the PDF.
Printed at the end: the best round of each, a page, and its ratio to pypdfium2's own text. The
readers work in this process here; in a run each batch has one more process start, about a second.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pdfplumber
import pypdfium2 as pdfium
import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from render.forms import renders
from rendered import FEW, SAMPLES, Renderings

from extract.read.reader import FORMATS
from extract.read.tools import OCR, OFFICE

pytestmark = pytest.mark.skipif(not OFFICE.find(), reason=OFFICE.install)

PLAIN, PLUMBER, READER = "pypdfium2, text only", "pdfplumber, text only", "PDF"
SECONDS: dict[str, float] = {}
"""A page, by what was measured."""


@pytest.fixture(scope="module")
def names(renderings: Renderings) -> list[str]:
    """The samples without tables."""
    return [name for name in SAMPLES if renders("txt", renderings.decisions[name])]


@pytest.fixture(scope="module")
def pdfs(renderings: Renderings, names: list[str]) -> list[Path]:
    return [renderings.file("pdf", name) for name in names]


@pytest.fixture(scope="module")
def pages(pdfs: list[Path]) -> int:
    return sum(len(pdfium.PdfDocument(path)) for path in pdfs)


@pytest.fixture(scope="module", autouse=True)
def report(request: pytest.FixtureRequest, pages: int) -> Iterator[None]:
    yield
    capture = request.config.pluginmanager.getplugin("capturemanager")
    with capture.global_and_fixture_disabled():
        print(f"\n\n{pages} pages of text; milliseconds a page, times pypdfium2's own text")
        for name, seconds in SECONDS.items():
            ratio = seconds / SECONDS.get(PLAIN, seconds)
            print(f"{name:24} {seconds * 1000:9.2f} {ratio:9.2f}")


def timed(
    name: str, benchmark: BenchmarkFixture, work: Callable[[], object], pages: int, rounds: int = 5
) -> None:
    benchmark.pedantic(work, rounds=rounds, warmup_rounds=1 if rounds > 1 else 0)
    SECONDS[name] = benchmark.stats.stats.min / pages


def read_all(kind: str, paths: Sequence[Path]) -> None:
    reader = next(item for item in FORMATS if item.kind == kind).reader()
    for path in paths:
        assert reader.read(path, path.read_bytes()).raw


def plain(path: Path) -> str:
    """All text of a PDF by pypdfium2 alone."""
    document = pdfium.PdfDocument(path)
    texts = []
    for page in document:
        text = page.get_textpage()
        texts.append(text.get_text_range())
        text.close()
        page.close()
    document.close()
    return "\n".join(texts)


def plumbed(path: Path) -> str:
    """All text of a PDF by pdfplumber alone."""
    texts = []
    with pdfplumber.open(path) as document:
        for page in document.pages:
            texts.append(page.extract_text())
            page.close()
    return "\n".join(texts)


def test_pypdfium2_alone(benchmark: BenchmarkFixture, pdfs: list[Path], pages: int) -> None:
    timed(PLAIN, benchmark, lambda: [plain(path) for path in pdfs], pages, rounds=15)


def test_pdf_reader(benchmark: BenchmarkFixture, pdfs: list[Path], pages: int) -> None:
    timed(READER, benchmark, lambda: read_all("pdf", pdfs), pages, rounds=15)


def test_pdfplumber_alone(benchmark: BenchmarkFixture, pdfs: list[Path], pages: int) -> None:
    timed(PLUMBER, benchmark, lambda: [plumbed(path) for path in pdfs], pages, rounds=1)


@pytest.mark.parametrize(
    ("form", "kind"), [("docx", "docx"), ("html-portal", "html"), ("markdown", "markdown"),
                       ("txt", "text"), ("txt-tcvn3", "text")],
)  # fmt: skip
def test_other_readers(
    form: str,
    kind: str,
    benchmark: BenchmarkFixture,
    renderings: Renderings,
    names: list[str],
    pages: int,
) -> None:
    paths = [renderings.file(form, name) for name in names]
    timed(form, benchmark, lambda: read_all(kind, paths), pages)


@pytest.mark.parametrize("form", ["doc", "rtf", "odt"])
def test_readers_that_call_libreoffice(
    form: str, benchmark: BenchmarkFixture, renderings: Renderings, names: list[str]
) -> None:
    name = next(name for name in names if name in FEW)  # one that is rendered in every form
    path = renderings.file(form, name)
    pages = len(pdfium.PdfDocument(renderings.file("pdf", name)))
    timed(form, benchmark, lambda: read_all(form, [path]), pages, rounds=1)


@pytest.mark.skipif(not OCR.find(), reason=OCR.install)
def test_scan(benchmark: BenchmarkFixture, renderings: Renderings, names: list[str]) -> None:
    path = renderings.scan(names[-1], "pdf")
    pages = len(pdfium.PdfDocument(path))
    timed("scanned PDF", benchmark, lambda: read_all("pdf", [path]), pages, rounds=1)
