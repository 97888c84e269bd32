"""From a text to a plan: what is taken for a decision, and the ways to ask for it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from extract.errors import ReadError
from extract.pipeline import extract

ANNEX = """\
**PHỤ LỤC II**

**DANH MỤC NHIỆM VỤ**

| TT | Tên nhiệm vụ | Cơ quan chủ trì | Thời gian hoàn thành |
|---|---|---|---|
| 1. | Xây dựng chương trình tuyên truyền về trồng cây | Sở Xây dựng | 6/2025 |
| 2. | Rà soát quỹ đất trồng cây | Sở Tài chính | 2025 |
"""

PLAN = """\
I. MỤC TIÊU
- Trồng mới 3.000 cây xanh đến năm 2025.

II. NHIỆM VỤ
1. Sở Xây dựng chủ trì, phối hợp với Tỉnh đoàn tổ chức trồng cây trước ngày 30/6/2025.
2. Ủy ban nhân dân các xã rà soát quỹ đất.
"""


@pytest.mark.parametrize("text", [ANNEX, PLAN])
def test_a_plan_that_lost_its_header_is_read(text: str) -> None:
    plan = extract(text, tagger=False)
    assert len(plan.tasks) == 2
    codes = {finding.code for finding in plan.findings}
    assert {"missing_number", "missing_date"} <= codes


PROSE = {
    "a news article": """\
Hà Nội trồng thêm 3.000 cây xanh trong năm 2025

Sáng 12/3, Sở Xây dựng Hà Nội chủ trì, phối hợp với Thành đoàn tổ chức lễ phát động.

1. Nhiệm vụ trọng tâm
- Rà soát quỹ đất trồng cây tại 30 xã, phường.
- Vận động người dân chăm sóc cây.

Ông Nguyễn Văn An cho biết: "Chúng tôi giao Công ty Công viên cây xanh chủ trì thực hiện".
""",
    "a novel": """\
Chương 1

Trời mưa. Ông Hai bước ra đầu ngõ, nhớ lại năm 1945, năm ấy làng có 200 người chết đói.

II
- Bác đi đâu đấy?
- Tôi ra ủy ban xã nộp tờ đơn.
""",
    "an e-mail": """\
Từ: An <an@example.vn>
Chủ đề: Việc cần làm tuần này

Chào anh Bình, anh giúp em mấy việc sau nhé:
1. Gửi báo cáo cho phòng Kế toán trước ngày 30/6/2025.
2. Chuẩn bị 20 bộ tài liệu cho cuộc họp.
- Kiểm tra máy chiếu.

Trân trọng,
An
""",
    "a recipe": """\
Cách nấu phở

I. Nguyên liệu
- 1 kg xương bò
II. Thực hiện
1. Rửa sạch xương, ninh trong 6 giờ.
2. Nướng gừng, hành.
""",
    "an outline for school": """\
I. MỞ BÀI
Giới thiệu tác giả, tác phẩm.
II. THÂN BÀI
1. Nội dung
- Phân tích nhân vật ông Hai.
III. KẾT BÀI
- Khẳng định giá trị của tác phẩm.
""",
}


@pytest.mark.parametrize("text", PROSE.values(), ids=PROSE)
def test_what_is_no_decision_is_refused(text: str) -> None:
    with pytest.raises(ReadError) as caught:
        extract(text, tagger=False)
    assert caught.value.code == "no_decision"


def test_a_path_and_a_text_give_the_same_plan(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    of_text = extract(PLAN, tagger=False)
    for source in (path, str(path)):
        of_file = extract(source, tagger=False)
        assert of_file.tasks == of_text.tasks
        assert of_file.plan_id == of_text.plan_id
    assert (of_file.source.path, of_text.source.path) == (path.as_posix(), "<text>")


def test_a_missing_path_is_said_and_is_no_text() -> None:
    with pytest.raises(ReadError) as caught:
        extract(Path("none.txt"), tagger=False)
    assert caught.value.code == "not_found"


SHADOWED = """
import sys
import extract
for module in ("extract.read.decode", "extract.pipeline", "extract.read"):
    assert module not in sys.modules, f"{module} makes the start slow"
import extract.read.decode, extract.pipeline, extract.read.sniff
from extract.read import SUFFIXES
plan = extract.extract(sys.argv[1], tagger=False)
assert extract.process(extract.read(sys.argv[1]), tagger=False) == plan
assert list(plan.to_frames())[0] == "documents"
from extract import extract as function, process, read
assert function(read(sys.argv[1]).raw, tagger=False).plan_id == plan.plan_id
assert extract.read.decode.decode and extract.read.SUFFIXES  # still the package, too
import extract.read.markdown
assert extract.read(sys.argv[1]).media_type == "text/plain"
print("whole")
"""


def test_functions_are_not_shadowed_by_modules_of_their_names(tmp_path: Path) -> None:
    """`import extract.read.x` binds the package `read` where the function of that name was."""
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, encoding="utf-8")
    command = [sys.executable, "-c", SHADOWED, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("whole\n", "")
