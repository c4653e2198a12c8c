from __future__ import annotations

from time import perf_counter

import pytest
from msgspec.structs import replace

from desktop.display import GlyphRun, PageDisplay
from desktop.errors import message
from desktop.fonts import FaceLibrary
from desktop.geometry import Rect
from desktop.integrity import DifferenceKind, check_display, check_text
from desktop.model.settext import SetText, set_text, set_texts
from desktop.model.story import Change, ChangeKind, Element, Role, SourceRange, Story
from desktop.pdf import DocumentInfo, read_text, write_pdf
from tests.pdf.pages import vertical_edition, vertical_page
from tests.text.setting import LIBRARY

WHY = message("a test")


def story(*texts: str, changes: tuple[Change, ...] = ()) -> Story:
    """A story whose elements follow one another in the source, a newline between them."""
    elements, at = [], 0
    for order, text in enumerate(texts):
        ranges = (SourceRange(at, at + len(text)),)
        elements.append(Element(f"e{order + 1}", Role.BODY, text, ranges, WHY, order))
        at += len(text) + 1
    return Story("s1", "a1", tuple(elements), changes)


def change(start: int, end: int, before: str, after: str, kind=ChangeKind.NORMALISATION) -> Change:
    return Change(f"c{start}", kind, SourceRange(start, end), before, after, WHY)


def texts_of(one: Story) -> dict[str, SetText]:
    return {element.id: set_text(element, one) for element in one.elements}


def run(chars: SetText, start: int = 0, end: int | None = None, **more) -> GlyphRun:
    """A run of some of an element's set characters, a glyph for each that is not white space."""
    picked = [at for at in range(len(chars.text))[start:end] if not chars.text[at].isspace()]
    count = len(picked)
    return GlyphRun(
        face="banxin-song",
        size=9.0,
        x=50.0,
        y=more.pop("y", 50.0),
        gids=tuple(1 for _ in picked),
        dx=tuple(9.0 * at for at in range(count)),
        dy=(0.0,) * count,
        text="".join(chars.text[at] for at in picked),
        clusters=tuple(range(count)),
        starts=tuple(chars.starts[at] for at in picked),
        ends=tuple(chars.ends[at] for at in picked),
        element=more.pop("element", chars.element),
        frame="f1",
        line=0,
    )


def page(*runs: GlyphRun) -> PageDisplay:
    return PageDisplay("1", 600.0, 800.0, 13.5, 60.0, 9.0, Rect(0, 0, 600, 800), (), runs)


def kinds(report) -> list[DifferenceKind]:
    return [difference.kind for difference in report.differences]


def both(one: Story, *runs: GlyphRun, **options):
    """The two routes' reports; the text is what a perfect PDF would give."""
    texts = texts_of(one)
    by_glyphs = check_display([page(*runs)], [one], texts, **options)
    options.pop("unplaced", None)
    extracted = "\r\n".join(run.text for run in runs if run.element is not None)
    return by_glyphs, check_text(extracted, [page(*runs)], texts, **options)


def test_a_whole_story_holds():
    one = story("坚守 为平安", "　　本报讯，记者。")
    texts = texts_of(one)
    report, text = both(one, run(texts["e1"]), run(texts["e2"], 0, 5), run(texts["e2"], 5))
    assert report.holds
    assert text.holds
    assert report.counts() == {
        "source": 12, "placed": 12, "overset": 0, "unplaced": 0, "cut": 0, "missing": 0, "twice": 0, "replaced": 0,
        "added": 0,
    }  # fmt: skip


def test_a_lost_line_is_one_difference_with_its_place():
    one = story("一二三四五六七八")
    texts = texts_of(one)
    report, text = both(one, run(texts["e1"], 0, 3), run(texts["e1"], 6))
    [lost] = report.differences
    assert (lost.kind, lost.element, lost.start, lost.end, lost.text) == (DifferenceKind.MISSING, "e1", 3, 6, "四五六")
    assert "四五六" in str(lost.message)
    assert not text.holds
    assert text.differences[0].element == "e1"
    assert report.counts()["missing"] == 3


def test_a_line_placed_twice():
    one = story("一二三四")
    texts = texts_of(one)
    report, text = both(one, run(texts["e1"]), run(texts["e1"], 1, 3))
    [twice] = report.differences
    assert (twice.kind, twice.text, twice.start) == (DifferenceKind.TWICE, "二三", 1)
    assert report.counts()["twice"] == 2
    assert report.counts()["placed"] == 4
    assert not text.holds


def test_a_swap_inside_an_element():
    one = story("一二三四")
    texts = texts_of(one)
    report, text = both(one, run(texts["e1"], 2), run(texts["e1"], 0, 2))
    assert kinds(report) == [DifferenceKind.ORDER]
    assert not text.holds


def test_elements_in_the_wrong_order():
    one = story("第一段", "第二段")
    texts = texts_of(one)
    report, _ = both(one, run(texts["e2"]), run(texts["e1"]))
    [wrong] = report.differences
    assert (wrong.kind, wrong.element) == (DifferenceKind.ELEMENT_ORDER, "e1")


def test_what_is_read_later_may_stand_on_an_earlier_page_where_a_text_goes_on():
    one = story("第一段文字", "第二段", "图片说明")
    texts = texts_of(one)
    begun, rest, second, third = run(texts["e1"], 0, 2), run(texts["e1"], 2), run(texts["e2"]), run(texts["e3"])
    assert check_display([page(begun, third), page(rest, second)], [one], texts).differences == ()
    [wrong] = check_display([page(begun), page(rest, third, second)], [one], texts).differences
    assert (wrong.kind, wrong.element) == (DifferenceKind.ELEMENT_ORDER, "e2")


def test_an_element_interrupted_by_another_is_still_whole():
    one = story("正文很长", "图片说明")
    texts = texts_of(one)
    report, text = both(one, run(texts["e1"], 0, 2), run(texts["e2"]), run(texts["e1"], 2))
    assert report.holds
    assert text.holds


def test_a_changed_character_is_missing_and_extra():
    one = story("一二三")
    texts = texts_of(one)
    wrong = replace(run(texts["e1"]), text="一贰三")
    report, text = both(one, wrong)
    assert kinds(report) == [DifferenceKind.EXTRA, DifferenceKind.MISSING]
    assert [(difference.start, difference.text) for difference in report.differences] == [(1, "贰"), (1, "二")]
    assert not text.holds


def test_accepted_changes_are_expected_and_counted():
    one = story("甲,乙删丙", changes=(change(1, 2, ",", "，"), change(3, 4, "删", "", ChangeKind.CUT)))
    texts = texts_of(one)
    report, text = both(one, run(texts["e1"]))
    assert report.holds
    assert text.holds
    counts = report.counts()
    assert (counts["source"], counts["placed"], counts["cut"], counts["replaced"]) == (5, 4, 1, 1)


def test_longer_and_shorter_replacements():
    one = story(
        "甲-乙abc丙", changes=(change(1, 2, "-", "——", ChangeKind.EDIT), change(3, 6, "abc", "字", ChangeKind.EDIT))
    )
    texts = texts_of(one)
    assert texts["e1"].text == "甲——乙字丙"
    report, text = both(one, run(texts["e1"]))
    assert report.holds
    assert text.holds
    assert (report.counts()["placed"], report.counts()["replaced"]) == (7, 4)


def test_overset_and_unplaced_are_no_loss():
    one = story("一二三四五", "没有地方")
    texts = texts_of(one)
    options = {"overset": {"e1": (SourceRange(3, 5),)}, "unplaced": ("e2",)}
    report, text = both(one, run(texts["e1"], 0, 3), **options)
    assert report.holds
    assert text.holds
    counts = report.counts()
    assert (counts["source"], counts["placed"], counts["overset"], counts["unplaced"]) == (9, 3, 2, 4)
    report, _ = both(one, run(texts["e1"], 0, 3), overset=options["overset"])
    assert [difference.element for difference in report.differences] == ["e2"]


def test_what_the_layout_adds_is_counted_apart():
    one = story("一二")
    texts = texts_of(one)
    added = run(SetText("", "下转", (0, 1), (1, 2)), element=None)
    report, text = both(one, run(texts["e1"]), added)
    assert report.holds
    assert text.holds
    assert report.added == 2


def test_one_glyph_for_two_characters_and_two_for_one():
    one = story("前——后呆")
    joined = GlyphRun(
        "banxin-song", 9.0, 50.0, 50.0, (1, 2, 3, 4, 5), (0.0, 9.0, 27.0, 36.0, 36.0), (0.0,) * 5,
        "前——后呆", (0, 1, 3, 4, 4), (0, 1, 3, 4, 4), (1, 3, 4, 5, 5), "e1", "f1", 0,
    )  # fmt: skip
    report, text = both(one, joined)
    assert report.holds
    assert text.holds


def test_elements_that_no_story_has_are_extra():
    one = story("一二")
    texts = texts_of(one)
    report, text = both(one, run(texts["e1"]), run(SetText("e9", "谁的", (0, 1), (1, 2))))
    assert kinds(report) == [DifferenceKind.EXTRA]
    assert report.differences[0].element == "e9"
    assert kinds(text)[0] == DifferenceKind.EXTRA


def test_pdfium_takes_ligatures_apart():
    one = story("eﬃcient")
    texts = texts_of(one)
    assert check_text("efficient", [page(run(texts["e1"]))], texts).holds


@pytest.mark.parametrize(
    ("extracted", "kind"),
    [
        ("一二三四五", DifferenceKind.MISSING),
        ("一二三四五六七", DifferenceKind.EXTRA),
        ("四五六一二三", DifferenceKind.ELEMENT_ORDER),
    ],
)
def test_what_the_pdf_says_otherwise(extracted, kind):
    one = story("一二三", "四五六")
    texts = texts_of(one)
    report = check_text(extracted, [page(run(texts["e1"]), run(texts["e2"]))], texts)
    assert kind in kinds(report)


def test_expected_may_be_a_function():
    one = story("一二三")
    texts = texts_of(one)
    assert check_display([page(run(texts["e1"]))], [one], lambda element: texts[element]).holds


def test_both_routes_through_a_real_pdf():
    library = FaceLibrary(system_folders=())
    face = library.open("banxin-song")
    one = story("护航𠮷䶮", "正文,第一行与第二行，⼀一。", changes=(change(7, 8, ",", "，"),))
    texts = texts_of(one)
    runs = [run(texts["e1"]), run(texts["e2"], 0, 6, y=80.0), run(texts["e2"], 6, y=95.0)]
    runs = [replace(item, gids=tuple(face.glyph(ord(char)) for char in item.text)) for item in runs]
    shown = page(*runs, replace(runs[0], element=None, y=200.0))
    data = write_pdf([shown], library, {}, DocumentInfo())
    extracted = "".join(part.text for part in read_text(data))
    assert check_display([shown], [one], texts).holds
    assert check_text(extracted, [shown], texts).holds


def test_both_routes_through_a_vertical_page():
    """Corner quotes say the source's quotes; turned words, digits sharing a cell and turned marks say themselves."""
    display, made = vertical_page(), vertical_edition()
    texts = {key: text for one in made.stories for key, text in set_texts(one).items()}
    extracted = "".join(part.text for part in read_text(write_pdf([display], LIBRARY, {}, DocumentInfo())))
    assert "“平安建设”推进会" in extracted.replace("\r\n", "")
    assert not set("『』「」") & set(extracted)
    assert check_display([display], made.stories, texts).holds
    assert check_text(extracted, [display], texts).holds


def test_control_a_corner_bracket_said_for_a_quote_is_found():
    display, made = vertical_page(), vertical_edition()
    texts = {key: text for one in made.stories for key, text in set_texts(one).items()}
    cornered = [
        replace(item, text=item.text.replace("“", "『")) if isinstance(item, GlyphRun) else item
        for item in display.items
    ]
    report = check_display([replace(display, items=tuple(cornered))], made.stories, texts)
    assert {found.kind for found in report.differences} == {DifferenceKind.EXTRA, DifferenceKind.MISSING}


def test_a_page_is_checked_in_milliseconds():
    one = story(*("字里行间都是新闻，" * 12 for _ in range(26)))
    texts = texts_of(one)
    runs = [run(texts[element.id], at, at + 13) for element in one.elements for at in range(0, 108, 13)]
    shown, extracted = page(*runs), "\n".join(item.text for item in runs)
    begin = perf_counter()
    assert check_display([shown], [one], texts).holds
    assert check_text(extracted, [shown], texts).holds
    # Generous: it takes a few milliseconds; what is watched for is a quadratic slip.
    assert perf_counter() - begin < 1.0
