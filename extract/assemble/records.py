"""Walks the outline and makes its leaves into targets and tasks."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from extract.assemble.asking import asks_for_action
from extract.assemble.context import Context
from extract.assemble.labelled import Labelled, labelled
from extract.assemble.sections import measured_lead_in
from extract.assemble.table_records import table_target, table_task
from extract.assemble.tables import TableReader
from extract.assemble.targets import GOALS, commitment, targets
from extract.assemble.tasks import Group, is_task, task
from extract.clean.markers import BULLETS, Style
from extract.segment.outline import Node
from schemas.base import SectionKind
from schemas.records import Target, Task

_LEADS_TO_GOALS = re.compile(r"(?:mục tiêu|chỉ tiêu)[^.]{0,40}:$")
WORK: frozenset[SectionKind] = frozenset({"tasks", "solutions", "implementation", "reporting"})


@dataclass(slots=True)
class Records:
    """The targets and tasks of a document, in the order of its text."""

    ctx: Context
    directive: bool
    targets: list[Target] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    tables: TableReader = field(init=False)

    def add_body(self, root: Node) -> None:
        """Add what the outline below `root` holds."""
        ctx = self.ctx
        self.tables = TableReader(root, ctx.reading, ctx.analysis, ctx.sections)
        self._children(root, lambda child: self._node(child, None))

    def _node(self, node: Node, group: Group | None) -> None:
        if node.row:
            return
        if node.style is Style.ARTICLE and node not in self.ctx.sections.own:
            for child in node.children:
                if child.row:
                    self._row(child)
                elif child.numbered:
                    self._node(child, None)
            return
        if node.children:
            self._parent(node, group)
        else:
            self._leaf(node, group)

    def _parent(self, node: Node, group: Group | None) -> None:
        own, used = self._group_lines(node)
        if own.assigns and self._works(node):
            self._grouped(node, Group(own, node), used)
            return
        if own.lines and not own.of("content", "target") and self._is_described(node):
            self._task(node, group, "tasks.described")
            return
        if not self._is_heading(node):
            self._leaf(node, group)
        elif measured_lead_in(node) and GOALS & self._kinds(node):
            self._goals(node, group)
        self._children(node, lambda child: self._child(child, group))

    def _children(self, node: Node, add: Callable[[Node], None]) -> None:
        """What stands below `node`, in order: rows as their tables say, the rest by `add`."""
        for child in node.children:
            if child.row:
                self._row(child)
            else:
                add(child)

    def _row(self, node: Node) -> None:
        self.tasks += [table_task(self.ctx, row) for row in self.tables.tasks(node)]
        self.targets += [table_target(self.ctx, row) for row in self.tables.levels(node)]

    def _child(self, node: Node, group: Group | None) -> None:
        role = node.label.role if node.label else None
        if role in (None, "content") or node.numbered:
            self._node(node, group)
        elif role == "target":
            self._goals(node, group)
        elif node.children:
            for child in node.children:
                if child.label is None:
                    continue
                self._child(child, group)

    def _grouped(self, node: Node, group: Group, used: list[Node]) -> None:
        """A group with labelled lines: its items are tasks, or it is one itself."""
        items = _items(node)
        numbered = [
            c for c in node.children if c.label and c.label.role == "content" and _assigns(c)
        ]
        if items:
            self._task(node, group, "tasks.group", optional=True)
        elif not numbered:
            self._task(node, None, "tasks.labelled", extra=group)
        for child in node.children:
            if child in used:
                continue
            role = child.label.role if child.label else None
            if child in numbered:
                self._parent(child, None)
            elif role == "target":
                self._goals(child, group)
            elif child in self.ctx.sections.own:
                self._node(child, group)
            elif role == "content" and child.children:
                for item in child.children:
                    self._item(item, group)
            elif child in items:
                self._item(child, group)

    def _item(self, node: Node, group: Group) -> None:
        if node.label is None or node.label.role == "content":
            if node.children and not labelled(node).assigns:
                for child in node.children:
                    self._item(child, group)
            elif not node.introduces:
                self._task(node, group, "tasks.item_of_group")

    def _leaf(self, node: Node, group: Group | None) -> None:
        kinds = self._kinds(node)
        own_label = node.label and node.label.role not in ("content", "target", "detail")
        if own_label and not node.numbered:
            return
        goals, works = bool(GOALS & kinds), bool(WORK & kinds)
        if node.label and node.label.role == "target":
            self._goals(node, group)
        elif goals and not works:
            if not node.introduces:
                self._goals(node, group)
        elif goals and self.ctx.analysis.quantities_in(node.start, node.end):
            self._goals(node, group)
        elif works or goals:
            self._work(node, group)
        elif not kinds:
            self._loose(node)

    def _loose(self, node: Node) -> None:
        """An item outside every section: an assignment of a directive, or a measured goal."""
        if node.numbered and is_task(node, self.ctx.analysis.tagger):
            self._work(node, None)
        elif node.style in BULLETS:
            found, _ = commitment(self.ctx, node)
            measured = self.ctx.analysis.quantities_in(node.start, node.end)
            goal = _LEADS_TO_GOALS.search(node.parent.text.lower()) if node.parent else None
            stated = goal or (self.directive and measured)
            self.targets += found or (targets(self.ctx, node) if stated else [])

    def _work(self, node: Node, group: Group | None) -> None:
        found, everything = commitment(self.ctx, node)
        self.targets += found
        if not everything and is_task(node, self.ctx.analysis.tagger):
            self._task(node, group, "tasks.item")

    def _goals(self, node: Node, group: Group | None) -> None:
        labels = group.labels if group else None
        if node.label and not node.label.value:
            for child in node.children:
                if not child.introduces:
                    self.targets += targets(self.ctx, child, labels)
            return
        self.targets += targets(self.ctx, node, labels)

    def _task(
        self,
        node: Node,
        group: Group | None,
        rule: str,
        *,
        optional: bool = False,
        extra: Group | None = None,
    ) -> None:
        if not any(map(str.isalpha, node.text)):  # a leader of dots, a rule
            return
        self.tasks.append(
            task(self.ctx, node, extra or group, rule=rule, optional=optional, whole=bool(extra))
        )

    def _group_lines(self, node: Node) -> tuple[Labelled, list[Node]]:
        """Labelled lines below `node`, also those under its own "Tổ chức thực hiện" heading."""
        found = labelled(node)
        used: list[Node] = []
        for child in node.children:
            own = self.ctx.sections.own.get(child)
            if own and "implementation" in own.kinds and own.rule == "sections.kind_words":
                inner = labelled(child)
                if inner.assigns and all(c.label for c in child.children):
                    found.lines += inner.lines
                    used.append(child)
        return found, used

    def _kinds(self, node: Node) -> frozenset[SectionKind]:
        heading = self.ctx.heading_of(node)
        return frozenset(heading.kinds) if heading else frozenset()

    def _works(self, node: Node) -> bool:
        kinds = self._kinds(node)
        return bool(WORK & kinds) or not kinds or "timeline" in kinds

    def _is_heading(self, node: Node) -> bool:
        return (
            node in self.ctx.sections.own
            or node.introduces
            or bool(node.label and not node.label.value)
        )

    def _is_described(self, node: Node) -> bool:
        return bool(WORK & self._kinds(node)) and all(
            c.label and c.label.role in ("detail", "quantity", "method", "funding")
            for c in node.children
        )


def _assigns(node: Node) -> bool:
    return labelled(node).assigns


def _acts(node: Node) -> bool:
    """A marked item, or a paragraph that asks for action."""
    if node.marker is not None:
        return True
    _, colon, rest = node.text.partition(": ")
    return asks_for_action(node.text) or (bool(colon) and asks_for_action(rest))


def _items(node: Node) -> list[Node]:
    """The items of a group that each ask for action."""
    found: list[Node] = []
    for child in node.children:
        if child.label and child.label.role == "content" and child.children and not _assigns(child):
            found.extend(c for c in child.children if c.label is None)
        elif child.label is None and not child.children and not child.row and _acts(child):
            found.append(child)
    return found
