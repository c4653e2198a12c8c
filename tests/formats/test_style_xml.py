import re

import pytest
from msgspec.structs import replace

from desktop.errors import StyleError
from desktop.formats.style_xml import default_style, read_style, style_from_bytes, write_style
from desktop.geometry import HAO
from desktop.locator import resource
from desktop.model.copyfit import CopyfitRules, CutLever, MeasureLever, ParagraphLever, SubheadLever
from desktop.model.story import Role
from desktop.model.style import FaceRole, KinsokuLevel, LineRules, MarkKind, Variant, VerticalRules, indent_of

PATH = resource("styles", "newspaper.xml")
HEAD_SIZES = {48.0, 54.0, 60.0, 63.0, 72.0, 84.0, 96.0}
NO_START = "。．，、：；！？‼⁇⁈⁉”’」』）》〉】〗〕］｝～-–—·・‧/／,.;:!?)]}"
NO_END = "“‘「『（《〈【〖〔［｛([{"


@pytest.fixture(scope="module")
def style():
    return default_style()


def test_the_default_style_is_valid_and_read_back_equal(style):
    assert style_from_bytes(PATH.read_bytes(), "newspaper.xml") == style == read_style(PATH)
    assert style_from_bytes(write_style(style), "again") == style


def test_kinsoku_sets_by_level(style):
    kinsoku = style.typography.kinsoku
    assert style.typography.level is KinsokuLevel.GB
    assert kinsoku.no_start[KinsokuLevel.NONE] == kinsoku.no_end[KinsokuLevel.NONE] == frozenset()
    assert kinsoku.no_start[KinsokuLevel.BASIC] == kinsoku.no_start[KinsokuLevel.GB] == frozenset(NO_START)
    assert kinsoku.no_end[KinsokuLevel.BASIC] == frozenset(NO_END)
    assert kinsoku.no_end[KinsokuLevel.GB] == frozenset(NO_END + "/／")
    assert {"——", "……"} <= kinsoku.no_start[KinsokuLevel.STRICT] - kinsoku.no_start[KinsokuLevel.GB]


@pytest.mark.parametrize(
    ("chars", "kind", "cell", "lead", "trail", "squeeze"),
    [
        ("，、；", MarkKind.PAUSE, 1, 0, 0.5, 5),
        ("：", MarkKind.COLON, 1, 0, 0.5, 0),
        ("。．", MarkKind.STOP, 1, 0, 0.5, 7),
        ("！？", MarkKind.EXCLAIM, 1, 0, 0.5, 7),
        ("“（《「", MarkKind.OPENING, 1, 0.5, 0, 4),
        ("”）》」", MarkKind.CLOSING, 1, 0, 0.5, 4),
        ("·・", MarkKind.INTERPUNCT, 0.5, 0, 0, 0),
        ("/／", MarkKind.SOLIDUS, 0.5, 0, 0, 0),
        ("-–", MarkKind.CONNECTOR, 0.5, 0, 0, 0),
        ("—～", MarkKind.CONNECTOR, 1, 0, 0, 0),
        ("…", MarkKind.ELLIPSIS, 1, 0, 0, 0),
    ],
)
def test_marks(style, chars, kind, cell, lead, trail, squeeze):
    rules = {char: mark for mark in style.typography.marks for char in mark.chars}
    for char in chars:
        rule = rules[char]
        assert (rule.kind, rule.cell, rule.lead, rule.trail, rule.squeeze) == (kind, cell, lead, trail, squeeze)


def test_no_character_has_two_rules_and_every_bracket_has_one(style):
    chars = [char for mark in style.typography.marks for char in mark.chars]
    assert len(chars) == len(set(chars))
    assert set("“‘「『（《〈【〖〔［｛”’」』）》〉】〗〕］｝。．，、：；！？‼⁇⁈⁉～-–—·・‧/／…") <= set(chars)


def test_spacing_is_that_of_the_rules(style):
    spacing = style.typography.spacing
    assert (spacing.word_space_least, spacing.word_space_most) == (0.25, 0.5)
    assert (spacing.latin_gap, spacing.latin_gap_least, spacing.latin_gap_most) == (0.25, 0.125, 1 / 3)
    assert (spacing.word_space_squeeze, spacing.latin_gap_squeeze, spacing.squeeze_steps) == (2, 6, 7)
    assert spacing.adjacent_marks == 1.5
    assert isinstance(spacing.squeeze_steps, int)


def test_lines_are_those_of_the_rules(style):
    assert style.typography.lines == LineRules(
        last_line_least=2, last_line_squeeze=True, keep_last_line=True, lines_under_head=2, loosest=0.25
    )


def test_lines_survive_and_may_be_left_out(style):
    odd = LineRules(3, False, False, 1, 1 / 3, runaround_least=7.5, may_start=frozenset("！"))
    changed = replace(style, typography=replace(style.typography, lines=odd))
    assert style_from_bytes(write_style(changed), "odd") == changed
    old = re.sub(r"(?s)<lines .*?</lines>", "", PATH.read_text(encoding="utf-8"))
    assert style_from_bytes(old.encode(), "old").typography.lines == LineRules()


def test_rules_of_vertical_setting_survive_and_may_be_left_out(style):
    assert style.typography.vertical == VerticalRules(corner_quotes=True, acronym=6, combined=3, upright_digits=4)
    changed = replace(style, typography=replace(style.typography, vertical=VerticalRules(False, 3, 2, 9)))
    assert style_from_bytes(write_style(changed), "odd") == changed
    old = re.sub(r"<vertical [^>]*/>", "", PATH.read_text(encoding="utf-8"))
    assert style_from_bytes(old.encode(), "old").typography.vertical == VerticalRules()


def test_options_are_off_unless_a_style_turns_them_on(style):
    typography = style.typography
    assert typography.hanging.by == 0
    assert typography.hanging.marks == frozenset("、，。")
    assert typography.lines.may_start == frozenset()
    assert (typography.together.numbers, typography.together.phrases) == (False, ())
    assert (typography.spacing.line_end_half, typography.spacing.grid) == (True, False)
    assert typography.spacing.edge_squeeze == 1
    text = PATH.read_text(encoding="utf-8")
    for newer in (r"<(lines|hanging|together|variants)\b.*?</\1>", r"<(hyphenation|vertical) [^>]*/>"):
        text = re.sub(f"(?s){newer}", "", text)
    for newer in (' line-end-half="yes" edge-squeeze="1" grid="no"', ' variants="whole-numbers"'):
        text = text.replace(newer, "")
    old = text
    assert "hyphenation" not in old
    assert "variant " not in old
    read = style_from_bytes(old.encode(), "old")
    assert replace(read.typography, together=typography.together) == typography
    assert read.variants == ()


def test_levers_of_copyfit_are_read_in_their_order_with_their_limits(style):
    assert style.copyfit == CopyfitRules()
    odd = CopyfitRules((CutLever(3), MeasureLever(7, 9), ParagraphLever(2, 5), SubheadLever(1, 1, 0, 3)))
    changed = replace(style, copyfit=odd)
    assert style_from_bytes(write_style(changed), "odd") == changed
    assert style_from_bytes(write_style(replace(style, copyfit=CopyfitRules(()))), "none").copyfit.levers == ()
    text = PATH.read_text(encoding="utf-8")
    old = re.sub(r"(?s)<copyfit>.*?</copyfit>", "", text)
    assert old != text
    assert style_from_bytes(old.encode(), "old").copyfit == CopyfitRules()


@pytest.mark.parametrize(
    ("levers", "told"),
    [
        ('<paragraphs lines="-1"/>', "lines"),
        ('<measures least="20" most="10"/>', "leaves nothing between"),
        ("<cut/><cut/>", "<cut> is one too many"),
        ("<glue/>", "<glue> is one too many"),
    ],
)
def test_levers_that_make_no_sense_are_told(levers, told):
    text = re.sub(r"(?s)<copyfit>.*?</copyfit>", f"<copyfit>{levers}</copyfit>", PATH.read_text(encoding="utf-8"))
    with pytest.raises(StyleError, match=re.escape(told)):
        style_from_bytes(text.encode(), "odd")


def test_variants_are_read_and_written(style):
    found = {variant.id: variant for variant in style.variants}
    assert found["narrow-columns"].changes == (("lines", "may_start", frozenset("？！")),)
    assert found["strict-grid"].changes == (("spacing", "grid", True),)
    assert found["strict"].level is KinsokuLevel.STRICT
    assert found["whole-stops"].marks == (("。．？！", "squeeze", 0),)
    assert found["hanging"].name("zh") == "标点悬挂"
    odd = Variant(
        "odd", (("zh", "怪"),), KinsokuLevel.BASIC,
        (
            ("together", "before", ()), ("together", "phrases", ("New York", "德清·平安")), ("hanging", "by", 1 / 3),
            ("hyphenation", "language", ""), ("vertical", "acronym", 3), ("lines", "keep_last_line", False),
        ),
        (("，、", "trail", 0.25), ("。", "least", 0.75)),
    )  # fmt: skip
    body = replace(style.flow[Role.BODY], variants=("odd", "hanging"))
    changed = replace(style, variants=(*style.variants, odd), flow={**style.flow, Role.BODY: body})
    again = style_from_bytes(write_style(changed), "odd")
    assert again.variants[-1] == odd
    assert again == changed


def test_further_styles_are_found_by_name_read_and_written(style):
    spread = style.paragraph_style("headline spread")
    assert spread is not None
    assert (spread.spread, spread.label("zh"), spread.label("fr")) == (2.0, "均排", "headline spread")
    assert spread not in (*style.head.values(), *style.flow.values())
    assert style.head[Role.HEADLINE] == replace(spread, name="headline", spread=0.0, labels=())
    assert style.paragraph_style("subhead in text") is style.flow[Role.SUBHEAD]
    assert style.paragraph_style("") is None
    odd = replace(spread, name="odd", spread=1 / 3, variants=("hanging",))
    changed = replace(style, further=(*style.further, (Role.CREDIT, odd)))
    assert style_from_bytes(write_style(changed), "odd") == changed
    assert style_from_bytes(write_style(replace(style, further=())), "none").further == ()


def test_every_role_has_its_styles_in_sizes_of_the_house(style):
    assert set(style.faces) == set(FaceRole)
    assert all({"banxin-song", "banxin-kai"} <= set(faces) for faces in style.faces.values())
    for table in (style.head, style.flow):
        assert set(table) == set(Role)
        for paragraph in table.values():
            assert set(paragraph.sizes) <= HEAD_SIZES | set(HAO.values())
    body = style.flow[Role.BODY]
    assert (body.face, body.sizes, body.indent_ems, body.pitches) == (FaceRole.SONG, (9.0,), 2.0, 1.0)
    assert style.head[Role.HEADLINE].size >= 4 * body.size


BOX = '<paragraph role="box" name="box" face="kai" sizes="小五" indent="2" pitches="1"/>'


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('face="hei"', 'face="blei"', "<paragraph> says face=“blei”; there is no such face role"),
        ('level="gb">', 'level="gbk">', "there is no such kinsoku level"),
        ('sizes="小五"', 'sizes="小九"', "<paragraph> says sizes=“小九”"),
        ('sizes="小二 三号 小三 四号 小四"', 'sizes="小四 四号"', "from large to small"),
        ('<face role="kai"', '<face role="hei"', "<faces> names no face for kai"),
        ('<kinsoku level="none"/>', "", "<typography> lacks <kinsoku> for none"),
        ('extends="basic"', 'extends="strict"', "must stand before it"),
        ('name="deck"', 'name="lede"', "two paragraph styles have the name “lede”"),
        ('role="box" name="box"', 'role="body" name="box"', "<heads> has two paragraph styles for body"),
        (BOX, "", "<heads> lacks a <paragraph> for box"),
        ('cell="2"', 'cell="nan"', "cell=“nan”"),
        ("<marks>", "<marks><blob/>", "line"),
        ("<spacing ", '<spacing colour="1" ', "line"),
        ('version="1"', 'version="7"', "newer version"),
        ('keep-last-line="yes"', 'keep-last-line="perhaps"', "line"),
        ('<hanging by="0.5"/>', '<hanging by="0.6"/>', "a mark hangs by half an em at most"),
        ('<variant id="strict"', '<variant id="hanging"', "two variants have the id “hanging”"),
        ('<variant id="hanging">', '<variant id="hanging" level="gbk">', "there is no such kinsoku level"),
        ('name="abstract"', 'name="abstract" variants="hanging blue"', "<paragraph> asks for the variant “blue”"),
        ('<spacing grid="yes"/>', '<spacing grid="often"/>', "line"),
        ("<before>第</before>", "<about>第</about>", "line"),
        ("<style ", "<layout ", "not well-formed"),
    ],
)
def test_faults_name_file_and_line(old, new, words):
    text = PATH.read_text(encoding="utf-8")
    assert old in text
    with pytest.raises(StyleError) as caught:
        style_from_bytes(text.replace(old, new, 1).encode(), "mine.xml")
    assert str(caught.value).startswith("mine.xml, line ")
    assert words in str(caught.value)


def test_odd_numbers_survive(style):
    odd = replace(
        style.flow[Role.BODY], name="odd", sizes=(9.3, 1 / 3), indent_ems=0.1 + 0.2, black=2 / 3, pitches=1e-7
    )
    changed = replace(style, id="odd", flow={**style.flow, Role.BODY: odd})
    assert style_from_bytes(write_style(changed), "odd") == changed


def test_p1_the_indent_is_smaller_in_narrow_columns_where_the_style_says_so(style):
    body = style.flow[Role.BODY]
    own = replace(body, narrow_below=9.0)
    assert [indent_of(own, measure) for measure in (5, 8.99, 9, 13)] == [1, 1, 2, 2]
    assert [indent_of(replace(body, narrow_below=0.0), measure) for measure in (5, 13)] == [2, 2]
    none = replace(own, indent_ems=0.0)
    assert indent_of(none, 5) == 0
    changed = replace(style, flow={**style.flow, Role.BODY: own})
    assert style_from_bytes(write_style(changed), "narrow") == changed
