"""What the file says about itself: catalogue, colour profile, XMP and information dictionary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from tests.reports.pdf.audit_tags import NOTHING

_FORBIDDEN = ("/AA", "/OpenAction", "/AcroForm", "/RoleMap")


def catalogue_faults(pdf: pikepdf.Pdf) -> list[str]:
    """Return what the catalogue lacks and where XMP and the information dictionary differ."""
    root = pdf.Root
    found = [f"{key} in the catalogue" for key in _FORBIDDEN if key in root]
    if not str(root.get("/Lang", "")):
        found.append("no language")
    if not root.get("/MarkInfo", NOTHING).get("/Marked"):
        found.append("not called tagged")
    if not root.get("/ViewerPreferences", NOTHING).get("/DisplayDocTitle"):
        found.append("the title is not displayed")
    found += _intent_faults(root)
    if "/Metadata" not in root:
        return [*found, "no XMP"]
    if "/Filter" in root.Metadata:
        found.append("XMP is compressed")
    found += _metadata_faults(pdf)
    return found


def _intent_faults(root: Any) -> Iterator[str]:
    intents = list(root.get("/OutputIntents", []))
    if [str(intent.get("/S")) for intent in intents] != ["/GTS_PDFA1"]:
        yield "no output intent of PDF/A"
        return
    profile = intents[0].DestOutputProfile
    if int(profile.get("/N", 0)) != 3 or profile.read_bytes()[16:20] != b"RGB ":
        yield "the colour profile is not of three colours"
    if int.from_bytes(profile.read_bytes()[:4], "big") != len(profile.read_bytes()):
        yield "the colour profile is cut off"


def _metadata_faults(pdf: pikepdf.Pdf) -> list[str]:
    info = pdf.docinfo
    with pdf.open_metadata() as xmp:
        day = str(info.get("/CreationDate", ""))
        stamp = re.sub(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z", r"\1-\2-\3T\4:\5:\6Z", day)
        pairs = {
            "title": (str(info.get("/Title", "")), xmp.get("dc:title")),
            "author": ([str(info.get("/Author", ""))], xmp.get("dc:creator")),
            "subject": (str(info.get("/Subject", "")), xmp.get("dc:description", "")),
            "keywords": (str(info.get("/Keywords", "")), xmp.get("pdf:Keywords", "")),
            "creator": (str(info.get("/Creator", "")), xmp.get("xmp:CreatorTool", "")),
            "producer": (str(info.get("/Producer", "")), xmp.get("pdf:Producer", "")),
            "day": (stamp, xmp.get("xmp:CreateDate")),
            "day of change": (str(info.get("/ModDate", "")), day),
            "stamp of change": (stamp, xmp.get("xmp:ModifyDate")),
            "language": ({str(pdf.Root.get("/Lang", ""))}, xmp.get("dc:language")),
            "part of PDF/A": ("2", xmp.get("pdfaid:part")),
            "part of PDF/UA": ("1", xmp.get("pdfuaid:part")),
        }
        found = [f"{name}: {one!r} is not {other!r}" for name, (one, other) in pairs.items() if one != other]
        if xmp.get("pdfaid:conformance") not in ("A", "B"):
            found.append("no conformance of PDF/A")
        if not str(info.get("/Title", "")).strip():
            found.append("no title")
    text = pdf.Root.Metadata.read_bytes()
    if b"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>" not in text:
        found.append("the identifier of PDF/UA is not declared")
    return found
