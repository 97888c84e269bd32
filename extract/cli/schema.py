"""`kehoach schema`: the JSON Schema of a plan."""

from __future__ import annotations

import typer


def schema() -> None:
    """Print the JSON Schema of one line of plans.jsonl."""
    from schemas.export import plan_schema_text

    typer.echo(plan_schema_text().encode("utf-8"), nl=False)
