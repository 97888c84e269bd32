"""A document can hold anything; on the page it is only ever text."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from urllib.parse import unquote

import factory
from shown import Page

from extract.write.page import page
from schemas.plan import Plan

PLAN, RAW = factory.sample()
HOSTILE = "</div></script><script>alert(1)</script><img src=x onerror=alert(2)> \"' & \u202eabc"


def hostile_plan(words: str = HOSTILE) -> Plan:
    """A plan that repeats hostile words wherever a plan can hold any."""
    whole = {"span": {"start": 0, "end": len(words)}, "rule": words}
    value = {"text": words, "unit": words, "per": words, "value": 1, **whole}
    deadline = {"text": words, "edtf": words, "recurrence": [words], **whole}
    assignment = {
        "role": "lead",
        "mention": words,
        "name": f"{words} đầy đủ",
        "agency_id": words,
        "evidence": "table",
        **whole,
    }
    texts = ["number", "symbol", "issuer", "province", "issue_date", "title", "signer", "period"]
    return factory.plan(
        words,
        document={
            **dict.fromkeys(texts, words),
            "id": words,
            "doc_type": "quyet_dinh",
            "recipients": [words],
            "legal_bases": [{"doc_type": words, "title": words, "date": words, **whole}],
            "field_spans": {"number": whole["span"]},
            **whole,
        },
        sections=[{"id": words, "parent": words, "marker": words, "heading": words, **whole}],
        targets=[
            {
                "id": words,
                "quote": words,
                "section": words,
                "measurable": True,
                "measure": value,
                "subject": words,
                "deadlines": [deadline],
                **whole,
            }
        ],
        tasks=[
            {
                "id": "task",
                "quote": words,
                "section": "not a section" + words,
                "assignments": [assignment],
                "product": words,
                **whole,
            }
        ],
        findings=[
            {
                "id": words,
                "code": words,
                "severity": "error",
                "message": words,
                "record": words,
                **whole,
            }
        ],
    )


def test_nothing_of_the_document_becomes_mark_up() -> None:
    tags = [tag for tag, _ in Page(page(hostile_plan(), HOSTILE)).elements]
    harmless = [tag for tag, _ in Page(page(hostile_plan("x" * len(HOSTILE)), HOSTILE)).elements]
    assert [tag for tag in tags if tag != "bdi"] == [tag for tag in harmless if tag != "bdi"]
    assert tags.count("script") == 2


def test_letters_that_turn_the_direction_are_shut_in() -> None:
    """Left loose, one of them would show all that follows it in its block reversed."""
    html = page(hostile_plan(), HOSTILE).replace('<bdi class="turn">\u202e</bdi>', "")
    assert "\u202e" not in re.sub("<[^>]*>", "", html)


def test_the_policy_names_the_very_style_and_script() -> None:
    shown = Page(page(hostile_plan(), HOSTILE))
    policy = next(
        attrs["content"] or ""
        for tag, attrs in shown.elements
        if tag == "meta" and attrs.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy.startswith("default-src 'none';")
    script = shown.inside["script"].removeprefix(shown.inside["#kh-data"])
    for text in (shown.inside["style"], script):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    assert "unsafe" not in policy


def test_the_page_points_to_nothing_outside() -> None:
    shown = Page(page(PLAN, RAW))
    for tag, attrs in shown.elements:
        assert tag not in {"link", "iframe", "img", "object", "base"}
        assert not {"src", "style", "action", "srcset"} & attrs.keys()
        assert (attrs.get("href") or "#").startswith("#")
        assert not any(name.startswith("on") for name in attrs)
    assert not re.search(r"url\(|@import|https?:|fetch|XMLHttp|import\(", shown.inside["style"])
    assert not re.search(r"https?:|fetch|XMLHttp|import\(|innerHTML", shown.inside["script"])


def test_the_data_cannot_end_its_element() -> None:
    html = page(hostile_plan(), HOSTILE)
    data = re.search(r'<script type="application/json" id="kh-data">(.*?)</script>', html)
    assert data
    assert "<" not in data[1]
    ids = [record["id"] for record in json.loads(data[1])["records"]]
    assert "".join(HOSTILE.split()) in ids[0].replace("_", "")


def test_ids_on_the_page_are_unique_and_links_arrive() -> None:
    for html in (page(PLAN, RAW), page(hostile_plan(), HOSTILE), page(*factory.assigned(3))):
        elements = Page(html).elements
        ids = [attrs["id"] for _, attrs in elements if "id" in attrs]
        assert len(ids) == len(set(ids))
        targets = {unquote(attrs["href"] or "") for _, attrs in elements if "href" in attrs}
        assert targets <= {f"#{id}" for id in ids}


def test_the_page_grows_with_the_text_not_with_its_square() -> None:
    small, large = (len(page(*factory.assigned(size))) for size in (200, 400))
    assert large / small < 2.1
