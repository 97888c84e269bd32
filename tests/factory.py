"""Plans made by hand, for tests of what comes after the pipeline."""

from __future__ import annotations

import datetime as dt

from schemas.document import Document, LegalBasis
from schemas.plan import Plan, Source
from schemas.records import Assignment, Finding, Section, Target, Task
from schemas.span import Span
from schemas.values import Deadline, Quantity

SAMPLE = """\
ỦY BAN NHÂN DÂN
TỈNH HÒA AN
Số: 318/QĐ-UBND
Hòa An, ngày 14 tháng 3 năm 2024

QUYẾT ĐỊNH
Về việc ban hành Kế hoạch phát triển thư viện cơ sở giai đoạn 2024 - 2026

CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH HÒA AN

Căn cứ Luật Thư viện ngày 21 tháng 11 năm 2019;

QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch phát triển thư viện cơ sở.

KẾ HOẠCH

I. CHỈ TIÊU ĐẾN NĂM 2026
- Ít nhất 80% số xã có phòng đọc mở cửa hằng ngày.
- Nâng cao thói quen đọc sách của người dân.

II. NHIỆM VỤ
1. Bổ sung sách cho phòng đọc
- Sở Văn hóa, Thể thao và Du lịch chủ trì, phối hợp với Sở Tài chính mua 2.700 cuốn sách \
cho các xã trước ngày 30/6/2025.
- Rà soát tủ sách hiện có, lập danh mục sách cần thay.
2. Công an tỉnh
- Luân chuyển 04 tủ sách/năm đến các trại tạm giam.
"""


def source(raw: str, path: str = "thu-vien.txt") -> Source:
    """A source whose text is `raw`."""
    return Source(
        path=path,
        sha256="0" * 64,
        media_type="text/plain",
        encoding="utf-8",
        size=len(raw.encode("utf-8", "replace")),
        characters=len(raw),
    )


def span(raw: str, words: str, within: str | None = None) -> Span:
    """Where `words` first stand in `raw`, or first from where `within` stands."""
    start = raw.index(words, raw.index(within) if within else 0)
    end = start + len(words)
    return Span(
        start=start,
        end=end,
        quote_prefix=raw[max(0, start - 32) : start],
        quote_suffix=raw[end : end + 32],
    )


def document(raw: str, **fields: str) -> Document:
    """A document whose text fields all stand in `raw` as given, with their places."""
    return Document.model_validate(
        {
            "id": "doc",
            "doc_type": "quyet_dinh",
            "rule": "header.block",
            "span": Span(start=0, end=len(raw)),
            "field_spans": {name: span(raw, words) for name, words in fields.items()},
            **fields,
        }
    )


def plan(raw: str, **parts: object) -> Plan:
    """A plan over `raw`, of the records given."""
    fields = {"document": document(raw), **parts}
    return Plan.model_validate({"plan_id": "plan", "source": source(raw), **fields})


def assigned(count: int) -> tuple[Plan, str]:
    """`count` tasks below the heading of an agency, which leads them until the heading's year."""
    heading = "Công an tỉnh (đến năm 2026)"
    lines = [f"Luân chuyển tủ sách thứ {number} đến trại tạm giam" for number in range(count)]
    raw = "\n- ".join([f"1. {heading}", *lines])
    lead = agency(raw, "Công an tỉnh", "lead", "inherited_heading")
    until = Deadline(
        text="đến năm 2026",
        edtf="../2026",
        end=dt.date(2026, 12, 31),
        evidence="inherited_heading",
        rule="deadline.until_year",
        span=span(raw, "đến năm 2026"),
    )
    tasks = [
        Task(
            id=f"1-{number}",
            quote=line,
            section="1",
            assignments=[lead],
            deadlines=[until],
            rule="task.bullet",
            span=span(raw, line),
        )
        for number, line in enumerate(lines, 1)
    ]
    return plan(raw, sections=[section(raw, "1", heading, "implementation")], tasks=tasks), raw


def section(
    raw: str, id: str, heading: str, kind: str = "other", parent: str | None = None
) -> Section:
    """A section whose marker, the last part of its `id`, stands before its heading in `raw`."""
    marker = id.rpartition(".")[2]
    return Section.model_validate(
        {
            "id": id,
            "parent": parent,
            "marker": marker,
            "heading": heading,
            "kinds": [kind],
            "rule": "outline.numbered",
            "span": span(raw, heading, f"{marker}. {heading}"),
        }
    )


def agency(raw: str, words: str, role: str, evidence: str) -> Assignment:
    """An agency's part in a task, where it first stands in `raw`."""
    return Assignment.model_validate(
        {
            "role": role,
            "mention": words,
            "name": words,
            "evidence": evidence,
            "rule": f"agency.{evidence}",
            "span": span(raw, words),
        }
    )


def sample() -> tuple[Plan, str]:
    """The plan of `SAMPLE`, with every kind of record, and its raw text."""
    tasks = _tasks()
    findings = [
        Finding(
            id="f1",
            code="no_lead",
            severity="warning",
            message="Nhiệm vụ này không nêu cơ quan chủ trì.",
            record="task-2",
            rule="check.no_lead",
            span=tasks[1].span,
        ),
        Finding(
            id="f2",
            code="no_signer",
            severity="error",
            message="Không tìm thấy người ký.",
            rule="check.no_signer",
        ),
    ]
    sections = [
        section(SAMPLE, "I", "CHỈ TIÊU ĐẾN NĂM 2026", "targets"),
        section(SAMPLE, "II", "NHIỆM VỤ", "tasks"),
        section(SAMPLE, "II.1", "Bổ sung sách cho phòng đọc", "tasks", "II"),
        section(SAMPLE, "II.2", "Công an tỉnh", "implementation", "II"),
    ]
    made = plan(
        SAMPLE,
        document=_document(),
        sections=sections,
        targets=_targets(),
        tasks=tasks,
        findings=findings,
    )
    return made, SAMPLE


def _document() -> Document:
    read = document(
        SAMPLE,
        number="318/QĐ-UBND",
        title="Về việc ban hành Kế hoạch phát triển thư viện cơ sở giai đoạn 2024 - 2026",
    )
    basis = LegalBasis(
        doc_type="luat",
        date="2019-11-21",
        title="Luật Thư viện",
        rule="recital.law",
        span=span(SAMPLE, "Luật Thư viện ngày 21 tháng 11 năm 2019"),
    )
    return read.model_copy(
        update={
            "issuer": "Ủy ban nhân dân tỉnh Hòa An",
            "province": "Hòa An",
            "issue_date": "2024-03-14",
            "period": "2024/2026",
            "articles": [1],
            "legal_bases": [basis],
            "field_spans": {
                **read.field_spans,
                "issuer": span(SAMPLE, "ỦY BAN NHÂN DÂN\nTỈNH HÒA AN"),
                "issue_date": span(SAMPLE, "ngày 14 tháng 3 năm 2024"),
                "period": span(SAMPLE, "giai đoạn 2024 - 2026"),
            },
        }
    )


def _targets() -> list[Target]:
    measured = "Ít nhất 80% số xã có phòng đọc mở cửa hằng ngày"
    general = "Nâng cao thói quen đọc sách của người dân"
    year = Deadline(
        text="ĐẾN NĂM 2026",
        edtf="../2026",
        end=dt.date(2026, 12, 31),
        evidence="inherited_heading",
        rule="deadline.until_year",
        span=span(SAMPLE, "ĐẾN NĂM 2026"),
    )
    share = Quantity(
        text="Ít nhất 80%",
        value=80,
        unit="%",
        comparator="ge",
        rule="quantity.percent",
        span=span(SAMPLE, "Ít nhất 80%"),
    )
    return [
        Target(
            id="target-1",
            quote=measured,
            section="I",
            measurable=True,
            measure=share,
            subject="số xã có phòng đọc",
            subject_span=span(SAMPLE, "số xã có phòng đọc"),
            deadlines=[year],
            rule="target.measured",
            span=span(SAMPLE, measured),
        ),
        Target(
            id="target-2",
            quote=general,
            section="I",
            measurable=False,
            deadlines=[year],
            rule="target.general",
            span=span(SAMPLE, general),
        ),
    ]


def _tasks() -> list[Task]:
    buy = (
        "Sở Văn hóa, Thể thao và Du lịch chủ trì, phối hợp với Sở Tài chính mua 2.700 cuốn sách"
        " cho các xã trước ngày 30/6/2025"
    )
    review = "Rà soát tủ sách hiện có, lập danh mục sách cần thay"
    lend = "Luân chuyển 04 tủ sách/năm đến các trại tạm giam"
    books = Quantity(
        text="2.700 cuốn sách",
        value=2700,
        unit="cuốn sách",
        rule="quantity.count",
        span=span(SAMPLE, "2.700 cuốn sách"),
    )
    shelves = Quantity(
        text="04 tủ sách/năm",
        value=4,
        unit="tủ sách",
        per="year",
        rule="quantity.rate",
        span=span(SAMPLE, "04 tủ sách/năm"),
    )
    date = Deadline(
        text="trước ngày 30/6/2025",
        edtf="../2025-06-30",
        end=dt.date(2025, 6, 30),
        rule="deadline.before_day",
        span=span(SAMPLE, "trước ngày 30/6/2025"),
    )
    return [
        Task(
            id="task-1",
            quote=buy,
            section="II.1",
            assignments=[
                agency(SAMPLE, "Sở Văn hóa, Thể thao và Du lịch", "lead", "direct"),
                agency(SAMPLE, "Sở Tài chính", "coordinating", "direct"),
            ],
            quantities=[books],
            deadlines=[date],
            rule="task.bullet",
            span=span(SAMPLE, buy),
        ),
        Task(
            id="task-2",
            quote=review,
            section="II.1",
            product="danh mục sách cần thay",
            product_span=span(SAMPLE, "danh mục sách cần thay"),
            lead_reason="not_stated",
            rule="task.bullet",
            span=span(SAMPLE, review),
        ),
        Task(
            id="task-3",
            quote=lend,
            section="II.2",
            assignments=[agency(SAMPLE, "Công an tỉnh", "lead", "inherited_heading")],
            quantities=[shelves],
            rule="task.bullet",
            span=span(SAMPLE, lend),
        ),
    ]
