"""Words that a document needs only where it is read on a screen, and the words for its list of contents."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ScreenWords:
    """Words of a page that is scrolled; what is "" is left out, as is what it would name.

    `contents` heads the list of contents, which is made of the outline where a document has none of its own.
    """

    contents: str = ""
    to_text: str = ""  # skip link
    to_contents: str = ""  # skip link
    to_top: str = ""
    reference: str = ""  # of a numbered section in plain text, with `{number}`

    @property
    def printed(self) -> tuple[str, ...]:
        """Return the words that are there."""
        words = (self.contents, self.to_text, self.to_contents, self.to_top, self.reference)
        return tuple(word for word in words if word)
