"""What one document may cost its reader."""

from __future__ import annotations

SECONDS = 90.0
"""Without a sign of life; a reader gives one after each page."""

MEGABYTES = 3000
"""Address space of the reading process, and of each program that it starts."""

WORN = 400
"""Megabytes that a reading process may hold before it is replaced by a new one."""
