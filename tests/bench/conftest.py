"""The rendered samples, made once for all benchmarks."""

from __future__ import annotations

import pytest
from rendered import Renderings, rendered_samples


@pytest.fixture(scope="session")
def renderings(tmp_path_factory: pytest.TempPathFactory) -> Renderings:
    return rendered_samples(tmp_path_factory.mktemp("forms"))
