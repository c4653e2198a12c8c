"""U1–U4: what is never divided, never stretched inside, kept together by choice, and broken as a last resort."""

from __future__ import annotations

from msgspec.structs import replace

from desktop.display import GlyphRun
from tests.conformance.positions import Sheet
from tests.conformance.questions import divided, every, gaps, noted, same_inside, shows, whole
from tests.conformance.register import Assertion, asserted
from tests.conformance.works import Doctored, Subject, Text, Told, lines_of

MEASURE = 11


def shifted(*tokens: str, measure: float = MEASURE, **options: object) -> Text:
    """Each token at every place of a line, Han around it."""
    texts = [f"{'国' * before}{token}{'安' * 20}" for token in tokens for before in range(int(measure) + 1)]
    return Text(tuple(texts), measure, **options)


TOKENS = {
    "A run of digits": ("2023", "94817"),
    "A number with a point inside": ("3.14", "1024.5"),
    "A number with commas inside": ("1,234,567",),
    "A time or ratio with colons inside": ("10:30", "12:05:30"),
    "A number with a semicolon inside": ("3;4",),
    "Digits with a percent sign": ("98%", "57.5%"),
    "Digits with a per-mille sign": ("3‰",),
    "Digits with a degree sign": ("36°", "-5°C"),
    "Digits with ℃ or ℉": ("-5℃", "98℉"),
    "A sign with its digits": ("+7", "-7", "−7", "±0.5"),
    "A dollar sign with its digits": ("$1.99",),
    "A yuan sign with its digits": ("¥128", "￥3.5"),
    "A pound or euro sign with its digits": ("£42", "€56"),
    "An asterisk with its base": ("A*", "平*"),
    "A bracketed note mark with its base": ("12[3]", "安[1]"),
    "A Latin word": ("Python", "newspaper"),
    "A word with an apostrophe": ("don't", "don’t"),
    "An abbreviation with an ampersand": ("AT&T", "R&D"),
    "An address": ("www.a.cn", "u@b.cn"),
    "A dash of two": ("——",),
    "An ellipsis": ("……",),
    "A pair ！！ or ？！": ("！！", "？！"),
    "A run ！！！": ("！！！",),
    "Full-width digits": ("２０２３", "９８％"),
}
"""U1, kind by kind."""


def _naively(*tokens: str) -> Subject:
    """The same cut into lines of so many characters; the two halves of a dash are one glyph only by the rule."""
    if tokens == ("——",):
        return Doctored(shifted("＃＃", naive=True), lambda run: replace(run, text=run.text.replace("＃", "—")))
    return shifted(*tokens, naive=True)


U1 = (
    *(
        asserted(
            "U1", f"{kind} is not divided: {'  '.join(tokens)}", whole(*tokens), shifted(*tokens), _naively(*tokens)
        )
        for kind, tokens in TOKENS.items()
    ),
    asserted(
        "U1",
        "A compound is divided at its hyphen, and nowhere else",
        every(whole("COVID", "19", "mail", "e"), divided("e-mail")),
        shifted("COVID-19", "e-mail"),
        shifted("COVID-19", "e-mail", naive=True),
    ),
    asserted(
        "U1",
        "A number with a hyphen inside is not divided at it",
        whole("COVID-19", "2023-24"),
        shifted("COVID-19", "2023-24"),
        shifted("COVID-19", "2023-24", naive=True),
    ),
    asserted(
        "U1",
        "The hyphen stays at the line's end",
        lambda sheet: [line.text for line in sheet.lines if line.text.startswith("-")],
        shifted("e-mail"),
        shifted("e-mail", naive=True),
    ),
)

# U2


def pulled(run: GlyphRun) -> GlyphRun:
    """The first line of a page drawn out by a twentieth."""
    return replace(run, dx=tuple(dx * 1.05 for dx in run.dx)) if run.line == 0 else run


def _wide_and_narrow(token: str, *, squeezed: bool = False) -> Text:
    """A token on a line that is stretched (or squeezed), and again on a last line as it is by nature."""
    if squeezed:
        return Text(tuple(f"国，《{token}》，国{'国' * extra}。安安安安安安安安安安安安安" for extra in range(14)), 9)
    return Text(tuple(f"国国{token}{'安' * extra}（安安安安安安安安安国" + "安" * 9 for extra in range(14)), 9)


def _changed(sheet: Sheet) -> list[str]:
    """The sheet has lines that were stretched or squeezed, so that the question is one."""
    from tests.conformance.justified import flows
    from tests.conformance.widths import changes

    moved = any(abs(sum(changes(flow, line))) > 0.1 for flow, lines in flows(sheet) for line in range(len(lines)))
    return [] if moved else ["every line has its natural width"]


INSIDE = {
    "digits": "94817",
    "a number with a comma": "1,234",
    "a percentage": "57.5%",
    "a price": "¥128",
    "a word": "Python",
    "an abbreviation": "R&D",
    "an ellipsis": "……",
    "full-width digits": "２０２３",
}

U2 = (
    *(
        asserted(
            "U2",
            f"On a stretched line nothing is added inside {kind}",
            every(_changed, same_inside(token)),
            _wide_and_narrow(token),
            Doctored(_wide_and_narrow(token), pulled),
        )
        for kind, token in INSIDE.items()
    ),
    *(
        asserted(
            "U2",
            f"On a squeezed line nothing is taken from the inside of {kind}",
            every(_changed, same_inside(token)),
            _wide_and_narrow(token, squeezed=True),
            Doctored(_wide_and_narrow(token, squeezed=True), pulled),
        )
        for kind, token in INSIDE.items()
        if kind in {"digits", "a percentage", "a word"}
    ),
    asserted(
        "U2",
        "The ！！ of a stretched line stay half an em each",
        gaps("！", "！", 0.0),
        _wide_and_narrow("！！"),
        Doctored(_wide_and_narrow("！！"), pulled),
    ),
)

# U3

_TOGETHER = ("whole-numbers",)
UNITS = {
    "A number stays with its classifier": ("94817人次", "3个"),
    "A number stays with its unit": ("120公里", "5吨"),
    "A number stays with a unit in Latin letters": ("120km", "5MW"),
    "第 stays with its number and what is counted": ("第5届",),
    "What multiplies stands between number and unit": ("12.5万人", "20多个"),
    "A year stays with 年": ("2023年",),
}
_PHRASES = (("together", "phrases", ("德清平安报", "张建国局长")),)

U3 = (
    *(
        asserted(
            "U3",
            f"With the option, {kind[0].lower() + kind[1:]}: {'  '.join(units)}",
            whole(*units),
            shifted(*units, variants=_TOGETHER),
            shifted(*units, naive=True),
        )
        for kind, units in UNITS.items()
    ),
    asserted(
        "U3",
        "Without it a number may part from its classifier",
        divided("94817人次"),
        shifted("94817人次"),
        shifted("94817人次", variants=_TOGETHER),
    ),
    asserted(
        "U3",
        "A locked name stays whole",
        whole("德清平安报"),
        shifted("德清平安报", changes=_PHRASES),
        shifted("德清平安报"),
    ),
    asserted(
        "U3",
        "A locked title with its name stays whole",
        whole("张建国局长"),
        shifted("张建国局长", changes=_PHRASES),
        shifted("张建国局长"),
    ),
)

# U4

_LONG = "网址http://www.example.com/very/long/path/to完"
_DIGITS = "编号12345678901234567890止"
_WORD = "见internationalization一文"
_BROKEN = lines_of(_DIGITS, measure=8)


def _behind_slashes(sheet: Sheet) -> list[str]:
    return [line.text for line in sheet.lines[1:-1] if line.text[-1] not in "/.-"]


U4 = (
    asserted(
        "U4",
        "A number longer than the line is divided as a last resort",
        divided("12345678901234567890"),
        _BROKEN,
        lines_of(_DIGITS, measure=20),
    ),
    asserted("U4", "… and that is reported", noted("token-broken"), _BROKEN, Told(_BROKEN)),
    asserted(
        "U4",
        "… and every digit of it is there",
        shows(_DIGITS),
        _BROKEN,
        Doctored(_BROKEN, lambda run: replace(run, text=run.text.replace("7", "1"))),
    ),
    asserted(
        "U4",
        "A number as long as the line is not divided",
        whole("1234567890"),
        lines_of("国国国国国国1234567890国国国国国国国国国国国国国国", measure=6),
        lines_of("国国国国国国1234567890国国国国国国国国国国国国国国", measure=4),
    ),
    asserted(
        "U4",
        "An address longer than the line is divided behind its slashes and points",
        _behind_slashes,
        lines_of(_LONG, measure=7),
        lines_of(_LONG, measure=4),
    ),
    asserted(
        "U4",
        "… and every character of it is there",
        shows(_LONG),
        lines_of(_LONG, measure=7),
        Doctored(lines_of(_LONG, measure=7), lambda run: replace(run, text=run.text.replace("very", "berg"))),
    ),
    asserted(
        "U4",
        "A word longer than the line is hyphenated",
        lambda sheet: [] if any(line.text.endswith("-") for line in sheet.lines) else ["no hyphen"],
        lines_of(_WORD, measure=6),
        lines_of(_WORD, measure=6, changes=(("hyphenation", "language", ""),)),
    ),
    asserted(
        "U4",
        "… and its hyphen stands for nothing in the source",
        lambda sheet: (
            [char.text for line in sheet.lines for char in line.chars if char.element is None and char.text != "-"]
            + ([] if any(char.element is None for line in sheet.lines for char in line.chars) else ["nothing added"])
        ),
        lines_of(_WORD, measure=6),
        lines_of(_WORD, measure=20),
    ),
    asserted(
        "U4",
        "A word that fits a line of its own is not hyphenated",
        whole("internationalization"),
        lines_of("国国国国internationalization国国国国国国国国国国", measure=10),
        lines_of("国国国国internationalization国国国国国国国国国国", measure=6),
    ),
)

ASSERTIONS: tuple[Assertion, ...] = (*U1, *U2, *U3, *U4)
