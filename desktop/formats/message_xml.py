"""Messages ↔ nodes: the template as it is, the values as JSON."""

from __future__ import annotations

import json
from string import Formatter
from typing import Any

from desktop.errors import Message
from desktop.formats.escape import escape, unescape
from desktop.formats.xml import Document, Node


def message_node(tag: str, message: Message) -> Node:
    """Return a message as a node."""
    says = {"template": escape(message.template)}
    if message.values:
        says["values"] = escape(json.dumps(_plain(message.values), ensure_ascii=False))
    return Node(tag, says)


def read_message(document: Document, node: Node) -> Message:
    """Return the message in a node."""
    template, values = document.word(node, "template"), node.attributes.get("values", "[]")
    try:
        pairs = json.loads(unescape(values))
        return _fitting(Message(unescape(template), tuple((str(key), _value(value)) for key, value in pairs)))
    except (ValueError, TypeError, KeyError, RecursionError):
        raise document.fault(node, "<{tag}> has values that cannot be read.", tag=node.tag) from None


def _fitting(message: Message) -> Message:
    """Return a message whose every brace is one of its values, so that showing it never fails.

    Raises:
        ValueError: It has other braces.
    """
    names = dict(message.values)
    for _, name, form, conversion in Formatter().parse(message.template) if names else ():
        if name is not None and (name not in names or form or conversion):
            raise ValueError(message.template)
    for value in names.values():
        if isinstance(value, Message):
            _fitting(value)
    return message


def _plain(value: object) -> Any:
    """Return a value as JSON has it; what JSON has no word for becomes the text that a person would see."""
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, Message):
        return {"template": value.template, "values": _plain(value.values)}
    return str(value)


def _value(value: Any) -> object:
    if isinstance(value, list):
        return tuple(_value(item) for item in value)
    if isinstance(value, dict):
        return Message(str(value["template"]), tuple((str(key), _value(item)) for key, item in value["values"]))
    return value
