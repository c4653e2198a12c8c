"""Nothing on the screen is left untranslated."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QMenu, QWidget

from desktop.errors import Named, PackageError, message
from desktop.formats.catalogue import CONTEXT, read_catalogue
from desktop.locator import resource
from desktop.recognise.reasons import all_reasons
from desktop.ui.language import Language, agreeing, render
from desktop.ui.window import MainWindow

NAMES = re.compile(
    r"Ctrl|Shift|Alt|Del|Esc|PgUp|PgDown|\w+\.jpg|PDF|TXT|GB|F1|mm|px|dpi|article|Enter|Backspace|Return"
)
"""What stays as it is in every language."""
ENGLISH = re.compile(r"[A-Za-z]{2,}")


@pytest.fixture(scope="module")
def build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("banxin_i18n", resource("i18n", "build.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_string_is_translated_and_none_is_unused(build: ModuleType) -> None:
    assert build.problems() == []


def test_the_compiled_file_is_up_to_date(build: ModuleType, tmp_path: Path) -> None:
    build.compile_translation(build.TRANSLATION, tmp_path / "fresh.qm")
    assert (tmp_path / "fresh.qm").read_bytes() == build.TRANSLATION.with_suffix(".qm").read_bytes()


def test_translations_fill_the_same_braces(build: ModuleType) -> None:
    field = re.compile(r"\{\w+\}")
    for texts in build.translations().values():
        for source, translation in texts.items():
            assert set(field.findall(source)) == set(field.findall(translation)), source


def test_every_reason_is_in_the_catalogue() -> None:
    known = read_catalogue("zh")
    assert [str(reason) for reason in all_reasons() if (CONTEXT, reason.template) not in known] == []


def test_a_sentence_put_together_is_translated(qapp: object) -> None:
    language = Language("zh")
    problem = PackageError(
        "{package}: {file}, line {line}: the package lacks its part {part}.",
        package="a.banxin", file="edition.xml", line=3, part="pages/01.xml",
    )  # fmt: skip
    said = render(problem.message)
    language.remove()
    assert said == "a.banxin：edition.xml 第 3 行：版面文件缺少 pages/01.xml。"


def test_words_and_messages_inside_a_sentence_are_translated(qapp: object) -> None:
    language = Language("zh")
    name = Named((("zh", "主图"), ("en", "Main picture")))
    said = render(message("The {kind} frame “{name}” is empty.", kind="picture", name=name))
    nested = render(message("{what} ({kind})", what=message("Fits"), kind="advertisement"))
    language.remove()
    assert said == "图片位“主图”还空着。"
    assert nested == "合适 (广告)"


def texts_of(window: QWidget) -> Iterator[str]:
    """Yield everything that a window's widgets and menus say."""
    for label in window.findChildren(QLabel):
        yield label.text()
    for button in window.findChildren(QAbstractButton):
        yield button.text()
        yield button.toolTip()
    for box in window.findChildren(QComboBox):
        yield from (box.itemText(at) for at in range(box.count()))
    for menu in window.findChildren(QMenu):
        yield menu.title()
        yield from (action.text() for action in menu.actions())
    for action in window.findChildren(QAction):
        yield action.text()
        yield action.toolTip()
    for widget in window.findChildren(QWidget):
        yield widget.accessibleName()


def english(texts: Iterator[str]) -> set[str]:
    return {text for text in texts if ENGLISH.search(NAMES.sub("", text))}


def test_no_english_in_the_chinese_window(sample: MainWindow) -> None:
    session = sample.bench.session
    elements = session.edition.stories[0].elements
    seen = english(texts_of(sample))
    for select in (
        lambda: session.select([elements[3].id]),
        lambda: session.select([e.id for e in elements]),
        lambda: session.select([], ["picture-1"]),
        lambda: session.select([], ["section-1"]),
    ):
        select()
        seen |= english(texts_of(sample))
    seen |= english(str(finding) for finding in _findings(sample))
    assert seen == set()


def _findings(window: MainWindow) -> Iterator[object]:
    model = window.frame.findings.model
    return (model.index(row).data() for row in range(model.rowCount()))


def test_no_chinese_in_the_english_window(open_window: Callable[[str], MainWindow]) -> None:
    window = open_window("en")
    assert {text for text in texts_of(window) if re.search(r"[\u4e00-\u9fff]", text)} == {"专题报道"} - {"专题报道"}


def test_one_is_singular_in_english(qapp: object) -> None:
    language = Language("en")
    said = render(message("+{chars} characters, {over} lines", chars=21, over=1))
    language.remove()
    assert said == "+21 characters, 1 line"
    assert agreeing("“{text}” and {count} lines", {"text": "1", "count": "11"}) == "“{text}” and {count} lines"
