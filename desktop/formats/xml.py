"""XML files ↔ trees of nodes: the one place where XML is parsed.

Files from outside go through lxml without entities, DTD or network, within limits of size and depth, and are
validated against a RELAX NG schema. The product's own files (whose validity the tests prove) go through expat alone,
which starts twenty milliseconds sooner than lxml. Readers see the same nodes either way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import Struct, field

from desktop.errors import BanxinError, UsageError
from desktop.geometry import parse_length
from desktop.locator import layouts_folder, resource

if TYPE_CHECKING:
    from lxml import etree

MOST_BYTES = 32 * 1024 * 1024
"""Largest XML file that is parsed: the longest story of a test edition takes 0.2 MB."""
MOST_DEPTH = 40
"""Deepest nesting that is read; readers recurse, and no part of the product nests deeper than a dozen."""

T = TypeVar("T")


class Node(Struct):
    """An element: its tag, attributes, text before the first child, children and line in the file (0: made here)."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node] = field(default_factory=list)
    text: str = ""
    line: int = 0

    def all(self, tag: str) -> list[Node]:
        """Return the children with a tag."""
        return [child for child in self.children if child.tag == tag]

    def first(self, tag: str) -> Node | None:
        """Return the first child with a tag."""
        return next((child for child in self.children if child.tag == tag), None)

    def walk(self) -> Iterator[Node]:
        """Yield this node and all below it in document order."""
        yield self
        for child in self.children:
            yield from child.walk()


class Document(Struct, frozen=True):
    """A parsed file: ``name`` is what people call it, ``problem`` the error that its faults are raised as."""

    root: Node
    name: str
    problem: type[BanxinError]

    def fault(self, node: Node, template: str, /, **values: object) -> BanxinError:
        """Return an error that names the file and the node's line before the sentence."""
        return self.problem("{file}, line {line}: " + template, file=self.name, line=node.line, **values)

    def child(self, node: Node, tag: str) -> Node:
        """Return a child that must exist."""
        found = node.first(tag)
        if found is None:
            raise self.fault(node, "<{tag}> lacks its <{child}>.", tag=node.tag, child=tag)
        return found

    def word(self, node: Node, name: str) -> str:
        """Return an attribute that must exist."""
        try:
            return node.attributes[name]
        except KeyError:
            raise self.fault(node, "<{tag}> lacks {name}=“…”.", tag=node.tag, name=name) from None

    def number(self, node: Node, name: str, default: int | None = None, least: int = 0) -> int:
        """Return a whole number; without a default it must be there."""
        if default is not None and name not in node.attributes:
            return default
        return self._convert(node, name, lambda text: _whole(text, least), "a whole number from {least}", least=least)

    def decimal(self, node: Node, name: str, default: float | None = None) -> float:
        """Return a number or a fraction such as ``1/3``."""
        if default is not None and name not in node.attributes:
            return default
        return self._convert(node, name, _decimal, "a number such as 0.5 or 1/3")

    def flag(self, node: Node, name: str, default: bool) -> bool:
        """Return an attribute that says yes or no; the schema sees to it that it says nothing else."""
        return node.attributes[name] == "yes" if name in node.attributes else default

    def length(self, node: Node, name: str) -> float:
        """Return a length in points."""
        return self._convert(node, name, parse_length, "a length; write for example 9pt, 273mm or 小五")

    def choice(self, node: Node, name: str, kind: type[T], words: str, default: T | None = None) -> T:
        """Return an attribute as a member of an enumeration of strings; ``words`` says what the members are."""
        if default is not None and name not in node.attributes:
            return default
        text = self.word(node, name)
        return self.member(node, name, text, kind, words)

    def member(self, node: Node, name: str, text: str, kind: type[T], words: str) -> T:
        """Return one word of an attribute as a member of an enumeration of strings."""
        try:
            return kind(text)  # type: ignore[call-arg]
        except ValueError:
            known = " ".join(sorted(str(member) for member in kind))  # type: ignore[attr-defined]
            raise self.fault(
                node,
                "<{tag}> says {name}=“{word}”; there is no such {words}. Known: {known}.",
                tag=node.tag,
                name=name,
                word=text,
                words=words,
                known=known,
            ) from None

    def _convert(self, node: Node, name: str, convert: Callable[[str], T], wanted: str, /, **values: object) -> T:
        text = self.word(node, name)
        try:
            return convert(text)
        except (ValueError, ZeroDivisionError, UsageError):
            template = "<{tag}> says {name}=“{word}”, which is not " + wanted + "."
            raise self.fault(node, template, tag=node.tag, name=name, word=text, **values) from None


def own_file(path: Path) -> bool:
    """Tell whether a file is one of the product's own, which need no validation."""
    folders = (layouts_folder(), resource())
    return any(path.resolve().is_relative_to(folder.resolve()) for folder in folders)


def read_file(path: Path, problem: type[BanxinError]) -> bytes:
    """Return a file's bytes.

    Raises:
        BanxinError: As ``problem``; the file is missing, a folder, unreadable or too large.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise problem("{file} is too large: {most} MB at most.", file=path.name, most=MOST_BYTES >> 20)
        return path.read_bytes()
    except FileNotFoundError:
        raise problem("There is no file {file}.", file=str(path)) from None
    except IsADirectoryError:
        raise problem("{file} is a folder, not a file.", file=str(path)) from None
    except OSError as error:
        raise problem("{file} cannot be read: {why}.", file=str(path), why=error.strerror or str(error)) from None


def read_document(
    data: bytes,
    name: str,
    schema: str,
    problem: type[BanxinError],
    build: Callable[[Document], T],
    *,
    own: bool = False,
) -> T:
    """Return what ``build`` makes of a file.

    For a file from outside the schema decides and ``build`` explains: where both find a fault, the sentence of
    ``build`` is the one shown, for it knows the words of the format.

    Raises:
        BanxinError: As ``problem``; a sentence naming file, line and element.
    """
    if own:
        return build(Document(_parse_own(data), name, problem))
    tree = _parse_outside(data, name, problem)
    document = Document(_node(tree), name, problem)
    invalid = _first_fault(tree, schema)
    built = build(document)
    if invalid is not None:
        raise document.fault(Node("", line=invalid[0]), "{what}.", what=invalid[1])
    return built


def serialise(root: Node) -> bytes:
    """Return a node tree as an indented UTF-8 file; the same tree gives the same bytes."""
    from lxml import etree

    return etree.tostring(_element(root), encoding="UTF-8", xml_declaration=True, pretty_print=True)


def _parse_own(data: bytes) -> Node:
    """Build nodes with expat; text between children is white space in every format here and is left out."""
    from pyexpat import ParserCreate

    parser = ParserCreate()
    parser.buffer_text = True
    top = Node("")
    open_nodes = [top]

    def start(tag: str, attributes: dict[str, str]) -> None:
        node = Node(tag, attributes, line=parser.CurrentLineNumber)
        open_nodes[-1].children.append(node)
        open_nodes.append(node)

    def end(_tag: str) -> None:
        open_nodes.pop()

    def text(data: str) -> None:
        if not open_nodes[-1].children:
            open_nodes[-1].text += data

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
    parser.Parse(data, True)
    return top.children[0]


def _parse_outside(data: bytes, name: str, problem: type[BanxinError]) -> etree._Element:
    from lxml import etree

    if len(data) > MOST_BYTES:
        raise problem("{file} is too large: {most} MB at most.", file=name, most=MOST_BYTES >> 20)
    if b"<!DOCTYPE" in data.replace(b"\0", b""):  # zero bytes: the same in UTF-16 and UTF-32
        raise problem("{file} has a DOCTYPE, which is not accepted; remove it.", file=name)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, LookupError, ValueError) as error:
        line, what = getattr(error, "lineno", 1) or 1, str(getattr(error, "msg", error)).strip()
        raise problem("{file}, line {line}: not well-formed XML: {what}.", file=name, line=line, what=what) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise problem("{file} has a DOCTYPE, which is not accepted; remove it.", file=name)
    _check_depth(root, name, problem)
    return root


def _check_depth(root: etree._Element, name: str, problem: type[BanxinError]) -> None:
    level: list[etree._Element] = [root]
    for _ in range(MOST_DEPTH):
        level = [child for element in level for child in element]
        if not level:
            return
    raise problem(
        "{file}, line {line}: elements are nested more than {most} deep.",
        file=name,
        line=_line_of(level[0]),
        most=MOST_DEPTH,
    )


def _node(element: etree._Element) -> Node:
    attributes = {str(name): str(value) for name, value in element.attrib.items()}
    children = [_node(child) for child in element]
    return Node(str(element.tag), attributes, children, element.text or "", _line_of(element))


def _line_of(element: etree._Element) -> int:
    line: Any = element.sourceline
    return int(line or 0)


def _element(node: Node) -> etree._Element:
    from lxml import etree

    element = etree.Element(node.tag, node.attributes)
    element.text = node.text or None
    element.extend([_element(child) for child in node.children])
    return element


@cache
def _schema(name: str) -> Any:
    """Compile a schema; they never change while the program runs."""
    from lxml import etree

    return etree.RelaxNG(etree.parse(str(resource("schema", f"{name}.rng"))))


def _first_fault(root: etree._Element, schema: str) -> tuple[int, str] | None:
    """Return line and sentence of the first thing that the schema does not allow."""
    relax = _schema(schema)
    if relax.validate(root):
        return None
    entry = relax.error_log[0]
    return entry.line, entry.message.replace("Did not expect element", "did not expect element")


def _whole(text: str, least: int) -> int:
    value = int(text)
    if value < least:
        raise ValueError(text)
    return value


def _decimal(text: str) -> float:
    above, slash, below = text.partition("/")
    value = float(above) / float(below) if slash else float(text)
    if value - value != 0:  # infinite or not a number
        raise ValueError(text)
    return value
