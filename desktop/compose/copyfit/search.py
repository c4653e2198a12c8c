"""Pulling the levers of the house in its order until every text ends exactly with its last column.

A later lever is pulled only where all before it do not suffice, and then with those before it for what is left over.
What is tried is counted, never timed: the same page gives the same answer on every machine. Text is never cut here.

A text in columns of given height is to fill them all to the foot. One whose columns follow it is to end on the same
line in all of them; that they are level to within a line (B1) is not yet exact.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from desktop.compose.composer import Composer
from desktop.compose.copyfit.cutting import Cutting, with_cuts
from desktop.compose.copyfit.exact import Exact, Filling
from desktop.compose.copyfit.levers import View, changes_page, page_options, space_options
from desktop.compose.copyfit.plan import Cut, FitPlan, FitState, TextPlan, state_of
from desktop.compose.copyfit.sentences import Sentence
from desktop.compose.copyfit.steps import Teller
from desktop.compose.copyfit.targets import follows, is_level, targets
from desktop.compose.fitted import fitted_blocks
from desktop.compose.laid import LaidPage, LaidText
from desktop.compose.material import Block
from desktop.model.copyfit import CutLever, Lever, ParagraphLever, SubheadLever
from desktop.model.edition import Edition, Page
from desktop.model.fitting import NOTHING, Fitting, ParagraphFit
from desktop.model.layout import SlotKind
from desktop.text.judge import unpacked

_MOST_LAID = 24
"""Layouts of the page tried at most for one text; one takes ten to thirty milliseconds."""

_BEYOND = 1.25
"""Times the characters that fill the whole type area: a text of more is not tried. Squeezed, and set over everything
else on the page, it would still be over."""

_ROUNDS = 3
"""How often the texts are gone through: what one of them needs may move another."""


def copyfit(
    composer: Composer, edition: Edition, page: Page, cuts: Sequence[Cut] = (), texts: Collection[str] | None = None
) -> FitPlan:
    """Return what fits the texts of a page into their columns; neither the edition nor the page is changed.

    Args:
        composer: Lays the page out with what is tried.
        edition: The edition.
        page: The page; what copyfit decided about it before is decided anew.
        cuts: What a person has chosen to go.
        texts: The first frames of the texts to be fitted; None for all of them.

    Raises:
        FontError: A face of the house style cannot be opened.
    """
    clean = replace(page, fitting=NOTHING)
    whole = composer.lay_out(edition, clean)
    wanted = [text for text in whole.texts if (text.key in texts if texts is not None else _is_running(text))]
    search = _Search(composer, with_cuts(edition, cuts), clean)
    search.run([text.key for text in wanted])
    return FitPlan(page.id, tuple(search.answer(text) for text in wanted), search.fitting, tuple(cuts))


def state(text: LaidText) -> FitState:
    """Return how a text fits."""
    return state_of(text.fit, level=is_level(text))


def _is_running(text: LaidText) -> bool:
    """Tell whether a text has columns to fill; a caption is as high as it is long, unless the page is too full."""
    return text.text.slots[0].kind is SlotKind.TEXT or not state(text).exact


class _Made(Struct, frozen=True):
    """What was decided for one text: changes of the page, and of its own subheads and paragraphs."""

    page: Fitting = NOTHING
    text: Fitting = NOTHING


class _Search:
    """One search over one state of an edition.

    Args:
        composer: Lays the page out.
        edition: The edition, with what a person has chosen to go gone.
        clean: The page without anything decided.
        made: What is decided already, by text.
        levers: What may be pulled; None for all that the house has.
    """

    def __init__(
        self,
        composer: Composer,
        edition: Edition,
        clean: Page,
        made: Mapping[str, _Made] | None = None,
        levers: Sequence[Lever] | None = None,
    ) -> None:
        self._composer, self._edition, self._clean = composer, edition, clean
        self._levers = edition.style.copyfit.levers if levers is None else tuple(levers)
        self._made = dict(made or {})
        self.first = self.now = self._lay(self.fitting)
        self._tries = 0

    @property
    def fitting(self) -> Fitting:
        """What is decided for all texts."""
        fitting = NOTHING
        for made in self._made.values():
            fitting = fitting.joined(made.page).joined(made.text)
        return fitting

    def run(self, keys: Sequence[str]) -> None:
        """Fit texts; those whose columns follow them first, because they move the others."""
        known = {text.key for text in self.first.texts}
        turns = sorted((key for key in keys if key in known), key=lambda key: not follows(self.first.text_of(key)))
        for _ in range(_ROUNDS):
            before = dict(self._made)
            for key in turns:
                self._fit(key)
            if self._made == before:
                return

    def answer(self, whole: LaidText) -> TextPlan:
        """Return the answer for a text; ``whole`` is the text before anything was changed."""
        key, before = whole.key, state(whole)
        title = " ".join(whole.text.elements[0].text.split())
        if key not in {text.key for text in self.now.texts}:
            return TextPlan(whole.text.flow, title, before, (), FitState())  # all of it was cut
        made = self._made.get(key, _Made())
        steps = Teller(self._edition, self._lay, self.first, key).steps(made.page, made.text)
        after = state(self.now.text_of(key))
        cut = self._cut(key) if after.over_chars and not self._is_beyond(key) else None
        return TextPlan(whole.text.flow, title, before, steps, after, *(cut or ()))

    def _cut(self, key: str) -> tuple[tuple[Sentence, ...], FitState] | None:
        """Return the sentences that would have to go, and how the text would fit then."""
        lever = next((lever for lever in self._levers if isinstance(lever, CutLever)), None)
        if lever is None:
            return None
        others = {other: made for other, made in self._made.items() if other != key}
        trials = _Trials(self._composer, self._edition, self._clean, others, key)
        text, pitch = self.now.text_of(key), self._clean.layout.grid.pitch
        return Cutting(text, trials, pitch, self._reach(text)).to_go(lever)

    def _is_beyond(self, key: str) -> bool:
        """Tell whether a text is so long that no lever could ever make it fit."""
        fit, grid = self.now.text_of(key).fit, self._clean.layout.grid
        area = grid.long(grid.columns) * grid.lines
        return bool(fit.over_chars) and fit.placed_chars + fit.over_chars > _BEYOND * area

    def _reach(self, text: LaidText) -> int:
        """Return the characters that the paragraphs of a text can take in at most."""
        if not text.text.blocks or not text.columns:
            return 0
        lever = next((lever for lever in self._levers if isinstance(lever, ParagraphLever)), None)
        lines = Filling(text.text.blocks, text.columns, self._clean.layout.grid.pitch).reach(lever)
        widest = max(column.measure for column in text.columns)
        return round((lines + 1) * widest / text.text.blocks[-1].style.size)

    def _lay(self, fitting: Fitting) -> LaidPage:
        return self._composer.lay_out(self._edition, replace(self._clean, fitting=fitting))

    def _fit(self, key: str) -> None:
        """Fit one text, if there is a way; what was decided for it before is decided anew."""
        if state(self.now.text_of(key)).exact or self._is_beyond(key):
            return
        if self._made.pop(key, None) is not None:
            self.now = self._lay(self.fitting)
        self._tries = 0
        dead: set[tuple[str, ...]] = set()
        for count, lever in enumerate(self._levers, start=1):
            if not isinstance(lever, CutLever) and self._pulled(key, self._levers[:count], dead):
                return

    def _pulled(self, key: str, levers: Sequence[Lever], dead: set[tuple[str, ...]]) -> bool:
        """Fit a text by the last of some levers, those before it for what is left; tells whether that went.

        ``dead`` are subjects known to change nothing for this text.
        """
        view = View(self._edition, self._clean, self.now, self.now.text_of(key))
        for options in page_options(view, levers):
            if self._tries >= _MOST_LAID:
                return False
            if any(option.subject in dead for option in options):
                continue
            page = NOTHING
            for option in options:
                page = page.joined(option.fitting)
            laid = self._tried(page) if options else self.now
            if options and laid.text_of(key).columns == view.text.columns:
                dead |= {option.subject for option in options} if len(options) == 1 else set()
                continue
            for found in self._settings(laid.text_of(key), levers):
                settled = self._tried(page.joined(found))
                if state(settled.text_of(key)).exact and not _harmed(self.now, settled, key):
                    self._made[key] = _Made(page, found)
                    self.now = settled
                    return True
        return False

    def _tried(self, more: Fitting) -> LaidPage:
        self._tries += 1
        return self._lay(self.fitting.joined(more))

    def _settings(self, laid: LaidText, levers: Sequence[Lever]) -> Iterator[Fitting]:
        """Yield what makes a text fill its columns as they stand: spaces of its subheads, lines of its paragraphs."""
        if laid.filled is None:
            return
        paragraphs = next((lever for lever in levers if isinstance(lever, ParagraphLever)), None)
        subheads = next((lever for lever in levers if isinstance(lever, SubheadLever)), None)
        faults = unpacked(laid.filled.regret).faults
        unchanged = not isinstance(levers[-1], SubheadLever) or changes_page(levers[-1], laid)
        for spaces in space_options(laid, subheads, either=follows(laid), unchanged=unchanged):
            blocks = fitted_blocks(laid.text.blocks, spaces)
            for filling in self._fillings(blocks, laid):
                exact = filling.exact(paragraphs, faults)
                if exact is not None:
                    yield spaces.joined(_lines(blocks, exact))

    def _fillings(self, blocks: Sequence[Block], laid: LaidText) -> list[Filling]:
        """Return the columns to be filled, those first that are nearest to the text."""
        found = [Filling(blocks, columns, self._clean.layout.grid.pitch) for columns in targets(laid)]
        return sorted(found, key=lambda filling: abs(filling.over))


def _lines(blocks: Sequence[Block], exact: Exact) -> Fitting:
    pairs = zip(blocks, exact.more, strict=True)
    return Fitting(tuple(ParagraphFit(block.elements[0].id, more) for block, more in pairs if more))


def _harmed(before: LaidPage, after: LaidPage, key: str) -> bool:
    """Tell whether another text ended exactly and does so no more, or is over and was not."""
    for text in before.texts:
        was, now = state(text), state(after.text_of(text.key))
        if text.key != key and ((was.exact and not now.exact) or now.over_chars > was.over_chars):
            return True
    return False


class _Trials(Struct, frozen=True):
    """Tells how a text would be without something, all other texts as they are; every cut is laid out once."""

    composer: Composer
    edition: Edition
    clean: Page
    made: Mapping[str, _Made]
    key: str
    known: dict[tuple[Cut, ...], LaidText] = field(default_factory=dict)

    def laid(self, cuts: Sequence[Cut]) -> LaidText:
        """Return the text as it would be laid out."""
        if tuple(cuts) not in self.known:
            self._search(cuts)
        return self.known[tuple(cuts)]

    def fitted(self, cuts: Sequence[Cut]) -> FitState:
        """Return how it would fit once its own lines have been fitted."""
        search = self._search(cuts)
        search.run([self.key])
        return state(search.now.text_of(self.key))

    def _search(self, cuts: Sequence[Cut]) -> _Search:
        levers = [
            lever for lever in self.edition.style.copyfit.levers if isinstance(lever, (ParagraphLever, SubheadLever))
        ]
        search = _Search(self.composer, with_cuts(self.edition, cuts), self.clean, self.made, levers)
        self.known[tuple(cuts)] = search.first.text_of(self.key)
        return search
