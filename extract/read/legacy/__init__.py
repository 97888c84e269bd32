"""Old Vietnamese encodings (TCVN3, VNI, VPS, VISCII) and how they become Unicode."""

from extract.read.legacy.convert import is_unicode, to_unicode
from extract.read.legacy.fonts import FontEncoding, encoding_of_font
from extract.read.legacy.mend import mend
from extract.read.legacy.tables import ENCODINGS, Encoding

__all__ = [
    "ENCODINGS",
    "Encoding",
    "FontEncoding",
    "encoding_of_font",
    "is_unicode",
    "mend",
    "to_unicode",
]
