"""Bad input: exit 2, one sentence on stderr that names the thing, nothing on stdout, no file touched."""

from __future__ import annotations

import errno
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

COMMANDS = {
    "text": [],
    "check": [],
    "dump": [],
    "export": ["-o", "out.pdf"],
    "new": ["-o", "out.banxin"],
}


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(params=COMMANDS)
def command(request) -> list[str]:
    return [request.param, *COMMANDS[request.param]]


def files(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def refuse(console, here: Path, command: list[str], name: str) -> str:
    before = files(here)
    sentence = console.refused(command[0], name, *command[1:])
    assert files(here) == before
    return sentence


def test_a_missing_file(console, here, command):
    assert "nowhere.txt" in refuse(console, here, command, "nowhere.txt")


def test_a_folder(console, here, command):
    (here / "folder").mkdir()
    assert "folder" in refuse(console, here, command, "folder")


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \n\r\n\t "])
def test_an_empty_file(console, here, command, data):
    (here / "empty.txt").write_bytes(data)
    assert "empty.txt" in refuse(console, here, command, "empty.txt")


def test_a_binary_file(console, here, command):
    (here / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    assert "picture.txt" in refuse(console, here, command, "picture.txt")


def test_a_file_in_no_known_encoding(console, here, command):
    (here / "odd.txt").write_bytes("平安".encode() * 3 + b"\xff\xfe\xfd\x81\x20\xff" * 30)
    assert "odd.txt" in refuse(console, here, command, "odd.txt")


@pytest.mark.parametrize("data", [b"", b"not a zip", b"PK\x03\x04 broken"])
def test_a_package_that_is_none(console, here, command, data):
    (here / "bad.banxin").write_bytes(data)
    sentence = refuse(console, here, command, "bad.banxin")
    assert "bad.banxin" in sentence or command[0] == "new"


def test_a_missing_package(console, here, command):
    sentence = refuse(console, here, command, "gone.banxin")
    assert "gone.banxin" in sentence or command[0] == "new"


@pytest.mark.parametrize("place", range(0, 100, 9))
def test_a_package_damaged_at_any_place(console, here, package, place):
    data = bytearray(package.read_bytes())
    at = len(data) * place // 100
    data[at : at + 40] = bytes(byte ^ 0x5A for byte in data[at : at + 40])
    (here / "hurt.banxin").write_bytes(data)
    assert "hurt.banxin" in console.refused("dump", "hurt.banxin")


def test_a_package_cut_short(console, here, package):
    data = package.read_bytes()
    (here / "hurt.banxin").write_bytes(data[: len(data) // 2])
    assert "hurt.banxin" in console.refused("export", "hurt.banxin", "-o", "out.pdf")
    assert not Path("out.pdf").exists()


def test_a_package_without_one_of_its_parts(console, here, package):
    with zipfile.ZipFile(package) as whole, zipfile.ZipFile(here / "hurt.banxin", "w") as part:
        for name in whole.namelist():
            if not name.startswith("stories/"):
                part.writestr(name, whole.read(name))
    assert "stories/" in console.refused("check", "hurt.banxin")


# Layouts.


def test_an_unknown_layout_names_those_there_are(console, article):
    sentence = console.refused("dump", article, "--layout", "nope")
    assert "nope" in sentence
    assert all(known in sentence for known in ("special-report", "tabloid-feature", "broadsheet-feature"))


def own_layout(here: Path, change: tuple[str, str]) -> str:
    source = Path(__file__).parents[2] / "layouts" / "tabloid-feature.xml"
    text = source.read_text(encoding="utf-8")
    assert change[0] in text
    (here / "own.xml").write_text(text.replace(*change, 1), encoding="utf-8")
    return "own.xml"


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (("</layout>", ""), "own.xml"),
        (('roles="folio"', 'roles="foliage"'), "foliage"),
        (('kind="folio"', 'kind="banner"'), "slot"),
        (("<grid ", "<gird "), "grid"),
        (('columns="6"', 'columns="six"'), "grid"),
        (('pitch="11.54pt"', 'pitch="11 furlong"'), "pitch"),
        (('pitch="11.54pt"', 'pitch="0pt"'), "pitch"),
        (('body="9pt"', 'body="0pt"'), "body"),
        (('break="3"', 'break="99"'), "lede"),
        (('<furniture line="-2">', '<furniture line="2">'), "folio"),
        (('border="b">', 'border="b"><style role="folio" name="nonesuch"/>'), "nonesuch"),
    ],
)
def test_a_layout_that_is_wrong_is_named_with_line_and_element(console, here, article, change, named):
    sentence = console.refused("export", article, "--layout", own_layout(here, change), "-o", "out.pdf")
    assert "own.xml" in sentence
    assert "line" in sentence
    assert named in sentence
    assert any(char.isdigit() for char in sentence)
    assert not Path("out.pdf").exists()


def test_control_a_layout_file_that_is_right_is_taken(console, here, article):
    assert console("dump", article, "--layout", own_layout(here, ('id="tabloid-feature"', 'id="own"'))).code == 0


def test_a_layout_with_entities_is_refused(console, here, article):
    (here / "own.xml").write_text('<!DOCTYPE x [<!ENTITY a "b">]><layout id="x" version="1">&a;</layout>')
    assert "own.xml" in console.refused("dump", article, "--layout", "own.xml")


# Targets.


@pytest.mark.parametrize("command", ["export", "new"])
class TestTargets:
    def test_in_a_folder_that_is_not_there(self, console, article, command):
        name = "nowhere/out.banxin" if command == "new" else "nowhere/out.pdf"
        assert name in console.refused(command, article, "-o", name)

    def test_where_nobody_may_write(self, console, article, command, here, monkeypatch):
        own = Path.open

        def protected(path: Path, mode: str = "r", *more, **options):
            if "x" in mode or "w" in mode:
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
            return own(path, mode, *more, **options)

        monkeypatch.setattr(Path, "open", protected)
        assert "out.banxin" in console.refused(command, article, "-o", here / "out.banxin")
        assert not (here / "out.banxin").exists()

    def test_on_a_full_disk_the_old_file_stays(self, console, article, command, here, monkeypatch):
        target = here / "out.banxin"
        target.write_bytes(b"old")

        def full(_: int) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        monkeypatch.setattr(os, "fsync", full)
        sentence = console.refused(command, article, "-o", target)
        assert "disk" in sentence
        assert target.read_bytes() == b"old"
        assert sorted(path.name for path in here.iterdir()) == ["news.txt", "out.banxin"]


def test_an_edition_cannot_be_saved_over_a_folder(console, article, here):
    (here / "taken.banxin").mkdir()
    assert "taken.banxin" in console.refused("new", article, "-o", "taken.banxin")


def test_several_editions_need_a_folder(console, article, package):
    assert "one.pdf" in console.refused("export", article, package, "-o", "one.pdf")


# Words.


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["--picture", "picture-1"], "picture-1"),
        (["--picture", "=a.png"], "=a.png"),
        (["--picture", "nowhere=news.txt"], "nowhere"),
        (["--picture", "headline=news.txt"], "headline"),
        (["--picture", "picture-1=none.png"], "none.png"),
        (["--picture", "picture-1=news.txt"], "news.txt"),
        (["--date", "2026-02-30"], "2026-02-30"),
        (["--date", "yesterday"], "yesterday"),
        (["--press", "acme"], "acme"),
        (["--proof", "--press", "acme"], "--proof"),
        (["--bogus"], "--bogus"),
    ],
)
def test_wrong_words_of_export(console, article, here, words, named):
    sentence = console.refused("export", article, "--layout", "tabloid-feature", *words, "-o", "out.pdf")
    assert named in sentence
    assert not (here / "out.pdf").exists()


@pytest.mark.parametrize(
    ("command", "words", "named"),
    [
        ("export", ["news.txt"], "-o"),
        ("new", ["news.txt"], "-o"),
        ("export", ["-o", "out.pdf"], "ARTICLE"),
        ("check", [], "ARTICLE"),
        ("text", [], "ARTICLE"),
        ("text", ["a", "b"], "b"),
        ("check", ["news.txt", "--format", "xml"], "xml"),
    ],
)
def test_missing_and_wrong_words(console, article, command, words, named):
    assert named in console.refused(command, *words)


def test_new_takes_articles_only(console, package):
    assert "articles" in console.refused("new", package, "-o", "other.banxin")


def test_new_wants_a_name_that_can_be_opened(console, article, here):
    assert "out.txt.banxin" in console.refused("new", article, "-o", "out.txt")
    assert not (here / "out.txt").exists()


@pytest.mark.parametrize(
    "words",
    [
        ["export", "news.txt", "-o", ""],
        ["new", "news.txt", "-o", " "],
        ["dump", "news.txt", "--layout", ""],
        ["check", ""],
        ["text", ""],
        ["export", "news.txt", "", "-o", "out.pdf"],
    ],
)
def test_empty_names(console, article, here, words):
    before = files(here)
    assert "empty" in console.refused(*words)
    assert files(here) == before


@pytest.mark.parametrize("name", ["x" * 300 + ".txt", "x" * 5000, "x" * 300 + ".banxin"])
def test_names_that_are_too_long(console, here, article, name):
    for words in (["dump", name], ["text", name], ["dump", "news.txt", "--layout", name]):
        said = console(*words)
        assert said.code == 2
        assert "Traceback" not in said.err
    for words in (["--picture", f"picture-1={name}"], ["-o", name]):
        said = console("export", "news.txt", "--layout", "tabloid-feature", "-o", "out.pdf", *words)
        assert said.code == 2
        assert "long" in said.err
    assert console("new", "news.txt", "-o", "x" * 300 + ".banxin").code == 2
    assert sorted(path.name for path in here.iterdir()) == ["news.txt"]


@pytest.mark.parametrize("value", ["abc", "-1", "1.5", "99999999999999999", "32503680000", "٣", "9" * 5000])
@pytest.mark.parametrize("words", [["--proof"], []])
def test_a_source_date_that_is_none(console, article, here, monkeypatch, value, words):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    assert "SOURCE_DATE_EPOCH" in console.refused("export", article, *words, "-o", "out.pdf")
    assert not (here / "out.pdf").exists()


def test_control_the_last_source_date(console, article, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "32503679999")
    words = ["--layout", "special-report", "--proof", "-o", "out.pdf"]
    assert console("export", article, *words).code == 0


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["check"], "The command line lacks PAGE|ARTICLE. See banxin --help."),
        (["text", "a", "b"], "The command line has b, which is not known. See banxin --help."),
        (["export", "a", "-o"], "-o/--output needs a value behind it. See banxin --help."),
        (["export", "a", "-o", "b", "--proof", "--press", "c"], "do not go together; leave one out."),
        (["check", "a", "--format", "xml"], "--format cannot be 'xml'; choose from "),
        (["export", "a", "--p", "b", "-o", "c"], "can mean --picture, --proof, --press; write it in full."),
        (["export", "a", "--proof=1", "-o", "c"], "--proof takes no value, but has '1'. See banxin --help."),
    ],
)
def test_wrong_words_have_sentences_of_their_own(console, words, sentence):
    assert sentence in console.refused(*words)


def test_wrong_words_are_said_in_the_language_asked_for(capsys):
    from desktop.app.main import run

    assert run(["check", "--lang", "zh"]) == 2
    assert not re.search("lacks", capsys.readouterr().err)


@pytest.mark.parametrize(
    ("word", "named"),
    [("frobnicate", "layouts, text, new, export, check, dump"), ("exprot", "perhaps export")],
)
def test_a_mistyped_command_is_no_window(console, word, named):
    sentence = console.refused(word, "news.txt", "-o", "x.pdf")
    assert word in sentence
    assert named in sentence


# Output that cannot be written.

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}


def command_line(*words: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "desktop", *map(str, words), "--lang", "en"]
    return subprocess.run(command, env=ENVIRONMENT | environment, capture_output=True, check=False)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("command", [["dump"], ["check"], ["text"], ["layouts"], ["--help"]])
def test_results_on_a_full_disk(article, command):
    words = [*command, *([] if command in (["layouts"], ["--help"]) else [str(article)]), "--lang", "en"]
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "desktop", *words]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, env=ENVIRONMENT)
    assert done.returncode == 2
    assert done.stderr.decode().splitlines()[-1] == (
        "banxin: The output was not written to its end: No space left on device."
    )
    assert b"Traceback" not in done.stderr
    assert b"Exception" not in done.stderr


@pytest.mark.parametrize("encoding", ["gbk", "ascii"])
def test_output_is_utf8_whatever_the_environment_says(here, encoding):
    (here / "face.txt").write_text("笑脸😀𠮷\n\n记者 李禾\n\n今天😀很好。\n", encoding="utf-8")
    for words in (["text", "face.txt"], ["dump", "face.txt"], ["check", "face.txt", "--format", "json"]):
        done = command_line(*words, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
        assert b"Traceback" not in done.stderr
        assert "😀" in done.stdout.decode("utf-8")
