"""What holds for every test: no screen, one locale, Qt's warnings fail, named tools of the system."""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = os.environ.get("ROPA_TEST_PLATFORM", "offscreen")
os.environ["LANG"] = os.environ["LC_ALL"] = "C.UTF-8"
os.environ.pop("LANGUAGE", None)
