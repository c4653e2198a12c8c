"""Whole pages: nothing lost, overset exact, reading order, run-in, furniture, caching."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.compose import Composer, propose, rank_layouts
from desktop.display import Fill, Picture
from desktop.integrity import check_display
from desktop.model.edition import Flow, Frame, Media
from desktop.model.settext import set_texts
from desktop.model.story import Change, ChangeKind, Role, SourceRange
from tests.compose import pages
from tests.compose.pages import HAN, WHY, compose, composer, displayed, edition, layout, ledger, lines_of, story, words
from tests.conformance.articles import SAMPLES, composed
from tests.text.setting import LIBRARY

few = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@few
@given(pages.parts, st.sampled_from(pages.LAYOUTS))
def test_a_proposal_places_everything_and_nothing_is_lost(parts, layout_id):
    made = edition(layout(layout_id), story(*parts))
    assert made.unplaced() == ()
    placed = [element for flow in made.pages[0].flows for element in flow.elements]
    assert sorted(placed) == sorted(element.id for element in made.stories[0].elements)
    frames = [frame for flow in made.pages[0].flows for frame in flow.frames]
    assert len(frames) == len(set(frames))
    page = compose(made)
    report = ledger(made, page)
    assert [str(difference.message) for difference in report.differences] == []
    counts = report.counts()
    assert counts["source"] == counts["placed"] + counts["overset"]
    assert counts["twice"] == 0


@few
@given(st.lists(pages.parts, min_size=2, max_size=4), st.sampled_from(pages.LAYOUTS))
def test_several_stories_lose_nothing_either(stories, layout_id):
    pairs = [story(*parts, story_id=f"s{i}", source=f"a{i}") for i, parts in enumerate(stories, 1)]
    made = edition(layout(layout_id), *pairs)
    assert made.unplaced() == ()
    assert ledger(made, compose(made)).holds


@pytest.mark.parametrize("layout_id", pages.LAYOUTS)
@pytest.mark.parametrize("article", [path.stem for path in SAMPLES])
def test_every_layout_holds_every_sample(article, layout_id):
    page = composed(next(path for path in SAMPLES if path.stem == article), layout_id)
    texts = {key: text for one in page.edition.stories for key, text in set_texts(one).items()}
    report = check_display([page.page.display], page.edition.stories, texts, overset=page.page.overset)
    assert report.holds
    assert page.page.overset == {}
    assert page.page.missing == ()


def too_long(chars: int):
    return edition(layout("tabloid-feature"), story((Role.HEADLINE, "太长的文章"), (Role.BODY, words(chars))))


@pytest.mark.parametrize("chars", [6_000, 9_000, 20_000])
def test_overset_is_exact_in_ranges_and_characters(chars):
    made = too_long(chars)
    page = compose(made)
    [fit] = [fit for fit in page.fits if fit.over_chars]
    [(element, ranges)] = page.overset.items()
    text = made.sources[0].text
    shown = displayed(page, element)
    assert shown + "".join(text[r.start : r.end] for r in ranges) == made.stories[0].element(element).text
    assert fit.over_chars == sum(len(r) for r in ranges)
    assert fit.placed_chars == len(shown)
    assert (
        fit.over_lines == -(-fit.over_chars // 11) or abs(fit.over_lines - fit.over_chars / 11) < 0.1 * fit.over_lines
    )
    assert ledger(made, page).holds


def test_what_fits_is_not_overset():
    page = compose(too_long(2_000))
    assert page.overset == {}
    assert all(fit.over_chars == fit.over_lines == 0 for fit in page.fits)


def test_text_in_a_picture_frame_is_refused_not_lost():
    flows = [Flow(("picture-1",), ("s1e01", "s1e02")), Flow(("text",), ("s1e03",))]
    parts = ((Role.BODY, words(30)), (Role.BODY, words(20)), (Role.BODY, words(40)))
    made = edition(layout("tabloid-feature"), story(*parts), flows=flows)
    page = compose(made)
    assert displayed(page, "s1e01") == ""
    assert set(page.overset) == {"s1e01", "s1e02"}
    fit = page.fit_of_frame("picture-1")
    assert fit is not None
    assert (fit.over_chars, fit.placed_chars) == (50, 0)
    assert ledger(made, page).holds


def test_text_in_heads_captions_and_slogans_is_not_lost_either():
    for frame in ("headline", "byline", "caption-1", "slogan", "folio", "lede"):
        made = edition(
            layout("special-report"), story((Role.BODY, words(70)), (Role.LEDE, words(30))),
            flows=[Flow((frame,), ("s1e01", "s1e02"))],
        )  # fmt: skip
        assert ledger(made, compose(made)).holds, frame


def test_elements_stand_in_reading_order_whatever_the_frames_are():
    made = edition(
        layout("special-report"), story((Role.BODY, words(70)), (Role.CAPTION, "说明"), (Role.BODY, words(30))),
        flows=[Flow(("section-4",), ("s1e01",)), Flow(("caption-1",), ("s1e02",)), Flow(("section-1",), ("s1e03",))],
    )  # fmt: skip
    order = [run.element for run in compose(made).display.runs() if run.element]
    assert order == sorted(order, key=lambda key: key or "")


def test_a_run_in_dateline_shares_its_line_with_the_lede():
    parts = ((Role.DATELINE, "本报讯"), (Role.LEDE, "（记者 李禾）" + words(40)))
    made = edition(layout("tabloid-feature"), story(*parts, run_in=[1]))
    page = compose(made)
    frame = made.pages[0].flows_of_element("s1e01")[0].frames[0]
    assert lines_of(page, frame)[0].startswith("本报讯（记者")
    apart = compose(edition(layout("tabloid-feature"), story(*parts)))
    assert not any(line.startswith("本报讯（") for line in lines_of(apart, frame))


def test_lines_of_a_frame_have_numbers_of_their_own():
    """Heads across a frame and its text: no number is used for two baselines, and lines count from 0."""
    made = edition(layout("special-report"), story((Role.SUBHEAD, "小标题"), (Role.BODY, words(200))))
    display = compose(made).display
    for frame in display.frames:
        baselines: dict[int, set[float]] = {}
        for run in display.runs():
            if run.frame == frame.id:
                baselines.setdefault(run.line, set()).add(round(run.y, 3))
        assert all(len(found) == 1 for found in baselines.values())
        assert sorted(baselines) == list(range(len(baselines)))


def test_a_picture_or_a_placeholder_without_text():
    made = edition(layout("tabloid-feature"), story((Role.BODY, words(50))))
    display = compose(made).display
    assert any(isinstance(item, Fill) and item.frame == "picture-1" for item in display.items)
    assert "".join(run.text for run in display.runs()) == words(50)
    page = made.pages[0]
    frames = tuple(replace(frame, media="m1") if frame.id == "picture-1" else frame for frame in page.frames)
    media = (Media("m1", "a.png", b"", 800, 400), Media("m2", "b.png", b"", 1, 1))
    made = replace(made, pages=(replace(page, frames=frames),), media=media)
    [picture] = [item for item in compose(made).display.items if isinstance(item, Picture)]
    assert (picture.media, picture.frame) == ("m1", "picture-1")
    assert picture.crop.width * 800 / (picture.crop.height * 400) == pytest.approx(
        picture.box.width / picture.box.height
    )


def test_the_folio_shows_all_its_pieces_and_marks_what_it_adds():
    made = edition(
        layout("special-report"), story((Role.BODY, words(30)), (Role.FOLIO, "测试报"), (Role.FOLIO, "李禾"))
    )
    page = replace(made.pages[0], number="7", date="2026年3月30日 星期一")
    made = replace(made, pages=(page,))
    done = compose(made)
    assert displayed(done, "s1e02") == "测试报"
    assert displayed(done, "s1e03") == "李禾"
    assert displayed(done, None) == "2026年3月30日 星期一"  # the page's number is one of the article's folio fields
    assert ledger(made, done).holds
    bare = edition(layout("special-report"), story((Role.BODY, words(30))))
    bare = replace(bare, pages=(replace(bare.pages[0], number="9"),))
    assert displayed(compose(bare), None) == "9"


def test_a_long_folio_shrinks_and_stays_inside_the_page():
    parts = [(Role.FOLIO, f"责任编辑：第{i}位李禾王一周帆") for i in range(12)]
    made = edition(layout("special-report"), story((Role.BODY, words(30)), *parts))
    done = compose(made)
    assert ledger(made, done).holds
    area = done.display.type_area
    folio = [run for run in done.display.runs() if run.frame == "folio"]
    assert all(area.x - 0.01 <= run.x <= run.x + max(run.dx) + run.size <= area.right + 0.1 for run in folio)


def test_slogans_stand_side_by_side_from_the_right_at_one_height():
    made = edition(
        layout("special-report"), story((Role.BODY, words(30)), (Role.SLOGAN, "建设更高"), (Role.SLOGAN, "一路风"))
    )
    runs = [run for run in compose(made).display.runs() if run.frame == "slogan"]
    assert [run.writing for run in runs] == ["v", "v"]
    assert runs[0].x > runs[1].x
    assert runs[0].y + runs[0].dy[0] == pytest.approx(runs[1].y + runs[1].dy[0])
    box = compose(made).display.frame("slogan").box
    assert all(box.x <= run.x <= box.right and run.y >= box.y for run in runs)


def test_a_slogan_that_no_size_fits_is_told():
    made = edition(layout("special-report"), story((Role.BODY, words(30)), (Role.SLOGAN, words(600))))
    done = compose(made)
    assert ledger(made, done).holds
    box = done.display.frame("slogan").box
    placed = [run for run in done.display.runs() if run.frame == "slogan"]
    outside = any(run.x < box.x - 1 or run.y + max(run.dy) > box.bottom + run.size for run in placed)
    assert not outside or "s1e02" in done.overset


def test_accepted_changes_stand_and_refused_do_not():
    pair = story((Role.BODY, "甲,乙丙丁"))
    change = Change("c1", ChangeKind.NORMALISATION, SourceRange(1, 2), ",", "，", WHY)
    for accepted, shown in ((True, "甲，乙丙丁"), (False, "甲,乙丙丁")):
        changed = replace(pair[1], changes=(replace(change, accepted=accepted),))
        made = edition(layout("tabloid-feature"), (pair[0], changed))
        assert displayed(compose(made), "s1e01") == shown


# The store of shaped text.


def test_the_same_edition_composes_equally_with_and_without_a_store():
    made = too_long(3_000)
    first, again = compose(made), compose(made)
    assert first.display == again.display
    assert Composer(LIBRARY).compose(made, made.pages[0]).display == first.display


def test_after_one_edit_only_that_paragraph_is_shaped_anew(monkeypatch):
    from desktop.compose import material

    pair = story(*((Role.BODY, words(60, start)) for start in range(8)))
    own = Composer(LIBRARY)
    made = edition(layout("tabloid-feature"), pair)
    own.compose(made, made.pages[0])
    shaped: list[str] = []
    original = material.shape_paragraph

    def counting(parts, *more):
        shaped.append("".join(part.text for part in parts))
        return original(parts, *more)

    monkeypatch.setattr(material, "shape_paragraph", counting)
    change = Change("c1", ChangeKind.EDIT, SourceRange(61, 62), pair[1].elements[1].text[0], "换", WHY)
    edited = replace(made, stories=(replace(pair[1], changes=(change,)),))
    page = own.compose(edited, edited.pages[0])
    assert len(shaped) == 1
    assert shaped[0].startswith("换")
    assert page.display == Composer(LIBRARY).compose(edited, edited.pages[0]).display


def test_the_store_forgets_what_a_page_no_longer_shows():
    own = Composer(LIBRARY)
    made = too_long(500)
    own.compose(made, made.pages[0])
    empty = replace(made.pages[0], flows=())
    own.compose(made, empty)
    assert own._store._shaped == {}


def test_columns_of_a_section_are_level_to_a_line():
    for count in (50, 137, 480, 901):
        made = edition(layout("tabloid-feature"), story((Role.BODY, words(count))))
        page = compose(made)
        frame = page.display.frame("text")
        lines = {
            column.x: len({round(run.y, 2) for run in page.display.runs() if column.x - 1 <= run.x < column.right})
            for column in frame.columns
        }
        assert max(lines.values()) - min(lines.values()) <= 1


def test_heights_set_by_hand_are_kept():
    made = edition(layout("tabloid-feature"), story((Role.BODY, words(600))))
    page = made.pages[0]
    frames = tuple(replace(frame, lines=3) if frame.id == "text" else frame for frame in page.frames)
    made = replace(made, pages=(replace(page, frames=frames),))
    done = compose(made)
    assert done.display.frame("text").box.height == pytest.approx(3 * done.display.pitch)
    assert done.overset
    assert ledger(made, done).holds


def test_an_element_placed_twice_stands_twice():
    flows = [Flow(("section-1",), ("s1e01",)), Flow(("section-2",), ("s1e01",))]
    made = edition(layout("special-report"), story((Role.BODY, words(30))), flows=flows)
    assert ledger(made, compose(made)).counts()["twice"] == 30


def test_flows_without_known_elements_or_frames_are_passed_over():
    flows = [Flow(("section-1",), ("gone",)), Flow((), ("s1e01",))]
    made = edition(layout("special-report"), story((Role.BODY, words(30))), flows=flows)
    assert [run for run in compose(made).display.runs() if run.element] == []


# Proposals and the choice of a layout.


def test_sections_are_divided_so_that_stacks_are_about_equal():
    parts = [part for i in range(4) for part in ((Role.SUBHEAD, f"第{i}节"), (Role.BODY, words(300)))]
    flows = propose(layout("special-report"), [story(*parts)[1]])
    assert [flow.frames for flow in flows] == [("section-1",), ("section-2",), ("section-3",), ("section-4",)]
    assert [flow.elements for flow in flows] == [tuple(f"s1e0{2 * i + k}" for k in (1, 2)) for i in range(4)]


def test_captions_go_under_the_pictures_in_order():
    parts = ((Role.BODY, words(40)), (Role.CAPTION, "一"), (Role.CREDIT, "李禾 摄"), (Role.CAPTION, "二"))
    flows = {flow.frames: flow.elements for flow in propose(layout("special-report"), [story(*parts)[1]])}
    assert flows["caption-1",] == ("s1e02", "s1e03")
    assert flows["caption-2",] == ("s1e04",)


def test_the_layout_for_an_article():
    layouts = [layout(layout_id) for layout_id in pages.LAYOUTS]
    sections = [part for i in range(4) for part in ((Role.SUBHEAD, f"第{i}节"), (Role.BODY, words(700)))]
    assert rank_layouts(layouts, [story((Role.HEADLINE, "题"), *sections)[1]])[0].id == "special-report"
    stories = [story((Role.HEADLINE, "题"), (Role.BODY, words(2_500)), story_id=f"s{i}")[1] for i in range(1, 4)]
    assert rank_layouts(layouts, stories)[0].id == "broadsheet-feature"
    assert sorted(one.id for one in rank_layouts(layouts, [])) == sorted(pages.LAYOUTS)


def test_an_empty_page_composes():
    made = edition(layout("special-report"), flows=[])
    page = compose(made)
    assert [run for run in page.display.runs() if run.element] == []
    assert isinstance(page.display.frames[0].id, str)
    assert Frame("headline", "headline") in made.pages[0].frames
    assert composer() is composer()
    assert len(HAN) > 40
