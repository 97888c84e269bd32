"""Who does today what an agency did."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.resolve.agencies import registry, today
from extract.resolve.agencies.naming import level_of, name_of, province_of

NOW = dt.date(2025, 12, 31)
THEN = dt.date(2022, 1, 1)

CASES = [
    # id then, ids now
    ("bo-y-te", ["bo-y-te"]),
    ("bo-ke-hoach-va-dau-tu", ["bo-tai-chinh"]),
    ("bo-thuy-san", ["bo-nong-nghiep-va-moi-truong"]),  # by way of NN&PTNT
    ("bo-thong-tin-va-truyen-thong",
     ["bo-khoa-hoc-va-cong-nghe", "bo-van-hoa-the-thao-va-du-lich", "bo-cong-an"]),
    ("bo-giao-thong-van-tai", ["bo-xay-dung", "bo-cong-an"]),
    ("lao-cai/so-y-te", ["lao-cai/so-y-te"]),
    ("bac-kan/so-y-te", ["thai-nguyen/so-y-te"]),  # the province merged, the department did not
    ("bac-kan/so-ke-hoach-va-dau-tu", ["thai-nguyen/so-tai-chinh"]),
    ("ha-tay/so-y-te", ["ha-noi/so-y-te"]),
    ("bac-kan/xa-khong-dau/uy-ban-nhan-dan", [None]),  # no such place is known
    ("bac-kan/huyen-ba-be/toa-an-nhan-dan", [None]),  # a regional court: which?
    ("bac-kan/cap-huyen/uy-ban-nhan-dan", ["thai-nguyen/cap-xa/uy-ban-nhan-dan"]),
    ("cap-tinh/so-ke-hoach-va-dau-tu", ["cap-tinh/so-tai-chinh"]),
    ("chinh-phu/bo", ["chinh-phu/bo"]),
    ("bo-y-te/vu-phap-che", ["bo-y-te/vu-phap-che"]),
    ("bo-ke-hoach-va-dau-tu/vu-phap-che", ["bo-tai-chinh"]),
    ("bac-kan/so-noi-vu/phong-to-chuc", ["thai-nguyen/so-noi-vu"]),
]  # fmt: skip


@pytest.mark.parametrize(("id", "now"), CASES)
def test_who_is_in_charge_today(id, now):
    assert [heir.id for heir in today(id, NOW, THEN)] == now


@pytest.mark.parametrize(
    ("office", "now"),
    [
        ("uy-ban-nhan-dan", "uy-ban-nhan-dan"),
        ("phong-y-te", "uy-ban-nhan-dan"),
        ("huyen-uy", "dang-uy"),
        ("cong-an", "cong-an"),
    ],
)
def test_a_district_became_the_communes_of_its_land(office, now):
    heirs = today(f"bac-kan/huyen-na-ri/{office}", NOW, THEN)
    assert f"thai-nguyen/xa-na-ri/{now}" in [heir.id for heir in heirs]
    assert len(heirs) == 6
    assert not any(heir.sure for heir in heirs)


def test_on_the_last_day_it_is_still_itself():
    assert [h.id for h in today("bo-ke-hoach-va-dau-tu", dt.date(2025, 2, 28))] == [
        "bo-ke-hoach-va-dau-tu"
    ]


def test_a_split_names_the_functions_and_leaves_the_choice():
    heirs = today("bac-kan/so-lao-dong-thuong-binh-va-xa-hoi", NOW, THEN)
    assert {heir.id: heir.moved for heir in heirs}["thai-nguyen/so-giao-duc-va-dao-tao"] == (
        "giáo dục nghề nghiệp"
    )
    assert not any(heir.sure for heir in heirs)


@pytest.mark.parametrize(
    ("id", "sure"),
    [
        ("bac-kan/so-y-te", True),
        ("bac-kan/huyen-ba-be/uy-ban-nhan-dan", False),  # its land went to several communes
        ("bac-kan/cap-xa/uy-ban-nhan-dan", False),  # only those of the old province's land
        ("lao-cai/cap-xa/uy-ban-nhan-dan", True),
        ("bac-kan/huyen-na-ri/xa-kim-hy/uy-ban-nhan-dan", True),  # it went to one commune
    ],
)
def test_where_a_person_must_look(id, sure):
    assert {heir.sure for heir in today(id, NOW, THEN)} == {sure}


def test_a_commune_of_today_stays():
    since = dt.date(2025, 8, 1)
    heirs = today("thai-nguyen/xa-na-ri/uy-ban-nhan-dan", NOW, since)
    assert [heir.id for heir in heirs] == ["thai-nguyen/xa-na-ri/uy-ban-nhan-dan"]


KINDS = sorted({*registry().local, *registry().central})
PLACES = [(), ("bac-kan",), ("ha-noi",), ("cap-tinh",), ("bac-kan", "cap-xa")]


@given(st.sampled_from(KINDS), st.sampled_from(PLACES), st.dates(dt.date(2004, 1, 1), NOW))
def test_there_is_always_an_answer_and_it_is_stable(kind, place, day):
    """Whoever is in charge on a day is in charge for himself on that day."""
    heirs = today("/".join((*place, kind)), day, day)
    assert heirs
    for heir in heirs:
        if heir.id is not None:
            assert name_of(heir.id)
            assert [again.id for again in today(heir.id, day, day)] == [heir.id]


@pytest.mark.parametrize(
    ("id", "name", "level", "province"),
    [
        ("bo-y-te", "Bộ Y tế", "central", None),
        ("bac-kan/so-y-te", "Sở Y tế tỉnh Bắc Kạn", "province", "bac-kan"),
        ("ho-chi-minh/cong-an", "Công an thành phố Hồ Chí Minh", "province", "ho-chi-minh"),
        ("bac-kan/huyen-na-ri/cong-an", "Công an huyện Na Rì, tỉnh Bắc Kạn", "district", "bac-kan"),
        (
            "bac-kan/huyen-na-ri/cap-xa/uy-ban-nhan-dan",
            "Ủy ban nhân dân các xã, phường, thị trấn, đặc khu huyện Na Rì, tỉnh Bắc Kạn",
            "commune",
            "bac-kan",
        ),
        ("cap-tinh/so-y-te", "Sở Y tế các tỉnh, thành phố", "province", None),
        ("bo-y-te/vu-phap-che", "Vụ Pháp chế Bộ Y tế", "central", None),
    ],
)
def test_the_name_of_an_id(id, name, level, province):
    assert (name_of(id), level_of(id), province_of(id)) == (name, level, province)
