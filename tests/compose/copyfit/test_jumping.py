"""Texts that go on on another page: what goes on is no fault, and of the rest only what stands there may go."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from desktop.compose import Composer
from desktop.compose.copyfit import Cut, copyfit
from desktop.model.corrections import cut_out
from desktop.model.edition import Edition
from desktop.model.story import Role
from tests.compose.pages import story, words
from tests.compose.test_jumps import assert_sound, jumping, page_of
from tests.text.setting import LIBRARY

SECOND = 1


def told(total: int, paragraph: int = 130):
    return story(*[(Role.BODY, words(paragraph, 3 * index)) for index in range(total // paragraph)])


def with_height(made: Edition, lines: int) -> Edition:
    """The edition with the frame on its second page so many lines high."""
    page = made.pages[SECOND]
    frames = tuple(replace(frame, lines=lines) if frame.id == "t" else frame for frame in page.frames)
    return made.replacing_page(replace(page, frames=frames))


def plans(made: Edition, **options):
    composer = Composer(LIBRARY)
    return [copyfit(composer, made, page, **options) for page in made.pages]


def test_what_goes_on_on_another_page_is_not_over():
    made = jumping(told(1300), page_of(20), page_of(45))
    first, second = plans(made)
    assert first.exact
    assert all(not text.sentences for text in first.texts)
    assert [text.before.over_chars for text in second.texts] == [0]


@pytest.mark.parametrize("off", [-2, -1, 2, 3])
def test_the_rest_ends_exactly_on_its_page(off):
    made = jumping(told(1300), page_of(20), page_of(45))
    composer = Composer(LIBRARY)
    display = [composer.compose(made, page) for page in made.pages][SECOND].display
    natural = round(display.frame("t").box.height / display.pitch)
    changed = with_height(made, natural - off)
    plan = plans(changed)[SECOND]
    (text,) = plan.texts
    assert not text.before.exact
    if not text.after.exact:
        assert text.after == text.before
        return
    page = changed.pages[SECOND]
    fitted = changed.replacing_page(replace(page, fitting=plan.fitting))
    found = assert_sound(fitted)[SECOND].fit_of_frame("t")
    assert found is not None
    assert (found.over_chars, found.short_lines) == (0, 0)


def test_only_what_stands_on_the_page_may_go():
    made = with_height(jumping(told(1300), page_of(20), page_of(45)), 20)
    plan = plans(made)[SECOND]
    (text,) = plan.texts
    assert text.after.over_chars
    assert text.sentences
    composer = Composer(LIBRARY)
    first = composer.compose(made, made.pages[0])
    stands = {run.element: max(run.ends) for run in first.display.runs() if run.element}
    assert all(part.start >= stands.get(s.element, 0) for s in text.sentences for part in s.ranges)
    for sentence in text.sentences:
        cut = Cut(sentence.element, sentence.ranges)
        made = made.replacing_story(cut_out(made.story_of(cut.element), cut.element, cut.ranges))
    pages = Composer(LIBRARY)
    composed = [pages.compose(made, page) for page in made.pages]
    assert composed[0].display == first.display
