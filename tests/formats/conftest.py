"""The files and readings that the tests of one session share."""

from __future__ import annotations

import pytest
from render.sample import decision
from rendered import SAMPLES, Readings, Renderings


@pytest.fixture(scope="session")
def renderings(tmp_path_factory: pytest.TempPathFactory) -> Renderings:
    decisions = {path.stem: decision(path) for path in SAMPLES.values()}
    return Renderings(tmp_path_factory.mktemp("forms"), decisions)


@pytest.fixture(scope="session")
def reading() -> Readings:
    return Readings()
