"""The real article on the special report page: the figures that the page must reach."""

from __future__ import annotations

from collections import Counter

import pytest

from desktop.app.judge import judge
from desktop.app.press import pdf_of
from desktop.display import Fill
from desktop.model.story import Role
from tests.conformance import rules
from tests.conformance.articles import Composed, composed, real_article
from tests.text.setting import LIBRARY


@pytest.fixture(scope="module")
def page() -> Composed:
    return composed(real_article(), "special-report")


def test_integrity_holds_by_both_routes_and_nothing_is_left(page):
    judgement = judge(page.loaded, pdf_of(page.loaded, LIBRARY))
    assert judgement.complete
    assert [finding for finding in judgement.findings if finding.id.startswith("integrity")] == []
    counts = judgement.counts
    assert counts["source"] == counts["placed"] == sum(e.length for s in page.edition.stories for e in s.elements)
    assert [counts[name] for name in ("overset", "unplaced", "cut", "twice")] == [0, 0, 0, 0]


def test_both_picture_slots_are_used(page):
    tall = {frame.id for frame in page.page.display.frames if frame.kind == "picture" and frame.box.height > 5 * 11.54}
    assert tall == {"picture-1", "picture-2"}
    assert {item.frame for item in page.page.display.items if isinstance(item, Fill)} >= tall


def test_the_head_is_four_times_the_body(page):
    heads = [line for line in page.sheet.lines if line.elements & set(page.ids(Role.HEADLINE))]
    assert heads
    assert all(line.size >= 4 * page.sheet.page["body"] for line in heads)


def text_columns(page: Composed) -> dict[str, list[tuple[int, float]]]:
    """Per text frame: the body lines of each column, and the room under the last in lines."""
    pitch = page.sheet.page["pitch"]
    found: dict[str, list[tuple[int, float]]] = {}
    for frame in page.sheet.page["frames"]:
        lines = [line for line in page.sheet.lines if line.frame == frame["id"]]
        for x, y, width, height in frame["columns"] if frame["kind"] == "text" else []:
            inside = [line for line in lines if line.column == (x, x + width) and y < line.baseline <= y + height]
            last = max((line.baseline for line in inside), default=y)
            found.setdefault(frame["id"], []).append((len(inside), (y + height - last) / pitch))
    return found


def test_columns_of_a_section_are_level_to_a_line(page):
    sections = {key: columns for key, columns in text_columns(page).items() if key.startswith("section")}
    assert len(sections) == 4
    for columns in sections.values():
        counts = [count for count, _ in columns]
        assert max(counts) - min(counts) <= 1, sections


def test_no_column_has_a_hole(page):
    assert max(room for columns in text_columns(page).values() for _, room in columns) <= 2


def test_the_page_is_filled_to_its_last_line(page):
    area = page.page.display.type_area
    for left, right in ((area.x, area.x + area.width / 3), (area.x + area.width / 3, area.right)):
        boxes = [frame.box for frame in page.page.display.frames if left - 1 <= frame.box.x < right - 1]
        assert max(box.bottom for box in boxes) == pytest.approx(area.bottom, abs=0.1)


def test_no_frames_overlap(page):
    boxes = [frame.box for frame in page.page.display.frames if frame.box.height]
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            apart_x = one.right <= other.x + 0.01 or other.right <= one.x + 0.01
            assert apart_x or one.bottom <= other.y + 0.01 or other.bottom <= one.y + 0.01


def test_no_kinsoku_fault_no_split_number_every_line_flush(page):
    assert rules.all_faults(page.body) == []
    assert rules.starts_and_ends(page.sheet) == []
    assert rules.split_tokens(page.sheet) == []
    assert page.page.notes == ()


def test_every_section_stands_under_its_subhead(page):
    frames = {}
    for story in page.edition.stories:
        for element in story.elements:
            if element.role in {Role.SUBHEAD, Role.BODY}:
                section = element.section or element.id
                frames.setdefault(section, Counter()).update(
                    {line.frame for line in page.sheet.lines if element.id in line.elements}
                )
    assert len(frames) == 4
    assert all(len(used) == 1 for used in frames.values())
