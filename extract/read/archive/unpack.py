"""The files in a ZIP file, one after the other, within limits; nothing is written to disk."""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extract.errors import ReadError
from extract.read.archive.names import is_hidden, name_of
from extract.read.problems import problem
from extract.read.sniff import sniff

MOST_MEMBERS = 5_000
LARGEST_MEMBER = 200_000_000
LARGEST_IN_ALL = 2_000_000_000
"""Bytes, unpacked."""

_RATIO = 200
"""A member that unpacks to more than this many times its size is refused, if it is large at all."""
_SMALL = 20_000_000
_CHUNK = 1 << 20
_DEEPEST = 1
"""Archives within archives that are opened."""
_ENTRY = b"PK\x01\x02"
_MOST_ENTRIES = 50_000  # any of them in the bytes, those of documents included
_ENCRYPTED = 0x1
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)


def members(path: Path, data: bytes) -> Iterator[tuple[str, bytes | ReadError]]:
    """Name and bytes of each file in the ZIP file `data`, in its order.

    Names have forward slashes, are different from each other and stay below the archive; folders,
    links and what systems and editors put there are left out. A ZIP file within it counts as a
    folder; one within that is an error. A member that cannot be had comes with its error:
    `encrypted`, `damaged`, `unpacks_too_large`, `too_complex`, `empty`.

    Raises:
        ReadError: `damaged`, `too_complex` (too many members), `unpacks_too_large` (in all).
    """
    yield from _unpack(path, data, _Budget(path), 0)


@dataclass(slots=True)
class _Budget:
    """What may still be unpacked of one file."""

    path: Path
    bytes: int = LARGEST_IN_ALL
    members: int = MOST_MEMBERS

    def member(self) -> None:
        self.members -= 1
        if self.members < 0:
            reason = f"more than {MOST_MEMBERS} members"
            raise problem("too_complex", self.path, reason=reason)

    def spend(self, size: int) -> None:
        self.bytes -= size
        if self.bytes < 0:
            raise problem("unpacks_too_large", self.path, limit=LARGEST_IN_ALL // 1_000_000)


def _unpack(
    path: Path, data: bytes, budget: _Budget, depth: int
) -> Iterator[tuple[str, bytes | ReadError]]:
    used: dict[str, int] = {}
    with _open(path, data) as archive:
        for info in archive.infolist():
            name = name_of(info)
            if info.is_dir() or is_hidden(name) or stat.S_ISLNK(info.external_attr >> 16):
                continue
            budget.member()
            name = _unused(name, used)
            held = _held(path / name, archive, info, budget)
            if isinstance(held, ReadError) or sniff(held) != "zip":
                yield name, held
            elif depth == _DEEPEST:
                reason = "an archive within an archive within an archive"
                yield name, problem("too_complex", path / name, reason=reason)
            else:
                try:
                    for inner, file in _unpack(path / name, held, budget, depth + 1):
                        yield f"{name}/{inner}", file
                except ReadError as error:
                    if budget.bytes < 0 or budget.members < 0:
                        raise
                    yield name, error


def _open(path: Path, data: bytes) -> zipfile.ZipFile:
    if data.count(_ENTRY) > _MOST_ENTRIES:
        raise problem("too_complex", path, reason=f"more than {MOST_MEMBERS} members")
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN as error:
        raise problem("damaged", path, reason=_reason(error)) from None


def _held(
    path: Path, archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: _Budget
) -> bytes | ReadError:
    """What the member holds; its declared size is not believed."""
    if info.flag_bits & _ENCRYPTED:
        return problem("encrypted", path)
    chunks: list[bytes] = []
    size = 0
    try:
        with archive.open(info) as file:
            while chunk := file.read(_CHUNK):
                size += len(chunk)
                budget.spend(len(chunk))
                if size > LARGEST_MEMBER or (
                    size > _SMALL and size > _RATIO * max(info.compress_size, 1)
                ):
                    return problem(
                        "unpacks_too_large", path, limit=min(size, LARGEST_MEMBER) // 1_000_000
                    )
                chunks.append(chunk)
    except _BROKEN as error:
        return problem("damaged", path, reason=_reason(error))
    return b"".join(chunks) if size else problem("empty", path)


def _reason(error: Exception) -> str:
    return str(error) or type(error).__name__


def _unused(name: str, used: dict[str, int]) -> str:
    """`name`, with a number where an earlier member has it."""
    found = name
    while found in used:
        used[name] += 1
        stem, dot, suffix = name.rpartition(".")
        found = f"{stem} ({used[name]}){dot}{suffix}" if stem else f"{name} ({used[name]})"
    used[found] = 1
    return found
