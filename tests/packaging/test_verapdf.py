"""The validator is the one that is recorded, and what it says is understood; no Java is needed here."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import verapdf

from tests.house.tree import ROOT
from tests.reports.pdf import samples

SCRIPT = ROOT / "packaging" / "verapdf.py"
REPORT = ROOT / "tests" / "data" / "verapdf_report.xml"


def test_a_jar_with_another_hash_is_refused_in_one_sentence(tmp_path: Path) -> None:
    false = verapdf.jar_path(tmp_path)
    false.parent.mkdir(parents=True)
    false.write_bytes(b"somebody else's program")
    with pytest.raises(
        verapdf.Unusable, match=r"^greenfield-apps-1\.28\.2\.jar is not the file .*[0-9a-f]{64}\.$"
    ):
        verapdf.jar(tmp_path)


def test_a_missing_jar_is_asked_of_maven_and_then_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(verapdf.Unusable, match="Maven is needed"):
        verapdf.jar(tmp_path)
    false = verapdf.jar_path(tmp_path)
    _program(tmp_path / "mvn", f"mkdir -p '{false.parent}' && echo \"$@\" > '{false}'")
    with pytest.raises(verapdf.Unusable, match="is not the file that is recorded"):
        verapdf.jar(tmp_path)
    assert f"-Dartifact={verapdf.ARTIFACT}" in false.read_text("utf-8")


def _program(path: Path, script: str) -> None:
    path.write_text(f"#!/bin/sh\nPATH=/usr/bin:/bin\n{script}\n", "utf-8")
    path.chmod(0o755)


def test_a_recorded_report_is_read() -> None:
    found = verapdf.verdicts(REPORT.read_bytes())
    assert list(found) == ["pass.pdf", "fail.pdf", "broken.pdf"]
    assert found["pass.pdf"] == verapdf.Verdict((), 2.154)
    assert found["pass.pdf"].words == "pass"
    assert found["fail.pdf"].words == "5 failed"
    assert found["fail.pdf"].failed[0] == (
        "ISO 14289-1:2014 6.2-1: The document catalog dictionary shall include a MarkInfo dictionary "
        "containing an entry, Marked, whose value shall be true"
    )
    assert "End of file is reached" in found["broken.pdf"].failed[0]


@pytest.mark.parametrize("lie", [b'isCompliant="false"', b'isCompliant="true" jobEndStatus="cancelled"'])
def test_a_file_that_is_not_said_to_comply_fails_without_a_failed_rule(lie: bytes) -> None:
    report = (
        b"<report><jobs><job><item><name>x.pdf</name></item>"
        b"<validationReport statement='so' " + lie + b"/></job></jobs></report>"
    )
    assert verapdf.verdicts(report)["x.pdf"].failed == ("so",)


@pytest.fixture
def recorded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder for PDFs; a Java that answers with the recorded report stands in for the real one."""
    standing_in = verapdf.jar_path(tmp_path)
    standing_in.parent.mkdir(parents=True)
    standing_in.write_bytes(b"jar")
    monkeypatch.setattr(verapdf, "SHA256", hashlib.sha256(b"jar").hexdigest())
    _program(tmp_path / "java", f"cat '{REPORT}'")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("MAVEN_REPOSITORY", str(tmp_path))
    folder = tmp_path / "pdf"
    folder.mkdir()
    return folder


def test_the_table_and_the_exit_status_tell_what_failed(
    recorded: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (recorded / "pass.pdf").write_bytes(samples.written(samples.document()))
    assert verapdf.main([str(recorded)]) == 0
    assert capsys.readouterr().out.splitlines()[-1].endswith("all pass")
    for name in ("fail", "unjudged"):
        shutil.copy(recorded / "pass.pdf", recorded / f"{name}.pdf")
    assert verapdf.main([str(recorded)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["sample", "pages", "MB", "ua1", "2a", "seconds"]
    assert lines[1].split()[:2] == ["fail", "1"]
    assert lines[1].split()[3:] == ["5", "failed", "5", "failed", "0.8"]
    assert lines[2].split()[3:] == ["pass", "pass", "4.3"]
    assert lines[3].split()[3:] == ["1", "failed", "1", "failed", "0.0"]
    assert any(line.startswith("fail.pdf, ua1: ISO 14289-1:2014 6.2-1: The document") for line in lines)
    assert "unjudged.pdf, 2a: it was not judged" in lines
    assert lines[-1].endswith("a rule failed")


def test_a_large_file_is_judged_by_itself(
    recorded: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    calls = recorded / "calls"
    _program(recorded.parent / "java", f"echo \"$@\" >> '{calls}'; cat '{REPORT}'")
    for name in ("pass", "fail", "broken"):
        (recorded / f"{name}.pdf").write_bytes(samples.written(samples.document()))
    large = samples.written(samples.whole(20))
    monkeypatch.setattr(verapdf, "LARGE", len(large))
    (recorded / "broken.pdf").write_bytes(large)
    verapdf.main([str(recorded)])
    told = [
        (line.split()[0], [Path(word).name for word in line.split() if word.endswith(".pdf")])
        for line in calls.read_text("utf-8").splitlines()
    ]
    # Both flavours are judged at the same time, so their lines may come in any order.
    assert sorted(told) == [("-Xmx2g", ["fail.pdf", "pass.pdf"])] * 2 + [("-Xmx8g", ["broken.pdf"])] * 2
    assert "broken" in capsys.readouterr().out


def test_the_script_ends_with_two_where_it_cannot_judge(tmp_path: Path) -> None:
    (tmp_path / "one.pdf").write_bytes(samples.written(samples.document()))
    false = verapdf.jar_path(tmp_path)
    false.parent.mkdir(parents=True)
    false.write_bytes(b"")
    _program(tmp_path / "java", "echo never called >&2; exit 1")
    environment = {**os.environ, "MAVEN_REPOSITORY": str(tmp_path), "PATH": str(tmp_path)}
    run = subprocess.run(
        [sys.executable, str(SCRIPT), str(tmp_path)], env=environment, capture_output=True, text=True
    )
    assert run.returncode == 2
    assert run.stderr.startswith("greenfield-apps-1.28.2.jar is not the file")
    assert len(run.stderr.splitlines()) == 1
    shutil.rmtree(false.parent)
    run = subprocess.run(
        [sys.executable, str(SCRIPT), str(tmp_path)], env=environment, capture_output=True, text=True
    )
    assert (run.returncode, run.stderr) == (
        2,
        "Maven is needed to fetch veraPDF; on Debian: apt-get install maven.\n",
    )
