"""A package whose pictures are missing or damaged opens, and loses nothing when it is saved again."""

import zipfile
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from desktop.errors import PackageError
from desktop.formats import archive
from desktop.formats.package import open_edition, save_edition
from desktop.model.edition import Edition
from tests.formats import editions

PART = "media/港口.png"
DIGEST = sha256(editions.PNG).hexdigest()


@pytest.fixture
def saved(tmp_path):
    path = tmp_path / "春潮.banxin"
    save_edition(path, editions.edition(), [editions.display()], editions.FONTS)
    return path


def with_parts(path: Path, change) -> Path:
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    change(parts)
    with path.open("wb") as file:
        archive.write_archive(file, parts, "mimetype")
    return path


def without_damage(edition: Edition) -> Edition:
    """Return the edition as if its one picture were whole again."""
    [media] = edition.media
    return replace(edition, media=(replace(media, data=editions.PNG, digest=""),))


@pytest.mark.parametrize(
    ("change", "left"),
    [(lambda parts: parts.pop(PART), b""), (lambda parts: parts.update({PART: b"other"}), b"other")],
    ids=["missing", "damaged"],
)
def test_a_lost_picture_keeps_its_name_and_its_place_when_saved_again(saved, change, left):
    for _ in range(2):  # as it came, and as it was saved
        opened = open_edition(with_parts(saved, change))
        [media] = opened.edition.media
        assert (media.lost, media.data, media.digest, media.name) == (True, left, DIGEST, "港口.png")
        assert without_damage(opened.edition) == editions.edition()
        assert [str(note) for note in opened.notes] == [
            "The picture “港口.png” is missing or damaged; relink it in its frame."
        ]
        save_edition(saved, opened.edition, [editions.display()], editions.FONTS)
        change = dict  # nothing more is done to the parts
    assert open_edition(saved).edition == opened.edition


def test_a_picture_that_cannot_be_unpacked_is_lost_alone(saved):
    data = saved.read_bytes()
    at = data.index(editions.PNG) + 20
    saved.write_bytes(data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :])
    opened = open_edition(saved)
    assert opened.edition.media[0].lost
    assert without_damage(opened.edition) == editions.edition()


def test_a_picture_that_is_put_back_into_the_package_is_whole(saved):
    opened = open_edition(with_parts(saved, lambda parts: parts.pop(PART)))
    save_edition(saved, opened.edition, [], [])
    again = open_edition(with_parts(saved, lambda parts: parts.update({PART: editions.PNG})))
    assert again.edition == editions.edition()
    assert again.notes == ()


def test_text_that_is_damaged_is_refused_as_before(saved):
    with pytest.raises(PackageError, match="not as it was saved"):
        open_edition(with_parts(saved, lambda parts: parts.update({"source/春潮.txt": b"!"})))


@given(st.sets(st.integers(0, 5), min_size=1), st.lists(st.sampled_from("ab"), min_size=6, max_size=6))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=25)
def test_pictures_of_one_name_never_take_each_others_bytes(tmp_path, gone, names):
    whole = editions.edition()
    media = tuple(
        replace(whole.media[0], id=f"m{at}", name=f"{name}.png", data=editions.PNG + bytes([at]))
        for at, name in enumerate(names)
    )
    lost = tuple(
        replace(one, data=b"", digest=sha256(one.data).hexdigest()) if at in gone else one
        for at, one in enumerate(media)
    )
    edition = replace(whole, media=lost)
    path = tmp_path / "many.banxin"
    save_edition(path, edition, [], [])
    assert open_edition(path).edition == edition
