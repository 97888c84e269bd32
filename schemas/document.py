"""The decision itself: what its header, recitals, articles and signature block say."""

from __future__ import annotations

from pydantic import Field

from schemas.base import DocType, Model
from schemas.span import Span


class LegalBasis(Model):
    """A document cited in a recital ("Căn cứ …", "Tờ trình số …")."""

    doc_type: str = Field(description="luat, nghi_dinh, quyet_dinh, to_trinh …")
    number: str | None = None
    date: str | None = Field(default=None, description="EDTF")
    title: str | None = None
    rule: str
    span: Span


class Document(Model):
    """Fields of the outer document, after Nghị định 30/2020/NĐ-CP, annexes I and VI."""

    id: str
    doc_type: DocType
    number: str | None = None
    symbol: str | None = None
    issuer: str | None = None
    province: str | None = None
    issue_date: str | None = Field(default=None, description="EDTF")
    title: str | None = None
    signer: str | None = None
    signer_title: str | None = None
    signing_capacity: str | None = None
    effective_date: str | None = Field(default=None, description="EDTF")
    period: str | None = Field(default=None, description="the plan's own period, EDTF")
    legal_bases: list[LegalBasis] = Field(default_factory=list)
    articles: list[int] = Field(default_factory=list)
    recipients: list[str] = Field(default_factory=list)
    rule: str
    span: Span
    field_spans: dict[str, Span] = Field(
        default_factory=dict, description="where each field was read, by field name"
    )
