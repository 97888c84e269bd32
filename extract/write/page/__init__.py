"""A plan beside its text, as one HTML page that needs nothing else."""

from extract.write.page.build import page

__all__ = ["page"]
