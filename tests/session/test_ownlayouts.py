"""Pages kept as layouts: read back as they were, free frames where they stood, and the shelf they lie on."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.compose import new_page
from desktop.errors import TargetError, UsageError
from desktop.formats.layout_xml import find_layout, layout_ids, read_layout, write_layout
from desktop.model.layout import Lines, SlotKind
from desktop.model.runaround import Place
from desktop.opening import all_layouts
from desktop.session import Session
from desktop.session.commands import ApplyLayout, DrawFrame, MoveFrames, SetFrameLines, SetGrid
from desktop.session.commands.frames import Drawn
from desktop.session.ownlayouts import LayoutShelf


@pytest.fixture
def shelf(tmp_path: Path) -> LayoutShelf:
    return LayoutShelf(tmp_path / "layouts")


def test_a_page_kept_as_a_layout_has_its_frames_where_they_stood(session: Session, shelf: LayoutShelf) -> None:
    session.do(DrawFrame("p1", Drawn.TEXT, Place(5, 2, 80, 6)))
    session.do(DrawFrame("p1", Drawn.VERTICAL, Place(1, 1, 40, 20)))
    session.do(MoveFrames("p1", (("frame-1", Place(4, 3, 70, 8)), ("picture-1", Place(2, 2, 30, 12)))))
    session.do(SetFrameLines("p1", "headline", 12))
    page = session.edition.pages[0]
    kept = shelf.save(page, "周末特刊")
    read = shelf.layouts()[-1]
    assert read == kept
    assert read.name("zh") == read.name("en") == "周末特刊"
    assert {slot.id for slot in read.slots()} == {slot.id for slot in page.layout.slots()}
    fresh = new_page("p1", read)
    assert fresh.frame("frame-1").place == Place(4, 3, 70, 8)
    assert fresh.frame("picture-1").place == Place(2, 2, 30, 12)
    assert read.slot("headline").lines == Lines(12, 12)
    assert read.slot("frame-2").vertical
    boxes = {f.id: f.box for f in session.composed().display.frames}
    session.do(ApplyLayout("p1", read))
    again = {f.id: f.box for f in session.composed().display.frames}
    assert again == boxes


@pytest.mark.parametrize("name", layout_ids())
def test_every_layout_on_another_grid_can_be_kept(name: str, shelf: LayoutShelf, session: Session) -> None:
    session.do(ApplyLayout("p1", find_layout(name)))
    grid = session.edition.pages[0].layout.grid
    session.do(SetGrid("p1", replace(grid, columns=grid.columns - 1, lines=grid.lines - 6, top=grid.type_area.y)))
    kept = shelf.save(session.edition.pages[0], f"{name} narrow")
    assert kept.grid.columns == grid.columns - 1
    assert shelf.layouts()[-1] == kept
    assert not session.do(ApplyLayout("p1", replace(session.edition.pages[0].layout)))


def test_a_picture_that_a_row_needs_stays_in_the_tree(session: Session, shelf: LayoutShelf) -> None:
    session.do(ApplyLayout("p1", find_layout("tabloid-feature")))
    frames = [
        f.id for f in session.edition.pages[0].frames if session.edition.pages[0].slot_of(f.id).kind is SlotKind.PICTURE
    ]
    session.do(MoveFrames("p1", tuple((frame, Place(1, 2, 30, 12)) for frame in frames)))
    kept = shelf.save(session.edition.pages[0], "two")
    assert {slot.id for slot in kept.slots()} >= set(frames)


def test_names_are_kept_apart_and_replaced_only_when_they_are_one_s_own(session: Session, shelf: LayoutShelf) -> None:
    page = session.edition.pages[0]
    first = shelf.save(page, "  我的   版式 ")
    assert first.name("zh") == "我的 版式"
    second = shelf.save(replace(page, layout=replace(page.layout, variants=())), "我的 版式")
    assert second.id == first.id
    other = shelf.save(page, "我的/版式")
    assert other.id != first.id
    assert len(shelf.layouts()) == len(layout_ids()) + 2
    for name in ("专题报道", "special REPORT", "  "):
        with pytest.raises(UsageError):
            shelf.save(page, name)


def test_the_shelf_is_read_anew_and_tells_what_is_no_layout(
    session: Session, shelf: LayoutShelf, tmp_path: Path
) -> None:
    folder = tmp_path / "layouts"
    assert [layout.id for layout in shelf.layouts()] == list(layout_ids())
    kept = shelf.save(session.edition.pages[0], "one")
    (folder / "broken.xml").write_text("<layout", encoding="utf-8")
    (folder / "taken.xml").write_bytes((folder / f"{kept.id}.xml").read_bytes())
    assert [layout.id for layout in all_layouts(folder)] == [*layout_ids(), kept.id]
    assert len(shelf.refused()) == 2
    assert any("taken.xml" in str(why) for why in shelf.refused())
    shelf.remove(kept)
    (folder / "taken.xml").unlink()
    assert [layout.id for layout in shelf.layouts()] == list(layout_ids())


def test_a_folder_that_cannot_be_written_is_said(session: Session, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    with pytest.raises(TargetError):
        LayoutShelf(tmp_path / "file").save(session.edition.pages[0], "one")


def test_a_kept_layout_can_be_given_to_the_command_line(session: Session, shelf: LayoutShelf, tmp_path: Path) -> None:
    kept = shelf.save(session.edition.pages[0], "one")
    assert read_layout(tmp_path / "layouts" / f"{kept.id}.xml") == find_layout(tmp_path / "layouts" / f"{kept.id}.xml")


def test_a_layout_is_removed_and_replaced_where_it_lies_whatever_its_id_says(tmp_path: Path) -> None:
    folder = tmp_path / "layouts"
    folder.mkdir()
    victim = tmp_path / "victim.xml"
    victim.write_text("somebody else's")
    known = find_layout("tabloid-feature")
    names = (("zh", "乙"), ("en", "乙"))
    (folder / "from-a-friend.xml").write_bytes(write_layout(replace(known, id="../victim", names=names)))
    shelf = LayoutShelf(folder)
    page = new_page("p1", known)
    shelf.save(page, "乙")
    assert victim.read_text() == "somebody else's"
    assert [path.name for path in folder.iterdir()] == ["from-a-friend.xml"]
    mine = shelf.own("乙")
    assert mine is not None
    shelf.remove(mine)
    assert victim.read_text() == "somebody else's"
    assert list(folder.iterdir()) == []
