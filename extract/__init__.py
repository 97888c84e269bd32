"""kehoach: Vietnamese plan decisions as data.

`read(path)` reads a file, `extract(text_or_path)` gives its plan; `Plan.to_frames()` gives the
plan as tables.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extract.pipeline import extract, process
    from extract.read import read

__all__ = ["extract", "process", "read"]


def __getattr__(name: str) -> Any:  # noqa: ANN401
    """Loads the stages when they are asked for: the command line must start fast."""
    if name == "read":
        from extract.read import read

        return read
    if name in ("extract", "process"):
        from extract import pipeline

        return getattr(pipeline, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
