"""Programs of the system that some tests need: `@pytest.mark.needs("Xvfb")` skips without them."""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Final

# The interpreter that Debian's Python packages belong to: the accessibility tree is read through it.
SYSTEM_PYTHON: Final = Path("/usr/bin/python3")
ATSPI_LAUNCHER: Final = Path("/usr/libexec/at-spi-bus-launcher")

# Name in the marker -> Debian packages. A name that is not here is a program in a package of its name.
PACKAGES: Final = {
    "Xvfb": "xvfb",
    "appstreamcli": "appstream",
    "atspi": "at-spi2-core dbus-x11 python3-gi gir1.2-atspi-2.0",
    "dbus-run-session": "dbus",
    "desktop-file-validate": "desktop-file-utils",
    "dpkg-deb": "dpkg",
    "file": "file",
    "msgfmt": "gettext",
    "pdftotext": "poppler-utils",
    "xcb": "libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 "
    "libxcb-shape0 libxcb-sync1 libxcb-xfixes0 libxcb-xkb1 libxkbcommon-x11-0",
    "xmllint": "libxml2-utils",
}


def everything_must_run() -> bool:
    """Say whether a test may not be skipped here."""
    return os.environ.get("ROPA_CI") == "1"


def advice(names: list[str]) -> str:
    """Return the line that says what to install."""
    packages = " ".join(PACKAGES.get(name, name) for name in names)
    return f"needs {', '.join(names)}: apt-get install {packages}"


@cache
def is_there(name: str) -> bool:
    """Say whether this machine has a tool."""
    special = {"atspi": _atspi, "xcb": _xcb}
    return special[name]() if name in special else shutil.which(name) is not None


def _atspi() -> bool:
    if not (ATSPI_LAUNCHER.exists() and SYSTEM_PYTHON.exists() and shutil.which("dbus-run-session")):
        return False
    probe = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    return subprocess.run([str(SYSTEM_PYTHON), "-c", probe], capture_output=True).returncode == 0


def _xcb() -> bool:
    """Say whether Qt's plugin for X displays finds its libraries."""
    import ctypes

    from PySide6 import QtGui  # brings Qt's own libraries into the process

    folder = Path(QtGui.__file__).parent
    try:
        ctypes.CDLL(str(folder / "Qt" / "plugins" / "platforms" / "libqxcb.so"))
    except OSError:
        return False
    return True
