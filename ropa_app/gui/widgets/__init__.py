"""The widget kit: painted by the theme, worked by keyboard, spoken by screen readers; knows no registers.

Every widget that edits a value keeps the contract of `editor.ValueEditor`: `value`, `set_value`,
`committed`, `is_pending`, `commit_pending`, `revert`, `set_read_only`, `set_invalid`. Texts come from the
translator handed in, and again through `retranslate` when the language of the window changes.
"""
