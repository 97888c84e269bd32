"""ZIP files: the documents in them."""

from extract.read.archive.unpack import members

__all__ = ["members"]
