"""What a command ends with."""

from __future__ import annotations

from enum import IntEnum

from extract.errors import OutputError, ToolMissingError


class Exit(IntEnum):
    """Exit codes, and of several the highest counts. 2 is a wrong use of the command."""

    DONE = 0
    FAILED = 1
    TOOL_MISSING = 3
    OUTPUT = 4
    INTERRUPTED = 130


def exit_for(error: Exception) -> Exit:
    """The exit code that an error asks for."""
    match error:
        case OutputError():
            return Exit.OUTPUT
        case ToolMissingError():
            return Exit.TOOL_MISSING
        case _:
            return Exit.FAILED
