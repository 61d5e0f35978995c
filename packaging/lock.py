"""Write packaging/locks: every package of a group with its version and the hashes of its files.

A lock holds no address: where packages come from is the business of the machine that installs them.
Each group holds the one before it in the same versions; BENCH stands alone and without the program.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
LOCKS: Final = ROOT / "packaging" / "locks"
GROUPS: Final = {"run": (), "test": ("test",), "check": ("test", "check")}
BENCH: Final = "bench"
OLDEST_PYTHON: Final = "3.11"
_PLAIN: Final = ("--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links")


def compile_lock(name: str, groups: tuple[str, ...], arguments: list[str], base: Path | None) -> Path:
    """Pin these groups, and but for BENCH the program's dependencies, in the versions of `base`."""
    target = LOCKS / f"{name}.txt"
    program = [] if name == BENCH else ["pyproject.toml"]
    command = [str(Path(sys.executable).with_name("uv")), "pip", "compile", *program]
    command += ["--quiet", "--universal", "--python-version", OLDEST_PYTHON, "--generate-hashes", *_PLAIN]
    command += [part for group in groups for part in ("--group", group)]
    command += ["--constraint", str(base.relative_to(ROOT))] if base else []
    subprocess.run([*command, "-o", str(target.relative_to(ROOT)), *arguments], cwd=ROOT, check=True)
    return target


def main(arguments: list[str]) -> int:
    """Write all locks; arguments such as `--upgrade` go to the resolver."""
    base: Path | None = None
    for name, groups in GROUPS.items():
        base = compile_lock(name, groups, arguments, base)
        print(base.relative_to(ROOT))
    print(compile_lock(BENCH, (BENCH,), arguments, None).relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
