"""Where Latin may be broken: UAX #14 and hyphenation inside tokens, and beside what the house's tables do not name."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from uniseg.linebreak import line_break_boundaries

from desktop.model.style import Hyphenation
from desktop.text.words import common_class, inner_breaks, may_break
from tests.text.setting import face, shaped, tables


def pieces(token: str, **rules) -> list[str]:
    """The pieces of a token, those that end with an added hyphen marked by ‐."""
    found = inner_breaks(token, Hyphenation(**rules))
    edges = [(0, False), *((one.offset, one.needs_hyphen) for one in found), (len(token), False)]
    return [token[a:b] + "‐" * hyphen for (a, _), (b, hyphen) in pairwise(edges)]


@pytest.mark.parametrize(
    ("token", "found"),
    [
        ("hyphenation", "hy‐ phen‐ ation"),
        ("internationalization", "in‐ ter‐ na‐ tion‐ al‐ iza‐ tion"),
        ("self-determination", "self- de‐ ter‐ mi‐ na‐ tion"),
        ("https://www.example.com/a-b/c?d=1", "https:// www.example.com/ a- b/ c? d=1"),
        ("user@example.com", "user@example.com"),
        ("1,234,567.89", "1,234,567.89"),
        ("COVID-19", "COVID-19"),
        ("UNESCO", "UNESCO"),
        ("INTERNATIONAL", "IN‐ TER‐ NA‐ TIONAL"),
        ("don’t", "don’t"),
        ("people’s", "peo‐ ple’s"),
        ("Constantinople*", "Con‐ stantino‐ ple*"),
        ("snake_case_identifier", "snake_case_identifier"),
        ("R2D2protocol", "R2D2protocol"),
    ],
)
def test_inner_breaks(token, found):
    assert pieces(token) == found.split()


def test_hyphenation_is_data():
    assert pieces("hyphenation", language="") == ["hyphenation"]
    assert pieces("hyphenation", left=3, right=6) == ["hyphenation"]
    assert pieces("hyphenation", left=3) == ["hyphen‐", "ation"]
    assert pieces("table", least=6) == ["table"]
    assert pieces("table") == ["ta‐", "ble"]
    assert pieces("Donaudampfschiff", language="de_DE") != pieces("Donaudampfschiff")
    assert pieces("hyphenation", language="xx_XX") == ["hyphenation"]


@settings(deadline=None)
@given(st.text("abcdefghijklmnopqrstuvwxyzABC-/.?’123", min_size=1, max_size=30))
def test_offsets_ascend_inside_the_token(token):
    offsets = [one.offset for one in inner_breaks(token)]
    assert offsets == sorted(set(offsets))
    assert all(0 < offset < len(token) for offset in offsets)


@pytest.mark.parametrize(("before", "after"), [("foo!", "bar"), ("a?", "b"), ("foo…", "bar"), ("foo\u200b", "bar")])
def test_uax_14_lets_lines_end_there(before, after):
    assert may_break(before + after, len(before))


@pytest.mark.parametrize(
    ("before", "after"),
    [("foo", "!bar"), ("(", "a"), ("a", ")"), ('"', "a"), ("a", "\u2060b"), ("12", "%"), ("$", "5")],
)
def test_uax_14_lets_no_line_end_there(before, after):
    assert not may_break(before + after, len(before))


SAMPLE = "国1a([{)]}!?,.:;+$%#&*=@<>~_"
ONE_OF_EACH = "国1a()}!,+%"


def says(before: str, after: str, left: str, right: str) -> tuple[bool, bool]:
    """What the product and the library say of a border between two characters."""
    text, at = left + before + after + right, len(left) + 1
    return may_break(text, at), at in set(line_break_boundaries(text))


@pytest.mark.parametrize("before", list(ONE_OF_EACH))
def test_what_is_known_of_common_pairs_is_what_the_library_says(before):
    around = ("", "国", "1a", "，", "(", "1,", "“", "+")
    for after, left, right in product(ONE_OF_EACH, around, around):
        own, wanted = says(before, after, left, right)
        assert own == wanted, (left, before, after, right)


@pytest.mark.parametrize("char", list(SAMPLE))
def test_every_common_sign_is_of_its_class(char):
    for other, beside in product(ONE_OF_EACH, ("国", "a")):
        assert len(set(says(char, other, beside, beside))) == 1
        assert len(set(says(other, char, beside, beside))) == 1


def test_control_common_pairs_are_decided_both_ways_and_some_by_what_stands_around():
    classes = {common_class(char) for char in SAMPLE}
    assert "" not in classes
    assert len(classes) == 10
    assert may_break("国)国", 2)
    assert not may_break("国)a", 2)
    assert may_break("国)+", 2) != may_break("1)+", 2)


def breaks(text: str, level: str = "gb") -> str:
    """The text with | where a line may end."""
    cells = shaped(text, rules=tables(level)).cells
    ends = {cells.last[at] for at in range(len(cells) - 1) if cells.breaks[at]}
    return "".join(char + "|" * (at + 1 in ends) for at, char in enumerate(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("he said", "he |said"),
        ("foo!bar", "foo!|bar"),
        ("(yes)no", "(yes)no"),
        ('say "yes" now', 'say |"yes" |now'),
        ("state-of-the-art", "state-|of-|the-|art"),
        ("-alpha", "-alpha"),
        ("a -b", "a -b"),
        ("国\u00a0安", "国\u00a0安"),
        ("a\u00a0b", "a\u00a0b"),
        ("国\u2060安", "国\u2060安"),
        ("国\u200b安", "国\u200b|安"),
        ("foo\u200bbar", "foo\u200b|bar"),
        ("国℃安", "国℃|安"),
        ("国$安", "国|$安"),
        ("佐々木", "佐々|木"),
        ("データ", "デー|タ"),
        ("A→B", "A|→|B"),
        ("国→安", "国|→|安"),
        ("A—B", "A—|B"),
        ("国〜安", "国〜|安"),
    ],
)
def test_boundaries_that_no_table_names_follow_uax_14(text, found):
    assert breaks(text) == found


def test_chinese_marks_follow_the_tables_at_every_level():
    assert breaks("国，“安”（定）", "none") == "国|，|“|安|”|（|定|）"
    assert breaks("国，“安”（定）", "gb") == "国，|“安”|（定）"


def test_a_paragraph_with_words_knows_its_hyphen():
    paragraph, song = shaped("国hyphenation安"), face("song")
    assert paragraph.hyphen is not None
    assert paragraph.hyphen.gid == song.glyph(ord("-"))
    assert paragraph.hyphen_width == pytest.approx(song.advance(paragraph.hyphen.gid))
    assert shaped("国家平安").hyphen is None


_ORDINARY = (
    "国家“平安”（2023年）98%的人说：“好！”——COVID-19、Python (A) 5℃…… the people’s state-of-the-art"
    "“天网+警格”12317(要)头(含)940套;2022年?2022年，A&B、C#"
)


def test_ordinary_text_loads_no_library():
    code = (
        "import sys\nfrom tests.text.setting import shaped\n"
        f"shaped({_ORDINARY!r})\nsys.exit(sum(name in sys.modules for name in ('uniseg', 'pyphen')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    control = code.replace(repr(_ORDINARY), repr("foo…bar→ 国«安»"))
    assert subprocess.run([sys.executable, "-c", control], capture_output=True, check=False).returncode == 1
