"""`kehoach doctor`, beside programs that we put on the path ourselves."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from extract.batch.exits import Exit
from extract.cli.main import app
from extract.read.tools import _asked


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that is the whole search path."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("LC_ALL", "vi_VN.UTF-8")
    _asked.cache_clear()
    yield tmp_path
    _asked.cache_clear()  # what the real programs say is another thing


def install(folder: Path, name: str, says: str) -> None:
    script = folder / name
    script.write_text(f"#!/bin/sh\n{says}\n")
    script.chmod(0o755)


TESSERACT = 'if [ "$1" = --version ]; then echo tesseract 5.3.0; else echo {languages}; fi'


def test_all_is_there(programs: Path) -> None:
    install(programs, "soffice", "echo LibreOffice 7.4.7.2")
    install(programs, "tesseract", TESSERACT.format(languages="eng vie"))
    done = CliRunner().invoke(app, ["doctor"])
    assert done.exit_code == Exit.DONE
    assert "LibreOffice 7.4.7.2" in done.stdout
    assert "tesseract 5.3.0" in done.stdout


def test_nothing_is_there(programs: Path) -> None:
    done = CliRunner().invoke(app, ["doctor"])
    assert done.exit_code == Exit.TOOL_MISSING
    assert done.stdout.count("chưa cài") == 2
    assert "apt-get install -y --no-install-recommends libreoffice-writer" in done.stdout
    assert "DOC, RTF, ODT" in done.stdout


def test_the_vietnamese_data_is_missing(programs: Path) -> None:
    install(programs, "soffice", "echo LibreOffice 7.4.7.2")
    install(programs, "tesseract", TESSERACT.format(languages="eng osd"))
    done = CliRunner().invoke(app, ["doctor", "--json"])
    assert done.exit_code == Exit.TOOL_MISSING
    office, ocr = json.loads(done.stdout)
    assert office["installed"]
    assert not ocr["installed"]
    assert ocr["lacking"] == ["vie"]
    assert "tesseract-ocr-vie" in ocr["install"]
