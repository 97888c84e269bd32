"""The stages, named once, in order: one document in, one plan out."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path

from extract.assemble import assemble
from extract.check.findings import findings
from extract.clean import clean
from extract.errors import ReadError
from extract.find.words import Tagger
from extract.read import read
from extract.read.source import SourceDocument
from extract.resolve.agencies import with_agencies
from schemas.plan import Plan, Repair, Source

_CHARGED = 2
"""Tasks below headings, each with a leading agency, that make a text without a header a plan."""


def process(source: SourceDocument, *, tagger: bool = True, today: dt.date | None = None) -> Plan:
    """The plan in `source`. With `tagger` False underthesea is left out.

    `today` is the day for which each assignment says who does the work; without it the last day of
    which the registry of agencies knows.

    Raises ReadError (code `no_decision`) where the text is no decision: nothing of a number, a
    title or an article was found in it, nor an outline that charges agencies with tasks.
    """
    reading = clean(source.raw, source.lines)
    plan = assemble(
        reading,
        Source(
            path=source.path,
            sha256=source.sha256,
            media_type=source.media_type,
            encoding=source.encoding,
            size=source.size,
            characters=len(source.raw),
            pages=source.pages,
            ocr=source.ocr,
            repairs=[
                Repair(start=r.start, end=r.end, was=r.was, rule=r.rule) for r in source.repairs
            ],
        ),
        Tagger(enabled=tagger),
    )
    _check_decision(plan, source.path)
    plan = with_agencies(plan, reading.text, today)
    return plan.model_copy(update={"findings": findings(plan, reading)})


def extract(text_or_path: str | Path, *, tagger: bool = True) -> Plan:
    """The plan in a file, or in a text.

    A `Path`, or a string of one line that names an existing file, is read as a file; any other
    string is the text itself.

    >>> plan = extract('''QUYẾT ĐỊNH
    ... Về việc ban hành Kế hoạch trồng cây năm 2024
    ... Điều 1. Ban hành kèm theo Quyết định này Kế hoạch trồng cây năm 2024.
    ... KẾ HOẠCH
    ... Trồng cây năm 2024
    ... (Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 05/02/2024 của Ủy ban nhân dân xã An Bình)
    ... I. MỤC TIÊU
    ... - Trồng mới 3.000 cây xanh trên địa bàn xã.
    ... II. TỔ CHỨC THỰC HIỆN
    ... 1. Đoàn Thanh niên
    ... - Phối hợp với Hội Nông dân xã vận động đoàn viên tham gia trồng cây.
    ... ''', tagger=False)
    >>> plan.document.number, plan.targets[0].measure.value, plan.tasks[0].coordinating
    ('12/QĐ-UBND', 3000.0, ['Đoàn Thanh niên'])
    """
    if isinstance(text_or_path, Path) or (
        "\n" not in text_or_path and len(text_or_path) < 1000 and Path(text_or_path).is_file()
    ):
        return process(read(text_or_path), tagger=tagger)
    data = text_or_path.encode("utf-8", "surrogatepass")
    return process(
        SourceDocument(
            path="<text>",
            media_type="text/plain",
            sha256=hashlib.sha256(data).hexdigest(),
            size=len(data),
            encoding="utf-8",
            raw=text_or_path,
        ),
        tagger=tagger,
    )


def _check_decision(plan: Plan, path: str) -> None:
    about = plan.document
    if about.number or about.articles or (about.title and plan.sections):
        return
    if about.symbol and (plan.sections or plan.tasks):
        return
    charged = [task for task in plan.tasks if task.section and task.lead]
    if len(charged) >= _CHARGED:  # an annex or a plan that lost its header
        return
    raise ReadError(
        "no_decision",
        f"{path}: không phải văn bản ban hành kế hoạch: không thấy số, trích yếu, điều hay"
        " nhiệm vụ được giao.",
        f"{path}: not a plan decision: no number, title, article or assigned task was found in it.",
    )
