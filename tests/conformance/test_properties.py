"""Whatever the text, the measure and the layout: the questions of ``everything``, and baselines on the grid."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.formats.display_json import dump_lines
from desktop.model.story import Role
from tests.compose.pages import LAYOUTS, compose, edition, layout, story
from tests.compose.pages import parts as any_parts
from tests.conformance.everything import faults_of, of_paragraphs
from tests.conformance.frames import NEAR, off_grid
from tests.conformance.positions import MARKS, read
from tests.conformance.works import Text

INDENTED = of_paragraphs(2.0, free=True)
PIECES = [
    "国", "家", "安定", "和平", "的", "，", "。", "、", "；", "：", "“安”", "《国家》", "（定）", "！", "？", "——",
    "……", "到2023年", "达98%", "约3.5", "防COVID-19", "由AT&T", "·", "～", "“‘一’”", "。”", "》、《", "至-5℃",
    "国家安定和平",
]  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map("".join).map(lambda text: f"国{text}国。")
texts = texts.filter(lambda text: not re.search("[！？]{4}|[—…]{3}", text))  # W1 knows pairs and triples of marks
some = settings(max_examples=150)


@some
@given(texts, st.integers(8, 20))
def test_any_paragraph_keeps_every_rule_or_tells(text, measure):
    work = Text((text,), measure, 2.0).work()
    assert faults_of(read(dump_lines(work.display), work.notes), INDENTED) == []


@some
@given(texts, st.integers(8, 20))
def test_justified_lines_are_flush_to_a_hundredth_of_a_point(text, measure):
    """Latin keeps its side bearings and kerning; lines that end with Han or a mark are measured."""
    work = Text((text,), measure, 2.0).work()
    sheet = read(dump_lines(work.display), work.notes)
    for lines in sheet.paragraphs():
        for line in lines[:-1]:
            last = line.chars[-1]
            if not last.latin and last.text not in MARKS and not sheet.noted(line, "loose", "token-broken"):
                assert abs(last.right - line.measure) * line.size <= NEAR / 2


@settings(max_examples=25)
@given(any_parts, st.sampled_from(LAYOUTS))
def test_body_stands_on_the_grid_of_any_page(parts, layout_id):
    made = edition(layout(layout_id), story(*parts))
    body = [each.id for one in made.stories for each in one.elements if each.role is Role.BODY]
    sheet = read(dump_lines(compose(made).display)).of(*body)
    assert not sheet.lines or off_grid(sheet) == []
