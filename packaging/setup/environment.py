"""Make the virtual environment that the checkout runs in. Standard library only, any platform.

`python packaging/setup/environment.py run` installs what the program needs, `test` and `check` what the
tests and the checks need beyond that: exactly the files of packaging/locks, each compared with its hash,
never built from source. The checkout itself is put on the path, so that what is edited is what runs.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
GROUPS = ("run", "test", "check")
OLDEST = (3, 11)
ENTRY_POINTS = {"ropa": "main", "ropa-app": "main_window"}
# "#!" cannot name a path with spaces: the shell runs the second line, Python takes it for a string.
_SCRIPT = """#!/bin/sh
'''exec' "{python}" "$0" "$@"
' '''
import sys

from ropa_app.__main__ import {function}

sys.exit({function}())
"""


def main(arguments: list[str]) -> int:
    """Bring the environment to one of the groups; return the exit status."""
    if sys.version_info < OLDEST:
        print(f"Python {OLDEST[0]}.{OLDEST[1]} or later is needed, this is {sys.version.split()[0]}.")
        return 1
    if len(arguments) != 1 or arguments[0] not in GROUPS:
        print(__doc__)
        return 2
    if not works(interpreter()) and not create():
        return 1
    if not install(arguments[0]):
        return 1
    put_checkout_on_path()
    return 0


def interpreter() -> Path:
    """Return the path of the environment's own Python."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def works(python: Path) -> bool:
    """Say whether the environment has a Python that runs and a pip."""
    if not python.exists():
        return False
    probe = subprocess.run([str(python), "-c", "import pip"], capture_output=True, check=False)
    return probe.returncode == 0


def create() -> bool:
    """Create the environment; say on the terminal what is missing where that fails."""
    print("creating .venv", flush=True)
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=False)
    if made.returncode != 0:
        print("Python's venv module does not work here. On Debian: sudo apt-get install python3-venv")
    return made.returncode == 0


def install(group: str) -> bool:
    """Install a lock into the environment."""
    lock = Path("packaging") / "locks" / f"{group}.txt"
    print(f"installing {lock.as_posix()}", flush=True)
    pip = [str(interpreter()), "-m", "pip", "--disable-pip-version-check", "--no-input", "install", "--quiet"]
    exact = ["--require-hashes", "--only-binary", ":all:", "--requirement", str(lock)]
    return subprocess.run([*pip, *exact], cwd=ROOT, check=False).returncode == 0


def put_checkout_on_path() -> None:
    """Let the environment import the checkout, and give it the two commands."""
    query = "import sysconfig; print(sysconfig.get_path('purelib')); print(sysconfig.get_path('scripts'))"
    answer = subprocess.run(
        [str(interpreter()), "-c", query], capture_output=True, text=True, encoding="utf-8", check=True
    )
    packages, scripts = (Path(line) for line in answer.stdout.splitlines())
    (packages / "ropa_app.pth").write_text(f"{ROOT}\n", encoding="utf-8")
    if os.name == "nt":
        return
    for name, function in ENTRY_POINTS.items():
        script = scripts / name
        script.write_text(_SCRIPT.format(python=interpreter(), function=function), encoding="utf-8")
        script.chmod(0o755)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
