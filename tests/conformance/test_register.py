"""Every assertion holds of what the product sets, and not of its control; the table beside the tests says so."""

from __future__ import annotations

import pytest

from tests.conformance.register import SOURCES, Assertion, asserted, every_assertion, faults, sheets_of
from tests.conformance.table import README, RULES, TESTS, table

EVERY = every_assertion()


def name(assertion: Assertion) -> str:
    return f"{assertion.rule}: {assertion.says}"


def or_open(assertion: Assertion) -> object:
    """What does not hold yet is expected not to, and says why."""
    marks = [pytest.mark.xfail(reason=assertion.not_yet, strict=True)] if assertion.not_yet else []
    return pytest.param(assertion, marks=marks, id=name(assertion))


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("assertion", [or_open(each) for each in EVERY])
def test_it_holds(assertion, source):
    assert faults(assertion.question, assertion.kept, sheets_of(assertion.rule, source)) == []


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("assertion", EVERY, ids=name)
def test_control_it_can_fail(assertion, source):
    assert faults(assertion.question, assertion.controls, sheets_of(assertion.rule, source)) != []


def test_no_statement_is_made_twice():
    said = [(each.rule, each.says) for each in EVERY]
    assert len(set(said)) == len(said)


def test_every_assertion_has_a_control():
    assert [name(each) for each in EVERY if not each.controls or not each.kept] == []


def test_there_are_enough_of_them():
    assert len(EVERY) >= 200


def test_every_rule_of_the_list_has_some():
    assert {each.rule for each in EVERY} == {listed.rule for listed in RULES}


def test_the_table_beside_the_tests_is_up_to_date():
    assert README.read_text(encoding="utf-8") == table()


@pytest.mark.parametrize("file", sorted({file for listed in RULES for file in listed.also}))
def test_the_further_tests_are_there(file):
    assert (TESTS / file).is_file()


def test_control_a_question_that_finds_nothing_fails_its_control():
    mute = asserted("K2", "nothing", lambda _: [], EVERY[0].kept, EVERY[0].controls)
    assert faults(mute.question, mute.controls, sheets_of(EVERY[0].rule, "dump")) == []
