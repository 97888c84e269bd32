"""The decision within the pages of portals, invented ones, built as real ones are."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.read.html.reader import read_html

HEADER = """<table><tr><td><p><b>UBND TỈNH SÔNG MƠ<br>-------</b></p></td>
<td><p><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc</b></p></td></tr>
<tr><td>Số: 12/QĐ-UBND</td><td><i>Sông Mơ, ngày 03 tháng 4 năm 2014</i></td></tr></table>"""
BODY = """<p>QUYẾT ĐỊNH</p><p>Về việc ban hành Kế hoạch trồng cây</p>
<p>Căn cứ <a href="/luat">Luật Lâm nghiệp</a>;</p>
<p>Điều 1. Ban hành kèm theo Quyết định này Kế hoạch trồng cây.</p>
<p>Điều 2. Quyết định này có hiệu lực từ ngày ký./.</p>
<table><tr><td><p><b><i>Nơi nhận:</i></b><br>- Như Điều 2;<br>- Lưu: VT.</p></td>
<td><p><b>TM. ỦY BAN NHÂN DÂN<br>CHỦ TỊCH<br><br>Nguyễn Văn Mẫu</b></p></td></tr></table>"""
ANNEX = """<p>KẾ HOẠCH</p><p>Trồng cây năm 2014</p>
<p>(Ban hành kèm theo Quyết định số 12/QĐ-UBND)</p>
<p>1. Trồng mới 3.000 cây xanh.</p>"""
DECISION = HEADER + BODY + ANNEX

MENU = "".join(f"<li><a href='/{i}'>Lĩnh vực {i}</a></li>" for i in range(40))
RELATED = "".join(
    f"<li><a href='/{i}'>Quyết định {i}/QĐ-UBND phê duyệt Kế hoạch trồng {i}.000 cây</a></li>"
    for i in range(40)
)
BANNER = "<div>CỔNG THÔNG TIN ĐIỆN TỬ NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</div>"
FOOT = "<div>Chịu trách nhiệm: Văn phòng. Điện thoại 080.0000. Bản quyền 2014.</div>"
BOX = "<div><form><input name=q></form></div>"

PAGES = {
    "a box among others": f"<div>{MENU}</div>{BOX}<div class=x><div>{DECISION}</div></div>"
    f"<div>{RELATED}</div>{FOOT}",
    "a form around all": f"<form><input>{BANNER}<div>{MENU}</div><div>{DECISION}</div>"
    f"{FOOT}</form>",
    "tables for layout": f"<table><tr><td colspan=2>{BANNER}{BOX}</td></tr><tr><td><ul>{MENU}</ul>"
    f"</td><td><table><tr><td>{DECISION}</td></tr></table></td></tr><tr><td>{FOOT}</td></tr></table>",
    "the annex in a box of its own": f"<div>{MENU}</div>{BOX}<div><div>{HEADER}{BODY}</div>"
    f"<div>{ANNEX}</div></div><div>{RELATED}</div>",
    "the annex before others": f"<div>{MENU}</div>{BOX}<div><h1>Quyết định 12</h1>"
    f"<div>{HEADER}{BODY}</div><div><hr></div><div>{ANNEX}</div><div>{RELATED}</div>{FOOT}</div>",
    "others in the same box": f"<div>{MENU}</div>{BOX}<div class=x>{DECISION}<ul>{RELATED}</ul>"
    f"<div><ol>{MENU}</ol></div></div>{FOOT}",
    "parts beside others": f"{BOX}<div><div>{HEADER}</div><div>{BODY}</div><div>{ANNEX}</div>"
    f"<div>{RELATED}</div><div><a href=/1>Trang sau</a></div></div>",
    "anchors and files": f"<div>{MENU}</div>{BOX}<div>"
    + DECISION.replace("Điều 1.", "<a name=dieu_1>Điều 1.</a>")
    + "<ul><li><a href='/a.doc'>quyet dinh.doc</a></li></ul></div>",
    "each part in a box": f"<div>{MENU}</div>{BOX}<div><div>{HEADER}</div><div>{BODY}</div>"
    f"<div>{ANNEX}</div></div><div>{RELATED}</div>",
    "a tab that was not open": f"{BOX}<ul>{MENU}</ul><div style='display:none'>{DECISION}</div>"
    f"{FOOT}",
    "the same text twice": f"{BOX}<ul>{MENU}</ul><div>{DECISION}</div><div>{DECISION}</div>{FOOT}",
}


@pytest.mark.parametrize("body", PAGES.values(), ids=PAGES.keys())
def test_the_decision_is_found_without_what_is_around_it(body: str) -> None:
    alone = read_html(Path("a.html"), DECISION.encode())
    found = read_html(Path("a.html"), f"<html><body>{body}</body></html>".encode())
    assert found.raw == alone.raw


def test_a_page_in_an_old_font_is_searched_as_it_reads() -> None:
    header = HEADER.replace(
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM"
    )
    header = header.replace("Độc lập - Tự do - Hạnh phúc", "§éc lËp - Tù do - H¹nh phóc")
    body = (
        "<p>QuyÕt ®Þnh vÒ viÖc ban hµnh KÕ ho¹ch trång c©y, c¨n cø LuËt L©m nghiÖp./.</p>"
        "<p>N¬i nhËn: Nh­ trªn</p>"
    )
    for old, new in (("TỈNH SÔNG MƠ", "X"), ("Số", "Sè"), ("Sông Mơ, ngày 03 tháng", "X"),
                     ("QĐ", "Q§"), ("năm", "n¨m")):  # fmt: skip
        header = header.replace(old, new)
    page = f"{BOX}<p>Menu</p><div style='font-family:.VnTime'>{header}{body}</div><p>Footer</p>"
    raw = read_html(Path("a.html"), page.encode()).raw
    assert "Menu" not in raw
    assert "Footer" not in raw
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in raw


def test_capitals_of_what_stands_around_hold() -> None:
    page = f"{BOX}<p>Menu</p><div style='text-transform:uppercase'><div>{DECISION}</div></div>x"
    raw = read_html(Path("a.html"), page.encode()).raw
    assert "TRỒNG MỚI 3.000 CÂY XANH." in raw
    assert "MENU" not in raw


def test_a_page_of_one_document_is_read_whole() -> None:
    """Word's own pages: sections stand beside each other, and nothing stands around them."""
    body = f"<div class=S1>{HEADER}{BODY}</div><div class=S2><p>Một trang ngang</p></div>"
    assert "Một trang ngang" in read_html(Path("a.html"), body.encode()).raw


def test_a_page_without_the_form_is_read_where_its_text_is() -> None:
    text = "".join(f"<p>Nhiệm vụ {i}: trồng cây xanh ở mọi nơi.</p>" for i in range(50))
    page = f"{BOX}<ul>{MENU}</ul><div><div>{text}</div></div>{FOOT}"
    raw = read_html(Path("a.html"), page.encode()).raw
    assert raw.startswith("Nhiệm vụ 0")
    assert "Bản quyền" not in raw
