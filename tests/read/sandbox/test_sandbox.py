"""A reader in its own process: whatever it does, we get an answer, and the next file is read."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.errors import ReadError, ToolMissingError
from extract.read.reader import Format
from extract.read.sandbox import Sandbox
from extract.read.sandbox.parent import ReaderBugError
from extract.read.source import SourceDocument, Word

ODD = Format("odd", (".odd",), "misbehaving_reader")
PATH = Path("dir/kế hoạch.odd")


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    made = Sandbox(seconds=3)
    yield made
    made.close()


def read(sandbox: Sandbox, what: str) -> SourceDocument:
    return sandbox.read(ODD, PATH, what.encode())


def test_the_document_comes_over_whole(sandbox: Sandbox) -> None:
    document = read(sandbox, "nothing")
    assert (document.path, document.raw, document.size) == (str(PATH), "Kế hoạch\n", 7)
    assert document.lines[0].box == (1.0, 2.0, 3.5, 4.0)
    assert document.lines[0].words == (Word(1, 2, 0.5), Word(2, 3.5))


def test_one_process_reads_many_files(sandbox: Sandbox) -> None:
    assert read(sandbox, "a").pages == read(sandbox, "b").pages


@pytest.mark.parametrize(
    ("what", "code"),
    [
        ("sleep 60", "too_slow"),
        ("eat 50000", "too_much_memory"),
        ("recurse", "too_complex"),
        ("die SIGSEGV", "reader_died"),
        ("die SIGKILL", "reader_died"),  # what the system does when memory runs out
        ("exit", "reader_died"),
        ("refuse", "encrypted"),
    ],
)
def test_what_a_file_does_to_its_reader_hits_that_file_alone(
    sandbox: Sandbox, what: str, code: str
) -> None:
    read(sandbox, "before")
    with pytest.raises(ReadError) as caught:
        read(sandbox, what)
    assert caught.value.code == code
    assert str(PATH) in caught.value.vi
    assert str(PATH) in caught.value.en
    assert read(sandbox, "after").raw == "Kế hoạch\n"


def test_long_work_with_signs_of_life_is_not_stopped(sandbox: Sandbox) -> None:
    assert read(sandbox, "work 20").raw  # 4 s in all, 0.2 s a page


def test_what_a_library_prints_does_not_mix_with_the_answer(sandbox: Sandbox) -> None:
    assert read(sandbox, "print").raw == "Kế hoạch\n"


def test_a_missing_tool_stays_that_kind_of_error(sandbox: Sandbox) -> None:
    with pytest.raises(ToolMissingError, match="apt-get install"):
        read(sandbox, "lack")


def test_a_bug_keeps_its_traceback(sandbox: Sandbox) -> None:
    with pytest.raises(ReaderBugError, match="ZeroDivisionError: of a reader"):
        read(sandbox, "bug")


def test_the_programs_it_started_end_with_it(sandbox: Sandbox, tmp_path: Path) -> None:
    marker = tmp_path / "outlived"
    with pytest.raises(ReadError):
        read(sandbox, f"start {marker}")
    time.sleep(2)
    assert not marker.exists()


def test_what_a_dead_reader_left_behind_is_removed(sandbox: Sandbox, tmp_path: Path) -> None:
    note = tmp_path / "where"
    with pytest.raises(ReadError):
        read(sandbox, f"leave {note}")
    assert not Path(note.read_text(encoding="utf-8")).exists()


def test_a_worn_process_is_replaced(sandbox: Sandbox) -> None:
    first = read(sandbox, "keep 500").pages  # more than `limits.WORN`
    second = read(sandbox, "next").pages
    assert first != second
    assert read(sandbox, "next").pages == second


def test_a_large_parent_wears_no_child(sandbox: Sandbox) -> None:
    """The system counts a new process's largest size from that of its parent."""
    ballast = bytearray(b"x") * 600_000_000
    assert read(sandbox, "a").pages == read(sandbox, "b").pages
    assert ballast
