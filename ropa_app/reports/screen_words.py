"""The words of `ScreenWords` in the language of a document."""

from __future__ import annotations

from ropa_app.i18n import Translator
from ropa_app.reports.page_model import ScreenWords


def screen_words(t: Translator) -> ScreenWords:
    """Return the words that a document needs on a screen and as plain text."""
    return ScreenWords(
        contents=t.context("web page", "Contents"),
        to_text=t.context("web page", "Skip to the text"),
        to_contents=t.context("web page", "Skip to the contents"),
        to_top=t.context("web page", "To the top"),
        reference=t.context("plain text", "see {number}"),
    )
