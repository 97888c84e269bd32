"""Reads what is compared: plans from `plans.jsonl`, gold from `*.gold.json`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from extract.errors import KehoachError
from schemas.gold import Gold
from schemas.plan import Plan

# By pydantic's type of error; its own words stand in for all others.
_REASONS = {
    "missing": "trường bắt buộc mà không có (is required)",
    "extra_forbidden": "không có trường nào tên như vậy (there is no such field)",
    "json_invalid": "không phải JSON hợp lệ (is not valid JSON)",
}
