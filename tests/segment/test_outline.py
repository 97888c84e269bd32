"""Parts and outline of decisions in the genre's form."""

import pytest

from extract.clean import clean
from extract.segment import outline, parts
from extract.segment.kinds import kinds, repaired
from extract.segment.labels import label
from extract.segment.parts import is_name

DECISION = """\
ỦY BAN NHÂN DÂN
TỈNH SƠN LA
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 77/QĐ-UBND
Sơn La, ngày 03 tháng 4 năm 2023
QUYẾT ĐỊNH
Về việc ban hành Kế hoạch phát triển cây dược liệu năm 2023
ỦY BAN NHÂN DÂN TỈNH SƠN LA
Căn cứ Luật Dược ngày 06 tháng 4 năm 2016;
Theo đề nghị của Sở Y tế tại Tờ trình số 15/TTr-SYT ngày 20 tháng 3 năm 2023.
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch phát triển cây dược liệu năm 2023.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
Nơi nhận:
- Bộ Y tế;
- Lưu: VT, KGVX.
TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Lò Thị Hạnh
KẾ HOẠCH
Phát triển cây dược liệu năm 2023
(Ban hành kèm theo Quyết định số 77/QĐ-UBND ngày 03 tháng 4 năm 2023 của UBND tỉnh Sơn La)
I. MỤC TIÊU
- Trồng mới 20 ha.
II. TỔ CHỨC THỰC HIỆN
1. Sở Y tế
- Chủ trì thực hiện.
PHỤ LỤC
DANH MỤC CÂY TRỒNG
"""


def test_a_decision_falls_into_its_parts():
    found = parts(clean(DECISION).blocks)
    assert [b.text for b in found.title] == [
        "QUYẾT ĐỊNH",
        "Về việc ban hành Kế hoạch phát triển cây dược liệu năm 2023",
    ]
    assert [b.text[:7] for b in found.recitals] == ["Căn cứ ", "Theo đề"]
    assert [body.kind for body in found.bodies] == ["articles", "plan", "annex"]
    assert found.bodies[1].attached is not None
    assert [b.text for b in found.signature][-1] == "Lò Thị Hạnh"
    assert [b.text for b in found.recipients] == ["Nơi nhận:", "- Bộ Y tế;", "- Lưu: VT, KGVX."]


def test_who_signs_can_stand_between_the_recipients():
    """Typed in the same lines, as older files have them."""
    head, _, _ = DECISION.partition("Nơi nhận:")
    lines = (
        "TM. ỦY BAN NHÂN DÂN|Nơi nhận:|CHỦ TỊCH|- Bộ Y tế;|(Đã ký)|- Sở A;|Lò Thị Hạnh|- Lưu VT."
    )
    found = parts(clean(head + lines.replace("|", "\n\n")).blocks)
    signature = ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "(Đã ký)", "Lò Thị Hạnh"]
    assert [b.text for b in found.signature] == signature
    recipients = ["Nơi nhận:", "- Bộ Y tế;", "- Sở A;", "- Lưu VT."]
    assert [b.text for b in found.recipients] == recipients


def test_every_block_is_in_one_part():
    reading = clean(DECISION)
    found = parts(reading.blocks)
    held = [
        *found.header,
        *found.title,
        *found.recitals,
        *found.signature,
        *found.recipients,
        *found.rest,
        *(b for body in found.bodies for b in [*body.title, *body.blocks]),
        *(body.attached for body in found.bodies if body.attached),
    ]
    left = {b.text for b in reading.blocks} - {b.text for b in held}
    assert left <= {"QUYẾT ĐỊNH:", "ỦY BAN NHÂN DÂN TỈNH SƠN LA"}


def tree(text: str) -> list[str]:
    """The outline, a line an item: its depth in dots, its marker."""
    found: list[str] = []

    def walk(node, depth):
        for child in node.children:
            found.append("." * depth + (child.marker.label if child.marker else "¶"))
            walk(child, depth + 1)

    walk(outline(clean(text).blocks), 0)
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I. MỘT\n1. Hai\na) Ba;\nb) Bốn;\n2. Năm\nII. SÁU", "I|.1|..a|..b|.2|II"),
        ("1. Một\n1.1. Hai\n1.2. Ba\n2. Bốn", "1|.1.1|.1.2|2"),
        ("1. Một\n- Hai:\n+ Ba.\n+ Bốn.\n- Năm.", "1|.-|..+|..+|.-"),
        # bullets of one kind below a lead-in
        ("1. Một\n- Đến năm 2025:\n- Ba.\n- Bốn.", "1|.-|..-|..-"),
        # an unmarked paragraph hangs below the heading, not below the bullet before it
        ("1. Một\n- Hai.\nBa bốn năm.", "1|.-|.¶"),
        # projects below a numbered heading, their labelled lines as bullets
        (
            "1. Một\nDự án 1: Hai\n- Cơ quan chủ trì: Sở A.\nDự án 2: Ba\n2. Bốn",
            "1|.Dự án 1|..-|.Dự án 2|2",
        ),
        # a numbered list inside a bullet, then the bullet's own labelled line
        (
            "1. Một\n- Nội dung 1: Hai\n(1) Ba.\n(2) Bốn.\n+ Cơ quan chủ trì: Sở A",
            "1|.-|..1|..2|..+",
        ),
        ("I. MỘT\nA. HAI\nB. BA\nII. BỐN", "I|.A|.B|II"),
        ("A. MỘT\nI. HAI\nII. BA\nB. BỐN\nI. NĂM", "A|.I|.II|B|.I"),
        ("I. MỘT\n1. Hai.\nTrên đây là Kế hoạch.", "I|.1|.¶"),
    ],
)
def test_items_nest_by_their_markers(text, expected):
    assert tree(text) == expected.split("|")


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("QUAN ĐIỂM, MỤC TIÊU", ["viewpoint", "objectives"]),
        ("CÁC CHỈ TIÊU, NHIỆM VỤ CỤ THỂ ĐẾN NĂM 2025", ["targets", "tasks"]),
        ("Nhiệm vụ và giải pháp", ["tasks", "solutions"]),
        ("NỘI DUNG, THỜI GIAN, ĐƠN VỊ THỰC HIỆN", ["tasks", "timeline"]),
        ("Giải pháp về tổ chức thực hiện", ["solutions"]),  # what it begins with decides
        ("Về y tế trường học gồm các chỉ tiêu sau đây:", ["targets"]),
        ("Tăng cường kiểm tra, thực hiện các mục tiêu", []),  # an action, no kind word first
        ("Chi tiêu", ["targets"]),  # lost its tone
        ("Chế độ thông tin, báo cáo", ["reporting"]),
        ("Sở Tài chính", []),
    ],
)
def test_headings_name_their_kinds(heading, expected):
    assert kinds(heading) == expected


def test_a_mended_heading_is_known_as_such():
    assert repaired("Chi tiêu")
    assert not repaired("Chỉ tiêu")


@pytest.mark.parametrize(
    ("text", "role", "value"),
    [
        ("Cơ quan chủ trì: Sở Y tế.", "lead", "Sở Y tế."),
        ("Thời gian hoàn thành: Quý II/2024", "time", "Quý II/2024"),
        ("Nội dung 2: In tờ rơi", "content", "In tờ rơi"),
        ("Nội dung", "content", ""),  # a label without its colon
        ("Bộ phận chủ trì: bộ phận Tư pháp", "lead", "bộ phận Tư pháp"),
        ("Các phòng, ban phối hợp: Phòng Kinh tế", "coordinating", "Phòng Kinh tế"),
    ],
)
def test_labels_are_read(text, role, value):
    found = label(text)
    assert found is not None
    assert (found.role, found.value) == (role, value)


@pytest.mark.parametrize(
    "text", ["Thời gian tới: khó khăn", "Sở Y tế: rà soát", "Mục tiêu", "Ban hành: kế hoạch", ""]
)
def test_what_is_no_label(text):
    assert label(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lò Thị Hạnh", True),
        ("TS. Nguyễn Văn Bình", True),
        ("Kế hoạch này", False),
        ("Sở Y tế", False),
    ],
)
def test_names_of_persons(text, expected):
    assert is_name(text) is expected
