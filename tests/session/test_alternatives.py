"""Other ways to fill a page, for articles of many kinds: each differs, none loses anything, one step takes it."""

from __future__ import annotations

from collections import Counter
from io import BytesIO
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image

from desktop.compose import ComposedPage, Composer, new_page
from desktop.errors import UsageError
from desktop.fonts import FaceLibrary
from desktop.formats.layout_xml import find_layout, layout_ids
from desktop.model.edition import Continues, Edition, Flow, Media, Page
from desktop.model.layout import Box, Node
from desktop.model.runaround import Place
from desktop.model.story import Role
from desktop.opening import all_layouts, new_edition
from desktop.session import Session
from desktop.session.alternatives import LEAST, Alternative, alternatives
from desktop.session.commands import (
    AssignElements,
    DrawFrame,
    PlacePicture,
    ProposeAssignment,
    TakeAlternative,
    UnassignElements,
)
from desktop.session.commands.frames import Drawn
from desktop.session.judging import Verdict
from desktop.session.mirroring import mirrored
from desktop.session.regrid import checked
from desktop.session.relay import caption_of
from desktop.session.weighing import WeighedAlternative, weighed
from tests.session.plain import PLAIN

ARTICLES = sorted((Path(__file__).parents[1] / "articles" / "heldout").glob("*.txt"))[:12]


@pytest.fixture(scope="module")
def composer(faces: FaceLibrary) -> Composer:
    return Composer(faces)


def media(number: int) -> Media:
    data = BytesIO()
    Image.new("RGB", (40 + number, 30), (90, 120, 150)).save(data, "PNG")
    return Media(f"m{number}", f"photo-{number}.png", data.getvalue(), 40 + number, 30)


def placed(page: Page) -> Counter[str]:
    return Counter(element for flow in page.flows for element in flow.elements)


def rows(node: Node) -> list[Box]:
    if not isinstance(node, Box):
        return []
    inside = [row for child in node.children for row in rows(child)]
    return [node, *inside] if node.flow == "row" else inside


def by_name(found: tuple[Alternative, ...]) -> dict[str, Page]:
    return {str(one.name): one.page for one in found}


def weigh(composer: Composer, edition: Edition, one: Alternative) -> WeighedAlternative:
    def compose(wanted: Edition, page: str) -> ComposedPage:
        return composer.compose(wanted, wanted.page(page))

    return weighed(edition, one, compose)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_every_article_has_three_ways_at_least_and_none_loses_a_thing(path: Path, composer: Composer) -> None:
    edition = new_edition([path]).edition
    edition = replace(edition, pages=edition.pages[:1])
    found = alternatives(edition, "p1", all_layouts())
    everything = Counter(e.id for story in edition.stories for e in story.elements)
    assert len(found) >= LEAST
    for number, one in enumerate(found):
        assert placed(one.page) == everything
        assert one.page != edition.pages[0]
        assert all(one.page != other.page for other in found[:number])
        frames = [frame for flow in one.page.flows for frame in flow.frames]
        assert len(frames) == len(set(frames))
        checked(one.page.layout)
    told = [weigh(composer, edition, one) for one in found]
    assert all(one.reasons for one in told)
    assert len({tuple(str(reason.said) for reason in one.reasons) for one in told}) > 1


def test_the_sections_stand_elsewhere_and_it_is_said_where(session: Session, composer: Composer) -> None:
    edition, page = session.edition, session.edition.pages[0]
    found = by_name(alternatives(edition, "p1"))
    heads = [e.id for e in edition.stories[0].with_role(Role.SUBHEAD)]
    turned = found["Sections the other way round"]
    first = next(flow for flow in turned.flows if heads[0] in flow.elements)
    assert turned.slot_of(first.frames[0]).id == "section-3"
    assert page.slot_of(next(f for f in page.flows if heads[0] in f.elements).frames[0]).id == "section-1"
    told = weigh(
        composer, edition, Alternative(session.history.undo_name or alternatives(edition, "p1")[0].name, turned)
    )
    said = [str(reason.said) for reason in told.reasons]
    assert "The sections are not read in the order of the text." in said
    assert any(text.startswith("Section 3: ") for text in said)
    assert told.disorder > 0
    thread = found["One text through all frames"]
    assert len({f.frames for f in thread.flows if set(f.elements) & set(heads)}) == 1
    assert weigh(composer, edition, Alternative(told.name, thread)).disorder == 0


def test_the_longest_section_gets_the_widest_place(session: Session) -> None:
    edition = session.edition
    page = by_name(alternatives(edition, "p1")).get("The longest section in the widest place", edition.pages[0])
    lengths = {e.id: e.length for e in edition.stories[0].elements}
    texts = [flow for flow in page.flows if page.slot_of(flow.frames[0]).id.startswith("section")]
    wide = {flow.frames[0]: page.slot_of(flow.frames[0]).columns for flow in texts}
    long = {flow.frames[0]: sum(lengths[e] for e in flow.elements) for flow in texts}
    assert min(long[f] for f in wide if wide[f] == 4) >= max(long[f] for f in wide if wide[f] == 2) - 200


def test_pictures_go_to_the_other_side_with_their_captions(session: Session, composer: Composer) -> None:
    session.do(PlacePicture("p1", "picture-1", media(1)))
    session.do(PlacePicture("p1", "picture-2", media(2)))
    edition = session.edition
    words = {f.media: set(caption_of(edition.pages[0], f.id)) for f in edition.pages[0].frames if f.media}
    here = weigh(composer, edition, Alternative(alternatives(edition, "p1")[0].name, edition.pages[0]))
    sides = set()
    for one in alternatives(edition, "p1"):
        told = weigh(composer, edition, one)
        shown = {f.media: set(caption_of(one.page, f.id)) for f in one.page.frames if f.media}
        assert shown == words
        sides |= {str(fact) for fact in told.facts if "main picture" in str(fact)}
    assert "The main picture stands at the right." in {str(fact) for fact in here.facts}
    assert "The main picture stands at the left." in sides
    exchanged = by_name(alternatives(edition, "p1"))["Pictures exchanged"]
    assert exchanged.frame("picture-1").media == "m2"
    assert exchanged.frame("picture-2").media == "m1"


def without(box: Box, slot: str) -> Box:
    children = (without(child, slot) if isinstance(child, Box) else child for child in box.children)
    return replace(box, children=tuple(child for child in children if isinstance(child, Box) or child.id != slot))


def test_pictures_of_which_one_alone_has_a_caption_are_not_exchanged(session: Session) -> None:
    for number in (1, 2):
        session.do(PlacePicture("p1", f"picture-{number}", media(number)))
    layout = session.edition.pages[0].layout
    captions = [slot.id for slot in layout.slots() if slot.caption_of]
    assert "Pictures exchanged" in by_name(alternatives(session.edition, "p1"))
    bare = replace(layout, root=without(layout.root, captions[-1]))
    page = replace(new_page("p1", bare), frames=session.edition.pages[0].frames)
    page = replace(page, frames=tuple(frame for frame in page.frames if frame.slot != captions[-1]))
    edition = session.edition.replacing_page(page)
    assert "Pictures exchanged" not in by_name(alternatives(edition, "p1"))


@pytest.mark.parametrize("name", layout_ids())
def test_a_mirrored_layout_is_a_layout_and_its_mirror_is_the_first(name: str) -> None:
    layout = find_layout(name)
    turned = mirrored(layout)
    assert turned != layout
    assert mirrored(turned) == layout
    assert checked(turned) == turned
    assert {slot.id for slot in turned.slots()} == {slot.id for slot in layout.slots()}
    for row in rows(turned.root):
        starts = [child.column for child in row.children]
        assert starts == sorted(starts)
        assert sum(child.columns for child in row.children) == row.columns
    assert turned.furniture == layout.furniture
    assert mirrored(PLAIN) is PLAIN


def test_a_layout_with_one_text_falls_back_on_other_layouts(session: Session) -> None:
    elements = tuple(e.id for e in session.edition.stories[0].elements)
    page = replace(new_page("p1", PLAIN), flows=(Flow(("text",), elements),))
    edition = replace(session.edition, pages=(page,))
    found = alternatives(edition, "p1", [PLAIN, *all_layouts()])
    assert len(found) >= LEAST
    assert {one.page.layout.id for one in found} > {"plain"}


def test_taking_one_is_one_step_and_undo_brings_the_page_back(session: Session) -> None:
    before, steps = session.edition, len(session.history.done)
    for one in alternatives(before, "p1"):
        assert session.do(TakeAlternative(one.page, one.name))
        assert session.edition.pages[0] == one.page
        assert len(session.history.done) == steps + 1
        assert str(one.name) in str(session.history.undo_name)
        session.undo()
        assert session.edition == before


def test_what_stands_on_another_page_is_not_taken_twice(session: Session) -> None:
    one = alternatives(session.edition, "p1")[0]
    element = session.edition.stories[0].elements[-1].id
    page = replace(session.edition.pages[0], id="p2", flows=(Flow(("section-1",), (element,)),))
    bare = UnassignElements((element,)).apply(session.edition)
    edition = replace(bare, pages=(*bare.pages, page))
    with pytest.raises(UsageError):
        TakeAlternative(one.page, one.name).apply(edition)
    assert all(element not in placed(other.page) for other in alternatives(edition, "p1"))


def test_drawn_frames_keep_their_text_and_texts_go_on(session: Session) -> None:
    body = session.edition.stories[0].with_role(Role.BODY)[0].id
    session.do(DrawFrame("p1", Drawn.TEXT, Place(1, 2, 70, 8)))
    session.do(AssignElements("p1", (body,), ("frame-1",)))
    page = session.edition.pages[0]
    second = replace(new_page("p2", page.layout), flows=(Flow(("section-1",), (), Continues("p1", "section-4")),))
    edition = replace(session.edition, pages=(page, second))
    for one in alternatives(edition, "p1"):
        after = TakeAlternative(one.page, one.name).apply(edition)
        now = after.pages[0]
        assert next(flow for flow in now.flows if body in flow.elements).frames == ("frame-1",)
        goal = after.pages[1].flows[0].continues
        assert goal is not None
        assert now.flow_of_frame(goal.frame) is not None
    proposed = ProposeAssignment("p2").apply(edition)
    assert any(flow.continues for flow in proposed.pages[1].flows)


def test_a_proposal_places_what_was_unplaced(session: Session, composer: Composer) -> None:
    gone = session.edition.stories[0].with_role(Role.BODY)[0].id
    edition = UnassignElements((gone,)).apply(session.edition)
    for one in alternatives(edition, "p1"):
        if str(one.name) != "All as it stands, mirrored":
            assert placed(one.page)[gone] == 1
        told = weigh(composer, edition, one)
        assert any(reason.verdict in (Verdict.GOOD, Verdict.BAD) for reason in told.reasons)
