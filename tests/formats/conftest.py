"""The files and readings that the tests of one session share."""

from __future__ import annotations

import pytest
from rendered import Readings, Renderings, rendered_samples


@pytest.fixture(scope="session")
def renderings(tmp_path_factory: pytest.TempPathFactory) -> Renderings:
    return rendered_samples(tmp_path_factory.mktemp("forms"))


@pytest.fixture(scope="session")
def reading() -> Readings:
    return Readings()
