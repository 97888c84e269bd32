"""The outline: blocks nested by their markers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extract.clean.markers import BULLETS, Marker, Style, bare_marker, marker
from extract.clean.text import Block
from extract.lexicons.load import alternatives, table
from extract.segment.actions import begins_with_verb
from extract.segment.labels import Label, label

_NUMBERED_INNER = frozenset({Style.PAREN, Style.LETTER, Style.ARABIC})
_ROLE_LINES = frozenset({"lead", "coordinating", "time", "product"})
_CHARGES = re.compile(
    rf"{alternatives(table('roles')['charging'])}\s|[^.;:]{{3,120}}?\s(?:có trách nhiệm|chủ trì)\s",
    re.IGNORECASE,
)
_CLOSING = ("Trên đây là", "Trên đây,")


@dataclass(slots=True, eq=False)
class Node:
    """An item of the outline. `text` is what stands behind its marker, at `start` to `end` of the
    reading text; a paragraph without a marker has `marker` None."""

    block: Block | None
    marker: Marker | None
    start: int
    end: int
    text: str
    label: Label | None = None
    parent: Node | None = None
    children: list[Node] = field(default_factory=list)

    @property
    def row(self) -> bool:
        """Whether it is a row of a table, its cells separated by tabs."""
        return "\t" in self.text

    @property
    def groups_rows(self) -> bool:
        """Whether it is the row of a table that heads those below it: a number and a text."""
        return self.marker is not None and self.block is not None and "\t" in self.block.text

    @property
    def style(self) -> Style | None:
        return self.marker.style if self.marker else None

    @property
    def numbered(self) -> bool:
        """Whether it has a number or letter, not just a bullet."""
        return self.marker is not None and self.marker.style not in BULLETS

    @property
    def introduces(self) -> bool:
        """Whether it only leads into what hangs below it ("Phấn đấu đến năm 2025:")."""
        return self.text.endswith(":")

    def walk(self) -> Iterator[Node]:
        """Itself and everything below it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()

    def ancestors(self) -> Iterator[Node]:
        """Its parent, that one's parent, and so on."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent


def outline(blocks: Sequence[Block]) -> Node:
    """A root node (no block) over the outline of `blocks`."""
    root = Node(None, None, 0, 0, "")
    stack = [root]
    nodes = [_node(block) for block in blocks]
    for node, following in zip(nodes, _following(nodes), strict=True):
        _place(node, stack, following)
        node.parent = stack[-1]
        stack[-1].children.append(node)
        stack.append(node)
    return root


def _node(block: Block) -> Node:
    head, tab, rest = block.text.partition("\t")
    if not tab:
        found = marker(block.text)
        skip = found.end if found else 0
    else:  # a row, or its number and a heading over the rows below
        found = None if "\t" in rest else bare_marker(head)
        skip = len(head) + 1 if found else 0
    text = block.text[skip:]
    named = label(text)
    if named and not named.value and found and found.style not in BULLETS:
        named = None  # "III. NHIỆM VỤ" and "a) Mục tiêu chung:" are headings
    if "\t" in text:
        named = None
    return Node(block, found, block.start + skip, block.end, text, named)


def _following(nodes: Sequence[Node]) -> list[Marker | None]:
    """For each node the next number or letter of the text behind it."""
    found: list[Marker | None] = []
    ahead: Marker | None = None
    for node in reversed(nodes):
        found.append(ahead)
        if node.numbered:
            ahead = node.marker
    return found[::-1]


def _place(node: Node, stack: list[Node], following: Marker | None) -> None:
    """Pop `stack` until its top is the parent of `node`."""
    style = node.style
    if style is None:
        _place_plain(node, stack, following)
    elif style is Style.DECIMAL:
        _place_decimal(node, stack)
    elif _nests_inside(node, stack):
        return
    else:
        _place_marked(node, style, stack)


def _place_plain(node: Node, stack: list[Node], following: Marker | None) -> None:
    """A paragraph: below the nearest heading; a labelled one stands like a bullet."""
    if node.row:
        _leave_groups(node, stack)
    if node.text.startswith(_CLOSING):
        del stack[2 if len(stack) > 2 and stack[1].numbered else 1 :]
        return
    while len(stack) > 1:
        top = stack[-1]
        if top.numbered and (not _is_finished(top) or _goes_on(top, node, following)):
            return
        stack.pop()


def _leave_groups(row: Node, stack: list[Node]) -> None:
    """Close the groups of rows that `row` is no part of: one whose number stands beside theirs, or
    a heading over the whole width of the table."""
    title = row.text.isupper() and "\t" not in row.text.strip("\t")
    label = bare_marker(row.text.split("\t", 1)[0].strip())
    while stack[-1].row or stack[-1].groups_rows:
        group = stack[-1].marker
        if group and not title and (label is None or _is_below(group, label)):
            return
        stack.pop()


def _is_below(upper: Marker, lower: Marker) -> bool:
    """Whether an item numbered `lower` may belong to one numbered `upper`."""
    deeper = len(lower.path) > max(1, len(upper.path))
    return lower.style > upper.style or deeper or _may_hold(upper.style, lower.style)


def _is_finished(node: Node) -> bool:
    """A numbered sentence with nothing below it: what follows is no part of it."""
    if node.children or node.introduces or node.style is Style.ARTICLE or node.groups_rows:
        return False
    return node.text.endswith((".", ";", "./.")) and len(node.text) > 90


def _goes_on(node: Node, paragraph: Node, following: Marker | None) -> bool:
    """Whether a paragraph behind a finished sentence belongs to it all the same: the list goes on
    behind it, or its labels stand so below each item. A sentence with a subject, or one that
    charges somebody, is a task by itself."""
    if paragraph.label and _labelled_before(node):
        return True
    if following is None or node.marker is None or following.style is not node.style:
        return False
    siblings = following.path[:-1] == node.marker.path[:-1]
    if not siblings or following.number != node.marker.number + 1:
        return False
    acts = begins_with_verb(node.text) and not _CHARGES.match(node.text)
    return bool(paragraph.label) or acts


def _labelled_before(node: Node) -> bool:
    """Whether the item before `node` has labelled lines of its own."""
    siblings = node.parent.children if node.parent else []
    place = siblings.index(node)
    return place > 0 and any(child.label for child in siblings[place - 1].children)


def _place_decimal(node: Node, stack: list[Node]) -> None:
    path = node.marker.path if node.marker else ()
    for depth in range(len(stack) - 1, 0, -1):
        open_node = stack[depth]
        if open_node.style is Style.DECIMAL and open_node.marker:
            if open_node.marker.path == path[:-1]:
                del stack[depth + 1 :]
                return
            if len(open_node.marker.path) == len(path):
                del stack[depth:]
                return
        arabic = open_node.style is Style.ARABIC and len(path) == 2
        if arabic and open_node.marker and open_node.marker.number == path[0]:
            del stack[depth + 1 :]
            return
    _place_marked(node, Style.DECIMAL, stack)


def _nests_inside(node: Node, stack: list[Node]) -> bool:
    """Whether `node` starts a list inside the item just opened."""
    top = stack[-1]
    if top.marker is None and top.block is not None:
        return node.style in BULLETS and top.introduces
    if node.style in BULLETS and node.style is top.style and top.introduces and not top.children:
        return not node.introduces and node.label is None and not _heads_label(top)
    if node.style not in _NUMBERED_INNER or node.marker is None or node.marker.number != 1:
        return False
    if top.style in BULLETS:
        return top.introduces or (top.label is not None and top.label.role == "content")
    return node.style is top.style and top.introduces and top.marker is not None


def _heads_label(node: Node) -> bool:
    """A bare label ("- Nội dung:"), whose items may be bullets of the same kind."""
    return node.label is not None and node.label.role in _ROLE_LINES and not node.label.value


def _place_marked(node: Node, style: Style, stack: list[Node]) -> None:
    depth = _sibling(node, style, stack)
    if depth:
        del stack[depth:]
    else:
        _pop_lower(node, style, stack)
    if node.label and node.label.role in _ROLE_LINES:
        _leave_inner_list(stack)


def _sibling(node: Node, style: Style, stack: list[Node]) -> int:
    """Depth of the open item that `node` stands beside: the one numbered just before it, else the
    innermost of its style; 0 where there is none."""
    same = [d for d in range(len(stack) - 1, 0, -1) if stack[d].style is style]
    number = node.marker.number if node.marker else 0
    for depth in same:
        found = stack[depth].marker
        if found and number and found.number == number - 1:
            return depth
    return same[0] if same else 0


def _pop_lower(node: Node, style: Style, stack: list[Node]) -> None:
    first = node.marker is not None and node.marker.number == 1
    while len(stack) > 1:
        top = stack[-1]
        if (
            top.style is None
            or (top.style in BULLETS and style not in BULLETS)
            or (top.style > style and not (first and _may_hold(top.style, style)))
        ):
            stack.pop()
        else:
            return


def _may_hold(upper: Style, lower: Style) -> bool:
    """Levels that some offices turn around: "A." below "I.", "Dự án 1:" below "1."."""
    return (upper, lower) in {
        (Style.ROMAN, Style.UPPER),
        (Style.ARABIC, Style.NAMED),
        (Style.DECIMAL, Style.NAMED),
        (Style.LETTER, Style.NAMED),
        (Style.LETTER, Style.ARABIC),
    }


def _leave_inner_list(stack: list[Node]) -> None:
    """Labelled lines of a group stand beside its numbered inner list, not in its last item."""
    while len(stack) > 2 and stack[-1].style is Style.PAREN and stack[-2].style in BULLETS:
        stack.pop()
