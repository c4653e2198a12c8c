"""Who decides by which rules a paragraph is set: paragraph style, slot, page, layout, house, in this order."""

from __future__ import annotations

from itertools import pairwise

import pytest
from msgspec.structs import replace

from desktop.compose import Composer
from desktop.formats.display_json import dump_lines
from desktop.formats.layout_xml import layout_from_bytes, write_layout
from desktop.model.edition import Edition
from desktop.model.story import Role
from desktop.model.style import KinsokuLevel, ParagraphChoice, Variant
from desktop.text import compile_tables
from tests.compose.pages import edition, story, tiny
from tests.conformance.positions import Sheet, read
from tests.text.setting import LIBRARY, shaped, style

GAPS = {"layout": 0.05, "page": 0.1, "slot": 0.15, "style": 0.2}
"""The Han–Latin gap that each of them chooses; the house has 0.25."""

SLOT = '<slot id="t" kind="text" roles="body" lines="auto" variants="slot"/>'


def made(*choosing: str, text: str = "国2安", level: KinsokuLevel | None = None) -> Edition:
    """An edition of one paragraph in which some choose a gap of their own."""
    slot = SLOT if "slot" in choosing else SLOT.replace(' variants="slot"', "")
    page = tiny(f"<stack>{slot}</stack>", columns=1)
    page = replace(page, variants=("layout",)) if "layout" in choosing else page
    whole = edition(page, story((Role.BODY, text)))
    own = tuple(Variant(name, changes=(("spacing", "latin_gap", gap),)) for name, gap in GAPS.items())
    house = replace(style(), variants=(*style().variants, *own))
    if "style" in choosing:
        body = replace(house.flow[Role.BODY], variants=("style",), kinsoku=level)
        house = replace(house, flow={**house.flow, Role.BODY: body})
    set_page = replace(whole.pages[0], variants=("page",)) if "page" in choosing else whole.pages[0]
    return replace(whole, style=house, pages=(set_page,))


def sheet(whole: Edition, composer: Composer | None = None) -> Sheet:
    composed = (composer or Composer(LIBRARY)).compose(whole, whole.pages[0])
    return read(dump_lines(composed.display))


def gap(whole: Edition, composer: Composer | None = None) -> float:
    [line] = sheet(whole, composer).lines
    assert line.text == "国2安"
    return line.chars[1].x - line.chars[0].right


@pytest.mark.parametrize(
    ("choosing", "wins"),
    [
        ((), 0.25),
        (("layout",), 0.05),
        (("layout", "page"), 0.1),
        (("layout", "page", "slot"), 0.15),
        (("layout", "page", "slot", "style"), 0.2),
        (("layout", "style"), 0.2),
        (("page", "style"), 0.2),
        (("layout", "slot"), 0.15),
    ],
)
def test_the_nearest_choice_wins(choosing, wins):
    assert gap(made(*choosing)) == pytest.approx(wins, abs=0.002)


def test_a_composer_that_has_seen_other_choices_sets_each_by_its_own():
    composer = Composer(LIBRARY)
    for choosing, wins in (((), 0.25), (("page",), 0.1), (("style",), 0.2), ((), 0.25)):
        assert gap(made(*choosing), composer) == pytest.approx(wins, abs=0.002)


TEXT = "平安城市的一天从河边" + "，老街上" * 12


def starts(whole: Edition) -> set[str]:
    return {line.chars[0].text for line in sheet(whole).lines}


def test_k1_a_paragraph_styles_own_level_goes_before_the_pages():
    whole = made("style", text=TEXT, level=KinsokuLevel.GB)
    whole = replace(whole, pages=(replace(whole.pages[0], kinsoku=KinsokuLevel.NONE),))
    assert "，" not in starts(whole)
    control = made("style", text=TEXT)
    assert "，" in starts(replace(control, pages=(replace(control.pages[0], kinsoku=KinsokuLevel.NONE),)))


def test_u3_an_editions_own_phrases_stay_whole():
    text = "国" * 5 + "德清平安报" + "安" * 9
    lines = [line.text for line in sheet(made(text=text)).lines]
    assert not any("德清平安报" in line for line in lines)
    kept = [line.text for line in sheet(replace(made(text=text), phrases=("德清平安报",))).lines]
    assert any("德清平安报" in line for line in kept)


@pytest.mark.parametrize(("below", "indent"), [(0.0, 2.0), (11.0, 2.0), (12.0, 1.0)])
def test_p1_columns_narrower_than_the_style_says_are_indented_less(below, indent):
    whole = made(text=TEXT)
    body = replace(whole.style.flow[Role.BODY], narrow_below=below)
    page = sheet(replace(whole, style=replace(whole.style, flow={**whole.style.flow, Role.BODY: body})))
    assert page.lines[0].measure * page.lines[0].size == pytest.approx(100)
    inset = (page.lines[0].measure - int(page.lines[0].measure)) / 2
    assert page.lines[0].chars[0].left == pytest.approx(inset + indent, abs=0.01)
    assert page.lines[1].chars[0].left == pytest.approx(inset, abs=0.01)


def heads(text: str) -> list[str]:
    """The lines of a head in a slot of a hundred points."""
    page = tiny('<stack><slot id="t" kind="head" roles="headline" lines="12"/></stack>', columns=1)
    return [line.text for line in sheet(edition(page, story((Role.HEADLINE, text)))).lines]


def may_part(token: str, *, free: bool) -> bool:
    """Whether a line may end inside a token of a head; ``free``: its style does not choose the variant."""
    house = style()
    variants = () if free else house.head[Role.HEADLINE].variants
    rules = compile_tables(house.typography_by([(variants, None)]))
    cells = shaped(f"平{token}安", "biaosong", rules=rules, clause=True).cells
    return any(cells.breaks[cell] for cell in range(1, len(cells) - 2))


@pytest.mark.parametrize("token", ["第15届", "300多人"])
def test_u3_heads_keep_numbers_with_their_units(token):
    texts = ["平" * before + token + "安" * after for before in range(8) for after in range(8)]
    assert all(any(token in line for line in heads(text)) for text in texts)
    assert not may_part(token, free=False)
    assert may_part(token, free=True)


def two(*choices: ParagraphChoice) -> list[float]:
    """The Han–Latin gaps of two paragraphs alike, with what was chosen for them."""
    whole = made("layout", "page", "slot", "style")
    whole = edition(whole.pages[0].layout, story((Role.BODY, "国2安"), (Role.BODY, "国2安")))
    own = tuple(Variant(name, changes=(("spacing", "latin_gap", gap),)) for name, gap in {**GAPS, "mine": 0.3}.items())
    house = replace(style(), variants=(*style().variants, *own))
    body = replace(house.flow[Role.BODY], variants=("style",))
    house = replace(house, flow={**house.flow, Role.BODY: body})
    lines = sheet(replace(whole, style=house, choices=choices)).lines
    return [line.chars[1].x - line.chars[0].right for line in lines]


def test_a_single_paragraphs_own_choice_goes_before_its_styles_and_touches_no_other():
    assert two() == pytest.approx([0.2, 0.2], abs=0.002)
    assert two(ParagraphChoice("s1e02", variants=("mine",))) == pytest.approx([0.2, 0.3], abs=0.002)
    assert two(ParagraphChoice("s1e01", "lede in text")) == pytest.approx([0.15, 0.2], abs=0.002)
    assert two(ParagraphChoice("s1e01", "none such", ("none",))) == pytest.approx([0.2, 0.2], abs=0.002)


def test_k1_a_single_paragraph_chooses_its_level():
    whole = made(text=TEXT)
    assert "，" not in starts(whole)
    assert "，" in starts(replace(whole, choices=(ParagraphChoice("s1e01", kinsoku=KinsokuLevel.NONE),)))


HEAD = '<stack><slot id="t" kind="head" roles="headline" lines="12"/></stack>'
ASKED = '<style role="headline" name="headline spread"/>'


def spread_head(text: str = "老街灯火", *, asked: str = "", choice: str = "") -> list[tuple[float, float]]:
    """Left and right edges of the characters of a head, in ems."""
    page = tiny(HEAD, columns=3)
    if asked:
        data = write_layout(page).decode().replace("</slot>", f"{asked}</slot>")
        page = layout_from_bytes(data.encode(), "asked.xml", style)
    whole = edition(page, story((Role.HEADLINE, text)))
    [line] = sheet(replace(whole, choices=(ParagraphChoice("s1e01", choice),))).lines
    return [(char.left, char.right) for char in line.chars]


def test_a_head_is_spread_where_its_slot_or_somebody_asks_for_it():
    plain = spread_head()
    assert all(after[0] == pytest.approx(before[1], abs=0.01) for before, after in pairwise(plain))
    for asked in ({"asked": ASKED}, {"choice": "headline spread"}):
        found = spread_head(**asked)
        gaps = [after[0] - before[1] for before, after in pairwise(found)]
        assert min(gaps) > 0.1
        assert gaps == pytest.approx([gaps[0]] * len(gaps), abs=0.01)
