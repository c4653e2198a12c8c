"""Every assertion holds of what the product sets, and not of its control; the table beside the tests says so."""

from __future__ import annotations

import pytest

from tests.conformance.register import SOURCES, Assertion, every_assertion, faults, sheets_of

EVERY = every_assertion()


def name(assertion: Assertion) -> str:
    return f"{assertion.rule}: {assertion.says}"


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("assertion", EVERY, ids=name)
def test_it_holds(assertion, source):
    assert faults(assertion.question, assertion.kept, sheets_of(assertion.rule, source)) == []


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("assertion", EVERY, ids=name)
def test_control_it_can_fail(assertion, source):
    assert faults(assertion.question, [assertion.control], sheets_of(assertion.rule, source)) != []
