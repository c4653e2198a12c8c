"""Which sentences would have to go where no lever suffices: from the text's end backwards, as few as do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from msgspec.structs import replace

from desktop.compose.copyfit.plan import Cut, FitState
from desktop.compose.copyfit.sentences import Sentence, from_the_end
from desktop.compose.exclusions import ColumnShape
from desktop.compose.fill import fill
from desktop.compose.laid import LaidText
from desktop.model.copyfit import CutLever
from desktop.model.corrections import cut_out
from desktop.model.edition import Edition

_MOST_TRIALS = 12
"""Cuts tried at most; each lays the page out a few times."""

_ENDLESS = 1_000_000
"""Lines of a column that holds any text."""


def with_cuts(edition: Edition, cuts: Sequence[Cut]) -> Edition:
    """Return the edition with pieces of elements cut, each listed as a change that can be taken back."""
    for cut in cuts:
        edition = edition.replacing_story(cut_out(edition.story_of(cut.element), cut.element, cut.ranges))
    return edition


class Trials(Protocol):
    """Tells how a text would be without something."""

    def laid(self, cuts: Sequence[Cut]) -> LaidText:
        """Return the text as it would be laid out."""

    def fitted(self, cuts: Sequence[Cut]) -> FitState:
        """Return how it would fit once its own lines have been fitted."""


Unit = tuple[Sentence, ...]
"""A sentence that goes, with the subhead that it would leave alone."""


class Cutting:
    """One text that is over.

    Args:
        text: The text.
        trials: Tell what a cut would do.
        pitch: Of the body's lines, in points.
        reach: Characters that its paragraphs can take in by squeezing, at most.
    """

    def __init__(self, text: LaidText, trials: Trials, pitch: float, reach: int) -> None:
        self._text, self._trials, self._pitch, self._reach = text, trials, pitch, reach
        self._units = _units(text)
        self._left = _MOST_TRIALS

    def to_go(self, lever: CutLever) -> tuple[tuple[Sentence, ...], FitState] | None:
        """Return the sentences that would have to go, the text's last one first, and how it would fit then.

        The shortest end of the text is sought without which it fits. In place of the last sentence of that, shorter
        ones that end another paragraph are tried, so that no more goes than need be and the text ends exactly.

        Args:
            lever: How many sentences are named at most; None is returned where more would have to go.
        """
        least = self._text.fit.over_chars - self._reach
        best: tuple[Sequence[Unit], FitState] | None = None
        for count in range(1, min(lever.sentences, len(self._units)) + 1):
            chosen = self._units[:count]
            if sum(_chars(unit) for unit in chosen) < least:
                continue
            after = self._fitted(chosen)
            if after is None:
                break
            if not after.over_chars:
                best = next(self._instead(chosen, least), None) or (chosen, after)
                break
        return (self._told(best[0]), best[1]) if best else None

    def _instead(self, chosen: Sequence[Unit], least: int) -> Iterator[tuple[Sequence[Unit], FitState]]:
        """Yield what fits exactly with a shorter sentence in place of the last one, the shortest first."""
        first = {unit[0].element: unit for unit in reversed(self._units)}
        ends = sorted((unit for unit in first.values() if unit not in chosen), key=_chars)
        rest = least - sum(_chars(unit) for unit in chosen[:-1])
        for unit in ends:
            if not rest <= _chars(unit) < _chars(chosen[-1]):
                continue
            tried = [*chosen[:-1], unit]
            after = self._fitted(tried)
            if after is None:
                return
            if after.exact:
                yield tried, after

    def _fitted(self, units: Sequence[Unit]) -> FitState | None:
        """Return how the text fits without some sentences; None when enough has been tried."""
        self._left -= 1
        return self._trials.fitted(_cuts(units)) if self._left >= 0 else None

    def _told(self, units: Sequence[Unit]) -> tuple[Sentence, ...]:
        """Return the sentences with the lines that each of them frees after those before it."""
        told: list[Sentence] = []
        before = self._lines(self._text)
        for count, unit in enumerate(units, start=1):
            after = self._lines(self._trials.laid(_cuts(units[:count])))
            told += [replace(unit[0], lines=before - after), *unit[1:]]
            before = after
        return tuple(told)

    def _lines(self, text: LaidText) -> int:
        """Return how many body lines a text takes in one column as wide as its last one."""
        if not text.text.blocks:
            return 0
        measure = self._text.columns[-1].measure if self._text.columns else 0.0
        return round(fill(text.text.blocks, (ColumnShape(measure, _ENDLESS),), self._pitch).used[0])


def _chars(unit: Unit) -> int:
    return sum(sentence.chars for sentence in unit)


def _cuts(units: Sequence[Unit]) -> list[Cut]:
    return [Cut(sentence.element, sentence.ranges) for unit in units for sentence in unit]


def _units(text: LaidText) -> list[Unit]:
    """Return what may go of a text; of what comes from an earlier page only what stands on this one."""
    blocks = text.text.blocks
    shown = {part.element: part for block in blocks for part in block.paragraph.parts}
    return from_the_end([element for block in blocks for element in block.elements if element.id in shown], shown)
