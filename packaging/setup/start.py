"""What `make run` shows: the window on the example register, or the same job on paper without a display."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
FOLDER: Final = ROOT / "build" / "run"
REGISTER: Final = FOLDER / "velux.ropa"
DOCUMENTS: Final = ("register", "statement")
LANGUAGES: Final = ("nb", "nn", "en")
_NOISE: Final = (
    "This plugin does not support propagateSizeHints()"  # Qt's offscreen platform, of every window
)


def main() -> int:
    """Create the example register if it is missing, then show it; return the exit status."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    if not REGISTER.exists():
        ropa("example", str(REGISTER))
    if has_display():
        return ropa(str(REGISTER))
    print("There is no display here, so this writes what the window would show and export:")
    for document in DOCUMENTS:
        for language in LANGUAGES:
            target = FOLDER / f"{document}-{language}.pdf"
            ropa("export", document, str(REGISTER), "-o", str(target), "--language", language)
            print(f"  {target.relative_to(ROOT)}")
    picture = FOLDER / "window.png"
    ropa(str(REGISTER), "--picture", str(picture), QT_QPA_PLATFORM="offscreen")
    print(f"  {picture.relative_to(ROOT)}")
    print(f"  {REGISTER.relative_to(ROOT)}")
    return 0


def has_display() -> bool:
    """Say whether a window could be seen here."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def ropa(*arguments: str, **environment: str) -> int:
    """Run the program; end with its status where it fails."""
    command = [sys.executable, "-m", "ropa_app", *arguments]
    run = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **environment}, stdout=_quiet(arguments), check=False,
        stderr=subprocess.PIPE if environment else None, text=True, encoding="utf-8",
    )  # fmt: skip
    for line in (run.stderr or "").splitlines():
        if line != _NOISE:
            print(line, file=sys.stderr)
    if run.returncode != 0:
        sys.exit(run.returncode)
    return 0


def _quiet(arguments: tuple[str, ...]) -> int | None:
    """Return where the program's own messages go: nowhere, since this prints the paths itself."""
    return None if arguments == (str(REGISTER),) else subprocess.DEVNULL


if __name__ == "__main__":
    sys.exit(main())
