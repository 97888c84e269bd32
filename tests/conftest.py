"""Fixtures for the tests of what works on plans."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sample import RAW, build_plan

from schemas.plan import Plan


@pytest.fixture
def raw() -> str:
    """The raw text of `plan`."""
    return RAW


@pytest.fixture
def plan() -> Plan:
    """The plan of `raw`, with a record of every kind."""
    return build_plan(RAW)


@pytest.fixture
def plan_of() -> Callable[..., Plan]:
    """Makes the plan of any text that holds `raw`."""
    return build_plan
