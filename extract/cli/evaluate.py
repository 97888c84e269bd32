"""`kehoach evaluate`: how well plans agree with gold."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extract.cli.words import say
from extract.evaluate.values import Level

if TYPE_CHECKING:
    from extract.evaluate import Difference

COLUMNS = ("document", "record", "id", "field", "gold", "predicted")


def evaluate(
    plans: Annotated[
        Path,
        typer.Argument(metavar="PLANS", exists=True, dir_okay=False, help="A plans.jsonl."),
    ],
    gold_dir: Annotated[
        Path,
        typer.Argument(
            metavar="GOLD_DIR", exists=True, file_okay=False, help="Folder of *.gold.json files."
        ),
    ],
    more_names: Annotated[  # of "--only A B", B arrives here
        list[str] | None, typer.Argument(metavar="NAME", hidden=True)
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME...",
            help="Use only the gold of these decisions (file names, extension aside).",
            show_default=False,
        ),
    ] = None,
    errors: Annotated[
        bool,
        typer.Option(
            "--errors",
            help="Instead of the scores, list each difference: document, record, id, field,"
            " gold, predicted, separated by tabs. With --json, add the list.",
        ),
    ] = False,
    level: Annotated[Level, typer.Option(help="How strictly --errors compares.")] = Level.OVERLAP,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
) -> None:
    """Score plans against gold: precision, recall and F1 of each field.

    Values are compared on three levels: exact (letter by letter, white space aside), folded (case,
    tone placement, dashes and quotation marks aside) and overlap (nearly the same words). Then
    come the tasks' leads by how they were stated, and the records with every field right.
    """
    from extract.cli.score_tables import plain, print_rich, tables
    from extract.evaluate import read_gold, read_plans, score
    from extract.evaluate.scoring import stem

    names = {stem(name) for name in [*(only or ()), *(more_names or ())]}
    gold = [one for one in read_gold(gold_dir) if not names or stem(one.source) in names]
    for name in sorted(names - {stem(one.source) for one in gold}):
        say(f"Không có tệp chuẩn nào cho {name}.", f"There is no gold for {name}.")
    if not gold:
        say(
            f"Không có tệp *.gold.json nào dùng được trong {gold_dir}.",
            f"No *.gold.json file in {gold_dir} matches.",
        )
        raise typer.Exit(2)
    report = score(read_plans(plans), gold)
    for name in report.missing:
        say(f"Không có kế hoạch nào cho {name}.", f"There is no plan for {name}.")
    for name in report.unscored if not names else ():
        say(
            f"Không có tệp chuẩn nào cho kế hoạch {name}.", f"There is no gold for the plan {name}."
        )
    differences = report.differences_at(level) if errors else None
    if as_json:
        _echo(json.dumps(report.as_json(differences), ensure_ascii=False, indent=1))
    elif differences is not None:
        _echo("\n".join(["\t".join(COLUMNS), *map(_line, differences)]))
    elif sys.stdout.isatty():
        print_rich(tables(report))
    else:
        _echo("\n\n".join(map(plain, tables(report))))


def _line(difference: Difference) -> str:
    return "\t".join(getattr(difference, column) for column in COLUMNS)


def _echo(text: str) -> None:
    typer.echo(text.encode("utf-8"))
