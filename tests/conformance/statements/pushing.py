"""K3–K5: pushing in, pushing out, runs of marks that nothing satisfies, and the preset for narrow columns."""

from __future__ import annotations

from msgspec.structs import replace

from desktop.model.story import Role
from tests.conformance.articles import LAYOUTS, SAMPLES
from tests.conformance.justified import push_outs
from tests.conformance.positions import Sheet
from tests.conformance.questions import (
    ends_lines,
    every,
    gaps,
    never_starts,
    noted,
    nothing_noted,
    shows,
    somewhere_starts,
    whole,
)
from tests.conformance.register import Assertion, asserted
from tests.conformance.statements.kinsoku import phases
from tests.conformance.works import Article, Doctored, Text, Told, lines_of

# K3

_WHOLE_PAUSES = (("，、；", "squeeze", 0.0),)
_WHOLE_END = (("spacing", "line_end_half", False), ("spacing", "edge_squeeze", 0))
_NO_SQUEEZE = (("，、；。．！？“‘「『（《〈【〖〔［｛”’」』）》〉】〗〕］｝", "squeeze", 0.0),)
_NO_GAP_SQUEEZE = (("spacing", "latin_gap_least", 0.25), ("spacing", "word_space_least", 1 / 3))


def _page(layout: str) -> tuple[Article, ...]:
    return tuple(Article(path, layout, (Role.BODY,)) for path in SAMPLES)


def _flowing(**options: object) -> Text:
    """Paragraphs full of marks, at every phase, so that all ways of pushing in and out occur."""
    core = "国家，“平安”，《条例》国家；国安，国家、国安国家国安，国家国安。国家国，安。国家国安国家国安国家国安"
    return Text(tuple("国" * before + core for before in range(14)), 9, **options)


def _not_early(sheet: Sheet) -> list[str]:
    return push_outs(sheet)


def _same_count(sheet: Sheet) -> list[str]:
    return push_outs(sheet, same_count=True)


K3 = (
    asserted(
        "K3",
        "A point that does not fit is pushed in by squeezing a comma",
        ends_lines("四。"),
        lines_of("一，二，三四。五六七八九十", measure=6),
        lines_of("一，二，三四。五六七八九十", measure=6, marks=_WHOLE_PAUSES),
    ),
    asserted(
        "K3",
        "… by squeezing brackets",
        ends_lines("四。"),
        lines_of("一《二》三四。五六七八九十", measure=6),
        lines_of("一《二》三四。五六七八九十", measure=6, marks=_NO_SQUEEZE),
    ),
    asserted(
        "K3",
        "… by squeezing Han–Latin gaps",
        ends_lines("五。"),
        lines_of("一2二3三4四5五。六七八九十六七", measure=9.25),
        lines_of("一2二3三4四5五。六七八九十六七", measure=9.25, changes=_NO_GAP_SQUEEZE),
    ),
    asserted(
        "K3",
        "… by squeezing a full stop inside the line",
        ends_lines("四。"),
        lines_of("一二。三四。五六七八九十", measure=5),
        lines_of("一二。三四。五六七八九十", measure=5, variants=("whole-stops",)),
    ),
    asserted(
        "K3",
        "What follows an opening mark is pushed in with it",
        ends_lines("（四"),
        lines_of("一，二，三（四五六七八九十一二三", measure=6.5),
        lines_of("一，二，三（四五六七八九十一二三", measure=6.5, marks=_NO_SQUEEZE),
    ),
    asserted(
        "K3",
        "A number that does not fit is pushed in whole",
        ends_lines("2023"),
        lines_of("一，二，三，四五2023六七八九十一二三四", measure=10),
        lines_of("一，二，三，四五2023六七八九十一二三四", measure=10, marks=_NO_SQUEEZE),
    ),
    asserted(
        "K3",
        "Where nothing can be squeezed one character is carried down",
        ends_lines("五", "六。七八九十"),
        lines_of("一二三四五六。七八九十一二三", measure=6),
        lines_of("一二三四五六。七八九十一二三", measure=6, level="none"),
    ),
    asserted(
        "K3",
        "Width goes before kinsoku: half a mark at the line's end needs no squeeze",
        every(ends_lines("四。"), gaps("，", "二", 0.5)),
        lines_of("一，二三四。五六七八九十", measure=5.5),
        lines_of("一，二三四。五六七八九十", measure=5.5, changes=_WHOLE_END),
    ),
    asserted(
        "K3",
        "No line of a paragraph ends early where what follows could be squeezed in, at any phase",
        _not_early,
        _flowing(),
        _flowing(marks=_NO_SQUEEZE),
    ),
    *(
        asserted(
            "K3",
            f"No line of the samples on {layout} ends early where what follows could be squeezed in",
            _same_count,
            _page(layout),
            _flowing(marks=_NO_SQUEEZE),
        )
        for layout in LAYOUTS
    ),
)

# K4

_RUN = "国。』」）》】”’安安安安"
_NARROW = lines_of(_RUN, measure=2)

K4 = (
    asserted(
        "K4",
        "A run of marks that no line holds breaks the rule",
        somewhere_starts("」"),
        _NARROW,
        lines_of(_RUN, measure=9),
    ),
    asserted("K4", "… and is reported", noted("mark-run"), _NARROW, Told(_NARROW)),
    asserted(
        "K4",
        "… and nothing of it is lost",
        shows(_RUN),
        _NARROW,
        Doctored(_NARROW, lambda run: replace(run, text=run.text.replace("》", "国"))),
    ),
    asserted(
        "K4",
        "A run of three that a squeeze satisfies keeps the rule unreported",
        every(never_starts("。』」"), nothing_noted),
        lines_of("国，国，国国国。』」安安安安安安", measure=7),
        lines_of("国，国，国国国。』」安安安安安安", measure=2),
    ),
)

# K5

_NARROW_COLUMNS = ("narrow-columns",)

K5 = (
    asserted(
        "K5",
        "By default no question mark starts a line",
        never_starts("？"),
        phases("？"),
        phases("？", variants=_NARROW_COLUMNS),
    ),
    asserted(
        "K5",
        "By default no exclamation mark starts a line",
        never_starts("！"),
        phases("！"),
        phases("！", variants=_NARROW_COLUMNS),
    ),
    asserted(
        "K5",
        "With the preset a question mark starts a line",
        somewhere_starts("？"),
        phases("？", variants=_NARROW_COLUMNS),
        phases("？"),
    ),
    asserted(
        "K5",
        "With the preset an exclamation mark starts a line",
        somewhere_starts("！"),
        phases("！", variants=_NARROW_COLUMNS),
        phases("！"),
    ),
    asserted(
        "K5",
        "With the preset other points still start no line",
        never_starts("，。、：；”》"),
        phases(*"，。、：；”》", variants=_NARROW_COLUMNS),
        phases(*"，。", level="none"),
    ),
    asserted(
        "K5",
        "With the preset a pair ！！ is still not divided",
        whole("！！"),
        phases("！！", variants=_NARROW_COLUMNS),
        phases("！！", naive=True),
    ),
)

ASSERTIONS: tuple[Assertion, ...] = (*K3, *K4, *K5)
