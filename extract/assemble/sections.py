"""Sections: the items of the outline that work as headings, with their ids and kinds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from extract.assemble.spans import trim
from extract.clean.markers import Style
from extract.segment.kinds import kinds, repaired
from extract.segment.outline import Node
from schemas.base import SectionKind

_LONG_HEADING = 160
_SHORT_SENTENCE = 130
_ALWAYS = frozenset({Style.ROMAN, Style.UPPER, Style.PART, Style.CHAPTER, Style.ANNEX})
_FORMULA = re.compile(r"(?i)(?:điều khoản|trách nhiệm|hiệu lực)(?: và trách nhiệm)? thi hành")
_SPLITS_UP = re.compile(r"\d[^:]*[,;]\s*(?:bao gồm|gồm|trong đó)(?: có)?:$")
_SENTENCES = re.compile(r"[.!?]\s+[^\W\d_a-z]")
_ISSUES = re.compile(
    r"(?i)^(?:nay\s)?(?:phê duyệt|ban hành|thông qua|công bố|điều chỉnh|sửa đổi)\b"
)


@dataclass(slots=True, eq=False)
class Heading:
    """A section before it becomes a record. `start` and `end` bound its heading in the reading
    text; `node` is its item of the outline."""

    id: str
    marker: str
    heading: str
    start: int
    end: int
    node: Node
    parent: Heading | None
    kinds: list[SectionKind] = field(default_factory=list)
    rule: str = "sections.numbered"
    repaired: bool = False
    agency: bool = False


@dataclass(slots=True)
class Sections:
    """The headings in the order of the text, and for each node the heading it stands under."""

    headings: list[Heading] = field(default_factory=list)
    above: dict[Node, Heading | None] = field(default_factory=dict)
    own: dict[Node, Heading] = field(default_factory=dict)
    repeats: dict[str, int] = field(default_factory=dict)

    def unique(self, wanted: str) -> str:
        """`wanted`, or with "~2", "~3" behind it where the text repeats a number."""
        count = self.repeats[wanted] = self.repeats.get(wanted, 0) + 1
        return wanted if count == 1 else f"{wanted}~{count}"


def add_body(
    found: Sections,
    root: Node,
    names_agency: Callable[[str], bool],
    asks: Callable[[str], bool],
    *,
    directive: bool,
) -> None:
    """Add the sections below `root`.

    `names_agency` says whether a heading names agencies and nothing else, `asks` whether an item
    asks for action; `directive` is true for texts whose numbered items are assignments themselves
    (chỉ thị, công điện, nghị quyết).
    """
    builder = _Builder(found, names_agency, asks, directive)
    for child in root.children:
        builder.add(child, None)


def add_annex(
    found: Sections,
    root: Node,
    heading: Heading,
    names_agency: Callable[[str], bool],
    asks: Callable[[str], bool],
) -> None:
    """Add an annex, which is a section itself, and what it holds."""
    found.headings.append(heading)
    builder = _Builder(found, names_agency, asks, directive=False)
    for child in root.children:
        builder.add(child, heading)


def heads(node: Node) -> bool:
    """Whether `node` works as a heading over other items."""
    if not node.numbered or (node.label and node.label.value and not node.children):
        return False
    if not node.children:
        return node.style in _ALWAYS and _looks_like_heading(node.text)
    if measured_lead_in(node):
        return False
    if any(child.marker or child.label or child.row for child in node.children):
        return True
    return _looks_like_heading(node.text)


def measured_lead_in(node: Node) -> bool:
    """Whether it states a total that the items below split up ("…, bố trí 1.200 hộ, bao gồm:")."""
    return node.introduces and bool(_SPLITS_UP.search(node.text))


def transparent(node: Node) -> bool:
    """Whether an Điều only issues what follows ("Phê duyệt … với những nội dung sau:")."""
    return bool(_ISSUES.match(node.text)) or (
        not kinds(node.text)
        and bool(
            re.search(r"(?:nội dung|như) (?:chủ yếu |chính |cụ thể )?(?:sau|dưới đây)", node.text)
        )
    )


def _looks_like_heading(text: str) -> bool:
    if text.endswith((";", "./.")):
        return False
    if text.endswith("."):
        return len(text) <= _SHORT_SENTENCE and text.count(". ") == 0
    return not _SENTENCES.search(text) or text.endswith(":") or text.isupper()


@dataclass(slots=True)
class _Builder:
    found: Sections
    names_agency: Callable[[str], bool]
    asks: Callable[[str], bool]
    directive: bool

    def add(self, node: Node, above: Heading | None) -> None:
        self.found.above[node] = above
        inner = above
        if node.style is Style.ARTICLE:
            if node.children and not transparent(node) and self._heads_article(node):
                inner = self._heading(node, above)
        elif heads(node):
            inner = self._heading(node, above)
        for child in node.children:
            self.add(child, inner)

    def _heads_article(self, node: Node) -> bool:
        if _FORMULA.match(node.text):
            return False
        numbered = [c for c in node.children if c.marker is not None]
        return len(node.text) <= _LONG_HEADING and (bool(numbered) or bool(kinds(node.text)))

    def _heading(self, node: Node, above: Heading | None) -> Heading:
        start, end = trim(node.text, 0, len(node.text))
        text = node.text[start:end]
        heading = Heading(
            id=self._id(node, above),
            marker=node.marker.label if node.marker else "",
            heading=text,
            start=node.start + start,
            end=node.start + end,
            node=node,
            parent=above,
        )
        self._kinds(heading)
        self.found.headings.append(heading)
        self.found.own[node] = heading
        return heading

    def _id(self, node: Node, above: Heading | None) -> str:
        mark = node.marker
        label = mark.label if mark else ""
        if mark and mark.style is Style.NAMED and above:
            label = str(mark.number)
        if mark and mark.path and above and _continues(above, mark.path):
            label = str(mark.path[-1])
        return self.found.unique(f"{above.id}.{label}" if above else label)

    def _kinds(self, heading: Heading) -> None:
        own = kinds(heading.heading)
        if own:
            heading.kinds = own
            heading.rule = "sections.kind_words"
            heading.repaired = repaired(heading.heading)
            return
        heading.agency = self.names_agency(heading.node.text)
        if heading.agency and self.directive:
            heading.kinds = ["implementation"]
            heading.rule = "sections.agency"
        elif heading.parent:
            heading.kinds = list(heading.parent.kinds)
            heading.rule = "sections.kind_inherited"
        elif heading.agency:
            heading.kinds = ["implementation"]
            heading.rule = "sections.agency"
        else:
            heading.kinds = ["tasks"] if self.directive or self._asks(heading.node) else ["other"]
            heading.rule = "sections.kind_of_items"

    def _asks(self, node: Node) -> bool:
        """Whether at least half of the items below ask for action."""
        leaves = [n for n in _leaves(node) if len(n.text) > 20]
        asking = sum(self.asks(leaf.text) for leaf in leaves)
        return bool(leaves) and 2 * asking >= len(leaves)


def _leaves(node: Node) -> Iterator[Node]:
    return (n for n in node.walk() if n is not node and not n.children)


def _continues(above: Heading, path: tuple[int, ...]) -> bool:
    """Whether "1.2" stands below "1" (or "1.2.3" below "1.2"): then only "2" is new."""
    mark = above.node.marker
    if mark is None:
        return False
    return mark.path == path[:-1] or (mark.style is Style.ARABIC and (mark.number,) == path[:-1])
