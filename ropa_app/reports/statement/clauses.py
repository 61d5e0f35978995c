"""What stands in a field made part of a sentence: "answer questions" becomes "to answer questions"."""

from __future__ import annotations

from typing import Final

from ropa_app.reports.page_model import Run
from ropa_app.reports.statement.verbs import INFINITIVES
from ropa_app.reports.wording import Runs, Wording, joined, lowered_runs, slot, text_of, woven

_MARKS: Final = (("å", "nb", "nn"), ("to", "en"))
_OF: Final = ("of", "av")  # after a verb that is a noun too, these say that it is one: "use of data"
_EDGES: Final = ".,;:!?()«»\"'"


def infinitive(runs: Runs, words: Wording) -> Runs:
    """Return a text that begins with a verb as it follows "å" or "to", () for any other text.

    A text in another language than that of the document is left alone.
    """
    if not runs or any(run.language for run in runs):
        return ()
    first, second, *_ = (*(word.strip(_EDGES).lower() for word in text_of(runs).split(maxsplit=2)), "", "")
    for mark, *languages in _MARKS:
        if first == mark and words.language in languages:
            rest = runs[0].text.lstrip()[len(mark) :].lstrip()
            return (Run(rest), *runs[1:]) if rest else ()
    return lowered_runs(runs) if first in INFINITIVES[words.language] and second not in _OF else ()


def purpose(runs: Runs, words: Wording) -> Runs:
    """Return a purpose as the answer to *what for*: "To answer questions", anything else as it stands."""
    what = infinitive(runs, words)
    return tuple(joined(woven(words.t("To {purpose}", purpose=slot("what")), what=what))) if what else runs


def interest(runs: Runs, words: Wording) -> Runs:
    """Return an interest as a sentence without a full stop: which one it is, whichever way it was written."""
    t = words.t
    if what := infinitive(runs, words):
        return woven(t("Our legitimate interest is to {interest}", interest=slot("what")), what=what)
    if any(run.language for run in runs):
        return woven(t("Our legitimate interest: {interest}", interest=slot("what")), what=runs)
    if _names_itself(runs):
        return woven(t("It is {interest}", interest=slot("what")), what=lowered_runs(runs))
    return woven(t("Our legitimate interest: {interest}", interest=slot("what")), what=lowered_runs(runs))


def _names_itself(runs: Runs) -> bool:
    """Tell whether a text says in its first words that it is an interest, as *Our interest in …* does."""
    return any("interes" in word.lower() for word in text_of(runs).split()[:3])
