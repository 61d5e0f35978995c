"""The user's choices."""

from __future__ import annotations

from ropa_app.gui.dialogs.preferences_dialog import ask_preferences


def change(opened):
    opened.name.setText("Ola Nordmann")
    opened.language.set_current("nn")
    opened.appearance.set_current("dark")
    opened.accept_button.click()


def test_the_choices_are_kept(context, answer):
    answer(change)
    assert ask_preferences(None, context.settings, context.t)
    kept = context.settings
    assert (kept.author, kept.language, kept.appearance) == ("Ola Nordmann", "nn", "dark")


def test_leaving_keeps_nothing(context, answer):
    answer(lambda opened: (opened.name.setText("Ola"), opened.reject()))
    assert not ask_preferences(None, context.settings, context.t)
    assert context.settings.author == "Kari Nordmann"
