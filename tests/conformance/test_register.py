"""Every assertion holds of what the product sets, and not of its control; the table beside the tests says so."""

from __future__ import annotations

import pytest

from tests.conformance.register import SOURCES, Assertion, every_assertion, faults, sheets_of

EVERY = every_assertion()


def name(assertion: Assertion) -> str:
    return f"{assertion.rule}: {assertion.says}"


def or_open(assertion: Assertion) -> object:
    """What does not hold yet is expected not to, and says why."""
    marks = [pytest.mark.xfail(reason=assertion.open, strict=True)] if assertion.open else []
    return pytest.param(assertion, marks=marks, id=name(assertion))


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("assertion", [or_open(each) for each in EVERY])
def test_it_holds(assertion, source):
    assert faults(assertion.question, assertion.kept, sheets_of(assertion.rule, source)) == []


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("assertion", EVERY, ids=name)
def test_control_it_can_fail(assertion, source):
    assert faults(assertion.question, assertion.controls, sheets_of(assertion.rule, source)) != []
