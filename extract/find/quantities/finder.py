"""The quantities of a text: each number looked at with what stands around it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from extract.find.mentions import QuantityMention
from extract.find.quantities.left import (
    LeftContext,
    change_in_clause,
    clause_before,
    in_span,
    is_named,
    read_left,
)
from extract.find.quantities.lexicon import QuantityLexicon, Unit, lexicon
from extract.find.quantities.numerals import Numeral, numerals
from extract.find.quantities.ranges import read_range
from extract.find.quantities.rates import Rate, rate_before, read_rate
from extract.find.quantities.right import (
    UnitMatch, after_number, end_of_list, next_words, read_after, read_unit,
)
from extract.find.quantities.shape import is_part_of_token
