"""Weighs candidates against their neighbours: forward and backward best paths (Viterbi)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from extract.read.ocr.repair.candidates import Candidate

Link = Callable[[int, Candidate, Candidate], float]
"""The logarithm of how likely the second is after the first, which stands at the place given."""


def best_scores(slots: Sequence[Sequence[Candidate]], link: Link) -> list[list[float]]:
    """For each candidate the score of the best reading of all slots that takes it."""
    if not slots:
        return []
    forward = [[one.seen for one in slots[0]]]
    for i in range(1, len(slots)):
        forward.append(
            [
                one.seen
                + max(
                    score + link(i - 1, before, one)
                    for score, before in zip(forward[-1], slots[i - 1], strict=True)
                )
                for one in slots[i]
            ]
        )
    backward = [[0.0 for _ in slots[-1]]]
    for i in range(len(slots) - 2, -1, -1):
        backward.append(
            [
                max(
                    score + after.seen + link(i, one, after)
                    for score, after in zip(backward[-1], slots[i + 1], strict=True)
                )
                for one in slots[i]
            ]
        )
    backward.reverse()
    return [
        [ahead + behind for ahead, behind in zip(a, b, strict=True)]
        for a, b in zip(forward, backward, strict=True)
    ]
