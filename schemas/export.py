"""The JSON Schema of a plan, made from the models.

`kehoach schema > schemas/json/plan.schema.json` renews the copy that other programs read.
"""

from __future__ import annotations

import json
from typing import Any

from schemas.plan import Plan


def plan_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of one line of `plans.jsonl`, which gives every field."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Plan.model_json_schema(mode="serialization"),
    }


def plan_schema_text() -> str:
    """The schema as indented JSON with a closing line end, as the kept copy holds it."""
    return json.dumps(plan_schema(), ensure_ascii=False, indent=2) + "\n"
