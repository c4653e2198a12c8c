"""Copyfit in the session: shown before it is applied, one step, cut only what was chosen, all of it taken back."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from desktop.compose.copyfit import Cut
from desktop.errors import UsageError
from desktop.model.fitting import NOTHING, FrameFit
from desktop.model.story import ChangeKind
from desktop.session import PageFit, Session
from desktop.session.commands import AcceptChange, Copyfit, SetFrameLines, SetPageNumber
from desktop.session.placement import placement, tally


def counts(session: Session) -> tuple[int, int, int, int, int]:
    found = tally(placement(session.edition, session.composed_pages()).values())
    return found.source, found.placed, found.overset, found.unplaced, found.cut


@pytest.fixture
def uneven(session: Session) -> Session:
    """A session whose section does not end exactly."""
    session.do(SetFrameLines("p1", "section-1", 9))
    return session


def test_nothing_changes_before_it_is_applied_and_then_as_one_step(uneven: Session) -> None:
    before = uneven.edition
    fit = PageFit(uneven)
    plan = fit.plan()
    assert fit.plan() is plan
    shown = fit.composed(plan)
    assert uneven.edition is before
    assert fit.current
    assert fit.changes(plan)
    steps = len(uneven.history.done)
    assert fit.apply(plan)
    assert len(uneven.history.done) == steps + 1
    assert uneven.composed("p1").display == shown.display
    assert not fit.current
    assert counts(uneven)[4] == 0
    uneven.undo()
    assert uneven.edition == before
    uneven.redo()
    assert uneven.edition.pages[0].fitting == plan.fitting


def test_fitting_again_changes_nothing_and_it_can_be_taken_back(uneven: Session) -> None:
    before = uneven.edition
    first = PageFit(uneven)
    first.apply(first.plan())
    again = PageFit(uneven)
    assert not again.changes(again.plan())
    assert not again.apply(again.plan())
    assert uneven.do(Copyfit("p1"))
    assert uneven.edition == before
    assert uneven.edition.pages[0].fitting == NOTHING


def test_cuts_are_listed_counted_and_taken_back(session: Session) -> None:
    session.do(SetFrameLines("p1", "section-1", 5))
    source = counts(session)[0]
    fit = PageFit(session)
    text = next(text for text in fit.plan().texts if text.flow.frames[0] == "section-1")
    assert text.after.over_chars
    assert text.sentences
    cuts = tuple(Cut(sentence.element, sentence.ranges) for sentence in text.sentences)
    plan = fit.plan(cuts)
    assert all(not story.changes for story in session.edition.stories)
    assert fit.apply(plan)
    gone = sum(sentence.chars for sentence in text.sentences)
    assert counts(session) == (source, source - gone, 0, 0, gone)
    changes = [change for story in session.edition.stories for change in story.changes]
    assert {change.kind for change in changes} == {ChangeKind.CUT}
    session.do(AcceptChange((changes[0].id,), False))
    assert counts(session)[0] == source
    assert counts(session)[4] == gone - len(changes[0].before)
    session.undo()
    session.undo()
    assert counts(session)[4] == 0


def test_only_some_of_the_sentences_may_go(session: Session) -> None:
    session.do(SetFrameLines("p1", "section-1", 4))
    fit = PageFit(session)
    text = next(text for text in fit.plan().texts if text.flow.frames[0] == "section-1")
    assert len(text.sentences) > 1
    chosen = Cut(text.sentences[1].element, text.sentences[1].ranges)
    plan = fit.plan((chosen,))
    after = next(text for text in plan.texts if text.flow.frames[0] == "section-1")
    assert after.before == text.before
    assert 0 < after.after.over_chars < text.after.over_chars
    assert chosen not in [Cut(sentence.element, sentence.ranges) for sentence in after.sentences]


def test_a_hand_on_a_frame_has_the_last_word(session: Session) -> None:
    page = session.edition.pages[0]
    fits = (FrameFit("picture-1", lines=7), FrameFit("picture-2", lines=9))
    session.do(Copyfit("p1", replace(NOTHING, frames=fits)))
    assert round(session.composed("p1").display.frame("picture-1").box.height / page.layout.grid.pitch) == 7
    session.do(SetFrameLines("p1", "picture-1", 8))
    assert round(session.composed("p1").display.frame("picture-1").box.height / page.layout.grid.pitch) == 8
    assert session.edition.pages[0].fitting.frames == fits[1:]


def test_a_plan_of_another_state_is_told_and_unknown_things_are_refused(session: Session) -> None:
    fit = PageFit(session)
    session.do(SetPageNumber("p1", "9"))
    assert not fit.current
    with pytest.raises(UsageError):
        Copyfit("p9").apply(session.edition)
    with pytest.raises(UsageError):
        Copyfit("p1", NOTHING, (Cut("s9e01", ()),)).apply(session.edition)
    session.close()
    with pytest.raises(UsageError):
        PageFit(session)
