"""The program opens no network connection: the system calls of whole runs say so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.e2e.programs import ropa

_NETWORK = re.compile(r"AF_INET|AF_INET6|AF_PACKET|AF_NETLINK")


def calls_of(trace: Path, *arguments: str | Path) -> list[str]:
    before = ("strace", "-f", "-qq", "-e", "trace=network", "-o", str(trace))
    ropa(*arguments, before=before)
    return trace.read_text("utf-8", errors="replace").splitlines()


@pytest.mark.needs("strace")
def test_headless_verbs_stay_on_the_machine(tmp_path: Path) -> None:
    path = tmp_path / "velux.ropa"
    runs = [
        ("example", path),
        ("export", "register", path, "-o", tmp_path / "r.pdf"),
        ("export", "statement", path, "-o", tmp_path / "s.pdf"),
        ("export", "json", path, "-o", tmp_path / "r.json"),
    ]
    for arguments in runs:
        calls = calls_of(tmp_path / "trace", *arguments)
        assert [call for call in calls if _NETWORK.search(call)] == []


@pytest.mark.needs("strace")
def test_the_window_stays_on_the_machine(tmp_path: Path) -> None:
    path, picture = tmp_path / "velux.ropa", tmp_path / "window.png"
    ropa("example", path)
    calls = calls_of(tmp_path / "trace", path, "--picture", picture)
    assert picture.stat().st_size > 10_000
    assert [call for call in calls if _NETWORK.search(call)] == []


@pytest.mark.needs("strace")
def test_the_trace_would_show_a_connection(tmp_path: Path) -> None:
    """Prove that the check can fail: a process that does open a socket is seen."""
    import subprocess
    import sys

    trace = tmp_path / "trace"
    opening = "import socket; socket.socket(socket.AF_INET)"
    command = ["strace", "-f", "-qq", "-e", "trace=network", "-o", str(trace), sys.executable, "-c", opening]
    subprocess.run(command, check=True)
    assert _NETWORK.search(trace.read_text("utf-8"))
