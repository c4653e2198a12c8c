"""Any sequence of commands keeps every character, every rule of a page, and can be undone to the first edition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.compose import Composer, new_page
from desktop.compose.copyfit import Cut
from desktop.errors import UsageError
from desktop.fonts import FaceLibrary
from desktop.formats.display_json import dump_lines
from desktop.formats.layout_xml import find_layout, layout_ids
from desktop.formats.style_xml import default_style
from desktop.model.edition import Edition, Media
from desktop.model.fitting import Fitting, FrameFit, HeadFit, ParagraphFit
from desktop.model.layout import LineStyle
from desktop.model.pictureview import PictureView
from desktop.model.runaround import Contour, Place, Runaround, Sides
from desktop.model.story import FolioFields, Role, Source, SourceRange
from desktop.model.style import FaceRole, KinsokuLevel, ParagraphChoice
from desktop.model.typing import Spot
from desktop.opening import Opened
from desktop.recognise import recognise
from desktop.session import Session, commands
from desktop.session.commands.frames import Drawn
from tests.session.article import ARTICLE

LAYOUTS = {layout: find_layout(layout) for layout in layout_ids()}
PICTURE = Media("m1", "山.png", b"not looked at here", 40, 30)


def first_edition() -> Edition:
    source = Source("a1", "青岭.txt", "utf-8", ARTICLE, ARTICLE.encode())
    pages = tuple(new_page(f"p{n}", LAYOUTS[name]) for n, name in enumerate(("special-report", "tabloid-feature"), 1))
    edition = Edition("青岭", default_style(), (source,), recognise(source), pages)
    return commands.ProposeAssignment("p1").apply(edition)


FIRST = first_edition()


def characters(edition: Edition) -> Counter[tuple[str, int]]:
    """How often every character of every source is in an element."""
    return Counter(
        (story.source, at)
        for story in edition.stories
        for element in story.elements
        for part in element.ranges
        for at in range(part.start, part.end)
    )


def check_edition(edition: Edition) -> None:
    ids = [element.id for story in edition.stories for element in story.elements]
    assert len(set(ids)) == len(ids)
    placed = [element for page in edition.pages for flow in page.flows for element in flow.elements]
    assert len(set(placed)) == len(placed)
    assert set(placed) <= set(ids)
    media = {media.id for media in edition.media}
    for page in edition.pages:
        frames = [frame for flow in page.flows for frame in flow.frames]
        assert len(set(frames)) == len(frames)
        assert set(frames) <= {frame.id for frame in page.frames}
        assert all(flow.frames for flow in page.flows)
        earlier = {known.id for known in edition.pages[: edition.position(page)]}
        assert {flow.continues.page for flow in page.flows if flow.continues} <= earlier
        assert {frame.media for frame in page.frames} <= {None, *media}
        grid = page.layout.grid
        for frame in page.frames:
            assert frame.place is None or frame.place == frame.place.within(grid.columns, grid.lines)
        assert sorted(frame.slot for frame in page.frames) == sorted(slot.id for slot in page.layout.slots())
    for story in edition.stories:
        for element in story.elements:
            text = edition.source(story.source).text
            assert element.text == "".join(text[part.start : part.end] for part in element.ranges)


def fittings(edition: Edition) -> st.SearchStrategy[Fitting]:
    """What copyfit might have decided about a page."""
    elements = st.sampled_from([element.id for story in edition.stories for element in story.elements])
    frames = st.sampled_from([frame.id for page in edition.pages for frame in page.frames])
    lines = st.integers(-1, 1)
    return st.builds(
        Fitting,
        st.lists(st.builds(ParagraphFit, elements, lines), max_size=3).map(tuple),
        st.lists(st.builds(HeadFit, elements, st.integers(0, 2)), max_size=2).map(tuple),
        st.lists(st.builds(FrameFit, frames, st.none() | st.integers(1, 20)), max_size=2).map(tuple),
    )


def pick(draw: Callable[[st.SearchStrategy[Any]], Any], edition: Edition) -> commands.Command:
    """One command that somebody could give for an edition; some of them cannot be done."""
    page = draw(st.sampled_from([page.id for page in edition.pages]))
    frames = edition.page(page).frames
    element = st.sampled_from([element.id for story in edition.stories for element in story.elements])
    frame = st.sampled_from([f.id for f in frames])
    texts = [f.id for f in frames if edition.page(page).slot_of(f.id).kind in {"text", "caption"}]
    several = st.lists(element, min_size=1, max_size=5).map(tuple)
    thread = st.lists(st.sampled_from(texts), min_size=1, max_size=3, unique=True).map(tuple)
    changes = [change.id for story in edition.stories for change in story.changes]
    listed = st.lists(st.sampled_from(changes), max_size=2).map(tuple) if changes else st.just(())
    running = st.sampled_from(["text", "lede", "caption-1", "section-1", "headline"])
    places = st.builds(Place, *[st.integers(-2, 99)] * 4)
    arounds = st.none() | st.builds(Runaround, st.sampled_from(Contour), st.sampled_from(Sides))
    stories = st.none() | st.sampled_from([story.id for story in edition.stories])
    named = st.sampled_from(["", "headline spread", "lede", "subhead in text", "none such"])
    variants = st.lists(st.sampled_from(["hanging", "strict-grid", "whole-numbers"]), max_size=2).map(tuple)
    choices = st.builds(ParagraphChoice, element, named, variants, st.none() | st.sampled_from(KinsokuLevel))

    some = st.lists(frame, min_size=1, max_size=3, unique=True).map(tuple)
    views = st.none() | st.builds(PictureView, st.floats(0, 9), st.floats(-1, 2), st.floats(-1, 2), st.booleans())

    def write() -> commands.Command:
        first, last = draw(element), draw(element)
        start, end = Spot(first, draw(st.integers(0, 9))), Spot(last, draw(st.integers(0, 9)))
        return commands.ReplaceText(start, end, draw(st.sampled_from(["", "字", "，\n新段", "ab c"])))

    def split() -> commands.Command:
        whole = edition.element(draw(element))
        part = draw(st.sampled_from(whole.ranges))
        return commands.SplitElement(whole.id, draw(st.integers(part.start, part.end)))

    def cut() -> commands.Command:
        whole = edition.element(draw(element))
        part = draw(st.sampled_from(whole.ranges))
        start = draw(st.integers(part.start, part.end))
        piece = SourceRange(start, draw(st.integers(start, part.end)))
        return commands.Copyfit(page, draw(fittings(edition)), (Cut(whole.id, (piece,)),))

    kinds: list[Callable[[], commands.Command]] = [
        lambda: commands.AssignElements(page, draw(several), draw(thread), draw(st.none() | st.integers(-1, 9))),
        lambda: commands.AssignElements(page, draw(several), (draw(frame),)),
        lambda: commands.ThreadFrames(page, draw(thread)),
        lambda: commands.CutThread(page, draw(frame)),
        lambda: commands.UnassignElements(draw(several)),
        lambda: commands.SwapFrames(page, draw(frame), draw(frame)),
        lambda: commands.PlacePicture(page, draw(frame), PICTURE),
        lambda: commands.RemovePicture(page, draw(frame)),
        lambda: commands.DiscardPicture(PICTURE.id),
        lambda: commands.SetFrameLines(page, draw(frame), draw(st.none() | st.integers(0, 30))),
        lambda: commands.PlaceFrame(page, draw(frame), draw(places)),
        lambda: commands.ReturnFrame(page, draw(frame)),
        lambda: commands.SetRunaround(page, draw(frame), draw(arounds)),
        lambda: commands.ContinueText("p1", draw(frame), "p2", (draw(running),)),
        lambda: commands.EndContinuation(page, draw(frame)),
        lambda: commands.ApplyLayout(page, LAYOUTS[draw(st.sampled_from(sorted(LAYOUTS)))]),
        lambda: commands.ProposeAssignment(page),
        lambda: commands.SetRole(draw(element), draw(st.sampled_from(Role))),
        split,
        lambda: commands.MergeElements(draw(element), draw(element)),
        lambda: commands.JoinElements(draw(element), draw(element)),
        lambda: commands.ReorderElement(draw(element), draw(st.integers(-1, 40))),
        lambda: commands.MoveToStory(draw(several), draw(stories)),
        lambda: commands.AcceptChange(draw(listed), draw(st.booleans())),
        lambda: commands.EditFolio(draw(element), FolioFields(page="3")),
        lambda: commands.SetPageNumber(page, draw(st.text(max_size=3))),
        lambda: commands.SetPageDate(page, draw(st.none() | st.dates())),
        lambda: commands.Copyfit(page, draw(fittings(edition))),
        lambda: commands.ChooseParagraphs(draw(st.lists(choices, min_size=1, max_size=3).map(tuple))),
        cut,
        write,
        lambda: commands.SetFace(
            Spot(draw(element), draw(st.integers(0, 9))),
            Spot(draw(element), draw(st.integers(0, 30))),
            draw(st.none() | st.sampled_from(FaceRole)),
        ),
        lambda: commands.AddPage(page, LAYOUTS[draw(st.sampled_from(sorted(LAYOUTS)))]),
        lambda: commands.RemovePage(page),
        lambda: commands.MovePage(page, draw(st.integers(-1, 4))),
        lambda: commands.MoveStory(draw(st.sampled_from([story.id for story in edition.stories])), page),
        lambda: commands.DrawFrame(page, draw(st.sampled_from(Drawn)), draw(places)),
        lambda: commands.MoveFrames(page, tuple((f, draw(places)) for f in draw(some))),
        lambda: commands.DeleteFrames(page, draw(some)),
        lambda: commands.DuplicateFrames(page, draw(some)),
        lambda: commands.OrderFrames(page, draw(some), draw(st.booleans())),
        lambda: commands.LockFrames(page, draw(some), draw(st.booleans())),
        lambda: commands.GroupFrames(page, draw(some), draw(st.booleans())),
        lambda: commands.SetFrameLook(page, draw(frame), "tb", draw(st.sampled_from(LineStyle)), 0.3),
        lambda: commands.SetPictureView(page, draw(frame), draw(views)),
    ]
    return kinds[draw(st.integers(0, len(kinds) - 1))]()


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_any_commands(faces: FaceLibrary, data: st.DataObject) -> None:
    session = Session(Composer(faces), faces)
    session.take(Opened(FIRST))
    expected = characters(FIRST)
    for _ in range(data.draw(st.integers(1, 12))):
        before = session.edition
        given_command = pick(data.draw, before)
        try:
            changed = session.do(given_command, dragging=data.draw(st.booleans()))
        except UsageError:
            assert session.edition is before
            continue
        assert changed == (session.edition != before)
        check_edition(session.edition)
        assert characters(session.edition) == expected
    last = session.edition
    while session.undo():
        check_edition(session.edition)
    assert session.edition == FIRST
    assert not session.modified
    while session.redo():
        pass
    assert session.edition == last


def shown(session: Session) -> list[list[str]]:
    """The dumps of an edition's pages, as composed now."""
    return [list(dump_lines(page.display)) for page in session.composed_pages()]


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_undoing_all_returns_the_first_pages_glyph_for_glyph(faces: FaceLibrary, data: st.DataObject) -> None:
    """Whatever the composer kept of the pages in between, the first ones come out as a fresh composer sets them."""
    session = Session(Composer(faces), faces)
    session.take(Opened(FIRST))
    first = shown(session)
    for _ in range(data.draw(st.integers(1, 6))):
        with suppress(UsageError):
            session.do(pick(data.draw, session.edition))
        shown(session)
    last = shown(session)
    while session.undo():
        pass
    assert shown(session) == first
    while session.redo():
        pass
    assert shown(session) == last


def test_control_a_command_changes_the_first_page(faces: FaceLibrary) -> None:
    session = Session(Composer(faces), faces)
    session.take(Opened(FIRST))
    first = shown(session)
    session.do(commands.ApplyLayout("p1", LAYOUTS["broadsheet-feature"]))
    assert shown(session) != first


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_another_layout_keeps_what_was_placed(layout: str) -> None:
    taken = FIRST.stories[0].elements[-1].id
    edition = commands.UnassignElements((taken,)).apply(FIRST)
    fresh = commands.ApplyLayout("p1", LAYOUTS[layout]).apply(edition)
    assert [element.id for element in fresh.unplaced()] == [taken]
    again = commands.ApplyLayout("p1", replace(LAYOUTS["special-report"])).apply(fresh)
    assert [element.id for element in again.unplaced()] == [taken]
