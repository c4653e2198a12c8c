"""The assertions, a module for each group of rules."""

from __future__ import annotations

from tests.conformance.register import Assertion
from tests.conformance.statements import (
    columns,
    gaps,
    heads,
    kinsoku,
    marks,
    paragraphs,
    pictures,
    pushing,
    squeezing,
    stretching,
    tokens,
    vertical,
)

ALL: tuple[Assertion, ...] = (
    *kinsoku.ASSERTIONS,
    *pushing.ASSERTIONS,
    *tokens.ASSERTIONS,
    *marks.ASSERTIONS,
    *squeezing.ASSERTIONS,
    *stretching.ASSERTIONS,
    *gaps.ASSERTIONS,
    *paragraphs.ASSERTIONS,
    *columns.ASSERTIONS,
    *pictures.ASSERTIONS,
    *vertical.ASSERTIONS,
    *heads.ASSERTIONS,
)
