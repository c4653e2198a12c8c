"""Languages: the window's own strings, the sentences of lower layers, and Qt's.

Sources are English and double as keys. ``tr`` and ``noop`` mark the window's strings (context ``window``), ``render``
shows a :class:`~desktop.errors.Message` (context ``messages``, shared with the command line).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from desktop.errors import Message, Named
from desktop.formats.catalogue import CONTEXT as MESSAGES
from desktop.formats.catalogue import WORDS
from desktop.locator import resource
from desktop.model.story import Role
from desktop.model.style import FaceRole

WINDOW = "window"
"""The translation context of the window's strings."""

_LOCALES = {"zh": "zh_CN", "en": "en_GB"}


def noop(text: str) -> str:
    """Mark a string of a table for translation; ``tr`` translates it where it is shown."""
    return text


def tr(text: str, /, **values: object) -> str:
    """Return a string of the window in the language that is installed, with its braces filled."""
    found = QCoreApplication.translate(WINDOW, text)
    return agreeing(found, values).format(**values) if values else found


def render(text: Message) -> str:
    """Return a sentence of a lower layer in the language that is installed, with the messages and words inside it."""
    values = {name: _value(value) for name, value in text.values}
    template = QCoreApplication.translate(MESSAGES, text.template)
    return agreeing(template, values).format(**values) if values else template


_COUNTED = re.compile(
    r"\{(\w+)\} (character|line|column|element|page|article|picture|error|warning|frame|mark|step)s\b"
)
"""What English sentences count; other languages have no such words."""


def agreeing(template: str, values: Mapping[str, object]) -> str:
    """Return an English template with the singular behind every number that is 1: 1 line, not 1 lines."""
    return _COUNTED.sub(
        lambda found: f"{{{found[1]}}} {found[2]}" if str(values.get(found[1])) == "1" else found[0], template
    )


def _value(value: object) -> object:
    """Return a value as it is said: messages are rendered, words of the program (picture, advertisement) translated."""
    if isinstance(value, Message):
        return render(value)
    if isinstance(value, Named):
        return value.in_language(QLocale().name()[:2])
    return QCoreApplication.translate(WORDS, value) if type(value) is str and value else value


FACES: Mapping[FaceRole, str] = MappingProxyType(
    {
        FaceRole.SONG: noop("Song"),
        FaceRole.BIAOSONG: noop("Heavy Song"),
        FaceRole.HEI: noop("Hei"),
        FaceRole.KAI: noop("Kai"),
    }
)
"""What the faces of the house are called."""

ROLE_NAMES = {
    Role.HEADLINE: noop("Headline"),
    Role.KICKER: noop("Kicker"),
    Role.DECK: noop("Deck"),
    Role.ABSTRACT: noop("Abstract"),
    Role.BYLINE: noop("Byline"),
    Role.DATELINE: noop("Dateline"),
    Role.EDITORS_NOTE: noop("Editor’s note"),
    Role.LEDE: noop("Lede"),
    Role.SUBHEAD: noop("Subhead"),
    Role.BODY: noop("Body"),
    Role.CAPTION: noop("Caption"),
    Role.CREDIT: noop("Credit"),
    Role.SLOGAN: noop("Slogan"),
    Role.FOLIO: noop("Folio"),
    Role.JUMP_LINE: noop("Jump line"),
    Role.BOX: noop("Box"),
}
"""What the newsroom calls a role."""


def role_name(role: Role) -> str:
    """Return a role's name in the language that is installed."""
    return tr(ROLE_NAMES[role])


class Language:
    """The language of the window, installed into the application for as long as this object lives.

    Args:
        code: ``"zh"``, ``"en"``, or None for the system's.
    """

    def __init__(self, code: str | None = None) -> None:
        self.code = code or ("zh" if QLocale.system().language() is QLocale.Language.Chinese else "en")
        self._installed: list[QTranslator] = []
        QLocale.setDefault(QLocale(_LOCALES[self.code]))
        if self.code != "en":
            self._install(f"banxin_{_LOCALES[self.code]}", str(resource("i18n")))
            qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            self._install(f"qtbase_{_LOCALES[self.code]}", qt)

    def _install(self, name: str, folder: str) -> None:
        translator = QTranslator()
        if translator.load(name, folder):
            QCoreApplication.installTranslator(translator)
            self._installed.append(translator)

    def remove(self) -> None:
        """Take the language out of the application again."""
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        self._installed.clear()
