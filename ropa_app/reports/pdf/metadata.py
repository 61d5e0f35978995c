"""What the file says about itself: the information dictionary and the same again as XMP."""

from __future__ import annotations

from typing import Final
from xml.sax.saxutils import escape

from ropa_app.reports.page_model import Document
from ropa_app.reports.pdf.values import dictionary, text_string

_PREFIXES: Final = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
}
_SCHEMA_PREFIXES: Final = {
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}
_RESOURCE: Final = '<rdf:li rdf:parseType="Resource">'


def _element(name: str, content: str) -> str:
    return f"<{name}>{content}</{name}>"


def _alternatives(name: str, text: str) -> str:
    return _element(name, f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt>')


def _sequence(name: str, kind: str, texts: tuple[str, ...]) -> str:
    items = "".join(_element("rdf:li", escape(text)) for text in texts)
    return _element(name, _element(f"rdf:{kind}", items))


def _description(prefixes: dict[str, str], lines: list[str]) -> str:
    spaces = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in prefixes.items())
    return f'<rdf:Description rdf:about="" {spaces}>\n' + "\n".join(lines) + "\n</rdf:Description>"


def _identifier_schema() -> str:
    """Return the declaration of the PDF/UA identifier, which PDF/A does not know by itself."""
    about = {
        "name": "part",
        "valueType": "Integer",
        "category": "internal",
        "description": "Part of ISO 14289 that the file conforms to",
    }
    described = "".join(_element(f"pdfaProperty:{name}", value) for name, value in about.items())
    properties = _element("rdf:Seq", f"{_RESOURCE}{described}</rdf:li>")
    schema = (
        _element("pdfaSchema:schema", "PDF/UA identification")
        + _element("pdfaSchema:namespaceURI", _PREFIXES["pdfuaid"])
        + _element("pdfaSchema:prefix", "pdfuaid")
        + _element("pdfaSchema:property", properties)
    )
    schemas = _element("pdfaExtension:schemas", _element("rdf:Bag", f"{_RESOURCE}{schema}</rdf:li>"))
    return _description(_SCHEMA_PREFIXES, [schemas])


def xmp(document: Document) -> bytes:
    """Return the XMP packet: PDF/UA-1 and PDF/A-2 with the document's conformance level."""
    moment = f"{document.day.isoformat()}T00:00:00Z"
    lines = [
        _element("pdfaid:part", "2") + _element("pdfaid:conformance", document.conformance),
        _element("pdfuaid:part", "1"),
        _element("dc:format", "application/pdf"),
        _alternatives("dc:title", document.title),
        _sequence("dc:creator", "Seq", (document.organisation,)),
        _sequence("dc:language", "Bag", (document.language,)),
        _element("xmp:CreateDate", moment) + _element("xmp:ModifyDate", moment),
    ]
    if document.subject:
        lines.append(_alternatives("dc:description", document.subject))
    if document.keywords:
        lines.append(_sequence("dc:subject", "Bag", document.keywords))
        lines.append(_element("pdf:Keywords", escape(", ".join(document.keywords))))
    if document.creator:
        lines.append(_element("xmp:CreatorTool", escape(document.creator)))
    if document.producer:
        lines.append(_element("pdf:Producer", escape(document.producer)))
    body = _description(_PREFIXES, lines) + "\n" + _identifier_schema()
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
        f'{body}\n</rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>'
    ).encode()


def information(document: Document) -> bytes:
    """Return the information dictionary; it agrees with the XMP packet."""
    moment = f"(D:{document.day:%Y%m%d}000000Z)".encode()
    texts = {
        "Title": document.title,
        "Author": document.organisation,
        "Subject": document.subject,
        "Keywords": ", ".join(document.keywords),
        "Creator": document.creator,
        "Producer": document.producer,
    }
    entries = {name: text_string(text) for name, text in texts.items() if text}
    return dictionary(entries | {"CreationDate": moment, "ModDate": moment})
