"""Who has a register open: taken at once, respected while its process lives, given back."""

from __future__ import annotations

import dataclasses
import json
import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest

from ropa_app.storage import lock_file
from ropa_app.storage.lock_file import Holder, LockFile, acquire, lock_path, read_holder
from ropa_app.storage.process import birth_of


def taken(register: Path) -> LockFile:
    lock = acquire(register, program="ropa test", user="Kari Nordmann")
    assert isinstance(lock, LockFile)
    return lock


def leave(register: Path, **fields: object) -> Holder:
    """Put a lock beside a register as another program would have."""
    plain = {
        "user": "ola",
        "host": platform.node(),
        "pid": os.getppid(),
        "since": "",
        "program": "",
        "token": "x",
    }
    lock_path(register).write_text(json.dumps({**plain, **fields}), "utf-8")
    holder = lock_file.read_holder_at(lock_path(register))
    assert holder is not None
    return holder


def dead_process() -> int:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def test_lock_says_who_and_goes_away(tmp_path: Path) -> None:
    register = tmp_path / "velux æ.ropa"
    lock = taken(register)
    assert lock.path == tmp_path / ".~lock.velux æ.ropa#"
    written = json.loads(lock.path.read_text("utf-8"))
    assert (written["user"], written["host"], written["pid"]) == (
        "Kari Nordmann",
        platform.node(),
        os.getpid(),
    )
    assert written["since"].endswith("+00:00")
    assert read_holder(register) == lock.holder
    lock.release()
    assert list(tmp_path.iterdir()) == []
    assert read_holder(register) is None


def test_second_in_the_same_process_is_recognised(tmp_path: Path) -> None:
    lock = taken(tmp_path / "a.ropa")
    second = acquire(tmp_path / "a.ropa", program="ropa")
    assert isinstance(second, Holder)
    assert second == lock.holder
    assert second.own
    lock.release()


def test_living_process_keeps_its_lock(tmp_path: Path) -> None:
    register = tmp_path / "a.ropa"
    holder = leave(register, birth=birth_of(os.getppid()))
    assert acquire(register, program="ropa") == holder
    assert not holder.own


@pytest.mark.parametrize("birth", ["", "another boot:1"])
def test_dead_or_reused_process_loses_it(tmp_path: Path, birth: str) -> None:
    register = tmp_path / "a.ropa"
    leave(register, pid=os.getppid() if birth else dead_process(), birth=birth)
    assert read_holder(register) is None
    lock = taken(register)
    lock.release()
    assert list(tmp_path.iterdir()) == []


def test_our_own_number_from_an_earlier_life_is_stale(tmp_path: Path) -> None:
    leave(tmp_path / "a.ropa", pid=os.getpid())
    taken(tmp_path / "a.ropa").release()


def test_another_computer_is_never_presumed_dead(tmp_path: Path) -> None:
    holder = leave(tmp_path / "a.ropa", host="elsewhere.example", pid=dead_process())
    assert acquire(tmp_path / "a.ropa", program="ropa") == holder


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b'{"pid": -4, "user": 7}', b"[" * 4000])
def test_unreadable_lock_holds_until_it_is_debris(tmp_path: Path, content: bytes) -> None:
    register = tmp_path / "a.ropa"
    lock_path(register).write_bytes(content)
    assert acquire(register, program="ropa") == Holder()
    os.utime(lock_path(register), (1_000_000_000, 1_000_000_000))
    taken(register).release()


def test_folder_in_place_of_a_lock_is_an_unknown_holder(tmp_path: Path) -> None:
    lock_path(tmp_path / "a.ropa").mkdir()
    assert acquire(tmp_path / "a.ropa", program="ropa") == Holder()


def test_release_leaves_what_somebody_else_put_there(tmp_path: Path) -> None:
    lock = taken(tmp_path / "a.ropa")
    leave(tmp_path / "a.ropa", host="elsewhere.example")
    lock.release()
    assert lock.path.exists()


def test_names_from_a_foreign_lock_are_printable_and_short(tmp_path: Path) -> None:
    holder = leave(tmp_path / "a.ropa", user="a\x1b[2J\n" + "b" * 1000)
    assert holder.user == ("a[2J" + "b" * 1000)[:200]


def test_a_lock_that_changed_since_it_was_found_stale_stays(tmp_path: Path) -> None:
    register = tmp_path / "a.ropa"
    fresh = leave(register, host="elsewhere.example")
    lock_file._set_aside(lock_path(register), dataclasses.replace(fresh, token="stale"))
    assert read_holder(register) == fresh
    assert list(tmp_path.iterdir()) == [lock_path(register)]


def test_only_one_of_many_processes_takes_over(tmp_path: Path) -> None:
    register = tmp_path / "a.ropa"
    leave(register, pid=dead_process())
    script = (
        "import sys; from pathlib import Path; from ropa_app.storage.lock_file import acquire, LockFile\n"
        "sys.stdin.readline(); got = acquire(Path(sys.argv[1]), program='p')\n"
        "print(isinstance(got, LockFile), flush=True); sys.stdin.readline()"
    )
    racers = [
        subprocess.Popen(
            [sys.executable, "-c", script, str(register)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
        )
        for _ in range(4)
    ]
    for racer in racers:
        assert racer.stdin is not None
        racer.stdin.write("go\n")
        racer.stdin.flush()
    answers = [racer.stdout.readline().strip() for racer in racers if racer.stdout is not None]
    for racer in racers:
        racer.communicate("end\n")
    assert sorted(answers) == ["False", "False", "False", "True"]


def test_unwritable_folder_raises_the_systems_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        acquire(tmp_path / "absent" / "a.ropa", program="ropa")
