import errno
import io
import os
import re
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace

from desktop.errors import PackageError, TargetError
from desktop.formats import archive
from desktop.formats.display_json import dump_lines
from desktop.formats.package import edition_from_parts, open_edition, package_parts, save_edition
from desktop.model.emphasis import Emphasis
from desktop.model.story import SourceRange
from desktop.model.style import FaceRole, KinsokuLevel, ParagraphChoice
from tests.formats import editions

SAVED = Path(__file__).parent / "saved"


@pytest.fixture
def saved(tmp_path):
    path = tmp_path / "春潮.banxin"
    save_edition(path, editions.edition(), [editions.display()], editions.FONTS)
    return path


def rewritten(path: Path, change) -> Path:
    """Return the package with its parts changed and the list's digests made to fit."""
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    before = {name: sha256(data).hexdigest() for name, data in parts.items()}
    change(parts)
    for name, data in parts.items():
        if name in before and "edition.xml" in parts:
            new = sha256(data).hexdigest()
            parts["edition.xml"] = parts["edition.xml"].replace(before[name].encode(), new.encode())
    with path.open("wb") as file:
        archive.write_archive(file, parts, "mimetype")
    return path


def test_realistic_edition_is_read_back_equal(saved):
    opened = open_edition(saved)
    assert opened.edition == editions.edition()
    assert opened.fonts == editions.FONTS
    assert opened.notes == ()
    assert list(dump_lines(opened.displays_as_saved[0])) == list(dump_lines(editions.display()))


@given(editions.editions())
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None, max_examples=60
)
def test_any_edition_is_read_back_equal(tmp_path, edition):
    path = tmp_path / "any.banxin"
    save_edition(path, edition, [], [])
    assert open_edition(path).edition == edition


def test_several_layouts_are_kept_apart(tmp_path):
    other = replace(editions.page("tabloid-feature", "7"), frames=(), flows=())
    edition = replace(editions.edition(), pages=(editions.page(), other, editions.page(number="8")))
    path = tmp_path / "two.banxin"
    save_edition(path, edition, [], [])
    assert open_edition(path).edition == edition
    assert {n for n in zipfile.ZipFile(path).namelist() if "layout" in n} == {
        "layouts/special-report.xml",
        "layouts/tabloid-feature.xml",
    }


def test_the_same_edition_gives_the_same_bytes(saved, tmp_path):
    again = tmp_path / "again.banxin"
    save_edition(again, editions.edition(), [editions.display()], editions.FONTS)
    assert again.read_bytes() == saved.read_bytes()


def test_a_file_manager_sees_the_kind_and_sources_are_untouched(saved):
    assert b"mimetypeapplication/vnd.banxin.edition+zip" in saved.read_bytes()[:80]
    with zipfile.ZipFile(saved) as package:
        assert package.infolist()[0].compress_type == zipfile.ZIP_STORED
        assert package.read("source/春潮.txt") == editions.TEXT.encode("gb18030")
        assert package.read("media/港口.png") == editions.PNG


def test_every_version_ever_shipped_loads():
    found = sorted(SAVED.glob("*.banxin"))
    assert [path.stem for path in found] == ["v1"]
    for path in found:
        opened = open_edition(path)
        assert opened.edition.stories[0].title == "春潮涌动新港区"
        assert opened.edition.pages[0].layout.id == "special-report"
        assert opened.displays_as_saved[0].number == "6"
        assert opened.notes == ()


def test_names_that_some_system_could_not_unpack_are_changed_in_the_zip_only(tmp_path):
    source = editions.edition().sources[0]
    names = ["../a.txt", "A.txt", "a.txt", "CON:1\\2.txt", ".", "x" * 300]
    many = tuple(replace(source, id=f"a{i}", name=name) for i, name in enumerate(names))
    edition = replace(editions.edition(), sources=many, stories=())
    path = tmp_path / "names.banxin"
    save_edition(path, edition, [], [])
    assert open_edition(path).edition == edition
    parts = [name for name in zipfile.ZipFile(path).namelist() if name.startswith("source/")]
    assert len({part.casefold() for part in parts}) == len(names)
    assert not [part for part in parts if ".." in part or "\\" in part or len(part) > 140]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda p: p.pop("mimetype"), "not a Banxin edition"),
        (lambda p: p.pop("edition.xml"), "not a Banxin edition"),
        (lambda p: p.pop("style.xml"), "lacks its part style.xml"),
        (lambda p: p.update({"style.xml": p["style.xml"][:-9]}), "style.xml, line"),
        (lambda p: p.update({"style.xml": p["style.xml"].replace(b'"hei"', b'"blei"')}), "no such face role"),
        (lambda p: p.update({"layout.xml": p["layout.xml"].replace(b"folio", b"olio")}), "layout.xml, line"),
        (lambda p: p.update({"stories/s1.xml": p["stories/s1.xml"].replace(b'"lede"', b'"leed"')}), "“leed”"),
        (lambda p: p.update({"stories/s1.xml": p["stories/s1.xml"].replace(b'"a1"', b'"a9"')}), "“a9”"),
        (lambda p: p.update({"stories/s1.xml": p["stories/s1.xml"].replace(b'end="7"', b'end="999"')}), "999"),
        (lambda p: p.update({"stories/s1.xml": p["stories/s1.xml"].replace(b"<story ", b'<story x="1" ')}), "line 2"),
        (lambda p: p.update({"stories/s1.xml": p["stories/s1.xml"].replace(b'"cut"', rb'"\110000;"', 1)}), "line"),
        (lambda p: p.update({"pages/01.xml": p["pages/01.xml"].replace(b'"headline"', b'"hedline"')}), "“hedline”"),
        (lambda p: p.update({"pages/01.xml": p["pages/01.xml"].replace(b'"layout.xml"', b'"l.xml"')}), "l.xml"),
        (lambda p: p.update({"edition.xml": p["edition.xml"].replace(b'part="layout.xml" ', b"")}), "lacks part=“…”"),
        (lambda p: p.update({"edition.xml": p["edition.xml"].replace(b'part="style.xml" ', b"")}), "lacks part=“…”"),
        (
            lambda p: p.update(
                {"style.xml": re.sub(rb'(<paragraph[^>]*) name="[^"]*"', rb"\1", p["style.xml"], count=1)}
            ),
            "lacks name=“…”",
        ),
        (
            lambda p: p.update(
                {"pages/01.xml": p["pages/01.xml"].replace(b'through frame="f1"', b'through frame="f0"')}
            ),
            "“f0”",
        ),
        (
            lambda p: p.update(
                {"pages/01.xml": p["pages/01.xml"].replace(b'through frame="f2"', b'through frame="f1"')}
            ),
            "two flows run through the frame “f1”",
        ),
        (
            lambda p: p.update(
                {
                    "stories/s1.xml": re.sub(
                        rb'template="[^"]*" values', b'template="{x.y}" values', p["stories/s1.xml"], count=1
                    )
                }
            ),
            "values that cannot be read",
        ),
        (lambda p: p.update({"display/01.jsonl": b"[]"}), "display/01.jsonl, line 1"),
        (lambda p: p.update({"fonts.json": b"{"}), "fonts.json"),
        (lambda p: p.update({"text/01.txt": b"\xff"}), "text/01.txt"),
        (lambda p: p.update({"edition.xml": p["edition.xml"].replace(b'"1"', b'"2"', 1)}), "newer version"),
        (lambda p: p.update({"edition.xml": b"<!DOCTYPE x><x/>"}), "DOCTYPE"),
        (lambda p: p.update({"../evil": b""}), "../evil"),
        (lambda p: p.update({"/etc/evil": b""}), "/etc/evil"),
    ],
)
def test_what_is_wrong_with_a_package_is_one_sentence(saved, change, words):
    with pytest.raises(PackageError) as caught:
        open_edition(rewritten(saved, change))
    assert words in str(caught.value)
    assert "春潮.banxin" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_part_changed_by_another_program_is_refused(saved):
    parts = package_parts(editions.edition(), [], [])
    parts["source/春潮.txt"] += b"!"
    with saved.open("wb") as file:
        archive.write_archive(file, parts, "mimetype")
    with pytest.raises(PackageError, match="not as it was saved"):
        open_edition(saved)


def test_what_was_not_read_is_told(saved):
    rewritten(saved, lambda parts: parts.update({"proofs/01.xml": b"<proof/>"}))
    assert [str(note) for note in open_edition(saved).notes] == ["The part proofs/01.xml of the package was not read."]


def test_variants_that_the_style_lacks_are_told_and_kept(tmp_path):
    page = replace(editions.page(), variants=("hanging", "blue"))
    page = replace(page, layout=replace(page.layout, variants=("green", "blue")))
    edition = replace(editions.edition(), pages=(page,), phrases=("德清 平安", "New York"))
    path = tmp_path / "variants.banxin"
    save_edition(path, edition, [], [])
    opened = open_edition(path)
    assert opened.edition == edition
    assert [str(note) for note in opened.notes] == [
        "Page 6 asks for the variant “blue”, which is missing.",
        "Page 6 asks for the variant “green”, which is missing.",
    ]


def test_what_was_chosen_for_single_paragraphs_is_kept_and_what_the_style_lacks_told(tmp_path):
    choices = (
        ParagraphChoice("s1 e\x01", "headline spread", ("hanging",), KinsokuLevel.STRICT),
        ParagraphChoice("s1e02", "red", ("blue", "hanging")),
        ParagraphChoice("s1e03", kinsoku=KinsokuLevel.NONE),
    )
    edition = replace(editions.edition(), choices=choices)
    path = tmp_path / "choices.banxin"
    save_edition(path, edition, [], [])
    opened = open_edition(path)
    assert opened.edition == edition
    assert [str(note) for note in opened.notes] == [
        "s1e02 asks for the paragraph style “red”, which is missing.",
        "s1e02 asks for the variant “blue”, which is missing.",
    ]


@pytest.mark.parametrize("data", [b"", b"PK", b"\0" * 500, "春天".encode() * 99])
def test_a_file_that_is_no_zip_is_refused(tmp_path, data):
    path = tmp_path / "x.banxin"
    path.write_bytes(data)
    with pytest.raises(PackageError, match=r"x\.banxin is damaged"):
        open_edition(path)


def test_any_cut_or_flipped_byte_is_an_error_or_changes_nothing(saved):
    data = saved.read_bytes()
    for at in range(0, len(data), 97):
        for damaged in (data[:at], data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :]):
            saved.write_bytes(damaged)
            try:
                opened = open_edition(saved)
            except PackageError:
                continue
            whole = [replace(media, data=editions.PNG, digest="") for media in opened.edition.media if media.lost]
            edition = replace(opened.edition, media=tuple(whole)) if whole else opened.edition
            assert edition == editions.edition()


def test_missing_file_and_folder(tmp_path):
    with pytest.raises(PackageError, match="no file"):
        open_edition(tmp_path / "none.banxin")
    with pytest.raises(PackageError, match="folder"):
        open_edition(tmp_path)


def test_a_bomb_is_refused_before_it_is_unpacked(saved, monkeypatch):
    monkeypatch.setattr(archive, "MOST_BYTES", 1000)
    with pytest.raises(PackageError, match="more than an edition can hold"):
        open_edition(saved)


def test_a_part_named_twice_is_refused(saved):
    buffer = io.BytesIO(saved.read_bytes())
    with zipfile.ZipFile(buffer, "a") as package, pytest.warns(UserWarning, match="Duplicate"):
        package.writestr("style.xml", b"")
    saved.write_bytes(buffer.getvalue())
    with pytest.raises(PackageError):
        open_edition(saved)


def test_saving_over_keeps_the_previous_as_backup(saved):
    before = saved.read_bytes()
    save_edition(saved, replace(editions.edition(), name="第二"), [], [])
    assert open_edition(saved).edition.name == "第二"
    assert saved.with_name(saved.name + ".bak").read_bytes() == before
    assert sorted(path.name for path in saved.parent.iterdir()) == ["春潮.banxin", "春潮.banxin.bak"]


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EIO])
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_full_disk_leaves_the_file_untouched(saved, monkeypatch, code, step):
    def fail(*_args):
        raise OSError(code, os.strerror(code))

    before = saved.read_bytes()
    if step == "fsync":
        monkeypatch.setattr(os, "fsync", fail)
    else:
        monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(TargetError, match="was not written") as caught:
        save_edition(saved, replace(editions.edition(), name="第二"), [], [])
    assert "as it was" in str(caught.value)
    assert saved.read_bytes() == before
    assert [path.name for path in saved.parent.iterdir()] == ["春潮.banxin"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_device_is_told():
    with pytest.raises(TargetError):
        save_edition(Path("/dev/full/x.banxin"), editions.edition(), [], [])


def test_targets_that_cannot_be_written(tmp_path):
    with pytest.raises(TargetError, match="a folder has that name"):
        save_edition(tmp_path, editions.edition(), [], [])
    with pytest.raises(TargetError, match="no such folder"):
        save_edition(tmp_path / "no" / "x.banxin", editions.edition(), [], [])


def test_a_face_that_is_none_is_told_as_a_fault_of_the_package(tmp_path: Path) -> None:
    edition = editions.edition()
    emphasis = Emphasis(edition.sources[0].id, SourceRange(0, 2), FaceRole.HEI)
    parts = package_parts(replace(edition, emphases=(emphasis,)), (), ())
    broken = {name: data.replace(b'face="hei"', b'face="bold"') for name, data in parts.items()}
    assert broken != parts
    with pytest.raises(PackageError):
        edition_from_parts(broken, "e.banxin")
