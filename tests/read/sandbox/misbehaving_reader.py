"""A reader that does what the file's bytes say: to try the sandbox."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from extract.read.problems import problem
from extract.read.reader import Reader
from extract.read.sandbox.pulse import beat
from extract.read.source import SourceDocument, SourceLine, Word
from extract.read.tools import OCR, missing

DEEP = 100_000
KEPT: list[bytearray] = []


def _read(path: Path, data: bytes) -> SourceDocument:
    match data.decode().split():
        case ["sleep", seconds]:
            time.sleep(float(seconds))
        case ["work", pages]:
            for _ in range(int(pages)):
                time.sleep(0.2)
                beat()
        case ["start", marker]:  # a program that would outlive us
            subprocess.Popen([sys.executable, "-c", _OUTLIVE, marker])
            time.sleep(60)
        case ["leave", name]:  # a file behind, and end at once
            (Path(tempfile.mkdtemp()) / "left").touch()
            Path(name).write_text(tempfile.gettempdir(), encoding="utf-8")
            os._exit(1)
        case ["keep", megabytes]:
            KEPT.append(bytearray(b"x") * (int(megabytes) * 1_000_000))
        case ["eat", megabytes]:
            bytearray(int(megabytes) * 1_000_000)
        case ["recurse"]:
            _nested(DEEP)
        case ["die", name]:
            os.kill(os.getpid(), signal.Signals[name])
        case ["exit"]:
            os._exit(0)
        case ["print"]:
            print("a library says something")
            os.write(1, b"and so does its C part")
        case ["refuse"]:
            raise problem("encrypted", path)
        case ["lack"]:
            raise missing(OCR, path)
        case ["bug"]:
            raise ZeroDivisionError("of a reader")
        case _:
            pass
    text = "Kế hoạch\n"
    return SourceDocument(
        path=str(path),
        media_type="text/odd",
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        encoding=None,
        raw=text,
        lines=(SourceLine(0, 8, 1, (1.0, 2.0, 3.5, 4.0), words=(Word(1, 2, 0.5), Word(2, 3.5))),),
        pages=os.getpid(),
    )


_OUTLIVE = "import pathlib, sys, time; time.sleep(4); pathlib.Path(sys.argv[1]).touch()"


def _nested(depth: int) -> int:
    return depth and _nested(depth - 1) + 1


READER = Reader("odd", (".odd",), _read)
