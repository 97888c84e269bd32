from __future__ import annotations

from pathlib import Path

import pytest

from extract.batch.inputs import find_inputs, sample_corpus


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in [
        "b.txt",
        "a.md",
        "sub/c.TXT",
        "sub/deep/d.txt",
        "notes.odd",
        "README.md",
        ".hidden.txt",
        ".git/e.txt",
        "out/texts/f.txt",
        "odd[1].txt",
    ]:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["b.txt", "a.md"], ["b.txt", "a.md"]),  # files stay in the order given
        (["."], ["a.md", "b.txt", "odd[1].txt", "sub/c.TXT", "sub/deep/d.txt"]),
        (["sub"], ["sub/c.TXT", "sub/deep/d.txt"]),
        (["b.txt", "./b.txt", "sub/../b.txt", "*.txt"], ["b.txt", "odd[1].txt"]),  # each once
        (["*.md"], ["README.md", "a.md"]),  # a pattern names its files
        (["**/d.txt"], ["sub/deep/d.txt"]),
        (["s*"], ["sub/c.TXT", "sub/deep/d.txt"]),
        (["odd[1].txt"], ["odd[1].txt"]),  # a name, though it looks like a pattern
        ([".hidden.txt", "notes.odd"], [".hidden.txt", "notes.odd"]),  # named: tried
        (["none.txt", "none*"], ["none.txt", "none*"]),  # reading says that they are missing
        (["empty"], ["empty"]),
    ],
)
def test_what_the_arguments_name(folder: Path, arguments: list[str], found: list[str]) -> None:
    assert find_inputs(arguments, skip=folder / "out") == [Path(name) for name in found]


def test_only_the_skipped_folder_is_left_out(folder: Path) -> None:
    assert Path("out/texts/f.txt") in find_inputs(["."], skip=None)
    assert Path("out/texts/f.txt") not in find_inputs(["."], skip=Path("sub/../out"))


def test_what_a_run_wrote_is_no_input(folder: Path) -> None:
    """Also when it wrote into the folder of the decisions, or into another one below it."""
    for name in ("texts/b.txt", "sub/data/plans.jsonl", "sub/data/texts/c.txt", "sub/data/g.txt"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    found = {path.as_posix() for path in find_inputs(["."], skip=folder)}
    assert {"b.txt", "sub/c.TXT", "sub/data/g.txt"} <= found
    assert not {"texts/b.txt", "sub/data/texts/c.txt"} & found


def test_a_link_to_a_file_is_the_file(folder: Path) -> None:
    (folder / "z.txt").symlink_to("b.txt")
    assert find_inputs(["b.txt", "z.txt"]) == [Path("b.txt")]


def test_a_link_to_the_folder_above_is_no_loop(folder: Path) -> None:
    (folder / "sub" / "up").symlink_to("..")
    assert len(find_inputs(["sub"])) == 2


def test_the_sample_decisions_are_there() -> None:
    assert {path.suffix for path in find_inputs([sample_corpus()])} <= {".txt", ".md"}
    assert sample_corpus().is_dir()
