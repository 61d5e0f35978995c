"""What holds for every test: no screen, one locale, an empty home, and named tools of the system."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from collections.abc import Generator
from pathlib import Path

import pytest

from tests import tools

# Before Qt is imported anywhere. ROPA_TEST_PLATFORM=xcb shows the windows, for a look at a failing test.
os.environ["QT_QPA_PLATFORM"] = os.environ.get("ROPA_TEST_PLATFORM", "offscreen")
os.environ["LANG"] = os.environ["LC_ALL"] = "C.UTF-8"
os.environ["TZ"] = "Europe/Oslo"
os.environ.pop("LANGUAGE", None)

_HOME = Path(tempfile.mkdtemp(prefix="ropa-home-"))
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)
os.environ["HOME"] = str(_HOME)
for _variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
    os.environ[_variable] = str(_HOME / _variable.lower())
os.environ["HYPOTHESIS_STORAGE_DIRECTORY"] = str(_HOME / "hypothesis")


def pytest_configure() -> None:
    """Never let a property test depend on how fast the machine is."""
    from hypothesis import HealthCheck, settings

    settings.register_profile(
        "house", deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
    )
    settings.load_profile("house")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose tools this machine lacks, with the line that says what to install."""
    needed = [name for marker in item.iter_markers("needs") for name in marker.args]
    missing = [name for name in needed if not tools.is_there(name)]
    if missing:
        pytest.skip(tools.advice(missing))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skipped test into a failed one where everything has to run."""
    report = yield
    if tools.everything_must_run() and report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        report.outcome = "failed"
        report.longrepr = f"ROPA_CI is set and this test did not run. {reason}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Do the same for a module that skips as a whole."""
    report = yield
    if tools.everything_must_run() and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"ROPA_CI is set and this module did not run. {report.longrepr}"
    return report
