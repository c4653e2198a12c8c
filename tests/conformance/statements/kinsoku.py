"""K1 and K2: what may start and end a line, at which level."""

from __future__ import annotations

from msgspec.structs import replace

from desktop.model.story import Role
from desktop.model.style import KinsokuLevel
from tests.compose.pages import edition, story, tiny
from tests.conformance.questions import (
    never_ends,
    never_starts,
    somewhere_ends,
    somewhere_starts,
    whole,
)
from tests.conformance.register import Assertion, asserted
from tests.conformance.works import Made, Text, Work, page_work

MEASURE = 6


def phases(*marks: str, level: str = "", **options: object) -> Text:
    """Each mark at every place of two lines of six, Han around it."""
    texts = [f"{'国' * before}{mark}{'安' * 9}" for mark in marks for before in range(1, 2 * MEASURE + 1)]
    return Text(tuple(texts), MEASURE, level=level, **options)


# K1

_FLOWING = "平安城市的一天从河边" + "，老街上" * 12
_SLOT = '<slot id="t" kind="text" roles="body" lines="auto"/>'


def _levels(page: KinsokuLevel | None, own: KinsokuLevel | None) -> Work:
    """A page of one paragraph whose page and paragraph style choose levels of their own."""
    made = edition(tiny(f"<stack>{_SLOT}</stack>", columns=1), story((Role.BODY, _FLOWING)))
    flow = made.style.flow
    body = replace(flow[Role.BODY], kinsoku=own)
    house = replace(made.style, flow={**flow, Role.BODY: body})
    return page_work(replace(made, style=house, pages=(replace(made.pages[0], kinsoku=page),)))


_NONE, _GB = KinsokuLevel.NONE, KinsokuLevel.GB
_BY_HOUSE = Made(lambda: _levels(None, None))
_BY_PAGE = Made(lambda: _levels(_NONE, None))
_BY_STYLE = Made(lambda: _levels(None, _NONE))
_STYLE_LAST = Made(lambda: _levels(_NONE, _GB))

K1 = (
    asserted(
        "K1", "At level none a comma starts a line", somewhere_starts("，"), phases("，", level="none"), phases("，")
    ),
    asserted(
        "K1",
        "At level none a closing bracket starts a line",
        somewhere_starts("》"),
        phases("》", level="none"),
        phases("》"),
    ),
    asserted(
        "K1",
        "At level none an opening bracket ends a line",
        somewhere_ends("《"),
        phases("《", level="none"),
        phases("《"),
    ),
    asserted(
        "K1",
        "At level basic no point starts a line",
        never_starts("，。、：；！？"),
        phases(*"，。、：；！？", level="basic"),
        phases(*"，。", level="none"),
    ),
    asserted(
        "K1",
        "At level basic no closing mark starts a line",
        never_starts("”’」』）》"),
        phases(*"”’」』）》", level="basic"),
        phases(*"”’", level="none"),
    ),
    asserted(
        "K1",
        "At level basic no opening mark ends a line",
        never_ends("“‘「『（《"),
        phases(*"“‘「『（《", level="basic"),
        phases(*"“‘", level="none"),
    ),
    asserted(
        "K1", "At level basic a solidus ends a line", somewhere_ends("/"), phases("/", level="basic"), phases("/")
    ),
    asserted(
        "K1",
        "At level GB a dash of two starts a line",
        somewhere_starts("——"),
        phases("——"),
        phases("——", level="strict"),
    ),
    asserted(
        "K1",
        "At level GB an ellipsis starts a line",
        somewhere_starts("……"),
        phases("……"),
        phases("……", level="strict"),
    ),
    asserted(
        "K1", "At level strict no dash starts a line", never_starts(["——"]), phases("——", level="strict"), phases("——")
    ),
    asserted(
        "K1",
        "At level strict no ellipsis starts a line",
        never_starts(["…"]),
        phases("……", level="strict"),
        phases("……"),
    ),
    asserted(
        "K1",
        "At level strict no solidus ends a line",
        never_ends("/／"),
        phases(*"/／", level="strict"),
        phases(*"/／", level="basic"),
    ),
    asserted(
        "K1",
        "The variant strict of a style sets the level",
        never_starts(["——"]),
        phases("——", variants=("strict",)),
        phases("——"),
    ),
    asserted("K1", "A page chooses its level", somewhere_starts("，"), _BY_PAGE, _BY_HOUSE),
    asserted("K1", "A paragraph style chooses its level", somewhere_starts("，"), _BY_STYLE, _BY_HOUSE),
    asserted("K1", "A paragraph style's level goes before the page's", never_starts("，"), _STYLE_LAST, _BY_PAGE),
)

# K2

STARTS = {
    "full stop": "。．",
    "comma": "，、",
    "colon and semicolon": "：；",
    "question and exclamation mark": "？！",
    "double mark in one cell": "‼⁇⁈⁉",
    "closing quotation mark": "”’",
    "closing corner bracket": "」』",
    "closing parenthesis or brace": "）］｝",
    "closing book-title mark": "》〉",
    "closing lenticular bracket": "】〗〕",
    "swung dash": "～",
    "connector": "-–—",
    "interpunct": "·・‧",
    "solidus": "/／",
    "half-width point": ",.;:!?",
    "half-width closing bracket": ")]}",
}
ENDS = {
    "opening quotation mark": "“‘",
    "opening corner bracket": "「『",
    "opening parenthesis or brace": "（［｛",
    "opening book-title mark": "《〈",
    "opening lenticular bracket": "【〖〔",
    "half-width opening bracket": "([{",
    "solidus": "/／",
}

K2 = (
    *(
        asserted(
            "K2",
            f"No line starts with a {name}: {marks}",
            never_starts(marks),
            phases(*marks),
            phases(*marks, naive=True),
        )
        for name, marks in STARTS.items()
    ),
    *(
        asserted(
            "K2", f"No line ends with a {name}: {marks}", never_ends(marks), phases(*marks), phases(*marks, naive=True)
        )
        for name, marks in ENDS.items()
    ),
    asserted(
        "K2",
        "A point behind a closing bracket stays with it",
        whole("》，"),
        phases("》，"),
        phases("》，", naive=True),
    ),
    asserted(
        "K2",
        "A quotation mark before a book title stays with it",
        whole("“《"),
        phases("“《"),
        phases("“《", naive=True),
    ),
)

ASSERTIONS: tuple[Assertion, ...] = (*K1, *K2)
