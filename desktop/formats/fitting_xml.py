"""What copyfit decided about a page: ``<fitting>`` of pages/NN.xml ↔ Fitting. A page without it has none."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.formats.escape import escape
from desktop.formats.measures import plain
from desktop.formats.story_xml import plain_word
from desktop.formats.xml import Document, Node
from desktop.model.fitting import NOTHING, Fitting, FrameFit, HeadFit, ParagraphFit


def fitting_nodes(fitting: Fitting) -> Iterator[Node]:
    """Yield the element, if there is anything to say."""
    if not fitting:
        return
    children = [Node("paragraph", {"element": escape(p.element), "lines": str(p.lines)}) for p in fitting.paragraphs]
    heads = (({"element": escape(head.element)}, head) for head in fitting.heads)
    children += [Node("head", says | _said(head, "before", "after", "largest")) for says, head in heads]
    frames = (({"frame": escape(frame.frame)}, frame) for frame in fitting.frames)
    children += [Node("frame", says | _said(frame, "lines", "columns")) for says, frame in frames]
    yield Node("fitting", children=children)


def _said(fit: HeadFit | FrameFit, *names: str) -> dict[str, str]:
    return {name: plain(value) for name in names if (value := getattr(fit, name)) is not None}


def read_fitting(document: Document, node: Node | None) -> Fitting:
    """Return what the element says."""
    if node is None:
        return NOTHING
    return Fitting(
        tuple(
            ParagraphFit(plain_word(document, child, "element"), document.number(child, "lines", least=-MOST_LINES))
            for child in node.all("paragraph")
        ),
        tuple(_head(document, child) for child in node.all("head")),
        tuple(_frame(document, child) for child in node.all("frame")),
    )


MOST_LINES = 1_000
"""Lines that a paragraph may be told to give up; composing gives what it can, the rest says nothing."""


def _head(document: Document, node: Node) -> HeadFit:
    return HeadFit(
        plain_word(document, node, "element"),
        _number(document, node, "before"),
        _number(document, node, "after"),
        document.decimal(node, "largest") if "largest" in node.attributes else None,
    )


def _frame(document: Document, node: Node) -> FrameFit:
    return FrameFit(
        plain_word(document, node, "frame"),
        _number(document, node, "lines", 1),
        _number(document, node, "columns", 1),
    )


def _number(document: Document, node: Node, name: str, least: int = 0) -> int | None:
    return document.number(node, name, least=least) if name in node.attributes else None
