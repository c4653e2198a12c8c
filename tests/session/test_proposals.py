"""Layouts ranked for articles of different kinds: by what is overset, short, and without a place; with reasons."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.compose import ComposedPage, Composer
from desktop.fonts import FaceLibrary
from desktop.formats.layout_xml import find_layout
from desktop.model.edition import Edition
from desktop.opening import all_layouts, new_edition
from desktop.session.commands import UnassignElements
from desktop.session.judging import Verdict
from desktop.session.proposals import LayoutProposal, holds_text, proposed, ranked
from tests.session.plain import PLAIN

SENTENCE = "镇上的图书室每晚开到九点，放学的孩子和下班的大人都愿意来坐一坐。"
HEADS = ("一盏灯照亮老街", "三代人守着渡口", "新茶上市忙不停", "夜校里的算盘声", "山路修到家门口", "河长日记写满本")


def sections(count: int, times: int, captions: int = 0) -> str:
    body = (line for head in HEADS[:count] for line in (head, *(SENTENCE * times,) * 3))
    told = (f"图为镇上第{number + 1}座图书室的夜景。 林知远 摄" for number in range(captions))
    return "\n".join(("老街十年", "本报记者 林知远", SENTENCE * 3, *body, *told, ""))


def plain(times: int) -> str:
    return "\n".join(("渡口的早晨", "林知远", *(SENTENCE * 4 for _ in range(times)), ""))


@pytest.fixture(scope="module")
def composer(faces: FaceLibrary) -> Composer:
    return Composer(faces)


class Desk:
    def __init__(self, composer: Composer, folder: Path) -> None:
        self.composer, self.folder = composer, folder

    def edition(self, *texts: str) -> Edition:
        paths = []
        for number, text in enumerate(texts):
            paths.append(self.folder / f"{number}.txt")
            paths[-1].write_text(text, encoding="utf-8")
        return new_edition(paths, find_layout("broadsheet-feature" if len(texts) > 1 else "tabloid-feature")).edition

    def compose(self, edition: Edition, page: str) -> ComposedPage:
        return self.composer.compose(edition, edition.page(page))

    def ranked(self, edition: Edition, *, anew: bool = True) -> list[LayoutProposal]:
        layouts = (*all_layouts(), PLAIN)
        return ranked(proposed(edition, "p1", layout, self.compose, anew=anew) for layout in layouts)


@pytest.fixture
def desk(composer: Composer, tmp_path: Path) -> Desk:
    return Desk(composer, tmp_path)


def names(proposals: list[LayoutProposal]) -> list[str]:
    return [proposal.layout.id for proposal in proposals]


def test_four_sections_with_two_pictures_get_the_special_report(desk: Desk) -> None:
    made = desk.ranked(desk.edition(sections(4, 4, captions=2)))
    assert names(made)[0] == "special-report"
    assert {str(reason.said) for reason in made[0].reasons} >= {
        "Every picture has its place: 2.",
        "Each of the 4 sections has a frame of its own.",
    }
    assert all(reason.verdict is not Verdict.BAD for reason in made[0].reasons)


def test_a_story_in_one_piece_without_pictures_gets_one_text_without_places_for_them(desk: Desk) -> None:
    made = desk.ranked(desk.edition(plain(20)))
    assert names(made)[0] == "plain"
    assert names(made)[1] == "tabloid-feature"


def test_a_story_too_long_for_tabloid_gets_the_sheet_that_holds_it(desk: Desk) -> None:
    made = desk.ranked(desk.edition(plain(50)))
    assert made[0].fit.over_lines == 0
    small = [proposal for proposal in made if proposal.layout.id in {"tabloid-feature", "special-report"}]
    assert all(proposal.fit.over_chars > 0 for proposal in small)
    assert all(proposal.reasons[0].verdict is Verdict.BAD for proposal in small)
    assert names(made)[0] == "broadsheet-feature"


def test_several_stories_get_a_layout_with_a_head_for_each(desk: Desk) -> None:
    made = desk.ranked(desk.edition(plain(6), sections(2, 2), plain(4)))
    assert names(made)[0] == "broadsheet-feature"
    tabloid = next(proposal for proposal in made if proposal.layout.id == "special-report")
    assert any("articles have no place for a head" in str(reason.said) for reason in tabloid.reasons)


def test_more_pictures_than_places_are_counted(desk: Desk) -> None:
    made = desk.ranked(desk.edition(sections(3, 3, captions=4)))
    assert all(proposal.fit.wanted == 4 for proposal in made)
    told = [reason for reason in made[0].reasons if reason.verdict is Verdict.BAD]
    assert [str(reason.said) for reason in told] == ["The text brings 4 pictures, places there are 2."]
    assert made[-1].layout.id == "plain"


def test_figures_are_those_of_the_page_that_one_gets(desk: Desk) -> None:
    edition = desk.edition(sections(4, 12))
    for proposal in desk.ranked(edition, anew=False):
        composed = desk.compose(proposal.edition, "p1")
        assert proposal.fit.over_chars == sum(fit.over_chars for fit in composed.fits)
        assert proposal.edition.pages[0].layout.id == proposal.layout.id


def test_what_is_unplaced_stays_so_unless_all_is_assigned_anew(desk: Desk) -> None:
    edition = desk.edition(sections(2, 2))
    every = tuple(e.id for story in edition.stories for e in story.elements)
    bare = UnassignElements(every).apply(edition)
    assert holds_text(edition, "p1")
    assert not holds_text(bare, "p1")
    kept = proposed(bare, "p1", PLAIN, desk.compose)
    anew = proposed(bare, "p1", PLAIN, desk.compose, anew=True)
    assert len(kept.edition.unplaced()) == len(every)
    assert not anew.edition.unplaced()


def test_equals_keep_their_order(desk: Desk) -> None:
    edition = desk.edition(plain(5))
    twins = [replace(PLAIN, id=name) for name in ("b", "a", "c")]
    made = ranked(proposed(edition, "p1", layout, desk.compose, anew=True) for layout in twins)
    assert names(made) == ["b", "a", "c"]
