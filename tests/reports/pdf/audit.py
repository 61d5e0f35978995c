"""Reads PDFs back: does every stroke belong to one element or artifact, and does the tree lead to all?

`audit` asks what the engine owes every document; `writing_faults` what its writer owes, the order of heading
levels. The parts are `ink`, which reads content streams, and the modules `audit_*`; `readback` compares with
the page model. The questions are such that no deliberate fault goes unnoticed: `docs/pdf-faults.md`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf
from outloud import check
from pikepdf import pdfa

from tests.reports.pdf import audit_bytes, audit_file, audit_fonts, audit_ink, audit_links, audit_tags, ink

_BROKEN = (AttributeError, IndexError, KeyError, TypeError, ValueError)


@dataclass
class Audit:
    """What was found: faults, how often each tag occurs."""

    faults: list[str] = field(default_factory=list)
    tags: Counter[str] = field(default_factory=Counter)
    artifacts: int = 0


def audit(data: bytes) -> Audit:
    """Compare marks, structure tree, parent tree, annotations, and what the file says about itself."""
    found = Audit()
    with pikepdf.open(BytesIO(data)) as pdf:
        drawn = ink.read(pdf)
        found.faults += drawn.faults
        found.artifacts = drawn.artifacts
        if "/StructTreeRoot" not in pdf.Root:
            found.faults.append("no structure tree")
            return found
        found.tags = audit_tags.count(pdf)
        owners: dict[Any, Any] = {}
        checks: tuple[Callable[[], list[str]], ...] = (
            lambda: _tree(pdf, drawn.marks, owners),
            lambda: _parent_tree(pdf, owners),
            lambda: audit_tags.faults(pdf, drawn),
            lambda: audit_links.faults(pdf, drawn),
            lambda: audit_fonts.faults(pdf, drawn),
            lambda: audit_ink.faults(pdf, drawn),
            lambda: audit_file.catalogue_faults(pdf),
            lambda: audit_bytes.faults(data, pdf),
        )
        for one in checks:
            try:
                found.faults += one()
            except _BROKEN as error:
                found.faults.append(f"cannot be read: {error!r}")
    return found


def writing_faults(data: bytes) -> list[str]:
    """Return what is wrong with the levels of headings, which the engine takes as they are given."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return audit_tags.heading_faults(pdf)


def _tree(pdf: pikepdf.Pdf, marks: dict[tuple[int, int], str], owners: dict[Any, Any]) -> list[str]:
    pages = {page.objgen: at for at, page in enumerate(pdf.pages)}
    faults = []
    for element, parent in audit_tags.elements(pdf):
        if parent is not None and element.P.objgen != parent.objgen:
            faults.append(f"wrong parent of {element.S}")
        for kid in kids(element):
            if audit_tags.is_element(kid):
                continue
            key = _key(kid, element, pages)
            if key in owners:
                faults.append(f"{key} has two owners")
            owners[key] = element.objgen
            if key in marks and marks[key] != str(element.S):
                faults.append(f"{key} is marked {marks[key]} and tagged {element.S}")
    if {key for key in owners if key[0] != "annotation"} != set(marks):
        faults.append("marks and tree differ")
    return faults


_key = audit_tags.key_of
kids = audit_tags.kids


def _parent_tree(pdf: pikepdf.Pdf, owners: dict[Any, Any]) -> list[str]:
    faults = []
    leads: dict[int, Any] = {}
    for leaf in pdf.Root.StructTreeRoot.ParentTree.Kids:
        pairs = list(leaf.Nums)
        leads.update({int(pairs[at]): pairs[at + 1] for at in range(0, len(pairs), 2)})
    for at, page in enumerate(pdf.pages):
        for number, element in enumerate(leads[int(page.obj.StructParents)]):
            if owners.get((at, number)) != element.objgen:
                faults.append(f"parent tree differs at {at}, {number}")
        faults += [
            "annotation leads elsewhere"
            for one in page.obj.get("/Annots", [])
            if owners.get(("annotation", one.objgen)) != leads[int(one.StructParent)].objgen
        ]
    if int(pdf.Root.StructTreeRoot.ParentTreeNextKey) <= max(leads):
        faults.append("the next key of the parent tree is taken")
    return faults


def tree_text(data: bytes) -> str:
    """Return all text in the order of the structure tree, each element's marks together, blanks squeezed."""
    with pikepdf.open(BytesIO(data)) as pdf:
        pages = {page.objgen: at for at, page in enumerate(pdf.pages)}
        texts = ink.read(pdf).texts()
        pieces: list[str] = []

        def walk(element: Any) -> None:
            for kid in kids(element):
                if audit_tags.is_element(kid):
                    walk(kid)
                elif isinstance(kid, int) or kid.Type == "/MCR":
                    pieces.append(texts.get(_key(kid, element, pages), ""))
            if element.S in ("/P", "/TD", "/TH", "/Lbl", "/TOCI", "/H1", "/H2", "/H3", "/H4"):
                pieces.append("\n")

        walk(pdf.Root.StructTreeRoot.K)
    return re.sub(r" *\n\s*", "\n", re.sub(r" +", " ", "".join(pieces)))


def ua_errors(data: bytes, path: Any) -> list[str]:
    """Return what a PDF/UA checker calls errors; `path` is a file that may be written."""
    return ua_findings(data, path, "error")


def ua_findings(data: bytes, path: Any, severity: str) -> list[str]:
    """Return the findings of a PDF/UA checker of one severity, each with its rule first."""
    path.write_bytes(data)
    result = check(str(path))
    if result.error:
        return [result.error] if severity == "error" else []
    return [f"{f.rule} {f.message} page {f.page}" for f in result.findings if f.severity == severity]


def archive_findings(data: bytes) -> list[str]:
    """Return what a PDF/A-2b checker objects to.

    It knows neither the identifier of PDF/UA nor the extension schema that declares it, and only level B, so
    these are taken out of a copy first.
    """
    with pikepdf.open(BytesIO(data)) as pdf:
        if "/Metadata" not in pdf.Root:
            return ["pikepdf:no-xmp"]
        text = pdf.Root.Metadata.read_bytes().decode()
        text = re.sub(
            r"<rdf:Description[^>]*xmlns:pdfaExtension.*?</rdf:Description>", "", text, flags=re.DOTALL
        )
        text = text.replace("<pdfuaid:part>1</pdfuaid:part>", "")
        text = text.replace(' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"', "")
        text = text.replace("<pdfaid:conformance>A", "<pdfaid:conformance>B")
        pdf.Root.Metadata.write(text.encode())
        pdf.Root.Metadata.Type = pikepdf.Name.Metadata
        pdf.Root.Metadata.Subtype = pikepdf.Name.XML
        result = pdfa.check(pdf, "2b")
        return [] if result.passed else [str(finding) for finding in result.findings] or ["not passed"]
