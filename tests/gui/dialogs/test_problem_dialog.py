"""What could not be done is told in one sentence."""

from __future__ import annotations

import pytest

from ropa_app.gui.dialogs.problem_dialog import show_problem
from ropa_app.gui.document import FileProblem, RegisterDocument, problem_text
from ropa_app.i18n import LANGUAGES, translator


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_damaged_file_is_told_and_left_as_it_is(qapp, answer, tmp_path, language):
    t = translator(language)
    path = tmp_path / "skadet.ropa"
    path.write_bytes(b"not a register at all")
    with pytest.raises(FileProblem) as told:
        RegisterDocument.open(path, "Kari", t)
    said = []

    def read(opened):
        said.append(opened.text())
        opened.accept()

    answer(read)
    show_problem(None, t, problem_text(told.value, t))
    assert len(said) == 1
    assert "skadet.ropa" in said[0]
    assert path.read_bytes() == b"not a register at all"
