"""Let axe-core look at the web pages that the program writes, and write down what it found.

python packaging/axe.py            write docs/accessibility-html.md; fail where something was found
python packaging/axe.py --check    fail also where that file says otherwise than what is found now

Needs Chromium, and npm the first time. Run through `make axe`.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from browser import Browser, BrowserProblem
from pages_to_judge import written_pages

ROOT: Final = Path(__file__).resolve().parents[1]
FOLDER: Final = ROOT / "build" / "axe"
RESULT: Final = ROOT / "docs" / "accessibility-html.md"
AXE_VERSION: Final = "4.14.1"
AXE_SHA256: Final = "e6b0ce02b84d892e2e33e403485e7f3d6c29e2be6df65daf44d89ba564139745"
WIDTHS: Final = (1280, 320)
SCHEMES: Final = ("light", "dark")
HEIGHT: Final = 900
# Every rule there is, also those for level AAA and those that axe itself calls experimental.
_RUN: Final = """
(async () => {
  const rules = Object.fromEntries(axe.getRules().map(rule => [rule.ruleId, {enabled: true}]));
  const found = await axe.run(document, {rules});
  const short = list => list.map(({id, help, nodes}) => ({id, help, nodes: nodes.map(node => ({
    html: node.html.slice(0, 160),
    why: [...node.any, ...node.all, ...node.none].map(check => check.message).join(' '),
  }))}));
  return JSON.stringify({
    rules: axe.getRules().length, violations: short(found.violations), incomplete: short(found.incomplete),
    wide: document.scrollingElement.scrollWidth,
  });
})()
"""
# What people saw who looked at what axe leaves open.
JUDGED: Final = {
    "color-contrast": "Single letters, and cells that are scrolled out of sight, in colours used elsewhere. "
    "A test computes the contrast of every pair of colours.",
    "hidden-content": "The links to the top, hidden where the list of contents stands beside the text.",
    "p-as-heading": "The name of the organisation under the title of the page: it heads nothing.",
    "th-has-data-cells": "The chart of countries: the rows that name a group have no cells of their own.",
}
_BROWSER: Final = re.compile(r"^\| Browser \|.*$", re.MULTILINE)


@dataclass
class Left:
    """What axe leaves to people under one rule: why, and on which pages."""

    title: str
    reasons: set[str] = field(default_factory=set)
    pages: list[str] = field(default_factory=list)


@dataclass
class Findings:
    """What was found on all pages: faults in words, and what a person has to look at, by rule."""

    rules: int = 0
    runs: int = 0
    faults: list[str] = field(default_factory=list)
    open: dict[str, Left] = field(default_factory=dict)


def axe() -> str:
    """Return the script of axe-core; npm fetches it the first time, and only the known one is run."""
    archive = FOLDER / f"axe-core-{AXE_VERSION}.tgz"
    if not archive.exists():
        npm = shutil.which("npm")
        if npm is None:
            sys.exit("npm is missing: apt-get install npm")
        FOLDER.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            [npm, "pack", f"axe-core@{AXE_VERSION}", "--silent", "--ignore-scripts"], cwd=FOLDER, check=True
        )
    if hashlib.sha256(archive.read_bytes()).hexdigest() != AXE_SHA256:
        sys.exit(f"{archive} is not the file that was looked at when its hash was written down")
    with tarfile.open(archive) as packed:
        script = packed.extractfile("package/axe.min.js")
        if script is None:
            sys.exit(f"{archive} holds no script")
        return script.read().decode("utf-8")


def judged(browser: Browser, pages: dict[str, Path]) -> Findings:
    """Return what axe finds on pages in each scheme and width."""
    script, findings = axe(), Findings()
    for name, page in pages.items():
        for scheme in SCHEMES:
            for width in WIDTHS:
                browser.open(page, width, HEIGHT, scheme)
                browser.evaluate(f"{script}; null")
                answer = json.loads(browser.evaluate(_RUN))
                findings.rules, findings.runs = answer["rules"], findings.runs + 1
                findings.faults += faults(answer, f"{name}, {scheme}, {width} px", width)
                for one in answer["incomplete"]:
                    left = findings.open.setdefault(one["id"], Left(one["help"]))
                    left.reasons.update(node["why"] for node in one["nodes"])
                    left.pages += [name] if name not in left.pages else []
        print(f"{name}: {len(findings.faults)} faults so far", flush=True)
    return findings


def faults(answer: dict[str, Any], where: str, width: int) -> Iterator[str]:
    """Yield what is wrong in one run: each element that breaks a rule, and a page wider than its window."""
    for one in answer["violations"]:
        for node in one["nodes"]:
            yield f"{where}: {one['id']}: {node['why']}: {node['html']}"
    if answer["wide"] != width:
        yield f"{where}: the page is {answer['wide']} px wide"


def told(findings: Findings, pages: dict[str, Path], version: str) -> str:
    """Return what was found, as a page of the documentation."""
    lines = [
        "# Accessibility of the web pages",
        "",
        "Written by `make axe`; on the build machine it fails where this is no longer true.",
        "",
        "| | |",
        "|---|---|",
        f"| axe-core | {AXE_VERSION}, all {findings.rules} rules: A to AAA, best practice, experimental |",
        f"| Browser | {version} |",
        f"| Seen | {' and '.join(SCHEMES)}, {' and '.join(map(str, WIDTHS))} px wide, {findings.runs} runs |",
        f"| Violations | {len(findings.faults)} |",
        "| Wider than the screen | none |",
        "",
        "## Pages",
        "",
        *(f"- {name}" for name in pages),
        "",
        "## What axe leaves to people",
        "",
    ]
    for rule in sorted(findings.open):
        lines += _left(rule, findings.open[rule], list(pages))
    lines += [] if findings.open else ["Nothing."]
    return "\n".join(lines) + "\n"


def without_browser(text: str) -> str:
    """Return a result without the version of the browser, which differs from machine to machine."""
    return _BROWSER.sub("", text)


def _left(rule: str, left: Left, pages: list[str]) -> list[str]:
    reasons = " / ".join(sorted(reason.rstrip(".") for reason in left.reasons if reason))
    judged_so = JUDGED.get(rule, "Nobody has looked at it yet.")
    return [f"- **{rule}** ({_where(left, pages)}). axe: {reasons or left.title}. People: {judged_so}"]


def _where(left: Left, pages: list[str]) -> str:
    if left.pages == pages:
        return "all pages"
    if len(left.pages) > 1 and all(name.startswith("Statement") for name in left.pages):
        return f"{len(left.pages)} of the statements"
    return "; ".join(left.pages)


def main(arguments: list[str]) -> int:
    """Write the pages, judge them, tell; return the exit status."""
    pages = written_pages(FOLDER / "pages")
    try:
        with Browser() as browser:
            version = browser.version
            findings = judged(browser, pages)
    except BrowserProblem as problem:
        sys.exit(str(problem))
    if findings.faults:
        print("\n".join(findings.faults))
        return 1
    text = told(findings, pages, version)
    if "--check" in arguments:
        standing = RESULT.read_text("utf-8") if RESULT.exists() else ""
        if without_browser(standing) != without_browser(text):
            print(f"{RESULT.relative_to(ROOT)} says otherwise; `make axe` writes it anew")
            return 1
    else:
        RESULT.write_text(text, "utf-8", newline="\n")
    print(f"axe {AXE_VERSION}, {version}: {findings.runs} runs, no violation")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
