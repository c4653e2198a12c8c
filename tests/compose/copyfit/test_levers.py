"""Each lever on a page made for it, with its limits; sentences where none suffices."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from desktop.compose.copyfit import Cut, LeverKind
from desktop.formats.display_json import dump_lines
from desktop.model.copyfit import (
    CutLever,
    HeadlineLever,
    MeasureLever,
    ParagraphLever,
    PictureLever,
    SubheadLever,
)
from desktop.model.edition import Edition, Flow
from desktop.model.fitting import FrameFit
from desktop.model.layout import Layout
from desktop.model.story import Role
from tests.compose.copyfit.fitting import fit, page_of, plan, with_fitting, with_levers
from tests.compose.pages import composer, edition, story, tiny
from tests.conformance.positions import read

HAN = "平安城市的一天从河边开始老街灯火渐亮日子好了"
BODY = 'roles="body subhead headline"'
PARAGRAPHS = ParagraphLever(lines=1, least=2)


def one(layout: Layout, *parts: tuple[Role, str], **flows: tuple[int, ...]) -> Edition:
    """An edition of one story; ``flows`` say which of its parts, from 0, stand in which slot."""
    source, made = story(*parts)
    ids = {slot: tuple(made.elements[index].id for index in found) for slot, found in flows.items()}
    return edition(layout, (source, made), flows=[Flow((slot,), elements) for slot, elements in ids.items()])


def body(lines: int) -> list[tuple[Role, str]]:
    """Paragraphs that take so many lines of eleven characters together, most of them ten; only stops are marks."""
    tens, rest = divmod(lines, 10)
    lengths = [102] * tens + ([11 * rest - 8] if rest else [])
    return [(Role.BODY, (HAN * 9)[index : index + length] + "。") for index, length in enumerate(lengths)]


def text_of(found):
    return next(text for text in found.texts if text.flow.frames[0] == "text")


# Pictures

PICTURED = f"""<stack><slot id="picture" kind="picture" lines="20"/>
<slot id="text" kind="text" lines="0.." {BODY}/></stack>"""


def pictured(lines: int) -> Edition:
    """A picture over text that is off by so many lines of its 80."""
    parts = body(80 + lines)
    return one(tiny(PICTURED), *parts, text=tuple(range(len(parts))))


@pytest.mark.parametrize(("lines", "height"), [(10, 17), (-10, 21)])
def test_pictures_give_and_take_whole_lines(lines, height):
    made = with_levers(pictured(lines), PARAGRAPHS, PictureLever(lower=3, higher=3))
    assert fit(made, "text").over_lines - fit(made, "text").short_lines == lines
    found = plan(made)
    assert found.exact
    (frame,) = found.fitting.frames
    assert frame == FrameFit("picture", lines=height)
    steps = text_of(found).steps
    assert [step.lever for step in steps if step.lever is LeverKind.PICTURES] == [LeverKind.PICTURES]
    assert sum(step.gained for step in steps) == lines
    fitted = with_fitting(made, found.fitting)
    display = composer().compose(fitted, page_of(fitted)).display
    assert round(display.frame("picture").box.height / display.pitch) == height


@pytest.mark.parametrize("lever", [PictureLever(lower=1), PictureLever(lower=3, least=19)])
def test_pictures_keep_to_their_limits(lever):
    found = plan(with_levers(pictured(10), PARAGRAPHS, lever))
    assert found.fitting.frames == ()
    assert not found.exact


def test_advertisements_are_sold_as_they_are():
    made = pictured(10)
    page = page_of(made)
    advert = replace(page.layout.slot("picture"), kind="advert")
    root = replace(page.layout.root, children=(advert, *page.layout.root.children[1:]))
    made = made.replacing_page(replace(page, layout=replace(page.layout, root=root)))
    assert not plan(with_levers(made, PARAGRAPHS, PictureLever(lower=9))).exact


# Headlines

HEADED = f"""<stack><slot id="head" kind="head" roles="headline" lines="6"/>
<slot id="text" kind="text" lines="0.." {BODY}/></stack>"""


def headed(lines: int) -> Edition:
    parts = [(Role.HEADLINE, "春潮涌动新港启航"), *body(lines)]
    return one(tiny(HEADED), *parts, head=(0,), text=tuple(range(1, len(parts))))


def test_a_headline_takes_the_next_size_and_its_frame_the_height_of_that():
    made = with_levers(headed(140), PARAGRAPHS, HeadlineLever(smaller=2, larger=2))
    before = fit(made, "text")
    assert before.over_lines == 4
    found = plan(made)
    assert found.exact
    (frame,) = found.fitting.frames
    assert frame.frame == "head"
    assert frame.lines < 6
    display = composer().compose(made, page_of(made)).display
    fitted = with_fitting(made, found.fitting)
    smaller = composer().compose(fitted, page_of(fitted)).display
    sizes = [max(run.size for run in page.runs() if run.frame == "head") for page in (display, smaller)]
    house = made.style.head[Role.HEADLINE].sizes
    assert 1 <= house.index(sizes[1]) - house.index(sizes[0]) <= 2
    assert not plan(with_levers(made, PARAGRAPHS, HeadlineLever(smaller=0))).exact


# Subheads


def test_subheads_of_a_text_change_their_space_alike():
    heads = [(Role.SUBHEAD, word) for word in ("江边", "街上", "家里")]
    parts = [part for head in heads for part in (*body(10), head)] + body(10)
    layout = tiny(f'<stack><slot id="text" kind="text" lines="14" {BODY}/></stack>', lines=14)
    made = with_levers(one(layout, *parts, text=tuple(range(7))), PARAGRAPHS, SubheadLever(0, 2, 0, 1))
    before = fit(made, "text")
    assert not before.over_chars
    assert before.short_lines
    found = plan(made)
    spaces = {(head.before, head.after) for head in found.fitting.heads}
    if found.exact:
        assert len(spaces) <= 1
        assert all(0 <= above <= 2 and 0 <= below <= 1 for above, below in spaces)
    tight = with_levers(made, SubheadLever(1, 1, 0, 0))
    assert plan(tight).fitting.heads == ()


# Measures

PLAIN = f'<stack><slot id="text" kind="text" lines="10" {BODY}/></stack>'


def test_text_is_set_in_another_number_of_columns_within_the_measures_of_the_house():
    # Eleven lines of eleven characters, or five of twenty-three.
    parts = [(Role.BODY, (HAN * 9)[:110] + "。")] * 4
    made = one(tiny(PLAIN, lines=10), *parts, text=tuple(range(4)))
    assert fit(made, "text").over_lines == 4
    found = plan(with_levers(made, MeasureLever(least=8, most=24)))
    assert found.exact
    (frame,) = found.fitting.frames
    assert frame == FrameFit("text", columns=2)
    fitted = with_fitting(made, found.fitting)
    columns = composer().compose(fitted, page_of(fitted)).display.frame("text").columns
    assert len(columns) == frame.columns
    assert all(8 <= round(column.width / 10) <= 24 for column in columns)
    narrow = plan(with_levers(made, MeasureLever(least=8, most=20)))
    assert not narrow.exact
    assert narrow.fitting.frames == ()


ELASTIC = f'<stack><slot id="text" kind="text" lines="auto" {BODY}/></stack>'


def baselines_at_feet(made: Edition) -> set[float]:
    """From the dumped positions: where the columns of the text end, in points."""
    sheet = read(dump_lines(composer().compose(made, page_of(made)).display))
    lines = [line for line in sheet.lines if line.frame == "text"]
    columns = {line.column for line in lines}
    return {max(line.baseline for line in lines if line.column == column) for column in columns}


@pytest.mark.parametrize(("chars", "paragraphs_do"), [(231, True), (294, False)])
def test_a_text_level_to_a_line_is_made_exact_by_a_later_lever_too(chars, paragraphs_do):
    # Four columns that follow their text end on two lines.
    parts = [(Role.BODY, (HAN * 9)[: chars // 2 + more] + "。") for more in (0, 5)]
    made = one(tiny(ELASTIC), *parts, text=(0, 1))
    still = (ParagraphLever(lines=0), HeadlineLever(), PictureLever())
    left = text_of(plan(with_levers(made, *still)))
    assert left.before.level
    assert left.before.short_lines > 0
    assert (left.after, left.steps) == (left.before, ())
    assert len(baselines_at_feet(made)) == 2
    found = plan(with_levers(made, *still, MeasureLever(least=8, most=24)))
    assert found.exact
    assert [step.lever for step in text_of(found).steps] == [LeverKind.MEASURES]
    assert len(baselines_at_feet(with_fitting(made, found.fitting))) == 1
    # An earlier lever goes before it where that suffices.
    earlier = plan(with_levers(made, PARAGRAPHS, MeasureLever(least=8, most=24)))
    assert earlier.exact
    kind = LeverKind.PARAGRAPHS if paragraphs_do else LeverKind.MEASURES
    assert {step.lever for step in text_of(earlier).steps} == {kind}


# Cuts


def test_sentences_that_would_have_to_go_are_named_and_nothing_is_cut():
    parts = [
        (Role.BODY, "江水绿了，两岸的人都来看。" * 8),
        *body(30),
        (Role.BODY, "第一句在这里。第二句也在。这是最后一句话。"),
    ]
    made = with_levers(one(tiny(PLAIN, lines=10), *parts, text=tuple(range(5))), PARAGRAPHS, CutLever())
    found = plan(made)
    (text,) = found.texts
    assert text.after.over_chars
    assert text.steps == ()
    assert text.sentences[0].text == "这是最后一句话。"
    assert [s.element for s in text.sentences] == sorted((s.element for s in text.sentences), reverse=True)
    freed = sum(sentence.lines for sentence in text.sentences)
    assert freed >= text.before.over_lines - len(parts)
    assert page_of(made).fitting == found.fitting
    assert all(not story.changes for story in made.stories)
    cuts = tuple(Cut(sentence.element, sentence.ranges) for sentence in text.sentences)
    (chosen,) = plan(made, cuts=cuts).texts
    assert chosen.after == text.cut
    assert not chosen.after.over_chars
    # A house that names fewer than would have to go names none.
    (none,) = plan(with_levers(made, PARAGRAPHS, CutLever(len(text.sentences) - 1))).texts
    assert none.sentences == ()
    (never,) = plan(with_levers(made, PARAGRAPHS)).texts
    assert (never.sentences, never.cut) == ((), None)


def test_a_paragraph_all_of_which_goes_leaves_no_empty_line_and_its_subhead_goes_with_it():
    parts = [*body(40), (Role.SUBHEAD, "江边"), (Role.BODY, "只有一句话在这里。")]
    made = with_levers(one(tiny(PLAIN, lines=10), *parts, text=tuple(range(6))), CutLever())
    (text,) = plan(made).texts
    assert [sentence.text for sentence in text.sentences][:2] == ["只有一句话在这里。", "江边"]
    assert text.cut is not None
    assert not text.cut.over_chars
