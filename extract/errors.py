"""Errors meant for people. Everything else that is raised is a bug and keeps its traceback."""

from __future__ import annotations


class KehoachError(Exception):
    """A failure that the user can understand and act on.

    `code` is stable and machine-readable; `vi` and `en` are one plain sentence each, which name the
    file and the reason.
    """

    def __init__(self, code: str, vi: str, en: str) -> None:
        super().__init__(en)
        self.code = code
        self.vi = vi
        self.en = en

    def __str__(self) -> str:
        return self.en

    def __reduce__(self) -> tuple[type[KehoachError], tuple[str, str, str]]:
        return (type(self), (self.code, self.vi, self.en))


class ReadError(KehoachError):
    """A file could not be read as a decision."""


class ToolMissingError(KehoachError):
    """An external program that this file needs is not installed."""


class OutputError(KehoachError):
    """The output failed its own schema or could not be written."""
