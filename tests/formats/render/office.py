"""LibreOffice turns many files into another format in one call."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from extract.read.tools import OFFICE

_FILTERS = {
    "pdf": "pdf:writer_pdf_Export",
    "locked.pdf": 'pdf:writer_pdf_Export:{"RestrictPermissions":{"type":"boolean","value":"true"},'
    '"PermissionPassword":{"type":"string","value":"x"}}',
    "doc": "doc:MS Word 97",
    "rtf": "rtf:Rich Text Format",
    "odt": "odt:writer8",
    "html": "html:HTML (StarWriter)",
}


def convert(files: Sequence[Path], form: str, folder: Path) -> list[Path]:
    """The files in the format `form` (a key of `_FILTERS`), in `folder`.

    "locked.pdf" opens without a password, but is encrypted, and nothing may be changed.
    """
    program = OFFICE.find()
    assert program, OFFICE.install
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(
            [
                program,
                f"-env:UserInstallation={Path(profile).as_uri()}",
                "--headless",
                "--convert-to",
                _FILTERS[form],
                "--outdir",
                str(folder),
                *map(str, files),
            ],
            check=True,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=60 + 20 * len(files),
        )
    made = [folder / f"{file.stem}.{form.split('.')[-1]}" for file in files]
    assert all(file.is_file() for file in made), f"LibreOffice made no {form}"
    return made
