"""The item models, under Qt's own tester and by what they say."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from desktop.errors import message
from desktop.locator import resource
from desktop.model.story import Role
from desktop.session.placement import Placement, PlacementState
from desktop.ui.models.changes import ChangesModel, change_lines
from desktop.ui.models.findings import FindingsModel
from desktop.ui.models.history import UNDONE, HistoryModel
from desktop.ui.models.outline import OutlineModel, OutlineRole
from desktop.ui.models.rows import RowKind, Sign, rows_of, section_row, sign_of
from desktop.ui.shown import Shown, shown
from desktop.ui.workbench import Workbench

SAMPLE = resource("sample", "article.txt")


@pytest.fixture
def now(bench: Workbench) -> Shown:
    bench.session.new([SAMPLE])
    found = shown(bench.session)
    assert found is not None
    return found


def test_outline_model(qtmodeltester: ModelTester, now: Shown) -> None:
    model = OutlineModel()
    model.set_rows(now.rows)
    qtmodeltester.check(model)
    model.set_rows(now.rows[:0])
    qtmodeltester.check(model)


def test_other_models(qtmodeltester: ModelTester, now: Shown) -> None:
    changes, findings, history = ChangesModel(), FindingsModel(), HistoryModel()
    changes.set_lines(change_lines(now.edition, now.edition.stories[0]))
    findings.set_findings(now.findings)
    history.set_steps([message("Change role")], [message("Place picture")])
    for model in (changes, findings, history):
        assert model.rowCount() > 0
        qtmodeltester.check(model)


def test_rows_hold_every_element_once(now: Shown) -> None:
    story = now.edition.stories[0]
    (row,) = now.rows
    leaves = [leaf for child in row.children for leaf in (child.children or (child,))]
    assert sorted(leaf.id for leaf in leaves) == sorted(element.id for element in story.elements)
    assert row.elements == tuple(element.id for element in story.elements)


def test_a_section_is_its_subhead_and_text_without_captions(now: Shown) -> None:
    story = now.edition.stories[0]
    sections = [child for child in now.rows[0].children if child.kind is RowKind.SECTION]
    assert len(sections) == 4
    for section in sections:
        roles = [story.element(element).role for element in section.elements]
        assert roles[0] is Role.SUBHEAD
        assert Role.CAPTION not in roles
        assert section.id == section_row(section.elements[0])


def test_same_rows_keep_selection(now: Shown) -> None:
    model = OutlineModel()
    model.set_rows(now.rows)
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    model.set_rows(rows_of(now.edition, now.states))
    assert not resets


def test_a_row_says_what_it_is(now: Shown) -> None:
    model = OutlineModel()
    model.set_rows(now.rows)
    caption = now.edition.stories[0].with_role(Role.CAPTION)[0]
    index = model.index_of(caption.id)
    assert "Caption" in str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    assert index.data(OutlineRole.ELEMENTS) == (caption.id,)


@pytest.mark.parametrize(
    ("state", "sign"),
    [
        (PlacementState(Placement.PLACED, 10), Sign.PLACED),
        (PlacementState(Placement.UNPLACED, 10), Sign.UNPLACED),
        (PlacementState(Placement.OVERSET, 10, over_chars=3), Sign.OVERSET),
        (PlacementState(Placement.OVERSET, 10, over_chars=10), Sign.LOST),
        (PlacementState(Placement.TWICE, 10), Sign.LOST),
    ],
)
def test_signs(state: PlacementState, sign: Sign) -> None:
    assert sign_of(state) is sign


def test_signs_differ_by_more_than_colour() -> None:
    assert len({sign.shape for sign in Sign}) == len(Sign)


def test_ticking_a_change_tells(now: Shown) -> None:
    model = ChangesModel()
    model.set_lines(change_lines(now.edition, now.edition.stories[0]))
    told: list[tuple[str, bool]] = []
    model.judged.connect(lambda change, yes: told.append((change, yes)))
    model.setData(model.index(0), Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    assert told[0][1] is False


def test_history_tells_what_was_taken_back() -> None:
    model = HistoryModel()
    model.set_steps([message("Change role")], [message("Place picture")])
    assert [model.index(row).data(UNDONE) for row in range(3)] == [False, False, True]
    assert model.current == 1
