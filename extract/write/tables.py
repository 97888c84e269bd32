"""The tables as files: CSV for spreadsheets, Parquet for programs.

CSV has a byte-order mark (Excel takes it for UTF-8), and a cell that a spreadsheet would run as a
formula, because it begins with `=`, `+`, `-`, `@`, a tab or a line end, has an apostrophe
set before it. So has one that begins with an apostrophe itself: take one apostrophe off the head of
a cell and it is what the plan holds. Parquet keeps every value as it is, and its type.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from extract.write.atomic import atomic

if TYPE_CHECKING:
    import pandas as pd

_FORMULA_HEAD = r"^([=+\-@\t\r\n'])"


def write_tables(folder: Path, frames: Mapping[str, pd.DataFrame]) -> None:
    """Writes each frame as `NAME.csv` and `NAME.parquet` in `folder`."""
    for name, frame in frames.items():
        with atomic(folder / f"{name}.csv") as file:
            guard(frame).to_csv(file, index=False, encoding="utf-8-sig", lineterminator="\r\n")
        with atomic(folder / f"{name}.parquet") as file:
            frame.to_parquet(file, engine="pyarrow", index=False)


def guard(frame: pd.DataFrame) -> pd.DataFrame:
    """A copy of the frame in which no text cell can become a formula."""
    guarded = frame.copy()
    name: str
    for name in frame.select_dtypes("string").columns:
        guarded[name] = frame[name].str.replace(_FORMULA_HEAD, r"'\1", regex=True)
    return guarded
