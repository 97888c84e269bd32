"""The run loop: files in, dataset out, one failing document never stopping the others."""

from __future__ import annotations

import datetime as dt
import time
import traceback
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from extract.batch.exits import Exit, exit_for
from extract.batch.versions import versions
from extract.check.spans import broken_spans
from extract.errors import KehoachError, ReadError
from extract.read import contents, read_data, shown
from extract.read.source import SourceDocument
from extract.write.atomic import write_text
from extract.write.jsonl import to_line, write_lines
from extract.write.tables import write_tables
from extract.write.texts import write_raw
from schemas.frames import frames
from schemas.plan import Plan
from schemas.run import Failure, Input, Run

Process = Callable[[SourceDocument], Plan]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What `run.json` says, and what the command ends with."""

    run: Run
    exit: Exit


def run(
    inputs: Sequence[Path],
    out: Path,
    process: Process,
    *,
    tagger: bool,
    progress: Callable[[Sequence[Path]], Iterable[Path]] = iter,
) -> Outcome:
    """Reads the inputs in order and writes the dataset to the folder `out`.

    `process` makes a plan of a document; `tagger` says whether it uses the tagger, for `run.json`.
    `progress` passes the inputs on one by one, and may show how far it is. Texts are written as
    they are done, all else at the end, and after Ctrl-C everything that was finished. What is
    written is always a whole file.

    Raises:
        OutputError: `not_written`, when the dataset cannot be written.
    """
    started = dt.datetime.now(dt.UTC)
    batch = _Batch(out, process)
    interrupted = False
    try:
        for path in progress(inputs):
            batch.take(path)
    except KeyboardInterrupt:
        interrupted = True
    with batch.timed("write"):
        tables = frames(plan for plan, _ in batch.done)
        write_lines(out / "plans.jsonl", (line for _, line in batch.done))
        write_tables(out / "tables", tables)
    result = Run(
        versions=versions(tagger=tagger),
        started=started,
        seconds=(dt.datetime.now(dt.UTC) - started).total_seconds(),
        interrupted=interrupted,
        counts={name: len(frame) for name, frame in tables.items()},
        timings=dict(batch.timings),
        inputs=batch.inputs,
        failures=batch.failures,
    )
    write_text(out / "run.json", result.model_dump_json(indent=2) + "\n")
    return Outcome(result, Exit.INTERRUPTED if interrupted else batch.exit)


@dataclass(slots=True)
class _Batch:
    """The documents so far."""

    out: Path
    process: Process
    done: list[tuple[Plan, str]] = field(default_factory=list)
    """Plans with their lines of `plans.jsonl`."""
    inputs: list[Input] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    timings: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    exit: Exit = Exit.DONE
    plan_ids: dict[str, str] = field(default_factory=dict)
    """By the SHA-256 of the file."""
    taken: set[str] = field(default_factory=set)
    """The plan ids given so far."""

    @contextmanager
    def timed(self, stage: str) -> Iterator[None]:
        """Adds the time of the block to the stage's."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.timings[stage] += time.perf_counter() - start

    def take(self, path: Path) -> None:
        """One file; of an archive, each of its documents."""
        try:
            for name, data in contents(path):
                self._take(name, data)
        except Exception as error:
            self._fail(path, error)
            self.inputs.append(Input(path=shown(path), status="failed", seconds=0))

    def _take(self, path: Path, data: bytes | ReadError) -> None:
        """One document, from bytes to plan or failure."""
        start = time.perf_counter()
        source = plan_id = None
        status = "failed"
        try:
            with self.timed("read"):
                source = read_data(path, data)
            status = "duplicate" if source.sha256 in self.plan_ids else "done"
            plan_id = self.plan_ids.get(source.sha256) or self._plan(source)
        except Exception as error:
            status = "failed"
            self._fail(path, error)
        self.inputs.append(
            Input(
                path=shown(path),
                status=status,
                plan_id=plan_id,
                sha256=source and source.sha256,
                size=source and source.size,
                seconds=time.perf_counter() - start,
            )
        )

    def _fail(self, path: Path, error: Exception) -> None:
        self.exit = max(self.exit, exit_for(error))
        self.failures.append(_failure(path, error))

    def _plan(self, source: SourceDocument) -> str:
        """Makes the plan of a document and keeps it when it holds; returns its id."""
        with self.timed("extract"):
            plan = self._named_apart(self.process(source))
        with self.timed("check"):
            if broken := broken_spans(plan, source.raw, source.lines):
                raise _SpanMismatchError(source.path, broken)
            line = to_line(plan)
        with self.timed("write"):
            write_raw(self.out / "texts", plan.plan_id, source.raw)
        self.plan_ids[source.sha256] = plan.plan_id
        self.taken.add(plan.plan_id)
        self.done.append((plan, line))
        return plan.plan_id

    def _named_apart(self, plan: Plan) -> Plan:
        """The plan, under an id of its own where another document's plan has the same."""
        if plan.plan_id not in self.taken:
            return plan
        return plan.model_copy(update={"plan_id": f"{plan.plan_id}-{plan.source.sha256[:8]}"})


class _SpanMismatchError(KehoachError):
    """A record does not stand where its span says. `broken` has a line for each."""

    def __init__(self, path: str, broken: list[str]) -> None:
        super().__init__(
            "span_mismatch",
            f"{path}: {len(broken)} chỗ trích không khớp với văn bản gốc.",
            f"{path}: {len(broken)} spans do not hold in the raw text, such as {broken[0]}.",
        )
        self.broken = broken


def _failure(path: Path, error: Exception) -> Failure:
    """What `run.json` says of it. The sentences always name the file."""
    name = shown(path)
    if isinstance(error, KehoachError):
        code, vi, en = error.code, error.vi, error.en
        details = "\n".join(error.broken) if isinstance(error, _SpanMismatchError) else None
    else:
        what = f"{type(error).__name__}: {error}"[:300]
        code, vi, en = "bug", f"lỗi của chương trình ({what}).", f"a fault of the program ({what})."
        details = "".join(traceback.format_exception(error))
    vi, en = (said if name in said else f"{name}: {said}" for said in (vi, en))
    return Failure(
        path=name,
        code=code,
        vi=_writable(vi),
        en=_writable(en),
        details=details and _writable(details),
    )


def _writable(text: str) -> str:
    """Without the lone surrogates that no file can hold."""
    return text.encode("utf-8", errors="replace").decode("utf-8")
