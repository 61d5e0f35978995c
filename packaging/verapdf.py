"""Validate PDFs against PDF/UA-1 and PDF/A-2a with veraPDF, the reference validator.

`python packaging/verapdf.py FOLDER` judges every PDF in a folder and prints one line for each; the exit
status is 1 if a rule fails anywhere, 2 if the validator cannot be had. It needs Java 17 and, once, Maven,
which brings the one jar that holds veraPDF into its repository. A jar with another hash is never run.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

import pikepdf

ARTIFACT: Final = "org.verapdf.apps:greenfield-apps:1.28.2"
SHA256: Final = "687d4d8bcfec48c9f7e931cf78ed061f1eeccfba55d4cdc000ba9b4d8aa46ce6"
MAIN: Final = "org.verapdf.apps.GreenfieldCliWrapper"  # the manifest would start a window
FLAVOURS: Final = ("ua1", "2a")
# veraPDF holds a document in memory, some 2 MB a page: 5.4 GB for a register of a thousand activities. Files
# from this size on get a process of their own, and both flavours run at once: 12 GB in all.
LARGE: Final = 2_000_000
HEAP: Final = {False: "-Xmx2g", True: "-Xmx8g"}
MOST_FAULTS: Final = 20


class Unusable(Exception):
    """The validator cannot be had; the message is one sentence for whoever called."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What veraPDF says of one file: the rules that failed, and how long it took."""

    failed: tuple[str, ...]
    seconds: float

    @property
    def words(self) -> str:
        """Return the verdict in a word."""
        return f"{len(self.failed)} failed" if self.failed else "pass"


def repository() -> Path:
    """Return where Maven keeps what it fetched."""
    return Path(os.environ.get("MAVEN_REPOSITORY") or Path.home() / ".m2" / "repository")


def jar_path(repository: Path) -> Path:
    """Return where the jar lies in a repository of Maven's."""
    group, name, version = ARTIFACT.split(":")
    return repository.joinpath(*group.split("."), name, version, f"{name}-{version}.jar")


def jar(repository: Path) -> Path:
    """Return the jar, fetched if need be; raise Unusable for one that is not the jar recorded here."""
    path = jar_path(repository)
    if not path.exists():
        fetch(repository)
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != SHA256:
        raise Unusable(f"{path.name} is not the file that is recorded here: its SHA-256 is {found}.")
    return path


def fetch(repository: Path) -> None:
    """Let Maven fetch the jar; raise Unusable where it cannot."""
    if not shutil.which("mvn"):
        raise Unusable("Maven is needed to fetch veraPDF; on Debian: apt-get install maven.")
    command = ["mvn", "-q", "-B", f"-Dmaven.repo.local={repository}", "dependency:get", "-Dtransitive=false"]
    if subprocess.run([*command, f"-Dartifact={ARTIFACT}"], check=False).returncode != 0:
        raise Unusable(f"Maven could not fetch {ARTIFACT}.")


def judged(jar: Path, flavour: str, files: list[Path], heap: str) -> dict[str, Verdict]:
    """Return the verdict on each file by its name, all in one process."""
    command = ["java", heap, "-cp", str(jar), MAIN, "-f", flavour, "--format", "xml", "--loglevel", "0"]
    run = subprocess.run([*command, *map(str, files)], capture_output=True, check=False)
    try:
        return verdicts(run.stdout)
    except ET.ParseError as problem:
        said = run.stderr.decode("utf-8", "replace").strip().splitlines()
        raise Unusable(f"veraPDF gave no report: {said[-1] if said else problem}.") from problem


def verdicts(report: bytes) -> dict[str, Verdict]:
    """Read a report: a file passes only if it was judged, found compliant, and no rule failed."""
    found: dict[str, Verdict] = {}
    for job in ET.fromstring(report).iter("job"):
        name = Path(job.findtext("item/name", "?")).name
        duration = job.find("duration")
        times = (duration.get("start", "0"), duration.get("finish", "0")) if duration is not None else (0, 0)
        found[name] = Verdict(_failed(job), (int(times[1]) - int(times[0])) / 1000)
    return found


def _failed(job: ET.Element) -> tuple[str, ...]:
    judgement = job.find("validationReport")
    if judgement is None:
        return (job.findtext("taskException/exceptionMessage") or "it was not judged",)
    rules = tuple(
        f"{rule.get('specification')} {rule.get('clause')}-{rule.get('testNumber')}: "
        + " ".join(rule.findtext("description", "").split())
        for rule in judgement.iter("rule")
        if rule.get("status") != "passed"
    )
    compliant = judgement.get("isCompliant") == "true" and judgement.get("jobEndStatus") == "normal"
    return rules or (() if compliant else (judgement.get("statement") or "it is not compliant",))


def all_judged(jar: Path, files: list[Path]) -> dict[str, dict[str, Verdict]]:
    """Return the verdicts by flavour and file name: both flavours at once, large files one at a time."""
    large = [file for file in files if file.stat().st_size >= LARGE]
    batches = [[file for file in files if file not in large], *([file] for file in large)]

    def of_flavour(flavour: str) -> dict[str, Verdict]:
        found: dict[str, Verdict] = {}
        for batch in filter(None, batches):
            found |= judged(jar, flavour, batch, HEAP[batch[0] in large])
        return found

    with ThreadPoolExecutor(len(FLAVOURS)) as pool:
        return dict(zip(FLAVOURS, pool.map(of_flavour, FLAVOURS), strict=True))


def table(files: list[Path], found: dict[str, dict[str, Verdict]]) -> list[str]:
    """Return a table with a line for each file, then what failed; a file without verdict has failed."""
    widest = max(len(file.stem) for file in files)
    lines = [f"{'sample':{widest}}  {'pages':>6}  {'MB':>6}  {'ua1':>10}  {'2a':>10}  {'seconds':>7}"]
    faults: list[str] = []
    for file in files:
        of_file = [found[flavour].get(file.name, _UNJUDGED) for flavour in FLAVOURS]
        words = "  ".join(f"{one.words:>10}" for one in of_file)
        seconds = sum(one.seconds for one in of_file)
        size = file.stat().st_size / 1e6
        lines.append(f"{file.stem:{widest}}  {page_count(file):>6}  {size:>6.2f}  {words}  {seconds:>7.1f}")
        faults += [
            f"{file.name}, {flavour}: {rule}"
            for flavour, one in zip(FLAVOURS, of_file)
            for rule in one.failed[:MOST_FAULTS]
        ]
    return lines + faults


_UNJUDGED: Final = Verdict(("it was not judged",), 0.0)


def page_count(file: Path) -> int:
    """Return how many pages a PDF has."""
    with pikepdf.open(file) as pdf:
        return len(pdf.pages)


def main(arguments: list[str]) -> int:
    """Judge every PDF of a folder; return the exit status."""
    files = sorted(Path(arguments[0]).glob("*.pdf")) if len(arguments) == 1 else []
    if not files:
        print(__doc__)
        return 2
    begun = time.monotonic()
    try:
        if not shutil.which("java"):
            raise Unusable("Java is needed to run veraPDF; on Debian: apt-get install default-jre-headless.")
        found = all_judged(jar(repository()), files)
    except Unusable as problem:
        print(problem, file=sys.stderr)
        return 2
    print("\n".join(table(files, found)))
    failed = any(found[flavour].get(file.name, _UNJUDGED).failed for flavour in FLAVOURS for file in files)
    print(
        f"{len(files)} files in {time.monotonic() - begun:.0f} s: {'a rule failed' if failed else 'all pass'}"
    )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
