"""Make sure that Qt can draw: find the system libraries it misses by loading it, and install them.

Run with the environment's Python. As root on a Debian system the missing packages are installed;
otherwise the one command that does it is printed and the exit status is 1.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys

# Offscreen drawing is needed always; a window needs the plugin of its display as well.
_DRAW = """
import sys
from PySide6.QtPdf import QPdfDocument
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication
application = QApplication(sys.argv[:1])
"""
_LOAD = """
import ctypes, sys
from pathlib import Path
import PySide6
from PySide6.QtGui import QGuiApplication
ctypes.CDLL(str(Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms" / sys.argv[1]))
"""
# Libraries whose Debian package does not follow from their name.
_ODD = {"libglib-2.0.so.0": "libglib2.0-0", "libgthread-2.0.so.0": "libglib2.0-0"}
# What usually misses together, so that one round does it; the probe still has the last word.
_USUAL = (
    "libEGL.so.1", "libGL.so.1", "libdbus-1.so.3", "libfontconfig.so.1", "libglib-2.0.so.0",
    "libgssapi_krb5.so.2", "libxkbcommon.so.0",
)  # fmt: skip
_USUAL_XCB = (
    "libX11-xcb.so.1", "libxcb-cursor.so.0", "libxcb-icccm.so.4", "libxcb-image.so.0", "libxcb-keysyms.so.1",
    "libxcb-randr.so.0", "libxcb-render-util.so.0", "libxcb-render.so.0", "libxcb-shape.so.0",
    "libxcb-shm.so.0", "libxcb-sync.so.1", "libxcb-xfixes.so.0", "libxcb-xkb.so.1", "libxkbcommon-x11.so.0",
)  # fmt: skip
_LIBRARY = re.compile(r"(lib[\w+.-]+?)\.so\.(\d+)")


def main() -> int:
    """Probe, install, probe again; return the exit status."""
    tried: set[str] = set()
    while complaint := first_complaint():
        if not tried:
            refresh_package_lists()
        wanted = packages_for(complaint) - tried
        if not wanted:
            print(f"Qt cannot start here: {complaint}")
            return 1
        if not install(sorted(wanted)):
            return 1
        tried |= wanted
    return 0


def first_complaint() -> str | None:
    """Return what keeps Qt from drawing, or from opening a window where there is a display."""
    offscreen = _complaint(_DRAW, platform="offscreen")
    if offscreen or sys.platform != "linux":
        return offscreen
    plugins = {"DISPLAY": "libqxcb.so", "WAYLAND_DISPLAY": "libqwayland.so"}
    for variable, plugin in plugins.items():
        if os.environ.get(variable) and (found := _complaint(_LOAD, plugin, platform="offscreen")):
            return found
    return None


def _complaint(program: str, *arguments: str, platform: str) -> str | None:
    environment = {**os.environ, "QT_QPA_PLATFORM": platform, "LC_ALL": "C.UTF-8"}
    run = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        env=environment, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    if run.returncode == 0:
        return None
    lines = (run.stderr.strip() or f"status {run.returncode}").splitlines()
    return next((line for line in lines if ".so" in line), lines[-1])


def packages_for(complaint: str) -> set[str]:
    """Return the Debian packages of the library that a loader's message names, and of its companions."""
    named = _LIBRARY.search(complaint)
    if not named:
        return set()
    usual = _USUAL_XCB if "x11" in named[0].lower() or "xcb" in named[0] else _USUAL
    return {package for name in (named[0], *usual) if (package := package_of(name))}


def package_of(library: str) -> str | None:
    """Return the package of a library by Debian's rule for names, None where this system knows none."""
    match = _LIBRARY.fullmatch(library)
    if not match:
        return None
    base, version = match[1].lower().replace("_", "-"), match[2]
    name = _ODD.get(library) or f"{base}{'-' if base[-1].isdigit() else ''}{version}"
    # The suffix marks the libraries that Debian 13 rebuilt for dates after 2038.
    return next((known for known in (f"{name}t64", name) if _is_known(known)), None)


def _is_known(package: str) -> bool:
    if not shutil.which("apt-cache"):
        return not package.endswith("t64")
    return subprocess.run(["apt-cache", "show", package], capture_output=True, check=False).returncode == 0


def install(packages: list[str]) -> bool:
    """Install packages as root; otherwise print the line that does it."""
    if not shutil.which("apt-get"):
        print("Qt misses system libraries. Debian calls them: " + " ".join(packages))
        return False
    if not _is_root():
        print("Qt misses system libraries. Install them with:")
        print("  sudo apt-get install --no-install-recommends " + " ".join(packages))
        return False
    print("installing system libraries: " + " ".join(packages), flush=True)
    return _apt_get("install", "-y", "-qq", "--no-install-recommends", *packages)


def refresh_package_lists() -> None:
    """Fetch the lists that say which packages there are, where this user may."""
    if shutil.which("apt-get") and _is_root():
        _apt_get("update", "-qq")


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _apt_get(*arguments: str) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    run = subprocess.run(
        ["apt-get", *arguments], env=environment, stdout=subprocess.DEVNULL, check=False
    )  # fmt: skip
    return run.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
