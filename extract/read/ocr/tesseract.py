"""Runs Tesseract."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from PIL import Image

from extract.read.problems import problem
from extract.read.tools import OCR, missing, run_tool

LANGUAGE = "vie"
SECONDS = 60.0
"""A page takes two; one of nothing but noise can take minutes."""

WHOLE_PAGE, ONE_BLOCK, ONE_LINE = 3, 6, 7
"""Tesseract's page segmentation modes."""

_HOCR = ("lstm_choice_mode=2", "tessedit_create_hocr=1", "hocr_font_info=0")
"""`lstm_choice_mode=2` tells for each letter which others it may be."""


def hocr(path: Path, images: Sequence[Image.Image], mode: int = WHOLE_PAGE) -> bytes:
    """What Tesseract reads in grey images, as hOCR with a page for each, and the choices of each
    letter.

    Raises:
        ToolMissingError: Tesseract or its Vietnamese data is not installed.
        ReadError: `too_slow`, `tool_failed`, about the file `path`.
    """
    settings = [word for setting in _HOCR for word in ("-c", setting)]
    return _run(path, images, ["-l", LANGUAGE, "--psm", str(mode), *settings])


def orientation(path: Path, image: Image.Image) -> int:
    """By how many degrees clockwise the image must be turned to stand upright: 0, 90, 180, 270.

    0 too where Tesseract cannot tell: with little text, or without its `osd` data.
    """
    program = OCR.require(path)
    if "osd" not in _languages(program):
        return 0
    told = _run(path, [image], ["-l", "osd", "--psm", "0"], strict=False).decode("utf-8", "replace")
    facts = dict(line.split(": ", 1) for line in told.splitlines() if ": " in line)
    sure = float(facts.get("Orientation confidence", 0)) >= 1
    return int(facts.get("Rotate", 0)) % 360 if sure else 0


def _run(
    path: Path, images: Sequence[Image.Image], options: Sequence[str], strict: bool = True
) -> bytes:
    program = OCR.require(path)
    if LANGUAGE not in _languages(program):
        raise missing(OCR, path)
    with tempfile.TemporaryDirectory(prefix="kehoach-ocr-") as folder:
        files = [Path(folder, f"{number}.pgm") for number in range(len(images))]
        for file, image in zip(files, images, strict=True):
            image.save(file)
        listed = Path(folder, "images.txt")
        listed.write_text("".join(f"{file}\n" for file in files))
        try:
            return run_tool(
                [program, str(listed), "stdout", "--dpi", "300", *options],
                seconds=SECONDS,
                env={**os.environ, "OMP_THREAD_LIMIT": "1"},
            )
        except subprocess.TimeoutExpired:
            raise problem("too_slow", path, limit=round(SECONDS)) from None
        except (subprocess.CalledProcessError, OSError) as error:
            if not strict:
                return b""
            raise problem("tool_failed", path, tool=OCR.name, reason=_reason(error)) from None


def _reason(error: subprocess.CalledProcessError | OSError) -> str:
    if isinstance(error, OSError):
        return error.strerror or str(error)
    last = error.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
    return last[0][:200] if last else f"exit code {error.returncode}"


@cache
def _languages(program: str) -> frozenset[str]:
    try:
        told = run_tool([program, "--list-langs"], seconds=SECONDS)
    except (subprocess.SubprocessError, OSError):
        return frozenset()
    return frozenset(told.decode("utf-8", "replace").split())
