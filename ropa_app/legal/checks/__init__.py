"""Checks: pure functions from records, day, law and history to findings, one module for each family."""

from ropa_app.legal.checks.catalogue import Level, Rule, Severity, rules
from ropa_app.legal.checks.finding import Coded, Fields, Finding, Named, Value
from ropa_app.legal.checks.running import Checked, check_case, check_register, check_rest
from ropa_app.legal.checks.shared import HistoryFacts, Shared

__all__ = [
    "Checked",
    "Coded",
    "Fields",
    "Finding",
    "HistoryFacts",
    "Level",
    "Named",
    "Rule",
    "Severity",
    "Shared",
    "Value",
    "check_case",
    "check_register",
    "check_rest",
    "rules",
]
