"""Another layout for a filled page: what is kept, and the list of what found no place."""

from __future__ import annotations

from io import BytesIO

import pytest
from msgspec.structs import replace
from PIL import Image

from desktop.formats.layout_xml import find_layout
from desktop.model.edition import Continues, Edition, Flow, Media
from desktop.model.layout import Layout
from desktop.model.runaround import Place
from desktop.model.story import Role
from desktop.model.style import KinsokuLevel
from desktop.session import Session
from desktop.session.commands import (
    ApplyLayout,
    AssignElements,
    DrawFrame,
    PlacePicture,
    SetKinsoku,
    UnassignElements,
)
from desktop.session.commands.frames import Drawn
from desktop.session.leftovers import Leftover, leftovers
from desktop.session.relay import caption_of
from tests.session.plain import PLAIN

WIDE, TABLOID = find_layout("broadsheet-feature"), find_layout("tabloid-feature")


def media(number: int) -> Media:
    data = BytesIO()
    Image.new("RGB", (4 + number, 4), (90, 120, 150)).save(data, "PNG")
    return Media(f"m{number}", f"photo-{number}.png", data.getvalue(), 4 + number, 4)


def flow_with(edition: Edition, element: str) -> Flow:
    return next(flow for page in edition.pages for flow in page.flows if element in flow.elements)


def reasons(found: tuple[Leftover, ...]) -> list[str]:
    return [str(item.reason) for item in found]


def test_the_page_keeps_its_rules_its_cropping_and_its_drawn_frames(session: Session) -> None:
    session.do(SetKinsoku("p1", KinsokuLevel.STRICT))
    session.do(PlacePicture("p1", "picture-1", media(1)))
    session.do(DrawFrame("p1", Drawn.TEXT, Place(5, 2, 80, 6)))
    body = session.edition.stories[0].with_role(Role.BODY)[0].id
    session.do(AssignElements("p1", (body,), ("frame-1",)))
    session.do(ApplyLayout("p1", TABLOID))
    page = session.edition.pages[0]
    assert page.kinsoku is KinsokuLevel.STRICT
    assert page.frame("picture-1").media == "m1"
    assert page.frame("frame-1").place == Place(5, 2, 80, 6)
    assert flow_with(session.edition, body).frames == ("frame-1",)
    assert "frame-1" in {frame.id for frame in session.composed().display.frames}


def test_a_drawn_frame_is_brought_onto_a_smaller_grid(session: Session) -> None:
    small = replace(PLAIN, grid=replace(PLAIN.grid, columns=3, lines=40))
    narrow = tuple(replace(child, columns=3) for child in small.root.children)
    small = replace(small, root=replace(small.root, columns=3, children=narrow))
    session.do(DrawFrame("p1", Drawn.BOX, Place(3, 4, 80, 6)))
    session.do(ApplyLayout("p1", small))
    frame = session.edition.pages[0].frame("frame-1")
    assert frame.place == Place(1, 3, 35, 6)
    assert session.composed().display.frame("frame-1").box.right <= small.grid.type_area.right + 0.01


def test_pictures_go_where_their_captions_go(session: Session) -> None:
    caption = session.edition.stories[0].with_role(Role.CAPTION)[0].id
    session.do(AssignElements("p1", (caption,), ("caption-2",)))
    session.do(PlacePicture("p1", "picture-2", media(2)))
    renamed = {"picture-1": "a", "picture-2": "b", "caption-1": "", "caption-2": "cb"}
    other = _renamed(session.edition.pages[0].layout, renamed)
    after = ApplyLayout("p1", other).apply(session.edition)
    shown = [frame for frame in after.pages[0].frames if frame.media]
    assert [frame.id for frame in shown] == ["b"]
    assert caption in caption_of(after.pages[0], "b")
    assert reasons(leftovers(session.edition, after, "p1", None)) == []


def _renamed(layout: Layout, names: dict[str, str]) -> Layout:
    """Return a layout with other names for some slots, and without those that get none."""
    from desktop.model.layout import Box, Node

    def of(node: Node) -> Node:
        if isinstance(node, Box):
            kept = [child for child in node.children if isinstance(child, Box) or names.get(child.id) != ""]
            return replace(node, children=tuple(of(child) for child in kept))
        beside = names.get(node.caption_of or "", node.caption_of)
        return replace(node, id=names.get(node.id, node.id), caption_of=beside)

    root = of(layout.root)
    assert isinstance(root, Box)
    return replace(layout, id="renamed", root=root)


def test_what_found_no_place_is_told_with_its_reason(session: Session) -> None:
    session.do(PlacePicture("p1", "picture-1", media(1)))
    before = session.edition
    caption = before.stories[0].with_role(Role.CAPTION)[0].id
    session.do(ApplyLayout("p1", PLAIN))
    found = leftovers(before, session.edition, "p1", session.composed())
    assert [item.media for item in found if item.media] == ["m1"]
    assert [item.element for item in found if item.media] == [caption]
    misplaced = [item.element for item in found if "no place of its own" in str(item.reason)]
    byline = before.stories[0].with_role(Role.BYLINE)[0].id
    assert set(misplaced) <= {element.id for element in before.stories[0].elements}
    body = session.edition.pages[0].slot_of("text").accepts
    expected = {
        e.id for e in before.stories[0].elements if e.role not in {*body, Role.HEADLINE, Role.KICKER, Role.DECK}
    }
    assert set(misplaced) == expected - {caption} | ({caption} & expected)
    assert (byline in misplaced) is (Role.BYLINE not in body)
    assert not session.edition.unplaced()


def test_what_is_seen_to_leaves_the_list(session: Session) -> None:
    session.do(PlacePicture("p1", "picture-1", media(1)))
    before = session.edition
    session.do(ApplyLayout("p1", PLAIN))
    first = leftovers(before, session.edition, "p1", None)
    session.do(DrawFrame("p1", Drawn.PICTURE, Place(1, 2, 40, 12)))
    session.do(PlacePicture("p1", "frame-1", media(1)))
    second = leftovers(before, session.edition, "p1", None)
    assert {item.media for item in first} - {item.media for item in second} == {"m1"}


def test_an_element_taken_off_later_is_told_as_unplaced_and_overset_with_its_characters(session: Session) -> None:
    before = session.edition
    session.do(ApplyLayout("p1", PLAIN))
    body = before.stories[0].with_role(Role.BODY)[0].id
    session.do(UnassignElements((body,)))
    assert any(
        i.element == body and "unplaced" in str(i.reason) for i in leftovers(before, session.edition, "p1", None)
    )
    short = replace(PLAIN, grid=replace(PLAIN.grid, lines=30, top=None))
    session.do(ApplyLayout("p1", short))
    composed = session.composed()
    over = sum(fit.over_chars for fit in composed.fits)
    assert over > 0
    told = [item for item in leftovers(before, session.edition, "p1", composed) if "find no room" in str(item.reason)]
    assert [dict(item.reason.values)["count"] for item in told] == [
        fit.over_chars for fit in composed.fits if fit.over_chars
    ]


def test_a_text_goes_on_between_pages_whatever_their_layouts(session: Session) -> None:
    page = session.edition.pages[0]
    second = replace(page, id="p2", number="18", flows=(Flow(("section-1",), (), Continues("p1", "section-4")),))
    edition = replace(session.edition, pages=(page, second))
    here = page.flow_of_frame("section-4")
    assert here is not None
    assert edition.continuation_of(page, here) is not None
    for relaid in ("p1", "p2"):
        after = ApplyLayout(relaid, TABLOID).apply(edition)
        now = next(flow for flow in after.pages[0].flows if here.elements[-1] in flow.elements)
        onward = after.continuation_of(after.pages[0], now)
        assert onward is not None
        assert onward[0].id == "p2"
        assert not [text for text in reasons(leftovers(edition, after, relaid, None)) if "go on" in text]


def test_a_text_that_cannot_go_on_is_told(session: Session) -> None:
    page = session.edition.pages[0]
    second = replace(page, id="p2", flows=(Flow(("section-1",), (), Continues("p1", "section-4")),))
    edition = replace(session.edition, pages=(page, second))
    heads = replace(PLAIN, root=replace(PLAIN.root, children=PLAIN.root.children[:1]))
    after = ApplyLayout("p2", heads).apply(edition)
    assert [text for text in reasons(leftovers(edition, after, "p2", None)) if "no frame to go on" in text]


@pytest.mark.parametrize("layout", [WIDE, TABLOID, PLAIN], ids=lambda layout: layout.id)
def test_anew_assigns_everything_by_role(session: Session, layout: Layout) -> None:
    body = session.edition.stories[0].with_role(Role.BODY)[0].id
    session.do(UnassignElements((body,)))
    kept = ApplyLayout("p1", layout).apply(session.edition)
    anew = ApplyLayout("p1", layout, anew=True).apply(session.edition)
    assert [element.id for element in kept.unplaced()] == [body]
    assert not anew.unplaced()
