"""Letting a text go on on another page, and what other commands leave of it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from desktop.compose import new_page
from desktop.errors import UsageError
from desktop.formats.layout_xml import find_layout
from desktop.formats.package import open_edition
from desktop.model.edition import Continues, Edition, Flow
from desktop.opening import Opened
from desktop.session import Placement, Session, commands, placement, tally

ONWARD = commands.ContinueText("p1", "section-3", "p2", ("text",))


@pytest.fixture
def two(session: Session) -> Session:
    """The article on a page whose third section is too long for its frame, and an empty page behind it."""
    page = new_page("p2", find_layout("tabloid-feature"), "5")
    first = replace(session.edition.pages[0], number="1")
    session.take(Opened(replace(session.edition, pages=(first, page))))
    session.do(commands.SetFrameLines("p1", "section-3", 6))
    return session


def onward(edition: Edition) -> Flow | None:
    return next((flow for flow in edition.pages[1].flows if flow.continues), None)


def test_what_found_no_room_goes_on_and_comes_back(two: Session) -> None:
    before = two.edition
    over = tally(placement(before, two.composed_pages()).values()).overset
    assert over > 0
    assert two.do(ONWARD)
    assert onward(two.edition) == Flow(("text",), (), Continues("p1", "section-3"))
    pages = two.composed_pages()
    states = placement(two.edition, pages)
    assert tally(states.values()).overset == tally(states.values()).twice == 0
    fit = pages[0].fit_of_frame("section-3")
    assert fit is not None
    assert fit.handed_chars >= over
    parts = [state for state in states.values() if state.pages == ("p1", "p2")]
    assert len(parts) == 1  # one paragraph is cut, the others stand whole
    assert parts[0].kind is Placement.PLACED
    two.undo()
    assert two.edition == before


def test_both_compositions_follow_the_earlier_page(two: Session) -> None:
    two.do(ONWARD)
    first = two.composed("p2")
    assert two.composed("p2") is first
    two.do(commands.SetFrameLines("p1", "section-3", 9))
    second = two.composed("p2")
    assert second.fits[0].placed_chars < first.fits[0].placed_chars
    two.do(commands.SetPageNumber("p1", "8"))
    assert "（上接第8版）" in "".join(run.text for run in two.composed("p2").display.runs())
    two.do(commands.SetPageNumber("p2", "12"))
    assert "（下转第12版）" in "".join(run.text for run in two.composed("p1").display.runs())


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (commands.ContinueText("p2", "text", "p1", ("lede",)), "later page"),
        (commands.ContinueText("p1", "section-3", "p1", ("lede",)), "later page"),
        (commands.ContinueText("p1", "headline", "p2", ("text",)), "No text"),
        (commands.ContinueText("p1", "picture-1", "p2", ("text",)), "No text"),
        (commands.ContinueText("p1", "section-3", "p2", ("headline",)), "headline"),
        (commands.ContinueText("p1", "section-3", "p2", ("nothing",)), "nothing"),
        (commands.ContinueText("p1", "section-3", "p9", ("text",)), "p9"),
    ],
)
def test_what_cannot_go_on_is_a_sentence(two: Session, command: commands.ContinueText, words: str) -> None:
    before = two.edition
    with pytest.raises(UsageError, match=words):
        two.do(command)
    assert two.edition is before


def test_a_text_goes_on_in_one_place(two: Session) -> None:
    two.do(ONWARD)
    two.do(commands.ContinueText("p1", "section-3", "p2", ("lede",)))
    assert [flow.frames for flow in two.edition.pages[1].flows] == [("lede",)]
    two.do(commands.ContinueText("p1", "section-4", "p2", ("text",)))
    with pytest.raises(UsageError, match="Another text"):
        two.do(commands.ContinueText("p1", "section-1", "p2", ("text",)))
    with pytest.raises(UsageError, match="Two texts"):
        two.do(commands.ThreadFrames("p2", ("text", "lede")))


def test_what_stands_there_follows_and_stays_when_the_continuation_ends(two: Session) -> None:
    caption = two.edition.stories[0].elements[-1].id
    two.do(commands.AssignElements("p2", (caption,), ("text",)))
    two.do(ONWARD)
    assert two.composed("p2").fits[0].elements[-1] == caption
    assert two.do(commands.EndContinuation("p2", "text"))
    assert two.edition.pages[1].flows == (Flow(("text",), (caption,)),)
    assert not two.do(commands.EndContinuation("p2", "text"))
    two.do(ONWARD)
    two.do(commands.UnassignElements((caption,)))
    assert onward(two.edition) == Flow(("text",), (), Continues("p1", "section-3"))
    two.do(commands.EndContinuation("p2", "text"))
    assert two.edition.pages[1].flows == ()


def test_a_text_that_changes_its_frame_goes_on_where_it_did(two: Session) -> None:
    two.do(ONWARD)
    two.do(commands.SwapFrames("p1", "section-3", "section-4"))
    assert onward(two.edition) == Flow(("text",), (), Continues("p1", "section-4"))
    two.do(commands.ThreadFrames("p2", ("text", "lede")))
    assert onward(two.edition) == Flow(("text", "lede"), (), Continues("p1", "section-4"))
    two.do(commands.CutThread("p2", "lede"))
    assert onward(two.edition) == Flow(("text",), (), Continues("p1", "section-4"))


def test_a_continuation_is_saved_and_opened(two: Session, tmp_path) -> None:
    two.do(ONWARD)
    path = tmp_path / "two.banxin"
    two.save(path)
    opened = open_edition(path)
    assert opened.edition == two.edition
    assert opened.edition.pages[1].flows[0].continues == Continues("p1", "section-3")
