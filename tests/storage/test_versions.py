from __future__ import annotations

import pytest

from ropa_app.domain.edits import created
from ropa_app.domain.entities.reviews import Version
from ropa_app.domain.values import RecordId
from ropa_app.storage import versions
from ropa_app.storage.register_file import RegisterFile
from tests.registers import basics, step

LAW = {"digest": "00"}


def test_content_round_trips() -> None:
    content = versions.unpack(versions.packed(basics(), LAW))
    assert sorted(versions.records(content), key=lambda r: r.id) == sorted(basics(), key=lambda r: r.id)
    assert content["law"] == LAW
    assert versions.pack(content) == versions.packed(reversed(basics()), LAW)


def test_what_is_no_content_is_refused() -> None:
    for body in (b"", b"x", versions.pack({})[:-6]):
        with pytest.raises(ValueError):  # noqa: PT011 - zlib's and json's words differ
            versions.unpack(body)


def test_the_digest_covers_the_content(tmp_path) -> None:
    version = Version(id=RecordId("v"), number=1)
    body = versions.packed([*basics(), version], LAW)
    edits = [*map(created, basics()), created(version)]
    path = RegisterFile.create(tmp_path / "a.ropa", step("new"), edits, {version.id: body})
    file = RegisterFile.open(path)
    assert file.version_body(version.id) == body
    assert file.verify().in_order
    file._connection.exec_driver_sql("UPDATE version_content SET body=x'00'")
    assert not file.verify().in_order
    file.close()


def test_records_come_one_at_a_time_and_as_they_are() -> None:
    odd = Version(id=RecordId('v"records":[]'), number=1, note='],"records":[{"kind":"x"}] \\')
    body = versions.packed([*basics(), odd], {"mark": '"records":[1]'})
    assert list(versions.each(body)) == versions.unpack(body)["records"]
    assert list(versions.each(versions.packed([], LAW))) == []
    with pytest.raises(ValueError, match="not found"):
        list(versions.each(versions.pack({})))
