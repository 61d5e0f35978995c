"""Make sure that Qt can draw: find the system libraries it misses by loading it, and install them.

Run with the environment's Python. As root on a Debian system the missing packages are installed;
otherwise the one command that does it is printed and the exit status is 1.
"""

from __future__ import annotations

import os
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
# Library name up to its version -> Debian packages that hold it, newer name first.
_PACKAGES = {
    "libEGL": ("libegl1",),
    "libGL": ("libgl1",),
    "libGLX": ("libglx0",),
    "libOpenGL": ("libopengl0",),
    "libX11-xcb": ("libx11-xcb1",),
    "libX11": ("libx11-6",),
    "libatomic": ("libatomic1",),
    "libdbus-1": ("libdbus-1-3",),
    "libfontconfig": ("libfontconfig1",),
    "libfreetype": ("libfreetype6",),
    "libglib-2.0": ("libglib2.0-0t64", "libglib2.0-0"),
    "libgthread-2.0": ("libglib2.0-0t64", "libglib2.0-0"),
    "libstdc++": ("libstdc++6",),
    "libwayland-client": ("libwayland-client0",),
    "libwayland-cursor": ("libwayland-cursor0",),
    "libwayland-egl": ("libwayland-egl1",),
    "libxcb-cursor": ("libxcb-cursor0",),
    "libxcb-icccm": ("libxcb-icccm4",),
    "libxcb-image": ("libxcb-image0",),
    "libxcb-keysyms": ("libxcb-keysyms1",),
    "libxcb-randr": ("libxcb-randr0",),
    "libxcb-render-util": ("libxcb-render-util0",),
    "libxcb-render": ("libxcb-render0",),
    "libxcb-shape": ("libxcb-shape0",),
    "libxcb-shm": ("libxcb-shm0",),
    "libxcb-sync": ("libxcb-sync1",),
    "libxcb-util": ("libxcb-util1",),
    "libxcb-xfixes": ("libxcb-xfixes0",),
    "libxcb-xkb": ("libxcb-xkb1",),
    "libxcb": ("libxcb1",),
    "libxkbcommon-x11": ("libxkbcommon-x11-0",),
    "libxkbcommon": ("libxkbcommon0",),
}
# Installed together at the first miss, so that one round does it; the probe still has the last word.
_USUAL = ("libEGL", "libGL", "libdbus-1", "libfontconfig", "libglib-2.0", "libxkbcommon")
_USUAL_XCB = (
    "libxcb-cursor", "libxcb-icccm", "libxcb-image", "libxcb-keysyms", "libxcb-randr", "libxcb-render-util",
    "libxcb-render", "libxcb-shape", "libxcb-shm", "libxcb-sync", "libxcb-xfixes", "libxcb-xkb",
    "libxkbcommon-x11", "libX11-xcb",
)  # fmt: skip


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
    """Return the Debian packages that hold the library a loader's message names, and its companions."""
    named = [name for name in _PACKAGES if f"{name}.so" in complaint]
    if not named:
        return set()
    usual = _USUAL_XCB if any("xcb" in name or "x11" in name.lower() for name in named) else _USUAL
    return {package for name in (*named, *usual) if (package := _available(_PACKAGES[name]))}


def _available(names: tuple[str, ...]) -> str | None:
    """Return the name under which this system knows a package; the last one where it cannot say."""
    if not shutil.which("apt-cache"):
        return names[-1]
    for name in names:
        shown = subprocess.run(["apt-cache", "show", name], capture_output=True, check=False)
        if shown.returncode == 0:
            return name
    return names[-1]


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
