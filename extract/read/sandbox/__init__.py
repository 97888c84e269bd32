"""Readers of binary formats in a child process: a file that hangs, crashes or eats memory fails
alone."""

from extract.read.sandbox.parent import Sandbox, isolated

__all__ = ["Sandbox", "isolated"]
