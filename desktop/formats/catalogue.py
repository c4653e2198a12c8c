"""Translations: Qt Linguist's .ts files in resources/i18n, read without Qt for the command line."""

from __future__ import annotations

from desktop.locator import resource

_FILES = {"zh": "banxin_zh_CN.ts"}
CONTEXT = "messages"
"""The context of the sentences of desktop.errors.Message in the .ts files."""


WORDS = "words"
"""The context of the program's own words among the values of messages."""


def read_catalogue(language: str) -> dict[tuple[str, str], str]:
    """Return translations by context and English text; empty for a language without a file."""
    path = resource("i18n", _FILES.get(language, ""))
    if not path.is_file():
        return {}
    from lxml import etree

    catalogue: dict[tuple[str, str], str] = {}
    for context in etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True)).iter("context"):
        name = context.findtext("name")
        if name not in {CONTEXT, WORDS}:
            continue
        for entry in context.iter("message"):
            source, translation = entry.findtext("source"), entry.findtext("translation")
            if source and translation:
                catalogue[name, source] = translation
    return catalogue
