"""No fault of the engine goes unnoticed, and docs/pdf-faults.md says who notices it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reports.pdf import audit, readback
from tests.reports.pdf.faults import table
from tests.reports.pdf.faults.planting import Fault


def test_without_a_fault_no_check_finds_anything(tmp_path: Path) -> None:
    assert set(table.row(None, tmp_path)) == {table.NOTHING}
    data = table.written(None)
    assert isinstance(data, bytes)
    assert audit.audit(data).faults == []
    assert readback.differences(table.document(), data) == []


@pytest.mark.parametrize("fault", table.faults(), ids=lambda fault: fault.name)
def test_a_fault_is_noticed_as_the_table_says(fault: Fault, tmp_path: Path) -> None:
    row = table.row(fault, tmp_path)
    assert table.noticed(row), "no check notices it"
    assert table.named(row) == table.named(table.read()[fault.name]), "python -m tests.reports.pdf.faults"


def test_the_table_lists_the_faults_in_their_order() -> None:
    names = [fault.name for fault in table.faults()]
    assert len(names) == len(set(names)) > 90
    assert list(table.read()) == names


def test_a_fault_is_gone_when_its_patch_is_undone() -> None:
    sound = table.written(None)
    for fault in table.faults()[::9]:
        assert table.written(fault) != sound, fault.name
    assert table.written(None) == sound
