from __future__ import annotations

import json
from importlib.resources import files

from schemas.export import plan_schema, plan_schema_text
from schemas.plan import Plan


def test_the_kept_schema_is_that_of_the_models() -> None:
    """Renew it with `kehoach schema > schemas/json/plan.schema.json`."""
    kept = files("schemas").joinpath("json/plan.schema.json").read_text(encoding="utf-8")
    assert kept == plan_schema_text()


def test_the_schema_names_what_a_line_holds(plan: Plan) -> None:
    line = json.loads(plan.model_dump_json())
    schema = plan_schema()
    assert list(schema["properties"]) == list(line)
    assert schema["required"] == list(line)
    assert list(schema["$defs"]["Task"]["properties"]) == list(line["tasks"][0])
