"""Where a Latin word that is longer than a line may be broken (U1, UAX #14)."""

from __future__ import annotations

from functools import cache

from msgspec import Struct


class InnerBreak(Struct, frozen=True):
    """A place inside a token, in characters from its start, and whether a hyphen is shown there."""

    offset: int
    needs_hyphen: bool


@cache
def inner_breaks(token: str) -> tuple[InnerBreak, ...]:
    """Return where a token may be broken: behind a slash or a hyphen inside it."""
    return tuple(InnerBreak(at, needs_hyphen=False) for at in range(1, len(token)) if token[at - 1] in "/-")
