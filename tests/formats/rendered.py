"""Every sample in every form, each made and read once a session."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from render.forms import BASELINES, FORMS, VARIANTS, renders, scan_of
from render.model import Decision
from render.sample import decision, decision_of

from extract.batch.inputs import find_inputs, sample_corpus
from extract.pipeline import process
from extract.read import read
from extract.read.source import SourceDocument
from schemas.plan import Plan

SAMPLES = {path.stem: path for path in find_inputs([sample_corpus()])}
_SHORTEST = sorted(SAMPLES, key=lambda name: SAMPLES[name].stat().st_size)[:2]
ALL = bool(os.environ.get("KEHOACH_ALL"))
SCANNED = sorted(SAMPLES) if ALL else _SHORTEST
"""The samples that are scanned: the two shortest, if not asked for all."""

ANNEXES = Path(__file__).parent / "annexes.md"
"""A plan that is all in its annexes: long tables with groups, merged cells, years."""

TEXTS = {**SAMPLES, ANNEXES.stem: ANNEXES}
"""What is rendered in every form."""

FEW = [name for name in TEXTS if name == ANNEXES.stem or name.startswith(("03", "07"))]
"""Annexes, a table, a draft without number and day."""

ONE_PAGE = """ỦY BAN NHÂN DÂN XÃ AN BÌNH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 45/KH-UBND
An Bình, ngày 12 tháng 02 năm 2024
KẾ HOẠCH
Trồng cây xanh và vệ sinh môi trường năm 2024
Căn cứ Luật Bảo vệ môi trường ngày 17 tháng 11 năm 2020;
Ủy ban nhân dân xã ban hành Kế hoạch trồng cây xanh và vệ sinh môi trường như sau:
I. MỤC TIÊU
- Trồng mới 3.500 cây xanh trên các tuyến đường của xã.
- Ít nhất 90% hộ gia đình phân loại rác tại nguồn vào cuối năm 2024.
II. NHIỆM VỤ
1. Công chức Địa chính chủ trì, phối hợp với Đoàn Thanh niên chọn đất trồng cây trước 30/4/2024.
2. Hội Liên hiệp Phụ nữ xã vận động hội viên tổng vệ sinh đường làng 02 lần/tháng.
3. Trạm Y tế xã phun thuốc diệt muỗi tại 12 thôn trong quý II/2024.
III. TỔ CHỨC THỰC HIỆN
Các ban, ngành, đoàn thể xã báo cáo kết quả về Ủy ban nhân dân xã trước ngày 15/12/2024./.
Nơi nhận:
- Thường trực Đảng ủy xã;
- Các ban, ngành, đoàn thể;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Văn Bách
"""


@dataclass
class Renderings:
    """The files, made when first asked for: of one form all at once."""

    folder: Path
    decisions: dict[str, Decision] = field(default_factory=dict)
    _files: dict[tuple[str, str], Path] = field(default_factory=dict)

    def file(self, form: str, sample: str) -> Path:
        if (form, sample) not in self._files:
            self._make(form)
        return self._files[form, sample]

    def baseline(self, form: str, sample: str) -> Path:
        """The file that the form must read like: the sample itself, if it can hold all of it."""
        if form not in BASELINES:
            return TEXTS.get(sample) or self.file("txt", sample)
        folder = self._folder(f"{form}-baseline")
        return BASELINES[form]([self.decisions[sample]], folder)[0]

    def scan(self, sample: str, form: str) -> Path:
        key = f"scan-{form}", sample
        if key not in self._files:
            folder = self._folder(key[0])
            self._files[key] = scan_of(self.file("pdf", sample), folder, form=form)
        return self._files[key]

    def _make(self, form: str) -> None:
        held = [
            one
            for one in self.decisions.values()
            if renders(form, one) and (ALL or form not in VARIANTS or one.name in FEW)
        ]
        for one, file in zip(held, FORMS[form](held, self._folder(form)), strict=True):
            self._files[form, one.name] = file

    def _folder(self, form: str) -> Path:
        folder = self.folder / form
        folder.mkdir(exist_ok=True)
        return folder


@dataclass
class Reading:
    """What was read from a file, and the plan in it."""

    source: SourceDocument
    plan: Plan


@dataclass
class Readings:
    _read: dict[Path, Reading] = field(default_factory=dict)

    def __call__(self, path: Path) -> Reading:
        if path not in self._read:
            source = read(path)
            self._read[path] = Reading(source, process(source, tagger=False))
        return self._read[path]


def rendered_samples(folder: Path) -> Renderings:
    """All samples, and the plan of one page, to be rendered in `folder`."""
    decisions = [decision(path) for path in TEXTS.values()]
    decisions.append(decision_of("one-page", ONE_PAGE))
    return Renderings(folder, {one.name: one for one in decisions})
