"""Texts that go on on another page: nothing is lost or set twice at the seam, and both pages say so."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.app.judge import judge
from desktop.app.load import Loaded
from desktop.app.press import pdf_of
from desktop.compose import ComposedPage, Composer, new_page
from desktop.compose.made import Made
from desktop.integrity import check_display
from desktop.model.edition import Continues, Edition, Flow
from desktop.model.layout import Layout
from desktop.model.runaround import Place
from desktop.model.settext import set_texts
from desktop.model.story import Role
from desktop.pdf import read_text
from desktop.preflight import find_all
from desktop.text import Remedy
from tests.compose.pages import HAN, edition, lines_of, story, tiny, words
from tests.compose.test_containment import outside
from tests.text.setting import LIBRARY

TEXT = '<stack><slot id="t" kind="text" roles="body subhead lede" lines="auto"{more}/>{after}</stack>'
PICTURE = '<slot id="p" kind="picture" lines="4.."/>'


def page_of(lines: int, columns: int = 2, measure: int = 12, more: str = "", after: str = "") -> Layout:
    return tiny(TEXT.format(more=more, after=after), columns=columns, measure=measure, lines=lines)


def jumping(told, *layouts: Layout, numbers=("1", "4", "5"), own: tuple[str, ...] = ()) -> Edition:
    """An edition whose text runs through a page of each layout; ``own`` elements stand on the last one besides."""
    ids = tuple(element.id for element in told[1].elements if element.id not in own)
    made = edition(layouts[0], told, flows=[Flow(("t",), ids)])
    pages = [replace(made.pages[0], number=numbers[0])]
    for index, layout in enumerate(layouts[1:], 1):
        last = index == len(layouts) - 1
        flow = Flow(("t",), own if last else (), Continues(f"p{index}", "t"))
        pages.append(replace(new_page(f"p{index + 1}", layout, numbers[index]), flows=(flow,)))
    return replace(made, pages=tuple(pages))


def composed(made: Edition) -> tuple[ComposedPage, ...]:
    composer = Composer(LIBRARY)
    return tuple(composer.compose(made, page) for page in made.pages)


def said(page: ComposedPage) -> list[str]:
    """What the layout added to a page's text frames."""
    return [run.text for run in page.display.runs() if run.element is None and run.frame == "t"]


def sourced(page: ComposedPage) -> str:
    return "".join(run.text for run in page.display.runs() if run.element is not None)


def assert_sound(made: Edition) -> tuple[ComposedPage, ...]:
    """Every character stands once or is told to be overset, in order, over all pages; all stands in its frame."""
    pages = composed(made)
    texts = {key: text for one in made.stories for key, text in set_texts(one).items()}
    overset = {key: ranges for page in pages for key, ranges in page.overset.items()}
    report = check_display([page.display for page in pages], made.stories, texts, overset=overset)
    assert report.differences == ()
    counts = judge(Loaded(made, pages)).counts
    assert counts["source"] == counts["placed"] + counts["overset"]
    assert counts["twice"] == counts["unplaced"] == 0
    fits = [fit for page in pages for fit in page.fits]
    assert sum(fit.placed_chars for fit in fits) == counts["placed"]
    assert sum(fit.over_chars for fit in fits) == counts["overset"]
    for page in pages:
        assert [found for found in outside(page) if found[1] not in "".join(said(page))] == []
    return pages


def test_a_text_goes_on_on_another_page_and_both_pages_say_so():
    told = story((Role.BODY, words(900)))
    first, second = assert_sound(jumping(told, page_of(20), page_of(40)))
    assert said(first) == ["（下转第4版）"]
    assert said(second) == ["（上接第1版）"]
    assert sourced(first) + sourced(second) == words(900)
    assert first.fits[0].handed_chars == second.fits[0].placed_chars > 0
    assert second.fits[0].elements == ("s1e01",)
    assert not first.overset


def test_the_pdf_says_the_same_without_what_was_added():
    told = story((Role.BODY, words(900)), (Role.CAPTION, "图为老街的灯火"))
    made = jumping(told, page_of(20), page_of(40), own=("s1e02",))
    pages = assert_sound(made)
    pdf = pdf_of(Loaded(made, pages), LIBRARY)
    assert [f for f in judge(Loaded(made, pages), pdf).findings if f.id.startswith("integrity")] == []
    assert "下转" not in "".join(page.text for page in read_text(pdf))


def test_nothing_is_said_where_the_text_ends_on_its_page():
    told = story((Role.BODY, words(200)))
    first, second = assert_sound(jumping(told, page_of(20), page_of(40)))
    assert said(first) == said(second) == []
    assert second.fits == ()


def test_a_place_for_a_rest_that_does_not_come_is_told():
    short, long = (jumping(story((Role.BODY, words(n))), page_of(20), page_of(40)) for n in (200, 900))
    told = [f for f in find_all(short, composed(short)) if f.id == "text.no-rest"]
    assert [(f.page, f.frame) for f in told] == [("p2", "t")]
    assert [f for f in find_all(long, composed(long)) if f.id == "text.no-rest"] == []
    dangling = replace(long, pages=(replace(long.pages[0], flows=()), long.pages[1]))
    assert [f.page for f in find_all(dangling, composed(dangling)) if f.id == "text.no-rest"] == ["p2"]


@pytest.mark.parametrize(("measure", "told"), [(5, True), (9, False)])
def test_columns_too_narrow_for_saying_it_are_told(measure, told):
    made = jumping(story((Role.BODY, words(900))), page_of(20, measure=measure), page_of(40, columns=4))
    pages = assert_sound(made)
    assert (said(pages[0]) == []) is told
    assert [f.frame for f in find_all(made, pages) if f.id == "text.no-jump-line"] == ["t"] * told


def test_without_a_continuation_the_rest_is_overset():
    made = jumping(story((Role.BODY, words(900))), page_of(20), page_of(40))
    alone = replace(made, pages=made.pages[:1])
    (page,) = composed(alone)
    assert page.overset
    assert page.fits[0].over_chars > 100
    assert page.fits[0].handed_chars == 0
    assert said(page) == []


def test_the_words_stand_at_the_right_behind_the_text_and_in_the_first_line_of_the_rest():
    first, second = assert_sound(jumping(story((Role.BODY, words(900, 4))), page_of(20), page_of(40)))
    (onward,) = [run for run in first.display.runs() if run.element is None]
    column = first.display.frame("t").columns[-1]
    assert onward.x + max(onward.dx) + onward.size / 2 == pytest.approx(column.right, abs=0.02)
    ys = [run.y for run in first.display.runs() if run.x >= column.x]
    assert onward.y == max(ys)
    assert sum(abs(y - onward.y) < 0.01 for y in ys) == 1  # a line of its own: the text fills its last one
    (back,) = [run for run in second.display.runs() if run.element is None]
    top = second.display.frame("t").columns[0]
    beside = [run for run in second.display.runs() if run.element is not None and abs(run.y - back.y) < 0.01]
    mine = [run for run in beside if run.x < top.right]
    assert min(run.x for run in mine) > back.x + max(back.dx) + 0.5 * back.size
    assert back.x + min(back.dx) < top.x + 0.1
    assert {run.y for run in mine} == {back.y}
    on_grid = {round((onward.y - run.y) / 12, 6) % 1 for run in first.display.runs() if run.element}
    assert on_grid == {0.0}


def test_the_words_stand_in_the_last_line_where_it_has_room():
    """A paragraph that ends with the page's last line leaves its end free."""
    for length in range(160, 230):
        told = story((Role.BODY, words(length)), (Role.BODY, words(400)))
        first, _ = composed(jumping(told, page_of(16, columns=1, measure=14), page_of(40)))
        lines = lines_of(first, "t")
        (onward,) = [run for run in first.display.runs() if run.element is None]
        shared = [run for run in first.display.runs() if abs(run.y - onward.y) < 0.01]
        if len(shared) > 1:
            assert lines[-1].endswith("（下转第4版）")
            text = next(run for run in shared if run.element is not None)
            assert text.element == "s1e01"
            assert text.x + max(text.dx) + text.size < onward.x + 0.1
            break
    else:
        pytest.fail("no text ended with room in the last line")


def uneven(paragraphs: int) -> list[tuple[Role, str]]:
    """Paragraphs of all lengths of last lines."""
    return [(Role.BODY, words(40 + 17 * number % 90, number)) for number in range(paragraphs)]


def test_no_column_of_a_text_that_goes_on_starts_with_a_last_line():
    faults, before = 0, 0
    for lines in range(12, 26):
        told = story(*uneven(24))
        made = jumping(told, page_of(lines, columns=3, measure=11), page_of(40, columns=4))
        first, second = assert_sound(made)
        assert first.rests
        faults += sum(note.remedy is Remedy.COLUMN_HEAD for note in first.notes)
        (alone,) = composed(replace(made, pages=made.pages[:1]))
        before += sum(note.remedy is Remedy.COLUMN_HEAD for note in alone.notes)
        assert second.fits[0].over_chars == 0
    assert before > 3  # control: where the text is overset instead nothing is mended
    assert faults == 0


def test_the_words_stand_above_where_the_line_beside_them_would_be_loose():
    inline = above = 0
    for length in range(300, 420, 3):
        told = story((Role.BODY, words(length, length)), (Role.BODY, words(200)))
        made = jumping(told, page_of(12, measure=11), page_of(40, columns=2, measure=12))
        _, second = assert_sound(made)
        assert [note for note in second.notes if note.remedy is Remedy.LOOSE] == []
        (back,) = [run for run in second.display.runs() if run.element is None]
        beside = [run for run in second.display.runs() if run.y == back.y and run.x < back.x + 120]
        inline, above = inline + (len(beside) > 1), above + (len(beside) == 1)
    assert inline > 3
    assert above > 3


def test_a_text_that_goes_on_inside_a_word_or_number_is_whole():
    text = "平安" + "AmericanBroadcasting1234567" * 40 + "完。"
    made = jumping(story((Role.BODY, text)), page_of(12), page_of(40, columns=4))
    first, second = assert_sound(made)
    assert (sourced(first) + sourced(second)).replace("-", "") == text


def test_a_chain_over_three_pages():
    told = story((Role.BODY, words(500)), (Role.BODY, words(900, 3)))
    pages = assert_sound(jumping(told, page_of(12), page_of(14), page_of(40, columns=4)))
    assert [said(page) for page in pages] == [
        ["（下转第4版）"],
        ["（上接第1版）", "（下转第5版）"],
        ["（上接第4版）"],
    ]


def test_the_rest_is_overset_where_the_other_page_has_no_room_either():
    pages = assert_sound(jumping(story((Role.BODY, words(3000))), page_of(12), page_of(14)))
    assert not pages[0].overset
    assert pages[1].fits[0].over_chars > 0
    assert pages[1].overset


def test_what_belongs_to_the_later_page_follows_the_rest():
    told = story((Role.BODY, words(700)), (Role.BODY, "尾声在另一版。"))
    pages = assert_sound(jumping(told, page_of(16), page_of(40, columns=4), own=("s1e02",)))
    assert sourced(pages[1]).endswith("尾声在另一版。")
    assert pages[1].fits[0].elements == ("s1e01", "s1e02")


def test_a_dateline_and_its_lede_stay_one_paragraph_at_the_seam():
    told = story((Role.DATELINE, "本报讯"), (Role.LEDE, words(500)), (Role.BODY, words(300)), run_in=(1,))
    for lines in (1, 2, 10, 16):
        pages = assert_sound(jumping(told, page_of(lines), page_of(40, columns=4)))
        assert sourced(pages[0]) + sourced(pages[1]) == "本报讯" + words(500) + words(300)


def test_a_paragraph_that_goes_on_has_no_indent_and_one_that_begins_has_its_own():
    mid = jumping(story((Role.BODY, words(900, 4))), page_of(20), page_of(40))
    (back,) = [run for run in composed(mid)[1].display.runs() if run.element is None]
    left = composed(mid)[1].display.frame("t").columns[0].x
    assert back.x == pytest.approx(left + 1.5, abs=0.1)  # thirteen ems of 9 pt stand in the middle of 120
    # Fifteen lines of thirteen cells, the first with two less: the paragraph fills the page to its last line but one.
    whole = "城" * (13 * 14 - 2)
    fresh = jumping(story((Role.BODY, whole), (Role.BODY, words(300))), page_of(15, columns=1), page_of(40))
    first, second = assert_sound(fresh)
    assert sourced(first) == whole
    (back,) = [run for run in second.display.runs() if run.element is None]
    assert back.x == pytest.approx(second.display.frame("t").columns[0].x + 1.5 + 18, abs=0.1)


@pytest.mark.parametrize("measure", [5, 6, 7, 8])
def test_in_narrow_columns_the_words_take_a_line_of_their_own(measure):
    told = story((Role.BODY, words(600)))
    _, second = assert_sound(jumping(told, page_of(16, measure=12), page_of(40, columns=5, measure=measure)))
    (back,) = [run for run in second.display.runs() if run.element is None]
    column = second.display.frame("t").columns[0]
    line = [run for run in second.display.runs() if abs(run.y - back.y) < 0.01 and run.x < column.right]
    assert line == [back]
    assert back.y == min(run.y for run in second.display.runs())


def test_beside_a_picture_too():
    told = story((Role.BODY, words(900)))
    made = jumping(told, page_of(20, after=PICTURE), page_of(40, columns=4, after=PICTURE, more=' break="1"'))
    free = [
        replace(page, frames=tuple(replace(f, place=place) if f.id == "p" else f for f in page.frames))
        for page, place in zip(made.pages, (Place(2, 1, 15, 6), Place(1, 2, 1, 5)), strict=True)
    ]
    first, second = assert_sound(replace(made, pages=tuple(free)))
    assert said(first) == ["（下转第4版）"]
    assert said(second) == ["（上接第1版）"]
    (onward,) = [run for run in first.display.runs() if run.element is None]
    assert onward.y < first.display.frame("p").box.y - 12  # a line is kept above the picture, which takes the foot


def test_heads_that_begin_the_rest_stand_before_what_is_said():
    told = story((Role.BODY, words(300)), (Role.SUBHEAD, "水到渠成"), (Role.BODY, words(600)))
    for lines in range(10, 18):
        assert_sound(jumping(told, page_of(lines), page_of(40, columns=4)))


def test_a_page_that_cannot_begin_a_text_hands_nothing_over():
    head = '<slot id="h" kind="head" roles="headline" lines="4"/>'
    tree = f'<stack>{head}<slot id="t" kind="text" roles="body" lines="auto"/></stack>'
    told = story((Role.HEADLINE, "平安城市的一天从河边开始"), (Role.HEADLINE, "灯火可亲水到渠成"), (Role.BODY, HAN * 4))
    made = edition(tiny(tree, lines=5), told, flows=[Flow(("t",), ("s1e01", "s1e02", "s1e03"))])
    later = replace(new_page("p2", page_of(40)), flows=(Flow(("t",), (), Continues("p1", "t")),))
    made = replace(made, pages=(made.pages[0], later))
    pages = composed(made)
    counts = judge(Loaded(made, pages)).counts
    assert counts["source"] == counts["placed"] + counts["overset"]


def test_the_earlier_page_is_composed_once_for_both(monkeypatch):
    made = jumping(story((Role.BODY, words(900))), page_of(20), page_of(40))
    composer = Composer(LIBRARY)
    runs: list[str] = []
    from desktop.compose import composer as module

    first = module._Composition.run
    monkeypatch.setattr(module._Composition, "run", lambda self: runs.append(self.page.id) or first(self))
    composer.compose(made, made.pages[1])
    assert runs == ["p1", "p2"]
    composer.compose(made, made.pages[1])
    assert runs == ["p1", "p2", "p2"]
    shorter = replace(made, pages=(replace(made.pages[0], layout=page_of(18)), made.pages[1]))
    composer.compose(shorter, shorter.pages[1])
    assert runs[3:] == ["p1", "p2"]


def test_a_composition_is_another_when_the_page_it_comes_from_or_goes_on_to_is():
    made = jumping(story((Role.BODY, words(900))), page_of(20), page_of(40))
    keys = [Made(made, page).key for page in made.pages]
    assert keys == [Made(replace(made, name="x"), page).key for page in made.pages]
    numbered = replace(made, pages=(made.pages[0], replace(made.pages[1], number="8")))
    assert Made(numbered, numbered.pages[0]).key != keys[0]
    earlier = replace(made, pages=(replace(made.pages[0], date="x"), made.pages[1]))
    assert Made(earlier, earlier.pages[1]).key != keys[1]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from([Role.BODY, Role.SUBHEAD]), st.integers(1, 500)), min_size=1, max_size=6),
    st.lists(st.tuples(st.integers(2, 22), st.integers(1, 3), st.integers(6, 15)), min_size=2, max_size=3),
)  # fmt: skip
def test_any_text_over_any_pages_is_whole(parts, sizes):
    told = story(*((role, words(min(length, 12) if role is Role.SUBHEAD else length)) for role, length in parts))
    assert_sound(jumping(told, *(page_of(lines, columns, measure) for lines, columns, measure in sizes)))


VERTICAL = '<stack><slot id="t" kind="text" roles="body subhead" lines="{lines}" writing="vertical"{more}/></stack>'


@pytest.mark.parametrize("tiers", [1, 2])
@pytest.mark.parametrize("lines", [14, 20, 33])
def test_vertical_text_says_it_in_its_own_direction(lines, tiers):
    more = f' break="{tiers}"' if tiers > 1 else ""
    told = story((Role.BODY, words(500)), (Role.SUBHEAD, "水到渠成"), (Role.BODY, words(500, 9)))
    first, later = VERTICAL.format(lines=lines, more=more), VERTICAL.format(lines="auto", more=more)
    pages = tiny(first, columns=2, measure=12, lines=lines), tiny(later, columns=4, measure=12)
    made = jumping(told, *pages, numbers=("1", "12"))
    for page, words_said, corner in zip(assert_sound(made), ("（下转第12版）", "（上接第1版）"), (-1, 0), strict=True):
        runs = [run for run in page.display.runs() if run.element is None]
        assert "".join(run.text for run in runs) == words_said
        assert {run.writing for run in runs} == {"v"}
        tier = page.display.frame("t").columns[corner]
        axes = [run.x for run in page.display.runs() if tier.y <= run.y < tier.bottom]
        assert {run.x for run in runs} == {max(axes) if corner == 0 else min(axes)}
        size, baselines = runs[0].size, [run.y + dy for run in runs for dy in run.dy]
        assert tier.y <= min(baselines) <= max(baselines) <= tier.bottom + size / 2
        assert max(baselines) > tier.bottom - 1.5 * size or corner == 0  # 下转 ends at the line's foot
