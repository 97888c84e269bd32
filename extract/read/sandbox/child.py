"""The reading process: reads one file after the other, as its parent asks, under limits.

Run as `python -m extract.read.sandbox.child`; stdin and stdout carry messages.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
import traceback
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

import psutil

from extract.errors import KehoachError, ReadError, ToolMissingError
from extract.read.problems import problem
from extract.read.sandbox import limits, pulse
from extract.read.sandbox.messages import DOCUMENT, Failure, Message, Request, receive, send

if sys.platform != "win32":
    import resource


def main() -> None:
    """Serves requests until stdin closes or the process is worn."""
    incoming, outgoing = sys.stdin.buffer, _private_stdout()
    _limit_memory()
    _end_with_parent()
    pulse.listen(lambda: send(outgoing, Message("alive")))
    while message := receive(incoming):
        request = Request.model_validate_json(message.about)
        send(outgoing, _answer(request, message.data))
        if _worn():
            break


def _answer(request: Request, data: bytes) -> Message:
    path = Path(os.fsdecode(request.path))
    try:
        document = import_module(request.module).READER.read(path, data)
        return Message("document", DOCUMENT.dump_json(document))
    except (ReadError, ToolMissingError) as error:
        return _failure(error)
    except (MemoryError, RecursionError) as error:
        if isinstance(error, RecursionError):
            return _failure(problem("too_complex", path, reason="too deeply nested"))
        return _failure(problem("too_much_memory", path, limit=limits.MEGABYTES))
    except Exception:
        return Message("bug", traceback.format_exc().encode("utf-8", "replace"))


def _failure(error: KehoachError) -> Message:
    kind = "ToolMissingError" if isinstance(error, ToolMissingError) else "ReadError"
    failure = Failure(type=kind, code=error.code, vi=error.vi, en=error.en)
    return Message("error", failure.model_dump_json().encode())


def _private_stdout() -> BinaryIO:
    """Our pipe, while file 1 becomes stderr: what a library prints must not mix with messages."""
    stream = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return stream


def _limit_memory() -> None:
    if sys.platform != "win32":
        size = limits.MEGABYTES * 1_000_000
        resource.setrlimit(resource.RLIMIT_AS, (size, size))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _worn() -> bool:
    """Whether the process holds so much memory that a new one is better.

    Not by `ru_maxrss`: at its start that is its parent's.
    """
    return psutil.Process().memory_info().rss > limits.WORN * 1_000_000


def _end_with_parent() -> None:
    """When the parent is killed, this process and all programs it started go as well."""
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(0.5)
        if sys.platform != "win32":
            os.killpg(os.getpgrp(), signal.SIGKILL)

    threading.Thread(target=watch, daemon=True).start()


if __name__ == "__main__":
    main()
