"""Sweeps: every token at every place of every measure, pairs and triples of marks round a line's end, every length.

No fault of any rule without a remedy that was reported, and no gap stretched by more than a quarter em untold.
"""

from __future__ import annotations

from itertools import islice, product

import pytest

from desktop.formats.display_json import dump_lines
from tests.conformance import rules
from tests.conformance.everything import faults_of, of_paragraphs
from tests.conformance.positions import Sheet, read
from tests.conformance.questions import whole
from tests.conformance.test_paragraphs import TOKENS, made_up
from tests.conformance.works import Text, set_once
from tests.text.setting import naive_page

FLUSH, INDENTED = of_paragraphs(0.0, free=True), of_paragraphs(2.0, free=True)
MEASURES = range(8, 21)


def sheet(*texts: str, measure: int, indent: float = 0.0, **options: object) -> Sheet:
    work = Text(tuple(texts), measure, indent, **options).work()
    return read(dump_lines(work.display), work.notes)


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("token", TOKENS)
def test_a_token_at_every_place_of_every_measure(token, measure):
    first = int(token[0] in rules.NO_START)
    texts = [f"{'国' * before}{token}{'安' * measure}国" for before in range(first, measure + 1)]
    found = sheet(*texts, measure=measure)
    assert faults_of(found, FLUSH | {"U1": whole(token)}) == []


CLASSES = "，。；：？！、“”《》（）「」—…·/～"
"""Marks, one of each kind that the rules tell apart."""

FEW = "，。“”《》！—"


def round_the_end(marks: str, measure: int) -> list[str]:
    """Marks that begin up to three characters before a line's end, or behind it."""
    return [f"{'国' * before}{marks}安{'定' * measure}" for before in range(measure - 3, measure + 2)]


@pytest.mark.parametrize("first", CLASSES)
@pytest.mark.parametrize("measure", [8, 11])
def test_all_pairs_of_marks_round_a_lines_end(first, measure):
    texts = [text for second in CLASSES for text in round_the_end(first + second, measure)]
    assert faults_of(sheet(*texts, measure=measure), FLUSH) == []


@pytest.mark.parametrize("first", FEW)
def test_triples_of_marks_round_a_lines_end(first):
    texts = [text for rest in product(FEW, FEW) for text in round_the_end(first + "".join(rest), 9)]
    assert faults_of(sheet(*texts, measure=9), FLUSH) == []


ENDS = ("。", "！”", "98%。", "……", "2023年。", "（完）", "Python。", "国")


@pytest.mark.parametrize("measure", [8, 11, 13, 20])
@pytest.mark.parametrize("end", ENDS)
def test_all_lengths_with_all_ends(end, measure):
    texts = [made_up(length, length).rstrip("“《（") + end for length in range(1, 81)]
    assert faults_of(sheet(*texts, measure=measure, indent=2.0), INDENTED) == []


@pytest.mark.parametrize("level", ["basic", "strict"])
def test_at_other_levels(level):
    texts = [made_up(length, length) + "国。" for length in range(1, 81)]
    found = sheet(*texts, measure=11, indent=2.0, level=level)
    faults = faults_of(found, INDENTED | {"K3": lambda _: []})  # K3 asks about the ends of lines of level GB
    assert [fault for fault in faults if "ends with /" not in fault] == []


def test_control_lines_of_so_many_characters_break_the_rules():
    broken: set[str] = set()
    for text in islice((made_up(seed, 150) for seed in range(99)), 8):
        found = read(dump_lines(naive_page(text, 11)))
        broken |= {fault.split(":")[0] for fault in faults_of(found, INDENTED)}
    assert {"K2", "U1", "U2", "A2", "A3", "P1", "W1"} <= broken


@pytest.mark.parametrize(
    ("changes", "marks", "rule"),
    [
        ((("lines", "last_line_least", 0),), (), "O1"),
        ((("spacing", "latin_gap", 0.3),), (), "W1"),
        ((("spacing", "latin_gap_most", 0.26),), (), "A2"),
        ((), (("，、；", "squeeze", 7),), "A1"),
        ((), (("，、；“”《》（）", "squeeze", 0),), "K3"),
    ],
)
def test_control_a_rule_changed_is_seen(changes, marks, rule):
    texts = [made_up(seed, length) + "A b，国。" for seed in range(6) for length in range(40, 60)]
    found = sheet(*texts, measure=11, indent=2.0, changes=changes, marks=marks)
    assert rule in {fault.split(":")[0] for fault in faults_of(found, INDENTED)}


def test_control_unreported_remedies_are_seen():
    text = "国国1234567890123国国安安"
    work = set_once(Text((text,), 9))
    told, untold = (read(dump_lines(work.display), notes) for notes in (work.notes, ()))
    assert faults_of(told, FLUSH) == []
    assert faults_of(untold, FLUSH) != []
