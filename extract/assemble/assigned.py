"""Sentences that only say who does the item above them, and when.

"6. Kịp thời cập nhật …" / "Vụ Pháp chế chủ trì, phối hợp với các đơn vị thực hiện trong quý II.": a
labelled line without its label.
"""

from __future__ import annotations

import re

from extract.assemble.asking import asks_for_action
from extract.assemble.roles import partners_in, subject_of
from extract.segment.labels import Label
from extract.segment.outline import Node

ROLE = "assigned"
_DOES = re.compile(
    r"[\s,]*(?:(?:có trách nhiệm|chủ trì|liên quan|tổ chức|triển khai|và)[\s,]+){0,4}"
    r"(?:thực hiện|triển khai|tổ chức thực hiện)"
    r"(?:,?\s(?:trong|vào|từ|đến|trước|quý|hằng|hàng|năm|tháng)\s[^.;]{1,60})?\s?[.;]?",
    re.IGNORECASE,
)
_SCHEDULES = frozenset({"lead", "coordinating", "time", "product"})


def mark_assigned(root: Node) -> None:
    """Labels such sentences below `root` with `ROLE`, and hangs them below their item."""
    for node in list(root.walk()):
        for item, sentence in list(zip(node.children, node.children[1:], strict=False)):
            if _plain(sentence) and _asks(item) and not item.children and _only_assigns(sentence):
                node.children.remove(sentence)
                item.children.append(sentence)
                sentence.parent = item
        plain = [child for child in node.children if _plain(child)]
        if len(plain) == 1 and _asks(node) and _says_who(node, plain[0]):
            plain[0].label = Label(ROLE, "", 0, plain[0].text, colon=False)


def _plain(node: Node) -> bool:
    return node.marker is None and node.label is None and not node.row


def _asks(node: Node) -> bool:
    """A numbered item that asks for action and does not itself say of whom."""
    return node.numbered and not subject_of(node.text)[0] and asks_for_action(node.text)


def _says_who(node: Node, sentence: Node) -> bool:
    others = [child for child in node.children if child is not sentence]
    if any(child.label is None or child.label.role not in _SCHEDULES for child in others):
        return False
    return _only_assigns(sentence) or (bool(others) and bool(subject_of(sentence.text)[0]))


def _only_assigns(sentence: Node) -> bool:
    """An agency, its partners, and "thực hiện"."""
    text = sentence.text
    found, after, _ = subject_of(text)
    if not found:
        return False
    ends = [after, *(partner.end for partner in partners_in(text))]
    return bool(_DOES.fullmatch(text, max(ends)))
