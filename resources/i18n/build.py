"""Brings the translation files to the strings that the sources use, and compiles them.

    python resources/i18n/build.py          add new strings, drop those no longer used, write the .qm
    python resources/i18n/build.py --check  change nothing; exit 1 when something is new, unused or untranslated

Found are the literals in ``tr("…")`` and ``noop("…")`` (context ``window``), and in ``message("…")``, raised problems
such as ``ArticleError("…")`` and tables of templates (context ``messages``). PySide6's ``pyside6-lupdate`` knows only
the methods of QObject, so the sources are read here.

Faults of files are put together while the program runs: ``{package}: {file}, line {line}: `` and a sentence. The
sentences are translated in the context ``faults``; the whole templates are put together here into ``messages``. Words
that stand for themselves inside sentences (``a picture``) are in the context ``words``, listed in ``WORDS``.
"""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

HERE = Path(__file__).resolve().parent
SOURCES = HERE.parent.parent / "desktop"
TRANSLATION = HERE / "banxin_zh_CN.ts"

WINDOW, MESSAGES, FAULTS, VALUES = "window", "messages", "faults", "words"
_CALLS = {"tr": WINDOW, "noop": WINDOW, "message": MESSAGES, "Message": MESSAGES, "problem": MESSAGES}
_NOT_TEMPLATES = frozenset({"KeyError", "ValueError", "TypeError", "OSError", "RuntimeError", "TimeoutError"})
_TABLES = frozenset({"_WORDS", "_SENTENCES"})
"""Names of dictionaries whose values are templates for messages."""

IN_FILE, IN_PACKAGE = "{file}, line {line}: ", "{package}: "
_UNFIT = "<{tag}> says {name}=“{word}”, which is not "
WORDS = (
    "picture", "advertisement", "none", "kind of slot", "kind of mark", "kind of change", "kind of face", "role",
    "a zip archive or Word document", "a Word or Office document", "a rich text document", "a PDF", "a picture",
    "a database", "a program",
)  # fmt: skip
"""Values of messages that are words of the program, not of a file or a person."""


def strings(folder: Path = SOURCES) -> dict[str, dict[str, str]]:
    """Return the strings to translate by context, each with the file it was first found in."""
    found: dict[str, dict[str, str]] = {WINDOW: {}, MESSAGES: {}, FAULTS: {}, VALUES: dict.fromkeys(WORDS, "")}
    for path in sorted(folder.rglob("*.py")):
        name = path.relative_to(folder.parent).as_posix()
        for context, text in _in_file(ast.parse(path.read_text(encoding="utf-8"))):
            found[context].setdefault(text, name)
    return found


def composed(faults: dict[str, str], messages: dict[str, str]) -> dict[str, str]:
    """Return the templates that are put together while the program runs, with their translations."""
    in_file, in_package = messages.get(IN_FILE, ""), messages.get(IN_PACKAGE, "")
    whole: dict[str, str] = {}
    for text, translated in faults.items():
        if translated:
            whole[IN_FILE + text] = in_file + translated
            whole[IN_PACKAGE + IN_FILE + text] = in_package + in_file + translated
    for text, translated in messages.items():
        if translated and "{file}" in text and not text.startswith(IN_PACKAGE):
            whole[IN_PACKAGE + text] = in_package + translated
    return whole


def _in_file(tree: ast.Module) -> Iterator[tuple[str, str]]:
    names = _names(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _in_call(node, names)
        elif isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id in _TABLES for t in node.targets):
            tables = [part for part in ast.walk(node.value) if isinstance(part, ast.Dict)]
            yield from (
                (MESSAGES, text) for table in tables for value in table.values for text in _literals(value, names)
            )


def _in_call(node: ast.Call, names: dict[str, list[ast.expr]]) -> Iterator[tuple[str, str]]:
    called = _called(node.func)
    if called == "fault" and len(node.args) > 1:
        yield from ((FAULTS, text) for text in _literals(node.args[1], names) if not text.startswith(_UNFIT))
    elif called == "_convert" and len(node.args) > 3:
        yield from ((FAULTS, _UNFIT + text + ".") for text in _literals(node.args[3], names))
    elif node.args and _context(called):
        texts = _literals(node.args[0], names)
        yield from ((_context(called) or MESSAGES, text) for text in texts)
        if isinstance(node.args[0], ast.BinOp):  # a template put before or behind another one
            yield from ((MESSAGES, text) for text in _literals(node.args[0].left, names))


def _names(tree: ast.Module) -> dict[str, list[ast.expr]]:
    """Return what is assigned to plain names anywhere in a file: templates are sometimes named before they are used."""
    names: dict[str, list[ast.expr]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    names.setdefault(target.id, []).append(node.value)
    return names


def _called(function: ast.expr) -> str:
    if isinstance(function, ast.Name):
        return function.id
    return function.attr if isinstance(function, ast.Attribute) else ""


def _context(name: str) -> str | None:
    if name in _CALLS:
        return _CALLS[name]
    return MESSAGES if name.endswith("Error") and name not in _NOT_TEMPLATES else None


def _literals(node: ast.expr, names: dict[str, list[ast.expr]]) -> Iterator[str]:
    """Yield the strings that an expression can be."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _literals(node.body, names)
        yield from _literals(node.orelse, names)
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        yield from (a + b for a in _literals(node.left, names) for b in _literals(node.right, names))
    elif isinstance(node, ast.Call) and node.args and _called(node.func) == "get" and len(node.args) > 1:
        yield from _literals(node.args[1], names)
    elif isinstance(node, ast.Name):
        for value in names.get(node.id, ()):
            if not isinstance(value, ast.Name):
                yield from _literals(value, names)


def translations(path: Path = TRANSLATION) -> dict[str, dict[str, str]]:
    """Return the translations of a file by context and source."""
    known: dict[str, dict[str, str]] = {WINDOW: {}, MESSAGES: {}, FAULTS: {}, VALUES: {}}
    if path.is_file():
        for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - a file of this repository
            entries = known.setdefault(context.findtext("name") or "", {})
            for entry in context.iter("message"):
                entries[entry.findtext("source") or ""] = entry.findtext("translation") or ""
    return known


def write(path: Path, found: dict[str, dict[str, str]], known: dict[str, dict[str, str]]) -> None:
    """Write a translation file: the strings found, with what is known of their translations."""
    whole = composed(known[FAULTS], known[MESSAGES])
    found = found | {MESSAGES: found[MESSAGES] | dict.fromkeys(whole, "put together")}
    known = known | {MESSAGES: known[MESSAGES] | whole}
    root = ET.Element("TS", version="2.1", language="zh_CN", sourcelanguage="en")
    for name, texts in found.items():
        context = ET.SubElement(root, "context")
        ET.SubElement(context, "name").text = name
        for text, file in sorted(texts.items(), key=lambda item: (item[1], item[0])):
            entry = ET.SubElement(context, "message")
            ET.SubElement(entry, "location", filename=file)
            ET.SubElement(entry, "source").text = text
            translated = known.get(name, {}).get(text, "")
            translation = ET.SubElement(entry, "translation")
            translation.text = translated
            if not translated:
                translation.set("type", "unfinished")
    ET.indent(root, "  ")
    body = ET.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


def compile_translation(source: Path, target: Path) -> None:
    """Write the .qm of a .ts, in one step: a running program has the old file mapped into memory."""
    beside = Path(sys.executable).with_name("pyside6-lrelease")
    program = str(beside) if beside.exists() else shutil.which("pyside6-lrelease")
    if program is None:
        raise SystemExit("pyside6-lrelease is missing: install PySide6-Essentials.")
    fresh = target.with_suffix(".new.qm")
    subprocess.run(  # noqa: S603 - the program comes with PySide6
        [program, "-silent", str(source), "-qm", str(fresh)],
        check=True,
    )
    fresh.replace(target)


def problems() -> list[str]:
    """Return what is new, unused or untranslated."""
    found, known = strings(), translations()
    result: list[str] = []
    whole = composed(known[FAULTS], known[MESSAGES])
    for context, texts in found.items():
        result += [
            f"untranslated in {context}: {text} ({file})"
            for text, file in texts.items()
            if not known[context].get(text)
        ]
        result += [f"unused in {context}: {text}" for text in known[context] if text not in texts and text not in whole]
    return result


def main() -> int:
    """Check, or bring up to date."""
    if "--check" not in sys.argv[1:]:
        write(TRANSLATION, strings(), translations())
        compile_translation(TRANSLATION, TRANSLATION.with_suffix(".qm"))
    left = problems()
    sys.stdout.write("".join(line + "\n" for line in left))
    return 1 if left else 0


if __name__ == "__main__":
    raise SystemExit(main())
