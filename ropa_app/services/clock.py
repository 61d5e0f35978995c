"""The clock and the source of ids, handed in so that tests can hold them still."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import datetime

from ropa_app.domain.values import RecordId

Clock = Callable[[], datetime]
NewId = Callable[[], RecordId]


def system_clock() -> datetime:
    """Return the present time with the zone of this machine."""
    return datetime.now().astimezone()


def random_id() -> RecordId:
    """Return a new id: 80 random bits as 20 hexadecimal digits."""
    return RecordId(secrets.token_hex(10))
