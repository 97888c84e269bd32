"""How fast the pipeline is, against underthesea's own tagging of the same text, in one process.

Outside the default run:

    python -m pytest tests/bench --benchmark-only

The ratio that matters is printed at the end: whole pipeline / `underthesea.pos_tag` alone.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

from extract.pipeline import extract
from extract.read import read

CORPUS = Path(__file__).parents[2] / "corpus"
FILES = sorted(p for p in CORPUS.iterdir() if p.suffix in (".txt", ".md") and p.name != "README.md")
SECONDS: dict[str, float] = {}


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return [read(path).raw for path in FILES]


def timed(name, benchmark, work, rounds):
    started = time.perf_counter()
    benchmark.pedantic(work, rounds=rounds, warmup_rounds=1)
    assert time.perf_counter() > started
    SECONDS[name] = benchmark.stats.stats.mean


def test_pos_tag_alone(benchmark, texts):
    from underthesea import pos_tag

    lines = [line for text in texts for line in text.split("\n") if line.strip()]
    timed("pos_tag", benchmark, lambda: [pos_tag(line[:1500]) for line in lines], rounds=2)


@pytest.mark.parametrize("tagger", [True, False], ids=["with-tagger", "without-tagger"])
def test_whole_pipeline(benchmark, texts, tagger):
    name = f"pipeline tagger={tagger}"
    timed(name, benchmark, lambda: [extract(text, tagger=tagger) for text in texts], rounds=3)


def test_start_up(benchmark):
    command = [sys.executable, "-m", "extract.cli.main", "--version"]
    timed("start-up", benchmark, lambda: subprocess.run(command, check=True), rounds=3)


def test_report(capsys):
    if "pos_tag" not in SECONDS:
        pytest.skip("run with the benchmarks above")
    characters = sum(len(read(path).raw) for path in FILES)
    with capsys.disabled():
        print(f"\n{len(FILES)} texts, {characters} characters")
        for name, seconds in SECONDS.items():
            print(f"{name:24} {seconds:8.3f} s   {seconds / SECONDS['pos_tag']:6.3f} of pos_tag")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{'peak memory':24} {peak:8.0f} MB")
