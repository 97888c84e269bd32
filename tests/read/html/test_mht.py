from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from extract.errors import ReadError
from extract.read import read
from extract.read.html.mht import read_mht
from extract.read.sniff import sniff

PAGE = "<html><body><p>Kế hoạch trồng cây</p><img src=a.png></body></html>"


def saved(charset: str = "utf-8", encoding: str = "quoted-printable") -> bytes:
    message = EmailMessage()
    message["Subject"] = "Trang"
    message.set_content(PAGE, subtype="html", charset=charset, cte=encoding)
    message.make_related()
    message.add_related(b"\x89PNG", "image", "png", cid="<a.png>")
    return message.as_bytes()


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
def test_the_page_in_the_file_is_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.doc"  # Word writes such files under this name, too
    path.write_bytes(saved(encoding=encoding))
    assert sniff(path.read_bytes()) == "mhtml"
    assert read(path).raw == "Kế hoạch trồng cây\n"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=a\n\n--a--", "no_text"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=a\n" * 99, "too_complex"),
    ],
)
def test_a_file_without_a_page_ends_with_a_reason(data: bytes, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        read_mht(Path("a.mht"), data)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("\ufeff\n <!DOCTYPE HTML PUBLIC>", "html"),
        ("<?xml version='1.0'?>\n<!-- saved --><html xmlns='a'>", "html"),
        ("<!-- a --><!-- b -->\n<HEAD>", "html"),
        ("<meta charset=utf-8>", "html"),
        ("<?xml version='1.0'?><w:wordDocument>", None),
        ("From: A\nSubject: B\n\nKính gửi", None),
    ],
)
def test_a_page_is_told_by_its_head(head: str, kind: str | None) -> None:
    assert sniff(head.encode()) == kind
    assert sniff(head.removeprefix("\ufeff").encode("utf-16")) == kind
