"""Turns a file into DOCX by LibreOffice, in a folder and a profile of its own."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

import psutil

from extract.read.office.profile import write_profile
from extract.read.problems import problem
from extract.read.tools import OFFICE

SECONDS = 60.0
"""A decision takes one; the reading process as a whole is given more."""

_LARGEST_RESULT = 200_000_000
_FILTER = "docx:Office Open XML Text"  # without macros, whatever the file had


def to_docx(path: Path, data: bytes, suffix: str, *, seconds: float = SECONDS) -> bytes:
    """The content of `data`, which is of the kind that `suffix` (".doc") names, as DOCX.

    `path` only names the file in errors. Macros do not run, links and fields are not updated.

    Raises:
        ToolMissingError: `tool_missing`, LibreOffice is not installed.
        ReadError: `too_slow`, `tool_failed`.
    """
    program = OFFICE.require(path)
    with tempfile.TemporaryDirectory(prefix="kehoach-") as folder:
        work = Path(folder)
        source = work / f"in{suffix}"
        source.write_bytes(data)
        address = write_profile(work / "profile")
        command = [
            program,
            f"-env:UserInstallation={address}",
            "--headless",
            "--norestore",
            "--nolockcheck",
            "--nodefault",
            "--nofirststartwizard",
            "--convert-to",
            _FILTER,
            "--outdir",
            str(work / "out"),
            str(source),
        ]
        try:
            said = _run(command, work, seconds)
        except subprocess.TimeoutExpired:
            raise problem("too_slow", path, limit=round(seconds)) from None
        result = work / "out" / "in.docx"
        if not result.is_file() or not 0 < result.stat().st_size <= _LARGEST_RESULT:
            reason = said.strip().splitlines()[-1:] or ["no result"]
            reason = [reason[0].replace(str(work), "")[:200]]
            raise problem("tool_failed", path, tool=OFFICE.name, reason=reason[0])
        return result.read_bytes()


def _run(command: Sequence[str], work: Path, seconds: float) -> str:
    """What the program prints; it and all that it started are ended after `seconds`.

    It stays in our process group: who ends that, ends the program as well.
    """
    process = subprocess.Popen(
        command,
        cwd=work,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    try:
        _, said = process.communicate(timeout=seconds)
    finally:
        _end(process)
    return said.decode("utf-8", "replace")


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends the process with its descendants, where it has not ended by itself."""
    if process.poll() is not None:
        return
    try:
        family = psutil.Process(process.pid).children(recursive=True)
    except psutil.NoSuchProcess:
        family = []
    process.kill()
    for member in family:
        try:
            member.kill()
        except psutil.NoSuchProcess:
            continue
    process.communicate()
