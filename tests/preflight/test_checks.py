"""Each check finds what it is for, and nothing on a page that is right."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from desktop.model.edition import Edition, Flow, Media
from desktop.model.story import Role, SourceRange, Suspicion, Unassigned
from desktop.pictures import media_from_bytes
from desktop.preflight import Finding, Severity, find_all
from desktop.preflight.checks import CHECKS
from tests.compose.pages import WHY, compose, edition, layout, story, words
from tests.conformance.articles import SAMPLES, composed
from tests.pictures.adverts import page_of, saved


def findings(made: Edition) -> tuple[Finding, ...]:
    return find_all(made, [compose(made)])


def found(made: Edition, finding: str) -> list[Finding]:
    return [one for one in findings(made) if one.id == finding]


def made_of(*parts, layout_id: str = "tabloid-feature", flows=None, **changes) -> Edition:
    source, own = story(*parts)
    return edition(layout(layout_id), (source, replace(own, **changes)), flows=flows)


BODY = (Role.BODY, words(180))


@pytest.fixture
def right() -> Edition:
    return made_of((Role.HEADLINE, "题目"), (Role.BYLINE, "记者 李禾"), BODY)


def with_picture(made: Edition, frame: str) -> Edition:
    page = made.pages[0]
    frames = tuple(replace(one, media="m1") if one.id == frame else one for one in page.frames)
    return replace(made, pages=(replace(page, frames=frames),), media=(Media("m1", "a.png", b"", 400, 300),))


def test_a_lost_picture_is_named_where_it_is_missing(right):
    shown = with_picture(right, "picture-1")
    assert found(shown, "picture.missing") == []
    lost = replace(shown, media=(replace(shown.media[0], digest="ab" * 32),))
    [one] = found(lost, "picture.missing")
    assert (one.severity, one.page, one.frame) == (Severity.ERROR, "p1", "picture-1")
    assert "a.png" in str(one.message)
    [spare] = found(replace(right, media=lost.media), "picture.missing")
    assert (spare.severity, spare.frame) == (Severity.INFO, None)


def test_of_a_pdf_with_several_pages_it_is_said_that_the_first_is_shown(right):
    shown = with_picture(right, "picture-1")
    document = page_of(b"")
    for pages in (1, 2):
        media = media_from_bytes(saved(document), "广告.pdf", "m1")
        told = found(replace(shown, media=(media,)), "picture.pages")
        assert [(one.severity, one.frame) for one in told] == [(Severity.INFO, "picture-1")] * (pages - 1)
        document.add_blank_page(page_size=(100, 100))
    assert "2 pages" in str(told[0].message)


def test_a_page_that_is_right_has_only_its_empty_frames(right):
    assert {(one.id, one.severity) for one in findings(right)} == {("slot.empty", Severity.INFO)}


def test_unplaced():
    made = made_of(BODY, (Role.BODY, words(20)), flows=[Flow(("text",), ("s1e01",))])
    [one] = found(made, "text.unplaced")
    assert (one.severity, one.element, one.at) == (Severity.ERROR, "s1e02", 181)
    assert "20" in str(one.message)


def test_overset():
    made = made_of((Role.BODY, words(9_000)))
    [one] = found(made, "text.overset")
    over = compose(made).overset["s1e01"][0]
    assert (one.severity, one.element, one.frame, one.at) == (Severity.ERROR, "s1e01", "text", over.start)
    assert str(len(over)) in str(one.message)


def test_placed_twice():
    flows = [Flow(("section-1",), ("s1e01",)), Flow(("section-2",), ("s1e01",))]
    [one] = found(made_of(BODY, layout_id="special-report", flows=flows), "text.twice")
    assert (one.severity, one.element) == (Severity.ERROR, "s1e01")


def test_short():
    made = made_of(BODY, layout_id="tabloid-feature")
    page = made.pages[0]
    frames = tuple(replace(frame, lines=30) if frame.id == "text" else frame for frame in page.frames)
    made = replace(made, pages=(replace(page, frames=frames),))
    [one] = found(made, "text.short")
    assert (one.severity, one.frame) == (Severity.WARNING, "text")
    assert found(made_of(BODY), "text.short") == []


def test_missing_and_fallback_characters():
    made = made_of((Role.BODY, "国\U0010fffd安"), (Role.LEDE, "国\ufe4c安"))
    [missing] = found(made, "font.missing")
    assert (missing.severity, missing.element, missing.at) == (Severity.ERROR, "s1e01", 1)
    assert "10FFFD" in str(missing.message)
    [fallback] = found(made, "font.fallback")
    assert (fallback.severity, fallback.element) == (Severity.INFO, "s1e02")


@pytest.mark.parametrize(
    ("text", "finding"),
    [("国" + "9" * 80 + "安", "line.token-broken"), ("国" + "。』」）》】”’" * 5 + "安", "line.mark-run")],
)
def test_remedies_on_lines(text, finding):
    one = found(made_of((Role.BODY, text)), finding)[0]
    assert (one.severity, one.element, one.frame) == (Severity.WARNING, "s1e01", "text")
    assert 0 < (one.at or 0) < len(text)


def test_suspicious_marks_and_unassigned_characters():
    made = made_of(BODY, suspicions=(Suspicion(5, WHY),), unassigned=(Unassigned(SourceRange(8, 11), WHY),))
    [suspicious] = found(made, "text.suspicious")
    assert (suspicious.severity, suspicious.element, suspicious.at) == (Severity.WARNING, "s1e01", 5)
    [left] = found(made, "text.unassigned")
    assert (left.severity, left.at) == (Severity.WARNING, 8)
    assert words(60)[8:11] in str(left.message)


def test_unassigned_white_space_is_nobodys_business():
    source, own = story((Role.BODY, "一"), (Role.BODY, "二"))
    own = replace(own, unassigned=(Unassigned(SourceRange(1, 2), WHY),))
    assert found(edition(layout("tabloid-feature"), (source, own)), "text.unassigned") == []


def test_pictures_and_captions(right):
    assert [one.frame for one in found(right, "slot.empty")] == ["picture-1", "picture-2"]
    shown = with_picture(right, "picture-1")
    assert [one.frame for one in found(shown, "slot.empty")] == ["picture-2"]
    [one] = found(shown, "picture.no-caption")
    assert (one.severity, one.frame) == (Severity.WARNING, "picture-1")
    captioned = with_picture(made_of(BODY, (Role.CAPTION, "港区清晨")), "picture-1")
    assert found(captioned, "picture.no-caption") == []


def test_a_story_without_byline(right):
    assert found(right, "story.no-byline") == []
    [one] = found(made_of((Role.HEADLINE, "题目"), BODY), "story.no-byline")
    assert one.severity is Severity.INFO
    assert found(made_of((Role.HEADLINE, "题目"), (Role.DATELINE, "本报讯"), BODY), "story.no-byline") == []


def test_the_samples_have_no_errors():
    for path in SAMPLES:
        page = composed(path, "special-report")
        assert not [one for one in find_all(page.edition, [page.page]) if one.severity is Severity.ERROR]


def test_every_check_says_why_it_is_there():
    assert all(check.__doc__ for check in CHECKS)
    assert len({check.__name__ for check in CHECKS}) == len(CHECKS)
