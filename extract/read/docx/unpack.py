"""The files in a ZIP archive that is one document, unpacked within bounds."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

from extract.read.problems import problem

_CHUNK = 1 << 20
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    ValueError,
)
"""What zipfile raises where an archive is not as it should be."""


class Unpacker:
    """The entries of one archive. Sizes are counted while unpacking: headers can lie.

    `most` bytes are unpacked altogether.
    """

    def __init__(self, path: Path, data: bytes, most: int) -> None:
        """Raises ReadError: `damaged`."""
        self._path = path
        self._most = self._left = most
        try:
            self._archive = zipfile.ZipFile(BytesIO(data))
        except _DAMAGED as error:
            raise problem("damaged", path, reason=f"ZIP: {error}") from None
        stored = self._archive.infolist()
        self.names = {item.filename.replace("\\", "/").lstrip("/"): item for item in stored}

    def unpack(self, name: str) -> bytes | None:
        """The bytes of one entry, None where there is none of the name.

        Raises:
            ReadError: `damaged`, `encrypted`, `unpacks_too_large`.
        """
        stored = self.names.get(name)
        if stored is None:
            return None
        found = bytearray()
        try:
            with self._archive.open(stored) as stream:
                while chunk := stream.read(_CHUNK):
                    self._left -= len(chunk)
                    if self._left < 0:
                        limit = self._most // 1_000_000
                        raise problem("unpacks_too_large", self._path, limit=limit)
                    found += chunk
        except _DAMAGED as error:
            raise problem("damaged", self._path, reason=f"ZIP: {error}") from None
        except RuntimeError:  # what zipfile says of an entry with a password
            raise problem("encrypted", self._path) from None
        return bytes(found)
