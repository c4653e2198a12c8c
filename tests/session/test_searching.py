"""Finding and replacing over all articles."""

from __future__ import annotations

import pytest

from desktop.errors import UsageError
from desktop.model.settext import set_texts
from desktop.model.story import ChangeKind
from desktop.session import Session
from desktop.session.searching import Hit, Query, ReplaceHits, find, replacements


def says(session: Session) -> str:
    return "\n".join(text.text for story in session.edition.stories for text in set_texts(story).values())


def test_words_are_found_wherever_they_are_set(session: Session) -> None:
    hits = find(session.edition, Query("青岭"))
    assert len(hits) == says(session).count("青岭") > 1
    assert find(session.edition, Query("没有这个词")) == ()
    assert find(session.edition, Query("")) == ()


def test_a_pattern_means_itself_unless_it_is_a_regular_expression(session: Session) -> None:
    assert find(session.edition, Query("青.")) == ()
    found = find(session.edition, Query("青.", regular=True))
    assert len(found) >= says(session).count("青岭")


def test_case_counts_only_where_asked(session: Session) -> None:
    element = find(session.edition, Query("青岭"))[0].element
    session.do(ReplaceHits((Hit(element, 0, 0),), ("Abc",)))
    assert len(find(session.edition, Query("ABC"))) == 1
    assert find(session.edition, Query("ABC", case=True)) == ()


def test_all_are_replaced_as_one_step_and_listed(session: Session) -> None:
    before, done = says(session), len(session.history.done)
    query = Query("(青)(岭)", regular=True)
    hits = find(session.edition, query)
    session.do(ReplaceHits(hits, replacements(session.edition, query, hits, r"\2·\1")))
    assert says(session) == before.replace("青岭", "岭·青")
    assert len(session.history.done) == done + 1
    edits = [c for s in session.edition.stories for c in s.changes if c.kind is ChangeKind.EDIT]
    assert len(edits) == len(hits)
    session.undo()
    assert says(session) == before


@pytest.mark.parametrize("pattern", ["(", "[", "*", r"\9"])
def test_what_is_no_regular_expression_is_said(session: Session, pattern: str) -> None:
    with pytest.raises(UsageError, match="regular expression"):
        find(session.edition, Query(pattern, regular=True))


def test_a_template_that_names_no_group_is_said(session: Session) -> None:
    query = Query("青(岭)", regular=True)
    with pytest.raises(UsageError, match="cannot be read"):
        replacements(session.edition, query, find(session.edition, query), r"\7")


def test_lines_put_in_stay_in_one_paragraph(session: Session) -> None:
    count = len(session.edition.stories[0].elements)
    hit = find(session.edition, Query("青岭"))[0]
    session.do(ReplaceHits((hit,), ("甲\n乙",)))
    assert len(session.edition.stories[0].elements) == count
    assert "甲 乙" in says(session)
