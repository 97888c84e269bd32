"""What assembling the records of one document works on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from extract.assemble.ids import Ids
from extract.assemble.roles import Above, heading_parts, names_person, subject_of
from extract.assemble.sections import Heading, Sections
from extract.assemble.spans import span
from extract.clean.text import ReadingText
from extract.find.agencies import is_agency_heading
from extract.find.analysis import Analysis, shifted
from extract.find.mentions import AgencyMention, DeadlineMention, QuantityMention
from extract.resolve.edtf import bounds
from extract.segment.outline import Node
from schemas.base import Evidence
from schemas.values import Deadline, Quantity


@dataclass(slots=True)
class Context:
    """Reading text, its mentions, its sections, and the ids handed out so far."""

    reading: ReadingText
    analysis: Analysis
    sections: Sections
    ids: Ids
    inherited: dict[Node, Above] = field(default_factory=dict)

    def section_id(self, node: Node) -> str | None:
        """The id of the section that `node` is, or else stands in."""
        heading = self.heading_of(node)
        return heading.id if heading else None

    def heading_of(self, node: Node) -> Heading | None:
        return self.sections.own.get(node) or self.sections.above.get(node)

    def agencies_above(self, node: Node) -> Above:
        """The agencies that the nearest heading above `node` charges; of a paragraph, the subject
        of the numbered sentence that it goes on with."""
        parent = node.parent
        if parent is None:
            return Above()
        if node.marker is None and node.block and (subject := self._subject_before(node, parent)):
            return subject
        if parent not in self.inherited:
            own = heading_agencies(parent)
            self.inherited[parent] = own if own.leads else self.agencies_above(parent)
        return self.inherited[parent]

    def _subject_before(self, node: Node, parent: Node) -> Above | None:
        """ "a) Vụ X chủ trì …." / "Rà soát …": who acts is said in the sentence before."""
        for before in reversed(parent.children[: parent.children.index(node)]):
            if before.numbered and not before.children:
                found, _, rule = subject_of(before.text)
                leads = tuple(_moved(found, before.start))
                return Above(leads) if leads and rule == "roles.subject" else None
            if before.marker is not None or before.row or subject_of(before.text)[0]:
                return None
        return None

    def quantity(self, found: QuantityMention) -> Quantity:
        return Quantity(
            text=self.reading.quote(found.start, found.end),
            value=found.value,
            value_max=found.value_max,
            unit=found.unit,
            comparator=found.comparator,
            per=found.per,
            change=found.change,
            rule=found.rule,
            span=span(self.reading, found.start, found.end),
        )

    def deadline(self, found: DeadlineMention, evidence: Evidence) -> Deadline:
        start, end = bounds(found.edtf) if found.edtf else (None, None)
        return Deadline(
            text=self.reading.quote(found.start, found.end),
            edtf=found.edtf,
            recurrence=list(found.recurrence),
            start=start,
            end=end,
            evidence=evidence,
            rule=found.rule,
            span=span(self.reading, found.start, found.end),
        )


def heading_agencies(node: Node) -> Above:
    """The agencies that `node` names as a heading ("2. Sở Y tế chủ trì, phối hợp với …:")."""
    if node.block is None or len(node.text) > 400 or not node.children:
        return Above()
    if not charges_agency(node.text):
        return Above()
    found = heading_parts(node.text)
    return Above(
        tuple(_moved(found.leads, node.start)),
        tuple(_moved(found.coordinating, node.start)),
        found.chairs,
    )


def charges_agency(heading: str) -> bool:
    """Whether a heading names agencies and nothing else, or charges them with what follows
    ("Các bộ, ngành theo chức năng, nhiệm vụ được giao:")."""
    if is_agency_heading(heading) or names_person(heading):
        return True
    return heading.rstrip().endswith(":") and len(heading) < 250 and bool(subject_of(heading)[0])


def _moved(found: Iterable[AgencyMention], by: int) -> Iterable[AgencyMention]:
    return (shifted(mention, by) for mention in found)
