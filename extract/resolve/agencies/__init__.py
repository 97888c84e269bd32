"""Agencies: which body a mention means at the document's date, and who does its work today."""

from __future__ import annotations

from extract.resolve.agencies.document import facts_of
from extract.resolve.agencies.facts import Facts
from extract.resolve.agencies.link import Resolution
from extract.resolve.agencies.lint import faults
from extract.resolve.agencies.plan import with_agencies
from extract.resolve.agencies.registry import Body, Registry, Successor, registry
from extract.resolve.agencies.resolve import resolve
from extract.resolve.agencies.successors import Heir, ended_before, today

__all__ = [
    "Body",
    "Facts",
    "Heir",
    "Registry",
    "Resolution",
    "Successor",
    "ended_before",
    "facts_of",
    "faults",
    "registry",
    "resolve",
    "today",
    "with_agencies",
]
