"""Opening, changing, undoing, saving: what listeners hear and what is kept."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.compose import new_page
from desktop.errors import ArticleError, PackageError, TargetError, UsageError
from desktop.model.story import Role
from desktop.opening import Opened, open_path
from desktop.session import (
    Cause,
    EditionChanged,
    Event,
    FileChanged,
    PageChanged,
    Selection,
    SelectionChanged,
    Session,
)
from desktop.session.commands import AssignElements, SetFrameLines, SetPageNumber, UnassignElements


def page_id(session: Session) -> str:
    assert session.page is not None
    return session.page.id


def caption(session: Session) -> str:
    return session.edition.stories[0].with_role(Role.CAPTION)[0].id


def test_a_new_edition_is_placed_and_unmodified(session: Session) -> None:
    assert not session.modified
    assert session.path is None
    assert not session.edition.unplaced()
    assert session.composed().fits


def test_a_blank_session_has_no_page(blank: Session) -> None:
    assert blank.page is None
    with pytest.raises(UsageError):
        blank.composed()
    with pytest.raises(UsageError):
        blank.save()
    assert blank.undo() is None
    assert blank.redo() is None


def test_a_command_is_one_named_step(session: Session, events: list[Event]) -> None:
    first = session.edition
    assert session.do(UnassignElements((caption(session),)))
    assert str(session.history.undo_name) == "Take off the page"
    change = events[0]
    assert isinstance(change, EditionChanged)
    assert (change.old, change.new, change.cause) == (first, session.edition, Cause.COMMAND)
    assert events[1:] == [FileChanged(None, True)]
    assert [e.id for e in session.edition.unplaced()] == [caption(session)]
    second = session.edition
    assert str(session.undo()) == "Take off the page"
    assert session.edition is first
    assert not session.modified
    assert str(session.redo()) == "Take off the page"
    assert session.edition is second


def test_what_changes_nothing_is_no_step(session: Session, events: list[Event]) -> None:
    assert session.page is not None
    flow = session.page.flow_of_frame("section-2")
    assert flow is not None
    assert not session.do(AssignElements(page_id(session), flow.elements[2:3], ("section-2",)))
    assert not session.do(AssignElements(page_id(session), flow.elements, ("section-2",)))
    assert not session.do(UnassignElements(()))
    assert not session.do(SetPageNumber(page_id(session), session.page.number))
    assert session.history.done == ()
    assert events == []


def test_a_failing_command_leaves_all_as_it_was(session: Session, events: list[Event]) -> None:
    first = session.edition
    for frames in (("picture-1",), ("nowhere",), ("headline", "section-1"), ("section-1", "section-1"), ()):
        with pytest.raises(UsageError):
            session.do(AssignElements(page_id(session), (caption(session),), frames))
    with pytest.raises(UsageError):
        session.do(AssignElements(page_id(session), ("s9e99",), ("section-1",)))
    with pytest.raises(UsageError):
        session.do(AssignElements("p9", (caption(session),), ("section-1",)))
    assert session.edition is first
    assert events == []


def test_dragging_is_one_step_until_it_settles(session: Session) -> None:
    page, first = page_id(session), session.edition
    for lines in (10, 11, 12):
        session.do(SetFrameLines(page, "picture-1", lines), dragging=True)
    assert len(session.history.done) == 1
    session.settle()
    session.do(SetFrameLines(page, "picture-1", 13), dragging=True)
    assert len(session.history.done) == 2
    session.do(SetFrameLines(page, "picture-1", 12), dragging=True)
    assert len(session.history.done) == 1
    session.do(SetFrameLines(page, "picture-2", 20), dragging=True)
    assert len(session.history.done) == 2
    while session.undo():
        pass
    assert session.edition is first


def test_a_drag_over_a_saved_state_keeps_it(session: Session, tmp_path: Path) -> None:
    page = page_id(session)
    session.do(SetFrameLines(page, "picture-1", 10), dragging=True)
    session.save(tmp_path / "a.banxin")
    session.do(SetFrameLines(page, "picture-1", 11), dragging=True)
    assert session.modified
    session.undo()
    assert not session.modified


def test_selection_follows_what_exists(session: Session, events: list[Event]) -> None:
    session.select([caption(session), "s9e99"], ["section-1", "section-1", "nowhere"])
    assert session.selection.elements == (caption(session),)
    assert session.selection.frames == ("section-1",)
    session.select([caption(session)], ["section-1"])
    assert sum(isinstance(event, SelectionChanged) for event in events) == 1
    session.close()
    assert not session.selection
    assert isinstance(events[-1], SelectionChanged)


def test_composed_is_kept_while_its_parts_are_the_same(session: Session) -> None:
    first = session.composed()
    assert session.composed() is first
    session.do(UnassignElements((caption(session),)))
    assert session.composed() is not first
    session.undo()
    assert session.composed() is first


def test_saved_and_opened_again_is_equal(session: Session, blank: Session, tmp_path: Path, events: list[Event]) -> None:
    target = tmp_path / "a.banxin"
    session.do(UnassignElements((caption(session),)))
    session.save(target)
    assert events[-1] == FileChanged(target, False)
    saved = session.edition
    session.open(target)
    assert session.edition == saved
    assert session.path == target
    assert not session.modified
    session.undo()
    assert session.edition == saved


def test_what_cannot_be_opened_or_saved_leaves_the_edition(session: Session, tmp_path: Path) -> None:
    first = session.edition
    (tmp_path / "broken.banxin").write_bytes(b"PK\x03\x04 no zip")
    (tmp_path / "empty.txt").write_bytes(b"")
    for bad, error in (
        (tmp_path / "broken.banxin", PackageError),
        (tmp_path / "none.banxin", PackageError),
        (tmp_path / "empty.txt", ArticleError),
        (tmp_path / "none.txt", ArticleError),
        (tmp_path, ArticleError),
    ):
        with pytest.raises(error):
            session.open(bad)
    with pytest.raises(TargetError):
        session.save(tmp_path / "no" / "folder.banxin")
    assert session.edition is first
    assert session.path is None


def test_further_articles_come_unplaced_with_fresh_ids(session: Session, article: Path) -> None:
    assert session.add_articles([article, article])
    ids = [element.id for story in session.edition.stories for element in story.elements]
    assert len(set(ids)) == len(ids)
    assert [source.id for source in session.edition.sources] == ["a1", "a2", "a3"]
    assert len(session.edition.unplaced()) * 3 == len(ids) * 2


def test_an_unsubscribed_listener_hears_nothing_more(session: Session) -> None:
    seen: list[Event] = []
    leave = session.subscribe(seen.append)
    leave()
    leave()
    session.select(frames=["section-1"])
    assert seen == []


def test_a_page_that_comes_out_otherwise_than_saved_is_told(session: Session, tmp_path: Path) -> None:
    target = tmp_path / "a.banxin"
    assert session.recomposed_pages() == ()
    session.save(target)
    session.open(target)
    assert session.recomposed_pages() == ()
    opened = open_path(target)
    moved = replace(opened.displays[0], items=opened.displays[0].items[1:])
    session.take(replace(opened, displays=(moved,)))
    assert session.recomposed_pages() == (page_id(session),)


def test_a_worker_may_compose_while_the_editor_goes_on(session: Session) -> None:
    edition = session.edition
    with ThreadPoolExecutor(2) as threads:
        futures = [threads.submit(session.compositions.composed, edition, page_id(session)) for _ in range(8)]
        session.do(UnassignElements((caption(session),)))
        session.composed()
        assert len({id(future.result()) for future in futures}) == 1


def test_only_the_pages_frames_stay_selected_when_another_is_shown(session: Session, events: list[Event]) -> None:
    first = session.edition.pages[0]
    second = new_page("p2", first.layout)
    session.take(Opened(replace(session.edition, pages=(first, second))))
    session.select([caption(session)], ["section-1"])
    session.show_page("p2")
    assert session.page is second
    assert events[-2:] == [
        PageChanged("p2"),
        SelectionChanged(Selection((caption(session),), ("section-1",)), Selection((caption(session),))),
    ]
    session.show_page("p2")
    assert sum(isinstance(event, PageChanged) for event in events) == 1
    assert len(session.composed_pages()) == 2


def test_the_best_layout_is_taken_and_named(blank: Session, article: Path) -> None:
    (note,) = blank.new([article])
    assert "fits best" in str(note)
