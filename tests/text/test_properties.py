"""Whatever the text and the measure: nothing lost, lines that fit, progress, the same result twice."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop.text import Remedy, SetLine, ShapedParagraph
from desktop.text.paragraph import Gap
from tests.text.setting import BODY, broken, runs_of, set_lines, shaped, style, tables, varied

EM = 0.01 / BODY
"""A hundredth of a point, in ems of the body."""
MARKS = "，。、；：？！“”‘’「」『』（）《》〈〉【】〔〕［］｛｝·・—～…／/-–．"
HAN = "的一是不了人我在有他这为之大来以个中上们𠮷〇"
LATIN = "abcXYZ0123456789.,:;%‰°℃$¥€'’-+@&()[]*é"
LOOSE = " \u3000\n\r\t\u200b\ufeff\u00ad\u0301"

alphabet = st.one_of(
    st.sampled_from(HAN), st.sampled_from(MARKS), st.sampled_from(LATIN), st.sampled_from(LOOSE),
    st.sampled_from(["2023年", "98%", "——", "……", "！！", "“‘", "’”。", "COVID-19", "。』」", "\r\n", "9" * 30]),
)  # fmt: skip
texts = st.lists(alphabet, min_size=1, max_size=80).map("".join)
measures = st.integers(3, 40)
levels = st.sampled_from(["none", "basic", "gb", "strict"])
writings = st.sampled_from("hv")
few = settings(max_examples=120, deadline=None)


def stretchable(paragraph: ShapedParagraph, line: SetLine) -> bool:
    """Whether a line has any gap that may be stretched."""
    cells, start, stop = paragraph.cells, line.line.start, line.line.stop
    return any(
        cells.stretch[i] is not Gap.FIXED or (cells.space[i] and cells.advance[i] < 1) for i in range(start, stop - 1)
    )


@few
@given(texts, measures, levels, writings)
def test_lines_rejoin_to_the_paragraph(text, measure, level, writing):
    paragraph = shaped(text, rules=tables(level), writing=writing)
    lines = broken(paragraph, measure)
    cells = paragraph.cells
    at = 0
    for line in lines:
        assert line.start >= at
        assert all(cells.space[at : line.start])
        assert line.start < line.stop <= line.end or (line.last and line.start == line.end)
        assert all(cells.space[line.stop : line.end])
        at = line.end
    assert at == len(paragraph)
    assert [line.last for line in lines] == [False] * (len(lines) - 1) + [True]


@few
@given(texts, measures, writings)
@example("9" * 60 + ":a", 5, "v")
def test_every_visible_character_is_painted_once_and_in_order(text, measure, writing):
    runs = list(runs_of(shaped(text, writing=writing), measure))
    shown = "".join(char for run in runs for char in run.text if not char.isspace())
    assert shown == "".join(char for char in text if not char.isspace())
    assert all(run.clusters == tuple(sorted(run.clusters)) for run in runs)
    starts = [start for run in runs for start in run.starts]
    assert starts == sorted(starts)


@few
@given(texts, measures, levels, writings)
def test_lines_are_as_wide_as_the_measure(text, measure, level, writing):
    paragraph = shaped(text, rules=tables(level), writing=writing)
    for line in set_lines(paragraph, measure):
        lone = line.line.stop - line.line.start == 1
        assert line.width <= measure + EM or lone
        if not line.line.last and stretchable(paragraph, line):
            assert abs(line.width - measure) <= EM


@few
@given(texts, measures, writings)
@example("的  “的", 3, "h")
def test_ink_of_a_line_does_not_run_back(text, measure, writing):
    # A cell begins at x, its ink behind the blank it has before it; a blank given up lies over what comes before.
    paragraph = shaped(text, writing=writing)
    for line in set_lines(paragraph, measure):
        leads = paragraph.cells.lead[line.line.start : line.line.stop]
        ink = [x + lead for x, lead in zip(line.x, leads, strict=True)]
        assert ink == sorted(ink)


@few
@given(texts, measures)
def test_the_same_twice(text, measure):
    assert list(runs_of(shaped(text), measure)) == list(runs_of(shaped(text), measure))


@few
@given(texts, measures, writings)
def test_k2_and_u1_hold_on_every_line_without_remedy(text, measure, writing):
    paragraph = shaped(text, writing=writing)
    lines = broken(paragraph, measure)
    cells, own = paragraph.cells, tables()
    for line, after in pairwise(lines):
        if line.remedy is not Remedy.NONE or after.start >= len(cells):
            continue
        end, start = line.stop - 1, after.start
        same = cells.token[end] >= 0 and cells.token[end] == cells.token[start]
        assert not same or paragraph.text[cells.first[end]] == "-" or line.hyphen
        first = paragraph.text[cells.first[start]]
        dash = paragraph.text[cells.first[start] :][:2] == "——"
        assert first not in own.no_start or dash
        assert cells.space[end] or paragraph.text[cells.first[end]] not in own.no_end


@few
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30), measures, writings)
def test_any_text_at_all_is_set_without_loss(text, measure, writing):
    runs = [run for run in runs_of(shaped(text, writing=writing), measure) if run.element is not None]
    shown = "".join(char for run in runs for char in run.text if not char.isspace())
    assert unicodedata.normalize("NFC", shown) == unicodedata.normalize("NFC", "".join(text.split()))


VARIANTS = tuple(variant.id for variant in style().variants)


@few
@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | texts,
    measures,
    st.lists(st.sampled_from(VARIANTS), min_size=1, max_size=3),
    writings,
)
def test_any_text_is_set_without_loss_by_every_variant_of_the_rules(text, measure, chosen, writing):
    paragraph = shaped(text, rules=varied(*chosen), writing=writing)
    runs = [run for run in runs_of(paragraph, measure) if run.element is not None]
    shown = "".join(char for run in runs for char in run.text if not char.isspace())
    assert unicodedata.normalize("NFC", shown) == unicodedata.normalize("NFC", "".join(text.split()))
