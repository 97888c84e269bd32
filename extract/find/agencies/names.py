"""Single agencies: names of the lists, and unknown names by their form."""

from __future__ import annotations

from extract.find.agencies.bare import bare, compound, opens_agency, own_name
from extract.find.agencies.extent import Tail, closes, place, tail
from extract.find.agencies.groups import group
from extract.find.agencies.hits import Hit
from extract.find.agencies.lexicon import Head, lexicon
from extract.find.agencies.tokens import INNER_COMMA, Tokens

_CONNECTIVES = frozenset({",", "-", "và", "các"})
_OWNED = frozenset({"ban", "phòng"})
_PROGRAMMES = ["các", "chương", "trình"]
_REPORTED = frozenset({"kết", "tình", "việc", "tiến", "các", "những"})  # "báo cáo … về kết quả"
_COUNCILS = frozenset({"uy-ban-nhan-dan"})
LONGEST_RUN = 5  # lower-case words of an unknown name in a row
LONGEST_FREE = 12  # the same behind heads that need no capital ("Ban Chỉ đạo")


def known_name(tokens: Tokens, i: int, listed: bool = False) -> Hit | None:
    """A name of the lists with its place and level.

    In a list of agencies (`listed`) lower case counts, too, where the name ends cleanly.
    """
    found = bare(tokens, i, lower=listed)
    if found is None:
        return None
    end = found.end + (found.name.number and tokens.key(found.end).isdecimal())
    if found.head in _OWNED and (owner := own_name(tokens, end)):
        end = owner.end  # "Ban Pháp chế Hội đồng nhân dân tỉnh"
    behind = tail(tokens, end)
    if found.name.id in _COUNCILS:
        behind = _and_districts(tokens, end, behind)
    end = behind.end
    capital = tokens.any_capital(i, found.end)
    if found.name.tail and end == found.end and not (listed and capital):
        return None
    if not capital and not closes(tokens, end):
        return None
    return Hit(i, end, "agency.name", group=behind.many)


def _and_districts(tokens: Tokens, i: int, behind: Tail) -> Tail:
    """ "Thủ Đức và các quận - huyện" behind a people's committee: one entry with its own place."""
    start = behind.end + 1
    named = tokens.any_capital(i, behind.end) and not behind.many
    found = lexicon().places.match(tokens, start + 1)
    if not named or tokens.key(start) != "các" or found is None or found[0].vague:
        return behind
    districts = place(tokens, start) if tokens.key(behind.end) in _CONNECTIVES else None
    return Tail(districts.end, True) if districts else behind


def _goes_on(tokens: Tokens, i: int) -> bool:
    """Whether the comma, hyphen, "và" or "các" at token `i` stands inside a name."""
    if opens_agency(tokens, i + 1):
        return False
    if tokens.key(i) == ",":
        return _row_inside(tokens, i + 1)
    if tokens.key(i) == "-":
        return tokens.is_capital(i + 1) and not closes(tokens, i + 1) and not place(tokens, i + 1)
    return tokens.is_capital(i + 1) or tokens.key(i + 1) == "các" or not closes(tokens, i + 1)


def _row_inside(tokens: Tokens, i: int) -> bool:
    """Whether "A, B và C" goes on at token `i`, with B and C no agencies of their own."""
    for end in range(i, i + LONGEST_RUN):
        if not _part_of_row(tokens, i):
            return False
        if tokens.key(end) == "và":
            return _part_of_row(tokens, end + 1)
    return False


def _part_of_row(tokens: Tokens, i: int) -> bool:
    return (
        tokens.is_capital(i)
        and not tokens.is_upper(i)
        and lexicon().heads.match(tokens, i) is None
        and not opens_agency(tokens, i)
        and lexicon().words["cue"].match(tokens, i) is None
    )


def _words(tokens: Tokens, i: int, longest: int) -> int:
    """The end of the words of an unknown name that start at token `i`.

    Capitalised words and numbers are taken; lower-case ones only where the name ends cleanly
    behind them, or one that completes a word of two syllables.
    """
    sure = end = i
    while end - sure <= longest:
        taken = _sure(tokens, end, i)
        if taken > end:
            sure = end = taken
        elif tokens.key(end + 1) == INNER_COMMA:
            end += 3
            longest += 3  # a pair counts for nothing
        elif tokens.key(end) in _CONNECTIVES:
            if end == i or not _goes_on(tokens, end):
                return end
            end += 1
        elif _ends_name(tokens, end) and not _second_syllable(tokens, end, i):
            return end
        else:
            end += 1
    return min(sure + 1, end) if sure > i else i


def _sure(tokens: Tokens, i: int, start: int) -> int:
    """The end of what surely belongs to a name at token `i`: a field, a capital, a number."""
    words = lexicon()
    if words.words["cue"].match(tokens, i) or tail(tokens, i).end > i:
        return i
    topic = words.topics.end(tokens, i)
    if topic > i + 2 or (topic > i and tokens.is_capital(i)):
        return topic
    if tokens.is_capital(i):
        if i > start and bare(tokens, i):
            return i
        verbs = words.words["verb"]  # "Hỗ trợ phát triển": one verb draws another
        return max(verbs.end(tokens, verbs.end(tokens, i)), i + 1)
    return i + 1 if i > start and tokens.key(i).isdecimal() else i


def _ends_name(tokens: Tokens, i: int) -> bool:
    """Whether a name ends cleanly before token `i`."""
    return (
        closes(tokens, i)
        or tail(tokens, i).end > i
        or (tokens.is_capital(i) and bare(tokens, i) is not None)
    )


def _second_syllable(tokens: Tokens, i: int, start: int) -> bool:
    """Whether a verb of one syllable completes the capitalised one before it: "Chăn nuôi"."""
    first = tokens.is_capital(i - 1) and not tokens.is_upper(i - 1)
    alone = i - 1 == start or not tokens.is_capital(i - 2)
    return i > start and first and alone and lexicon().words["verb"].end(tokens, i) == i + 1


def unknown_name(tokens: Tokens, i: int, listed: bool = False, owners: int = 3) -> Hit | None:
    """A name that no list knows: a head with capitalised words, a place or an owner behind it.

    `owners` bounds a chain like "Văn phòng Thường trực Ban Chỉ đạo".
    """
    if not (tokens.is_capital(i) or listed):
        return None
    found = lexicon().heads.match(tokens, i)
    if found is None or compound(tokens, i):
        return None
    head, start = found
    lower = not tokens.any_capital(i, start + 1)
    if tokens.key(start) in head.not_before or (lower and not head.free):
        return None
    if tokens.is_upper(i) and not head.short:
        return None  # where all is upper case, capitals show no names
    end = _unknown_end(tokens, start, head, owners)
    if end == start and not (head.free and closes(tokens, end)):
        return None
    if tokens.key(end) == "(" and tokens.key(end + 2) == ")" and tokens.is_upper(end + 1):
        end += 3
    return Hit(i, end, "agency.form", known=False)


def _unknown_end(tokens: Tokens, start: int, head: Head, owners: int) -> int:
    if head.takes and (owner := bare(tokens, start)):
        return tail(tokens, owner.end).end
    if head.takes and owners and (inner := unknown_name(tokens, start, owners=owners - 1)):
        return inner.end
    if head.takes and (houses := group(tokens, start)):
        return houses.end  # "Ban Giám hiệu các trường"
    end = start
    if head.free or tokens.is_capital(start):
        end = _words(tokens, start, LONGEST_FREE if head.free else LONGEST_RUN)
    return _national(tokens, tail(tokens, end).end)


def _national(tokens: Tokens, i: int) -> int:
    """The end of "về chuyển đổi số" behind "Ủy ban Quốc gia", "Ba Bể" behind "Vườn quốc gia".

    Also of "các Chương trình mục tiêu quốc gia" behind "Ban Chỉ đạo Trung ương".
    """
    programmes = tokens.keys[i : i + 3] == _PROGRAMMES
    start = i + (tokens.key(i) == "về" or programmes)
    named = tokens.is_capital(i) and not opens_agency(tokens, i)
    central = tokens.key(i - 1) == "ương" and start > i and tokens.key(start) not in _REPORTED
    if not central and (tokens.key(i - 1) != "gia" or not (start > i or named)):
        return i
    end = _words(tokens, start, LONGEST_FREE)
    return tail(tokens, end).end if end > start else i
