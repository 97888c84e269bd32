"""Loads the word lists of this package. Lists are data: YAML files, read once."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def table(name: str) -> dict[str, Any]:
    """The mapping in `NAME.yaml`, a path below this package ("agencies/heads")."""
    data = _read(name)
    if not isinstance(data, dict):
        raise TypeError(f"lexicon {name} is not a mapping")
    return data


@cache
def rows(name: str) -> list[dict[str, Any]]:
    """The list of rows in `NAME.yaml`, a path below this package."""
    data = _read(name)
    if not isinstance(data, list):
        raise TypeError(f"lexicon {name} is not a list of rows")
    return data


def _read(name: str) -> Any:  # noqa: ANN401
    source = resources.files(__package__).joinpath(f"{name}.yaml")
    return yaml.load(source.read_text(encoding="utf-8"), Loader=_LOADER)
