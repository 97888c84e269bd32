"""Tasks with what they inherit: labelled lines, headings, schedules, table columns."""

from extract.pipeline import extract

PLAN = """\
KẾ HOẠCH
Chuyển đổi số trong trường học năm 2024
I. NHIỆM VỤ
1. Tập huấn kỹ năng số cho giáo viên
- Hình thức: Trực tiếp tại 12 cụm trường.
- Số lượng: 04 lớp/năm (40 người/01 lớp).
- Thời gian thực hiện: Quý II/2024.
- Phương thức thực hiện: Sở Giáo dục và Đào tạo chủ trì, phối hợp với Sở Thông tin và Truyền thông.
- Sản phẩm: Báo cáo kết quả tập huấn.
2. Xây dựng kho học liệu
- Nội dung:
+ Số hóa bài giảng.
+ Thẩm định học liệu, hoàn thành trước ngày 30/9/2024.
- Cơ quan chủ trì: Sở Giáo dục và Đào tạo.
- Đơn vị phối hợp: các trường trung học phổ thông; Thư viện tỉnh.
- Thời gian hoàn thành: Tháng 12 năm 2024.
3. Rà soát đường truyền. Cơ quan chủ trì: VNPT tỉnh; thời gian hoàn thành: Quý I năm 2024.
II. TỔ CHỨC THỰC HIỆN
1. Sở Tài chính
Bố trí kinh phí hằng năm.
2. Các trường học chủ động triển khai.
PHỤ LỤC
DANH MỤC NHIỆM VỤ
| TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành | Sản phẩm |
|---|---|---|---|---|---|
| 1 | Ban hành quy chế | Sở Nội vụ | Sở Tư pháp, Công an tỉnh | Quý III/2024 | Quyết định |
| 2 | Kiểm tra 15 trường | nt | | 12/2024 | |
"""


def tasks() -> dict[str, object]:
    return {task.quote: task for task in extract(PLAN, tagger=False).tasks}


def test_labelled_lines_fill_the_task_above_them():
    task = tasks()["Tập huấn kỹ năng số cho giáo viên"]
    assert task.lead == ["Sở Giáo dục và Đào tạo"]
    assert task.coordinating == ["Sở Thông tin và Truyền thông"]
    assert [(q.value, q.unit, q.per) for q in task.quantities] == [
        (12, "cụm", None),
        (4, "lớp", "year"),
        (40, "người", "lớp"),
    ]
    assert [(d.edtf, d.evidence) for d in task.deadlines] == [("2024-04/2024-06", "labelled")]
    assert task.product == "Báo cáo kết quả tập huấn"
    assert task.section == "I.1"


def test_items_of_a_group_take_its_roles_and_schedule():
    found = tasks()
    group, first, second = (
        found["Xây dựng kho học liệu"],
        found["Số hóa bài giảng"],
        found["Thẩm định học liệu, hoàn thành trước ngày 30/9/2024"],
    )
    assert group.optional
    for task in (first, second):
        assert task.lead == ["Sở Giáo dục và Đào tạo"]
        assert task.coordinating == ["các trường trung học phổ thông", "Thư viện tỉnh"]
        assert {a.evidence for a in task.assignments} == {"labelled"}
    assert [(d.edtf, d.evidence) for d in first.deadlines] == [("2024-12", "inherited_schedule")]
    assert [(d.edtf, d.evidence) for d in second.deadlines] == [("../2024-09-30", "direct")]


def test_labels_inside_a_sentence():
    task = tasks()["Rà soát đường truyền"]
    assert task.lead == ["VNPT tỉnh"]
    assert [d.edtf for d in task.deadlines] == ["2024-01/2024-03"]


def test_a_heading_charges_what_stands_below_it():
    task = tasks()["Bố trí kinh phí hằng năm"]
    assert [(a.mention, a.evidence) for a in task.assignments] == [
        ("Sở Tài chính", "inherited_heading")
    ]
    assert [(d.edtf, d.recurrence) for d in task.deadlines] == [(None, ["P1Y"])]


def test_table_rows_are_tasks_and_nt_repeats_the_cell_above():
    found = tasks()
    first, second = found["Ban hành quy chế"], found["Kiểm tra 15 trường"]
    assert (first.section, first.lead, first.product) == ("PL", ["Sở Nội vụ"], "Quyết định")
    assert first.coordinating == ["Sở Tư pháp", "Công an tỉnh"]
    assert second.lead == ["Sở Nội vụ"]
    assert [d.edtf for d in second.deadlines] == ["2024-12"]
    assert {a.evidence for t in (first, second) for a in t.assignments} == {"table"}


def test_ids_stay_when_another_section_changes():
    changed = PLAN.replace("Bố trí kinh phí hằng năm.", "Cân đối, bố trí kinh phí hằng năm.")
    before = {t.id for t in extract(PLAN, tagger=False).tasks}
    after = {t.id for t in extract(changed, tagger=False).tasks}
    plan_before, plan_after = ({i.split("/")[0] for i in ids} for ids in (before, after))
    strip = lambda ids: {i.split("/", 1)[1] for i in ids}  # noqa: E731
    assert len(strip(before) - strip(after)) == 1
    assert len(plan_before) == len(plan_after) == 1
    assert before == {t.id for t in extract(PLAN, tagger=False).tasks}


def test_a_leader_of_dots_is_no_task():
    blank = PLAN.replace("2. Các trường học chủ động triển khai.", "2. ;;;;;;;;;;;;;;;;;;;;")
    assert all(task.quote for task in extract(blank, tagger=False).tasks)
    assert len(extract(blank, tagger=False).tasks) == len(tasks()) - 1
