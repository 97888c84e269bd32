"""Drafts to raw text and its lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from extract.read.flow.drafts import Draft, Grid, Table
from extract.read.flow.grid import narrowed
from extract.read.flow.layout import arranges, drafts, ordered
from extract.read.flow.typed import apart
from extract.read.source import Cell, LineKind, SourceLine

_BULLETS = frozenset("-–+•*")
"""Signs of items: offices set those in the style of headings, too."""


@dataclass(slots=True)
class Composed:
    """The raw text as it grows, one paragraph or typed line a line, and what is said of each.

    `spread` is the size of the tables once merged cells stand in all rows that they cover, in
    characters and cells.
    """

    parts: list[str] = field(default_factory=list)
    lines: list[SourceLine] = field(default_factory=list)
    length: int = 0
    spread: int = 0
    _tables: int = 0
    _rows: int = 0
    _columns: int = 0

    @property
    def raw(self) -> str:
        """The text: a line feed after each line."""
        return "".join(self.parts)

    def body(self, blocks: list[Draft | Table]) -> None:
        """Appends blocks; tables that only arrange become plain lines."""
        opens = False
        for block in apart(blocks):
            if isinstance(block, Draft):
                self._plain(block, opens)
                opens = False
            elif arranges(block):
                for cell in ordered(block):
                    self._arranged(cell)
                opens = True
            else:
                self._table(block)
                opens = True

    def notes(self, blocks: list[Draft | Table]) -> None:
        """Appends the text of a footnote or endnote."""
        for draft in drafts(blocks):
            self._line(draft, kind="note", opens=draft.opens)

    def _arranged(self, cell: Grid) -> None:
        first = len(self.lines)
        self.body(cell.blocks)
        if len(self.lines) > first and self.lines[first].cell is None:
            self.lines[first] = _opened(self.lines[first])

    def _plain(self, draft: Draft, opens: bool) -> None:
        kind: LineKind = "furniture" if draft.hidden else "text"
        begins = draft.opens or opens or (False if self._goes_on(draft) else None)
        self._line(draft, kind=kind, opens=begins, level=draft.level)

    def _goes_on(self, draft: Draft) -> bool:
        """Whether a typed line belongs to the item before it, which was left open."""
        if not draft.broken or not self.parts:
            return False
        before = self.parts[-2].strip()
        in_item = before[:1] in _BULLETS or self.lines[-1].opens is False
        return in_item and before.endswith((":", ",")) and draft.text.lstrip()[:1] not in _BULLETS

    def _table(self, table: Table) -> None:
        narrowed(table)
        width = len(table.widths)
        if not (table.goes_on and self._rows and width == self._columns):
            self._tables += 1
            self._rows = 0
        self._columns = width
        first = self._rows
        for cell in table.cells:
            about = Cell(self._tables - 1, first + cell.row, cell.column, cell.rows, cell.columns)
            for draft in _flat(cell.blocks):
                self._line(draft, cell=about, opens=draft.opens)
                self.spread += len(draft.text) * cell.rows
            self._rows = max(self._rows, first + cell.row + cell.rows)
        self.spread += (self._rows - first) * width

    def _line(
        self,
        draft: Draft,
        *,
        kind: LineKind = "text",
        cell: Cell | None = None,
        opens: bool | None = None,
        level: int = 0,
    ) -> None:
        if not draft.text.strip():
            return
        end = self.length + len(draft.text)
        marker = draft.text.lstrip()[:1]
        self.lines.append(
            SourceLine(
                self.length,
                end,
                path=draft.path,
                cell=cell,
                kind=kind,
                opens=opens,
                level=0 if marker in _BULLETS else level,
                bold=draft.bold,
            )
        )
        self.parts += (draft.text, "\n")
        self.length = end + 1


def _flat(blocks: list[Draft | Table]) -> Iterator[Draft]:
    """The lines of a cell; each row of a table within it is one line."""
    for block in blocks:
        if isinstance(block, Draft):
            yield block
            continue
        rows: dict[int, list[Draft]] = {}
        for cell in block.cells:
            inner = list(_flat(cell.blocks))
            if not rows.get(cell.row) and not inner:
                continue
            rows.setdefault(cell.row, []).extend(inner)
        for row in rows.values():
            joined = Draft([piece for draft in row for piece in draft.pieces], row[0].path)
            joined.text = "\t".join(draft.text for draft in row)
            yield joined


def _opened(line: SourceLine) -> SourceLine:
    """The line, said to begin a paragraph."""
    return SourceLine(
        line.start,
        line.end,
        path=line.path,
        kind=line.kind,
        opens=True,
        level=line.level,
        bold=line.bold,
    )
