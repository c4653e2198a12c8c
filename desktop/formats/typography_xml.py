"""The typography of a house style: ``<typography>`` ↔ Typography, ``<variants>`` ↔ Variant.

A rule table is one element. Its numbers, words and yes or no are attributes, its sets and lists are children: words
with white space between them, except phrases, which may hold spaces and stand on a line each. What a table does not
say is as the program has it; what a variant's table does not say stays as the house has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import fields, replace

from desktop.formats.measures import decimal_text
from desktop.formats.xml import Document, Node
from desktop.model.style import (
    Hanging,
    Hyphenation,
    Kinsoku,
    KinsokuLevel,
    LineRules,
    MarkKind,
    MarkRule,
    Spacing,
    Together,
    Typography,
    Value,
    Variant,
    VerticalRules,
)

R = TypeVar("R", bound=Struct)

TABLES: Mapping[str, Struct] = MappingProxyType(
    {
        "spacing": Spacing(),
        "lines": LineRules(),
        "vertical": VerticalRules(),
        "hanging": Hanging(),
        "together": Together(),
        "hyphenation": Hyphenation(),
    }
)
"""The rule tables by their elements (and fields of Typography), as they are where nothing is said."""

MOST_HANGING = 0.5
"""H1: ems that a mark may stand outside."""

_ONE_A_LINE = frozenset({"phrases"})


def read_typography(document: Document, node: Node) -> Typography:
    """Return the typography in an element."""
    return Typography(
        level=document.choice(node, "level", KinsokuLevel, "kinsoku level"),
        kinsoku=_kinsoku(document, node),
        marks=tuple(_mark(document, mark) for mark in document.child(node, "marks").all("mark")),
        spacing=_table(document, document.child(node, "spacing"), Spacing()),
        lines=_table(document, node.first("lines"), LineRules()),
        vertical=_table(document, node.first("vertical"), VerticalRules()),
        hanging=_table(document, node.first("hanging"), Hanging()),
        together=_table(document, node.first("together"), Together()),
        hyphenation=_table(document, node.first("hyphenation"), Hyphenation()),
    )


def read_variants(document: Document, node: Node | None) -> tuple[Variant, ...]:
    """Return the variants in ``<variants>``; none where there is no such element.

    Raises:
        StyleError: Two have the same id, or one says what no typography can.
    """
    variants: dict[str, Variant] = {}
    for entry in node.all("variant") if node else ():
        variant = _variant(document, entry)
        if variant.id in variants:
            raise document.fault(entry, "two variants have the id “{id}”.", id=variant.id)
        variants[variant.id] = variant
    return tuple(variants.values())


def variant_ids(document: Document, node: Node, known: Iterable[str] | None = None) -> tuple[str, ...]:
    """Return the variants that a layout, page, slot or paragraph style chooses; ``known`` are the style's.

    Raises:
        BanxinError: The house style has no such variant.
    """
    chosen = tuple(node.attributes.get("variants", "").split())
    known = chosen if known is None else tuple(known)
    for id_ in chosen:
        if id_ not in known:
            template = "<{tag}> asks for the variant “{id}”, which the house style lacks."
            raise document.fault(node, template, tag=node.tag, id=id_)
    return chosen


def _kinsoku(document: Document, node: Node) -> Kinsoku:
    no_start: dict[KinsokuLevel, frozenset[str]] = {}
    no_end: dict[KinsokuLevel, frozenset[str]] = {}
    for entry in node.all("kinsoku"):
        level = document.choice(entry, "level", KinsokuLevel, "kinsoku level")
        base = document.choice(entry, "extends", KinsokuLevel, "kinsoku level", KinsokuLevel.NONE)
        if base != KinsokuLevel.NONE and base not in no_start:
            raise document.fault(entry, "<kinsoku> extends “{base}”, which must stand before it.", base=base)
        no_start[level] = no_start.get(base, frozenset()) | _entries(entry, "no-start")
        no_end[level] = no_end.get(base, frozenset()) | _entries(entry, "no-end")
    missing = [level for level in KinsokuLevel if level not in no_start]
    if missing:
        raise document.fault(node, "<typography> lacks <kinsoku> for {levels}.", levels=" ".join(missing))
    return Kinsoku(no_start, no_end)


def _entries(node: Node, tag: str) -> frozenset[str]:
    found = node.first(tag)
    return frozenset(found.text.split() if found else ())


def _mark(document: Document, node: Node) -> MarkRule:
    return MarkRule(
        kind=document.choice(node, "kind", MarkKind, "kind of mark"),
        chars=document.word(node, "chars"),
        cell=document.decimal(node, "cell"),
        lead=document.decimal(node, "lead", 0.0),
        trail=document.decimal(node, "trail", 0.0),
        squeeze=document.number(node, "squeeze", 0),
        least=document.decimal(node, "least", 0.0),
    )


def _variant(document: Document, node: Node) -> Variant:
    changes = [
        (table.tag, field, value)
        for table in node.children
        if table.tag in TABLES
        for field, value in _said(document, table, TABLES[table.tag]).items()
    ]
    return Variant(
        id=document.word(node, "id"),
        names=tuple((name.attributes.get("lang", ""), name.text) for name in node.all("name")),
        level=document.choice(node, "level", KinsokuLevel, "kinsoku level") if "level" in node.attributes else None,
        changes=tuple(changes),
        marks=tuple(
            (document.word(mark, "chars"), field, _mark_value(document, mark, field))
            for mark in node.all("mark")
            for field in ("cell", "lead", "trail", "squeeze", "least")
            if field in mark.attributes
        ),
    )


def _mark_value(document: Document, node: Node, field: str) -> float:
    return document.number(node, field) if field == "squeeze" else document.decimal(node, field)


def _table(document: Document, node: Node | None, standard: R) -> R:
    return replace(standard, **_said(document, node, standard)) if node else standard


def _said(document: Document, node: Node, standard: Struct) -> dict[str, Value]:
    """Return what an element says of a table's fields."""
    said: dict[str, Value] = {}
    for field in fields(standard):
        name, default = _attribute(field.name), getattr(standard, field.name)
        if isinstance(default, (frozenset, tuple)):
            child = node.first(name)
            if child is not None:
                said[field.name] = type(default)(_words(name, child.text))
        elif name in node.attributes:
            said[field.name] = _value(document, node, name, default)
    if said.get("by", 0) > MOST_HANGING and node.tag == "hanging":  # type: ignore[operator]
        template = "<hanging> says by=“{word}”; a mark hangs by half an em at most."
        raise document.fault(node, template, word=node.attributes["by"])
    return said


def _value(document: Document, node: Node, name: str, default: Value) -> Value:
    if isinstance(default, bool):
        return document.flag(node, name, default)
    if isinstance(default, int):
        return document.number(node, name)
    return document.decimal(node, name) if isinstance(default, float) else document.word(node, name)


def _words(name: str, text: str) -> list[str]:
    if name in _ONE_A_LINE:
        return [line.strip() for line in text.splitlines() if line.strip()]
    return text.split()


def _attribute(field: str) -> str:
    return field.replace("_", "-")


def typography_node(typography: Typography) -> Node:
    """Return the element of a typography."""
    kinsoku = [_kinsoku_node(typography.kinsoku, level) for level in typography.kinsoku.no_start]
    marks = Node("marks", children=[_mark_node(mark) for mark in typography.marks])
    tables = [
        _table_node(table, {field.name: getattr(getattr(typography, table), field.name) for field in fields(standard)})
        for table, standard in TABLES.items()
    ]
    return Node("typography", {"level": typography.level}, [*kinsoku, marks, *tables])


def variants_node(variants: Iterable[Variant]) -> Node:
    """Return the element of a house style's variants."""
    return Node("variants", children=[_variant_node(variant) for variant in variants])


def _variant_node(variant: Variant) -> Node:
    says = {"id": variant.id} | ({"level": str(variant.level)} if variant.level else {})
    children = [Node("name", {"lang": language}, text=text) for language, text in variant.names]
    tables: dict[str, dict[str, Value]] = {}
    for table, field, value in variant.changes:
        tables.setdefault(table, {})[field] = value
    children += [_table_node(table, said) for table, said in tables.items()]
    children += [Node("mark", {"chars": chars, field: number(value)}) for chars, field, value in variant.marks]
    return Node("variant", says, children)


def _table_node(tag: str, said: Mapping[str, Value]) -> Node:
    node = Node(tag)
    for field, value in said.items():
        name = _attribute(field)
        if isinstance(value, (frozenset, tuple)):
            words = sorted(value) if isinstance(value, frozenset) else value
            node.children.append(Node(name, text=("\n" if name in _ONE_A_LINE else " ").join(words)))
        else:
            node.attributes[name] = value if isinstance(value, str) else number(value)
    return node


def _kinsoku_node(kinsoku: Kinsoku, level: KinsokuLevel) -> Node:
    sets = (("no-start", kinsoku.no_start[level]), ("no-end", kinsoku.no_end.get(level, frozenset())))
    children = [Node(tag, text=" ".join(sorted(entries))) for tag, entries in sets if entries]
    return Node("kinsoku", {"level": level}, children)


def _mark_node(mark: MarkRule) -> Node:
    says = {"kind": str(mark.kind), "chars": mark.chars, "cell": number(mark.cell)}
    blanks = {"lead": mark.lead, "trail": mark.trail, "squeeze": mark.squeeze, "least": mark.least}
    return Node("mark", says | {name: number(value) for name, value in blanks.items() if value})


def number(value: float) -> str:
    """Return a number, or yes or no, as the files write it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if isinstance(value, int) else decimal_text(value)
