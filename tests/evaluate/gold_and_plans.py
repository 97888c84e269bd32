"""A small annotated decision, and plans that say what a gold file says."""

from __future__ import annotations

import copy
from typing import Any

from schemas.gold import Gold
from schemas.plan import Plan

READ = {"rule": "test", "span": {"start": 0, "end": 0}}

GOLD: dict[str, Any] = {
    "source": "doc-sach.txt",
    "document": {
        "doc_type": "ke_hoach",
        "number": "45/KH-UBND",
        "symbol": "KH-UBND",
        "issuer": "Ủy ban nhân dân tỉnh Hòa An",
        "issue_date": "2024-02-05",
        "title": "Phát động phong trào đọc sách trong trường học – giai đoạn 2024-2026",
        "period": "2024/2026",
        "legal_bases": [
            {
                "doc_type": "luat",
                "number": None,
                "date": "2019-11-21",
                "title": "Luật Thư viện",
            },
            {
                "doc_type": "quyet_dinh",
                "number": "98/QĐ-UBND",
                "date": "2023-05-04",
                "title": "về thư viện trường học",
            },
        ],
        "articles": [1, 2],
        "recipients": ["Thường trực Tỉnh ủy", "Các phòng chuyên môn", "Lưu: VT"],
    },
    "sections": [
        {"id": "I", "parent": None, "marker": "I", "heading": "CHỈ TIÊU", "kinds": ["targets"]},
        {
            "id": "II",
            "parent": None,
            "marker": "II",
            "heading": "NHIỆM VỤ VÀ GIẢI PHÁP",
            "kinds": ["tasks", "solutions"],
        },
        {
            "id": "II.1",
            "parent": "II",
            "marker": "1",
            "heading": "Bổ sung sách cho thư viện các trường",
            "kinds": ["tasks"],
        },
    ],
    "targets": [
        {
            "quote": "Ít nhất 80% trường tiểu học có góc đọc mở cửa hằng ngày",
            "section": "I",
            "measurable": True,
            "measure": {
                "text": "Ít nhất 80%",
                "value": 80,
                "unit": "%",
                "comparator": "ge",
                "per": None,
            },
            "subject": "trường tiểu học có góc đọc",
            "deadlines": [{"text": "đến năm 2026", "edtf": "../2026", "recurrence": []}],
            "other_quantities": [],
        },
        {
            "quote": "Tổ chức 12 hội thi kể chuyện theo sách cho 600 học sinh",
            "section": "I",
            "measurable": True,
            "measure": {"text": "12 hội thi", "value": 12, "unit": "hội thi"},
            "subject": "hội thi kể chuyện",
            "deadlines": [],
            "other_quantities": [{"text": "600 học sinh", "value": 600, "unit": "học sinh"}],
        },
        {
            "quote": "Nâng cao kỹ năng tự đọc của các em",
            "section": "I",
            "measurable": False,
            "measure": None,
            "subject": None,
            "deadlines": [],
            "other_quantities": [],
        },
    ],
    "tasks": [
        {
            "quote": "Mua bổ sung 2.500 cuốn sách thiếu nhi cho các điểm trường lẻ",
            "section": "II.1",
            "lead": ["Sở Giáo dục và Đào tạo"],
            "coordinating": ["Sở Tài chính", "Ủy ban nhân dân các huyện, thành phố"],
            "partner": [],
            "quantities": [{"text": "2.500 cuốn sách", "value": 2500, "unit": "cuốn sách"}],
            "deadlines": [{"text": "trước 30/6/2025", "edtf": "../2025-06-30", "recurrence": []}],
            "product": "danh mục sách được duyệt",
        },
        {
            "quote": "Phối hợp vận động phụ huynh quyên góp truyện tranh cũ",
            "section": "II",
            "lead": [],
            "coordinating": ["Hội Khuyến học tỉnh"],
            "partner": ["Tỉnh đoàn Hòa An"],
            "quantities": [],
            "deadlines": [],
            "product": None,
        },
        {
            "quote": "Kiểm tra kết quả, báo cáo hằng năm về Thường trực Ban tổ chức",
            "section": "II",
            "lead": ["Văn phòng Ủy ban nhân dân tỉnh"],
            "coordinating": [],
            "partner": [],
            "quantities": [],
            "deadlines": [{"text": "hằng năm", "edtf": None, "recurrence": ["P1Y"]}],
            "product": None,
        },
    ],
}


def gold_of(data: dict[str, Any]) -> Gold:
    """The data as gold."""
    return Gold.model_validate(data)


def plan_of(data: dict[str, Any], stated: dict[int, str] | None = None) -> Plan:
    """A plan that says what the gold `data` says.

    `stated` tells how the leads of a task were stated, by the task's position; the others are
    `direct`.
    """
    document = data["document"] | {
        "legal_bases": [basis | READ for basis in data["document"]["legal_bases"]]
    }
    return Plan.model_validate(
        {
            "plan_id": "plan",
            "source": {
                "path": f"inbox/{data['source']}",
                "sha256": "",
                "media_type": "text/plain",
                "size": 0,
                "characters": 0,
            },
            "document": document | READ | {"id": "document"},
            "sections": [section | READ for section in data["sections"]],
            "targets": [_target(target) for target in data["targets"]],
            "tasks": [
                _task(task, (stated or {}).get(position, "direct"))
                for position, task in enumerate(data["tasks"])
            ],
        }
    )


def changed(data: dict[str, Any], path: str, value: object) -> dict[str, Any]:
    """A copy with another value at a path such as "tasks.0.lead"."""
    result = copy.deepcopy(data)
    *parents, last = (int(key) if key.isdecimal() else key for key in path.split("."))
    place: Any = result
    for key in parents:
        place = place[key]
    place[last] = value
    return result


def without(data: dict[str, Any], kind: str, position: int) -> dict[str, Any]:
    """A copy that lacks one record of a kind."""
    return changed(data, kind, [r for i, r in enumerate(data[kind]) if i != position])


def _target(target: dict[str, Any]) -> dict[str, Any]:
    return (
        target
        | READ
        | {
            "id": "target",
            "measure": target["measure"] and target["measure"] | READ,
            "deadlines": [deadline | READ for deadline in target["deadlines"]],
            "other_quantities": [quantity | READ for quantity in target["other_quantities"]],
        }
    )


def _task(task: dict[str, Any], stated: str) -> dict[str, Any]:
    roles = ("lead", "coordinating", "partner")
    return {
        **{key: value for key, value in task.items() if key not in roles},
        **READ,
        "id": "task",
        "assignments": [
            {"role": role, "mention": mention, "name": mention, "evidence": stated, **READ}
            for role in roles
            for mention in task[role]
        ],
        "quantities": [quantity | READ for quantity in task["quantities"]],
        "deadlines": [deadline | READ for deadline in task["deadlines"]],
    }
