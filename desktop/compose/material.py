"""Elements become blocks: shaped paragraphs with the style they are set in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import inf
from typing import TYPE_CHECKING, Any, TypeVar, cast
from weakref import WeakValueDictionary

from msgspec import Struct, field

from desktop.compose.handover import NO_JUMPS, Jumps
from desktop.compose.phrases import Borders
from desktop.display import GlyphRun, Ink
from desktop.display.items import Writing
from desktop.fonts import FaceLibrary
from desktop.model.edition import Edition, Flow, Page
from desktop.model.emphasis import faces_in
from desktop.model.layout import Grid, Slot
from desktop.model.settext import SetText, StoryTexts, cut_lengths
from desktop.model.story import Element, Role, SourceRange, Story
from desktop.model.style import Choice, FaceRole, HouseStyle, ParagraphChoice, ParagraphStyle
from desktop.text import (
    Breaker,
    Broken,
    EmphasisedChain,
    FaceChain,
    LineBreak,
    LinePlace,
    Measures,
    RuleTables,
    ShapedParagraph,
    compile_tables,
    line_runs,
    set_cells,
    shape_paragraph,
    spread_evenly,
)

if TYPE_CHECKING:
    from desktop.compose.fill import Trial

HEAD_ROLES = frozenset({Role.HEADLINE, Role.KICKER, Role.DECK, Role.ABSTRACT, Role.SUBHEAD})


class PaintedLine(Struct):
    """A justified line as glyph runs at the origin, and its width in points.

    The runs at the place where the line stood last are kept: while it stands there, every composition shows the very
    same records, and painters know what they have painted already.
    """

    runs: tuple[GlyphRun, ...]
    width: float
    place: tuple[float, float, str, int] | None = None
    placed: tuple[GlyphRun, ...] = ()

    def at(self, x: float, y: float, frame: str, number: int) -> tuple[GlyphRun, ...]:
        """Return the runs with the line's start on the baseline at a place, as a numbered line of a frame."""
        place = (x, y, frame, number)
        if place != self.place:
            self.place, self.placed = place, tuple(_moved(run, *place) for run in self.runs)
        return self.placed


def _moved(run: GlyphRun, x: float, y: float, frame: str, line: int) -> GlyphRun:
    """Return a run somewhere else; naming all fields is several times faster than a general replace."""
    return GlyphRun(
        run.face, run.size, run.x + x, run.y + y, run.gids, run.dx, run.dy, run.text, run.clusters, run.starts,
        run.ends, run.element, frame, line, run.writing, run.rotation, run.ink,
        run.stretch,
    )  # fmt: skip


class Shaped(Struct):
    """A shaped paragraph with the lines already found in it: shaped once, broken and painted once per measure."""

    paragraph: ShapedParagraph
    tables: RuleTables | None = None
    """The rules it was shaped by, before they were turned for vertical setting."""
    names: tuple[str, ...] = ()
    """Names in the text that a head is not broken inside of."""
    heads: dict[float, tuple[LineBreak, ...]] = field(default_factory=dict)
    """The lines of a head by its measure in ems."""
    fitted: dict[tuple[ParagraphStyle, float, int, float], Any] = field(default_factory=dict)
    """A head at its size (``heads.SetHead``), by its style, width, lines and pitch."""
    _breaker: Breaker | None = None
    _broken: dict[tuple[Measures, int, int | None], Broken | None] = field(default_factory=dict)
    _set: dict[tuple[LineBreak, float, float, float, bool, float], PaintedLine] = field(default_factory=dict)
    _borders: Borders | None = None

    @property
    def borders(self) -> Borders:
        """Where a head may be broken."""
        if self._borders is None:
            self._borders = Borders(self.paragraph, self.names)
        return self._borders

    def lines(self, measures: Measures, start: int = 0) -> Broken:
        """Return the best lines from a cell on, in measures of so many ems."""
        broken = self.counted(measures, start, None)
        assert broken is not None, "without a demanded count there are always lines"
        return broken

    def counted(self, measures: Measures, start: int, count: int | None) -> Broken | None:
        """Return the best of just so many lines from a cell on, None where there are none as good as without."""
        key = (measures, start, count)
        if key not in self._broken:
            if self._breaker is None:
                self._breaker = Breaker(self.paragraph)
            self._broken[key] = self._breaker.lines(measures, start, count)
        return self._broken[key]

    def paint(
        self, line: LineBreak, measure: float, size: float, black: float, justify: bool, gap: float = 0.0
    ) -> PaintedLine:
        """Return a line's glyph runs as they stand at the origin of the page, and its width in points.

        ``gap`` ems are added between the characters of a line that is spread evenly.
        """
        key = (line, measure, size, black, justify, gap)
        found = self._set.get(key)
        if found is None:
            set_line = set_cells(self.paragraph, line, measure, justify)
            set_line = spread_evenly(self.paragraph, set_line, gap) if gap else set_line
            place = LinePlace(0.0, 0.0, size, "", 0, Ink(black=black))
            runs = tuple(line_runs(self.paragraph, set_line, place))
            found = self._set[key] = PaintedLine(runs, set_line.width * size)
        return found


class Block(Struct, frozen=True):
    """A paragraph to be set: one element, or several that run on (a dateline and its lede)."""

    elements: tuple[Element, ...]
    style: ParagraphStyle
    shaped: Shaped
    more: int = 0
    """Lines more than is best, or fewer, that copyfit gave the paragraph."""

    @property
    def paragraph(self) -> ShapedParagraph:
        """The shaped text."""
        return self.shaped.paragraph

    @property
    def is_head(self) -> bool:
        """Tell whether the block is a head that must keep to the text under it; what no page holds is none."""
        return self.elements[0].role in HEAD_ROLES and not self.paragraph.rest

    @property
    def key(self) -> tuple[object, ...]:
        """What the block's lines depend on besides the columns; shaped text, while it lives, is told by its id."""
        return (id(self.shaped), self.style, self.more)

    def ranges_from(self, cell: int) -> dict[str, tuple[SourceRange, ...]]:
        """Return per element the source ranges of everything from a cell on."""
        paragraph = self.paragraph
        if cell >= len(paragraph):
            return {}
        if isinstance(paragraph.starts, range):  # one element, as it stands in the source
            start = paragraph.starts[paragraph.cells.first[cell]]
            return {paragraph.parts[0].element: (SourceRange(start, paragraph.starts.stop),)}
        left: dict[str, list[SourceRange]] = {}
        for index in range(paragraph.cells.first[cell], len(paragraph.text)):
            ranges = left.setdefault(paragraph.parts[paragraph.part_of[index]].element, [])
            start, end = paragraph.starts[index], paragraph.ends[index]
            if ranges and ranges[-1].end == start:
                ranges[-1] = SourceRange(ranges[-1].start, end)
            elif not ranges or ranges[-1].end < end:
                ranges.append(SourceRange(start, end))
        return {element: tuple(ranges) for element, ranges in left.items()}


_Found = TypeVar("_Found")

_ROOMY = 1.1
"""What lines may hold more than their measure: marks hang outside, and give up their blank."""


class _Kept(Struct, frozen=True):
    """An answer, records whose ids stand in its key, and the keys of what it was made from."""

    alive: object
    found: object
    used: frozenset[tuple[object, ...]]


class MaterialStore:
    """Shaped paragraphs by what they were made of, kept from one composition to the next.

    A paragraph that did not change is neither shaped nor broken again. After a page is composed, what neither it nor
    another page used when composed last is dropped.
    """

    def __init__(self, faces: FaceLibrary) -> None:
        self._faces = faces
        self._chains: dict[tuple[str, ...], FaceChain] = {}
        self._style: HouseStyle | None = None
        self._tables: dict[tuple[object, ...], RuleTables] = {}
        self._shaped: dict[tuple[object, ...], Shaped] = {}
        self._used: set[tuple[object, ...]] = set()
        self._used_by: dict[str, set[tuple[object, ...]]] = {}
        self._texts: dict[str, StoryTexts] = {}
        self._kept: dict[tuple[object, ...], _Kept] = {}
        self.trials: WeakValueDictionary[tuple[object, ...], Trial] = WeakValueDictionary()
        """How texts were set last, by frames and columns, as long as that is kept: where a draft begins."""

    def chain(self, style: HouseStyle, role: FaceRole) -> FaceChain:
        """Return the opened faces of a role."""
        ids = style.faces[role]
        if ids not in self._chains:
            self._chains[ids] = FaceChain([self._faces.open(face) for face in ids])
        return self._chains[ids]

    def tables(self, style: HouseStyle, choices: tuple[Choice, ...] = (), phrases: tuple[str, ...] = ()) -> RuleTables:
        """Return the rule tables of the style as look-ups, with choices made and phrases that stay whole added."""
        if style is not self._style:
            self._style, self._tables = style, {}
        key = (choices, phrases)
        if key not in self._tables:
            self._tables[key] = compile_tables(style.typography_by(choices), phrases)
        return self._tables[key]

    def texts(self, story: Story) -> Mapping[str, SetText]:
        """Return the set texts of a story's elements; those that did not change are the same records."""
        return self._texts.setdefault(story.id, StoryTexts()).of(story)

    def shape(
        self,
        tables: RuleTables,
        chain: FaceChain,
        parts: Sequence[SetText],
        writing: Writing = "h",
        head: bool = False,
        names: tuple[str, ...] = (),
        room: float = inf,
    ) -> Shaped:
        """Return the parts shaped as one paragraph, as far as ``room`` ems could hold it."""
        room = room if sum(len(part.text) for part in parts) > room else inf
        texts = tuple((p.element, p.text, p.starts[:1]) for p in parts)
        key = (id(tables), chain.key, texts, writing, head, names, room)
        shaped = self._shaped.get(key)
        if shaped is None or shaped.tables is not tables or shaped.paragraph.parts != tuple(parts):
            shaped = self._shaped[key] = Shaped(
                shape_paragraph(parts, chain, tables, writing, head, room), tables, names
            )
        self._used.add(key)
        return shaped

    def knows(self, key: tuple[object, ...]) -> bool:
        """Tell whether something was worked out for a key."""
        return key in self._kept

    def keep(self, key: tuple[object, ...], alive: object, work: Callable[[], _Found]) -> _Found:
        """Return what was worked out for a key; it is dropped with shaped text, by the same rule.

        Args:
            key: Tells one question from another; ids in it are those of records in ``alive`` or in the answer.
            alive: Kept as long as the answer, so that no other record takes their ids.
            work: Works the answer out; what it asks of the store is kept as long as the answer.
        """
        kept = self._kept.get(key)
        if kept is None:
            outer, self._used = self._used, set()
            try:
                kept = _Kept(alive, work(), frozenset(self._used))
            finally:
                self._used = outer
            self._kept[key] = kept
        self._used |= kept.used
        self._used.add(key)
        return cast("_Found", kept.found)

    def sweep(self, edition: Edition, page: str) -> None:
        """Drop what was not used when this page of the edition, and each other one, was composed last."""
        pages = {page.id for page in edition.pages}
        self._used_by = {key: used for key, used in self._used_by.items() if key in pages}
        self._used_by[page] = self._used
        self._used = set()
        used = set().union(*self._used_by.values())
        for unused in self._shaped.keys() - used:
            del self._shaped[unused]
        for unused in self._kept.keys() - used:
            del self._kept[unused]
        for gone in self._texts.keys() - {story.id for story in edition.stories}:
            del self._texts[gone]


class Context(Struct, frozen=True):
    """What every step of one composition reads: the edition's records by id, and the store of shaped text."""

    edition: Edition
    page: Page
    store: MaterialStore
    elements: Mapping[str, Element]
    stories: Mapping[str, Story]
    """Stories by the id of any of their elements."""
    names: tuple[str, ...] = ()
    """People and organisations of the bylines, and the edition's locked phrases: no head is broken inside them."""
    cut: Mapping[str, int] = {}
    """Characters of elements that accepted cuts took out, white space not counted."""
    draft: bool = False
    """Faults at columns' heads and feet (O2) are told but not mended."""
    jumps: Jumps = NO_JUMPS
    """What comes in from earlier pages, and what goes on on later ones."""
    choices: Mapping[str, ParagraphChoice] = {}
    """What was chosen for single paragraphs, by element."""

    def chosen(self, style: ParagraphStyle, element: Element) -> ParagraphStyle:
        """Return the style of the paragraph of an element: as it is given, or as somebody chose for this one."""
        return self.edition.style.chosen(style, self.choices.get(element.id))

    @property
    def rules(self) -> tuple[object, ...]:
        """What the texts of the page depend on besides themselves; the ids are those of records that it holds on to."""
        page, edition = self.page, self.edition
        told = (id(edition.style), id(page.layout), edition.phrases, edition.choices, self.names, edition.emphases)
        return (*told, page.variants, page.kinsoku, page.fitting)

    def tables(self, style: ParagraphStyle | None = None, slot: Slot | None = None) -> RuleTables:
        """Return the rules for a paragraph: its style's choice goes before the slot's, the page's and the layout's."""
        page = self.page
        choices: tuple[Choice, ...] = (
            (page.layout.variants, None),
            (page.variants, page.kinsoku),
            (slot.variants if slot else (), None),
            (style.variants, style.kinsoku) if style else ((), None),
        )
        return self.store.tables(self.edition.style, choices, self.edition.phrases)

    def chain(self, role: FaceRole) -> FaceChain:
        """Return the faces of a role."""
        return self.store.chain(self.edition.style, role)

    def chain_of(self, role: FaceRole, group: Sequence[Element], parts: Sequence[SetText]) -> FaceChain:
        """Return the faces of a paragraph, with those of the characters in it that are set in others."""
        plain = self.chain(role)
        emphases = self.edition.emphases
        if not emphases and not any(part.own for part in parts):
            return plain
        faces = [
            face or role
            for element, part in zip(group, parts, strict=True)
            for face in faces_in(emphases, self.stories[element.id].source, part)
        ]
        others = tuple(dict.fromkeys(face for face in faces if face is not role))
        if not others:
            return plain
        number = {face: at for at, face in enumerate(others, 1)}
        which = bytes(number.get(face, 0) for face in faces)
        return EmphasisedChain([plain, *(self.chain(face) for face in others)], which)

    @property
    def grid(self) -> Grid:
        """The page's grid."""
        return self.page.layout.grid

    def flow_elements(self, flow: Flow) -> list[Element]:
        """Return the flow's elements; ids that no story knows any more, and what is cut whole, are passed over."""
        found = [self.elements[key] for key in flow.elements if key in self.elements]
        return [element for element in found if element.id not in self.cut or self._stands(element)]

    def _stands(self, element: Element) -> bool:
        """Tell whether anything of an element is left."""
        return bool(self.part(element).text.strip())

    def part(self, element: Element) -> SetText:
        """Return an element's text as it is to be set."""
        return self.store.texts(self.stories[element.id])[element.id]

    def room(self, style: ParagraphStyle) -> float:
        """Return the ems of a style that the page could hold at most, set as close as it goes in its smallest size."""
        area, size = self.grid.type_area, min(style.sizes)
        return _ROOMY * area.width * area.height / (size * min(size, self.grid.pitch))

    def length(self, element: Element) -> int:
        """Return the characters of an element that are to stand, without white space."""
        return element.length - self.cut.get(element.id, 0)


def context_of(
    edition: Edition, page: Page, store: MaterialStore, draft: bool = False, jumps: Jumps = NO_JUMPS
) -> Context:
    """Return the context of composing a page."""
    pairs = [(element, story) for story in edition.stories for element in story.elements]
    elements = {element.id: element for element, _ in pairs}
    people = [person for element in elements.values() for person in element.people]
    names = {name for person in people for name in (person.name, person.organisation) if len(name) > 1}
    stories = {element.id: story for element, story in pairs}
    cut = {element: count for story in edition.stories for element, count in cut_lengths(story).items()}
    locked = tuple(sorted(names | set(edition.phrases)))
    choices = {choice.element: choice for choice in edition.choices}
    return Context(edition, page, store, elements, stories, locked, cut, draft, jumps, choices)
