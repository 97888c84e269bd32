"""The external programs that some formats need: where they are, and how to install them."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from extract.errors import ToolMissingError
from extract.read.problems import shown


@dataclass(frozen=True, slots=True)
class Tool:
    """A program: the names it goes by, what it is for, and the Debian packages that bring it.

    What `list_parts` makes it print must name all of `parts`, data that it cannot work without.
    """

    name: str
    programs: tuple[str, ...]
    packages: tuple[str, ...]
    formats: tuple[str, ...]
    parts: tuple[str, ...] = ()
    list_parts: str = ""

    @property
    def install(self) -> str:
        return "sudo apt-get install -y --no-install-recommends " + " ".join(self.packages)

    def find(self) -> str | None:
        """The program's path, None where it is not installed."""
        return next((found for name in self.programs if (found := shutil.which(name))), None)

    def lacking(self) -> list[str]:
        """Those of `parts` that the installed program does not have."""
        if not self.parts:
            return []
        held = _asked(self, self.list_parts).split()
        return [part for part in self.parts if part not in held]

    def version(self) -> str:
        """What the installed program says of its version: the first line, or "" """
        return next(iter(_asked(self, "--version").splitlines()), "").strip()

    def require(self, path: Path) -> str:
        """The program's path.

        Raises:
            ToolMissingError: `tool_missing`, about the file `path`, with the install line, where
                the program or a part of it is not there.
        """
        if (found := self.find()) and not self.lacking():
            return found
        raise missing(self, path)


@dataclass(frozen=True, slots=True)
class State:
    """Whether a program can be used here. `lacking` are the parts that it needs and has not."""

    name: str
    installed: bool
    path: str | None
    version: str
    lacking: list[str]
    formats: tuple[str, ...]
    install: str


def state(tool: Tool) -> State:
    """The state of `tool` on this machine."""
    path = tool.find()
    lacking = tool.lacking() if path else []
    return State(
        name=tool.name,
        installed=path is not None and not lacking,
        path=path,
        version=tool.version(),
        lacking=lacking,
        formats=tool.formats,
        install=tool.install,
    )


OFFICE = Tool(
    "LibreOffice",
    ("soffice", "libreoffice"),
    ("libreoffice-writer",),
    ("DOC", "RTF", "ODT"),
)
OCR = Tool(
    "Tesseract",
    ("tesseract",),
    ("tesseract-ocr", "tesseract-ocr-vie"),
    ("PDF scan", "PNG", "JPEG", "TIFF"),
    parts=("vie",),
    list_parts="--list-langs",
)
TOOLS = (OFFICE, OCR)


@cache
def _asked(tool: Tool, option: str) -> str:
    """What the program prints for `option`, errors and all; nothing where it is not installed."""
    program = tool.find()
    if program is None:
        return ""
    try:
        done = subprocess.run(
            [program, option], stdin=subprocess.DEVNULL, capture_output=True, timeout=20
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return (done.stdout + done.stderr).decode("utf-8", "replace")


def missing(tool: Tool, path: Path) -> ToolMissingError:
    """The error that `path` needs `tool`."""
    name = shown(path)
    return ToolMissingError(
        "tool_missing",
        f"{name}: cần chương trình {tool.name} để đọc loại tệp này; cài bằng: {tool.install}",
        f"{name}: {tool.name} is needed to read this kind of file; install it with: {tool.install}",
    )


def run_tool(command: list[str], *, seconds: float, **options: object) -> bytes:
    """What the command prints, without any input.

    Raises:
        subprocess.TimeoutExpired, subprocess.CalledProcessError: as `subprocess.run`.
    """
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=seconds,
        check=True,
        **options,  # type: ignore[call-overload]
    )
    return bytes(done.stdout)
