"""What single commands do to flows, frames, pictures and stories."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from desktop.errors import UsageError
from desktop.formats.layout_xml import find_layout
from desktop.model.edition import Edition, Flow, Media
from desktop.model.layout import Layout
from desktop.model.story import Change, ChangeKind, FolioFields, Role, SourceRange
from desktop.model.style import ParagraphChoice
from desktop.session import Session, commands, section_of

MEDIA = Media("m1", "山.png", b"not looked at here", 40, 30)


@pytest.fixture
def edition(session: Session) -> Edition:
    return session.edition


def flow(edition: Edition, frame: str) -> Flow:
    found = edition.pages[0].flow_of_frame(frame)
    assert found is not None
    return found


def test_single_paragraphs_are_set_otherwise_and_again_as_the_house_says(session: Session) -> None:
    first = session.edition
    head, body = (next(e.id for s in first.stories for e in s.with_role(role)) for role in (Role.HEADLINE, Role.BODY))
    spread, hung = ParagraphChoice(head, "headline spread"), ParagraphChoice(body, variants=("hanging",))
    assert session.do(commands.ChooseParagraphs((spread, hung)))
    assert session.edition.choices == (spread, hung)
    assert not session.do(commands.ChooseParagraphs((hung,)))
    assert session.do(commands.ChooseParagraphs((ParagraphChoice(head),)))
    assert session.edition.choices == (hung,)
    session.undo()
    session.undo()
    assert session.edition == first


@pytest.mark.parametrize(
    ("choice", "told"),
    [
        (ParagraphChoice("s9e99", "headline spread"), "There is no element s9e99 any more"),
        (ParagraphChoice("s1e01", "red"), "no paragraph style “red”"),
        (ParagraphChoice("s1e01", variants=("hanging", "blue")), "no variant “blue”"),
    ],
)
def test_a_choice_that_the_house_does_not_have_is_refused(edition: Edition, choice: ParagraphChoice, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        commands.ChooseParagraphs((choice,)).apply(edition)


def test_a_section_moves_whole_and_is_read_in_order(edition: Edition) -> None:
    first, second = flow(edition, "section-1"), flow(edition, "section-2")
    section = section_of(edition, second.elements[1])
    assert section == second.elements
    moved = commands.AssignElements("p1", tuple(reversed(section)), ("section-1",)).apply(edition)
    assert flow(moved, "section-1").elements == (*first.elements, *section)
    assert moved.pages[0].flow_of_frame("section-2") is None
    back = commands.AssignElements("p1", first.elements, ("section-2",)).apply(edition)
    assert flow(back, "section-2").elements == (*first.elements, *section)


def test_an_index_says_where_a_block_goes(edition: Edition) -> None:
    first, second = flow(edition, "section-1").elements, flow(edition, "section-2").elements
    put = commands.AssignElements("p1", (second[2], second[1]), ("section-1",), 1).apply(edition)
    assert flow(put, "section-1").elements == (first[0], second[2], second[1], *first[1:])
    # Within a flow the index counts the elements as they are seen, those that move included.
    within = commands.AssignElements("p1", first[:1], ("section-1",), 2).apply(edition)
    assert flow(within, "section-1").elements == (first[1], first[0], *first[2:])


def test_a_section_runs_through_several_frames(edition: Edition) -> None:
    second = flow(edition, "section-2").elements
    put = commands.AssignElements("p1", second, ("section-2", "section-4")).apply(edition)
    assert flow(put, "section-2") == Flow(("section-2", "section-4"), (*second, *flow(edition, "section-4").elements))
    # A frame of a thread stands for the whole thread.
    lede = flow(edition, "lede").elements
    more = commands.AssignElements("p1", lede, ("section-4",)).apply(put)
    assert flow(more, "section-2").elements == (*lede, *flow(put, "section-2").elements)


def test_threading_and_cutting_lose_no_text(edition: Edition) -> None:
    parts = tuple(flow(edition, f"section-{n}").elements for n in (1, 2, 3))
    threaded = commands.ThreadFrames("p1", ("section-3", "section-1", "section-2")).apply(edition)
    assert flow(threaded, "section-2") == Flow(
        ("section-3", "section-1", "section-2"), (*parts[0], *parts[1], *parts[2])
    )
    turned = commands.ThreadFrames("p1", ("section-1", "section-3")).apply(threaded)
    assert flow(turned, "section-2").frames == ("section-1", "section-3", "section-2")
    cut = commands.CutThread("p1", "section-3").apply(turned)
    assert flow(cut, "section-1") == Flow(("section-1",), flow(threaded, "section-2").elements)
    assert cut.pages[0].flow_of_frame("section-3") is None
    assert commands.CutThread("p1", "section-1").apply(cut) is cut


def test_an_empty_thread_stays_until_it_is_cut(edition: Edition) -> None:
    bare = replace(edition.pages[0], flows=())
    empty = commands.ThreadFrames("p1", ("section-1", "section-2")).apply(edition.replacing_page(bare))
    assert flow(empty, "section-2").elements == ()
    assert commands.CutThread("p1", "section-2").apply(empty).pages[0].flows == ()


def test_frames_swap_text_and_pictures(edition: Edition) -> None:
    swapped = commands.SwapFrames("p1", "section-1", "section-2").apply(edition)
    assert flow(swapped, "section-1").elements == flow(edition, "section-2").elements
    assert flow(swapped, "section-2").elements == flow(edition, "section-1").elements
    placed = commands.PlacePicture("p1", "picture-1", MEDIA).apply(edition)
    moved = commands.SwapFrames("p1", "picture-1", "picture-2").apply(placed).pages[0]
    assert (moved.frame("picture-1").media, moved.frame("picture-2").media) == (None, "m1")
    threaded = commands.ThreadFrames("p1", ("section-1", "section-2")).apply(edition)
    for pair in (("picture-1", "section-1"), ("section-1", "headline"), ("section-1", "nowhere")):
        with pytest.raises(UsageError):
            commands.SwapFrames("p1", *pair).apply(threaded)


def test_pictures_are_kept_once_and_never_take_a_taken_id(edition: Edition) -> None:
    once = commands.PlacePicture("p1", "picture-1", MEDIA).apply(edition)
    again = commands.PlacePicture("p1", "picture-2", replace(MEDIA, id="m7")).apply(once)
    assert again.media == (MEDIA,)
    assert again.pages[0].frame("picture-2").media == "m1"
    other = commands.PlacePicture("p1", "picture-2", replace(MEDIA, data=b"other")).apply(again)
    assert [media.id for media in other.media] == ["m1", "m2"]
    removed = commands.RemovePicture("p1", "picture-1").apply(again)
    assert removed.media == (MEDIA,)
    gone = commands.DiscardPicture("m1").apply(again)
    assert gone.media == ()
    assert all(frame.media is None for frame in gone.pages[0].frames)
    with pytest.raises(UsageError):
        commands.PlacePicture("p1", "section-1", MEDIA).apply(edition)


@pytest.mark.parametrize("lines", [0, -3, 999])
def test_a_frame_has_a_sensible_height(edition: Edition, lines: int) -> None:
    with pytest.raises(UsageError):
        commands.SetFrameLines("p1", "picture-1", lines).apply(edition)


def test_another_layout_keeps_flows_of_the_same_slots_and_pictures(edition: Edition, layout: Layout) -> None:
    edition = commands.PlacePicture("p1", "picture-2", MEDIA).apply(edition)
    edition = commands.SwapFrames("p1", "section-1", "section-2").apply(edition)
    same = commands.ApplyLayout("p1", replace(layout, names=())).apply(edition)
    assert sorted(same.pages[0].flows, key=str) == sorted(edition.pages[0].flows, key=str)
    assert same.pages[0].frames == edition.pages[0].frames
    other = commands.ApplyLayout("p1", find_layout("broadsheet-feature")).apply(edition)
    assert not other.unplaced()
    assert [frame.media for frame in other.pages[0].frames if frame.media] == ["m1"]
    assert commands.ApplyLayout("p1", layout).apply(edition) is edition


def test_a_new_role_moves_an_element_out_of_a_place_not_meant_for_it(edition: Edition) -> None:
    caption = edition.stories[0].with_role(Role.CAPTION)[0].id
    body = commands.SetRole(caption, Role.BODY).apply(edition)
    assert flow(body, "section-4").elements[-1] == caption
    assert commands.SetRole(caption, Role.CAPTION).apply(edition) is edition
    taken = commands.UnassignElements((caption,)).apply(edition)
    assert [e.id for e in commands.SetRole(caption, Role.BODY).apply(taken).unplaced()] == [caption]


def test_parts_follow_their_element(edition: Edition) -> None:
    elements = flow(edition, "section-1").elements
    start = edition.element(elements[1]).ranges[0].start
    split = commands.SplitElement(elements[1], start + 10).apply(edition)
    part = flow(split, "section-1").elements[2]
    assert part not in elements
    merged = commands.MergeElements(elements[1], part).apply(split)
    assert flow(merged, "section-1").elements == elements
    assert merged.element(elements[1]).text == edition.element(elements[1]).text


def test_an_unplaced_element_takes_the_place_of_the_one_it_absorbs(edition: Edition) -> None:
    elements = flow(edition, "section-1").elements
    taken = commands.UnassignElements((elements[1],)).apply(edition)
    joined = commands.JoinElements(elements[1], elements[2]).apply(taken)
    assert flow(joined, "section-1").elements == (elements[0], elements[1], *elements[3:])
    assert not joined.unplaced()
    assert len(joined.stories[0].joins) == len(edition.stories[0].joins) + 1


def test_what_is_read_earlier_stands_earlier(edition: Edition) -> None:
    elements = flow(edition, "section-1").elements
    ids = [element.id for element in edition.stories[0].elements]
    moved = commands.ReorderElement(elements[2], ids.index(elements[1])).apply(edition)
    assert flow(moved, "section-1").elements == (elements[0], elements[2], elements[1], *elements[3:])
    assert commands.ReorderElement(elements[2], ids.index(elements[2])).apply(edition) is edition


def test_elements_become_a_story_of_their_own(edition: Edition) -> None:
    elements = flow(edition, "section-2").elements
    moved = commands.MoveToStory(elements).apply(edition)
    assert [story.id for story in moved.stories] == ["s1", "s2"]
    assert tuple(element.id for element in moved.stories[1].elements) == elements
    assert moved.pages == edition.pages
    back = commands.MoveToStory(elements, "s1").apply(moved)
    assert back.stories[1].elements == ()
    for wrong in (commands.MoveToStory(("s9e01",)), commands.MoveToStory(elements, "s9")):
        with pytest.raises(UsageError):
            wrong.apply(edition)


def test_changes_are_refused_singly_by_pairs_or_as_a_whole(edition: Edition) -> None:
    why = edition.stories[0].elements[0].reason
    changes = tuple(
        Change(name, kind, SourceRange(at, at + 1), "(", "（", why)
        for at, (name, kind) in enumerate(
            [
                ("s1n0001a", ChangeKind.NORMALISATION),
                ("s1n0001b", ChangeKind.NORMALISATION),
                ("s1n0002", ChangeKind.NORMALISATION),
                ("s1c0001", ChangeKind.CUT),
            ]
        )
    )
    edition = edition.replacing_story(replace(edition.stories[0], changes=changes))

    def accepted(changed: Edition) -> list[bool]:
        return [change.accepted for change in changed.stories[0].changes]

    assert accepted(commands.AcceptChange(("s1n0001b",), False).apply(edition)) == [False, False, True, True]
    whole = commands.AcceptChange((), False).apply(edition)
    assert accepted(whole) == [False, False, False, True]
    assert accepted(commands.AcceptChange(("s1n0002",), True).apply(whole)) == [False, False, True, True]
    assert commands.AcceptChange((), True).apply(edition) is edition
    with pytest.raises(UsageError):
        commands.AcceptChange(("s1n0099",), True).apply(edition)


def test_folio_number_and_date(edition: Edition) -> None:
    element = edition.stories[0].elements[0].id
    fields = FolioFields(paper="青岭报", page="3")
    assert commands.EditFolio(element, fields).apply(edition).element(element).folio == fields
    page = commands.SetPageNumber("p1", " 3 ").apply(edition).pages[0]
    assert page.number == "3"
    dated = commands.SetPageDate("p1", date(2023, 3, 30)).apply(edition)
    assert dated.pages[0].date == "2023年3月30日 星期四"
    assert commands.SetPageDate("p1", None).apply(dated).pages[0].date == ""


def test_an_article_cannot_come_twice_under_the_same_ids(edition: Edition) -> None:
    with pytest.raises(UsageError):
        commands.AddArticle(edition.sources, edition.stories).apply(edition)


def test_every_command_has_a_name_and_says_what_it_does() -> None:
    kinds = [getattr(commands, name) for name in commands.__all__ if name != "Command"]
    assert all(isinstance(kind.name, property) and kind.__doc__ for kind in kinds)
