"""House styles (resources/styles/*.xml) ↔ HouseStyle."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from desktop.errors import StyleError, UsageError
from desktop.formats.copyfit_xml import copyfit_node, read_copyfit
from desktop.formats.typography_xml import (
    number,
    read_typography,
    read_variants,
    typography_node,
    variant_ids,
    variants_node,
)
from desktop.formats.xml import Document, Node, own_file, read_document, read_file, serialise
from desktop.geometry import parse_length
from desktop.locator import resource
from desktop.model.story import Role
from desktop.model.style import Align, FaceRole, HouseStyle, KinsokuLevel, ParagraphStyle

VERSION = "1"
DEFAULT = "newspaper"


def read_style(path: Path) -> HouseStyle:
    """Return the house style in a file.

    Raises:
        StyleError: The file cannot be read or is not a house style; says where and why.
    """
    return style_from_bytes(read_file(path, StyleError), path.name, own=own_file(path))


def style_from_bytes(data: bytes, name: str, *, own: bool = False) -> HouseStyle:
    """Return the house style in a file's bytes; ``own`` marks the product's own, never validated again."""
    return read_document(data, name, "style", StyleError, _style, own=own)


def default_style() -> HouseStyle:
    """Return the house style that comes with the product."""
    return read_style(resource("styles", f"{DEFAULT}.xml"))


def _style(document: Document) -> HouseStyle:
    root = document.root
    if root.tag != "style":
        raise document.fault(root, "the file begins with <{tag}>; a house style begins with <style>.", tag=root.tag)
    if document.word(root, "version") != VERSION:
        template = "this house style needs a newer version of the program (format {version})."
        raise document.fault(root, template, version=root.attributes["version"])
    variants = read_variants(document, root.first("variants"))
    known = [variant.id for variant in variants]
    style = HouseStyle(
        id=document.word(root, "id"),
        faces=_faces(document, document.child(root, "faces")),
        typography=read_typography(document, document.child(root, "typography")),
        head=_paragraphs(document, document.child(root, "heads"), known),
        flow=_paragraphs(document, document.child(root, "flow"), known),
        variants=variants,
        copyfit=read_copyfit(document, root.first("copyfit")),
        further=_further(document, root.first("further"), known),
    )
    _check_names(document)
    return style


def _faces(document: Document, node: Node) -> dict[FaceRole, tuple[str, ...]]:
    faces = {
        document.choice(face, "role", FaceRole, "face role"): tuple(document.word(face, "use").split())
        for face in node.all("face")
    }
    missing = [role for role in FaceRole if not faces.get(role)]
    if missing:
        raise document.fault(node, "<faces> names no face for {roles}.", roles=" ".join(missing))
    return faces


def _paragraphs(document: Document, node: Node, variants: Sequence[str]) -> dict[Role, ParagraphStyle]:
    styles: dict[Role, ParagraphStyle] = {}
    for entry in node.all("paragraph"):
        role = document.choice(entry, "role", Role, "role")
        if role in styles:
            template = "<{tag}> has two paragraph styles for {role}; one of them belongs into <further>."
            raise document.fault(entry, template, tag=node.tag, role=role)
        styles[role] = _paragraph(document, entry, variants)
    missing = [role for role in Role if role not in styles]
    if missing:
        raise document.fault(node, "<{tag}> lacks a <paragraph> for {roles}.", tag=node.tag, roles=" ".join(missing))
    return styles


def _further(document: Document, node: Node | None, variants: Sequence[str]) -> tuple[tuple[Role, ParagraphStyle], ...]:
    return tuple(
        (document.choice(entry, "role", Role, "role"), _paragraph(document, entry, variants))
        for entry in (node.all("paragraph") if node else ())
    )


def _paragraph(document: Document, node: Node, variants: Sequence[str]) -> ParagraphStyle:
    return ParagraphStyle(
        name=document.word(node, "name"),
        face=document.choice(node, "face", FaceRole, "face role"),
        sizes=_sizes(document, node),
        align=document.choice(node, "align", Align, "alignment", Align.JUSTIFY),
        kinsoku=level_of(document, node),
        variants=variant_ids(document, node, variants),
        indent_ems=document.decimal(node, "indent", 0.0),
        narrow_below=document.decimal(node, "narrow-below", 0.0),
        narrow_indent=document.decimal(node, "narrow-indent", 1.0),
        pitches=document.decimal(node, "pitches", 0.0),
        before=document.number(node, "before", 0),
        after=document.number(node, "after", 0),
        max_lines=document.number(node, "max-lines", 0),
        spread=document.decimal(node, "spread", 0.0),
        black=document.decimal(node, "black", 1.0),
        labels=tuple((name.attributes.get("lang", ""), name.text) for name in node.all("name")),
    )


def level_of(document: Document, node: Node) -> KinsokuLevel | None:
    """Return the level of kinsoku that a page or a paragraph style chooses for itself (K1)."""
    if "kinsoku" not in node.attributes:
        return None
    return document.choice(node, "kinsoku", KinsokuLevel, "kinsoku level")


def _sizes(document: Document, node: Node) -> tuple[float, ...]:
    words = document.word(node, "sizes").split()
    try:
        sizes = tuple(parse_length(word) for word in words)
    except UsageError:
        sizes = ()
    if not sizes or min(sizes) <= 0 or list(sizes) != sorted(sizes, reverse=True):
        template = "<paragraph> says sizes=“{word}”; write sizes from large to small, for example 小二 16 12."
        raise document.fault(node, template, word=" ".join(words))
    return sizes


def _check_names(document: Document) -> None:
    """Layouts call paragraph styles by name, so no two have the same."""
    seen: set[str] = set()
    for node in document.root.walk():
        if node.tag == "paragraph":
            name = document.word(node, "name")
            if name in seen:
                raise document.fault(node, "two paragraph styles have the name “{name}”.", name=name)
            seen.add(name)


def write_style(style: HouseStyle) -> bytes:
    """Return the house style as a file; reading it gives an equal style."""
    faces = [Node("face", {"role": role, "use": " ".join(use)}) for role, use in style.faces.items()]
    children = [
        Node("faces", children=faces),
        typography_node(style.typography),
        *([variants_node(style.variants)] if style.variants else []),
        copyfit_node(style.copyfit),
        Node("heads", children=_paragraph_nodes(style.head.items())),
        Node("flow", children=_paragraph_nodes(style.flow.items())),
        *([Node("further", children=_paragraph_nodes(style.further))] if style.further else []),
    ]
    return serialise(Node("style", {"id": style.id, "version": VERSION}, children))


def _paragraph_nodes(styles: Iterable[tuple[Role, ParagraphStyle]]) -> list[Node]:
    return [_paragraph_node(role, style) for role, style in styles]


def _paragraph_node(role: Role, style: ParagraphStyle) -> Node:
    from desktop.formats.measures import size_text

    says = {"role": str(role), "name": style.name, "face": str(style.face)}
    says["sizes"] = " ".join(size_text(size) for size in style.sizes)
    numbers = (
        ("indent", style.indent_ems, 0),
        ("narrow-below", style.narrow_below, 0),
        ("narrow-indent", style.narrow_indent, 1),
        ("pitches", style.pitches, 0),
        ("before", style.before, 0),
        ("after", style.after, 0),
        ("max-lines", style.max_lines, 0),
        ("spread", style.spread, 0),
        ("black", style.black, 1),
    )
    says |= {"kinsoku": str(style.kinsoku)} if style.kinsoku else {}
    says |= {"variants": " ".join(style.variants)} if style.variants else {}
    says |= {"align": str(style.align)} if style.align != Align.JUSTIFY else {}
    says |= {name: number(value) for name, value, standard in numbers if value != standard}
    return Node("paragraph", says, [Node("name", {"lang": language}, text=text) for language, text in style.labels])
