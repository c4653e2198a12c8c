"""Pages added, removed and moved, stories brought from page to page; jump lines keep themselves right."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.compose import Composer
from desktop.errors import UsageError
from desktop.fonts import FaceLibrary
from desktop.formats.layout_xml import find_layout
from desktop.locator import resource
from desktop.model.edition import Edition
from desktop.model.layout import LineStyle
from desktop.model.runaround import Place
from desktop.model.story import Role
from desktop.model.typing import Spot
from desktop.opening import new_edition
from desktop.session import Session
from desktop.session.commands import (
    AddPage,
    AssignElements,
    BringElements,
    ContinueText,
    DrawFrame,
    MovePage,
    MoveStory,
    ProposeAssignment,
    RemovePage,
    ReplaceText,
    SetFrameLook,
    SetGrid,
    SetPageNumber,
)
from desktop.session.commands.frames import Drawn
from desktop.session.commands.sheets import next_number

LAYOUT = find_layout("tabloid-feature")


@pytest.fixture
def session(faces: FaceLibrary) -> Session:
    made = Session(Composer(faces), faces)
    sample = Path(str(resource("sample")))
    made.take(new_edition([sample / "news.txt", sample / "interview.txt"], LAYOUT))
    while len(made.edition.pages) > 1:
        made.do(RemovePage(made.edition.pages[-1].id))
    return made


def placed(edition: Edition, page: str) -> set[str]:
    return {element for flow in edition.page(page).flows for element in flow.elements}


def added_text(session: Session, page: str) -> str:
    """What stands on a page besides the stories' own characters: jump lines and the folio's additions."""
    runs = session.composed(page).display.runs()
    return "".join(run.text for run in runs if run.element is None)


@pytest.mark.parametrize(("number", "following"), [("17", "18"), ("A09", "A10"), ("099", "100"), ("", ""), ("封", "")])
def test_the_next_number(number: str, following: str) -> None:
    assert next_number(number) == following


def test_a_page_is_added_behind_and_numbered_on(session: Session) -> None:
    session.do(SetPageNumber("p1", "17"))
    session.do(AddPage("p1", LAYOUT))
    session.do(AddPage("p1", LAYOUT))
    assert [(page.id, page.number) for page in session.edition.pages] == [("p1", "17"), ("p3", "18"), ("p2", "18")]
    assert placed(session.edition, "p3") == set()


def test_a_removed_page_leaves_its_text_unplaced_and_the_last_stays(session: Session) -> None:
    session.do(AddPage("p1", LAYOUT))
    standing = placed(session.edition, "p1")
    assert standing
    session.do(RemovePage("p1"))
    assert standing <= {element.id for element in session.edition.unplaced()}
    with pytest.raises(UsageError, match="one page at least"):
        session.do(RemovePage("p2"))
    session.undo()
    assert placed(session.edition, "p1") == standing


def test_a_story_goes_to_another_page_by_role_and_what_stands_there_stays(session: Session) -> None:
    first, second = session.edition.stories[:2]
    session.do(ProposeAssignment("p1"))
    session.do(AddPage("p1", LAYOUT))
    session.do(MoveStory(second.id, "p2"))
    there = placed(session.edition, "p2")
    assert there <= {element.id for element in second.elements}
    assert {element.id for element in second.with_role(second.elements[0].role)} & there
    assert not placed(session.edition, "p1") & {element.id for element in second.elements}
    before = session.edition.page("p2").flows
    session.do(MoveStory(first.id, "p2"))
    assert session.edition.page("p2").flows[: len(before)] == before
    assert not placed(session.edition, "p1") & {element.id for element in first.elements}
    again = session.edition
    session.do(MoveStory(first.id, "p2"))
    assert session.edition == again, "what is there already stays as it is"


def test_jump_lines_name_the_pages_as_they_are_numbered_now(session: Session) -> None:
    session.do(ProposeAssignment("p1"))
    session.do(SetPageNumber("p1", "3"))
    session.do(AddPage("p1", LAYOUT))
    session.do(AddPage("p2", LAYOUT))
    page = session.edition.page("p1")
    flow = next(flow for flow in page.flows if page.runs_on(flow) and page.slot_of(flow.frames[0]).kind == "text")
    session.do(ReplaceText(Spot(flow.elements[-1], 0), Spot(flow.elements[-1], 0), "山重水复疑无路。" * 600))
    page = session.edition.page("p1")
    over = {fit.flow.frames: fit.over_chars for fit in session.composed("p1").fits if page.runs_on(fit.flow)}
    source = next((frames for frames, chars in over.items() if chars), None)
    assert source is not None, "the two articles do not fit one tabloid page"
    running = next(
        f.id for f in session.edition.page("p3").frames if session.edition.page("p3").slot_of(f.id).id == "text"
    )
    session.do(ContinueText("p1", source[0], "p3", (running,)))
    assert "5" in added_text(session, "p1")
    session.do(SetPageNumber("p3", "8"))
    assert "8" in added_text(session, "p1")
    session.do(MovePage("p3", 1))
    assert session.edition.page("p3").flow_of_frame(running).continues is not None, "it is still a later page"
    session.do(MovePage("p3", 0))
    assert all(flow.continues is None for flow in session.edition.page("p3").flows)
    assert sum(fit.over_chars for fit in session.composed("p1").fits) == over[source]
    session.undo()
    session.do(RemovePage("p1"))
    assert all(flow.continues is None for flow in session.edition.page("p3").flows)


def test_a_border_leaves_narrow_and_low_frames_their_text(session: Session) -> None:
    element = next(e.id for e in session.edition.stories[0].elements if e.role is Role.BODY)
    grid = session.edition.page("p1").layout.grid
    session.do(DrawFrame("p1", Drawn.TEXT, Place(1, 3, 20, 2)))
    session.do(AssignElements("p1", (element,), ("frame-1",)))
    session.do(SetFrameLook("p1", "frame-1", "tblr", LineStyle.THIN, 0.0))
    assert [run for run in session.composed("p1").display.runs() if run.frame == "frame-1"]
    session.do(SetGrid("p1", replace(grid, columns=20, measure=2)))
    session.do(DrawFrame("p1", Drawn.TEXT, Place(1, 1, 40, 6)))
    session.do(SetFrameLook("p1", "frame-2", "tblr", LineStyle.THIN, 0.0))
    assert session.composed("p1").display.frame("frame-2").box.height


def test_parts_of_several_stories_go_to_another_page_and_the_rest_stays(session: Session) -> None:
    session.do(ProposeAssignment("p1"))
    session.do(AddPage("p1", LAYOUT))
    before = placed(session.edition, "p1")
    moving = tuple(e.id for story in session.edition.stories[:2] for e in story.elements if e.role is Role.BODY)[:6]
    moving += (session.edition.stories[1].elements[0].id,)
    session.do(BringElements(moving, "p2"))
    assert placed(session.edition, "p2")
    assert placed(session.edition, "p2") <= set(moving)
    assert placed(session.edition, "p1") == before - set(moving)
