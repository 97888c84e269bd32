"""The pass over a plan: assignments get their agencies, and the plan lists them."""

from __future__ import annotations

import datetime as dt

import pytest

from extract.pipeline import process
from extract.read.source import SourceDocument
from schemas.plan import Plan
from schemas.records import Assignment

TEXT = """\
ỦY BAN NHÂN DÂN
TỈNH BẮC KẠN
Số: 12/KH-UBND
Bắc Kạn, ngày 05 tháng 02 năm 2024

KẾ HOẠCH
Trồng cây ven đường

I. NHIỆM VỤ
1. Công tác chuẩn bị
- Sở Kế hoạch và Đầu tư chủ trì, phối hợp với Sở LĐTBXH, Ủy ban nhân dân các huyện, \
thành phố và các cơ quan liên quan bố trí kinh phí mua cây giống.
- Sở Tài chính chủ trì, phối hợp với các bộ, cơ quan ngang bộ bố trí vốn.
"""


def plan_of(text: str, today: dt.date | None = None) -> Plan:
    data = text.encode()
    source = SourceDocument(
        path="a.txt", media_type="text/plain", sha256="0" * 64, size=len(data), encoding="utf-8",
        raw=text,
    )  # fmt: skip
    return process(source, tagger=False, today=today)


@pytest.fixture(scope="module")
def plan() -> Plan:
    return plan_of(TEXT)


def assigned(plan: Plan, mention: str) -> Assignment:
    return next(a for t in plan.tasks for a in t.assignments if a.mention.startswith(mention))


def test_each_assignment_has_its_agency_and_how_it_came_to_it(plan):
    found = {a.mention: (a.link, a.agency_id) for t in plan.tasks for a in t.assignments}
    assert found["Sở Kế hoạch và Đầu tư"] == ("positional", "bac-kan/so-ke-hoach-va-dau-tu")
    assert found["Ủy ban nhân dân các huyện, thành phố"] == (
        "closed_group",
        "bac-kan/cap-huyen/uy-ban-nhan-dan",
    )
    assert found["các cơ quan liên quan"] == ("open_group", None)


def test_who_is_in_charge_today(plan):
    [now] = assigned(plan, "Sở Kế hoạch").agencies_today
    assert (now.agency_id, now.sure) == ("thai-nguyen/so-tai-chinh", True)
    split = assigned(plan, "Sở LĐTBXH").agencies_today
    assert len(split) == 5
    assert not any(now.sure for now in split)
    assert all(now.moved for now in split)
    assert assigned(plan, "các cơ quan").agencies_today == []


def test_the_day_of_today_can_be_another():
    [now] = assigned(plan_of(TEXT, dt.date(2025, 3, 15)), "Sở Kế hoạch").agencies_today
    assert now.agency_id == "bac-kan/so-tai-chinh"


def test_every_agency_is_listed_once(plan):
    ids = [agency.id for agency in plan.agencies]
    assert len(ids) == len(set(ids))
    named = {a.agency_id for t in plan.tasks for a in t.assignments} - {None}
    heirs = {n.agency_id for t in plan.tasks for a in t.assignments for n in a.agencies_today}
    assert set(ids) == named | heirs - {None}


def test_an_agency_has_its_facts(plan):
    agency = next(a for a in plan.agencies if a.id == "bac-kan/so-ke-hoach-va-dau-tu")
    assert agency.name == "Sở Kế hoạch và Đầu tư tỉnh Bắc Kạn"
    assert (agency.level, agency.province) == ("province", "bac-kan")
    assert agency.dissolution_date == dt.date(2025, 2, 28)
    assert agency.basis == "Nghị định 45/2025/NĐ-CP ngày 28/02/2025"


def test_a_group_lists_its_members_of_that_day(plan):
    members = {a.id: a.members for a in plan.agencies}
    assert len(members["bac-kan/cap-huyen/uy-ban-nhan-dan"]) == 8  # 7 districts and a city
    assert len(members["chinh-phu/bo-co-quan-ngang-bo"]) == 22  # 18 and 4


def test_a_plan_reads_back_as_it_is(plan):
    assert Plan.model_validate_json(plan.model_dump_json()) == plan
