"""Segment: reading text → the decision's parts and the plan's outline."""

from extract.segment.outline import Node, outline
from extract.segment.parts import Body, Parts, parts

__all__ = ["Body", "Node", "Parts", "outline", "parts"]
