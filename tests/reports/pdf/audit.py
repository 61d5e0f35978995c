"""Reads PDFs back: does every stroke belong to one element or artifact, and does the tree lead to all?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf
from outloud import check
from pikepdf import pdfa

PAINTING = {"Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh", "EI"}


@dataclass
class Audit:
    """What was found: faults, how often each tag occurs, the tree in reading order."""

    faults: list[str] = field(default_factory=list)
    tags: Counter[str] = field(default_factory=Counter)
    artifacts: int = 0


def audit(data: bytes) -> Audit:
    """Compare marks, structure tree, parent tree and annotations."""
    found = Audit()
    with pikepdf.open(BytesIO(data)) as pdf:
        marks = _marks(pdf, found)
        owners = _tree(pdf, marks, found)
        _parent_tree(pdf, owners, found)
    return found


def _operations(page: pikepdf.Page) -> Iterator[tuple[Any, str]]:
    for instruction in pikepdf.parse_content_stream(page):
        yield instruction.operands, str(instruction.operator)


def _marks(pdf: pikepdf.Pdf, found: Audit) -> dict[tuple[int, int], str]:
    marks: dict[tuple[int, int], str] = {}
    for at, page in enumerate(pdf.pages):
        depth = 0
        for operands, name in _operations(page):
            if name == "BDC":
                if depth:
                    found.faults.append(f"nested mark on page {at}")
                depth += 1
                number = operands[1].get("/MCID")
                if number is None:
                    found.artifacts += 1
                elif (at, int(number)) in marks:
                    found.faults.append(f"mark {number} twice on page {at}")
                else:
                    marks[at, int(number)] = str(operands[0])
            elif name == "EMC":
                depth -= 1
            elif name in PAINTING and not depth:
                found.faults.append(f"{name} outside any mark on page {at}")
        if depth:
            found.faults.append(f"open mark on page {at}")
    return marks


def _tree(pdf: pikepdf.Pdf, marks: dict[tuple[int, int], str], found: Audit) -> dict[Any, Any]:
    pages = {page.objgen: at for at, page in enumerate(pdf.pages)}
    owners: dict[Any, Any] = {}
    waiting: list[tuple[Any, Any]] = [(pdf.Root.StructTreeRoot.K, None)]
    while waiting:
        element, parent = waiting.pop()
        found.tags[str(element.S)[1:]] += 1
        if parent is not None and element.P.objgen != parent.objgen:
            found.faults.append(f"wrong parent of {element.S}")
        for kid in kids(element):
            if not isinstance(kid, int) and "/S" in kid:
                waiting.append((kid, element))
                continue
            key = _key(kid, element, pages)
            if key in owners:
                found.faults.append(f"{key} has two owners")
            owners[key] = element.objgen
            if key in marks and marks[key] != str(element.S):
                found.faults.append(f"{key} is marked {marks[key]} and tagged {element.S}")
    if {key for key in owners if key[0] != "annotation"} != set(marks):
        found.faults.append("marks and tree differ")
    return owners


def _key(kid: Any, element: Any, pages: dict[Any, int]) -> Any:
    if isinstance(kid, int):
        return pages[element.Pg.objgen], kid
    if kid.Type == "/MCR":
        return pages[kid.Pg.objgen], int(kid.MCID)
    return "annotation", kid.Obj.objgen


def kids(element: Any) -> list[Any]:
    """Return what stands in an element."""
    inner = element.get("/K")
    return [] if inner is None else list(inner) if isinstance(inner, pikepdf.Array) else [inner]


def _parent_tree(pdf: pikepdf.Pdf, owners: dict[Any, Any], found: Audit) -> None:
    leads: dict[int, Any] = {}
    for leaf in pdf.Root.StructTreeRoot.ParentTree.Kids:
        pairs = list(leaf.Nums)
        leads.update({int(pairs[at]): pairs[at + 1] for at in range(0, len(pairs), 2)})
    for at, page in enumerate(pdf.pages):
        for number, element in enumerate(leads[int(page.obj.StructParents)]):
            if owners.get((at, number)) != element.objgen:
                found.faults.append(f"parent tree differs at {at}, {number}")
        for annotation in page.obj.get("/Annots", []):
            if "/Contents" not in annotation or int(annotation.F) != 4:
                found.faults.append("annotation without words or not for print")
            if owners.get(("annotation", annotation.objgen)) != leads[int(annotation.StructParent)].objgen:
                found.faults.append("annotation leads elsewhere")


def tree_text(data: bytes) -> str:
    """Return all text in the order of the structure tree, each element's marks together, blanks squeezed."""
    with pikepdf.open(BytesIO(data)) as pdf:
        pages = {page.objgen: at for at, page in enumerate(pdf.pages)}
        texts = {key: text for at, page in enumerate(pdf.pages) for key, text in _texts(at, page).items()}
        pieces: list[str] = []

        def walk(element: Any) -> None:
            for kid in kids(element):
                if not isinstance(kid, int) and "/S" in kid:
                    walk(kid)
                elif isinstance(kid, int) or kid.Type == "/MCR":
                    pieces.append(texts.get(_key(kid, element, pages), ""))
            if element.S in ("/P", "/TD", "/TH", "/Lbl", "/TOCI", "/H1", "/H2", "/H3", "/H4"):
                pieces.append("\n")

        walk(pdf.Root.StructTreeRoot.K)
    return re.sub(r" *\n\s*", "\n", re.sub(r" +", " ", "".join(pieces)))


def _texts(at: int, page: pikepdf.Page) -> dict[tuple[int, int], str]:
    """Return the text of each mark of a page, decoded by the fonts' own maps."""
    maps = {name: _unicode(font) for name, font in page.Resources.Font.items()}
    texts: dict[tuple[int, int], str] = {}
    current: tuple[int, int] | None = None
    decode: dict[int, str] = {}
    for operands, name in _operations(page):
        if name == "BDC":
            number = operands[1].get("/MCID")
            current = None if number is None else (at, int(number))
        elif name == "EMC":
            current = None
        elif name == "Tf":
            decode = maps[str(operands[0])]
        elif name == "Tj" and current is not None:
            shown = "".join(decode[code] for code in bytes(operands[0]))
            texts[current] = texts.get(current, "") + shown
    return texts


def _unicode(font: Any) -> dict[int, str]:
    pairs = re.findall(rb"<([0-9A-F]{2})> <([0-9A-F]+)>\n", font.ToUnicode.read_bytes() + b"\n")
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}


def ua_errors(data: bytes, path: Any) -> list[str]:
    """Return what a PDF/UA checker calls errors; `path` is a file that may be written."""
    path.write_bytes(data)
    result = check(str(path))
    if result.error:
        return [result.error]
    return [f"{f.rule} {f.message} page {f.page}" for f in result.findings if f.severity == "error"]


def archive_findings(data: bytes) -> list[str]:
    """Return what a PDF/A-2b checker objects to.

    It knows neither the identifier of PDF/UA nor the extension schema that declares it, and only level B, so
    these are taken out of a copy first.
    """
    with pikepdf.open(BytesIO(data)) as pdf:
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
