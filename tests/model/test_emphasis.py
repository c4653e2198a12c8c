"""Characters in another face: told by their place in the source, so that they keep it whatever happens to the text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop.model.emphasis import Emphasis, emphasised, faces_in, source_ranges
from desktop.model.settext import SetText
from desktop.model.story import SourceRange
from desktop.model.style import FaceRole

LENGTH = 30
ranges = st.tuples(st.integers(0, LENGTH), st.integers(0, LENGTH)).map(lambda pair: SourceRange(*sorted(pair)))
steps = st.lists(st.tuples(st.sampled_from("ab"), ranges, st.none() | st.sampled_from(FaceRole)), max_size=12)


@given(steps)
def test_every_character_has_the_face_it_was_given_last(done) -> None:
    known: tuple[Emphasis, ...] = ()
    faces = {source: [None] * LENGTH for source in "ab"}
    for source, part, face in done:
        known = emphasised(known, source, [part], face)
        faces[source][part.start : part.end] = [face] * len(part)
    plain = SetText("e", "字" * LENGTH, range(LENGTH), range(1, LENGTH + 1))
    for source in "ab":
        assert faces_in(known, source, plain) == faces[source]
    assert list(known) == sorted(known)
    for one, other in pairwise(known):
        assert one.source != other.source or one.range.end <= other.range.start
        assert (one.source, one.face, one.range.end) != (other.source, other.face, other.range.start)


def test_what_is_typed_inside_takes_the_face_and_what_is_typed_beside_does_not() -> None:
    known = emphasised((), "a", [SourceRange(2, 4)], FaceRole.KAI)
    text = SetText("e", "前甲在乙后", (2, 2, 3, 3, 4), (2, 3, 3, 4, 4))
    assert faces_in(known, "a", text) == [None, FaceRole.KAI, FaceRole.KAI, FaceRole.KAI, None]


def test_the_source_of_selected_characters_is_that_of_all_they_stand_for() -> None:
    text = SetText("e", "一二三四五", (0, 1, 1, 7, 8), (1, 3, 3, 8, 9))
    assert source_ranges(text, 1, 4) == (SourceRange(1, 3), SourceRange(7, 8))
    assert source_ranges(text, 2, 2) == ()


def test_a_text_whose_pieces_changed_places_is_told_piece_by_piece() -> None:
    text = SetText("e", "后后前前", (10, 11, 0, 1), (11, 12, 1, 2))
    assert source_ranges(text, 0, 4) == (SourceRange(10, 12), SourceRange(0, 2))
    for part, faces in (((10, 12), [FaceRole.HEI] * 2 + [None] * 2), ((0, 2), [None] * 2 + [FaceRole.HEI] * 2)):
        known = emphasised((), "a", [SourceRange(*part)], FaceRole.HEI)
        assert faces_in(known, "a", text) == faces
