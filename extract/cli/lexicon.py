"""`kehoach lexicon`: checks the word lists, and says what they lack."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extract.cli.words import say

if TYPE_CHECKING:
    from schemas.plan import Plan

lexicon = typer.Typer(no_args_is_help=True, help="Check the word lists, and see what they lack.")

_MOST_CONTEXTS = 3
_AROUND = 40  # code points of context on each side


@lexicon.command()
def check() -> None:
    """Check every list: each example is found, each counter-example is not, each row makes sense.

    Faults go to stdout, one a line; the exit code is 1 where there are any.
    """
    from extract.batch.exits import Exit
    from extract.cli.lexicon_checks import lexicon_faults

    count = 0
    for count, fault in enumerate(lexicon_faults(), start=1):  # noqa: B007
        typer.echo(fault)
    if count:
        say(f"Danh mục có {count} lỗi.", f"The lists have {count} faults.")
        raise typer.Exit(Exit.FAILED)
    say("Danh mục không có lỗi.", "The lists have no faults.")


@lexicon.command()
def suggest(
    plans: Annotated[
        list[Path],
        typer.Argument(metavar="PLANS", exists=True, dir_okay=False, help="Files plans.jsonl."),
    ],
    least: Annotated[int, typer.Option(min=1, help="Leave out what is rarer.")] = 1,
) -> None:
    """List the agencies that no list knows, the most frequent first, as rows to complete.

    The rows are YAML for lexicons/agencies/names.yaml; how often each name stands, in how many
    decisions, and some of its surroundings are remarks above it.
    """
    from extract.evaluate.files import read_plans

    unknown = unresolved(plan for path in plans for plan in read_plans(path))
    shown = [mention for mention in unknown if mention.count >= least]
    for mention in shown:
        for line in row_lines(mention):
            typer.echo(line)
    say(f"{len(shown)} tên chưa có trong danh mục.", f"{len(shown)} names are in no list.")


@dataclass(slots=True)
class Unknown:
    """A name that resolved to nothing; `plans` are the ids of the plans that hold it."""

    name: str
    count: int = 0
    plans: set[str] = field(default_factory=set)
    contexts: list[str] = field(default_factory=list)
    candidates: list[str] = field(default_factory=list)


def unresolved(plans: Iterable[Plan]) -> list[Unknown]:
    """The names that resolved to nothing in `plans`, the most frequent first."""
    found: dict[str, Unknown] = {}
    for plan in plans:
        for assignment in (a for task in plan.tasks for a in task.assignments):
            if assignment.link != "unresolved":
                continue
            name = " ".join(assignment.name.split())
            mention = found.setdefault(name.lower(), Unknown(name))
            mention.count += 1
            mention.plans.add(plan.plan_id)
            span = assignment.span
            context = (
                f"{span.quote_prefix[-_AROUND:]}[{assignment.mention}]{span.quote_suffix[:_AROUND]}"
            )
            context = " ".join(context.split())
            if len(mention.contexts) < _MOST_CONTEXTS and context not in mention.contexts:
                mention.contexts.append(context)
            mention.candidates = assignment.candidates or mention.candidates
    return sorted(found.values(), key=lambda mention: (-mention.count, mention.name))


def row_lines(mention: Unknown) -> Iterator[str]:
    """The row of a name, with remarks above it."""
    import yaml

    from extract.resolve.agencies.ids import slug

    yield f"# {mention.count} × in {len(mention.plans)} plans"
    for context in mention.contexts:
        yield f"#   … {context} …"
    if mention.candidates:
        yield f"#   may be {', '.join(mention.candidates)}"
    row = {"id": slug(mention.name), "canonical": mention.name, "aliases": [], "abbr": []}
    text = yaml.safe_dump(
        [{**row, "examples": [mention.name]}], allow_unicode=True, sort_keys=False, width=1000
    )
    yield from text.rstrip("\n").split("\n")
