"""Every text of the program stands in every catalogue, translated, with its placeholders."""

from __future__ import annotations

import string

import catalogues
import pytest
from babel.messages.catalog import Catalog, Message

LANGUAGES = catalogues.LANGUAGES


@pytest.fixture(scope="module")
def template() -> Catalog:
    return catalogues.extract()


def _key(message: Message) -> tuple[object, str | None]:
    return message.id, message.context


def _forms(text: object) -> list[str]:
    return list(text) if isinstance(text, (tuple, list)) else [str(text)]


def _texts(language: str) -> list[Message]:
    return catalogues.texts(catalogues.read(language))


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_holds_the_texts_of_the_code(language: str, template: Catalog) -> None:
    in_code = {_key(message) for message in catalogues.texts(template)}
    in_catalogue = {_key(message) for message in _texts(language)}
    assert len(in_code) > 100
    assert in_code - in_catalogue == set(), "run `make strings`"
    assert in_catalogue - in_code == set(), "run `make strings`"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated(language: str) -> None:
    missing = [str(message.id) for message in _texts(language) if not catalogues.is_translated(message)]
    assert not missing, "\n".join(missing)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_placeholders_of_its_text(language: str) -> None:
    wrong = []
    for message in _texts(language):
        known = [_fields(form) for form in _forms(message.id)]
        for text in filter(None, _forms(message.string)):
            # A form of a plural may leave the number out; nothing may bring a name that is not filled.
            fits = _fields(text) <= set().union(*known) if len(known) > 1 else _fields(text) == known[0]
            if not fits:
                wrong.append(text)
    assert wrong == []


def test_english_is_the_text_itself() -> None:
    assert [message.id for message in _texts("en") if _forms(message.id) != _forms(message.string)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_program_does_not_shout(language: str) -> None:
    assert [message.id for message in _texts(language) if "!" in "".join(_forms(message.string))] == []


def test_writing_a_catalogue_again_changes_nothing(template: Catalog, tmp_path) -> None:
    for language in LANGUAGES:
        again = tmp_path / f"{language}.po"
        catalogues.write(catalogues.updated(template, language), again)
        assert again.read_text("utf-8") == catalogues.po_path(language).read_text("utf-8")
