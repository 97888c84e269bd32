"""Assemble: outline and mentions → the plan's records, with what they inherit."""

from extract.assemble.plan import assemble

__all__ = ["assemble"]
