"""`plans.jsonl`: one plan a line."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from extract.errors import OutputError
from extract.write.atomic import atomic
from schemas.plan import Plan

_LINE_ENDS = str.maketrans({c: f"\\u{ord(c):04x}" for c in "\x85\u2028\u2029"})


def to_line(plan: Plan) -> str:
    """The plan as one line of JSON, without line end.

    Characters that some programs take for a line end are escaped, so that a line stays one.

    Raises:
        OutputError: `output_schema`, when the line does not read back as the same plan.
    """
    try:
        line = plan.model_dump_json(warnings="error").translate(_LINE_ENDS)
        faithful = Plan.model_validate_json(line) == plan
    except ValueError:  # pydantic's errors of either direction
        faithful = False
    if not faithful:
        raise OutputError(
            "output_schema",
            f"{plan.source.path}: kết quả không đúng lược đồ dữ liệu.",
            f"{plan.source.path}: the plan does not fit its own schema.",
        )
    return line


def write_lines(path: Path, lines: Iterable[str]) -> None:
    """Writes lines that `to_line` made, in the order given."""
    with atomic(path) as file:
        for line in lines:
            file.write(line.encode("utf-8") + b"\n")
