"""The tables of a register file, derived from the declarations of the fields."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import sqlalchemy as sa

from ropa_app.domain.declare import Spec
from ropa_app.domain.kinds import SPECS
from ropa_app.storage.codecs import CODECS

SCHEMA_VERSION: Final = 2
METADATA: Final = sa.MetaData()

RECORD: Final = sa.Table(
    "record",
    METADATA,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("kind", sa.String, nullable=False),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("owner", sa.ForeignKey("record.id", deferrable=True, initially="DEFERRED"), index=True),
    sa.Index("ix_record_kind", "kind"),
)
LINK: Final = sa.Table(
    "link",
    METADATA,
    sa.Column("source", sa.ForeignKey("record.id", deferrable=True, initially="DEFERRED"), primary_key=True),
    sa.Column("field", sa.String, primary_key=True),
    sa.Column("place", sa.Integer, primary_key=True),
    sa.Column(
        "target",
        sa.ForeignKey("record.id", deferrable=True, initially="DEFERRED"),
        nullable=False,
        index=True,
    ),
)
STEP: Final = sa.Table(
    "step",
    METADATA,
    sa.Column("sequence", sa.Integer, primary_key=True),
    sa.Column("at", sa.String, nullable=False),
    sa.Column("day", sa.String, nullable=False),
    sa.Column("who", sa.String, nullable=False),
    sa.Column("action", sa.String, nullable=False),
    sa.Column("details", sa.String, nullable=False),
    sa.Column("schema", sa.Integer, nullable=False),
    sa.Column("undoes", sa.Integer),
    sa.Column("commitment", sa.String, nullable=False),
    sa.Column("state", sa.String, nullable=False),
    sa.Column("previous", sa.String, nullable=False),
    sa.Column("hash", sa.String, nullable=False),
)
PAYLOAD: Final = sa.Table(
    "payload",
    METADATA,
    sa.Column("sequence", sa.ForeignKey("step.sequence"), primary_key=True),
    sa.Column("salt", sa.String, nullable=False),
    sa.Column("body", sa.String, nullable=False),
)
VERSION_CONTENT: Final = sa.Table(
    "version_content",
    METADATA,
    sa.Column("version", sa.ForeignKey("record.id", deferrable=True, initially="DEFERRED"), primary_key=True),
    sa.Column("body", sa.LargeBinary, nullable=False),
)
LAW_PACK: Final = sa.Table(
    "law_pack",
    METADATA,
    sa.Column("digest", sa.String, primary_key=True),
    sa.Column("body", sa.LargeBinary, nullable=False),
)
DIGEST: Final = sa.Table(
    "digest",
    METADATA,
    sa.Column("name", sa.String, primary_key=True),
    sa.Column("value", sa.String, nullable=False),
)


def columns(kind: str) -> dict[str, Spec]:
    """Return the fields of a kind that stand in its own table; links stand in `link` and `record.owner`."""
    return {name: spec for name, spec in SPECS[kind].items() if not spec.is_link}


def _table(kind: str) -> sa.Table:
    identity: sa.Column[str] = sa.Column(
        "id", sa.ForeignKey("record.id", deferrable=True, initially="DEFERRED"), primary_key=True
    )
    own = [sa.Column(name, CODECS[spec.type].column) for name, spec in columns(kind).items()]
    return sa.Table(f"kind_{kind}", METADATA, identity, *own)


TABLES: Final[Mapping[str, sa.Table]] = MappingProxyType({kind: _table(kind) for kind in SPECS})
