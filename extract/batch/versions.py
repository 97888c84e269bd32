"""The versions that a run's outcome depends on."""

from __future__ import annotations

import hashlib
from importlib import metadata
from pathlib import Path

import extract.lexicons
from schemas.run import Versions

TAGGER = "underthesea"


def program_version() -> str:
    """The installed version of kehoach, or `0+checkout` where it runs without being installed."""
    try:
        return metadata.version("kehoach")
    except metadata.PackageNotFoundError:
        return "0+checkout"


def lexicons_version() -> str:
    """SHA-256 over names and bytes of all word lists: it changes when any row does."""
    folder = Path(extract.lexicons.__path__[0])
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.yaml")):
        data = path.read_bytes()
        digest.update(f"{path.relative_to(folder).as_posix()} {len(data)}\n".encode())
        digest.update(data)
    return digest.hexdigest()


def versions(*, tagger: bool) -> Versions:
    """Everything that `run.json` says about versions."""
    return Versions(
        program=program_version(),
        lexicons=lexicons_version(),
        tagger=f"{TAGGER} {metadata.version(TAGGER)}" if tagger else None,
    )
