"""Which files a run reads, in which order."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from extract.read import SUFFIXES


def find_inputs(arguments: Sequence[str | Path], skip: Path | None = None) -> list[Path]:
    """The files that the arguments name, each once, in a fixed order.

    A file, or a name that does not exist (reading it then says so), is taken as it is. A folder
    gives the files below it that have a suffix known to the readers, sorted, without hidden ones
    and readmes; a folder that gives none stands for itself, so that it is not passed over in
    silence. Anything else with `*`, `?` or `[` is a pattern (`**` reaches into folders), whose
    matches are taken as arguments. Nothing is taken of what earlier runs wrote: below the folder
    `skip`, or, where that holds the decisions as well, its `texts`, and those of any other dataset.
    """
    unique: dict[str, Path] = {}
    for argument in arguments:
        for path in _expand(str(argument), skip):
            unique.setdefault(os.path.realpath(path), path)
    return list(unique.values())


def sample_corpus() -> Path:
    """The folder of the sample decisions: installed with the package, or in the checkout.

    The path is relative where the folder is below the current one, as a user would write it.
    """
    package = Path(__file__).resolve().parents[1]
    installed = package / "_corpus"
    folder = installed if installed.is_dir() else package.parent / "corpus"
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_relative_to(here) else folder


def _expand(argument: str, skip: Path | None) -> Iterator[Path]:
    path = Path(argument)
    if path.is_dir():
        yield from sorted(_walk(path, skip)) or [path]
    elif glob.has_magic(argument) and not os.path.lexists(path):
        matches = sorted(glob.glob(argument, recursive=True))  # noqa: PTH207 - absolute ones too
        if not matches:
            yield path
        for match in matches:
            yield from _expand(match, skip)
    else:
        yield path


def _walk(folder: Path, skip: Path | None) -> Iterator[Path]:
    skipped = os.path.realpath(skip) if skip else None
    for parent, folders, names in os.walk(folder):
        here = Path(parent)
        written = "plans.jsonl" in names or os.path.realpath(here) == skipped
        folders[:] = [
            name
            for name in folders
            if not name.startswith(".")
            and os.path.realpath(here / name) != skipped
            and not (written and name == "texts")
        ]
        yield from (here / name for name in names if _is_document(name))


def _is_document(name: str) -> bool:
    path = Path(name)
    return (
        path.suffix.lower() in SUFFIXES
        and path.stem.lower() != "readme"
        and not name.startswith(".")
    )
