"""The registry's facts: what every row keeps to, and the changes that everyone knows."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest

from extract.resolve.agencies import registry
from extract.resolve.agencies.lint import faults

MINISTRIES_2025 = {
    "bo-quoc-phong", "bo-cong-an", "bo-ngoai-giao", "bo-noi-vu", "bo-tu-phap", "bo-tai-chinh",
    "bo-cong-thuong", "bo-nong-nghiep-va-moi-truong", "bo-xay-dung",
    "bo-van-hoa-the-thao-va-du-lich", "bo-khoa-hoc-va-cong-nghe", "bo-giao-duc-va-dao-tao",
    "bo-y-te", "bo-dan-toc-va-ton-giao",
}  # fmt: skip


def ministries(day: str, classification: str = "ministry") -> set[str]:
    when = dt.date.fromisoformat(day)
    bodies = registry().central.values()
    return {b.id for b in bodies if b.classification == classification and b.existed(when)}


def test_no_row_has_a_fault():
    assert list(faults()) == []


@pytest.mark.parametrize(
    ("day", "ministries_then", "ministry_level_then"),
    [
        ("2006-06-01", 20, 6),  # government of the eleventh term
        ("2016-06-01", 18, 4),  # of the twelfth to the fifteenth: 18 and 4
        ("2025-02-28", 18, 4),
        ("2025-03-01", 14, 3),  # Nghị quyết 176/2025/QH15
    ],
)
def test_the_government_had_as_many_ministries(day, ministries_then, ministry_level_then):
    assert len(ministries(day)) == ministries_then
    assert len(ministries(day, "ministry_level")) == ministry_level_then


def test_the_fourteen_ministries():
    assert ministries("2025-03-01") == MINISTRIES_2025


@pytest.mark.parametrize(
    ("old", "function", "new"),
    [
        ("bo-lao-dong-thuong-binh-va-xa-hoi", "trẻ em", "bo-y-te"),
        ("bo-lao-dong-thuong-binh-va-xa-hoi", "giáo dục nghề nghiệp", "bo-giao-duc-va-dao-tao"),
        ("bo-lao-dong-thuong-binh-va-xa-hoi", "cai nghiện", "bo-cong-an"),
        ("bo-giao-thong-van-tai", "giấy phép lái xe", "bo-cong-an"),
        ("bo-thong-tin-va-truyen-thong", "báo chí", "bo-van-hoa-the-thao-va-du-lich"),
        ("so-lao-dong-thuong-binh-va-xa-hoi", "việc làm", "so-noi-vu"),
        ("so-thong-tin-va-truyen-thong", "chuyển đổi số", "so-khoa-hoc-va-cong-nghe"),
    ],
)
def test_the_function_went_there(old, function, new):
    went = [s.id for s in registry().body(old).successors if s.moved and function in s.moved]
    assert went == [new]


def test_a_change_that_took_months_is_no_surprise_at_once():
    body = registry().body("so-ke-hoach-va-dau-tu")
    assert not body.existed(dt.date(2025, 3, 20))
    assert not body.surprises(dt.date(2025, 3, 20))
    assert body.surprises(dt.date(2025, 9, 1))


def test_the_registry_is_read_in_a_tenth_of_a_second():
    code = (
        "import time; from extract.resolve.agencies import registry; start = time.process_time();"
        "registry(); print(time.process_time() - start)"
    )
    times = [
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout)
        for _ in range(3)
    ]
    assert min(times) < 0.1
