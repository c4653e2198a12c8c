"""The table of rules and assertions beside the tests: ``python -m tests.conformance.table`` writes it anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from tests.conformance.register import SOURCES, Assertion, every_assertion

README = Path(__file__).parent / "README.md"
TESTS = Path(__file__).parents[1]


class Listed(Struct, frozen=True):
    """A rule of the acceptance list: its id, what it asks in a few words, its source, and other tests of it."""

    rule: str
    asks: str
    source: str
    also: tuple[str, ...] = ()


_SWEEPS, _OPTIONS = "conformance/test_paragraphs.py", "conformance/test_options.py"
_DOWN, _UNICODE = "conformance/test_vertical.py", "conformance/test_line_break_data.py"
_PAGES, _ALL = "conformance/test_pages.py", "conformance/test_articles.py"
_SWEPT = "conformance/test_sweeps.py"

RULES = (
    Listed("K1", "four levels, by page and by style", "CLREQ", (_SWEEPS, "compose/test_variants.py")),
    Listed("K2", "what starts and ends no line", "GB/T 15834, 5.1", (_SWEEPS, _SWEPT, _UNICODE, _DOWN)),
    Listed("K3", "width, push in, push out, stretch", "CLREQ", (_SWEPT, _ALL)),
    Listed("K4", "runs of marks break the rule and are told", "CLREQ"),
    Listed("K5", "preset: ？！ may start a line", "JLREQ", (_OPTIONS,)),
    Listed("U1", "tokens are not divided", "CLREQ, UAX #14", (_SWEEPS, _SWEPT, _UNICODE, "text/test_words.py")),
    Listed("U2", "nothing is added or taken inside tokens", "CLREQ", (_SWEPT, _ALL)),
    Listed("U3", "numbers with their units, locked phrases", "house style", (_OPTIONS,)),
    Listed("U4", "long tokens are broken last, and told", "—", (_OPTIONS,)),
    Listed("W1", "cells of marks, by rule and not by font", "CLREQ, GB/T 15834", (_SWEEPS,)),
    Listed("W2", "fixed widths", "CLREQ", (_DOWN,)),
    Listed("W3", "two marks in 1½ em", "CLREQ, GB/T 15834", (_SWEEPS, _SWEPT, _OPTIONS)),
    Listed("W4", "opening marks at a line's start", "CLREQ", (_SWEEPS,)),
    Listed("W5", "marks at a line's end", "GB/T 15834, 5.1.10", (_SWEEPS, _OPTIONS)),
    Listed("W6", "a last character is saved", "GB/T 15834, 5.1.11", (_SWEPT,)),
    Listed("A1", "order and limits of squeeze", "CLREQ", (_SWEPT, _ALL, _OPTIONS)),
    Listed("A2", "order and limits of stretch", "CLREQ", (_SWEPT, _ALL)),
    Listed("A3", "flush on both sides, whole ems", "CLREQ", (_SWEEPS, _SWEPT, _PAGES, _ALL)),
    Listed("L1", "a quarter em between Han and Latin", "CLREQ", (_SWEEPS, "conformance/test_mixed.py")),
    Listed("L2", "strict grid", "CLREQ", (_OPTIONS,)),
    Listed("H1", "hanging marks", "CLREQ", (_OPTIONS,)),
    Listed("P1", "indents, no space between paragraphs", "CLREQ", (_PAGES, _ALL, _OPTIONS)),
    Listed("P2", "one grid of lines", "newspaper practice", (_PAGES, _ALL)),
    Listed("O1", "last lines of paragraphs", "CLREQ", (_SWEPT, _ALL, "text/test_optimum.py")),
    Listed("O2", "heads and feet of columns", "newspaper practice", (_ALL, "compose/test_columns.py")),
    Listed("B1", "level columns", "newspaper practice", ("compose/test_fill.py",)),
    Listed(
        "B2",
        "whole lines and columns, text round pictures",
        "newspaper practice",
        ("compose/test_runaround.py", "compose/test_freestanding.py"),
    ),
    Listed("V1", "what turns in vertical setting", "CLREQ, UAX #50", (_DOWN, "text/test_vertical.py")),
    Listed("V2", "Latin in vertical setting", "CLREQ, UAX #50", (_DOWN, "text/test_vertical.py")),
    Listed("V3", "where heads begin", "newspaper practice", (_DOWN, "compose/test_vertical_frames.py")),
    Listed(
        "Heads",
        "sizes, breaks, clause spaces",
        "newspaper practice",
        ("conformance/test_heads.py", "compose/test_borders.py"),
    ),
)

_OPENING = """# Conformance: the rules of typesetting, proved from positions

Written by `python -m tests.conformance.table`; a test fails where it is out of date.

An assertion is one statement about where characters, lines, columns and pictures stand. It puts a question to what the
product set and expects no fault, and puts the same question to its control and expects one: the same text with the
rule switched off, cut into lines of so many characters, or tampered with. Everything is read twice, from the page's
dump and from the exported PDF by pdfium, and from nothing else but the faces' metrics; the sets and figures of the
rules are typed in a second time (`widths.py`). Further tests of a rule, with controls of their own, stand beside it.

| Rule | Asks | Source | Assertions | Controls | Further tests | State |
|---|---|---|---|---|---|---|
"""


def table() -> str:
    """Return the file's text."""
    assertions = every_assertion()
    rows = [_row(listed, [each for each in assertions if each.rule == listed.rule]) for listed in RULES]
    count = len(assertions)
    total = f"| **all** | | | **{count}** | **{count}** | | read from {' and '.join(SOURCES)} |"
    return _OPENING + "\n".join((*rows, total, *_statements(assertions))) + "\n"


def _row(listed: Listed, own: Sequence[Assertion]) -> str:
    still_open = sum(1 for each in own if each.not_yet)
    state = f"{still_open} open" if still_open else "kept"
    also = ", ".join(f"[{Path(file).stem.removeprefix('test_')}](../{file})" for file in listed.also)
    controls = sum(1 for each in own if each.controls)
    return f"| {listed.rule} | {listed.asks} | {listed.source} | {len(own)} | {controls} | {also} | {state} |"


def _statements(assertions: Sequence[Assertion]) -> Iterator[str]:
    for listed in RULES:
        yield ""
        yield f"## {listed.rule}: {listed.asks}"
        yield ""
        for each in assertions:
            if each.rule == listed.rule:
                yield f"- {each.says}" + (f" — **open:** {each.not_yet}" if each.not_yet else "")


if __name__ == "__main__":
    README.write_text(table(), encoding="utf-8")
