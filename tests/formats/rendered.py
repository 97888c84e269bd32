"""Every sample in every form, each made and read once a session."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from render.forms import BASELINES, FORMS, renders, scan_of
from render.model import Decision
from render.sample import decision

from extract.batch.inputs import find_inputs, sample_corpus
from extract.pipeline import process
from extract.read import read
from extract.read.source import SourceDocument
from schemas.plan import Plan

SAMPLES = {path.stem: path for path in find_inputs([sample_corpus()])}
_SHORTEST = sorted(SAMPLES, key=lambda name: SAMPLES[name].stat().st_size)[:2]
SCANNED = sorted(SAMPLES) if os.environ.get("KEHOACH_ALL_SCANS") else _SHORTEST
"""The samples that are scanned: the two shortest, if not asked for all."""


@dataclass
class Renderings:
    """The files, made when first asked for: of one form all at once."""

    folder: Path
    decisions: dict[str, Decision] = field(default_factory=dict)
    _files: dict[tuple[str, str], Path] = field(default_factory=dict)

    def file(self, form: str, sample: str) -> Path:
        if (form, sample) not in self._files:
            self._make(form)
        return self._files[form, sample]

    def baseline(self, form: str, sample: str) -> Path:
        """The file that the form must read like: the sample itself, if it can hold all of it."""
        if form not in BASELINES:
            return SAMPLES[sample]
        folder = self._folder(f"{form}-baseline")
        return BASELINES[form]([self.decisions[sample]], folder)[0]

    def scan(self, sample: str, form: str) -> Path:
        key = f"scan-{form}", sample
        if key not in self._files:
            folder = self._folder(key[0])
            self._files[key] = scan_of(self.file("pdf", sample), folder, form=form)
        return self._files[key]

    def _make(self, form: str) -> None:
        held = [one for one in self.decisions.values() if renders(form, one)]
        for one, file in zip(held, FORMS[form](held, self._folder(form)), strict=True):
            self._files[form, one.name] = file

    def _folder(self, form: str) -> Path:
        folder = self.folder / form
        folder.mkdir(exist_ok=True)
        return folder


@dataclass
class Reading:
    """What was read from a file, and the plan in it."""

    source: SourceDocument
    plan: Plan


@dataclass
class Readings:
    _read: dict[Path, Reading] = field(default_factory=dict)

    def __call__(self, path: Path) -> Reading:
        if path not in self._read:
            source = read(path)
            self._read[path] = Reading(source, process(source, tagger=False))
        return self._read[path]


def rendered_samples(folder: Path) -> Renderings:
    """All samples, to be rendered in `folder`."""
    return Renderings(folder, {path.stem: decision(path) for path in SAMPLES.values()})
