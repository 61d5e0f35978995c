"""The way in: a document of the page model becomes one web page that needs nothing beside itself."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Iterable, Iterator
from pathlib import Path

from ropa_app.paths import resource
from ropa_app.reports import page_model as m
from ropa_app.reports.html.anchors import Anchors, anchors_of
from ropa_app.reports.html.blocks import Body, title_block
from ropa_app.reports.html.inline import attributes, escaped
from ropa_app.reports.html.signs import drawings
from ropa_app.reports.progress import Progress, went_on

_Parts = list[tuple[m.Block, ...]]


def write_html(document: m.Document, target: Path, progress: Progress | None = None) -> None:
    """Write a document as one web page, in UTF-8: the same bytes for the same document.

    `progress` is told, after every part, how many are complete; when it returns False, Cancelled is raised.
    """
    target.write_text(as_html(document, progress), "utf-8", newline="\n")


def as_html(document: m.Document, progress: Progress | None = None) -> str:
    """Return a document as one web page; its iterables are used up."""
    parts: _Parts = [tuple(part.blocks) for part in document.parts]
    anchors = Anchors(anchor for blocks in parts for anchor in anchors_of(blocks))
    body = Body(document, anchors)
    main = anchors.own("text")
    header, text, contents = _text(document, parts, body, anchors, main, progress)
    top = "" if anchors.has_top else anchors.top
    return (
        f"<!DOCTYPE html>\n<html{attributes(lang=document.language)}>\n{_head(document)}"
        f"<body{attributes(id=top)}>\n{_skips(document.screen, main, contents)}"
        f"{drawings(body.inline.signs, anchors)}{header}{text}{_footer(document)}</body>\n</html>\n"
    )


def _text(
    document: m.Document,
    parts: _Parts,
    body: Body,
    anchors: Anchors,
    main: str,
    progress: Progress | None,
) -> tuple[str, str, str]:
    """Return the head and the text of a page, and the id of its list of contents, "" where it has none.

    The list stands after the first part: a summary comes first, and leads on by itself.
    """
    title, parts = _parted(parts, document)
    header = _header(document, title, body, anchors)
    entries = list(_outline(parts)) if document.screen.contents else []
    own = any(isinstance(block, m.Contents) for blocks in parts for block in blocks)
    made: list[str] = []
    contents = ""
    for number, blocks in enumerate(parts, 1):
        body.add(blocks)
        if number == 1 and len(entries) > 1 and not own:
            contents = anchors.own("contents")
            first = body.taken(to_top=False)
            made.append(f'<div class="first">\n{first}</div>\n{body.contents(entries, contents)}')
        went_on(progress, number)
    rest = f'<div class="rest">\n{body.taken(to_top=True)}</div>\n'
    look = "with-contents" if contents else ""
    text = f"<main{attributes(id=main, class_=look)}>\n{''.join(made)}{rest}</main>\n"
    return header, text, contents


def _parted(parts: _Parts, document: m.Document) -> tuple[m.TitleBlock, _Parts]:
    """Return the title of a document, made up from what is known of it where it has none, and the rest."""
    if parts and parts[0] and isinstance(parts[0][0], m.TitleBlock):
        return parts[0][0], [parts[0][1:], *parts[1:]]
    return m.TitleBlock(document.title, anchor=""), parts


def _outline(parts: _Parts) -> Iterator[m.ContentsEntry]:
    """Yield the entries of a list of contents: the headings that stand in the outline."""
    for block in (one for blocks in parts for one in _flat(blocks)):
        if isinstance(block, m.Heading) and block.outline is not None and block.anchor:
            yield m.ContentsEntry(block.title, block.anchor, block.number, block.outline)


def _flat(blocks: Iterable[m.Block]) -> Iterator[m.Block]:
    for block in blocks:
        if isinstance(block, m.Group):
            yield from _flat(block.blocks)
        else:
            yield block


def _head(document: m.Document) -> str:
    """Return what a page says about itself; a draft asks search engines to leave it out.

    The policy lets the page use its own style and nothing else, whatever is made of it on the way.
    """
    style = resource("web", "page.css").read_text("utf-8") + _edges(document)
    digest = b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    named = {
        "viewport": "width=device-width, initial-scale=1",
        "color-scheme": "light dark",
        "description": f"{document.subject}: {document.organisation}" if document.subject else document.title,
        "author": document.organisation,
        "keywords": ", ".join(document.keywords),
        "generator": document.creator,
        "dcterms.date": document.day.isoformat(),
        "robots": "noindex" if document.draft else "",
    }
    lines = [f"<meta{attributes(name=name, content=text)}>" for name, text in named.items() if text]
    return (
        f'<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f"<title>{escaped(document.title)}</title>\n"
        + "\n".join(lines)
        + f"\n<style>{style}</style>\n</head>\n"
    )


def _edges(document: m.Document) -> str:
    """Return the rules for what stands at the edges of every sheet, where a page is printed."""
    edges = {"top-right": document.draft, "bottom-left": document.footer}
    rules = "".join(
        f"@{edge} {{ content: {_quoted(text)}; font: 8pt sans-serif; color: #4a5659; }} "
        for edge, text in edges.items()
        if text
    )
    return f"@page {{ {rules}}}\n" if rules else ""


def _quoted(text: str) -> str:
    """Return a text as a string of a style sheet, all but plain letters and digits by their numbers."""
    plain = (one if one.isascii() and one.isalnum() else f"\\{ord(one):06x}" for one in text)
    return f'"{"".join(plain)}"'


def _skips(words: m.ScreenWords, main: str, contents: str) -> str:
    found = [(main, words.to_text), (contents, words.to_contents)]
    links = "".join(f'<a href="#{to}">{escaped(name)}</a>\n' for to, name in found if to and name)
    return f'<div class="skips">\n{links}</div>\n' if links else ""


def _header(document: m.Document, title: m.TitleBlock, body: Body, anchors: Anchors) -> str:
    draft = f'<p class="draft">{escaped(document.draft)}</p>\n' if document.draft else ""
    return f"<header>\n{draft}{title_block(title, body.inline, anchors)}</header>\n"


def _footer(document: m.Document) -> str:
    texts = filter(None, (document.organisation, document.short_name, document.footer))
    lines = "".join(f"<p>{escaped(text)}</p>\n" for text in texts)
    return f"<footer>\n{lines}</footer>\n"
