from __future__ import annotations

from pathlib import Path

import pytest
from factory import SAMPLE
from shown import Page
from typer.testing import CliRunner

from extract.cli.main import app


@pytest.fixture
def decision(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A decision in a folder of its own, with another folder as the current one."""
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    file = tmp_path / "thu-vien.txt"
    file.write_text(SAMPLE, encoding="utf-8")
    return file


def show(*arguments: object) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["show", "--no-tagger", *map(str, arguments)])
    return done.exit_code, done.stdout


def text(html: str) -> str:
    return Page(html).inside[".paper"]


def test_the_page_goes_to_the_current_folder(decision: Path) -> None:
    assert show(decision) == (0, "")
    assert text(Path("thu-vien.txt.html").read_text(encoding="utf-8")) == SAMPLE
    assert decision.read_text(encoding="utf-8") == SAMPLE


@pytest.mark.parametrize(
    ("out", "written"),
    [
        ("trang.html", "trang.html"),
        ("moi/trang.html", "moi/trang.html"),
        ("..", "../thu-vien.txt.html"),  # a folder that is there
    ],
)
def test_or_to_where_out_says(decision: Path, out: str, written: str) -> None:
    assert show(decision, "--out", out) == (0, "")
    assert text(Path(written).read_text(encoding="utf-8")) == SAMPLE


def test_or_to_stdout(decision: Path) -> None:
    code, html = show(decision, "--out", "-")
    assert (code, text(html)) == (0, SAMPLE)
    assert list(Path.cwd().iterdir()) == []


def test_a_folder_is_no_decision(decision: Path) -> None:
    assert show(decision.parent) == (2, "")


def test_stdout_cannot_be_opened_in_a_browser(decision: Path) -> None:
    assert show(decision, "--out", "-", "--open") == (2, "")
