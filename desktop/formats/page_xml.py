"""Pages ↔ pages/NN.xml of an edition package. The layout is a part of its own, named here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desktop.errors import PackageError
from desktop.formats.escape import escape
from desktop.formats.fitting_xml import fitting_nodes, read_fitting
from desktop.formats.measures import plain
from desktop.formats.story_xml import plain_word
from desktop.formats.style_xml import level_of
from desktop.formats.typography_xml import variant_ids
from desktop.formats.xml import Document, Node, read_document, serialise
from desktop.model.edition import Continues, Flow, Frame, Page
from desktop.model.layout import Layout
from desktop.model.pictureview import PictureView
from desktop.model.runaround import Contour, Place, Runaround, Sides

VERSION = "1"


def write_page(page: Page, layout_part: str) -> bytes:
    """Return a page as a file; ``layout_part`` is where the package keeps its layout."""
    says = {"id": escape(page.id), "version": VERSION, "number": escape(page.number), "layout": layout_part}
    says |= {"date": escape(page.date)} if page.date else {}
    says |= {"kinsoku": str(page.kinsoku)} if page.kinsoku else {}
    says |= {"variants": " ".join(page.variants)} if page.variants else {}
    children = [_frame_node(frame) for frame in page.frames] + [_flow_node(flow) for flow in page.flows]
    children += fitting_nodes(page.fitting)
    return serialise(Node("page", says, children))


def read_page(data: bytes, name: str, layouts: Mapping[str, Layout]) -> Page:
    """Return the page in a file; ``layouts`` are the package's layouts by part name.

    Raises:
        PackageError: The file is no page, or names what the package lacks.
    """
    return read_document(data, name, "page", PackageError, lambda document: _page(document, layouts))


def _frame_node(frame: Frame) -> Node:
    says = {"id": escape(frame.id), "slot": escape(frame.slot)}
    says |= {} if frame.media is None else {"media": escape(frame.media)}
    says |= {} if frame.lines is None else {"lines": str(frame.lines)}
    says |= ({"locked": "yes"} if frame.locked else {}) | ({"group": escape(frame.group)} if frame.group else {})
    return Node(
        "frame", says, [*_place_nodes(frame.place), *_runaround_nodes(frame.runaround), *_view_nodes(frame.view)]
    )


def _place_nodes(place: Place | None) -> Iterator[Node]:
    if place is not None:
        yield Node("place", {name: str(getattr(place, name)) for name in place.__struct_fields__})


def _runaround_nodes(around: Runaround | None) -> Iterator[Node]:
    if around is not None:
        says = {"contour": str(around.contour), "sides": str(around.sides)}
        yield Node("runaround", says | {"beside": plain(around.beside), "above": str(around.above)})


def _view_nodes(view: PictureView | None) -> Iterator[Node]:
    if view is not None:
        says = {name: plain(getattr(view, name)) for name in ("zoom", "x", "y")}
        yield Node("view", says | ({"whole": "yes"} if view.whole else {}))


def _flow_node(flow: Flow) -> Node:
    frames = [Node("through", {"frame": escape(frame)}) for frame in flow.frames]
    link = flow.continues
    if link is not None:
        frames.insert(0, Node("continues", {"page": escape(link.page), "frame": escape(link.frame)}))
    return Node("flow", children=frames + [Node("set", {"element": escape(element)}) for element in flow.elements])


def _page(document: Document, layouts: Mapping[str, Layout]) -> Page:
    root = document.root
    part = document.word(root, "layout")
    if part not in layouts:
        raise document.fault(root, "<page> is laid out by {part}, which the package lacks.", part=part)
    layout = layouts[part]
    slots = {slot.id for slot in layout.slots()}
    frames = tuple(_frame(document, node, slots) for node in root.all("frame"))
    _check_flows(document, {frame.id for frame in frames})
    return Page(
        id=plain_word(document, root, "id"),
        number=plain_word(document, root, "number"),
        layout=layout,
        frames=frames,
        flows=tuple(_flow(document, node) for node in root.all("flow")),
        date=plain_word(document, root, "date", ""),
        kinsoku=level_of(document, root),
        variants=variant_ids(document, root),
        fitting=read_fitting(document, root.first("fitting")),
    )


def _frame(document: Document, node: Node, slots: set[str]) -> Frame:
    slot = plain_word(document, node, "slot")
    if slot not in slots:
        raise document.fault(node, "<frame> fills the slot “{slot}”, which the layout lacks.", slot=slot)
    return Frame(
        id=plain_word(document, node, "id"),
        slot=slot,
        media=plain_word(document, node, "media") if "media" in node.attributes else None,
        lines=document.number(node, "lines") if "lines" in node.attributes else None,
        place=_place(document, node.first("place")),
        runaround=_runaround(document, node.first("runaround")),
        view=_view(document, node.first("view")),
        locked=node.attributes.get("locked") == "yes",
        group=plain_word(document, node, "group", ""),
    )


def _place(document: Document, node: Node | None) -> Place | None:
    """Return where a frame was put; whether that lies on the page is for composing to see."""
    if node is None:
        return None
    return Place(*(document.number(node, name, least=1) for name in Place.__struct_fields__))


def _view(document: Document, node: Node | None) -> PictureView | None:
    """Return which part of a picture is shown, its values brought into their ranges."""
    if node is None:
        return None
    zoom, x, y = (document.decimal(node, name) for name in ("zoom", "x", "y"))
    return PictureView(zoom, x, y, node.attributes.get("whole") == "yes").within()


def _runaround(document: Document, node: Node | None) -> Runaround | None:
    if node is None:
        return None
    return Runaround(
        contour=document.choice(node, "contour", Contour, "contour"),
        sides=document.choice(node, "sides", Sides, "side", Sides.BOTH),
        beside=document.decimal(node, "beside", Runaround().beside),
        above=document.number(node, "above", Runaround().above),
    )


def _check_flows(document: Document, frames: set[str]) -> None:
    """A flow runs through frames of its page, and no frame is in two."""
    left = set(frames)
    for node in (through for flow in document.root.all("flow") for through in flow.all("through")):
        frame = plain_word(document, node, "frame")
        if frame not in frames:
            raise document.fault(node, "<through> names the frame “{frame}”, which the page lacks.", frame=frame)
        if frame not in left:
            raise document.fault(node, "two flows run through the frame “{frame}”.", frame=frame)
        left.remove(frame)


def _flow(document: Document, node: Node) -> Flow:
    return Flow(
        frames=tuple(plain_word(document, child, "frame") for child in node.all("through")),
        elements=tuple(plain_word(document, child, "element") for child in node.all("set")),
        continues=_continues(document, node.first("continues")),
    )


def _continues(document: Document, node: Node | None) -> Continues | None:
    """Return what a flow continues; whether the edition has it is for composing to see."""
    if node is None:
        return None
    return Continues(plain_word(document, node, "page"), plain_word(document, node, "frame"))
