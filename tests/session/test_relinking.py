"""Pictures whose files were lost, and found again."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from msgspec.structs import replace

from desktop.compose import ComposedPage
from desktop.display import Picture, Rule
from desktop.errors import UsageError
from desktop.formats.press_xml import find_press
from desktop.geometry import Rect
from desktop.locator import resource
from desktop.model.edition import Edition, Media
from desktop.model.pictureview import PictureView
from desktop.pictures import found_beside, read_media
from desktop.preflight import press_findings
from desktop.session import Session
from desktop.session.commands import PlacePicture, RelinkPicture, SetPictureView

RIVER = resource("sample/river.jpg")
VIEW = PictureView(zoom=1.5, x=0.2, y=0.8)


def lose(edition: Edition) -> Edition:
    """Return the edition with every picture's file missing."""
    lost = (replace(m, data=b"", digest=sha256(m.data).hexdigest()) for m in edition.media)
    return replace(edition, media=tuple(lost))


@pytest.fixture
def whole(session: Session) -> Edition:
    page = session.edition.pages[0].id
    edition = PlacePicture(page, "picture-1", read_media(RIVER, "m1")).apply(session.edition)
    edition = SetPictureView(page, "picture-1", VIEW).apply(edition)
    return PlacePicture(page, "picture-2", edition.media[0]).apply(edition)


@pytest.fixture
def lost(whole: Edition) -> Edition:
    return lose(whole)


def composed(session: Session, edition: Edition) -> ComposedPage:
    session.exchange(edition, PlacePicture("", "", edition.media[0]).name)
    return session.composed()


def items(made: ComposedPage, kind: type, frame: str) -> list[object]:
    return [item for item in made.display.items if isinstance(item, kind) and item.frame == frame]


def test_a_file_of_the_same_name_goes_to_all_frames_with_their_crops(whole: Edition, lost: Edition) -> None:
    again = RelinkPicture(lost.pages[0].id, "picture-2", read_media(RIVER, "m9")).apply(lost)
    assert again == whole
    assert again.pages[0].frame("picture-1").view == VIEW.within()


def test_the_same_name_may_have_other_bytes(lost: Edition) -> None:
    newer = Media("m9", "river.jpg", b"newer", 10, 20)
    again = RelinkPicture(lost.pages[0].id, "picture-1", newer).apply(lost)
    assert again.media == (replace(newer, id="m1"),)
    assert again.pages == lost.pages


def test_the_very_same_file_is_known_under_another_name(lost: Edition) -> None:
    renamed = replace(read_media(RIVER, "m9"), name="河.jpg")
    again = RelinkPicture(lost.pages[0].id, "picture-1", renamed).apply(lost)
    assert again.media == (replace(renamed, id="m1"),)


def test_another_file_goes_to_one_frame_and_the_others_wait(lost: Edition) -> None:
    page, other = lost.pages[0].id, Media("m9", "other.jpg", b"other", 10, 20)
    once = RelinkPicture(page, "picture-1", other).apply(lost)
    assert once.pages[0].frame("picture-1").media == "m9"
    assert once.pages[0].frame("picture-1").view == VIEW.within()
    assert once.pages[0].frame("picture-2").media == "m1"
    assert [media.lost for media in once.media] == [True, False]
    twice = RelinkPicture(page, "picture-2", other).apply(once)
    assert twice.media == (other,)  # nothing waits for the lost file any more


def test_a_frame_without_picture_cannot_be_relinked(session: Session) -> None:
    with pytest.raises(UsageError, match="no picture"):
        RelinkPicture(session.edition.pages[0].id, "picture-1", Media("m1", "a", b"", 1, 1)).apply(session.edition)


def test_files_found_beside_it_come_back_with_it(lost: Edition, tmp_path: Path) -> None:
    second = replace(lost.media[0], id="m2", name="second.jpg")
    third = replace(second, id="m3", name="third.jpg")
    lost = replace(lost, media=(*lost.media, second, third))
    (tmp_path / "second.jpg").write_bytes(RIVER.read_bytes())
    (tmp_path / "third.jpg").write_bytes(b"something else of that name")
    found = found_beside(lost.media, tmp_path)
    assert [(media.id, media.lost) for media in found] == [("m2", False)]
    again = RelinkPicture(lost.pages[0].id, "picture-1", read_media(RIVER, "m9"), found).apply(lost)
    assert [media.lost for media in again.media] == [False, False, True]


@pytest.mark.parametrize("name", ["../river.jpg", "/etc/hostname", "", "a\0b", "x" * 400])
def test_names_out_of_the_folder_are_not_looked_for(name: str, tmp_path: Path) -> None:
    (tmp_path / "river.jpg").write_bytes(RIVER.read_bytes())
    (tmp_path / "inner").mkdir()
    media = Media("m1", name, b"", 1, 1, digest=sha256(RIVER.read_bytes()).hexdigest())
    assert found_beside((media,), tmp_path / "inner") == ()


def test_the_place_of_a_lost_picture_is_hatched_and_one_without_picture_crossed(
    session: Session, whole: Edition, lost: Edition
) -> None:
    shown = composed(session, whole)
    assert items(shown, Picture, "picture-1")
    waiting = composed(session, lost)
    assert not items(waiting, Picture, "picture-1")
    box = waiting.display.frame("picture-1").box
    assert box == shown.display.frame("picture-1").box  # its size is known still
    slanting = [r for r in items(waiting, Rule, "picture-1") if r.x1 != r.x2 and r.y1 != r.y2]
    grown = Rect(box.x - 0.01, box.y - 0.01, box.width + 0.02, box.height + 0.02)
    assert len(slanting) > 10
    assert all(grown.contains(r.x1, r.y1) and grown.contains(r.x2, r.y2) for r in slanting)
    assert all(abs((r.x2 - r.x1) - (r.y1 - r.y2)) < 0.01 and r.x2 > r.x1 for r in slanting)
    assert [run.text for run in waiting.display.runs()] == [run.text for run in shown.display.runs()]


def test_a_press_takes_no_page_whose_picture_is_lost(session: Session, lost: Edition) -> None:
    session.exchange(lost, PlacePicture("", "", lost.media[0]).name)
    press = replace(find_press("newspaper"), placeholders=False)
    found = press_findings(session.edition, session.composed_pages(), press)
    assert {"picture-1", "picture-2"} <= {one.frame for one in found if one.id == "press.placeholder"}
