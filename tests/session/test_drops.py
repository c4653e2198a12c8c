"""Placement of every element, and what a drop would do."""

from __future__ import annotations

from desktop.model.story import Role
from desktop.session import (
    Drag,
    Fit,
    Placement,
    Session,
    accepting_frames,
    picture_frames,
    placement,
    preview_assign,
    section_of,
    tally,
)
from desktop.session.commands import AssignElements, SetFrameLines, ThreadFrames, UnassignElements


def caption(session: Session) -> str:
    return session.edition.stories[0].with_role(Role.CAPTION)[0].id


def section(session: Session, number: int) -> tuple[str, ...]:
    assert session.page is not None
    flow = session.page.flow_of_frame(f"section-{number}")
    assert flow is not None
    return flow.elements


def test_everything_is_placed_at_first(session: Session) -> None:
    states = placement(session.edition, session.composed_pages())
    assert {state.kind for state in states.values()} == {Placement.PLACED}
    total = tally(states.values())
    assert total.source == total.placed == sum(e.length for s in session.edition.stories for e in s.elements)
    assert (total.overset, total.unplaced, total.twice) == (0, 0, 0)
    assert states[caption(session)].frames == ("caption-1",)


def test_unplaced_and_overset_are_counted(session: Session) -> None:
    session.do(UnassignElements((caption(session),)))
    session.do(SetFrameLines("p1", "section-3", 5))
    states = placement(session.edition, session.composed_pages())
    assert states[caption(session)].kind is Placement.UNPLACED
    fit = session.composed().fit_of_frame("section-3")
    assert fit is not None
    over = [states[element] for element in section(session, 3) if states[element].over_chars]
    assert over
    assert all(state.kind is Placement.OVERSET and state.over_lines > 0 for state in over)
    assert sum(state.over_chars for state in over) == fit.over_chars
    total = tally(states.values())
    assert total.placed + total.overset + total.unplaced == total.source


def test_what_stands_twice_is_told(session: Session) -> None:
    states = placement(session.edition, [session.composed(), session.composed()])
    assert {state.kind for state in states.values()} == {Placement.TWICE}
    assert tally(states.values()).twice == tally(states.values()).source


def test_a_preview_tells_what_the_drop_then_does(session: Session) -> None:
    first = session.edition
    for elements, frame in (
        (section(session, 1), "section-4"),
        (section(session, 4), "section-1"),
        (section(session, 2)[1:2], "lede"),
        (section(session, 3), "caption-2"),
    ):
        preview = preview_assign(session, elements, [frame])
        assert session.edition is first
        assert preview.composed is not None
        session.do(AssignElements("p1", elements, (frame,)))
        assert session.composed().display == preview.composed.display
        fit = session.composed().fit_of_frame(frame)
        assert fit is not None
        assert (preview.over_chars, preview.over_lines, preview.short_lines) == (
            fit.over_chars,
            fit.over_lines,
            fit.short_lines,
        )
        session.undo()


def test_a_low_frame_is_over_and_a_high_one_short(session: Session) -> None:
    session.do(SetFrameLines("p1", "section-1", 5))
    over = preview_assign(session, section(session, 2), ["section-1"])
    assert over.fit is Fit.OVER
    assert str(over.message) == f"+{over.over_chars} characters, {over.over_lines} lines"
    session.do(UnassignElements(section(session, 1)[2:]))
    session.do(SetFrameLines("p1", "section-1", 60))
    short = preview_assign(session, section(session, 1)[1:2], ["section-1"])
    assert short.fit is Fit.SHORT
    assert str(short.message) == f"{short.short_lines} lines short"


def test_captions_dropped_on_a_picture_go_under_it(session: Session) -> None:
    drag = Drag(session, [caption(session)])
    assert "caption-2" in drag.accepting
    preview = drag.over(["picture-2"])
    assert drag.over(["picture-2"]) is preview
    assert preview.frames == ("caption-2",)
    assert preview.accepted
    assert str(preview.message) == "Fits"
    assert drag.drop(["picture-2"])
    assert placement(session.edition, session.composed_pages())[caption(session)].frames == ("caption-2",)


def test_text_does_not_go_onto_pictures_or_into_nonsense(session: Session) -> None:
    assert session.page is not None
    drag = Drag(session, section(session, 1))
    for frame in picture_frames(session.page):
        assert drag.over([frame]).fit is Fit.REFUSED
        assert not drag.drop([frame])
    assert drag.over(["headline", "section-1"]).fit is Fit.REFUSED
    assert preview_assign(session, [], ["section-1"]).fit is Fit.REFUSED
    assert preview_assign(session, section(session, 1), []).fit is Fit.REFUSED
    assert accepting_frames(session.edition, session.page, []) == ()
    session.close()
    assert preview_assign(session, ["s1e01"], ["section-1"]).fit is Fit.REFUSED


def test_a_drop_through_several_frames_can_be_previewed(session: Session) -> None:
    preview = preview_assign(session, section(session, 2), ["section-2", "section-3"])
    session.do(ThreadFrames("p1", ("section-2", "section-3")))
    assert preview.composed is not None
    assert preview.composed.display == session.composed().display


def test_an_element_without_a_subhead_moves_alone(session: Session) -> None:
    headline = session.edition.stories[0].with_role(Role.HEADLINE)[0].id
    assert section_of(session.edition, headline) == (headline,)
