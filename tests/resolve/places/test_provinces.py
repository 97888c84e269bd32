"""Provinces through the reforms: what each was, what became of it, and by which names it goes."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from extract.lexicons.load import rows
from extract.resolve.places import by_code, by_id, find_place, places, today, versions
from extract.resolve.places.load import known_places

LAST_OF_63, FIRST_OF_34 = date(2025, 6, 30), date(2025, 7, 1)
NOW = date(2026, 11, 1)
KEPT = {
    *("ha-noi", "hue", "lai-chau", "dien-bien", "son-la", "lang-son", "quang-ninh", "thanh-hoa"),
    *("nghe-an", "ha-tinh", "cao-bang"),
}
"""The eleven that Nghị quyết 202/2025/QH15 left as they were."""

# Of Nghị quyết 202/2025/QH15, Điều 1: the 23 that were formed, each with all that went into it.
MERGERS = {
    "tuyen-quang": {"ha-giang", "tuyen-quang"},
    "lao-cai": {"yen-bai", "lao-cai"},
    "thai-nguyen": {"bac-kan", "thai-nguyen"},
    "phu-tho": {"vinh-phuc", "hoa-binh", "phu-tho"},
    "bac-ninh": {"bac-giang", "bac-ninh"},
    "hung-yen": {"thai-binh", "hung-yen"},
    "hai-phong": {"hai-duong", "hai-phong"},
    "ninh-binh": {"ha-nam", "nam-dinh", "ninh-binh"},
    "quang-tri": {"quang-binh", "quang-tri"},
    "da-nang": {"quang-nam", "da-nang"},
    "quang-ngai": {"kon-tum", "quang-ngai"},
    "gia-lai": {"binh-dinh", "gia-lai"},
    "khanh-hoa": {"ninh-thuan", "khanh-hoa"},
    "lam-dong": {"dak-nong", "binh-thuan", "lam-dong"},
    "dak-lak": {"phu-yen", "dak-lak"},
    "ho-chi-minh": {"ba-ria-vung-tau", "binh-duong", "ho-chi-minh"},
    "dong-nai": {"binh-phuoc", "dong-nai"},
    "tay-ninh": {"long-an", "tay-ninh"},
    "can-tho": {"soc-trang", "hau-giang", "can-tho"},
    "vinh-long": {"ben-tre", "tra-vinh", "vinh-long"},
    "dong-thap": {"tien-giang", "dong-thap"},
    "ca-mau": {"bac-lieu", "ca-mau"},
    "an-giang": {"kien-giang", "an-giang"},
}


def ids(found):
    return [place.id for place in found]


def test_the_mergers_of_2025_take_each_of_the_63_to_one_of_the_34():
    before = places(LAST_OF_63)
    after = {id_: {id_} for id_ in KEPT} | MERGERS
    assert len(before) == 63
    assert len(after) == 34
    assert {place.id for place in places(FIRST_OF_34)} == set(after)
    went = {old.id: ids(today(old, FIRST_OF_34)) for old in before}
    assert went == {old: [new] for new, olds in after.items() for old in olds}


@pytest.mark.parametrize("new", sorted(MERGERS))
def test_what_a_new_province_joined_is_what_went_into_it(new):
    row = next(row for row in rows("places/provinces") if row["id"] == new)
    reform = next(change for change in row["changes"] if change["since"] == "2025-07-01")
    assert {*reform["joined"], new} == MERGERS[new]
    assert reform["basis"] == "Nghị quyết 202/2025/QH15"


@pytest.mark.parametrize(
    ("id_", "day", "count"),
    [
        ("ha-tay", date(2008, 7, 31), 64),
        ("ha-noi", date(2008, 8, 1), 63),  # with Hà Tây in it
        ("thua-thien-hue", date(2024, 12, 31), 63),
        ("hue", date(2025, 1, 1), 63),
        ("dien-bien", date(2004, 1, 1), 64),
        ("bac-kan", LAST_OF_63, 63),
    ],
)
def test_how_many_there_were_on_a_day(id_, day, count):
    there = ids(places(day))
    assert id_ in there
    assert len(there) == count


@pytest.mark.parametrize(
    ("id_", "then", "now"),
    [
        ("bac-kan", date(2020, 1, 1), "thai-nguyen"),
        ("bac-giang", date(2020, 1, 1), "bac-ninh"),
        ("ha-tay", date(2006, 1, 1), "ha-noi"),
        ("thua-thien-hue", date(2020, 1, 1), "hue"),
        ("thai-nguyen", date(2020, 1, 1), "thai-nguyen"),  # another version of the same name
        ("cao-bang", date(2020, 1, 1), "cao-bang"),
    ],
)
def test_what_became_of_a_province(id_, then, now):
    assert ids(today(by_id(id_, then), NOW)) == [now]


def test_a_province_is_itself_until_its_end():
    bac_kan = by_id("bac-kan", date(2020, 1, 1))
    assert ids(today(bac_kan, LAST_OF_63)) == ["bac-kan"]


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("15", "yen-bai", "lao-cai"),
        ("24", "bac-giang", "bac-ninh"),
        ("44", "quang-binh", "quang-tri"),
        ("52", "binh-dinh", "gia-lai"),
        ("80", "long-an", "tay-ninh"),
        ("82", "tien-giang", "dong-thap"),
        ("91", "kien-giang", "an-giang"),
    ],
)
def test_a_code_that_was_given_again_names_another_province_since(code, old, new):
    assert by_code(code, LAST_OF_63).id == old
    assert by_code(code, FIRST_OF_34).id == new


def test_no_other_code_was_given_again():
    """A code says one id for good, but for the seven above."""
    by_code_ids: dict[str, set[str]] = {}
    for place in known_places(1):
        by_code_ids.setdefault(place.code, set()).add(place.id)
    shared = {code for code, named in by_code_ids.items() if len(named) > 1}
    assert shared == {"15", "24", "44", "52", "80", "82", "91", "46"}
    assert by_code_ids["46"] == {"thua-thien-hue", "hue"}  # the same land


def test_codes_are_unique_on_a_day():
    for day in (date(2005, 1, 1), date(2020, 1, 1), LAST_OF_63, FIRST_OF_34, NOW):
        codes = [place.code for place in places(day)]
        assert len(codes) == len(set(codes))


@pytest.mark.parametrize(
    "code", ["06", "02", "10", "17", "26", "27", "28", "30", "34", "35", "36", "45", "49", "54"]
)
def test_codes_that_ended_name_nothing_now(code):
    assert by_code(code, NOW) is None


def _day_of(row):
    return date.fromisoformat(row.get("until", "2026-11-01"))


EXAMPLES = [
    (row["id"], name, _day_of(row))
    for row in rows("places/provinces")
    for name in row.get("examples", ())
]
COUNTER_EXAMPLES = [
    (row["id"], name, _day_of(row))
    for row in rows("places/provinces")
    for name in row.get("counter_examples", ())
]
SPELLINGS = [
    (row["id"], spelling, _day_of(row))
    for row in rows("places/provinces")
    for field in ("aliases", "abbr", "short")
    for spelling in (row["canonical"], *row.get(field, ()))
    if spelling not in row.get("weak", ())
]


@pytest.mark.parametrize(("id_", "name", "day"), EXAMPLES + SPELLINGS)
def test_every_spelling_finds_its_row(id_, name, day):
    assert find_place(name, day).place.id == id_


@pytest.mark.parametrize(("id_", "name", "day"), COUNTER_EXAMPLES)
def test_counter_examples_are_not_the_province(id_, name, day):
    place = find_place(name, day).place
    assert place is None or place.id != id_


@pytest.mark.parametrize(("id_", "name", "day"), EXAMPLES)
def test_a_name_that_ended_is_not_found_later(id_, name, day):
    if by_id(id_, NOW) is None:
        assert find_place(name, NOW, levels=[1]).place is None


@pytest.mark.parametrize(
    "weak", [(row, name) for row in rows("places/provinces") for name in row.get("weak", ())]
)
def test_weak_spellings_need_the_word_for_the_kind(weak):
    row, name = weak
    day = _day_of(row)
    assert find_place(name, day, levels=[1]).place is None
    assert find_place(name, day, levels=[1], weak=True).place.id == row["id"]
    assert find_place(f"{row['kind']} {name}", day).place.id == row["id"]


def test_cities_of_2026_are_cities_and_still_answer_to_province():
    """Nghị quyết 30, 36 and 39/2026/QH16; the day of effect is known within weeks only."""
    between = date(2026, 9, 15)
    for id_ in ("dong-nai", "quang-ninh", "bac-ninh"):
        assert by_id(id_, date(2026, 4, 1)).kind == "tinh"
        assert by_id(id_, NOW).kind == "thanh-pho"
        assert not by_id(id_, between).was_there(between)
        name = by_id(id_, NOW).name
        assert find_place(f"tỉnh {name}", between).place.id == id_
        assert find_place(f"thành phố {name}", between).place.id == id_
        assert find_place(f"thành phố {name}", date(2026, 4, 1)).place is None


def test_versions_of_an_id_follow_each_other_without_gap_or_overlap():
    for place in known_places(1):
        line = versions(place.id)
        for before, after in pairwise(line):
            ends, begins = before.until.split("/"), after.since.split("/")
            assert list(map(_next_day, ends)) == begins
        assert not any(version.into for version in line[:-1])
        assert bool(line[-1].until) == bool(line[-1].into)


def _next_day(day):
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()
