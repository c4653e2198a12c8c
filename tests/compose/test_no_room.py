"""Room too small for any text: what does not stand is told, what stands is whole, nothing hangs or is lost."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from desktop.app.judge import judge
from desktop.app.load import Loaded
from desktop.app.press import pdf_of
from desktop.model.edition import Edition
from desktop.model.runaround import Place, Runaround
from desktop.model.story import Role
from tests.compose.pages import compose, displayed, edition, layout, ledger, story, tiny, words
from tests.compose.test_runaround import body, page_of, with_picture
from tests.text.setting import LIBRARY

TEXT = '<slot id="t" kind="text" roles="body subhead" lines="auto"{more}/>'


def balance(made: Edition) -> dict[str, int]:
    """The counts of a page, which must be whole and in the PDF as on the page."""
    composed = compose(made)
    report = ledger(made, composed)
    counts = report.counts()
    assert report.holds, report.differences[:2]
    assert counts["missing"] == counts["twice"] == 0
    assert counts["source"] == counts["placed"] + counts["overset"] + counts["unplaced"] + counts["cut"]
    loaded = Loaded(made, (composed,), ())
    found = judge(loaded, pdf_of(loaded, LIBRARY)).findings
    assert not [finding for finding in found if finding.id.startswith("integrity")]
    if counts["overset"]:
        assert [finding for finding in found if finding.id == "text.overset"]
    return counts


def in_size(made: Edition, size: float) -> Edition:
    house = made.style
    flow = {role: replace(style, sizes=(size,)) for role, style in house.flow.items()}
    return replace(made, style=replace(house, flow=flow))


@pytest.mark.parametrize("place", [Place(1, 4, 1, 40), Place(0, 6, 0, 60), Place(1, 4, 1, 4000)])
def test_a_picture_over_all_columns_leaves_all_text_overset(place):
    counts = balance(with_picture(page_of(), body(300), place))
    assert counts["overset"] == counts["source"]
    assert counts["placed"] == 0


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_text_goes_on_in_the_columns_that_a_picture_leaves(columns):
    counts = balance(with_picture(page_of(), body(300), Place(1, columns, 1, 40)))
    assert counts["overset"] == 0


@pytest.mark.parametrize("lines", range(34, 41))
def test_a_picture_that_leaves_some_lines_of_every_column(lines):
    counts = balance(with_picture(page_of(), body(400), Place(1, 4, 1, lines), Runaround(above=0.0)))
    assert counts["placed"] > 0 or lines == 40
    assert counts["overset"] > 0


@pytest.mark.parametrize("size", [11.0, 24.0, 99.0, 101.0])
@pytest.mark.parametrize("text", [words(30), "international" * 3, "20230405", "。」』", "……——"])
def test_characters_wider_than_their_column(size, text):
    made = in_size(edition(tiny(f"<stack>{TEXT.format(more='')}</stack>"), story((Role.BODY, text + words(20)))), size)
    counts = balance(made)
    assert counts["placed"] > 0


@pytest.mark.parametrize("measure", [1, 2, 3])
@pytest.mark.parametrize(
    "text", ["平安城市" * 20, "international" * 3, "20230405" * 3, "。」』" * 8, "……——" * 4, "《“平”》"]
)
def test_measures_of_one_to_three_characters(measure, text):
    page = tiny(f"<stack>{TEXT.format(more='')}</stack>", columns=2, measure=measure)
    made = edition(page, story((Role.SUBHEAD, "春天来了"), (Role.BODY, text), (Role.BODY, words(20))))
    balance(made)


@pytest.mark.parametrize("role", [Role.BODY, Role.SUBHEAD])
def test_a_character_wider_than_its_column_is_told(role):
    made = in_size(edition(tiny(f"<stack>{TEXT.format(more='')}</stack>"), story((Role.BODY, "平安"))), 150.0)
    loaded = Loaded(made, (compose(made),), ())
    assert "line.overfull" in {finding.id for finding in judge(loaded).findings}
    assert displayed(loaded.pages[0], "s1e01") == "平安"


def test_control_one_that_fits_is_not():
    made = in_size(edition(tiny(f"<stack>{TEXT.format(more='')}</stack>"), story((Role.BODY, "平安"))), 99.0)
    assert "line.overfull" not in {finding.id for finding in judge(Loaded(made, (compose(made),), ())).findings}


@pytest.mark.parametrize("writing", ["", ' writing="vertical"', ' writing="vertical" break="2"'])
@pytest.mark.parametrize("lines", [1, 2])
def test_frames_of_a_line_or_two(writing, lines):
    slot = f'<slot id="t" kind="text" roles="body subhead" lines="{lines}"{writing}/>'
    counts = balance(edition(tiny(f"<stack>{slot}</stack>"), story((Role.SUBHEAD, "春天"), (Role.BODY, words(400)))))
    assert counts["overset"] > 0


@pytest.mark.parametrize(("count", "told"), [(20, False), (2_000, True)])
def test_furniture_too_long_for_its_strip_is_told_where_nobody_could_read_it(count, told):
    made = edition(layout("special-report"), story((Role.FOLIO, words(count)), (Role.BODY, words(200))))
    found = judge(Loaded(made, (compose(made),), ())).findings
    assert ("text.small" in {finding.id for finding in found}) is told
