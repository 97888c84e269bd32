from __future__ import annotations

import json
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from extract.cli import main as cli
from extract.cli.words import say
from extract.errors import KehoachError, OutputError, ReadError, ToolMissingError
from schemas.export import plan_schema

SLOW = {"numpy", "pandas", "pyarrow", "spacy", "underthesea"}


@pytest.fixture
def runner() -> CliRunner:
    return CliRunner()


@pytest.mark.parametrize("arguments", [["--help"], ["run", "--help"], ["--version"]])
def test_help_loads_nothing_slow(arguments: list[str]) -> None:
    code = f"""
import sys
from extract.cli.main import app
app({arguments}, standalone_mode=False)
print({{m.partition(".")[0] for m in sys.modules}}, file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "'typer'" in done.stderr
    assert [name for name in SLOW if f"'{name}'" in done.stderr] == []


def test_every_command_is_in_the_help(runner: CliRunner) -> None:
    said = runner.invoke(cli.app, ["--help"]).output
    for command in cli.app.registered_commands:
        assert command.callback is not None
        assert command.callback.__name__ in said


def test_the_version(runner: CliRunner) -> None:
    said = runner.invoke(cli.app, ["--version"])
    assert said.exit_code == 0
    assert said.output.startswith("kehoach 0.")


def test_the_schema_is_printed(runner: CliRunner) -> None:
    said = runner.invoke(cli.app, ["schema"])
    assert said.exit_code == 0
    assert json.loads(said.stdout) == plan_schema()


@pytest.mark.parametrize(
    "arguments", [["nonsense"], ["run", "--nonsense"], ["run", "--out", __file__]]
)
def test_wrong_use_ends_with_2(runner: CliRunner, arguments: list[str]) -> None:
    said = runner.invoke(cli.app, arguments)
    assert said.exit_code == 2
    assert said.stdout == ""


@pytest.mark.parametrize(
    ("kind", "code"), [(ReadError, 1), (ToolMissingError, 3), (OutputError, 4)]
)
def test_an_error_for_people_ends_in_a_sentence(
    kind: type[KehoachError],
    code: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail() -> None:
        raise kind("code", "tệp: có lỗi.", "file: is wrong.")

    monkeypatch.setattr(cli, "app", fail)
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    with pytest.raises(SystemExit) as caught:
        cli.main()
    assert caught.value.code == code
    assert capsys.readouterr() == ("", "file: is wrong.\n")


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"LC_ALL": "vi_VN.UTF-8"}, "chào\n"),
        ({"LANG": "vi_VN"}, "chào\n"),
        ({"LC_ALL": "C", "LANG": "vi_VN.UTF-8"}, "hello\n"),  # the first that is set counts
        ({"LC_ALL": "", "LC_MESSAGES": "vi", "LANG": "C"}, "chào\n"),
        ({}, "hello\n"),
    ],
)
def test_the_language_is_the_systems(
    settings: dict[str, str],
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    say("chào", "hello")
    assert capsys.readouterr() == ("", said)


def test_a_file_name_cannot_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    say(*["kế hoạch\x1b[2J\r\n\u202e.txt"] * 2)
    assert capsys.readouterr().err == "kế hoạch\\x1b[2J\\r\\n\\u202e.txt\n"
