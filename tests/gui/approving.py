"""Approving in tests: what the worker and the window do, one after the other."""

from __future__ import annotations

from ropa_app.gui.document import RegisterDocument


def approved(document: RegisterDocument, approver: str = "Henrik Lie", note: str = "") -> bool:
    """Approve the present state; return whether it was stored."""
    return document.approve(document.version_job(approver, note)())
