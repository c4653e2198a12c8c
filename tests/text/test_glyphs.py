"""Characters shaped once: what a character looks like must not hang on what was shaped before it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.text import FaceChain, shape_paragraph
from desktop.text.glyphs import HanForms
from tests.text.setting import FACES, face, plain, tables

CHARACTERS = "国安，。“”——…！か\u309aェ㊙ 　／①㎏々〇\u0301\u3099"


def forms(role: str, *texts: str) -> HanForms:
    """The forms of a face after some texts were shaped."""
    found = HanForms(0, face(role), vertical=False)
    for text in texts:
        found.clusters(text, 0)
    return found


@pytest.mark.parametrize("role", FACES)
@settings(deadline=None)
@given(text=st.text(CHARACTERS, min_size=1, max_size=12), before=st.lists(st.text(CHARACTERS, min_size=1), max_size=3))
def test_a_text_looks_the_same_whatever_was_shaped_before(role, text, before):
    assert forms(role, *before).clusters(text, 0) == forms(role).clusters(text, 0)


@pytest.mark.parametrize("role", FACES)
def test_each_character_by_itself_looks_as_it_does_in_a_text(role):
    text = "国家安全，“人民”。（中国）《新闻》"
    whole = forms(role).clusters(text, 0)
    assert [forms(role).clusters(char, at)[0] for at, char in enumerate(text)] == whole


def test_characters_that_change_with_their_neighbours_are_never_taken_by_themselves():
    known = forms("song", "国——家", "か\u309aか")
    assert known["国"] is not None
    assert known["—"] is None
    assert known["か"] is None
    dash = known.clusters("国——家", 0)
    assert [(first, last) for first, last, *_ in dash] == [(0, 1), (1, 3), (3, 4)], "the face draws —— as one"
    apart = [known.clusters(char, at)[0] for at, char in enumerate("国——家")]
    assert len(apart) == 4, "the control: shaped one by one they are two"


def test_a_second_paragraph_shapes_nothing_that_is_known(monkeypatch):
    import uharfbuzz as hb

    calls: list[str] = []
    shape = hb.shape
    monkeypatch.setattr(hb, "shape", lambda *words: calls.append("shape") or shape(*words))
    chain = FaceChain([face("song")])
    shape_paragraph([plain("国家安全，人民新闻。")], chain, tables())
    first = len(calls)
    shape_paragraph([plain("新闻，人民国家。安全")], chain, tables())
    assert (first, len(calls)) == (1, 1)
    shape_paragraph([plain("新闻学")], chain, tables())
    assert len(calls) == 2, "the control: a character not seen yet is shaped"
