"""What compositions keep from one to the next: the same records where nothing changed, nothing stale where it did."""

from __future__ import annotations

import random

import pytest
from msgspec.structs import replace

from desktop.app.load import Wishes, edition_of_articles
from desktop.compose import Composer
from desktop.compose.material import MaterialStore
from desktop.errors import message
from desktop.fonts import FaceLibrary
from desktop.locator import resource
from desktop.model.edition import Edition
from desktop.model.fitting import Fitting, FrameFit
from desktop.model.runaround import Place
from desktop.model.story import Change, ChangeKind, Role, SourceRange
from desktop.model.style import KinsokuLevel, ParagraphChoice


@pytest.fixture(scope="module")
def library() -> FaceLibrary:
    return FaceLibrary()


@pytest.fixture(scope="module")
def edition() -> Edition:
    return edition_of_articles([resource("sample/article.txt")], Wishes("special-report"))[0]


def changed(edition: Edition, at: int, after: str) -> Edition:
    story = edition.stories[0]
    kind = ChangeKind.EDIT if after else ChangeKind.CUT
    one = Change(f"c{at}", kind, SourceRange(at, at + (not after)), "", after, message("typed"))
    return edition.replacing_story(replace(story, changes=(*story.changes, one)))


def placed(edition: Edition, line: int) -> Edition:
    page = edition.pages[0]
    free = Place(2, 2, line, 14)
    frames = tuple(replace(frame, place=free) if frame.id == "picture-1" else frame for frame in page.frames)
    return edition.replacing_page(replace(page, frames=frames))


def fitted(edition: Edition, lines: int) -> Edition:
    page = edition.pages[0]
    fits = (FrameFit("picture-1", lines=lines),)
    return edition.replacing_page(replace(page, fitting=Fitting(frames=fits)))


def dated(edition: Edition, date: str) -> Edition:
    return edition.replacing_page(replace(edition.pages[0], date=date, number=date[-1:]))


def restyled(edition: Edition, name: str) -> Edition:
    return edition.replacing_page(replace(edition.pages[0], variants=(name,)))


def chosen(edition: Edition, rng: random.Random) -> Edition:
    element = rng.choice([e for e in edition.stories[0].elements if e.role is Role.BODY])
    choice = ParagraphChoice(element.id, variants=("strict-grid",), kinsoku=rng.choice([*KinsokuLevel]))
    return replace(edition, choices=(choice,))


LENGTH = 2000
STEPS = {
    "typed": lambda now, rng: changed(now, rng.randrange(LENGTH), rng.choice(["山水", "“好”", "Ｘ2026年，"])),
    "cut": lambda now, rng: changed(now, rng.randrange(LENGTH), ""),
    "placed": lambda now, rng: placed(now, rng.randrange(20, 60)),
    "fitted": lambda now, rng: fitted(now, rng.randrange(8, 30)),
    "dated": lambda now, rng: dated(now, f"2026年{rng.randrange(1, 12)}月"),
    "chosen": chosen,
    "held together": lambda now, rng: replace(
        now, phrases=(now.sources[0].text[(at := rng.randrange(LENGTH)) : at + 6],)
    ),
    "levelled": lambda now, rng: now.replacing_page(replace(now.pages[0], kinsoku=rng.choice([*KinsokuLevel]))),
    "other style": lambda now, rng: replace(now, style=replace(now.style)),
    "restyled": lambda now, rng: restyled(now, rng.choice(["narrow-columns", "strict-grid", "hanging"])),
}


def test_whatever_was_composed_before_a_page_comes_out_as_if_it_were_the_first(
    library: FaceLibrary, edition: Edition
) -> None:
    rng, composer, now = random.Random(3), Composer(library), edition
    for _ in range(60):
        step = rng.choice([*STEPS, "back"])
        now = STEPS[step](now, rng) if step in STEPS else edition
        if rng.random() < 0.3:
            composer.compose(now, now.pages[0], draft=True)
        assert composer.compose(now, now.pages[0]) == Composer(library).compose(now, now.pages[0]), step


def test_texts_that_a_change_does_not_reach_give_the_same_runs(library: FaceLibrary, edition: Edition) -> None:
    composer = Composer(library)
    before = composer.compose(edition, edition.pages[0]).display
    story = edition.stories[0]
    body = next(e for e in story.elements if e.role.value == "body" and len(e.text) > 60)
    after = composer.compose(now := changed(edition, body.ranges[0].start + 30, "新"), now.pages[0]).display
    others = [run for run in before.runs() if run.element not in _together(edition, body.id)]
    same = set(map(id, after.runs()))
    assert len(others) > 100
    assert all(id(run) in same for run in others)
    assert any(id(run) not in same for run in before.runs())


def _together(edition: Edition, element: str) -> set[str]:
    """Return the elements that stand in one flow with this one."""
    return {e for flow in edition.pages[0].flows if element in flow.elements for e in flow.elements}


def test_what_an_answer_was_made_from_is_kept_as_long_as_the_answer(library: FaceLibrary, edition: Edition) -> None:
    store, asked = MaterialStore(library), []

    def inner() -> list[int]:
        asked.append("inner")
        return [1]

    def outer() -> list[int]:
        return store.keep(("inner",), None, inner)

    page = edition.pages[0].id
    for _ in range(3):
        store.keep(("outer",), None, outer)
        store.sweep(edition, page)
    assert store.knows(("inner",))
    assert asked == ["inner"]
    store.sweep(edition, page)
    assert not store.knows(("outer",))
    assert not store.knows(("inner",))
