"""Whether a process still runs, and since when, so that a reused process number is not mistaken for it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _QUERY_LIMITED_INFORMATION = 0x1000
    _STILL_ACTIVE = 259
    _ACCESS_DENIED = 5

    def birth_of(pid: int) -> str | None:
        """Return when a process began, as an opaque text; "" if that is not to be had, None if it is dead."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = wintypes.HANDLE
        handle = kernel.OpenProcess(_QUERY_LIMITED_INFORMATION, False, pid)
        if not handle:
            return "" if ctypes.get_last_error() == _ACCESS_DENIED else None
        try:
            code, times = wintypes.DWORD(), [wintypes.FILETIME() for _ in range(4)]
            process = wintypes.HANDLE(handle)
            if kernel.GetExitCodeProcess(process, ctypes.byref(code)) and code.value != _STILL_ACTIVE:
                return None
            if not kernel.GetProcessTimes(process, *(ctypes.byref(moment) for moment in times)):
                return ""
            return f"{times[0].dwHighDateTime:x}:{times[0].dwLowDateTime:x}"
        finally:
            kernel.CloseHandle(wintypes.HANDLE(handle))

else:

    def birth_of(pid: int) -> str | None:
        """Return when a process began, as an opaque text; "" if that is not to be had, None if it is dead."""
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return None
        except PermissionError:
            pass  # somebody else's, alive
        return _birth_from_proc(pid)

    def _birth_from_proc(pid: int) -> str | None:
        try:
            line = Path(f"/proc/{pid}/stat").read_bytes()
            boot = Path("/proc/sys/kernel/random/boot_id").read_bytes().strip()
        except OSError:
            return ""  # no Linux, or processes of others are hidden
        after_name = line.rpartition(b")")[2].split()
        if after_name[0] == b"Z":
            return None  # ended, only its parent has not noticed
        return f"{boot.decode()}:{after_name[19].decode()}"
