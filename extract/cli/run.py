"""`kehoach run`: decisions in, dataset out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extract.cli.words import say

if TYPE_CHECKING:
    from extract.batch.run import Outcome


def run(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="INPUT...",
            help="Files, folders or patterns; without any, the sample decisions.",
            show_default=False,
        ),
    ] = None,
    out: Annotated[
        Path, typer.Option(help="Folder that the dataset is written to.", file_okay=False)
    ] = Path("output"),
    tagger: Annotated[
        bool, typer.Option("--tagger/--no-tagger", help="Whether to use the word tagger.")
    ] = True,
    as_json: Annotated[bool, typer.Option("--json", help="Print run.json on stdout.")] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", help="No progress bar and no summary, only failures.")
    ] = False,
) -> None:
    """Read decisions and write the dataset: plans.jsonl, tables/, texts/ and run.json.

    Ends with 0 when all is done, 1 when a document failed (each is listed), 2 for a wrong use, 3
    when a needed program is missing, 4 when the output cannot be written or fails its schema, 130
    after Ctrl-C.
    """
    from functools import partial

    from extract.batch.inputs import find_inputs, sample_corpus
    from extract.batch.run import run as run_batch
    from extract.pipeline import process

    if "" in (inputs or ()):  # an unset variable of a script: not the folder we are in
        raise typer.BadParameter("an empty name", param_hint="INPUT")
    outcome = run_batch(
        find_inputs(inputs or [sample_corpus()], skip=out),
        out,
        partial(process, tagger=tagger),
        tagger=tagger,
        progress=iter if quiet or not sys.stderr.isatty() else _bar,
    )
    for failure in outcome.run.failures:
        say(failure.vi, failure.en)
    if not quiet:
        _summary(outcome, out)
    if as_json:
        typer.echo(outcome.run.model_dump_json(indent=2).encode("utf-8"))
    raise typer.Exit(outcome.exit)


def _bar(paths: Sequence[Path]) -> Iterable[Path]:
    """The paths, with a progress bar on stderr."""
    from rich.console import Console
    from rich.progress import track

    return track(paths, description="kehoach", console=Console(stderr=True), transient=True)


def _summary(outcome: Outcome, out: Path) -> None:
    """The outcome in words."""
    run = outcome.run
    states = [item.status for item in run.inputs]
    done, failed, twice = (states.count(state) for state in ("done", "failed", "duplicate"))
    targets, tasks, findings = (run.counts[name] for name in ("targets", "tasks", "findings"))
    vi = f"Đã đọc {done} văn bản: {targets} chỉ tiêu, {tasks} nhiệm vụ"
    vi += f", {findings} điểm cần xem lại."
    en = f"Documents read: {done} (targets: {targets}, tasks: {tasks}, findings: {findings})."
    if twice:
        vi += f" Tệp trùng nội dung với tệp khác: {twice}."
        en += f" Files with the same content as another: {twice}."
    if failed:
        vi += f" Tệp không xử lý được, đã nêu ở trên: {failed}."
        en += f" Files that failed, listed above: {failed}."
    if run.interrupted:
        vi += " Đã dừng giữa chừng; phần đã xong vẫn được ghi."
        en += " Interrupted; what was finished is written."
    say(f"{vi} Kết quả: {out}", f"{en} Results: {out}")
