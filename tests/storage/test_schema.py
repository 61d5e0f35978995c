from __future__ import annotations

from pathlib import Path

from ropa_app.domain.kinds import SPECS
from ropa_app.storage import migrations
from ropa_app.storage.schema import METADATA, SCHEMA_VERSION, TABLES, columns
from ropa_app.storage.schema_check import schema_of_metadata, schema_of_script

_FORMAT = Path(migrations.__file__).parent / f"format_{SCHEMA_VERSION}.sql"


def test_the_declarations_make_the_frozen_format() -> None:
    assert schema_of_metadata(METADATA) == schema_of_script(_FORMAT.read_text("utf-8"))


def test_the_version_is_that_of_the_newest_migration() -> None:
    assert migrations.newest() == SCHEMA_VERSION


def test_every_field_without_link_has_a_column() -> None:
    for kind in SPECS:
        assert set(TABLES[kind].columns.keys()) == {"id", *columns(kind)}
