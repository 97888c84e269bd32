"""A small decision with its plan made by hand, for the tests of what works on plans."""

from __future__ import annotations

import datetime as dt
import hashlib

from factory import span

from schemas.document import Document, LegalBasis
from schemas.plan import Plan, Source
from schemas.records import Assignment, Finding, Section, Target, Task
from schemas.span import Span
from schemas.values import Deadline, Quantity

RAW = """ỦY BAN NHÂN DÂN TỈNH SÔNG MƠ
Số: 07/QĐ-UBND

Căn cứ Luật Thư viện ngày 21 tháng 11 năm 2019;

**I. MỤC TIÊU**
- Ít nhất 85% thư viện xã có phòng đọc
cho trẻ em vào năm 2027.
- Nâng cao chất lượng phục vụ bạn đọc.

**II. NHIỆM VỤ**
1. Sở Văn hóa và Thể thao chủ trì mở 12-15 lớp tập huấn; hoàn thành trước ngày 30/6/2026.
2. Biên soạn sổ tay.
"""


def build_plan(raw: str, *, plan_id: str = "07-qd-ubnd", path: str = "so-07.txt") -> Plan:
    """The plan of `raw`, which must hold the sentences of `RAW`."""
    return Plan(
        plan_id=plan_id,
        source=Source(
            path=path,
            sha256=hashlib.sha256(raw.encode()).hexdigest(),
            media_type="text/plain",
            encoding="utf-8",
            size=len(raw.encode()),
            characters=len(raw),
        ),
        document=_document(raw),
        sections=[
            Section(
                id="I",
                marker="I",
                heading="MỤC TIÊU",
                kinds=["objectives", "targets"],
                rule="outline.roman",
                span=span(raw, "MỤC TIÊU"),
            ),
            Section(
                id="II",
                marker="II",
                heading="NHIỆM VỤ",
                kinds=["tasks"],
                rule="outline.roman",
                span=span(raw, "NHIỆM VỤ"),
            ),
        ],
        targets=_targets(raw),
        tasks=_tasks(raw),
        findings=[
            Finding(
                id="f1",
                code="task_without_lead",
                severity="warning",
                message="Nhiệm vụ chưa nêu cơ quan chủ trì.",
                record="II-2",
                rule="check.lead",
                span=span(raw, "Biên soạn sổ tay"),
            )
        ],
    )


def _document(raw: str) -> Document:
    return Document(
        id="doc",
        doc_type="quyet_dinh",
        number="07/QĐ-UBND",
        issuer="Ủy ban nhân dân tỉnh Sông Mơ",
        articles=[1, 2],
        recipients=["Như Điều 3", "Lưu: VT"],
        legal_bases=[
            LegalBasis(
                doc_type="luat",
                title="Luật Thư viện",
                date="2019-11-21",
                rule="basis.recital",
                span=span(raw, "Luật Thư viện ngày 21 tháng 11 năm 2019"),
            )
        ],
        rule="document.header",
        span=Span(start=0, end=len(raw)),
        field_spans={"number": span(raw, "07/QĐ-UBND")},
    )


def _targets(raw: str) -> list[Target]:
    level = "Ít nhất 85% thư viện xã có phòng đọc\ncho trẻ em vào năm 2027"
    goal = "Nâng cao chất lượng phục vụ bạn đọc"
    share = Quantity(
        text="Ít nhất 85%",
        value=85,
        unit="%",
        comparator="ge",
        rule="q.share",
        span=span(raw, "Ít nhất 85%"),
    )
    year = Deadline(
        text="vào năm 2027",
        edtf="2027",
        start=dt.date(2027, 1, 1),
        end=dt.date(2027, 12, 31),
        rule="d.year",
        span=span(raw, "vào năm 2027"),
    )
    return [
        Target(
            id="I-1",
            section="I",
            quote=level.replace("\n", " "),
            measurable=True,
            measure=share,
            subject="thư viện xã",
            subject_span=span(raw, "thư viện xã"),
            deadlines=[year],
            rule="target.level",
            span=span(raw, level),
        ),
        Target(
            id="I-2",
            section="I",
            quote=goal,
            measurable=False,
            rule="target.goal",
            span=span(raw, goal),
        ),
    ]


def _tasks(raw: str) -> list[Task]:
    courses = (
        "Sở Văn hóa và Thể thao chủ trì mở 12-15 lớp tập huấn; hoàn thành trước ngày 30/6/2026"
    )
    number = Quantity(
        text="12-15 lớp",
        value=12,
        value_max=15,
        unit="lớp",
        comparator="range",
        rule="q.range",
        span=span(raw, "12-15 lớp"),
    )
    june = Deadline(
        text="trước ngày 30/6/2026",
        edtf="../2026-06-30",
        recurrence=["P6M", "P1Y"],
        end=dt.date(2026, 6, 30),
        rule="d.before",
        span=span(raw, "trước ngày 30/6/2026"),
    )
    lead = Assignment(
        role="lead",
        mention="Sở Văn hóa và Thể thao",
        name="Sở Văn hóa và Thể thao tỉnh Sông Mơ",
        evidence="direct",
        rule="role.lead",
        span=span(raw, "Sở Văn hóa và Thể thao"),
    )
    return [
        Task(
            id="II-1",
            section="II",
            quote=courses,
            quantities=[number],
            deadlines=[june],
            assignments=[lead],
            rule="task.item",
            span=span(raw, courses),
        ),
        Task(
            id="II-2",
            section="II",
            quote="Biên soạn sổ tay",
            product="sổ tay",
            product_span=span(raw, "sổ tay"),
            optional=True,
            lead_reason="not_stated",
            rule="task.item",
            span=span(raw, "Biên soạn sổ tay"),
        ),
    ]
