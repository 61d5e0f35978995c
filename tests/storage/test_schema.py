from __future__ import annotations

from ropa_app.domain.kinds import SPECS
from ropa_app.storage import migrations
from ropa_app.storage.schema import METADATA, SCHEMA_VERSION, TABLES, columns
from ropa_app.storage.schema_check import schema_of_metadata


def test_the_declarations_make_the_frozen_format() -> None:
    assert schema_of_metadata(METADATA) == migrations.frozen(SCHEMA_VERSION)


def test_the_version_is_that_of_the_newest_migration() -> None:
    assert migrations.newest() == SCHEMA_VERSION


def test_every_field_without_link_has_a_column() -> None:
    for kind in SPECS:
        assert set(TABLES[kind].columns.keys()) == {"id", *columns(kind)}
