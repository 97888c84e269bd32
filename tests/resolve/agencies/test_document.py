"""For whom a document speaks: read from its issuer, or from its text where that says too little."""

from __future__ import annotations

import factory
import pytest

from extract.resolve.agencies import facts_of
from schemas.document import Document


def issued_by(issuer: str | None, province: str | None = None, day: str | None = "2024-03-05"):
    document: Document = factory.document("Kế hoạch")
    return document.model_copy(update={"issuer": issuer, "province": province, "issue_date": day})


CASES = [
    # issuer, province, its id, the place, the level
    ("Ủy ban nhân dân tỉnh Bắc Kạn", "Bắc Kạn", "bac-kan/uy-ban-nhan-dan", ("bac-kan",),
     "province"),
    ("Sở Y tế tỉnh Kiên Giang", "Kiên Giang", "kien-giang/so-y-te", ("kien-giang",), "province"),
    ("Ủy ban nhân dân huyện Na Rì", "Bắc Kạn", "bac-kan/huyen-na-ri/uy-ban-nhan-dan",
     ("bac-kan", "huyen-na-ri"), "district"),
    ("Thủ tướng Chính phủ", None, "thu-tuong-chinh-phu", (), "central"),
    ("Bộ Y tế", None, "bo-y-te", (), "central"),
    ("Chính phủ - Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam", None, None, (), "central"),
    ("Xv80", None, None, (), "unknown"),  # a header that could not be read
    (None, "Bắc Kạn", None, ("bac-kan",), "province"),
    (None, None, None, (), "unknown"),
]  # fmt: skip


@pytest.mark.parametrize(("issuer", "province", "id", "place", "level"), CASES)
def test_who_speaks_and_for_whom(issuer, province, id, place, level):
    facts = facts_of(issued_by(issuer, province))
    assert (facts.issuer, facts.place, facts.level) == (id, place, level)


def test_a_ward_s_city_stands_in_the_text():
    text = "PHƯỜNG 1\nKẾ HOẠCH\nTrồng cây trên địa bàn Phường 1, thành phố Vũng Tàu năm 2024"
    facts = facts_of(issued_by("Ủy ban nhân dân phường 1"), text)
    assert facts.place == ("ba-ria-vung-tau", "thanh-pho-vung-tau", "phuong-1")
    assert facts_of(issued_by("Ủy ban nhân dân phường 1")).issuer is None


def test_the_province_of_a_text_without_issuer_is_the_one_it_always_names():
    text = "tỉnh Bắc Kạn trồng cây. " * 5
    assert facts_of(issued_by(None), text).place == ("bac-kan",)
    assert facts_of(issued_by(None), text + "tỉnh Cao Bằng " * 5).place == ()


@pytest.mark.parametrize(
    ("issued", "day"),
    [("2024-03-05", "2024-03-05"), ("2024-03", "2024-03-01"), ("2024", "2024-01-01"),
     (None, "None"), ("2024-02-31", "None")],
)  # fmt: skip
def test_the_day(issued, day):
    assert str(facts_of(issued_by(None, "Bắc Kạn", issued)).day) == day
