"""Writing on the page: the caret, what is typed, and how it is undone."""

from __future__ import annotations

import random

import pytest

from desktop.errors import UsageError
from desktop.integrity import check_display
from desktop.model.settext import set_texts
from desktop.model.story import ChangeKind, Role
from desktop.model.typing import Spot
from desktop.session import Session
from desktop.session.wordwise import word_around, word_end, word_start, words
from desktop.session.writing import Move, Writer


@pytest.fixture
def writer(session: Session, faces) -> Writer:
    return Writer(session, lambda face, glyph: faces.open(face).advance(glyph))


@pytest.fixture
def body(session: Session) -> str:
    """The first paragraph of text on the page."""
    return next(e.id for story in session.edition.stories for e in story.with_role(Role.BODY))


def says(session: Session, element: str) -> str:
    return set_texts(session.edition.story_of(element))[element].text


def shown(session: Session, element: str) -> str:
    """What the page shows of an element, hyphens and jump lines left out."""
    return "".join(run.text for run in session.composed().display.runs() if run.element == element)


def test_typed_characters_stand_on_the_page_and_are_one_step(session: Session, writer: Writer, body: str) -> None:
    before, done = says(session, body), len(session.history.done)
    writer.place(Spot(body, 4))
    for char in "新写的字":
        writer.write(char)
    assert says(session, body) == before[:4] + "新写的字" + before[4:]
    assert "新写的字" in shown(session, body)
    assert len(session.history.done) == done + 1
    assert writer.spot == Spot(body, 8)
    session.undo()
    assert says(session, body) == before


def test_moving_the_caret_ends_a_step(session: Session, writer: Writer, body: str) -> None:
    done = len(session.history.done)
    writer.place(Spot(body, 4))
    writer.write("甲")
    writer.move(Move.RIGHT)
    writer.write("乙")
    assert len(session.history.done) == done + 2


def test_deleting_follows_typing_as_a_step_of_its_own(session: Session, writer: Writer, body: str) -> None:
    before, done = says(session, body), len(session.history.done)
    writer.place(Spot(body, 3))
    writer.write("错了")
    writer.delete(back=True)
    writer.delete(back=True)
    assert says(session, body) == before
    assert len(session.history.done) <= done + 2
    assert not [c for s in session.edition.stories for c in s.changes if c.kind is ChangeKind.EDIT]


def test_a_new_paragraph_follows_its_first_half_on_the_page_and_goes_again(
    session: Session, writer: Writer, body: str
) -> None:
    before = says(session, body)
    flow = session.edition.pages[0].flows_of_element(body)[0]
    writer.place(Spot(body, 5))
    writer.write("\n")
    fresh = session.edition.pages[0].flows_of_element(body)[0].elements
    at = fresh.index(body)
    assert len(fresh) == len(flow.elements) + 1
    assert says(session, body) + says(session, fresh[at + 1]) == before
    assert writer.spot == Spot(fresh[at + 1], 0)
    writer.delete(back=True)
    assert says(session, body) == before
    assert session.edition.pages[0].flows_of_element(body)[0].elements == flow.elements


def test_replacing_over_several_paragraphs_puts_them_together(session: Session, writer: Writer) -> None:
    story = session.edition.stories[0]
    first, second, third = [e.id for e in story.with_role(Role.BODY)][:3]
    start, end = says(session, first), says(session, third)
    writer.select(Spot(first, 2), Spot(third, 3))
    assert writer.selected_text().count("\n") == len(writer._span(*writer.selection)) - 1
    writer.write("——")
    assert says(session, first) == start[:2] + "——" + end[3:]
    assert {second, third}.isdisjoint(e.id for e in session.edition.stories[0].elements)
    session.undo()
    assert says(session, third) == end


def test_what_is_pasted_stands_in_paragraphs(session: Session, writer: Writer, body: str) -> None:
    before = says(session, body)
    writer.place(Spot(body, 2))
    writer.paste("第一行\r\n第二行\n第三行")
    order = session.edition.pages[0].flows_of_element(body)[0].elements
    at = order.index(body)
    assert [says(session, e) for e in order[at : at + 3]] == [before[:2] + "第一行", "第二行", "第三行" + before[2:]]
    assert writer.spot == Spot(order[at + 2], 3)


def test_cut_text_comes_back_by_paste(session: Session, writer: Writer, body: str) -> None:
    before = says(session, body)
    writer.select(Spot(body, 2), Spot(body, 6))
    text = writer.cut()
    assert text == before[2:6]
    assert says(session, body) == before[:2] + before[6:]
    writer.paste(text)
    assert says(session, body) == before
    assert not [c for s in session.edition.stories for c in s.changes if c.kind is ChangeKind.EDIT]


def test_two_articles_are_not_put_together(session: Session, writer: Writer, body: str, article) -> None:
    session.add_articles([article])
    other = session.edition.stories[-1].with_role(Role.BODY)[0].id
    from desktop.session.commands.typing import replaced_text

    with pytest.raises(UsageError, match="two articles"):
        replaced_text(session.edition, Spot(body, 1), Spot(other, 1), "")


def test_the_caret_goes_by_characters_words_lines_and_to_the_ends(writer: Writer, session: Session, body: str) -> None:
    text = says(session, body)
    writer.place(Spot(body, 3))
    writer.move(Move.LEFT)
    assert writer.spot == Spot(body, 2)
    writer.move(Move.LINE_END)
    end = writer.spot
    assert end is not None
    assert end.early
    assert 2 < end.offset < len(text)
    writer.move(Move.LINE_START)
    assert writer.spot == Spot(body, 0)
    writer.move(Move.DOWN)
    below = writer.spot
    assert below is not None
    assert below.offset >= end.offset
    writer.move(Move.UP)
    assert writer.spot == Spot(body, 0)
    writer.move(Move.WORD_RIGHT)
    assert writer.spot == Spot(body, word_end(text, 0))
    writer.move(Move.TEXT_END, extend=True)
    assert writer.selection is not None
    assert writer.selected_text().startswith(text[word_end(text, 0) :])


def test_the_caret_stands_where_the_page_shows_its_place(session: Session, writer: Writer) -> None:
    carets = writer.carets()
    for line in carets.lines:
        for offset, along in zip(line.offsets, line.along, strict=True):
            box = line.box(along, along)
            found = carets.spot_at(box.x + box.width / 2, box.y + box.height / 2, line.element)
            assert found is not None
            assert abs(found.offset - offset) <= 1
    every = {(line.element, at) for line in carets.lines for at in range(line.offsets[0], line.offsets[-1])}
    missing = [
        (e, at, char)
        for e in {line.element for line in carets.lines}
        for at, char in enumerate(writer.text_of(e).text)
        if (e, at) not in every and not char.isspace() and e not in session.composed().overset
    ]
    assert not missing, "every character that is shown has its place"


def test_what_an_input_method_is_about_to_write_is_shown_and_not_done(session: Session, writer: Writer, body) -> None:
    before = says(session, body)
    writer.place(Spot(body, 2))
    page = writer.preview("ni hao")
    assert page is not None
    assert "nihao" in "".join(r.text for r in page.display.runs() if r.element == body).replace(" ", "")
    boxes = writer.pending_boxes(page)
    assert boxes
    assert sum(box.width for box in boxes) > 0
    assert says(session, body) == before
    assert writer.preview("") is None


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_written_nothing_of_it_and_of_the_rest_is_lost(session: Session, writer: Writer, seed) -> None:
    chance, first = random.Random(seed), session.edition
    for _ in range(25):
        elements = [e for flow in session.edition.pages[0].flows for e in flow.elements]
        element = chance.choice(elements)
        writer.place(Spot(element, chance.randint(0, len(writer.text_of(element).text))))
        what = chance.choice(["write", "back", "word", "break", "select", "paste"])
        if what == "write":
            writer.write(chance.choice(["字", "，", "ABC ", "2026年"]))
        elif what == "break":
            writer.write("\n")
        elif what == "paste":
            writer.paste("一段\n又一段")
        elif what == "select":
            writer.move(chance.choice(list(Move)), extend=True)
            try:
                writer.write("换")
            except UsageError:
                assert writer.selection is not None
        else:
            writer.delete(back=what == "back", word=what == "word")
        story = session.edition.stories[0]
        report = check_display([session.composed().display], session.edition.stories, set_texts(story),
                               overset=session.composed().overset,
                               unplaced=[e.id for e in session.edition.unplaced()])  # fmt: skip
        assert report.holds, report.differences[:2]
        assert "".join(s.text for s in session.edition.sources) == "".join(s.text for s in first.sources)
    while session.undo() is not None:
        pass
    assert session.edition == first


def test_words_are_whole_and_leave_no_gap() -> None:
    text = "2026年，GPT-5 让乡村图书馆亮起来。"
    found = list(words(text))
    assert [low for low, _ in found] == [0, *[high for _, high in found][:-1]]
    assert found[-1][1] == len(text)
    assert text[slice(*word_around(text, 6))] == "GPT-5"
    assert text[word_start(text, 10) : 10] == "GPT-5"[: 10 - word_start(text, 10)]
    assert "图书馆" in text[slice(*word_around(text, text.index("书")))]
    assert word_end(text, len(text)) == len(text)
    assert word_around("", 0) == (0, 0)
