"""Stories ↔ stories/ID.xml of an edition package.

An element's text is what its source says at its ranges and is written down only where it is something else. A change
says what stood there before, so that it can be told without its source.
"""

from __future__ import annotations

from collections.abc import Callable

from desktop.errors import Message, PackageError
from desktop.formats.escape import escape, unescape
from desktop.formats.message_xml import message_node, read_message
from desktop.formats.xml import Document, Node, read_document, serialise
from desktop.model.story import (
    Change,
    ChangeKind,
    Element,
    FolioFields,
    Join,
    OwnFace,
    Person,
    Role,
    SourceRange,
    Story,
    Suspicion,
    Unassigned,
)
from desktop.model.style import FaceRole

VERSION = "1"
_PERSON = ("name", "title", "organisation")
_FOLIO = ("paper", "date", "weekday", "page")


def write_story(story: Story, source: str) -> bytes:
    """Return a story as a file; ``source`` is the decoded text of its source."""
    children = [_element_node(element, source) for element in story.elements]
    children += [_change_node(change) for change in story.changes]
    children += [
        Node("suspicion", {"at": str(found.at)}, [message_node("why", found.why)]) for found in story.suspicions
    ]
    children += [Node("join", {"end": str(join.end), "start": str(join.start)}) for join in story.joins]
    children += [_range_node("unassigned", left.range, message_node("why", left.why)) for left in story.unassigned]
    says = {"id": escape(story.id), "version": VERSION, "source": escape(story.source)}
    return serialise(Node("story", says, children))


def read_story(data: bytes, name: str, sources: dict[str, str]) -> Story:
    """Return the story in a file; ``sources`` are the decoded texts by id.

    Raises:
        PackageError: The file is no story, or does not fit its source.
    """
    return read_document(data, name, "story", PackageError, lambda document: _story(document, sources))


def source_text(source: str, ranges: tuple[SourceRange, ...]) -> str:
    """Return the characters of a source at some ranges, joined."""
    return "".join(source[part.start : part.end] for part in ranges)


def _range_node(tag: str, part: SourceRange, *children: Node) -> Node:
    return Node(tag, {"start": str(part.start), "end": str(part.end)}, list(children))


def _element_node(element: Element, source: str) -> Node:
    says = {"id": escape(element.id), "role": str(element.role), "order": str(element.order)}
    says |= {} if element.section is None else {"section": escape(element.section)}
    says |= {"run-in": "yes"} if element.run_in else {}
    children = [_range_node("range", part) for part in element.ranges]
    if source_text(source, element.ranges) != element.text:
        children.append(Node("text", text=escape(element.text)))
    children.append(message_node("reason", element.reason))
    children += [Node("person", _texts(person, _PERSON)) for person in element.people]
    if element.folio is not None:
        editors = [Node("editor", {"duty": escape(d), "name": escape(n)}) for d, n in element.folio.editors]
        children.append(Node("folio", _texts(element.folio, _FOLIO), editors))
    return Node("element", says, children)


def _texts(record: object, names: tuple[str, ...]) -> dict[str, str]:
    """Return the fields that are not empty, as attributes."""
    return {name: escape(text) for name in names if (text := getattr(record, name))}


def _change_node(change: Change) -> Node:
    says = {"id": escape(change.id), "kind": str(change.kind)}
    says |= {"start": str(change.range.start), "end": str(change.range.end)}
    says |= {} if change.accepted else {"accepted": "no"}
    says |= {"element": escape(change.element)} if change.element else {}
    texts = [Node("before", text=escape(change.before)), Node("after", text=escape(change.after))]
    faces = [_face_node(face) for face in change.faces]
    return Node("change", says, [*texts, message_node("reason", change.reason), *faces])


def _face_node(own: OwnFace) -> Node:
    says = {"start": str(own.start), "end": str(own.end)}
    return Node("face", says | ({"face": str(own.face)} if own.face else {}))


def _story(document: Document, sources: dict[str, str]) -> Story:
    root = document.root
    source = plain_word(document, root, "source")
    if source not in sources:
        raise document.fault(root, "<story> has the source “{id}”, which the package lacks.", id=source)
    text = sources[source]
    return Story(
        id=plain_word(document, root, "id"),
        source=source,
        elements=tuple(_element(document, node, text) for node in root.all("element")),
        changes=tuple(_change(document, node, text) for node in root.all("change")),
        suspicions=tuple(_suspicion(document, node) for node in root.all("suspicion")),
        joins=tuple(Join(document.number(n, "end"), document.number(n, "start")) for n in root.all("join")),
        unassigned=tuple(
            Unassigned(_range(document, node, text), _message(document, node, "why")) for node in root.all("unassigned")
        ),
    )


def plain_word(document: Document, node: Node, name: str, default: str | None = None) -> str:
    """Return an attribute with its escapes undone; without a default it must be there."""
    if default is not None and name not in node.attributes:
        return default
    return _unescaped(document, node, document.word(node, name))


def _unescaped(document: Document, node: Node, text: str) -> str:
    try:
        return unescape(text)
    except (ValueError, OverflowError):
        raise document.fault(node, "<{tag}> has an escape that names no character.", tag=node.tag) from None


def _child_text(document: Document, node: Node, tag: str) -> str:
    child = document.child(node, tag)
    return _unescaped(document, child, child.text)


def _message(document: Document, node: Node, tag: str) -> Message:
    return read_message(document, document.child(node, tag))


def _range(document: Document, node: Node, source: str) -> SourceRange:
    start, end = document.number(node, "start"), document.number(node, "end")
    if not start <= end <= len(source):
        template = "<{tag}> covers {start} to {end}, but its source has {length} characters."
        raise document.fault(node, template, tag=node.tag, start=start, end=end, length=len(source))
    return SourceRange(start, end)


def _element(document: Document, node: Node, source: str) -> Element:
    ranges = tuple(_range(document, part, source) for part in node.all("range"))
    folio = node.first("folio")
    texts = _reading(document)
    return Element(
        id=plain_word(document, node, "id"),
        role=document.choice(node, "role", Role, "role"),
        text=_child_text(document, node, "text") if node.first("text") else source_text(source, ranges),
        ranges=ranges,
        reason=_message(document, node, "reason"),
        order=document.number(node, "order", least=-(10**9)),
        section=plain_word(document, node, "section") if "section" in node.attributes else None,
        run_in=node.attributes.get("run-in") == "yes",
        people=tuple(Person(*texts(person, _PERSON)) for person in node.all("person")),
        folio=None if folio is None else _folio(document, folio),
    )


def _reading(document: Document) -> Callable[[Node, tuple[str, ...]], list[str]]:
    return lambda node, names: [plain_word(document, node, name, "") for name in names]


def _folio(document: Document, node: Node) -> FolioFields:
    texts = _reading(document)
    editors = tuple((duty, name) for duty, name in (texts(editor, ("duty", "name")) for editor in node.all("editor")))
    paper, date, weekday, page = texts(node, _FOLIO)
    return FolioFields(paper, date, weekday, page, editors)


def _change(document: Document, node: Node, source: str) -> Change:
    return Change(
        id=plain_word(document, node, "id"),
        kind=document.choice(node, "kind", ChangeKind, "kind of change"),
        range=_range(document, node, source),
        before=_child_text(document, node, "before"),
        after=_child_text(document, node, "after"),
        reason=_message(document, node, "reason"),
        accepted=node.attributes.get("accepted") != "no",
        element=plain_word(document, node, "element", ""),
        faces=tuple(_own_face(document, face) for face in node.all("face")),
    )


def _own_face(document: Document, node: Node) -> OwnFace:
    face = document.choice(node, "face", FaceRole, "face") if "face" in node.attributes else None
    return OwnFace(document.number(node, "start"), document.number(node, "end"), face)


def _suspicion(document: Document, node: Node) -> Suspicion:
    return Suspicion(document.number(node, "at"), _message(document, node, "why"))
