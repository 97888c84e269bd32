"""The forms of a text in which it is compared."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.evaluate.agencies import same_agency
from extract.evaluate.forms import collapsed, folded, likeness, tolerant, words


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("SỞ Y TẾ", "Sở Y tế"),
        ("Uỷ ban xã Hoà Thuỷ", "Ủy ban xã Hòa Thủy"),  # where the tone stands
        (unicodedata.normalize("NFD", "Ủy ban"), "Ủy ban"),
        ("giai đoạn 2024–2026", "giai đoạn 2024-2026"),
        ("thi “Đọc hay” ‘nhỏ’", "thi \"đọc hay\" 'nhỏ'"),
        ("Lưu:\u00a0VT;", "lưu: vt"),
    ],
)
def test_folded_forms_are_the_same(text, same):
    assert folded(text) == folded(same)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Sở Y tế", "Sở Y te"),  # diacritics are letters
        ("- Sở Y tế", "Sở Y tế"),  # what is too much in a quote is no typography
        ("Sở Y tế, Sở Nội vụ", "Sở Y tế Sở Nội vụ"),
    ],
)
def test_folded_forms_differ(text, other):
    assert folded(text) != folded(other)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("1.2. Đọc sách", "đọc sách"),
        ("a) Đọc sách;", "đọc sách"),
        ("+ **Đọc sách**", "đọc sách"),
        ("1.200 cuốn", "1.200 cuốn"),  # a number, no list marker
        ("b)", "b)"),  # a marker stands before something
        (None, ""),
    ],
)
def test_tolerant_form(text, form):
    assert tolerant(text) == form


def test_words_keep_numbers_whole():
    assert words("Đạt 2.700 cuốn, 85% (30/6)") == ["đạt", "2.700", "cuốn", "85%", "30/6"]


def test_likeness_counts_repeated_words():
    assert likeness("a b a", "a") == 2 * 1 / 4
    assert likeness("", "") == 0.0


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("UBND xã Tân An", "Ủy ban nhân dân xã Tân An", True),
        ("Đài PT-TH tỉnh", "Đài Phát thanh - Truyền hình tỉnh", True),
        ("UBND xã Tân An", "UBND huyện Tân An", False),  # one level against another
        ("Sở Tài chính tỉnh", "Sở Tài chính", True),  # a level that only one names
        ("Sở Tài chính", "Sở Xây dựng", False),
        ("", "", False),
    ],
)
def test_same_agency(a, b, same):
    assert same_agency(a, b) is same
    assert same_agency(b, a) is same


@given(st.text(alphabet="aàoòóáảuủyỷhHđĐ -–“”.;:1)*#\n\u0301\u0323"))
def test_what_a_form_ignores_does_not_change_it(text):
    assert collapsed(collapsed(text)) == collapsed(text)
    assert folded(collapsed(text)) == folded(text)
    assert folded(f" {text}; ") == folded(text)
    assert folded(unicodedata.normalize("NFD", text)) == folded(text)
    assert tolerant(unicodedata.normalize("NFD", text)) == tolerant(text)
