"""The document's own fields, from its header, recitals, articles, signature and recipients."""

from extract.assemble.document.build import document

__all__ = ["document"]
