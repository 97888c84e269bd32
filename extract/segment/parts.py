"""Cuts a decision into its parts (Nghị định 30/2020/NĐ-CP, annex I): header, recitals, content,
signature, recipients, annexes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.clean.markers import BULLETS, Style, marker
from extract.clean.text import Block
from extract.lexicons.load import table

_RECITAL = re.compile(r"(?:Căn cứ|Xét|Theo đề nghị|Thực hiện|Trên cơ sở|Theo)(?:\s|$)")
_CITED = re.compile(r"(?:Bộ luật|Luật|Pháp lệnh|Nghị định|Nghị quyết|Quyết định|Thông tư) ")
_ENACTING = re.compile(r"(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|CHỈ THỊ|NGHỊ QUYẾT)\s*:\s*$")
_SIGNATURE = re.compile(r"(?:TM|KT|TL|TUQ|Q|T/M|K/T)\s?\.\s*(?=[^\W\d_a-z]|$)|(?:T/M|K/T)\s")
_RECIPIENTS = re.compile(r"(?i:nơi nhận)\s*:?")
_ATTACHED = re.compile(r"\(?(?i:(?:ban hành )?kèm theo)\s")
_NAME = re.compile(r"(?:[^\W\d_][^\W\d_]*\.?\s){1,5}[^\W\d_]+$")
_SIGNED = re.compile(r"[\[(]?\s*(?i:đã ký)\s*[\])]?\.?$")
_LAST_COPY = re.compile(r"[-–+•]\s*(?i:lưu)\b|(?i:lưu)\s*[:;]")
_DEGREE = re.compile(r"^(?:GS|PGS|TS|ThS|Ths|BS|KS|CN|LS|\.|,|\s)+")


@dataclass(slots=True)
class Body:
    """A run of content blocks under one title: the articles, a plan, an annex."""

    kind: str
    title: list[Block] = field(default_factory=list)
    attached: Block | None = None
    blocks: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class Parts:
    """A decision's parts; every block of the reading text is in exactly one of them.

    `bodies` are the runs of content: `articles` (also the body of a plan that comes alone),
    `plan` (what the decision issues) and `annex`.
    """

    header: list[Block] = field(default_factory=list)
    title: list[Block] = field(default_factory=list)
    recitals: list[Block] = field(default_factory=list)
    signature: list[Block] = field(default_factory=list)
    recipients: list[Block] = field(default_factory=list)
    rest: list[Block] = field(default_factory=list)
    bodies: list[Body] = field(default_factory=list)


def parts(blocks: Sequence[Block]) -> Parts:
    """The parts of the decision whose blocks these are."""
    found = Parts()
    index = _front(blocks, found)
    _content(blocks[index:], found)
    return found


def doc_kind(text: str) -> str | None:
    """The kind of document that a title line names ("QUYẾT ĐỊNH", "KẾ HOẠCH HÀNH ĐỘNG"), if any.

    >>> doc_kind("KẾ HOẠCH"), doc_kind("Quyết định này có hiệu lực")
    ('ke_hoach', None)
    """
    if text.endswith(":"):
        return None
    for row in table("documents")["title_kinds"]:
        name: str = row["name"]
        if text == name or (text.startswith(name + " ") and text.isupper()):
            return str(row["id"])
    return None


def _front(blocks: Sequence[Block], found: Parts) -> int:
    """Header, title and recitals; the index of the first block of content."""
    target = found.header
    for i, block in enumerate(blocks):
        text = block.text
        if _ENACTING.match(text):
            return i + 1
        if _starts_content(text):
            return i
        if _RECITAL.match(text) and (found.title or i > 2):
            target = found.recitals
        elif target is not found.recitals and not found.title and doc_kind(text):
            target = found.title
        elif target is found.title and _issuer_line(text):
            target = found.recitals
            continue
        elif target is found.title and len(found.title) >= 2 and not text.isupper():
            return i
        elif target is found.recitals and not _RECITAL.match(text) and not _recital_tail(text):
            broken_off = found.recitals and not found.recitals[-1].text.endswith((";", ".", ","))
            if not broken_off:
                return i
        target.append(block)
    return len(blocks)


def _starts_content(text: str) -> bool:
    found = marker(text)
    return found is not None and found.style not in BULLETS


def _issuer_line(text: str) -> bool:
    return text.isupper() and text.startswith(tuple(table("layout")["capital_openers"]))


def _recital_tail(text: str) -> bool:
    return text[0].islower() or _issuer_line(text) or bool(_CITED.match(text))


def _content(blocks: Sequence[Block], found: Parts) -> None:
    body = Body("articles")
    found.bodies.append(body)
    state = "body"
    for i, block in enumerate(blocks):
        text = block.text
        opened = _opens(blocks, i, state, body)
        if opened:
            body = Body(opened, title=[block])
            found.bodies.append(body)
            state = "title"
        elif state == "title" and _title_goes_on(text, body):
            if _ATTACHED.match(text):
                body.attached = block
            else:
                body.title.append(block)
        elif _RECIPIENTS.match(text):
            state = "recipients"
            found.recipients.append(block)
        elif state == "recipients" and not _signs(blocks, i):
            if _stands_beside(found.recipients[-1].text, text):
                found.signature.append(block)
            else:
                state = _copy_to(found, block)
        elif _signs(blocks, i):
            state = "signature"
            found.signature.append(block)
        elif state in ("signature", "closed"):
            state = _after_signature(found, body, block, state)
        else:
            state = "body"
            body.blocks.append(block)


def _opens(blocks: Sequence[Block], i: int, state: str, body: Body) -> str | None:
    """The kind of body that block `i` opens, if any: a plan's title, an annex heading."""
    text = blocks[i].text
    found = marker(text)
    if found and found.style is Style.ANNEX and (state != "body" or text.isupper() or _short(text)):
        return "annex"
    if state == "title" and body.kind == "annex":
        return None  # "DANH MỤC …" below "PHỤ LỤC" is its title
    if text.isupper() and doc_kind(text):
        ahead = blocks[i + 1 : i + 5]
        if state in ("signature", "recipients", "closed") or any(
            _ATTACHED.match(b.text) for b in ahead
        ):
            return "plan"
    return None


def _short(text: str) -> bool:
    return len(text) <= 20


def _title_goes_on(text: str, body: Body) -> bool:
    if _ATTACHED.match(text):
        return True
    if "\t" in text or _RECITAL.match(text) or len(body.title) > 4 or body.attached is not None:
        return False
    found = marker(text)
    if found and found.style is not Style.ANNEX:
        return False
    return text.isupper() or len(body.title) == 1


def _copy_to(found: Parts, block: Block) -> str:
    """A line of "Nơi nhận"; what follows the archive copy ("Lưu: VT") is no recipient."""
    found.recipients.append(block)
    return "closed" if _LAST_COPY.match(block.text) else "recipients"


def _stands_beside(recipient: str, text: str) -> bool:
    """Whether `text` belongs to the signature, typed in one line with the `recipient` before it."""
    if text.rstrip(" ,") in table("layout")["posts"]:
        return True
    return recipient[0] in "-–+•" and bool(is_name(text) or _SIGNED.match(text))


def _signs(blocks: Sequence[Block], i: int) -> bool:
    """Whether block `i` begins a signature: "TM. …", "KT. …", or a post alone before a name."""
    text = blocks[i].text
    if _SIGNATURE.match(text):
        return True
    if text.rstrip(" ,") not in table("layout")["posts"]:
        return False
    return any(is_name(b.text) or b.text in table("layout")["posts"] for b in blocks[i + 1 : i + 3])


def _after_signature(found: Parts, body: Body, block: Block, state: str) -> str:
    text = block.text
    named = is_name(text) or (len(text) < 9 and " " not in text and text[:1].isupper())
    if state == "signature" and (text.isupper() or named or _SIGNED.match(text)):
        found.signature.append(block)
        return state
    first = marker(text)
    if first and first.style in (Style.ARTICLE, Style.ROMAN, Style.CHAPTER, Style.PART):
        body.blocks.append(block)
        return "body"
    found.rest.append(block)
    return state


def is_name(text: str) -> bool:
    """Whether `text` looks like a person's name: two to six words, each with a capital.

    >>> is_name("Phạm Duy Hưng"), is_name("Kế hoạch này")
    (True, False)
    """
    bare = _DEGREE.sub("", text).strip()
    if not _NAME.match(bare) or len(bare) > 40:
        return False
    words = bare.split()
    return all(w[0].isupper() and w[1:].islower() for w in words if len(w) > 1) or (
        bare.isupper() and len(words) <= 4
    )
