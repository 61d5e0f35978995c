"""What carries a transfer for whoever makes it, and what becomes of that when it is judged otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from ropa_app.domain.entities.activity import Activity
from ropa_app.domain.entities.processor import ProcessorRecord
from ropa_app.domain.values import RecordId
from ropa_app.legal.law import LawData
from ropa_app.legal.transfers import JudgedTool, ToolState, Transfer

_DEROGATION: Final = "49"

User = Activity | ProcessorRecord


class Footing(Enum):
    """What becomes of a transfer for somebody who makes it."""

    CEASES = "ceases"
    UNCARRIED = "uncarried"  # what carried it is gone, and nothing else does
    DEROGATION = "derogation"  # only a derogation of Article 49 is left
    FALLBACK = "fallback"  # another tool carries it
    RESERVE = "reserve"  # what carried it carries it still; a tool beside it is gone
    STILL_UNCARRIED = "still_uncarried"  # nothing that holds carried it, and nothing does


@dataclass(frozen=True, slots=True)
class Moved:
    """A transfer that is judged otherwise for a user, with the codes of tools.

    `before` and `after` carry it, the first of each above all; `lost` are those that are judged otherwise.
    """

    place: RecordId
    footing: Footing
    before: tuple[str, ...]
    after: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


def carriers(transfer: Transfer, user: User, law: LawData) -> tuple[JudgedTool, ...]:
    """Return the tools that hold and are meant for a user, derogations of Article 49 last.

    For processing for others every tool that holds counts, as in `Transfer.is_settled`.
    """
    held = [one for one in transfer.tools if one.state is ToolState.VALID and _is_meant(one, user)]
    return tuple(sorted(held, key=lambda one: _is_derogation(one.tool.tool, law)))


def moved(before: Transfer, after: Transfer | None, user: User, law: LawData) -> Moved | None:
    """Return what becomes of a transfer for one of its users, None where it is judged as before.

    `after` is None, or no longer names the user, where the transfer ceases.
    """
    old = carriers(before, user, law)
    if after is None or user.id not in {one.id for one in users(after)}:
        return Moved(before.place.id, Footing.CEASES, _codes(old))
    was, now = _states(before, user), _states(after, user)
    lost = tuple(tool for tool, state in was.items() if now.get(tool) != state)
    if not lost:
        return None
    new = carriers(after, user, law)
    codes = {one.tool.id: one.tool.tool for one in before.tools}
    named = tuple(dict.fromkeys(codes[one] for one in lost))
    return Moved(before.place.id, _footing(old, new, law), _codes(old), _codes(new), named)


def users(transfer: Transfer) -> tuple[User, ...]:
    """Return everything that makes a transfer: activities, then what is processed for others."""
    return (*transfer.activities, *transfer.processor_records)


def _footing(old: tuple[JudgedTool, ...], new: tuple[JudgedTool, ...], law: LawData) -> Footing:
    if not new:
        return Footing.UNCARRIED if old else Footing.STILL_UNCARRIED
    if old and old[0].tool.id == new[0].tool.id:
        return Footing.RESERVE
    return Footing.DEROGATION if _is_derogation(new[0].tool.tool, law) else Footing.FALLBACK


def _states(transfer: Transfer, user: User) -> dict[RecordId, ToolState]:
    return {one.tool.id: one.state for one in transfer.tools if _is_meant(one, user)}


def _is_meant(one: JudgedTool, user: User) -> bool:
    return isinstance(user, ProcessorRecord) or one.serves(user.id)


def _codes(tools: tuple[JudgedTool, ...]) -> tuple[str, ...]:
    return tuple(one.tool.tool for one in tools)


def _is_derogation(tool: str, law: LawData) -> bool:
    choice = law.choice("transfer_tools", tool)
    return choice is not None and choice.group == _DEROGATION
