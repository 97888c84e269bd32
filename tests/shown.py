"""What a browser would make of an HTML page, as far as tests ask."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"meta", "input"}


class Page(HTMLParser):
    """A parsed page: its elements, and the text inside them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.inside: dict[str, str] = {}  # "tag", "#id" or ".class" -> all text in it
        self.marked: dict[int, str] = {}  # number of a mark -> the text of its pieces
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag, f"</{tag}> closes nothing"

    def handle_data(self, data: str) -> None:
        for tag, attrs in self.open:
            names = [tag, f"#{attrs.get('id')}"]
            names += [f".{name}" for name in (attrs.get("class") or "").split()]
            for name in names:
                self.inside[name] = self.inside.get(name, "") + data
            if tag == "mark" and "data-m" in attrs:
                for number in map(int, (attrs["data-m"] or "").split()):
                    self.marked[number] = self.marked.get(number, "") + data

    def card(self, id: str) -> str:
        """The text of a record's card, white space collapsed."""
        return " ".join(self.inside[f"#{id}"].split())
