"""Who leads and who coordinates, read from a sentence (corpus/gold/README.md, "Tasks").

The grammar of an assignment: [Giao | Đề nghị] AGENCIES [căn cứ …] chủ trì, phối hợp với AGENCIES
VERB …; under an agency's heading the subject is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from extract.find.agencies import find_agencies, read_agencies
from extract.find.analysis import shifted
from extract.find.mentions import AgencyMention
from extract.lexicons.load import alternatives, table
from extract.segment.actions import begins_with_verb
from schemas.base import Evidence, Role


def _any(name: str) -> str:
    return alternatives(table("roles")[name])


_ASKING = re.compile(
    rf"(?:(?:và\s)?{_any('charging')}\s+(?:cho\s+)?)?(?:các đồng chí\s+|đồng chí\s+)?",
    re.IGNORECASE,
)
_DIRECTS = re.compile(rf"(?:tiếp tục\s+)?{_any('directing')}\s+", re.IGNORECASE)
_ASIDE = re.compile(r"\s*\([^()]{0,160}\)")
_BETWEEN = rf"[\s,:]*(?:{_any('adverbs')}[\s,]+){{0,3}}"
_LEADS = re.compile(rf"{_BETWEEN}(?:chủ trì|đầu mối|tham mưu)\b")
_HELPS = re.compile(rf"{_BETWEEN}phối hợp\b")
_WITH = re.compile(
    rf"(?<!\w)(?:{_any('helping')}(?:\s{_any('manners')})*(?:,?\s(?:cùng với|cùng|với|và))?"
    r"|hợp tác (?:với|cùng))\s+"
)
_CHAIRS = re.compile(
    r"\s*(?:\([^()]{0,80}\)\s*)?(?:chịu trách nhiệm\s|có trách nhiệm\s)?(?:làm\s)?chủ trì\b"
)
_LEAD_IN = re.compile(rf"{_any('lead_ins')}(?=[\s,])", re.IGNORECASE)
_HEAD_WORDS = re.compile(
    r"(?:(?:về\s+)?(?:trách nhiệm|nhiệm vụ)\s+(?:của\s+)?|đối với\s+)", re.IGNORECASE
)
_APPOSED = re.compile(
    r"\s*(?:[-–(,]|là)\s*(?:là\s)?[Cc]ơ quan (?:thường trực|chủ trì|đầu mối|giúp việc)"
)
_PERSON = re.compile(r"(?:Các đồng chí|Đồng chí|Đ/c|Ông|Bà)\s[^.;:]{3,160}:?$")
_MOST_CUES = 12
_LONGEST_LIST = 1500
_HELP_WORDS = tuple(table("roles")["helps_again"])
_FURTHER = re.compile(r"[;.]\s+(?=\S)")
_NOT_SUBJECT = re.compile(
    r"\s*(?:của|về|thuộc|trong|tại|được|phải được|cho|là (?!cơ quan|đơn vị|đầu mối)"
    r"|(?:cơ bản )?thống nhất|đánh giá cao|đánh giá:|ghi nhận|nhận thấy)\b"
)


@dataclass(frozen=True, slots=True)
class Part:
    """An agency's part; its mention's offsets are those of the text that was read."""

    role: Role
    agency: AgencyMention
    evidence: Evidence
    rule: str


@dataclass(frozen=True, slots=True)
class Above:
    """The agencies that an item inherits from the heading above it; `chairs` where the heading
    itself says that they lead ("Bộ Y tế chủ trì, phối hợp với …:")."""

    leads: tuple[AgencyMention, ...] = ()
    coordinating: tuple[AgencyMention, ...] = ()
    chairs: bool = False


def sentence_parts(text: str, above: Above) -> tuple[list[Part], list[Part]]:
    """The parts that `text`, one item, gives to agencies.

    The first list's mentions have offsets of `text`; the second's are those of `above`.
    """
    subject, after, rule = subject_of(text, inherited=bool(above.leads))
    lower = text.lower()
    inherited = not subject and bool(above.leads)
    holders: Sequence[AgencyMention] = subject or above.leads
    evidence: Evidence = "inherited_heading" if inherited else "direct"
    partners = _partners(text, lower, after)
    own: list[Part] = []
    from_above: list[Part] = []
    target = from_above if inherited else own
    if not holders:
        chairs = _chairs(text, lower)
        own += [Part("lead", a, "direct", "roles.chairs") for a in chairs]
        if chairs:
            own += [Part("coordinating", a, "direct", "roles.with") for a in partners]
        return own, from_above
    if _only_helps(lower, after, partners) and not (inherited and above.chairs):
        target += [Part("coordinating", a, evidence, f"{rule}.helps") for a in holders]
        own += [Part("partner", a, "direct", "roles.partner") for a in partners]
        return own, from_above
    target += [Part("lead", a, evidence, rule) for a in holders]
    own += [Part("coordinating", a, "direct", "roles.with") for a in partners]
    if inherited:
        from_above += [
            Part("coordinating", a, "inherited_heading", "roles.heading.with")
            for a in above.coordinating
        ]
    return own, from_above


def heading_parts(text: str) -> Above:
    """The agencies of a heading that names agencies and nothing else, with whom they work."""
    person = names_person(text)
    if person:
        return Above((person,))
    asked = _ASKING.match(text)
    start = max(asked.end() if asked else 0, _head_words(text))
    apposed = _APPOSED.search(text, start)
    leads, after = read_agencies(text, start, apposed.start() if apposed else None)
    chairs = bool(_CHAIRS.match(text.lower(), after))
    return Above(tuple(leads), tuple(_partners(text, text.lower(), after)), chairs)


def names_person(text: str) -> AgencyMention | None:
    """ "Đồng chí A, Phó Trưởng Ban": a person charged by name, the post belonging to it."""
    if not _PERSON.match(text):
        return None
    end = len(text.rstrip(" :.;"))
    return AgencyMention(0, end, text[:end], text[:end], False, False, "agency.person")


def _head_words(text: str) -> int:
    found = _HEAD_WORDS.match(text)
    return found.end() if found else 0


def subject_of(text: str, *, inherited: bool = False) -> tuple[list[AgencyMention], int, str]:
    """The agencies that are the grammatical subject of `text` (or whom it charges), the offset
    behind them, and the rule that found them; an empty list where there are none.

    Under an agency's heading (`inherited`) "Chỉ đạo X …" leaves X without a part.
    """
    asked = _ASKING.match(text)
    start = asked.end() if asked else 0
    found, after = read_agencies(text, start)
    demands = inherited and text[:start].lower().startswith("yêu cầu")
    if demands and not _LEADS.match(text.lower(), after):
        return [], 0, "roles.heading"  # the heading's agency demands it: the part is its own
    if found and _is_subject(text, after) and not _is_verb(found):
        return found, _skip_aside(text, after), "roles.charged" if start else "roles.subject"
    if inherited:
        return [], 0, "roles.heading"
    directed = _DIRECTS.match(text)
    if directed:
        found, after = read_agencies(text, directed.end())
        if found and _is_subject(text, after):
            return found, after, "roles.directed"
    if _LEAD_IN.match(text):
        return _subject_after_lead_in(text)
    return [], 0, "roles.heading"


def _subject_after_lead_in(text: str) -> tuple[list[AgencyMention], int, str]:
    """ "Căn cứ …, các sở, ngành xây dựng kế hoạch": the subject behind the opening clause."""
    for comma in list(re.finditer(r",\s+", text[:400]))[:8]:
        start = comma.end()
        asked = _ASKING.match(text, start)
        found, after = read_agencies(text, asked.end() if asked else start)
        if found and _is_subject(text, after) and text[after : after + 1] != ",":
            return found, _skip_aside(text, after), "roles.subject_after_lead_in"
    return [], 0, "roles.heading"


def _is_verb(found: Sequence[AgencyMention]) -> bool:
    """ "Tổ chức …" that begins an item, or follows "phối hợp", is the verb, not the noun."""
    return len(found) == 1 and found[0].text.lower() == "tổ chức"


def _is_subject(text: str, after: int) -> bool:
    """What follows must be a predicate, not the rest of a noun phrase."""
    rest = text[_skip_aside(text, after) :]
    return bool(rest.strip(" .;:,")) and not _NOT_SUBJECT.match(rest.lower())


def _skip_aside(text: str, after: int) -> int:
    aside = _ASIDE.match(text, after)
    return aside.end() if aside else after


def partners_in(text: str) -> list[AgencyMention]:
    """Whoever `text` names behind "phối hợp với", each once."""
    return _partners(text, text.lower(), 0)


def _partners(text: str, lower: str, after: int) -> list[AgencyMention]:
    """Whoever stands behind "phối hợp với" in the rest of the item, each once."""
    found: list[AgencyMention] = []
    for cue in islice(_WITH.finditer(lower, after), _MOST_CUES):
        rest, _ = read_agencies(text[cue.end() : cue.end() + _LONGEST_LIST])
        listed = [shifted(agency, cue.end()) for agency in rest]
        if _is_verb(listed):
            continue
        for agency in listed:
            if all(agency.text.lower() != other.text.lower() for other in found):
                found.append(agency)
    return found


def _only_helps(lower: str, after: int, partners: Sequence[AgencyMention]) -> bool:
    """ "Phối hợp với B làm …" and no further action of its own."""
    if _LEADS.match(lower, after):
        return False
    helps = _HELPS.match(lower, after)
    if helps is None:
        return False
    place = max([helps.end(), *(p.end for p in partners)])
    return not any(_own_action(lower[cut.end() :]) for cut in _FURTHER.finditer(lower, place))


def _own_action(clause: str) -> bool:
    """A further clause that acts by itself, not another help and not the rest of a list."""
    return not clause.startswith(_HELP_WORDS) and begins_with_verb(clause)


def _chairs(text: str, lower: str) -> list[AgencyMention]:
    """The agencies just before "chủ trì", where the item has no other subject."""
    for cue in islice(re.finditer(r"\bchủ trì\b", lower), _MOST_CUES):
        found = _list_ending_at(text, lower, cue.start())
        if found:
            return found
    return []


def _list_ending_at(text: str, lower: str, end: int) -> list[AgencyMention]:
    begin = max(0, end - _LONGEST_LIST)
    mentions = [shifted(m, begin) for m in find_agencies(text[begin:end])]
    if not mentions or not _CHAIRS.match(lower, mentions[-1].end):
        return []
    last = len(mentions) - 1
    while last > 0 and re.fullmatch(
        r"\s*(?:,|;|và|, và)\s*", lower[mentions[last - 1].end : mentions[last].start]
    ):
        last -= 1
    return mentions[last:]
