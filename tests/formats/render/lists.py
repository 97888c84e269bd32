"""Lists of a DOCX that count themselves: definitions in numbering.xml, one number a paragraph."""

from __future__ import annotations

from docx.document import Document as Word
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm
from docx.text.paragraph import Paragraph

from render.numbers import Form, Numbered

_LEVEL = (
    '<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>{suffix}'
    '<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
)
_SPACE = '<w:suff w:val="space"/>'
_DEFINITIONS: dict[str, tuple[tuple[str, str, str], ...]] = {
    # the format, the text and what follows it (a tab where nothing is said) of each level
    "arabic": (("decimal", "%1.", ""), ("decimal", "%1.%2.", _SPACE)),
    "letter": (("lowerLetter", "%1)", _SPACE),),
    "bullets": (("bullet", "-", ""), ("bullet", "+", "")),
}
_PLACES: dict[Form, tuple[str, int]] = {
    "arabic": ("arabic", 0),
    "decimal": ("arabic", 1),
    "letter": ("letter", 0),
    "dash": ("bullets", 0),
    "plus": ("bullets", 1),
}
_RESTART = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
_FIRST = 90


class Numbering:
    """The definitions in one document; each list that begins anew gets a number of its own.

    With `restarts` all lists of a form share one definition and say that they begin at 1 again, as
    Word writes them; without, each has a definition of its own, which is all that LibreOffice
    keeps in a DOC.
    """

    def __init__(self, word: Word, *, restarts: bool) -> None:
        self._root = word.part.numbering_part.element
        self._restarts = restarts
        self._definitions: dict[tuple[str, int], int] = {}
        self._numbers: dict[tuple[str, int], int] = {}

    def apply(self, target: Paragraph, item: Numbered) -> None:
        """Makes the paragraph an item; the indents stay those of its text."""
        name, level = _PLACES[item.form]
        properties = target._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = level
        properties.get_or_add_numId().val = self._number(name, item.number)
        target.paragraph_format.left_indent = Cm(0)

    def _number(self, name: str, list_number: int) -> int:
        key = name, list_number
        if key not in self._numbers:
            self._numbers[key] = number = 500 + len(self._numbers)
            definition = self._definition(name, 0 if self._restarts else list_number)
            self._root.append(
                parse_xml(
                    f'<w:num {nsdecls("w")} w:numId="{number}">'
                    f'<w:abstractNumId w:val="{definition}"/>{_RESTART * self._restarts}</w:num>'
                )
            )
        return self._numbers[key]

    def _definition(self, name: str, list_number: int) -> int:
        key = name, list_number
        if key not in self._definitions:
            self._definitions[key] = number = _FIRST + len(self._definitions)
            inside = "".join(
                _LEVEL.format(level=level, format=form, text=text, suffix=suffix)
                for level, (form, text, suffix) in enumerate(_DEFINITIONS[name])
            )
            element = parse_xml(
                f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">'
                f'<w:multiLevelType w:val="multilevel"/>{inside}</w:abstractNum>'
            )
            self._root.insert(len(self._root.findall(qn("w:abstractNum"))), element)
        return self._definitions[key]
