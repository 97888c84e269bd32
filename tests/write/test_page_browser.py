"""The page in a real browser: Debian's Chromium, which nothing here downloads."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import factory
import pytest

from extract.write.page import page
from schemas.plan import Plan

playwright = pytest.importorskip("playwright.sync_api", reason="pip install playwright")

CHROMIUM = shutil.which("chromium")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
NO_GROUND = "rgba(0, 0, 0, 0)"
PLAN, RAW = factory.sample()

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="apt-get install chromium")


@dataclass
class View:
    """An open page, and whatever went wrong on it or left it."""

    tab: playwright.Page
    troubles: list[str] = field(default_factory=list)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.tab.keyboard.press(key)

    def click(self, words: str) -> None:
        """Clicks the piece of the document's text that is just `words`."""
        self.tab.locator(".paper mark").get_by_text(words, exact=True).click()

    def hash(self) -> str:
        return str(self.tab.evaluate("decodeURIComponent(location.hash)"))

    def card(self) -> str | None:
        """The record beside the text; none where the list is shown."""
        cards = self.tab.locator(".card").filter(visible=True)
        shown = [card.get_attribute("id") for card in cards.all()]
        assert len(shown) + self.tab.locator(".overview").filter(visible=True).count() == 1
        return shown[0] if shown else None

    def texts(self, name: str) -> list[str]:
        """The pieces of the document's text that carry a class."""
        return self.tab.locator(f".paper mark.{name}").all_inner_texts()

    def ground(self, words: str) -> str:
        """The background of the piece that is just `words`."""
        piece = self.tab.locator(".paper mark").get_by_text(words, exact=True)
        return str(piece.evaluate("element => getComputedStyle(element).backgroundColor"))


Opener = Callable[..., View]


@pytest.fixture(scope="module")
def browser() -> Iterator[playwright.Browser]:
    with playwright.sync_playwright() as running:
        started = running.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def show(browser: playwright.Browser, tmp_path: Path) -> Iterator[Opener]:
    """Opens a page from a file; at the end nothing may have gone wrong on it."""
    views: list[View] = []

    def open_page(html: str, *, address: str = "", calm: bool = True, **options: object) -> View:
        file = tmp_path / "trang.html"
        file.write_text(html, encoding="utf-8", newline="")
        context = browser.new_context(
            viewport={"width": 1280, "height": 720}, reduced_motion="reduce", **options
        )
        view = View(context.new_page())
        if calm:
            views.append(view)
        tab, troubles = view.tab, view.troubles
        tab.on("console", lambda message: troubles.append(message.text))
        tab.on("pageerror", lambda error: troubles.append(str(error)))
        tab.on("dialog", lambda dialog: (troubles.append("dialog"), dialog.dismiss()))
        tab.on(
            "request",
            lambda request: request.url.startswith(file.as_uri()) or troubles.append(request.url),
        )
        tab.goto(file.as_uri() + address)
        return view

    yield open_page
    for context in browser.contexts:
        context.close()
    for view in views:
        assert view.troubles == []


def test_keys_walk_through_the_records_in_the_order_of_the_text(show: Opener) -> None:
    view = show(page(PLAN, RAW))
    assert view.card() is None
    walked = []
    for _ in range(10):
        view.press("n")
        walked.append(view.card())
    assert walked == [
        *("doc", "I", "target-1", "target-2", "II"),
        *("II.1", "task-1", "task-2", "II.2", "task-3"),
    ]
    view.press("n")
    assert view.card() == "task-3", "the last stays"
    view.press("ArrowUp", "p", "p", "ArrowDown")
    assert view.card() == "task-2"
    assert view.tab.locator("#kh-position").inner_text() == "8 / 10"
    assert view.hash() == "#task-2"
    view.press("Escape")
    assert (view.card(), view.hash()) == (None, "")


def test_the_chosen_record_is_brought_to_the_eye(show: Opener) -> None:
    plan, raw = factory.assigned(300)
    view = show(page(plan, raw))
    view.press("p")
    assert view.card() == "1-300"
    last = view.tab.locator(".paper mark.on")
    box = last.bounding_box()
    assert box
    assert 0 < box["y"] < 720
    assert view.tab.evaluate("document.documentElement.scrollTop") == 0, "the page itself is still"


def test_buttons_do_what_keys_do(show: Opener) -> None:
    view = show(page(PLAN, RAW))
    view.tab.get_by_role("button", name="Sau").click()
    view.tab.get_by_role("button", name="Sau").click()
    assert view.card() == "I"
    view.tab.get_by_role("button", name="Trước").click()
    assert view.card() == "doc"
    view.tab.get_by_role("button", name="Danh sách").click()
    assert view.card() is None


def test_the_fields_stand_beside_the_text(show: Opener) -> None:
    view = show(page(PLAN, RAW), address="#task-1")
    fields = view.tab.locator("#task-1 dt").all_inner_texts()
    assert fields == [
        *("Cơ quan chủ trì", "Cơ quan phối hợp", "Thời hạn", "Số lượng", "Thuộc mục", "Quy tắc")
    ]
    assert "".join(view.texts("on")) == PLAN.tasks[0].quote
    view.tab.locator("#task-1").get_by_role("link", name="Sở Tài chính", exact=True).click()
    assert view.texts("focus") == ["Sở Tài chính"]
    assert view.card() == "task-1"


def test_inherited_values_are_marked_where_they_were_read(show: Opener) -> None:
    view = show(page(*factory.assigned(3)), address="#1-2")
    assert view.texts("far") == ["Công an tỉnh", "đến năm 2026"]
    assert len(view.texts("on")) == 1
    outline = view.tab.locator(".paper mark.far").first.evaluate(
        "element => getComputedStyle(element).outlineStyle"
    )
    assert outline == "dashed"


def test_a_click_takes_the_innermost_and_again_the_next_outside(show: Opener) -> None:
    view = show(page(PLAN, RAW))
    view.click("2.700 cuốn sách")
    assert (view.card(), view.texts("focus")) == ("task-1", ["2.700 cuốn sách"])
    view.click("2.700 cuốn sách")
    assert (view.card(), view.texts("focus")) == ("task-1", []), "the task as a whole"
    view.click("2.700 cuốn sách")
    assert view.texts("focus") == ["2.700 cuốn sách"], "and round again"


def test_a_click_on_a_heading_takes_its_section_before_what_inherits_from_it(show: Opener) -> None:
    view = show(page(PLAN, RAW))
    walked = []
    for _ in range(4):
        view.click("ĐẾN NĂM 2026")
        walked.append(view.card())
    assert walked == ["I", "target-1", "target-2", "I"]


def test_what_is_chosen_has_the_colour_of_its_kind(show: Opener) -> None:
    """Also where a heading is a task as well, so that both cover the same words."""
    raw = "1. In sổ tay"
    section = factory.section(raw, "1", "In sổ tay")
    task = {"id": "t", "quote": "In sổ tay", "section": "1", "rule": "r", "span": section.span}
    view = show(page(factory.plan(raw, sections=[section], tasks=[task]), raw), address="#1")
    as_section = view.ground("In sổ tay")
    view.press("n")
    assert view.card() == "t"
    assert view.ground("In sổ tay") != as_section
    view.press("Escape")
    assert view.ground("In sổ tay") != as_section


def test_the_legend_hides_a_kind(show: Opener) -> None:
    view = show(page(PLAN, RAW), address="#II.1")
    plain = view.ground("Rà soát tủ sách hiện có, lập ")
    assert plain != NO_GROUND
    view.tab.get_by_role("checkbox", name="Mục").uncheck()
    assert view.card() is None, "what is hidden is no longer chosen"
    assert view.tab.locator("#kh-position").inner_text() == "– / 6"
    view.press("n", "n")
    assert view.card() == "target-1"
    view.tab.get_by_role("checkbox", name="Nhiệm vụ").uncheck()
    assert view.ground("Rà soát tủ sách hiện có, lập ") == NO_GROUND
    view.tab.get_by_role("checkbox", name="Nhiệm vụ").check()
    assert view.ground("Rà soát tủ sách hiện có, lập ") == plain


def test_the_address_keeps_the_record(show: Opener) -> None:
    """Also where the id holds what addresses write otherwise."""
    raw = "2. Tổ chức thực hiện"
    section = factory.section(raw, "2", "Tổ chức thực hiện")
    section = section.model_copy(update={"id": "Điều 2/50%25"})
    view = show(page(factory.plan(raw, sections=[section]), raw))
    view.press("n", "n")
    assert view.hash() == "#Điều_2/50%25"
    view.tab.reload()
    assert view.card() == "Điều_2/50%25"
    view.tab.evaluate("location.hash = 'khong-co'")
    view.tab.wait_for_selector(".overview")
    assert view.card() is None
    view.tab.locator(".records a").last.click()
    view.tab.wait_for_selector(".card.open")
    assert view.card() == "Điều_2/50%25"


def test_links_between_records(show: Opener) -> None:
    view = show(page(PLAN, RAW), address="#task-1")
    view.tab.locator("#task-1").get_by_role("link", name="1. Bổ sung sách").click()
    view.tab.wait_for_selector(".card.open[id='II.1']")
    view.press("Escape")
    view.tab.locator(".overview .finding a").click()
    assert view.card() == "task-2"
    view.press("Escape")
    view.tab.locator(".records a").last.click()
    view.tab.wait_for_selector("#task-3.open")


def test_help_opens_with_a_question_mark(show: Opener) -> None:
    view = show(page(PLAN, RAW), address="#task-1")
    view.press("?")
    assert view.tab.locator("dialog").is_visible()
    view.press("n", "Escape")
    assert not view.tab.locator("dialog").is_visible()
    assert view.card() == "task-1", "keys pressed in the dialog are the dialog's"


def test_keys_of_the_browser_stay_the_browsers(show: Opener) -> None:
    view = show(page(PLAN, RAW))
    view.press("Control+p", "Alt+n")
    assert view.card() is None


def test_focus_can_be_seen(show: Opener) -> None:
    view = show(page(PLAN, RAW))
    for _ in range(30):
        view.press("Tab")
        width = view.tab.evaluate(
            """() => {
              const focused = document.activeElement;
              const shown = focused.closest("label") ?? focused;
              return shown === document.body ? 1 : parseFloat(getComputedStyle(shown).outlineWidth);
            }"""
        )
        assert width >= 1


@pytest.mark.parametrize("width", [1280, 700])
def test_nothing_is_wider_than_the_window(show: Opener, width: int) -> None:
    raw = "Kế hoạch " + "x" * 5000
    view = show(page(factory.plan(raw), raw))
    view.tab.set_viewport_size({"width": width, "height": 720})
    for part in ("document.documentElement", "document.querySelector('main')"):
        assert view.tab.evaluate(f"{part}.scrollWidth <= {part}.clientWidth")


def test_without_javascript_it_is_text_with_a_list_below(show: Opener) -> None:
    view = show(page(PLAN, RAW), java_script_enabled=False)
    assert not view.tab.locator(".tools").is_visible()
    assert view.tab.locator(".card").filter(visible=True).count() == 10
    text, panel = (view.tab.locator(name).bounding_box() for name in ("main", "aside"))
    assert text
    assert panel
    assert panel["y"] >= text["y"] + text["height"]
    assert view.ground("Rà soát tủ sách hiện có, lập ") != NO_GROUND


HOSTILE = (
    "</div></script><script>alert(1)</script><img src=x onerror=alert(2)>"
    "<svg onload=alert(3)> \u202eđảo chiều\u202c e\u0302\u0301 {{ 7 * 7 }} \\u003c <!--"
)


def hostile_plan() -> Plan:
    """Hostile words as title, heading, agency and id."""
    raw = f"1. {HOSTILE}\n"
    section = factory.section(raw, "1", HOSTILE)
    task = {
        "id": HOSTILE,
        "quote": HOSTILE,
        "section": "1",
        "assignments": [factory.agency(raw, HOSTILE, "lead", "direct")],
        "rule": HOSTILE,
        "span": section.span,
    }
    return factory.plan(
        raw, document=factory.document(raw, title=HOSTILE), sections=[section], tasks=[task]
    )


def test_a_hostile_document_is_only_text(show: Opener) -> None:
    raw = f"1. {HOSTILE}\n"
    view = show(page(hostile_plan(), raw))
    assert view.tab.locator(".paper").evaluate("element => element.textContent") == raw
    view.press("n", "n", "n")
    assert view.card() == "_".join(HOSTILE.split(" "))
    view.tab.reload()
    assert view.card() == "_".join(HOSTILE.split(" "))
    assert HOSTILE in (view.tab.locator(".card.open blockquote").text_content() or "")
    view.tab.locator(".card.open dd a").first.click()
    assert view.tab.locator("img, svg, iframe").count() == 0


def test_a_letter_that_turns_the_direction_turns_nothing_else(show: Opener) -> None:
    """The words after it stand where they stand in the same text without it."""
    places = []
    for turning in ("\u202e", ""):
        raw = f"Giao {turning} Sở Y tế"
        lead = factory.span(raw, "Sở Y tế")
        task = {"id": "t", "quote": "Sở Y tế", "rule": "r", "span": lead}
        view = show(page(factory.plan(raw, tasks=[task]), raw))
        places.append(
            view.tab.evaluate(
                """() => {
                  const text = document.querySelector(".paper mark").firstChild;
                  return [0, text.length - 1].map((at) => {
                    const range = new Range();
                    range.setStart(text, at);
                    range.setEnd(text, at + 1);
                    return range.getBoundingClientRect().x;
                  });
                }"""
            )
        )
    (first, last), (plain_first, plain_last) = places
    assert last - first == pytest.approx(plain_last - plain_first, abs=0.5)


def test_should_escaping_ever_fail_nothing_would_run(show: Opener) -> None:
    broken = page(PLAN, RAW).replace(
        "ỦY BAN NHÂN DÂN\nTỈNH",
        "<script>document.title = 'chạy'</script><img src=x onerror=\"document.title='chạy'\">",
        1,
    )
    view = show(broken, calm=False)
    view.tab.wait_for_load_state("load")
    assert view.tab.title() != "chạy"
    refused = [trouble for trouble in view.troubles if "Content Security Policy" in trouble]
    assert len(refused) >= 2, "script and image, both refused"
