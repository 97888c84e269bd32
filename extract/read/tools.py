"""The external programs that some formats need: where they are, and how to install them."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from extract.errors import ToolMissingError
from extract.read.problems import shown


@dataclass(frozen=True, slots=True)
class Tool:
    """A program: the names it goes by, what it is for, and the Debian packages that bring it."""

    name: str
    programs: tuple[str, ...]
    packages: tuple[str, ...]
    formats: tuple[str, ...]
    version: tuple[str, ...] = ("--version",)

    @property
    def install(self) -> str:
        return "sudo apt-get install -y --no-install-recommends " + " ".join(self.packages)

    def find(self) -> str | None:
        """The program's path, None where it is not installed."""
        return next((found for name in self.programs if (found := shutil.which(name))), None)

    def require(self, path: Path) -> str:
        """The program's path.

        Raises:
            ToolMissingError: `tool_missing`, about the file `path`, with the install line.
        """
        if found := self.find():
            return found
        raise missing(self, path)


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
)
TOOLS = (OFFICE, OCR)


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
