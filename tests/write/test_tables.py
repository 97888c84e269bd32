from __future__ import annotations

import csv
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from extract.write.tables import guard, write_tables
from schemas.columns import tables
from schemas.frames import DTYPES, frames
from schemas.plan import Plan


def read_csv(path: Path, table: str) -> pd.DataFrame:
    """As the module's docstring says it is read: by type, one apostrophe off the head of texts."""
    dates = [c.name for c in tables()[table] if c.type == "date"]
    types = {c.name: DTYPES[c.type] for c in tables()[table] if c.type != "date"}
    frame = pd.read_csv(
        path, dtype=types, keep_default_na=False, na_values=[""], encoding="utf-8-sig"
    )
    for name in frame.select_dtypes("string"):
        frame[name] = frame[name].str.removeprefix("'")
    return frame.assign(**{n: pd.to_datetime(frame[n]).astype(DTYPES["date"]) for n in dates})


@pytest.mark.parametrize("table", tables())
def test_files_read_back_as_the_frames(tmp_path: Path, plan: Plan, table: str) -> None:
    made = frames([plan])
    write_tables(tmp_path, made)
    assert_frame_equal(read_csv(tmp_path / f"{table}.csv", table), made[table])
    assert_frame_equal(pd.read_parquet(tmp_path / f"{table}.parquet"), made[table])


@pytest.mark.parametrize("table", tables())
def test_empty_tables_have_their_columns_and_types(tmp_path: Path, table: str) -> None:
    write_tables(tmp_path, frames([]))
    names = [column.name for column in tables()[table]]
    assert list(pd.read_csv(tmp_path / f"{table}.csv").columns) == names
    assert_frame_equal(pd.read_parquet(tmp_path / f"{table}.parquet"), frames([])[table])


def test_csv_is_for_spreadsheets(tmp_path: Path, plan: Plan) -> None:
    write_tables(tmp_path, frames([plan]))
    data = (tmp_path / "deadlines.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert b",2026-06-30," in data  # a day, without the time of day


DANGEROUS = ["=1+1", "+84", "-5%", "@cmd", "\t=1", "\r=1", "\n=1", "'quoted"]


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_cell_of_a_csv_becomes_a_formula(tmp_path: Path, plan: Plan, text: str) -> None:
    task = plan.tasks[0].model_copy(update={"quote": text})
    made = frames([plan.model_copy(update={"tasks": [task]})])
    write_tables(tmp_path, made)
    with (tmp_path / "tasks.csv").open(encoding="utf-8-sig", newline="") as file:
        assert next(csv.DictReader(file))["quote"] == "'" + text
    assert pd.read_parquet(tmp_path / "tasks.parquet")["quote"][0] == text


@pytest.mark.parametrize("text", ["10-12 lớp", "a=b", " =1", "", "Sở Y tế"])
def test_other_cells_stay_as_they_are(text: str) -> None:
    frame = pd.DataFrame({"quote": pd.Series([text], dtype="string")})
    assert guard(frame)["quote"][0] == text


def test_numbers_below_zero_stay_numbers() -> None:
    frame = pd.DataFrame({"value": pd.Series([-5.0], dtype="Float64")})
    assert_frame_equal(guard(frame), frame)


@given(st.text(st.characters(codec="utf-8"), max_size=20))
def test_the_guard_can_be_taken_off(text: str) -> None:
    frame = pd.DataFrame({"quote": pd.Series([text, None], dtype="string")})
    guarded = guard(frame)["quote"]
    assert not guarded[0].startswith(("=", "+", "-", "@", "\t", "\r"))
    assert guarded[0].removeprefix("'") == text
    assert pd.isna(guarded[1])
