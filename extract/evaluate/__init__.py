"""How good are the plans: scores against gold, the work of careful readers.

`score` compares plans with gold on three levels; `read_plans` and `read_gold` read both from files.
"""

from extract.evaluate.files import read_gold, read_plans
from extract.evaluate.report import Difference, Exactness, LevelScores, Report, Tally
from extract.evaluate.scoring import score
from extract.evaluate.values import Level

__all__ = [
    "Difference",
    "Exactness",
    "Level",
    "LevelScores",
    "Report",
    "Tally",
    "read_gold",
    "read_plans",
    "score",
]
