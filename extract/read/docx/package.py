"""The parts of a DOCX file, a ZIP archive (ISO/IEC 29500, part 2), unpacked within bounds."""

from __future__ import annotations

import posixpath
from pathlib import Path

from lxml import etree

from extract.read.docx.names import STRICT, Element
from extract.read.docx.unpack import Unpacker
from extract.read.problems import problem

MOST_UNPACKED = 60_000_000
"""Bytes of XML of all parts that are read. 400 pages make 5 to 40 million."""

_MAIN = "word/document.xml"


class Package:
    """The parts of one file. Pictures and other parts that nobody asks for are never unpacked."""

    def __init__(self, path: Path, data: bytes) -> None:
        """Raises ReadError: `damaged`, `encrypted`, `unpacks_too_large`, `too_complex`."""
        self._path = path
        self._archive = Unpacker(path, data, MOST_UNPACKED)
        self._main = self._find_main()

    def document(self) -> Element:
        """The document's own part.

        Raises:
            ReadError: `damaged` without one; as `part`.
        """
        found = self.part(self._main)
        if found is None:
            raise problem("damaged", self._path, reason=f"no {_MAIN}")
        return found

    def related(self, kind: str) -> Element | None:
        """The part that the document refers to as `kind`: "styles", "numbering", "footnotes"."""
        folder, name = posixpath.split(self._main)
        relations = self.part(f"{folder}/_rels/{name}.rels")
        return self.part(_target(relations, kind, folder) or f"{folder}/{kind}.xml")

    def part(self, name: str) -> Element | None:
        """The XML of one part, None where the archive has none of the name.

        Raises:
            ReadError: `damaged`, `encrypted`, `unpacks_too_large`, `too_complex`.
        """
        data = self._archive.unpack(name.lstrip("/"))
        return None if data is None else self._parsed(data)

    def _parsed(self, data: bytes) -> Element:
        for strict, usual in STRICT.items():
            data = data.replace(strict, usual)
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root: Element = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            reason = str(error)
            deep = "depth" in reason or "huge" in reason.lower()
            code = "too_complex" if deep else "damaged"
            raise problem(code, self._path, reason=f"XML: {reason}") from None
        if root.getroottree().docinfo.internalDTD is not None:
            # part 1, section 8: no part declares a document type; entities blow up
            raise problem("damaged", self._path, reason="XML: document type declared")
        return root

    def _find_main(self) -> str:
        relations = self.part("_rels/.rels")
        found = _target(relations, "officeDocument", "")
        return found if found in self._archive.names else _MAIN


def _target(relations: Element | None, kind: str, folder: str) -> str | None:
    """The name of the part that `relations` of a part in `folder` give the type `kind`."""
    for relation in () if relations is None else relations:
        if relation.get("Type", "").endswith("/" + kind):
            target = relation.get("Target", "")
            return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return None
