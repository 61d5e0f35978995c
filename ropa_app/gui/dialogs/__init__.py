"""Dialogs: what the window asks before it does something, and what it says about itself."""
