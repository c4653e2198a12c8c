import json

import pytest

from desktop.errors import PackageError
from desktop.formats.display_json import display_from_lines, dump_lines
from tests.formats import editions


def test_the_page_line_describes_page_and_frames():
    first = json.loads(next(dump_lines(editions.display())))
    assert list(first) == [
        "kind", "number", "width", "height", "pitch", "first_baseline", "body", "type_area", "frames",
    ]  # fmt: skip
    assert first["kind"] == "page"
    assert first["frames"][0]["columns"] == [[1.0, 2.0, 3.0, 4.0]]


def test_glyphs_stand_at_absolute_places_with_their_source():
    lines = [json.loads(line) for line in dump_lines(editions.display(), {"m1": "港口.png"})]
    run, added = lines[-2:]
    assert {"kind", "font", "size", "writing", "rotation", "ink", "frame", "line", "text", "glyphs"} <= set(run)
    assert run["glyphs"] == [
        [7, 66.85, 70.123, "s1-1", 0, 1],
        [9, 75.85, 70.123, "s1-1", 1, 3],
        [9, 85.183, 69.623, "s1-1", 1, 3],
    ]
    assert {glyph[3] for glyph in added["glyphs"]} == {None}
    assert lines[2]["file"] == "港口.png"


def test_reading_and_dumping_again_gives_the_same_lines():
    lines = list(dump_lines(editions.display()))
    read = display_from_lines(lines)
    assert list(dump_lines(read)) == lines
    assert display_from_lines(dump_lines(read)) == read
    assert len(read.items) == len(editions.display().items)


@pytest.mark.parametrize("bad", [[], ["{}"], ["["], ['{"kind":"page"}'], None])
def test_lines_that_are_no_page_are_told(bad):
    lines = list(dump_lines(editions.display()))
    with pytest.raises(PackageError, match="no page description"):
        display_from_lines([lines[0], '{"kind":"blob"}'] if bad is None else bad)
