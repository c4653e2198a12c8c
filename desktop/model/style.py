"""House style: faces, paragraph styles and the typographic rule tables, all of it data.

Lengths are in points or, where the name ends in ``ems``, in ems of the text's own size.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from desktop.model.copyfit import CopyfitRules
from desktop.model.story import Role


class FaceRole(StrEnum):
    """What a face is for."""

    SONG = "song"  # 报宋, body
    BIAOSONG = "biaosong"  # 标宋, heads
    HEI = "hei"  # 黑体
    KAI = "kai"  # 楷体


class Align(StrEnum):
    """How the lines of a paragraph stand in their measure."""

    JUSTIFY = "justify"
    START = "start"
    CENTRE = "centre"
    END = "end"


class KinsokuLevel(StrEnum):
    """Strictness of line-start and line-end prohibitions (CLREQ 3.1.3)."""

    NONE = "none"
    BASIC = "basic"
    GB = "gb"
    STRICT = "strict"


class MarkKind(StrEnum):
    """Classes of marks that share width and position (CLREQ 3.1.6; GB/T 15834-2011, 5)."""

    PAUSE = "pause"  # ， 、 ；
    COLON = "colon"  # ：
    STOP = "stop"  # 。 ．
    EXCLAIM = "exclaim"  # ！ ？
    OPENING = "opening"
    CLOSING = "closing"
    INTERPUNCT = "interpunct"  # 间隔号
    SOLIDUS = "solidus"  # 分隔号
    CONNECTOR = "connector"  # 连接号
    DASH = "dash"  # 破折号
    ELLIPSIS = "ellipsis"  # 省略号


class MarkRule(Struct, frozen=True):
    """Cell and blank of one class of marks, in ems.

    ``lead`` and ``trail`` are the blank before and after the ink that may be given up: at the start of a line (W4),
    at its end (W5), beside another mark (W3). ``squeeze`` is the step of A1 at which the blank may be taken to
    justify a line; 0 means never (W2). ``least`` is the width that squeezing leaves, where that is more than the cell
    without its blank.
    """

    kind: MarkKind
    chars: str
    cell: float
    lead: float = 0.0
    trail: float = 0.0
    squeeze: int = 0
    least: float = 0.0


class Spacing(Struct, frozen=True):
    """Justification limits in ems (A1, A2, L1) and the steps of A1 that have no mark class of their own."""

    word_space: float = 1 / 3
    word_space_least: float = 1 / 4
    word_space_most: float = 1 / 2
    word_space_squeeze: int = 2
    latin_gap: float = 1 / 4
    latin_gap_least: float = 1 / 8
    latin_gap_most: float = 1 / 3
    latin_gap_squeeze: int = 6
    squeeze_steps: int = 7
    adjacent_marks: float = 1.5
    line_end_half: bool = True
    """W5: a full-width mark at a line's end gives up its blank. Without it the blank may be squeezed, as the first
    step of A1."""
    edge_squeeze: int = 1
    """The step of A1 that takes the blank at a line's end, where W5 has not; 0 for never."""
    grid: bool = False
    """L2, strict grid: every run takes whole cells; nothing is squeezed, no blank is given up, Han–Latin gaps go."""


class LineRules(Struct, frozen=True):
    """What the lines of a paragraph, and of a column, owe to each other (O1, O2, W6)."""

    last_line_least: int = 2
    """O1: characters besides marks that a paragraph's last line holds at least; 1 or less asks for nothing."""
    last_line_squeeze: bool = True
    """W6: marks may be squeezed to take a lone last character in, before one is pulled down."""
    keep_last_line: bool = True
    """O2: the last line of a paragraph does not start a column."""
    lines_under_head: int = 2
    """O2: lines of text that stand under a subhead at least, in its column; 0 lets it end the column."""
    loosest: float = 0.25
    """Ems by which a gap may be stretched before the line counts as loose and is reported."""
    tight: float = 0.12
    """Ems by which a gap may be stretched before marks are rather squeezed: from there on a line is seen to be open."""
    runaround_least: float = 5.0
    """Ems that a line beside an obstacle measures at least; where less is left, nothing is set."""
    may_start: frozenset[str] = frozenset()
    """K5: what may start a line whatever the level says."""


class Hanging(Struct, frozen=True):
    """Marks that stand outside the measure where they end a line (H1)."""

    by: float = 0.0
    """Ems of such a mark that stand outside, at most half an em; 0: none hangs."""
    marks: frozenset[str] = frozenset("、，。")


class Together(Struct, frozen=True):
    """What stays on one line without being a token: it may be stretched inside (U3)."""

    numbers: bool = False
    """A number stays with the classifier or unit behind it, and with what counts before it (第5届)."""
    before: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    """What may stand between a number and its unit: 多, 万."""
    behind: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    """Names, titles and the like."""


class Hyphenation(Struct, frozen=True):
    """How Latin words longer than a line are divided (U1); ``language`` names the patterns, empty for none.

    Words of fewer than ``least`` letters stay whole; at least ``left`` letters stand before a hyphen, ``right`` behind.
    """

    language: str = "en_US"
    least: int = 5
    left: int = 2
    right: int = 3


class VerticalRules(Struct, frozen=True):
    """What stands how in vertical setting (V1, V2)."""

    corner_quotes: bool = True
    """“” become 『』 and ‘’ 「」; no keeps them, turned like brackets."""
    acronym: int = 6
    """Capitals that an acronym has at most to stand upright, letter by letter; longer ones are turned like words."""
    combined: int = 3
    """Digits of a number that stand side by side in one cell at most; less than 2: none do."""
    upright_digits: int = 4
    """Digits of a number that stand upright one below the other at most (a year); longer numbers are turned."""


class Kinsoku(Struct, frozen=True):
    """Characters that may not start or end a line, per level (K1, K2)."""

    no_start: Mapping[KinsokuLevel, frozenset[str]]
    no_end: Mapping[KinsokuLevel, frozenset[str]]


Value = float | str | frozenset[str] | tuple[str, ...]
"""What a field of a rule table holds."""


class Typography(Struct, frozen=True):
    """The rule tables of the line composer."""

    level: KinsokuLevel
    kinsoku: Kinsoku
    marks: tuple[MarkRule, ...]
    spacing: Spacing
    lines: LineRules = LineRules()
    vertical: VerticalRules = VerticalRules()
    hanging: Hanging = Hanging()
    together: Together = Together()
    hyphenation: Hyphenation = Hyphenation()


class Variant(Struct, frozen=True):
    """A named change of the typography, for a layout, a page, a slot or a paragraph style to choose.

    ``changes`` are table, field and value; ``marks`` are characters, a field of their mark rules, and value.
    """

    id: str
    names: tuple[tuple[str, str], ...] = ()
    level: KinsokuLevel | None = None
    changes: tuple[tuple[str, str, Value], ...] = ()
    marks: tuple[tuple[str, str, float], ...] = ()

    def name(self, language: str) -> str:
        """Return the variant's name in ``"zh"`` or ``"en"``, else any."""
        names = dict(self.names)
        return names.get(language) or next(iter(names.values()), self.id)

    def applied(self, typography: Typography) -> Typography:
        """Return a typography with this change made."""
        said: dict[str, dict[str, Value]] = {}
        for table, field, value in self.changes:
            said.setdefault(table, {})[field] = value
        tables = {table: replace(getattr(typography, table), **fields) for table, fields in said.items()}
        marks = typography.marks
        for chars, field, value in self.marks:
            marks = tuple(part for rule in marks for part in _divided(rule, chars, field, value))
        return replace(typography, level=self.level or typography.level, marks=marks, **tables)


def _divided(rule: MarkRule, chars: str, field: str, value: float) -> Iterable[MarkRule]:
    """Yield a rule in two: what stays as it was, and the characters that change."""
    stays = "".join(char for char in rule.chars if char not in chars)
    changes = "".join(char for char in rule.chars if char in chars)
    if stays:
        yield replace(rule, chars=stays) if changes else rule
    if changes:
        yield replace(rule, chars=changes, **{field: value})


class ParagraphStyle(Struct, frozen=True):
    """How elements of a role are set.

    ``sizes`` from largest to smallest: a head takes the first that fits; text styles have one. ``pitches`` is how many
    body line pitches one set line occupies (1.5: two lines in three), 0 to derive it from the size. ``before`` and
    ``after`` are whole pitches.
    """

    name: str
    face: FaceRole
    sizes: tuple[float, ...]
    align: Align = Align.JUSTIFY
    indent_ems: float = 0.0
    narrow_below: float = 0.0
    """Columns of fewer characters than this are narrow: their indent is ``narrow_indent`` (P1)."""
    narrow_indent: float = 1.0
    pitches: float = 0.0
    before: int = 0
    after: int = 0
    max_lines: int = 0
    spread: float = 0.0
    """Ems at most that are added between the characters of a head of one line to fill its measure (均排); 0: none."""
    black: float = 1.0
    kinsoku: KinsokuLevel | None = None
    """The level of line-start and line-end rules for this style; None: the page's (K1)."""
    variants: tuple[str, ...] = ()
    """Variants of the house's typography for this style, by id."""
    labels: tuple[tuple[str, str], ...] = ()
    """What it is called where it is offered for a choice, by language."""

    def label(self, language: str) -> str:
        """Return what the style is called in ``"zh"`` or ``"en"``, else its name."""
        return dict(self.labels).get(language, self.name)

    @property
    def size(self) -> float:
        """The first (largest) size in points."""
        return self.sizes[0]


def indent_of(style: ParagraphStyle, measure_ems: float) -> float:
    """Return the first-line indent in ems of a paragraph in a column of so many ems (P1).

    Args:
        style: The paragraph's style.
        measure_ems: The column's whole measure, obstacles not taken off: all of its paragraphs are indented alike.
    """
    own = min(style.indent_ems, style.narrow_indent) if measure_ems < style.narrow_below else style.indent_ems
    return min(own, max(0.0, measure_ems - 1.0))


Choice = tuple[tuple[str, ...], KinsokuLevel | None]
"""What a layout, page, slot or paragraph style chooses: variants by id, and then a level of its own."""


class ParagraphChoice(Struct, frozen=True):
    """What a person chose for a single paragraph, by its element, wherever it stands.

    ``style`` is the name of a paragraph style, empty for the one that its role and slot give it. Variants and level go
    before those of the style.
    """

    element: str
    style: str = ""
    variants: tuple[str, ...] = ()
    kinsoku: KinsokuLevel | None = None

    def __bool__(self) -> bool:
        return bool(self.style or self.variants or self.kinsoku)


class HouseStyle(Struct, frozen=True):
    """A house style. ``head`` styles are for slots of their own, ``flow`` styles for elements inside a text column.

    ``further`` styles wait for a slot or a single paragraph of their role to choose them by name.
    """

    id: str
    faces: Mapping[FaceRole, tuple[str, ...]]
    typography: Typography
    head: Mapping[Role, ParagraphStyle]
    flow: Mapping[Role, ParagraphStyle]
    variants: tuple[Variant, ...] = ()
    copyfit: CopyfitRules = CopyfitRules()
    further: tuple[tuple[Role, ParagraphStyle], ...] = ()

    @property
    def paragraph_styles(self) -> tuple[ParagraphStyle, ...]:
        """All paragraph styles; no two have the same name."""
        return (*self.head.values(), *self.flow.values(), *(style for _, style in self.further))

    def paragraph_style(self, name: str) -> ParagraphStyle | None:
        """Return the paragraph style of a name; None where the house has none."""
        return next((style for style in self.paragraph_styles if style.name == name), None)

    def chosen(self, style: ParagraphStyle, choice: ParagraphChoice | None) -> ParagraphStyle:
        """Return a paragraph's style as a choice of its own changes it; a name that is not known changes nothing."""
        if choice is None:
            return style
        named = self.paragraph_style(choice.style) or style
        variants = (*named.variants, *choice.variants)
        return replace(named, variants=variants, kinsoku=choice.kinsoku or named.kinsoku)

    def typography_by(self, choices: Iterable[Choice]) -> Typography:
        """Return the typography with choices made one after another, the last one having the last word.

        Ids that the house style does not know are passed over: a package may come with another style.
        """
        known = {variant.id: variant for variant in self.variants}
        typography = self.typography
        for ids, level in choices:
            for id_ in ids:
                typography = known[id_].applied(typography) if id_ in known else typography
            typography = replace(typography, level=level) if level else typography
        return typography
