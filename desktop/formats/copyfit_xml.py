"""The levers of copyfit in a house style: ``<copyfit>`` ↔ CopyfitRules. Their order in the file is the house's."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec.structs import fields

from desktop.formats.xml import Document, Node
from desktop.model.copyfit import (
    CopyfitRules,
    CutLever,
    HeadlineLever,
    Lever,
    MeasureLever,
    ParagraphLever,
    PictureLever,
    SubheadLever,
)

LEVERS: Mapping[str, type[Lever]] = MappingProxyType(
    {
        "paragraphs": ParagraphLever,
        "subheads": SubheadLever,
        "headline": HeadlineLever,
        "pictures": PictureLever,
        "measures": MeasureLever,
        "cut": CutLever,
    }
)
"""The levers by their elements; a limit is an attribute by its field's name, as the program has it where left out."""


def read_copyfit(document: Document, node: Node | None) -> CopyfitRules:
    """Return the levers in an element; without it those that the program has."""
    if node is None:
        return CopyfitRules()
    seen: set[str] = set()
    levers: list[Lever] = []
    for child in node.children:
        if child.tag in seen or child.tag not in LEVERS:
            raise document.fault(child, "<copyfit> names each lever once; <{tag}> is one too many.", tag=child.tag)
        seen.add(child.tag)
        levers.append(_lever(document, child))
    return CopyfitRules(tuple(levers))


def _lever(document: Document, node: Node) -> Lever:
    kind = LEVERS[node.tag]
    limits = {field.name: document.number(node, _attribute(field.name), field.default) for field in fields(kind)}
    lever = kind(**limits)
    for least, most in (("least", "most"), ("before_least", "before_most"), ("after_least", "after_most")):
        if limits.get(least, 0) > limits.get(most, limits.get(least, 0)):
            template = "<{tag}> says {least}=“{low}” and {most}=“{high}”, which leaves nothing between."
            raise document.fault(
                node, template, tag=node.tag, least=_attribute(least), low=limits[least],
                most=_attribute(most), high=limits[most],
            )  # fmt: skip
    return lever


def copyfit_node(rules: CopyfitRules) -> Node:
    """Return the levers as an element."""
    tags = {kind: tag for tag, kind in LEVERS.items()}
    return Node("copyfit", children=[_lever_node(tags[type(lever)], lever) for lever in rules.levers])


def _lever_node(tag: str, lever: Lever) -> Node:
    return Node(tag, {_attribute(name): str(getattr(lever, name)) for name in lever.__struct_fields__})


def _attribute(field: str) -> str:
    return field.replace("_", "-")
