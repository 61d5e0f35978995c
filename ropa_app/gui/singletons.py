"""A guard for None, True and False against PySide6 6.12 on Python 3.11.

That version gives back, on every signal that carries a bool and every null pointer it hands to Python, a
reference it never took. From Python 3.12 on these three objects cannot die; before, their count reaches
zero after some hundred clicks and the interpreter aborts ("deallocating None"). PySide6 6.11 does not do
this, but the package with QtPdf that goes without WebEngine exists from 6.12 on only.
"""

from __future__ import annotations

import ctypes
import sys
from typing import Final

_PLENTY: Final = 1 << 40


def protect() -> None:
    """Raise the reference counts so far that they cannot reach zero; does nothing where it is not needed."""
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return
    for one in (None, True, False):
        count = ctypes.c_ssize_t.from_address(id(one))
        is_the_count = abs(count.value - sys.getrefcount(one)) < 16
        if is_the_count and count.value < _PLENTY // 2:
            count.value += _PLENTY
