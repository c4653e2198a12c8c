"""The assertions, a module for each group of rules."""

from __future__ import annotations

from tests.conformance.register import Assertion
from tests.conformance.statements import gaps, kinsoku, lines, marks, pushing, tokens

ALL: tuple[Assertion, ...] = (*kinsoku.ASSERTIONS, *pushing.ASSERTIONS, *tokens.ASSERTIONS, *marks.ASSERTIONS, *lines.ASSERTIONS, *gaps.ASSERTIONS)
