"""Documents cited in recitals."""

from __future__ import annotations

import pytest

from extract.assemble.document.citations import citations


@pytest.mark.parametrize(
    ("recital", "number", "date", "title"),
    [
        ("Căn cứ Luật Thư viện ngày 21 tháng 11 năm 2019;", None, "2019-11-21", "Luật Thư viện"),
        (
            "Căn cứ Luật Thư viện số 46/2019/QH14 ngày 21 tháng 11 năm 2019;",
            "46/2019/QH14", "2019-11-21", "Luật Thư viện",
        ),
        (  # the number in brackets, a space in it
            "Căn cứ Luật Trẻ em (Luật số 102/2016/ QH13) ngày 05 tháng 4 năm 2016;",
            "102/2016/QH13", "2016-04-05", "Luật Trẻ em",
        ),
        (
            "Căn cứ Pháp lệnh Thư viện số 31/2000/PL-UBTVQH10 ngày 28/12/2000;",
            "31/2000/PL-UBTVQH10", "2000-12-28", "Pháp lệnh Thư viện",
        ),
        (  # whose number it is cannot be told
            "Căn cứ Luật sửa đổi một số điều của Luật Dược số 34/2005/QH11 ngày 14/6/2005;",
            None, "2005-06-14", "Luật sửa đổi một số điều của Luật Dược số 34/2005/QH11",
        ),
    ],
)  # fmt: skip
def test_laws(recital: str, number: str | None, date: str, title: str) -> None:
    (law,) = citations(recital)
    assert (law.number, law.date, law.title) == (number, date, title)
