"""Paragraphs behind numbered items: who does them, a further task, or what comes after the list."""

from __future__ import annotations

from extract.pipeline import extract
from schemas.records import Task

PLAN = """\
KẾ HOẠCH
Chăm sóc cây xanh năm 2024
I. NỘI DUNG THỰC HIỆN
1. Kiểm tra tình trạng cây xanh trên các tuyến phố, lập danh sách cây già cỗi cần thay thế.
Sở Xây dựng phối hợp với Công ty Cây xanh thực hiện trong tháng 3/2024.
2. Đăng tải tài liệu hướng dẫn chăm sóc cây xanh trên cổng thông tin để người dân làm theo.
Sở Thông tin và Truyền thông chủ trì, phối hợp với các đơn vị liên quan thực hiện.
Thời gian thực hiện: Quý II/2024.
3. Tổ chức các hoạt động hưởng ứng ngày hội trồng cây trên địa bàn toàn thành phố và các xã ven đô.
Xây dựng chương trình, phân công lực lượng tham gia.
Hội Nông dân vận động hội viên tham gia ngày hội.
Thời gian thực hiện: Quý I/2024.
4. Tổng kết công tác chăm sóc cây xanh, biểu dương các tập thể có nhiều đóng góp cho phong trào.
Ủy ban nhân dân thành phố yêu cầu các đơn vị nghiêm túc thực hiện Kế hoạch này.
"""


def tasks() -> dict[str, Task]:
    return {task.quote.split(" trên ")[0][:28]: task for task in extract(PLAN, tagger=False).tasks}


def test_whoever_a_sentence_names_does_the_item_above_it() -> None:
    check = tasks()["Kiểm tra tình trạng cây xanh"]
    assert check.lead == ["Sở Xây dựng"]
    assert check.coordinating == ["Công ty Cây xanh"]
    assert [d.edtf for d in check.deadlines] == ["2024-03"]
    assert check.assignments[0].evidence == "labelled"


def test_beside_it_a_schedule_line_counts_as_well() -> None:
    post = tasks()["Đăng tải tài liệu hướng dẫn "]
    assert post.lead == ["Sở Thông tin và Truyền thông"]
    assert post.coordinating == ["các đơn vị liên quan"]
    assert [d.edtf for d in post.deadlines] == ["2024-04/2024-06"]


def test_several_paragraphs_are_tasks_with_the_schedule_of_their_item() -> None:
    found = tasks()
    assert found["Tổ chức các hoạt động hưởng "].optional
    for name in ("Xây dựng chương trình, phân ", "Hội Nông dân vận động hội vi"):
        assert found[name].section == "I.3"
        assert [d.edtf for d in found[name].deadlines] == ["2024-01/2024-03"]


def test_behind_the_last_item_a_paragraph_is_no_part_of_it() -> None:
    found = tasks()
    assert found["Tổng kết công tác chăm sóc c"].section == "I"
    assert not found["Tổng kết công tác chăm sóc c"].deadlines
    assert "I.4" not in {section.id for section in extract(PLAN, tagger=False).sections}


CARRIED = """\
KẾ HOẠCH
Chăm sóc cây xanh năm 2024
I. TỔ CHỨC THỰC HIỆN
1. Sở Xây dựng chủ trì, phối hợp với Sở Tài chính kiểm tra cây xanh trên các tuyến phố trong quý I.
Rà soát các tuyến phố chưa có cây xanh.
Hội Nông dân vận động hội viên tham gia.
Thay thế cây già cỗi.
2. Bố trí kinh phí chăm sóc cây xanh.
"""


def test_a_paragraph_goes_on_with_the_subject_of_the_sentence_before() -> None:
    leads = {task.quote: task.lead for task in extract(CARRIED, tagger=False).tasks}
    assert leads["Rà soát các tuyến phố chưa có cây xanh"] == ["Sở Xây dựng"]
    assert leads["Hội Nông dân vận động hội viên tham gia"] == ["Hội Nông dân"]
    assert leads["Thay thế cây già cỗi"] == []  # of which of the two cannot be told
    assert leads["Bố trí kinh phí chăm sóc cây xanh"] == []
