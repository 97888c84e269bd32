"""The forms that a decision is rendered in, by name; each makes the files of many decisions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from render import html, oldfonts, plain, scan
from render.docx import printed_font, save_docx
from render.model import Decision, Table
from render.office import convert

Decisions = Sequence[Decision]
Form = Callable[[Decisions, Path], list[Path]]
"""Decisions and a folder that is its own in, one file each out, in the same order."""


def _docx(decisions: Decisions, folder: Path, **options: object) -> list[Path]:
    files = [folder / f"{decision.name}.docx" for decision in decisions]
    for decision, file in zip(decisions, files, strict=True):
        save_docx(decision, file, **options)  # type: ignore[arg-type]
    return files


def _converted(decisions: Decisions, folder: Path, *, to: str, **options: object) -> list[Path]:
    return convert(_docx(decisions, folder, **options), to, folder)


def _written(
    decisions: Decisions, folder: Path, *, suffix: str, write: Callable[[Decision], bytes]
) -> list[Path]:
    files = [folder / f"{decision.name}{suffix}" for decision in decisions]
    for decision, file in zip(decisions, files, strict=True):
        file.write_bytes(write(decision))
    return files


def _text(form: Callable[[Decision], str]) -> Callable[[Decision], bytes]:
    return lambda decision: form(decision).encode()


FORMS: dict[str, Form] = {
    "docx": _docx,
    "docx-automatic": partial(_docx, automatic="restarts", columns="rows"),
    "docx-tabs": partial(_docx, columns="tabs"),
    "docx-vntime": partial(_docx, typed=oldfonts.in_vntime),
    "docx-vni": partial(_docx, typed=oldfonts.in_vni_times),
    "doc": partial(_converted, to="doc", automatic="definitions", columns="rows"),
    "rtf": partial(_converted, to="rtf"),
    "odt": partial(_converted, to="odt", automatic="restarts"),
    "pdf": partial(_converted, to="pdf", typed=printed_font),
    "pdf-automatic": partial(_converted, to="pdf", typed=printed_font, automatic="restarts"),
    "pdf-locked": partial(_converted, to="locked.pdf", typed=printed_font),
    "pdf-tabs": partial(_converted, to="pdf", typed=printed_font, columns="tabs"),
    # the Times of this machine, with letters that it lacks from another font
    "pdf-two-fonts": partial(_converted, to="pdf"),
    "html-office": partial(_converted, to="html"),
    "html-portal": partial(_written, suffix=".html", write=_text(html.portal)),
    "html-word": partial(_written, suffix=".htm", write=_text(html.word)),
    "markdown": partial(_written, suffix=".md", write=_text(plain.markdown)),
    "txt": partial(_written, suffix=".txt", write=_text(plain.lines)),
    "txt-utf16": partial(
        _written, suffix=".txt", write=lambda one: plain.lines(one).encode("utf-16")
    ),
    "txt-cp1258": partial(
        _written, suffix=".txt", write=lambda one: oldfonts.cp1258(plain.lines(one))
    ),
    "txt-tcvn3": partial(
        _written,
        suffix=".txt",
        write=lambda one: oldfonts.tcvn3(oldfonts.as_typed_in_tcvn3(plain.lines(one))),
    ),
    "txt-vni": partial(_written, suffix=".txt", write=lambda one: oldfonts.vni(plain.lines(one))),
}
"""All but scans."""

BASELINES: dict[str, Form] = {
    "txt-tcvn3": partial(
        _written,
        suffix=".txt",
        write=_text(lambda one: oldfonts.as_typed_in_tcvn3(plain.lines(one))),
    )
}
"""What the file of a form that cannot hold every letter is compared with."""

VARIANTS = frozenset({"html-office", "odt", "pdf-locked", "pdf-tabs", "rtf"})
"""Forms that tell little beside another one, and cost time."""

OFFICE_FORMS = frozenset(
    name for name, form in FORMS.items() if isinstance(form, partial) and form.func is _converted
)
"""Those that LibreOffice makes."""

_TABLELESS = frozenset(name for name in FORMS if name.startswith("txt"))


def renders(form: str, decision: Decision) -> bool:
    """Whether the form can hold the decision: plain text has no tables."""
    tables = any(isinstance(element, Table) for element in decision.elements)
    return not (tables and form in _TABLELESS)


def scan_of(pdf: Path, folder: Path, *, form: str) -> Path:
    """The PDF as a scan: "pdf", "tiff" (all pages), or "png", "jpg" (the first page)."""
    target = folder / f"{pdf.stem}.{form}"
    pages = scan.scanned(pdf)
    if form in ("png", "jpg"):
        scan.save_page(next(pages), target)
    elif form == "tiff":
        scan.save_tiff(list(pages), target)
    else:
        scan.save_pdf(list(pages), target)
    return target
