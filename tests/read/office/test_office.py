"""DOC, RTF and ODT: files that LibreOffice itself made of a DOCX of ours."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import docx
import psutil
import pytest

from extract.errors import ReadError, ToolMissingError
from extract.read import read
from extract.read.docx.reader import read_docx
from extract.read.office import convert
from extract.read.office.doc import read_doc
from extract.read.office.odt import read_odt
from extract.read.office.rtf import read_rtf
from extract.read.source import SourceDocument, check_lines
from extract.read.tools import OFFICE, Tool

Read = Callable[[Path, bytes], SourceDocument]

needs_office = pytest.mark.skipif(
    OFFICE.find() is None, reason=f"LibreOffice is missing: {OFFICE.install}"
)

FILTERS = {".doc": "doc:MS Word 97", ".rtf": "rtf", ".odt": "odt"}
MEDIA_TYPES = {
    ".doc": "application/msword",
    ".rtf": "application/rtf",
    ".odt": "application/vnd.oasis.opendocument.text",
}


def plan(path: Path) -> None:
    """A short plan with numbers that count themselves, a header table and a table of tasks."""
    document = docx.Document()
    header = document.add_table(2, 2)
    for cell, text in zip(
        header._cells,
        ("UBND XÃ AN BÌNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 5/KH-UBND", "An Bình, 2026"),
        strict=True,
    ):
        cell.text = text
    document.add_paragraph("KẾ HOẠCH")
    document.add_paragraph("Mở lớp dạy nghề.", style="List Number")
    document.add_paragraph("Trồng cây xanh.", style="List Number")
    tasks = document.add_table(3, 3, style="Table Grid")
    for cell, text in zip(
        tasks._cells,
        ("TT", "Nhiệm vụ", "Chủ trì", "1", "Mở 2 lớp", "Hội Nông dân", "2", "Trồng cây", ""),
        strict=True,
    ):
        cell.text = text
    tasks.cell(1, 2).merge(tasks.cell(2, 2))
    document.add_paragraph("Nơi nhận: Hội Nông dân.")
    document.save(str(path))


LINES = [
    "UBND XÃ AN BÌNH",
    "Số: 5/KH-UBND",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "An Bình, 2026",
    "KẾ HOẠCH",
    "1. Mở lớp dạy nghề.",
    "2. Trồng cây xanh.",
    "TT",
    "Nhiệm vụ",
    "Chủ trì",
    "1",
    "Mở 2 lớp",
    "Hội Nông dân",
    "2",
    "Trồng cây",
    "Nơi nhận: Hội Nông dân.",
]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the plan in all formats, each named `plan` and its suffix."""
    folder = tmp_path_factory.mktemp("plans")
    plan(folder / "plan.docx")
    for form in FILTERS.values():
        subprocess.run(
            [
                OFFICE.require(folder),
                f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                *("--headless", "--convert-to", form, "--outdir", folder, folder / "plan.docx"),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
    return folder


@needs_office
@pytest.mark.parametrize(
    ("suffix", "name"),
    [
        (".doc", "plan.doc"),
        (".rtf", "plan.rtf"),
        (".odt", "plan.odt"),
        (".rtf", "rtf.doc"),
        (".docx", "docx.doc"),
    ],
)
def test_a_plan_is_the_same_in_every_format_and_under_any_name(
    made: Path, tmp_path: Path, suffix: str, name: str
) -> None:
    data = (made / f"plan{suffix}").read_bytes()
    path = tmp_path / name
    path.write_bytes(data)
    found = read(path)
    check_lines(found.raw, found.lines)
    assert found.raw.splitlines() == LINES
    assert [line.cell.rows for line in found.lines if line.cell] == [1, 1, 1, 1, 1, 2, 1, 1]
    assert (found.sha256, found.size) == (hashlib.sha256(data).hexdigest(), len(data))
    assert found.media_type == MEDIA_TYPES.get(suffix, found.media_type)


WORD_2003 = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<?mso-application progid="Word.Document"?>
<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml">
<w:body><w:p><w:r><w:t>Trồng cây</w:t></w:r></w:p></w:body></w:wordDocument>"""


@needs_office
def test_word_2003_files_in_xml_are_read(tmp_path: Path) -> None:
    path = tmp_path / "plan.doc"
    path.write_text(WORD_2003, encoding="utf-8")
    found = read(path)
    assert (found.raw, found.media_type) == ("Trồng cây\n", "application/msword+xml")


@needs_office
def test_a_file_that_the_program_refuses_is_told() -> None:
    with pytest.raises(ReadError) as caught:
        convert.to_docx(Path("a.odt"), b"PK\x03\x04" + b"x" * 100, ".odt")
    assert caught.value.code == "tool_failed"
    assert "a.odt" in caught.value.en
    assert "kehoach-" not in caught.value.en  # no temporary folder's name


LINKED = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:xlink="http://www.w3.org/1999/xlink"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:body><office:text>
<text:p>Trồng cây<draw:frame text:anchor-type="as-char" svg:width="5cm" svg:height="5cm">
<draw:image xlink:href="http://127.0.0.1:{port}/a.png" xlink:type="simple"
 xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></text:p>
<text:section text:name="S"><text:section-source xlink:href="{secret}" xlink:type="simple"/>
<text:p>cũ</text:p></text:section>
</office:text></office:body></office:document>"""


@needs_office
def test_nothing_is_fetched_for_a_file(tmp_path: Path) -> None:
    """Neither a picture from the net nor another file of this machine."""
    asked: list[str] = []

    class Server(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815

    secret = tmp_path / "secret.txt"
    secret.write_text("bí mật", encoding="utf-8")
    with ThreadingHTTPServer(("127.0.0.1", 0), Server) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        linked = LINKED.format(port=server.server_port, secret=secret.as_uri())
        data = convert.to_docx(Path("a.fodt"), linked.encode(), ".fodt")
        server.shutdown()
    assert read_docx(Path("a.docx"), data).raw == "Trồng cây\ncũ\n"
    assert asked == []


def test_a_program_that_hangs_is_ended_with_all_that_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a program that, like LibreOffice's, starts another one and waits for it."""
    started = tmp_path / "started"
    program = tmp_path / "soffice"
    program.write_text(
        f"#!/bin/sh\n{sys.executable} -c 'import os, time; "
        f'open("{started}", "w").write(str(os.getpid())); time.sleep(60)\'\n'
    )
    program.chmod(0o755)
    monkeypatch.setattr(convert, "OFFICE", Tool("Office", (str(program),), ("x",), ("DOC",)))
    begun = time.monotonic()
    with pytest.raises(ReadError) as caught:
        convert.to_docx(Path("a.doc"), b"x", ".doc", seconds=2)
    assert caught.value.code == "too_slow"
    assert time.monotonic() - begun < 20
    child = int(started.read_text())
    assert not psutil.pid_exists(child) or psutil.Process(child).status() == "zombie"


def test_without_the_program_the_error_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(convert, "OFFICE", Tool("Office", ("no-such-office",), ("x",), ("DOC",)))
    with pytest.raises(ToolMissingError) as caught:
        read_rtf(Path("a.rtf"), rb"{\rtf1 a}")
    assert "apt-get install" in caught.value.en


@pytest.mark.parametrize(
    ("read_it", "data", "code"),
    [
        (read_rtf, b"{\\b " * 1000 + b"}" * 1000, "too_complex"),
        (read_odt, b"PK\x03\x04 cut", "damaged"),
        (read_doc, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "damaged"),
        (read_doc, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\xff" * 5000, "damaged"),
    ],
)
def test_a_bad_file_is_refused_before_the_program_starts(
    monkeypatch: pytest.MonkeyPatch, read_it: Read, data: bytes, code: str
) -> None:
    monkeypatch.setattr(convert, "OFFICE", Tool("Office", ("no-such-office",), ("x",), ("DOC",)))
    with pytest.raises(ReadError) as caught:
        read_it(Path("a"), data)
    assert caught.value.code == code
