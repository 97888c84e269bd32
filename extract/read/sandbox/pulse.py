"""A sign of life from long work in the reading process: its time limit begins anew."""

from __future__ import annotations

from collections.abc import Callable


def _silent() -> None:
    pass


_beat: Callable[[], None] = _silent


def listen(beat: Callable[[], None]) -> None:
    """Have `beat` called at each sign of life; the reading process does so at its start."""
    global _beat
    _beat = beat


def beat() -> None:
    """Call after each page or other bounded piece of work; without a sandbox it does nothing."""
    _beat()
