"""The settings that LibreOffice converts with: no macros, nothing fetched."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

_SCRIPTING = "/org.openoffice.Office.Common/Security/Scripting"
_SETTINGS: tuple[tuple[str, str, object], ...] = (
    (_SCRIPTING, "MacroSecurityLevel", 3),  # very high: only from trusted places, of which none is
    (_SCRIPTING, "DisableMacrosExecution", True),
    (_SCRIPTING, "DisableActiveContent", True),
    (_SCRIPTING, "BlockUntrustedRefererLinks", True),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", 2),  # never
    ("/org.openoffice.Office.Writer/Content/Update", "Field", False),
    ("/org.openoffice.Office.Calc/Content/Update", "Link", 2),
    ("/org.openoffice.Inet/Settings", "ooInetProxyType", 2),  # by hand, see the next
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "localhost"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", 9),  # discard: nothing answers
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "localhost"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", 9),
)


def write_profile(folder: Path) -> str:
    """Makes a user profile in `folder`, which must be empty or missing; its address for
    `-env:UserInstallation`."""
    user = folder / "user"
    user.mkdir(parents=True)
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name={quoteattr(name)} oor:op="fuse">'
        f"<value>{escape(_written(value))}</value></prop></item>\n"
        for path, name, value in _SETTINGS
    )
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry"'
        ' xmlns:xs="http://www.w3.org/2001/XMLSchema"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n'
        f"{items}</oor:items>\n",
        encoding="utf-8",
    )
    return folder.resolve().as_uri()


def _written(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
