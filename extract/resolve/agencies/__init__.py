"""Agencies: which body a mention means at the document's date, and who does its work today."""

from __future__ import annotations

from extract.resolve.agencies.registry import Body, Registry, Successor, registry

__all__ = ["Body", "Registry", "Successor", "registry"]
