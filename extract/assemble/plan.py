"""Assembles a plan: the document, its sections, targets and tasks, from the reading text."""

from __future__ import annotations

from extract.assemble.asking import asks_for_action
from extract.assemble.assigned import mark_assigned
from extract.assemble.context import Context, charges_agency
from extract.assemble.document import document
from extract.assemble.ids import Ids, plan_id
from extract.assemble.records import Records
from extract.assemble.sections import Heading, Sections, add_annex, add_body
from extract.assemble.spans import span
from extract.clean.markers import Marker, Style, marker
from extract.clean.text import ReadingText
from extract.find.nlp import analyse
from extract.find.words import Tagger
from extract.segment.outline import Node, outline
from extract.segment.parts import Body, parts
from schemas.plan import Plan, Source
from schemas.records import Section

_DIRECTIVES = frozenset({"chi_thi", "cong_dien", "nghi_quyet", "thong_bao", "cong_van"})


def assemble(reading: ReadingText, source: Source, tagger: Tagger) -> Plan:
    """The plan read from `reading`; findings are left to the check stage."""
    found = parts(reading.blocks)
    about = document(reading, found, "document")
    name = plan_id(about.number, about.issuer, about.issue_date, about.title, reading.text)
    about = about.model_copy(update={"id": f"{name}/document"})
    analysis = analyse(reading.text, plan_period=about.period, tagger=tagger)
    roots = [(body, outline(body.blocks)) for body in found.bodies]
    for _, root in roots:
        mark_assigned(root)
    directive = about.doc_type in _DIRECTIVES
    sections = _sections(roots, directive)
    ctx = Context(reading, analysis, sections, Ids(name))
    records = Records(ctx, directive)
    for _, root in roots:
        records.add_body(root)
    return Plan(
        plan_id=name,
        source=source,
        document=about,
        sections=[_section(reading, heading) for heading in sections.headings],
        targets=records.targets,
        tasks=records.tasks,
    )


def _sections(roots: list[tuple[Body, Node]], directive: bool) -> Sections:
    sections = Sections()
    annexes = sum(body.kind == "annex" for body, _ in roots)
    for body, root in roots:
        if body.kind == "annex":
            heading = _annex(body, root, sections, annexes)
            add_annex(sections, root, heading, charges_agency, asks_for_action)
        else:
            add_body(sections, root, charges_agency, asks_for_action, directive=directive)
    return sections


def _annex(body: Body, root: Node, sections: Sections, count: int) -> Heading:
    """The annex as a section: `PL`, or `PL-I` where there are several."""
    first = body.title[0]
    mark = marker(first.text) or Marker(Style.ANNEX, "Phụ lục", 0, 0)
    number = mark.label.removeprefix("Phụ lục").strip()
    title = body.title[1:] or body.title
    start = title[0].start + (mark.end if len(body.title) == 1 else 0)
    text = " ".join(b.text for b in title) if len(body.title) > 1 else first.text[mark.end :]
    return Heading(
        id=sections.unique(f"PL-{number}" if number and count > 1 else "PL"),
        marker=mark.label if number and count > 1 else "Phụ lục",
        heading=text or mark.label,
        start=start if text else first.start,
        end=title[-1].end,
        node=root,
        parent=None,
        kinds=["appendix"],
        rule="sections.annex",
    )


def _section(reading: ReadingText, heading: Heading) -> Section:
    return Section(
        id=heading.id,
        parent=heading.parent.id if heading.parent else None,
        marker=heading.marker.removeprefix("(").removesuffix(")"),
        heading=reading.quote(heading.start, heading.end),
        kinds=heading.kinds,
        rule=heading.rule + (".repaired" if heading.repaired else ""),
        span=span(reading, heading.start, heading.end),
    )
