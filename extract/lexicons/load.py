"""Loads the word lists of this folder. They are data: lists of rows, or tables of lists."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib import resources
from typing import Any

import yaml


@contextmanager
def collector_paused() -> Iterator[None]:
    """Hold the garbage collector back while lists are built that stay for good.

    It would go through all of them again and again, which doubles the time they take.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@cache
def _load(name: str) -> object:
    path = resources.files(__package__).joinpath(f"{name}.yaml")
    with collector_paused():
        return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def rows(name: str) -> list[dict[str, Any]]:
    """The rows of `extract/lexicons/NAME.yaml` (`name` with slashes, without the ending).

    The list is shared by all callers: read it, never change it.
    """
    loaded = _load(name)
    assert isinstance(loaded, list), f"{name} is no list of rows"
    return loaded


def table(name: str) -> dict[str, Any]:
    """The mapping that `extract/lexicons/NAME.yaml` holds, shared in the same way."""
    loaded = _load(name)
    assert isinstance(loaded, dict), f"{name} is no table"
    return loaded


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of `words`, the longest that fits first.

    >>> alternatives(["giao", "giao cho"])
    '(?:giao\\\\ cho|giao)'
    """
    return f"(?:{'|'.join(re.escape(word) for word in sorted(words, key=len, reverse=True))})"
