"""What a mention means, by who speaks and where. Tables of cases with a remark on the odd ones."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.find.agencies import expand
from extract.resolve.agencies import Facts, registry, resolve
from extract.resolve.agencies.document import definitions

DAY = dt.date(2024, 5, 1)
COUNTRY = Facts(DAY, issuer="thu-tuong-chinh-phu")
PROVINCE = Facts(DAY, place=("bac-kan",), issuer="bac-kan/uy-ban-nhan-dan")
CITY = Facts(DAY, place=("ho-chi-minh",), issuer="ho-chi-minh/uy-ban-nhan-dan")
DISTRICT = Facts(
    DAY, place=("bac-kan", "huyen-ba-be"), issuer="bac-kan/huyen-ba-be/uy-ban-nhan-dan"
)
MINISTRY = Facts(issuer="bo-giao-duc-va-dao-tao")
DEPARTMENT = Facts(place=("kien-giang",), issuer="kien-giang/so-y-te")
NOBODY = Facts(known=False)


def of(name: str, facts: Facts, before: str | None = None) -> tuple[str, str | None]:
    group = name.lower().startswith(("các ", "những "))
    found = resolve(expand(name), group, facts, before)
    return found.link, found.id


SINGLE = [
    ("Bộ Y tế", COUNTRY, "exact", "bo-y-te"),
    ("Bộ Y tế", PROVINCE, "exact", "bo-y-te"),
    ("Bộ LĐTBXH", COUNTRY, "exact", "bo-lao-dong-thuong-binh-va-xa-hoi"),
    ("Bộ Kế hoạch Đầu tư", COUNTRY, "alias", "bo-ke-hoach-va-dau-tu"),
    ("BTTTT", COUNTRY, "alias", "bo-thong-tin-va-truyen-thong"),
    ("Bộ trưởng Bộ Công an", COUNTRY, "exact", "bo-cong-an"),
    ("Thống đốc Ngân hàng Nhà nước", COUNTRY, "alias", "ngan-hang-nha-nuoc-viet-nam"),
    ("Chánh Văn phòng Bộ", MINISTRY, "positional", "bo-giao-duc-va-dao-tao/van-phong-bo"),
    ("Phó Thủ tướng Trần Văn An", COUNTRY, "alias", "pho-thu-tuong"),
    # one department of one province, however it is written
    ("Sở LĐTBXH", PROVINCE, "positional", "bac-kan/so-lao-dong-thuong-binh-va-xa-hoi"),
    ("Sở Lao động - Thương binh và Xã hội tỉnh Bắc Kạn", COUNTRY, "exact",
     "bac-kan/so-lao-dong-thuong-binh-va-xa-hoi"),
    ("Sở Lao động, Thương binh & XH tỉnh", PROVINCE, "positional",
     "bac-kan/so-lao-dong-thuong-binh-va-xa-hoi"),
    ("Giám đốc Sở Y tế", PROVINCE, "positional", "bac-kan/so-y-te"),
    ("Sở Y tế", DISTRICT, "positional", "bac-kan/so-y-te"),
    ("Phòng Y tế", DISTRICT, "positional", "bac-kan/huyen-ba-be/phong-y-te"),
    ("UBND tỉnh", PROVINCE, "positional", "bac-kan/uy-ban-nhan-dan"),
    ("UBND tỉnh Cao Bằng", PROVINCE, "exact", "cao-bang/uy-ban-nhan-dan"),
    ("UBND huyện Ba Bể", PROVINCE, "exact", "bac-kan/huyen-ba-be/uy-ban-nhan-dan"),
    ("UBND huyện Na Rì", COUNTRY, "exact", "bac-kan/huyen-na-ri/uy-ban-nhan-dan"),
    ("UBND xã Kim Hỷ, huyện Na Rì", PROVINCE, "exact",
     "bac-kan/huyen-na-ri/xa-kim-hy/uy-ban-nhan-dan"),
    ("Công an huyện Na Ri", PROVINCE, "exact", "bac-kan/huyen-na-ri/cong-an"),  # a lost mark
    ("UBND huyện", DISTRICT, "positional", "bac-kan/huyen-ba-be/uy-ban-nhan-dan"),
    ("UBND Thành phố", CITY, "positional", "ho-chi-minh/uy-ban-nhan-dan"),
    ("UBND TP. Hà Nội", COUNTRY, "exact", "ha-noi/uy-ban-nhan-dan"),
    ("Công an tỉnh", PROVINCE, "positional", "bac-kan/cong-an"),
    ("Tỉnh đoàn", PROVINCE, "positional", "bac-kan/doan-thanh-nien-cong-san-ho-chi-minh"),
    ("Ban Tuyên giáo Tỉnh ủy", PROVINCE, "positional", "bac-kan/ban-tuyen-giao-tinh-uy"),
    ("Ban Tuyên giáo Thành ủy", CITY, "positional", "ho-chi-minh/ban-tuyen-giao-tinh-uy"),
    ("Cục Thuế tỉnh", PROVINCE, "positional", "bac-kan/cuc-thue-tinh"),
    ("Thuế tỉnh", PROVINCE, "positional", "bac-kan/thue"),
    ("Báo Bắc Kạn", PROVINCE, "exact", "bac-kan/bao"),
    # the same words, for the country
    ("Mặt trận Tổ quốc Việt Nam", COUNTRY, "alias",
     "uy-ban-trung-uong-mat-tran-to-quoc-viet-nam"),
    ("Hội Khuyến học Việt Nam", COUNTRY, "exact", "hoi-khuyen-hoc-viet-nam"),
    ("Liên minh Hợp tác xã", PROVINCE, "positional", "bac-kan/lien-minh-hop-tac-xa"),
    ("Cục An toàn thông tin", COUNTRY, "exact", "cuc-an-toan-thong-tin"),
    # parts of the agency that speaks
    ("Vụ Pháp chế", MINISTRY, "positional", "bo-giao-duc-va-dao-tao/vu-phap-che"),
    ("Vụ GDTrH", MINISTRY, "positional", "bo-giao-duc-va-dao-tao/vu-giao-duc-trung-hoc"),
    ("Văn phòng Kiểm toán nhà nước", COUNTRY, "exact", "kiem-toan-nha-nuoc/van-phong"),
    # a place among agencies is its People's Committee
    ("Lào Cai", COUNTRY, "alias", "lao-cai/uy-ban-nhan-dan"),
    ("thành phố Thủ Đức", CITY, "alias", "ho-chi-minh/thanh-pho-thu-duc/uy-ban-nhan-dan"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "facts", "link", "id"), SINGLE)
def test_a_single_agency(name, facts, link, id):
    assert of(name, facts) == (link, id)


GROUPS = [
    ("các sở, ban, ngành liên quan", PROVINCE, "open_group", None),
    ("các bộ, ngành, địa phương", COUNTRY, "open_group", None),
    ("các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ", COUNTRY, "closed_group",
     "chinh-phu/bo-co-quan-ngang-bo-co-quan-thuoc-chinh-phu"),
    ("các Bộ trưởng", COUNTRY, "closed_group", "chinh-phu/bo"),
    ("các bộ liên quan", COUNTRY, "open_group", None),
    ("UBND các huyện, thành phố", PROVINCE, "closed_group", "bac-kan/cap-huyen/uy-ban-nhan-dan"),
    ("UBND các xã, phường", PROVINCE, "closed_group", "bac-kan/cap-xa/uy-ban-nhan-dan"),
    ("UBND cấp xã", DISTRICT, "closed_group", "bac-kan/huyen-ba-be/cap-xa/uy-ban-nhan-dan"),
    ("các huyện, thành phố", PROVINCE, "closed_group", "bac-kan/cap-huyen/uy-ban-nhan-dan"),
    ("UBND các tỉnh, thành phố trực thuộc Trung ương", COUNTRY, "closed_group",
     "cap-tinh/uy-ban-nhan-dan"),
    ("UBND các tỉnh ven biển", COUNTRY, "open_group", None),  # no list says which
    ("các sở giáo dục và đào tạo", MINISTRY, "closed_group", "cap-tinh/so-giao-duc-va-dao-tao"),
    ("Sở Y tế", COUNTRY, "closed_group", "cap-tinh/so-y-te"),  # every province's
    ("UBND cùng cấp", COUNTRY, "closed_group", None),
    ("UBND các cấp", COUNTRY, "closed_group", "cac-cap/uy-ban-nhan-dan"),
    ("ngành giáo dục", COUNTRY, "open_group", None),
    ("Trưởng thôn", PROVINCE, "closed_group", None),
]  # fmt: skip


@pytest.mark.parametrize(("name", "facts", "link", "id"), GROUPS)
def test_a_group(name, facts, link, id):
    assert of(name, facts) == (link, id)


def test_a_group_that_names_its_members():
    found = resolve("Ủy ban nhân dân các tỉnh: Cao Bằng, Lạng Sơn", True, COUNTRY)
    assert found.link == "closed_group"
    assert found.members == ("cao-bang/uy-ban-nhan-dan", "lang-son/uy-ban-nhan-dan")


@pytest.mark.parametrize(
    ("name", "facts"),
    [
        ("Sở Y tế", NOBODY),  # of which province?
        ("Vụ Pháp chế", COUNTRY),  # of which ministry?
        ("UBND thành phố", PROVINCE),  # a city of the province: which?
        ("UBND huyện Châu Thành", COUNTRY),  # there were nine of them
        ("UBND huyện Không Đâu", PROVINCE),
        ("Công ty cổ phần Bình Minh", PROVINCE),
        ("Kế hoạch", COUNTRY),  # half a name
        ("văn bản", COUNTRY),
    ],
)
def test_what_is_not_sure_stays_open(name, facts):
    found = resolve(name, False, facts)
    assert (found.link, found.id) == ("unresolved", None)


def test_an_open_question_keeps_what_it_may_mean():
    assert resolve("Sở Y tế", False, NOBODY).candidates == ("?/so-y-te",)


@pytest.mark.parametrize(
    ("name", "before", "id"),
    [
        ("Quốc phòng", "bo-cong-an", "bo-quoc-phong"),  # "các Bộ: Công an, Quốc phòng"
        ("Tài chính", "bac-kan/so-y-te", "bac-kan/so-tai-chinh"),  # "các Sở: Y tế, Tài chính"
        ("Nông nghiệp", "bo-cong-an", "bo-nong-nghiep-va-phat-trien-nong-thon"),
        ("Tài chính", "bac-kan/cong-an", None),
        ("Tài chính", None, None),
    ],
)
def test_a_head_said_once(name, before, id):
    assert of(name, PROVINCE, before)[1] == id


@pytest.mark.parametrize(
    ("name", "facts", "id"),
    [
        ("Bộ", MINISTRY, "bo-giao-duc-va-dao-tao"),
        ("Bộ trưởng", MINISTRY, "bo-giao-duc-va-dao-tao"),
        ("Sở", DEPARTMENT, "kien-giang/so-y-te"),
        ("Công đoàn", DEPARTMENT, "kien-giang/so-y-te/cong-doan"),  # its own, not the province's
        ("Ban Giám đốc Sở Y tế", DEPARTMENT, "kien-giang/so-y-te/ban-giam-doc"),
        ("Phòng Nghiệp vụ Y", DEPARTMENT, "kien-giang/so-y-te/phong-nghiep-vu-y"),
    ],
)
def test_the_agency_that_speaks(name, facts, id):
    assert of(name, facts) == ("positional", id)


TEXT = """Ban Chỉ đạo Chuyển đổi số tỉnh (sau đây gọi tắt là Ban Chỉ đạo tỉnh) họp hằng quý.
Giao Sở Thông tin và Truyền thông (sau đây viết tắt là STTTT) theo dõi.
Sở Nội vụ là cơ quan thường trực.
"""


def test_a_name_that_the_text_defines_holds_in_it():
    terms, standing = definitions(TEXT)
    facts = Facts(place=("bac-kan",), issuer="bac-kan/uy-ban-nhan-dan", terms=terms,
                  standing=standing)  # fmt: skip
    assert of("STTTT", facts) == ("alias", "bac-kan/so-thong-tin-va-truyen-thong")
    assert of("Ban Chỉ đạo tỉnh", facts) == ("alias", "bac-kan/ban-chi-dao-chuyen-doi-so")
    assert of("cơ quan thường trực", facts)[1] == "bac-kan/so-noi-vu"
    assert of("STTTT", PROVINCE) == ("unresolved", None)


def test_two_standing_agencies_are_none():
    twice = TEXT + "Công an tỉnh là cơ quan thường trực.\n"
    assert definitions(twice)[1] is None


WORDS = ["Sở", "Bộ", "các", "Y tế", "UBND", "tỉnh", "Bắc Kạn", "huyện", "cấp", ",", "và", "(", "xã"]


@given(
    st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=5)), max_size=8).map(" ".join),
    st.booleans(),
    st.sampled_from([COUNTRY, PROVINCE, CITY, DISTRICT, MINISTRY, DEPARTMENT, NOBODY]),
)
def test_any_words_are_resolved_to_something(name, group, facts):
    found = resolve(name, group, facts)
    assert found == resolve(name, group, facts)
    if found.link in {"exact", "alias", "positional"}:
        assert found.id is not None
        assert "?" not in found.id
    if found.link in {"open_group", "unresolved"}:
        assert found.id is None


def test_every_canonical_name_of_the_country_means_itself():
    wrong = []
    for id, body in registry().central.items():
        found = resolve(body.name, False, COUNTRY)
        if found.id not in {id, None} or found.link == "unresolved":
            wrong.append((body.name, found))
    assert wrong == []
