"""Renders a sample decision in every form that offices send one in."""
