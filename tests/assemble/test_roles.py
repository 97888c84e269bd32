"""Who leads and who coordinates, from a sentence. The gold stands inside it."""

import pytest
from marked import unmark

from extract.assemble.roles import Above, heading_parts, sentence_parts
from extract.find.agencies import read_agencies


def above(heading: str) -> Above:
    return heading_parts(heading) if heading else Above()


def read(sentence: str, heading: str = "") -> tuple[list, list]:
    own, inherited = sentence_parts(sentence, above(heading))
    return (
        sorted((p.role, p.agency.start, p.agency.end) for p in own),
        [(p.role, p.agency.text) for p in inherited],
    )


@pytest.mark.parametrize(
    "marked",
    [
        "[lead:Sở Y tế] chủ trì, phối hợp với [coordinating:Công an tỉnh]"
        " và [coordinating:các địa phương] kiểm tra bếp ăn.",
        "[lead:Sở Văn hóa, Thể thao và Du lịch] chủ trì phối hợp với"
        " [coordinating:Sở Giáo dục và Đào tạo] mở lớp bơi.",
        "[lead:Công an tỉnh] chỉ đạo lực lượng cảnh sát giao thông tuần tra ban đêm.",
        "Giao [lead:Sở Tài chính] (cơ quan thường trực) cân đối kinh phí hằng năm.",
        "Đề nghị [lead:Tòa án nhân dân tỉnh], [lead:Viện Kiểm sát nhân dân tỉnh] rà soát án tồn.",
        # an action of its own beside the help: it leads
        "[lead:Sở Xây dựng] phối hợp với [coordinating:Sở Tài chính] lập dự toán;"
        " chỉ đạo các phòng chuyên môn thẩm định.",
        # nothing but help
        "[coordinating:Sở Tư pháp] phối hợp với [partner:Hội Luật gia tỉnh] biên soạn tờ gấp.",
        "Đề nghị [coordinating:Hội Nông dân tỉnh] tiếp tục đồng hành, phối hợp chặt chẽ với"
        " [partner:các xã] vận động hội viên.",
        "Hằng năm, [lead:các sở, ban, ngành] báo cáo kết quả về Ủy ban nhân dân tỉnh.",
        "Căn cứ chức năng, nhiệm vụ được giao, [lead:Ủy ban nhân dân các xã, phường]"
        " xây dựng kế hoạch.",
        # advised and reported to: no part
        "[lead:Sở Nội vụ] tham mưu cho Ủy ban nhân dân tỉnh, báo cáo Bộ Nội vụ.",
        # nobody is charged
        "Tăng cường phối hợp giữa các cấp, các ngành trong công tác tuyên truyền.",
        "Tổ chức biểu dương các tập thể, cá nhân tiêu biểu.",
        "Phát triển các hợp tác xã trồng dược liệu.",
    ],
)
def test_parts_said_in_the_sentence(marked):
    sentence, marks = unmark(marked)
    own, inherited = read(sentence)
    assert own == sorted(marks)
    assert inherited == []


@pytest.mark.parametrize(
    ("heading", "marked", "expected"),
    [
        ("Sở Y tế", "Xây dựng kế hoạch tiêm chủng.", [("lead", "Sở Y tế")]),
        (
            "Sở Y tế",
            "Phối hợp với [partner:Sở Tài chính] lập dự toán.",
            [("coordinating", "Sở Y tế")],
        ),
        # no partner is named
        ("Sở Y tế", "Phối hợp thẩm định hồ sơ.", [("coordinating", "Sở Y tế")]),
        (
            "Sở Y tế",
            "Chủ trì, phối hợp với [coordinating:các đơn vị liên quan] tổ chức hội thảo.",
            [("lead", "Sở Y tế")],
        ),
        # whoever is directed has no part of its own
        ("Công an tỉnh", "Chỉ đạo Công an cấp xã nắm tình hình.", [("lead", "Công an tỉnh")]),
        # someone else's plan, led by another, is no lead here
        (
            "Sở Tài chính",
            "Trên cơ sở dự toán do Sở Y tế chủ trì xây dựng, bố trí kinh phí.",
            [("lead", "Sở Tài chính")],
        ),
        (
            "Bộ Y tế chủ trì, phối hợp với các bộ, cơ quan liên quan:",
            "Rà soát quy chuẩn.",
            [("lead", "Bộ Y tế"), ("coordinating", "các bộ, cơ quan liên quan")],
        ),
    ],
)
def test_parts_inherited_from_the_heading(heading, marked, expected):
    sentence, marks = unmark(marked)
    own, inherited = read(sentence, heading)
    assert inherited == expected
    assert own == sorted(marks)


def test_a_subject_of_its_own_stands_before_the_heading():
    own, inherited = read("Hội Nông dân xã vận động hội viên tham gia.", "Các đoàn thể")
    assert [role for role, _, _ in own] == ["lead"]
    assert inherited == []


def test_offsets_are_those_of_the_sentence():
    sentence = "Đề nghị Hội Cựu chiến binh tỉnh, Tỉnh đoàn tuyên truyền."
    found, end = read_agencies(sentence, 8)
    assert [sentence[a.start : a.end] for a in found] == [a.text for a in found]
    assert sentence[end:].startswith(" tuyên truyền")
