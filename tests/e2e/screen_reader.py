"""What a screen reader knows and does: the accessibility tree of one program, one JSON line per question.

Runs under the interpreter of the system, which has the bindings of AT-SPI: `screen_reader.py PID`.
"""

from __future__ import annotations

import importlib
import json
import sys
import time
from collections.abc import Iterator
from typing import Any

gi = importlib.import_module("gi")
gi.require_version("Atspi", "2.0")
Atspi = importlib.import_module("gi.repository.Atspi")
STATES = ("FOCUSABLE", "FOCUSED", "SELECTED", "ENABLED", "EDITABLE", "READ_ONLY", "CHECKED", "EXPANDED")
PATIENCE_S = 30.0


def program(process: int) -> Any:
    """Return the root of a program's tree; wait for it to come up."""
    end = time.monotonic() + PATIENCE_S
    while time.monotonic() < end:
        desktop = Atspi.get_desktop(0)
        for number in range(desktop.get_child_count()):
            found = desktop.get_child_at_index(number)
            if found is not None and found.get_process_id() == process:
                return found
        time.sleep(0.1)
    raise TimeoutError(f"process {process} is not in the accessibility tree")


def walk(node: Any, depth: int = 0) -> Iterator[tuple[int, Any]]:
    """Yield a part and all below it, as far as it is showing; of a long list or table, the first parts."""
    yield depth, node
    for number in range(min(node.get_child_count(), 150)):
        child = node.get_child_at_index(number)
        if child is not None and child.get_state_set().contains(Atspi.StateType.SHOWING):
            yield from walk(child, depth + 1)


def label(node: Any) -> str:
    """Return the name of what labels a part."""
    for relation in node.get_relation_set():
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
            return relation.get_target(0).get_name() or ""
    return ""


def described(node: Any, depth: int) -> dict[str, Any]:
    """Return what is told of a part."""
    held = node.get_state_set()
    states = [one.lower() for one in STATES if held.contains(getattr(Atspi.StateType, one))]
    parent = node.get_parent()
    return {
        "depth": depth,
        "role": node.get_role_name(),
        "name": node.get_name() or "",
        "label": label(node),
        "parent": (parent.get_name() or "") if parent is not None else "",
        "states": states,
        "text": Atspi.Text.get_text(node, 0, -1) if "Text" in node.get_interfaces() else "",
    }


def fits(node: Any, question: dict[str, Any]) -> bool:
    """Tell whether a part is the one asked for."""
    if question["role"] not in ("", node.get_role_name()):
        return False
    name = node.get_name() or ""
    return name.startswith(question["name"]) if question["starts"] else name == question["name"]


def answer(root: Any, question: dict[str, Any]) -> Any:
    """Do what is asked and return what is to be told."""
    if question["do"] == "tree":
        return [described(node, depth) for depth, node in walk(root)]
    if question["do"] == "focused":
        held = (node for _, node in walk(root) if node.get_state_set().contains(Atspi.StateType.FOCUSED))
        return [described(node, 0) for node in held]
    found = [(depth, node) for depth, node in walk(root) if fits(node, question)]
    if question["do"] == "focus" and found:
        Atspi.Component.grab_focus(found[0][1])
    if question["do"] == "press" and found:
        Atspi.Action.do_action(found[0][1], 0)
    return [described(node, depth) for depth, node in found]


def main(process: int) -> None:
    """Answer one question for each line, until there are no more."""
    root = program(process)
    for line in sys.stdin:
        root.clear_cache()
        print(json.dumps(answer(root, json.loads(line))), flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]))
