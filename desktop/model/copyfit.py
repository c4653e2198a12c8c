"""How a house fits copy (齐版): the levers in the order in which they are pulled, each with its own limits."""

from __future__ import annotations

from msgspec import Struct


class ParagraphLever(Struct, frozen=True):
    """Paragraphs take fewer or more lines by squeezing, and by other breaks, within the rules of their lines.

    At most ``lines`` a paragraph, and only paragraphs whose best setting has ``least`` lines or more.
    """

    lines: int = 1
    least: int = 3


class SubheadLever(Struct, frozen=True):
    """Lines above and below the subheads of a text, all of them alike."""

    before_least: int = 0
    before_most: int = 2
    after_least: int = 0
    after_most: int = 1


class HeadlineLever(Struct, frozen=True):
    """A headline takes another size of its style: so many steps smaller or larger."""

    smaller: int = 1
    larger: int = 1


class PictureLever(Struct, frozen=True):
    """A picture gives or takes whole lines of height; it keeps ``least`` lines. Advertisements are sold as they are."""

    lower: int = 3
    higher: int = 3
    least: int = 6


class MeasureLever(Struct, frozen=True):
    """A text frame is set in another number of columns (n破m), of ``least`` to ``most`` characters each."""

    least: int = 10
    most: int = 24


class CutLever(Struct, frozen=True):
    """Sentences that would have to go are named, at most so many; they go only when a person says so."""

    sentences: int = 12


Lever = ParagraphLever | SubheadLever | HeadlineLever | PictureLever | MeasureLever | CutLever


class CopyfitRules(Struct, frozen=True):
    """The levers of a house in its order; one that is not named is never pulled."""

    levers: tuple[Lever, ...] = (
        ParagraphLever(),
        SubheadLever(),
        HeadlineLever(),
        PictureLever(),
        MeasureLever(),
        CutLever(),
    )
