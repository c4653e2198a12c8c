"""Variants of the typography and who has the last word."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from desktop.formats.style_xml import default_style
from desktop.model.style import HouseStyle, KinsokuLevel, MarkKind, Variant


@pytest.fixture(scope="module")
def style() -> HouseStyle:
    gaps = tuple(Variant(f"gap-{n}", changes=(("spacing", "latin_gap", n / 10),)) for n in range(1, 5))
    return replace(default_style(), variants=(*default_style().variants, *gaps))


def test_the_last_choice_has_the_last_word(style):
    choices = [(("gap-1",), None), (("gap-2",), None), (("gap-4", "gap-3"), None), ((), None)]
    assert style.typography_by(choices).spacing.latin_gap == pytest.approx(0.3)
    assert style.typography_by(reversed(choices)).spacing.latin_gap == pytest.approx(0.1)
    assert style.typography_by([]) == style.typography


def test_a_level_stands_before_the_variants_of_the_same_choice(style):
    assert style.typography_by([(("strict",), KinsokuLevel.NONE)]).level is KinsokuLevel.NONE
    assert style.typography_by([((), KinsokuLevel.NONE), (("strict",), None)]).level is KinsokuLevel.STRICT


def test_what_one_variant_does_not_say_stays_as_the_other_left_it(style):
    found = style.typography_by([(("hanging",), None), (("narrow-columns", "close-marks"), None)])
    assert found.hanging.by == 0.5
    assert found.lines.may_start == frozenset("？！")
    assert found.lines.last_line_least == style.typography.lines.last_line_least
    assert found.spacing.adjacent_marks == 1
    assert found.spacing.latin_gap == style.typography.spacing.latin_gap


def test_unknown_variants_change_nothing(style):
    assert style.typography_by([(("blue",), None)]) == style.typography


def test_a_mark_rule_is_divided_where_only_some_of_its_characters_change(style):
    one = Variant("one", marks=(("，", "squeeze", 1), ("，。", "trail", 0.25)))
    rules = {char: rule for rule in one.applied(style.typography).marks for char in rule.chars}
    assert (rules["，"].squeeze, rules["，"].trail, rules["，"].kind) == (1, 0.25, MarkKind.PAUSE)
    assert (rules["、"].squeeze, rules["、"].trail) == (5, 0.5)
    assert (rules["。"].squeeze, rules["。"].trail) == (7, 0.25)
    assert rules["．"].trail == 0.5
    assert sorted(rules) == sorted(char for rule in style.typography.marks for char in rule.chars)


def test_variants_have_names(style):
    assert all(variant.name("zh") != variant.name("en") for variant in default_style().variants)
    assert Variant("x").name("zh") == "x"
