"""The repository stands alone: it names no download address and no path of one machine."""

from __future__ import annotations

import re

from tests.house import tree

# Written in two parts, so that this file does not find itself.
_REGISTRIES = ["pypi" + ".org", "python" + "hosted", "npm" + "js.", "crates" + ".io", "maven" + ".org"]
_REGISTRIES += [
    "maven" + ".apache",
    "arti" + "factory",
    "jf" + "rog",
    "deb" + ".debian.org",
    "anaconda" + ".org",
]
_MACHINE = ["/" + "work/", "/" + "tmp/", "/" + "root/", "/" + "home/", "C:" + "\\Users"]
_FORBIDDEN = re.compile("|".join(map(re.escape, _REGISTRIES + _MACHINE)), re.IGNORECASE)


def test_nothing_names_a_registry_or_a_machine() -> None:
    found = [
        f"{tree.name(path)}:{number}: {match.group()}"
        for path, text in tree.text_files()
        for number, line in enumerate(text.splitlines(), 1)
        if (match := _FORBIDDEN.search(line))
    ]
    assert not found, "\n".join(found)


def test_the_locks_hold_names_versions_and_hashes_only() -> None:
    allowed = re.compile(r"[a-z0-9-]+==[\w.]+( ; .+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?")
    for lock in (tree.ROOT / "packaging" / "locks").glob("*.txt"):
        strange = [line for line in lock.read_text("utf-8").splitlines() if not allowed.fullmatch(line)]
        assert strange == [], lock.name
