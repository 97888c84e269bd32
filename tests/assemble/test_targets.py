"""Goal statements split into levels, with subjects and times; gold as "subject: value"."""

import pytest
from marked import unmark

from extract.assemble.split import split
from extract.assemble.subjects import subject
from extract.find.quantities import find_quantities
from extract.find.words import Tagger
from extract.pipeline import extract


def levels(statement: str) -> list[str]:
    return [statement[p.start : p.end] for p in split(statement, find_quantities(statement))]


@pytest.mark.parametrize(
    ("statement", "quotes"),
    [
        (
            "Ít nhất 70% hộ dân; ít nhất 60% hộ kinh doanh; 50% trường học có thùng phân loại rác.",
            [
                "Ít nhất 70% hộ dân",
                "ít nhất 60% hộ kinh doanh",
                "50% trường học có thùng phân loại rác",
            ],
        ),
        (
            "80% trường ở thành thị và 60% trường ở nông thôn có bếp ăn.",
            ["80% trường ở thành thị", "60% trường ở nông thôn có bếp ăn"],
        ),
        # the subject follows the last level: the first quote is the whole
        (
            "Năm 2024 đạt 75% và năm 2025 đạt 100% số xã có chợ an toàn.",
            [
                "Năm 2024 đạt 75% và năm 2025 đạt 100% số xã có chợ an toàn",
                "năm 2025 đạt 100% số xã có chợ an toàn",
            ],
        ),
        # the subject stands before the first level
        (
            "Tỷ lệ che phủ rừng đạt 52% năm 2024, 53% năm 2025.",
            ["Tỷ lệ che phủ rừng đạt 52% năm 2024", "53% năm 2025"],
        ),
        (
            "100% trạm y tế có bác sĩ, trong đó 40% trạm có bác sĩ y học cổ truyền.",
            ["100% trạm y tế có bác sĩ", "40% trạm có bác sĩ y học cổ truyền"],
        ),
        # one production: its first count is the measure, the rest belongs to it
        ("Mở 10 lớp cho 500 nông dân tại 10 xã.", ["Mở 10 lớp cho 500 nông dân tại 10 xã."]),
        # what follows without a level belongs to the level before it
        (
            "100% học sinh được khám răng; được hướng dẫn chải răng.",
            ["100% học sinh được khám răng; được hướng dẫn chải răng."],
        ),
        # a figure in brackets is no level
        (
            "75% phòng học đủ sáng (độ rọi không dưới 300 Lux).",
            ["75% phòng học đủ sáng (độ rọi không dưới 300 Lux)."],
        ),
        ("Nâng cao nhận thức của người dân.", []),
    ],
)
def test_each_measured_level_is_a_piece(statement, quotes):
    assert levels(statement) == quotes


@pytest.mark.parametrize(
    "marked",
    [
        "Trên 90% [s:hộ nghèo] được vay vốn ưu đãi",
        "70% số [s:xã, phường] tổ chức ngày hội đọc sách",
        "60% [s:người lao động trong khu công nghiệp]",
        "85% [s:trường học có tổ chức bán trú] bảo đảm an toàn thực phẩm",
        "[s:Tỷ lệ trẻ em được tiêm đủ mũi] đạt 95%",
        "Những [s:người nghiện] được điều trị phấn đấu đạt trên 80%",
        "Giảm 12% [s:số vụ cháy rừng] so với năm 2022",
        "Số hóa 100% [s:hồ sơ lưu trữ còn hiệu lực] trước ngày 30/6/2024",
        "Phấn đấu đến năm 2025, 100% [s:các thôn] có nhà văn hóa",
        "Trồng mới 20 [s:ha cây dược liệu] tại vùng cao",
        "Tổ chức 05 [s:cuộc giám sát chương trình] trong năm",
        "Đến cuối năm, 70% số [s:xã] có thư viện",
        "[s:Thiệt hại về chăn nuôi do dịch bệnh] không quá 1,5% giá trị sản xuất",
        "Tái sử dụng, xử lý 85% [s:lượng chất thải nhựa]",
        "Bố trí chỗ ở cho 10.500 [s:hộ di cư tự do]",
    ],
)
def test_subjects_are_the_shortest_phrase_that_identifies(marked):
    statement, [(_, start, end)] = unmark(marked)
    measure = find_quantities(statement)[0]
    found = subject(statement, measure, Tagger())
    assert found is not None
    assert statement[slice(*found)] == statement[start:end]


PLAN = """\
KẾ HOẠCH
Phát triển thư viện xã giai đoạn 2022 - 2025
I. CHỈ TIÊU ĐẾN NĂM 2025
- 90% xã có tủ sách.
- Hằng năm, bổ sung ít nhất 300 cuốn sách cho mỗi tủ sách.
- Đến năm 2024, 100% thủ thư được tập huấn.
- Phấn đấu đến hết năm 2023:
+ 50% thư viện có mạng không dây.
+ Người dân yêu thích đọc sách.
II. NHIỆM VỤ
1. Luân chuyển sách về cơ sở
1.1. Chỉ tiêu
Luân chuyển 2.000 lượt sách.
1.2. Tổ chức thực hiện
- Cơ quan chủ trì: Thư viện tỉnh.
- Tiến độ thực hiện: Quý II/2023.
2. Tuyên truyền. Phấn đấu mỗi xã đạt 02 buổi đọc sách.
"""


def test_times_come_from_the_statement_else_from_where_it_hangs():
    plan = extract(PLAN, tagger=False)
    times = {
        t.quote.split(" ")[0] + " " + t.quote.split(" ")[1]: [
            (d.edtf, d.recurrence, d.evidence) for d in t.deadlines
        ]
        for t in plan.targets
    }
    assert times["90% xã"] == [("../2025", [], "inherited_heading")]
    # an own recurrence stands beside the inherited year
    assert times["Hằng năm,"] == [
        (None, ["P1Y"], "direct"),
        ("../2025", [], "inherited_heading"),
    ]
    # an own date replaces it
    assert times["Đến năm"] == [("../2024", [], "direct")]
    assert times["50% thư"] == [("../2023", [], "inherited_heading")]
    # the group's schedule
    assert times["Luân chuyển"] == [("2023-04/2023-06", [], "inherited_schedule")]


def test_a_goal_without_a_number_is_a_target_all_the_same():
    plan = extract(PLAN, tagger=False)
    [plain] = [t for t in plan.targets if not t.measurable]
    assert (plain.quote, plain.measure, plain.subject) == (
        "Người dân yêu thích đọc sách",
        None,
        None,
    )


def test_a_commitment_among_the_tasks_is_a_target_too():
    plan = extract(PLAN, tagger=False)
    [commitment] = [t for t in plan.targets if t.section == "II"]
    assert commitment.quote.startswith("Phấn đấu mỗi xã")
    assert any(t.quote.startswith("Tuyên truyền") for t in plan.tasks)
