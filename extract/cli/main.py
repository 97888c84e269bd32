"""The command `kehoach`. One module a command; what is slow to load, they load when they run."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from extract.cli.doctor import doctor
from extract.cli.evaluate import evaluate
from extract.cli.lexicon import lexicon
from extract.cli.run import run
from extract.cli.schema import schema
from extract.cli.show import show
from extract.cli.words import say
from extract.errors import KehoachError

app = typer.Typer(no_args_is_help=True, pretty_exceptions_enable=False)
for command in (run, show, evaluate, schema, doctor):
    app.command()(command)
app.add_typer(lexicon, name="lexicon")


def _version(wanted: bool) -> None:
    if wanted:
        from extract.batch.versions import program_version

        typer.echo(f"kehoach {program_version()}")
        raise typer.Exit


@app.callback()
def kehoach(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Turn Vietnamese plan decisions into a structured dataset."""


def main() -> None:
    """Runs the command. Errors meant for people end in one sentence, all others in a traceback."""
    try:
        app()
    except KehoachError as error:
        from extract.batch.exits import exit_for

        say(error.vi, error.en)
        sys.exit(exit_for(error))


if __name__ == "__main__":
    main()
