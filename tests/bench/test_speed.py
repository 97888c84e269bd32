"""How fast the pipeline is, against underthesea's own tagging of the same text, in one process.

Outside the default run:

    python -m pytest tests/bench --benchmark-only

Printed at the end: the best round of each, its ratio to `underthesea.pos_tag` alone, and the most
memory that `kehoach run` held over all sample decisions.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from extract.pipeline import extract
from extract.read import SUFFIXES, read

CORPUS = Path(__file__).parents[2] / "corpus"
FILES = sorted(p for p in CORPUS.iterdir() if p.suffix in SUFFIXES and p.name != "README.md")
COMMAND = """
import atexit, pathlib
from extract.cli.main import main
atexit.register(lambda: print(pathlib.Path("/proc/self/status").read_text()))
main()
"""
SECONDS: dict[str, float] = {}
PEAK: list[float] = []  # MB


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return [read(path).raw for path in FILES]


@pytest.fixture(scope="module", autouse=True)
def report(request, texts):
    yield
    if "pos_tag" not in SECONDS:
        return
    with request.config.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
        print(f"\n\n{len(texts)} texts, {sum(map(len, texts))} characters")
        for name, seconds in SECONDS.items():
            print(f"{name:24} {seconds:8.3f} s   {seconds / SECONDS['pos_tag']:6.3f} of pos_tag")
        for megabytes in PEAK:
            print(f"{'kehoach run, peak':24} {megabytes:8.0f} MB")


def timed(name, benchmark, work, rounds):
    benchmark.pedantic(work, rounds=rounds, warmup_rounds=1)
    SECONDS[name] = benchmark.stats.stats.min


def test_pos_tag_alone(benchmark, texts):
    from underthesea import pos_tag

    lines = [line for text in texts for line in text.split("\n") if line.strip()]
    timed("pos_tag", benchmark, lambda: [pos_tag(line[:1500]) for line in lines], rounds=3)


@pytest.mark.parametrize("tagger", [True, False], ids=["with-tagger", "without-tagger"])
def test_whole_pipeline(benchmark, texts, tagger):
    name = f"pipeline, {'with' if tagger else 'no'} tagger"
    timed(name, benchmark, lambda: [extract(text, tagger=tagger) for text in texts], rounds=5)


def test_start_up(benchmark):
    command = [sys.executable, "-m", "extract.cli.main", "--version"]
    timed("start-up (--version)", benchmark, lambda: subprocess.run(command, check=True), rounds=3)


def test_run(benchmark, tmp_path):
    command = [sys.executable, "-c", COMMAND, "run", str(CORPUS), "--out", str(tmp_path)]
    done = []

    def work():
        done.append(subprocess.run(command, check=True, capture_output=True, text=True))

    timed("kehoach run", benchmark, work, rounds=3)
    found = re.search(r"VmHWM:\s+(\d+) kB", done[-1].stdout)
    assert found
    PEAK.append(int(found[1]) / 1024)
