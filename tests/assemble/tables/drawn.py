"""Tables drawn in tests: rows of cells parted by "|", as a reader of Word files would give them.

"<" merges a cell with the one left of it, "^" with the one above, "¶" begins a paragraph of its
cell. Lines without "|" are paragraphs.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.pipeline import process
from extract.read.source import Cell, SourceDocument, SourceLine, check_lines
from schemas.plan import Plan

PLAN = """\
KẾ HOẠCH
Trồng cây xanh giai đoạn 2024 - 2026
I. NHIỆM VỤ
Theo Phụ lục.
PHỤ LỤC
{title}
"""


def plan(table: str, title: str = "DANH MỤC NHIỆM VỤ") -> Plan:
    """The plan whose only annex holds `table`."""
    return process(document(PLAN.format(title=title) + table), tagger=False)


@dataclass
class _Drawn:
    raw: str = ""
    lines: list[SourceLine] = field(default_factory=list)

    def add(self, text: str, path: str, cell: Cell | None = None) -> None:
        start = len(self.raw)
        self.raw += text + "\n"
        self.lines.append(SourceLine(start, start + len(text), path=path, cell=cell))


def document(text: str) -> SourceDocument:
    """The document that `text` draws."""
    drawn, rows, count = _Drawn(), [], 0
    for line in [*text.splitlines(), ""]:
        if "|" in line:
            rows.append([cell.strip() for cell in line.split("|")])
            continue
        if rows:
            _add_table(drawn, rows, count)
            rows, count = [], count + 1
        if line.strip():
            drawn.add(line.strip(), f"p{len(drawn.lines) + 1}")
    check_lines(drawn.raw, drawn.lines)
    return SourceDocument("drawn", "text/plain", "0" * 64, 0, None, drawn.raw, tuple(drawn.lines))


def _add_table(drawn: _Drawn, rows: list[list[str]], table: int) -> None:
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text in ("<", "^"):
                continue
            width = 1
            while c + width < len(row) and row[c + width] == "<":
                width += 1
            height = 1
            while r + height < len(rows) and rows[r + height][c] == "^":
                height += 1
            cell = Cell(table, r, c, height, width)
            for part in filter(None, (p.strip() for p in text.split("¶"))):
                drawn.add(part, f"t{table + 1}/r{r + 1}/c{c + 1}", cell)
