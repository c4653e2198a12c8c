"""Single characters of what was typed have a face of their own, whatever is done to the text around them."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.errors import message
from desktop.formats.story_xml import read_story, write_story
from desktop.formats.style_xml import default_style
from desktop.model.edition import Edition
from desktop.model.emphasis import set_faces
from desktop.model.settext import set_text
from desktop.model.story import Element, Role, Source, SourceRange, Story
from desktop.model.style import FaceRole
from desktop.model.typing import Spot
from desktop.session.commands import MergeElements, ReplaceText, SetFace
from desktop.session.commands.command import Command

SOURCE = "一二三四五六七八九十百千"
Marked = list[tuple[str, FaceRole | None]]
"""The characters of a paragraph, each with its face."""


def edition() -> Edition:
    """Three paragraphs of one source."""
    elements = tuple(
        Element(f"e{low}", Role.BODY, SOURCE[low:high], (SourceRange(low, high),), message("test"), 1)
        for low, high in pairwise([0, 4, 8, 12])
    )
    source = Source("s1", "a.txt", "utf-8", SOURCE, SOURCE.encode())
    return Edition("e", default_style(), (source,), (Story("s1", "s1", elements, ()),))


def marked(of: Edition) -> list[Marked]:
    (story,) = of.stories
    return [
        list(zip(set_text(e, story).text, set_faces(of.emphases, story, e.id), strict=True)) for e in story.elements
    ]


def ids(of: Edition) -> list[str]:
    return [element.id for element in of.stories[0].elements]


def stored(of: Edition) -> Edition:
    """The edition with its story written and read again."""
    (story,) = of.stories
    return replace(of, stories=(read_story(write_story(story, SOURCE), "s1", {"s1": SOURCE}),))


def typed(of: Edition, element: str, start: int, end: int, text: str) -> Edition:
    return ReplaceText(Spot(element, start), Spot(element, end), text).apply(of)


def faced(of: Edition, element: str, start: int, end: int, face: FaceRole | None) -> Edition:
    return SetFace(Spot(element, start), Spot(element, end), face).apply(of)


def test_one_character_of_what_was_typed_takes_a_face_and_gives_it_back() -> None:
    made = typed(edition(), "e0", 2, 2, "甲乙丙")
    made = faced(made, "e0", 3, 4, FaceRole.KAI)
    faces = [face for _, face in marked(made)[0]]
    assert faces == [None, None, None, FaceRole.KAI, None, None, None]
    assert made.emphases == ()
    made = typed(made, "e0", 2, 3, "新的")  # what was typed before is typed anew
    assert marked(made)[0][4] == ("乙", FaceRole.KAI)
    assert marked(stored(made)) == marked(made)
    made = faced(made, "e0", 0, 8, None)
    assert made.stories[0].changes[0].faces == ()


def test_one_character_of_a_replacement_leaves_the_others_as_they_are() -> None:
    made = typed(edition(), "e0", 1, 3, "甲乙丙")
    made = faced(made, "e0", 1, 2, FaceRole.HEI)
    assert [face for _, face in marked(made)[0]] == [None, FaceRole.HEI, None, None, None]
    whole = faced(made, "e0", 1, 4, FaceRole.HEI)
    assert [e.range for e in whole.emphases] == [SourceRange(1, 3)], "all of it: the source's characters have the face"


def test_what_is_typed_over_or_inside_a_face_takes_it() -> None:
    made = faced(typed(edition(), "e4", 4, 4, "甲乙"), "e4", 4, 6, FaceRole.KAI)
    inside = typed(made, "e4", 5, 5, "内")
    assert marked(inside)[1][4:] == [(char, FaceRole.KAI) for char in "甲内乙"]
    assert marked(typed(made, "e4", 4, 6, "换"))[1][4:] == [("换", FaceRole.KAI)]
    assert marked(typed(made, "e4", 6, 6, "后"))[1][6:] == [("后", None)]


def test_a_paragraph_made_inside_what_was_typed_keeps_both_faces() -> None:
    made = faced(typed(edition(), "e0", 4, 4, "甲乙丙丁"), "e0", 5, 7, FaceRole.HEI)
    before = [pair for paragraph in marked(made) for pair in paragraph]
    cut = typed(made, "e0", 6, 6, "\n")
    assert len(ids(cut)) == 4
    assert [pair for paragraph in marked(cut) for pair in paragraph] == before
    again = MergeElements(ids(cut)[0], ids(cut)[1]).apply(cut)
    assert [pair for paragraph in marked(again) for pair in paragraph] == before


@settings(deadline=None)
@given(st.data())
def test_what_stays_keeps_its_face(data: st.DataObject) -> None:
    made = faced(typed(edition(), "e0", 2, 2, "甲乙丙"), "e0", 3, 4, FaceRole.KAI)
    made = faced(typed(made, "e4", 1, 3, "丁戊"), "e4", 2, 4, FaceRole.HEI)
    wanted = marked(made)
    for _ in range(data.draw(st.integers(1, 10))):
        made, wanted = _step(data, made, wanted)
        assert [[char for char, _ in one] for one in marked(made)] == [[char for char, _ in one] for one in wanted]
        assert marked(made) == wanted
        assert marked(stored(made)) == wanted
        assert "".join(source.text for source in made.sources) == SOURCE


def _step(data: st.DataObject, made: Edition, wanted: list[Marked]) -> tuple[Edition, list[Marked]]:
    """Do something at a place, and say what is to come of it; what is typed at a border may have either face."""
    at = data.draw(st.integers(0, len(wanted) - 1))
    own = wanted[at]
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(own))] * 2)))
    here = ids(made)[at]
    kind = data.draw(st.sampled_from(["type", "type", "face", "face", "part", "merge", "over"]))
    if kind == "face":
        face = data.draw(st.none() | st.sampled_from(FaceRole))
        new = [*own[:start], *((char, face) for char, _ in own[start:end]), *own[end:]]
        return faced(made, here, start, end, face), [*wanted[:at], new, *wanted[at + 1 :]]
    if kind == "part":
        done = typed(made, here, start, start, "\n")
        return done, [*wanted[:at], own[:start], own[start:], *wanted[at + 1 :]]
    if at + 1 < len(wanted) and kind in {"merge", "over"}:
        other = ids(made)[at + 1]
        command: Command = MergeElements(here, other)
        behind = 0
        if kind == "over":
            behind = data.draw(st.integers(0, len(wanted[at + 1])))
            command = ReplaceText(Spot(here, end), Spot(other, behind), "")
            own = own[:end]
        return command.apply(made), [*wanted[:at], own + wanted[at + 1][behind:], *wanted[at + 2 :]]
    text = data.draw(st.text("甲乙丙", max_size=3))
    done = typed(made, here, start, end, text)
    beside = {face for _, face in own[start:end]}
    beside = beside or {face for _, face in own[start - 1 : start + 1] if 0 < start < len(own)}
    fresh = marked(done)[at][start : start + len(text)]
    if len(beside) == 1:
        fresh = [(char, *beside) for char in text]
    return done, [*wanted[:at], [*own[:start], *fresh, *own[end:]], *wanted[at + 1 :]]
