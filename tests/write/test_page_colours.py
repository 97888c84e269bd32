from __future__ import annotations

import re
from importlib.resources import files

import pytest


def _schemes() -> list[dict[str, str]]:
    style = (files("extract.write.page") / "style.css").read_text(encoding="utf-8")
    roots = re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    return [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", root)) for root in roots]


def _contrast(one: str, other: str) -> float:
    """WCAG 2.2, contrast ratio of two colours `#rrggbb`."""

    def luminance(colour: str) -> float:
        shares = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
        return sum(w * s for w, s in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", _schemes(), ids=["light", "dark"])
def test_contrast_meets_wcag_aa(colours: dict[str, str]) -> None:
    records = ["section", "target", "task", "document"]
    grounds = ["paper", "ground", "legal", *records, *(f"{name}-on" for name in records)]
    for ground in grounds:
        assert _contrast(colours["ink"], colours[ground]) >= 4.5, ground
    for text in ("soft", "accent", "error", "warning"):
        assert _contrast(colours[text], colours["paper"]) >= 4.5, text
    for line in ("agency", "quantity", "deadline", "subject", "product", "accent"):
        for ground in grounds:
            assert _contrast(colours[line], colours[ground]) >= 3, (line, ground)
