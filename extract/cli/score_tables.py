"""A score report as tables: rich ones on a terminal, plain columns elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from extract.evaluate.values import Level

if TYPE_CHECKING:
    from extract.evaluate import Report, Tally


class Table(NamedTuple):
    """Column heads, and rows of as many cells; the first column names the row."""

    head: list[str]
    rows: list[list[str]]


def tables(report: Report) -> list[Table]:
    """The fields and their means, the leads by how they were stated, the records fully right."""
    levels = [report.levels[level] for level in Level]
    measures = [f"{level} {name}" for level in Level for name in ("P", "R", "F1")]
    macro = [cell for scores in levels for cell in ("", "", _number(scores.macro_f1))]
    micro = [cell for scores in levels for cell in ("", "", _number(scores.micro_f1))]
    fields = _rows([scores.fields for scores in levels])
    fields += [["macro F1", "", *macro], ["micro F1", "", *micro]]
    leads = _rows([scores.leads for scores in levels])
    exact = [
        [kind, str(count.support), *(_number(scores.records[kind].share) for scores in levels)]
        for kind, count in levels[0].records.items()
    ]
    return [
        Table(["field", "gold", *measures], fields),
        Table(["lead stated", "gold", *measures], leads),
        Table(["every field right", "gold", *Level], exact),
    ]


def plain(table: Table) -> str:
    """The table in columns two spaces apart."""
    lines = [table.head, *table.rows]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if column else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        )
        for line in lines
    )


def print_rich(report_tables: Sequence[Table]) -> None:
    """Print tables on a terminal, narrow enough for 80 columns."""
    from rich.console import Console
    from rich.table import Table as RichTable

    console = Console()
    for table in report_tables:
        shown = RichTable(box=None, padding=(0, 1, 0, 0), pad_edge=False, header_style="bold")
        for column, head in enumerate(table.head):
            shown.add_column(
                _stacked(head) if column else head,
                justify="right" if column else "left",
                style="bold" if head.endswith("F1") else "",
                no_wrap=True,
            )
        for name, *cells in table.rows:
            shown.add_row(_indented(name), *cells)
        console.print(shown)
        console.print()


def _stacked(head: str) -> str:
    """The head in two lines; the level stands above the first of its columns only."""
    level, _, measure = head.rpartition(" ")
    return f"{level if measure == 'P' else ''}\n{measure}" if level else head


def _indented(name: str) -> str:
    """The name of a row; fields of a record are set in below it ("tasks: lead")."""
    record, _, field = name.partition(": ")
    return f"  {field}" if field else record


def _rows(levels: Sequence[dict[str, Tally]]) -> list[list[str]]:
    """A row for each name with anything to count: gold values, then P, R and F1 of each level."""
    rows = []
    for name in levels[0]:
        tallies = [tallies[name] for tallies in levels]
        if not tallies[0].empty:
            ratios = [ratio for t in tallies for ratio in (t.precision, t.recall, t.f1)]
            rows.append([name, str(tallies[0].support), *map(_number, ratios)])
    return rows


def _number(ratio: float) -> str:
    return f"{ratio:.3f}"
