"""`texts/PLAN_ID.txt`: the raw text that the offsets of a plan count in."""

from __future__ import annotations

import re
from pathlib import Path

from extract.errors import OutputError
from extract.write.atomic import write_text

_SAFE_NAME = re.compile(r"\w(?:[\w.-]*[\w-])?")
_LONGEST_NAME = 200  # bytes; file systems take 255 with the suffix
_WINDOWS_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


def write_raw(folder: Path, plan_id: str, raw: str) -> Path:
    """Writes `raw` as UTF-8 and returns the path.

    Line ends stay as they are, and whoever reads the file must keep them, or offsets shift: in
    Python `open(path, encoding="utf-8", newline="")`.

    Raises:
        OutputError: `unsafe_name`, see `text_path`.
    """
    path = text_path(folder, plan_id)
    write_text(path, raw)
    return path


def text_path(folder: Path, plan_id: str) -> Path:
    """The file of a plan's text, always directly in `folder`.

    Raises:
        OutputError: `unsafe_name`, when the id cannot be a file name everywhere: letters, digits,
            `_`, `.` and `-`, no dot or hyphen first, no dot last, no name of a Windows device.

    >>> text_path(Path("texts"), "qd-12-2022").name
    'qd-12-2022.txt'
    """
    safe = (
        _SAFE_NAME.fullmatch(plan_id)
        and not _WINDOWS_DEVICE.fullmatch(plan_id)
        and len(plan_id.encode()) <= _LONGEST_NAME
    )
    if not safe:
        raise OutputError(
            "unsafe_name",
            f"Mã kế hoạch {plan_id!r} không dùng làm tên tệp được.",
            f"The plan id {plan_id!r} cannot be a file name.",
        )
    return folder / f"{plan_id}.txt"
