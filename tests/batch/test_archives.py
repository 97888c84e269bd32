"""An archive stands for its documents, in a run and one by one."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from sample import RAW

from extract.batch.exits import Exit
from extract.batch.inputs import find_inputs
from extract.batch.run import run
from extract.errors import ReadError
from extract.pipeline import process
from extract.read import read
from extract.read.source import SourceDocument
from schemas.plan import Plan


def archive(path: Path, **members: bytes) -> Path:
    """A ZIP of the members; `__` in a name is a folder's slash."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as file:
        for name, data in members.items():
            file.writestr(name.replace("__", "/") + ".txt", data)
    path.write_bytes(held.getvalue())
    return path


def plan_of(source: SourceDocument) -> Plan:
    return process(source, tagger=False)


DECISION = f"""KẾ HOẠCH
Phát triển thư viện năm 2026
{RAW.partition("2019;")[2]}"""


def test_each_document_of_an_archive_is_an_input(tmp_path: Path) -> None:
    other = DECISION.replace("sổ tay", "cẩm nang")
    path = archive(
        tmp_path / "a.zip", one=DECISION.encode(), b__two=other.encode(), bad=b"\x00\x01"
    )
    outcome = run(find_inputs([tmp_path]), tmp_path / "out", plan_of, tagger=False)
    states = {item.path.removeprefix(f"{path}/"): item.status for item in outcome.run.inputs}
    assert states == {"one.txt": "done", "b/two.txt": "done", "bad.txt": "failed"}
    assert outcome.exit == Exit.FAILED
    assert [failure.code for failure in outcome.run.failures] == ["binary"]


def test_an_archive_that_holds_nothing_fails_by_itself(tmp_path: Path) -> None:
    empty, cut = archive(tmp_path / "empty.zip"), tmp_path / "cut.zip"
    cut.write_bytes(archive(tmp_path / "b.zip", one=DECISION.encode()).read_bytes()[:60])
    good = tmp_path / "good.txt"
    good.write_text(DECISION, encoding="utf-8")
    outcome = run([empty, cut, good], tmp_path / "out", plan_of, tagger=False)
    assert [item.status for item in outcome.run.inputs] == ["failed", "failed", "done"]
    assert {failure.path for failure in outcome.run.failures} == {str(empty), str(cut)}


def test_an_archive_of_one_document_can_be_read_as_it(tmp_path: Path) -> None:
    source = read(archive(tmp_path / "one.zip", one=DECISION.encode()))
    assert source.raw == DECISION
    assert source.path.endswith("one.zip/one.txt")
    with pytest.raises(ReadError, match="kehoach run"):
        read(archive(tmp_path / "two.zip", one=b"a", two=b"b"))
