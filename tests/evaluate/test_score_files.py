"""Reading plans and gold, and what is said where a file is broken."""

import json

import pytest
from gold_and_plans import GOLD, changed, gold_of, plan_of

from extract.errors import ReadError
from extract.evaluate import read_gold, read_plans
from schemas.gold import GoldTask

PLAN = plan_of(GOLD)
LINE = PLAN.model_dump_json()


@pytest.mark.parametrize("end", ["", "\n", "\r\n", "\n\n"])
def test_plans_are_read_line_by_line(tmp_path, end):
    path = tmp_path / "plans.jsonl"
    path.write_bytes(f"\ufeff{LINE}\n\n{LINE}{end}".encode())  # as an editor may leave it
    assert list(read_plans(path)) == [PLAN, PLAN]


def test_a_line_separator_inside_a_text_ends_no_line(tmp_path):
    plan = PLAN.model_copy(update={"plan_id": "một\u2028hai"})
    path = tmp_path / "plans.jsonl"
    path.write_text(plan.model_dump_json(), encoding="utf-8")
    assert list(read_plans(path)) == [plan]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (LINE[:-9].encode(), "Invalid JSON"),
        (b"\xff\xfe", "Invalid JSON"),
        (b"[]", "object"),
        (LINE.replace('"quote"', '"quoting"', 1).encode(), "field targets.0.quote: Field required"),
        (LINE.replace('"ke_hoach"', '"sach"').encode(), "field document.doc_type: Input should be"),
    ],
)
def test_a_broken_line_is_named_with_its_reason(tmp_path, line, reason):
    path = tmp_path / "plans.jsonl"
    path.write_bytes(LINE.encode() + b"\n" + line + b"\n")
    with pytest.raises(ReadError) as caught:
        list(read_plans(path))
    assert str(caught.value).startswith(f"{path}, line 2")
    assert reason in caught.value.en
    assert caught.value.vi.startswith(f"{path}, dòng 2")


def test_a_folder_is_no_file_of_plans(tmp_path):
    with pytest.raises(ReadError, match="cannot be read"):
        list(read_plans(tmp_path))


def write_gold(folder, name, data):
    (folder / name).write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


def test_gold_is_read_by_file_name(tmp_path):
    write_gold(tmp_path, "b.gold.json", GOLD | {"source": "b.txt"})
    write_gold(tmp_path, "a.gold.json", GOLD | {"source": "a.txt"})
    write_gold(tmp_path, "c.json", {})
    assert [gold.source for gold in read_gold(tmp_path)] == ["a.txt", "b.txt"]


@pytest.mark.parametrize(
    ("path", "value", "field"),
    [
        ("tasks.1.leads", ["Sở Nội vụ"], "tasks.1.leads"),  # a slip in a name is no extra field
        ("targets.0.measure.value", "tám mươi", "targets.0.measure.value"),
        ("sections.0.kinds", ["nhiem_vu"], "sections.0.kinds.0"),
        ("tasks.0.quote", "", "tasks.0.quote"),
        ("source", None, "source"),
    ],
)
def test_broken_gold_is_named_with_its_field(tmp_path, path, value, field):
    write_gold(tmp_path, "a.gold.json", changed(GOLD, path, value))
    with pytest.raises(ReadError) as caught:
        list(read_gold(tmp_path))
    assert f"{tmp_path / 'a.gold.json'}, field {field}: " in caught.value.en
    assert f"{tmp_path / 'a.gold.json'}, trường {field}: " in caught.value.vi


def test_null_and_absent_are_the_same():
    short = GoldTask.model_validate({"quote": "Mua sách"})
    long = {"quote": "Mua sách", "section": None, "lead": None, "deadlines": None, "product": None}
    assert GoldTask.model_validate(long) == short
    assert short.lead == []


def test_any_part_of_gold_may_carry_notes():
    for path in ("notes", "document.notes", "sections.0.notes", "tasks.0.deadlines.0.notes"):
        assert gold_of(changed(GOLD, path, "xem lại")) != gold_of(GOLD)
