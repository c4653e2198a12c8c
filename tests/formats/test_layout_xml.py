import re
from pathlib import Path

import pytest

from desktop.errors import LayoutError
from desktop.formats.layout_check import least_lines
from desktop.formats.layout_xml import (
    find_layout,
    layout_from_bytes,
    layout_ids,
    lines_from_text,
    lines_text,
    read_layout,
    write_layout,
)
from desktop.formats.style_xml import default_style
from desktop.locator import layouts_folder
from desktop.model.layout import Box, Lines, Slot, SlotKind
from desktop.model.story import Role

SMALL = """<layout id="small" version="1">
<name lang="zh">小</name>
<sheet width="200mm" height="190mm"/>
<grid body="小五" columns="4" measure="11" gutter="1" lines="40" pitch="11.5pt" top="20mm"/>
<furniture line="-1"><slot id="folio" kind="folio" roles="folio" lines="1"/></furniture>
<stack>
  <slot id="head" kind="head" roles="headline" lines="6"/>
  <row rule="yes" lines="20..30" before="2">
    <slot id="left" kind="text" roles="body" columns="1" lines="auto" next="right"/>
    <stack columns="3" rule="yes">
      <slot id="picture" kind="picture" lines="10.." column="3" columns="2" border="tb"/>
      <slot id="caption" kind="caption" roles="caption" caption-of="picture" lines="auto 1..4" tint="0.1"/>
    </stack>
  </row>
  <slot id="right" kind="text" roles="body subhead" break="3" story="1" before="1">
    <name lang="en">Right</name>
    <style role="body" name="lede"/>
  </slot>
</stack>
</layout>"""


def layout(text: str = SMALL):
    return layout_from_bytes(text.encode(), "small.xml")


@pytest.mark.parametrize("layout_id", ["special-report", "tabloid-feature", "broadsheet-feature"])
def test_the_products_layouts(layout_id):
    path = layouts_folder() / f"{layout_id}.xml"
    outside = layout_from_bytes(path.read_bytes(), path.name)
    assert outside == read_layout(path) == find_layout(layout_id) == find_layout(path) == find_layout(str(path))
    assert layout_from_bytes(write_layout(outside), "again") == outside
    assert outside.id == layout_id
    for role in Role:
        assert [slot.id for slot in outside.slots() if role in slot.accepts], role
    for slot in outside.slots():
        assert [language for language, text in slot.names if text] == ["zh", "en"]
    assert least_lines(outside.root) <= outside.grid.lines
    assert min(
        slot.lines.least for slot in outside.slots() if slot.kind is SlotKind.HEAD and "headline" in slot.accepts
    )


def test_ids_and_unknown_ones(tmp_path, monkeypatch):
    assert layout_ids() == ("broadsheet-feature", "special-report", "tabloid-feature")
    with pytest.raises(LayoutError, match="broadsheet-feature, special-report, tabloid-feature"):
        find_layout("tabloid")
    for bad, words in ((tmp_path / "x.xml", "no file"), (tmp_path, "folder")):
        with pytest.raises(LayoutError, match=words):
            find_layout(bad)
    own = tmp_path / "mine.xml"
    own.write_text(SMALL, encoding="utf-8")
    assert find_layout(str(own)).id == "small"


def test_every_field_is_read():
    small = layout()
    assert layout_from_bytes(write_layout(small), "again") == small
    assert small.grid.top == pytest.approx(56.69, abs=0.01)
    assert small.furniture[0][0] == -1
    row = small.root.children[1]
    assert isinstance(row, Box)
    assert (row.flow, row.column, row.columns, row.before, row.rule, row.lines) == ("row", 1, 4, 2, True, Lines(20, 30))
    assert small.slot("left").column == 1
    assert small.slot("left").next == "right"
    picture, caption, right = small.slot("picture"), small.slot("caption"), small.slot("right")
    assert (picture.column, picture.columns, picture.border, picture.lines) == (3, 2, "tb", Lines(10, None))
    assert (caption.column, caption.columns, caption.caption_of, caption.tint) == (2, 3, "picture", 0.1)
    assert (right.column, right.columns, right.break_into, right.story) == (1, 4, 3, 1)
    assert right.accepts == (Role.BODY, Role.SUBHEAD)
    assert right.styles == ((Role.BODY, "lede"),)
    assert right.lines == Lines(0, None, auto=True)
    assert right.name("en") == "Right"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("6", Lines(6, 6)),
        ("auto", Lines(0, None, auto=True)),
        ("10..", Lines(10, None)),
        ("10..40", Lines(10, 40)),
        ("auto 4..20", Lines(4, 20, auto=True)),
        ("auto 8..", Lines(8, None, auto=True)),
    ],
)
def test_heights(text, lines):
    assert lines_from_text(text) == lines
    assert lines_text(lines) == text


@pytest.mark.parametrize("text", ["", "x", "-1", "1.5", "auto4", "auto ", "..4", "9..4", "auto auto"])
def test_heights_that_say_nothing(text):
    with pytest.raises(ValueError, match=re.escape(text) or "^$"):
        lines_from_text(text)


def test_slots_may_be_vertical_in_as_many_tiers_as_they_like():
    tall = SMALL.replace('break="3"', 'break="48" writing="vertical"').replace(' next="right"', "")
    found = layout(tall)
    assert [slot.id for slot in found.slots() if slot.vertical] == ["right"]
    assert layout_from_bytes(write_layout(found), "again") == found
    assert not any(slot.vertical for slot in layout().slots())


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('roles="headline"', 'roles="hedline"', "line 7: <slot> says roles=“hedline”; there is no such role"),
        ('kind="head"', 'kind="hat"', "line 7: <slot> says kind=“hat”; there is no such kind of slot"),
        ('roles="headline" lines="6"', 'roles="headline" lines="six"', "line 7: <slot> says lines=“six”"),
        ('lines="6"', 'lines="9..6"', "line 7"),
        ('"head"', '"left"', "two slots have the id “left”"),
        ('next="right"', 'next="picture"', "line 9: slot “left” says next=“picture”"),
        ('next="right"', 'next="left"', "line 9"),
        ('caption-of="picture"', 'caption-of="head"', "line 12: slot “caption” says caption-of=“head”"),
        (
            'columns="3" rule',
            'columns="2" rule',
            "line 8: the children of this <row> take 3 columns together, but it has 4",
        ),
        ('columns="1"', "", "line 9: <slot> lacks columns=“…”"),
        ('column="3" columns="2"', 'column="3" columns="3"', "line 11: <slot> takes columns 3 to 5"),
        ('lines="6"', 'lines="60"', "line 6: the slots of <stack> need at least 82 lines, but the grid has 40"),
        ('lines="20..30"', 'lines="5"', "line 8: the slots of <row> need at least 11 lines"),
        ("200mm", "100 miles", "line 3: <sheet> says width=“100 miles”, which is not a length"),
        ('measure="11"', 'measure="0"', "line 4: <grid> says measure=“0”, which is not a whole number from 1"),
        ('version="1"', 'version="2"', "line 1: this layout needs a newer version"),
        ("<layout ", "<style ", "line 1: the file begins with <style>"),
        ("<grid ", '<grid colour="x" ', "line 4: Invalid attribute colour for element grid"),
        ("<sheet", "<blob/><sheet", "line 3"),
        ('break="3"', 'break="0"', "line 15"),
        ('border="tb"', 'border="xy"', "line 11"),
        ('tint="0.1"', 'writing="down"', "line 12"),
        ('tint="0.1"', 'writing="vertical"', "line 12: slot “caption” says writing=“vertical”; only head/slogan/text"),
        (
            'next="right"',
            'next="right" writing="vertical"',
            "line 9: slot “left” continues in “right”, which is set in the other direction",
        ),
        ('tint="0.1"', 'tint="1/0"', "line 12: <slot> says tint=“1/0”"),
        ('lines="20..30" before="2">', "/><row>", "line 8: <row> is empty"),
        ('body="小五"', 'body="0pt"', "line 4: <grid> says body=“0pt”; it can be 1pt to 14400pt"),
        ('pitch="11.5pt"', 'pitch="0pt"', "line 4: <grid> says pitch=“0pt”; it can be 1pt"),
        ('pitch="11.5pt"', 'pitch="-3pt"', "line 4: <grid> says pitch=“-3pt”"),
        ('pitch="11.5pt"', 'pitch="8pt"', "line 4: the pitch of <grid> is less than its body"),
        ('width="200mm"', 'width="0mm"', "line 3: <sheet> says width=“0mm”"),
        ('height="190mm"', f'height="{"9" * 400}mm"', "line 3: <sheet> says height="),
        ('columns="4"', 'columns="101"', "line 4: <grid> says columns=“101”; it can be 100 at most"),
        ('measure="11"', 'measure="99999999"', "line 4: <grid> says measure=“99999999”; it can be 1000"),
        ('gutter="1"', 'gutter="1001"', "line 4: <grid> says gutter=“1001”; it can be 1000 at most"),
        ('lines="40"', 'lines="2001"', "line 4: <grid> says lines=“2001”; it can be 2000 at most"),
        (
            'measure="11"',
            'measure="16"',
            "line 4: the type area of <grid>, 212.7 mm × 162.3 mm, 20.0 mm below the top",
        ),
        ('lines="40"', 'lines="43"', "line 4: the type area of <grid>"),
        ('top="20mm"', 'top="30mm"', "line 4: the type area of <grid>"),
        ('top="20mm"', 'top="-1mm"', "line 4: the type area of <grid>"),
        ('tint="0.1"', 'tint="1.1"', "line 12: <slot> says tint=“1.1”; it can be 0"),
        ('tint="0.1"', 'tint="-0.1"', "line 12: <slot> says tint=“-0.1”"),
        ('before="1"', 'before="40"', "line 15: <slot> says before=“40”, but the grid has 40 lines"),
        (
            'break="3"',
            'break="48"',
            "line 15: slot “right” cannot break its 4 columns into 48: they hold 47 characters",
        ),
        ('line="-1"', 'line="1"', "line 5: the furniture “folio” takes lines 1 to 1 of the page"),
        ('line="-1"', 'line="40"', "line 5: the furniture “folio” takes lines 40 to 40"),
        ('roles="folio" lines="1"', 'roles="folio" lines="3"', "line 5: the furniture “folio” takes lines -1 to 1"),
        ('line="-1"', 'line="-9"', "line 5: the furniture “folio” does not lie on the sheet"),
        ('line="-1"', 'line="44"', "line 5: the furniture “folio” does not lie on the sheet"),
        (
            'kind="folio" roles="folio" lines="1"',
            'kind="text" roles="body"',
            "line 5: the furniture slot “folio” follows",
        ),
        (
            "<stack>",
            '<furniture line="-1"><slot id="x" kind="advert" lines="1"/></furniture><stack>',
            "line 6: the furniture “x” overlaps “folio”",
        ),
    ],
)
def test_faults_name_file_line_and_element(old, new, words):
    assert old in SMALL
    text = SMALL.replace(old, new, 1)
    text = text.replace("</layout>", "</style>") if new == "<style " else text
    with pytest.raises(LayoutError) as caught:
        layout(text)
    assert str(caught.value).startswith("small.xml")
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_thread_that_comes_back_is_refused():
    text = SMALL.replace('break="3"', 'break="3" next="left"')
    with pytest.raises(LayoutError, match="comes back"):
        layout(text)


def test_two_slots_do_not_continue_in_the_same():
    text = SMALL.replace('kind="head" roles="headline"', 'kind="text" roles="headline" next="right"')
    with pytest.raises(LayoutError, match="two slots continue in “right”"):
        layout(text)


def test_a_file_that_says_the_wrong_thing_is_not_a_layout(tmp_path):
    path = tmp_path / "page.xml"
    path.write_bytes(Path(__file__).read_bytes())
    with pytest.raises(LayoutError, match=r"page\.xml, line 1: not well-formed XML"):
        read_layout(path)


def test_pictures_stretch_when_nothing_is_said():
    text = SMALL.replace('kind="picture" lines="10.."', 'kind="picture"')
    assert layout(text).slot("picture").lines == Lines(0, None)


def test_the_tabloid_report_leaves_its_pictures_a_good_shape():
    """The arithmetic of special-report for an article of 2,700 characters in four sections."""
    report = find_layout("special-report")
    assert isinstance(report.slot("headline"), Slot)
    sections = {1: 51, 2: 44, 3: 63, 4: 98}  # lines of 11 characters: 540, 440, 670 and 1,030 characters in paragraphs
    subheads, gaps, captions = (3, 2), 2, 1
    below = report.grid.lines - report.slot("headline").lines.least - 1 - 8 - 1
    left = below - sum(-(-sections[n] // 2) for n in (1, 2)) - subheads[0] - subheads[1] - gaps - captions
    right = below - sum(-(-sections[n] // 4) for n in (3, 4)) - 2 * subheads[1] - gaps - captions
    for columns, lines, narrowest, widest in ((2, left, 1.2, 2.0), (4, right, 1.2, 2.0)):
        width, height = report.grid.long(columns) * report.grid.body, lines * report.grid.pitch
        assert narrowest < width / height < widest


@pytest.mark.parametrize("line", ["0", "-1", "41"])
def test_control_furniture_above_and_below_the_type_area(line):
    assert layout(SMALL.replace('line="-1"', f'line="{line}"')).furniture[0][0] == int(line)


def test_a_style_that_the_house_style_lacks():
    assert layout_from_bytes(SMALL.encode(), "small.xml", default_style) == layout()
    data = SMALL.replace('name="lede"', 'name="leed"').encode()
    with pytest.raises(LayoutError, match="line 15: slot “right” asks for the paragraph style “leed”") as caught:
        layout_from_bytes(data, "small.xml", default_style)
    assert "lede" in str(caught.value)
    assert layout_from_bytes(data, "small.xml")  # the house style is not known here


def test_layouts_and_slots_choose_variants_of_the_house_style():
    text = SMALL.replace('version="1"', 'version="1" variants="hanging close-marks"')
    text = text.replace('id="left"', 'id="left" variants="strict"')
    chosen = layout_from_bytes(text.encode(), "small.xml", default_style)
    assert chosen.variants == ("hanging", "close-marks")
    assert {slot.id: slot.variants for slot in chosen.slots() if slot.variants} == {"left": ("strict",)}
    assert layout_from_bytes(write_layout(chosen), "again.xml", default_style) == chosen


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('version="1"', 'version="1" variants="blue"', "line 1: <layout> asks for the variant “blue”"),
        ('id="left"', 'id="left" variants="strict blue"', "line 9: <slot> asks for the variant “blue”"),
    ],
)
def test_a_variant_that_the_house_style_lacks(old, new, words):
    data = SMALL.replace(old, new, 1).encode()
    with pytest.raises(LayoutError, match=words):
        layout_from_bytes(data, "small.xml", default_style)
    assert layout_from_bytes(data, "small.xml")  # the house style is not known here
