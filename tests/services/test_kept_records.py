"""What findings are about is read once, and told in the same words as before."""

from __future__ import annotations

import pytest

from ropa_app.i18n import translator
from ropa_app.legal import shipped
from ropa_app.services import creating
from ropa_app.services.checking import judge
from ropa_app.services.finding_texts import FindingTexts
from ropa_app.services.kept_records import records_told_of
from ropa_app.services.naming import Naming
from tests.registers import AUTHOR, fixed_clock

LAW = shipped()


@pytest.fixture(params=[0, 40], ids=["example", "synthetic"])
def register(tmp_path, request):
    path, many = tmp_path / "a.ropa", request.param
    if many:
        creating.create_synthetic(path, AUTHOR, many, 5, clock=fixed_clock)
    else:
        creating.create_example(path, AUTHOR, clock=fixed_clock)
    opened = creating.open_register(path, AUTHOR, clock=fixed_clock)
    yield opened
    opened.close()


def texts(records):
    return FindingTexts(Naming(records, LAW, translator("nb"), "nb", "nb"))


def test_findings_are_told_alike_and_nothing_is_read_again(register, monkeypatch):
    found = judge(register.file, LAW, register.today()).findings
    expected = [texts(register.records).plain(one) for one in found]
    kept = records_told_of(register.records, (one.finding for one in found))
    asked = []
    read = type(register.records).get

    def counted(self, record):
        asked.append(record)
        return read(self, record)

    monkeypatch.setattr(type(register.records), "get", counted)
    assert [texts(kept).plain(one) for one in found] == expected
    assert asked == []
