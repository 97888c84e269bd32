"""The parent's side: starts the reading process, hands it files, ends it when it takes too long."""

from __future__ import annotations

import atexit
import contextlib
import os
import queue
import signal
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, cast

from extract.errors import ReadError, ToolMissingError
from extract.read.problems import problem
from extract.read.reader import Format
from extract.read.sandbox import limits
from extract.read.sandbox.messages import (
    DOCUMENT,
    Failure,
    Message,
    Request,
    receive,
    send,
)
from extract.read.source import SourceDocument

_CODE = "from extract.read.sandbox.child import main; main()"


class ReaderBugError(Exception):
    """A fault of the program in the reading process; the text is its traceback."""


@dataclass(slots=True)
class Sandbox:
    """One reading process, started when it is first needed and again after each end."""

    seconds: float = limits.SECONDS
    _process: subprocess.Popen[bytes] | None = None
    _folder: tempfile.TemporaryDirectory[str] | None = None
    _answers: queue.SimpleQueue[Message | None] = field(default_factory=queue.SimpleQueue)

    def read(self, format: Format, path: Path, data: bytes) -> SourceDocument:
        """What the reader of this format makes of the file's bytes.

        Raises:
            ReadError: as the reader; `too_slow` when it gives no sign of life for `seconds`;
                `reader_died` when its process ends.
            ToolMissingError: as the reader.
            ReaderBugError: any other exception of the reader.
        """
        answer = self._ask(Request(module=format.module, path=os.fsencode(path)), path, data)
        match answer.kind:
            case "document":
                return DOCUMENT.validate_json(answer.about)
            case "error":
                failure = Failure.model_validate_json(answer.about)
                kind = ToolMissingError if failure.type == "ToolMissingError" else ReadError
                raise kind(failure.code, failure.vi, failure.en)
            case _:
                raise ReaderBugError(answer.about.decode("utf-8", "replace"))

    def close(self) -> None:
        """Ends the process and all programs that it started."""
        process, self._process = self._process, None
        folder, self._folder = self._folder, None
        if process is not None:
            _kill(process)
            process.wait()
            for stream in (process.stdin, process.stdout):
                with contextlib.suppress(OSError):
                    cast(BinaryIO, stream).close()
        if folder is not None:  # what a killed reader left there goes with it
            folder.cleanup()

    def _ask(self, request: Request, path: Path, data: bytes) -> Message:
        """The answer to `request`. Whatever stops the waiting, a process that is at work ends."""
        done = False
        try:
            for fresh in (False, True):
                process = self._running()
                message = Message("read", request.model_dump_json().encode(), data)
                with contextlib.suppress(BrokenPipeError):  # it was worn and has just ended
                    send(cast(BinaryIO, process.stdin), message)
                while answer := self._next(path):
                    if answer.kind != "alive":
                        done = True
                        return answer
                code = process.wait()
                self.close()
                if code or fresh:
                    raise problem("reader_died", path, reason=_reason(code))
            raise AssertionError
        finally:
            if not done:
                self.close()

    def _next(self, path: Path) -> Message | None:
        try:
            return self._answers.get(timeout=self.seconds)
        except queue.Empty:
            raise problem("too_slow", path, limit=round(self.seconds)) from None

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is None:
            return self._process
        self.close()
        self._folder = tempfile.TemporaryDirectory(prefix="kehoach-", ignore_cleanup_errors=True)
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", _CODE],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
            env={
                **os.environ,
                "PYTHONPATH": _our_path(),
                "TMPDIR": self._folder.name,
                "OMP_THREAD_LIMIT": "1",
            },
        )
        self._answers = queue.SimpleQueue()
        pump = threading.Thread(
            target=_pump, args=(self._process.stdout, self._answers), daemon=True
        )
        pump.start()
        return self._process


def isolated(format: Format, path: Path, data: bytes) -> SourceDocument:
    """As `Sandbox.read`, in the one reading process that this process keeps."""
    return _shared.read(format, path, data)


def _pump(stream: BinaryIO, answers: queue.SimpleQueue[Message | None]) -> None:
    """Passes messages on, and None when the process has ended."""
    with contextlib.suppress(OSError, ValueError):
        while message := receive(stream):
            answers.put(message)
    answers.put(None)


def _kill(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)


def _our_path() -> str:
    """Where we import from; -P keeps the current folder out, which may hold anything."""
    return os.pathsep.join(folder or str(Path.cwd()) for folder in sys.path)


def _reason(code: int) -> str:
    return signal.Signals(-code).name if code < 0 else f"exit code {code}"


_shared = Sandbox()
atexit.register(_shared.close)
