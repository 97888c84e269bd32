"""Reads what is compared: plans from `plans.jsonl`, gold from a folder of `*.gold.json`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from extract.errors import KehoachError, ReadError
from schemas.base import Model
from schemas.gold import Gold
from schemas.plan import Plan

M = TypeVar("M", bound=Model)

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_REASONS = {
    "missing": "thiếu trường này",
    "extra_forbidden": "không có trường nào tên như vậy",
    "json_invalid": "không phải JSON hợp lệ",
}
"""Common reasons in Vietnamese, by pydantic's type of error."""


def read_plans(path: Path) -> Iterator[Plan]:
    """The plans of a `plans.jsonl`, one line each; empty lines are passed over.

    Raises ReadError naming the file, the line and the reason where a line holds no plan.
    """
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    place = f"{path}, dòng {number}", f"{path}, line {number}"
                    yield _parse(Plan, line.removeprefix(_BYTE_ORDER_MARK), *place)
    except OSError as error:
        raise _unreadable(path, error) from error


def read_gold(folder: Path) -> Iterator[Gold]:
    """The gold of every `*.gold.json` directly in a folder, by file name.

    Raises ReadError naming the file, the field and the reason where a file breaks the format.
    """
    for path in sorted(folder.glob("*.gold.json")):
        try:
            data = path.read_bytes()
        except OSError as error:
            raise _unreadable(path, error) from error
        yield _parse(Gold, data.removeprefix(_BYTE_ORDER_MARK), str(path), str(path))


def _parse(model: type[M], data: bytes, vi: str, en: str) -> M:
    """The data as a model; `vi` and `en` say where it stands."""
    try:
        return model.model_validate_json(data)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        field = ".".join(map(str, first["loc"]))
        in_vi, in_en = (f", trường {field}", f", field {field}") if field else ("", "")
        reason = _REASONS.get(first["type"], f"giá trị không đúng quy định ({first['msg']})")
        raise ReadError(
            "invalid_data", f"{vi}{in_vi}: {reason}.", f"{en}{in_en}: {first['msg']}."
        ) from error


def _unreadable(path: Path, error: OSError) -> KehoachError:
    reason = error.strerror or str(error)
    return ReadError(
        "unreadable", f"{path}: không đọc được ({reason}).", f"{path}: cannot be read ({reason})."
    )
