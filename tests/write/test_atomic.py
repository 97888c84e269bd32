from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from extract.errors import OutputError
from extract.write.atomic import atomic, write_text

SLOW_WRITER = """
import sys, time
from pathlib import Path
from extract.write.atomic import atomic
with atomic(Path(sys.argv[1])) as file:
    file.write(b"new" * 1_000_000)
    file.flush()
    print("half", flush=True)
    time.sleep(60)
"""


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def test_the_file_appears_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "a.txt"
    with atomic(path) as file:
        file.write(b"one")
        assert not path.exists()
    assert path.read_bytes() == b"one"
    assert names(path.parent) == ["a.txt"]


def test_line_ends_are_kept(tmp_path: Path) -> None:
    write_text(tmp_path / "a.txt", "một\r\nhai\rba\n")
    assert (tmp_path / "a.txt").read_bytes() == "một\r\nhai\rba\n".encode()


@pytest.mark.parametrize("failure", [ValueError, KeyboardInterrupt])
def test_a_failure_leaves_the_old_file(tmp_path: Path, failure: type[BaseException]) -> None:
    path = tmp_path / "a.txt"
    write_text(path, "old")

    def fail() -> None:
        with atomic(path) as file:
            file.write(b"half of the new")
            raise failure

    with pytest.raises(failure):
        fail()
    assert path.read_text() == "old"
    assert names(tmp_path) == ["a.txt"]


def test_a_killed_writer_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write_text(path, "old")
    with subprocess.Popen(
        [sys.executable, "-c", SLOW_WRITER, str(path)], stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "half\n"
        writer.send_signal(signal.SIGKILL)
    assert path.read_text() == "old"
    leftovers = [name for name in names(tmp_path) if name != "a.txt"]
    assert all(name.startswith(".kehoach-") and name.endswith(".tmp") for name in leftovers)


def test_what_the_system_refuses_is_said(tmp_path: Path) -> None:
    write_text(tmp_path / "file", "in the way")
    with pytest.raises(OutputError) as caught:
        write_text(tmp_path / "file" / "a.txt", "x")
    assert caught.value.code == "not_written"
    assert str(tmp_path / "file" / "a.txt") in caught.value.vi


def test_a_new_file_has_the_usual_rights(tmp_path: Path) -> None:
    write_text(tmp_path / "a.txt", "x")
    (tmp_path / "b.txt").write_text("x")
    assert (tmp_path / "a.txt").stat().st_mode == (tmp_path / "b.txt").stat().st_mode
