"""The command line's words."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from desktop.errors import TargetError, UsageError

if TYPE_CHECKING:
    from _typeshed import SupportsWrite


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence, as every error of the command line does."""

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        """Print the help or the version; argparse itself would keep quiet where it cannot be written."""
        try:
            (file or sys.stderr).write(message)
        except BrokenPipeError:
            raise
        except OSError as problem:
            why = problem.strerror or str(problem)
            raise TargetError("The output was not written to its end: {why}.", why=why) from problem

    def error(self, message: str) -> NoReturn:
        for pattern, template in _SENTENCES.items():
            found = re.fullmatch(pattern, message, re.DOTALL)
            if found is not None:
                raise UsageError(template, **found.groupdict())
        raise UsageError("{problem}. See banxin --help.", problem=message[:1].upper() + message[1:])


_SENTENCES = {
    r"the following arguments are required: (?P<names>.+)": "The command line lacks {names}. See banxin --help.",
    r"unrecognized arguments: (?P<words>.+)": "The command line has {words}, which is not known. See banxin --help.",
    r"argument (?P<option>.+?): expected (?:one|at least one|\d+) arguments?": (
        "{option} needs a value behind it. See banxin --help."
    ),
    r"argument (?P<option>.+?): ignored explicit argument (?P<value>.+)": (
        "{option} takes no value, but has {value}. See banxin --help."
    ),
    r"argument (?P<option>.+?): invalid choice: (?P<value>.+) \(choose from (?P<known>.+)\)": (
        "{option} cannot be {value}; choose from {known}."
    ),
    r"argument (?P<option>.+?): not allowed with argument (?P<other>.+)": (
        "{option} and {other} do not go together; leave one out."
    ),
    r"ambiguous option: (?P<option>.+) could match (?P<known>.+)": "{option} can mean {known}; write it in full.",
}
"""What argparse says, which is English, and our sentences for it."""


LANGUAGES = ("zh", "en")
COMMANDS = {
    "layouts": "list the layouts",
    "text": "print an article's recognised structure as JSON",
    "new": "read articles, assign them by role and save an edition",
    "export": "write pages as PDF",
    "check": "list what is wrong on a page",
    "dump": "print the composed page as JSON lines",
}
"""The commands, in the order of the help; anything else opens the window."""


def command_parser(command: str) -> argparse.ArgumentParser:
    """Return the parser of one command's words."""
    parser = _Parser(prog=f"banxin {command}", description=COMMANDS[command][:1].upper() + COMMANDS[command][1:] + ".")
    parser.add_argument("--lang", choices=LANGUAGES, help="language of messages")
    if command == "layouts":
        return parser
    if command == "text":
        parser.add_argument("file", metavar="ARTICLE|PAGE")
        return parser
    parser.add_argument("files", nargs="+", metavar="ARTICLE" if command == "new" else "PAGE|ARTICLE")
    parser.add_argument("--layout", metavar="L", help="a layout's id or file; left out, the best fit is taken")
    help_text = "let texts end exactly with their last column, by the house style's levers; nothing is cut"
    parser.add_argument("--copyfit", action="store_true", help=help_text)
    if command == "check":
        parser.add_argument("--format", choices=("text", "json", "html"), default="text")
    if command == "new":
        parser.add_argument("-o", "--output", required=True, metavar="FILE.banxin")
    if command == "export":
        _export_words(parser)
    return parser


def _export_words(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--picture", action="append", default=[], metavar="SLOT=FILE", help="show FILE in a slot")
    parser.add_argument("--date", metavar="D", help="the issue's date, such as 2026-03-30")
    kind = parser.add_mutually_exclusive_group()
    kind.add_argument("--proof", action="store_true", help="add a line that identifies the proof")
    kind.add_argument("--press", metavar="NAME", help="write for a press preset")
    parser.add_argument("-o", "--output", required=True, metavar="OUT.pdf|DIR")


def spoken_language(words: Sequence[str]) -> str | None:
    """Return the language that the words ask for, also where they are wrong otherwise; None for none."""
    for at, word in enumerate(words):
        name, equals, value = word.partition("=")
        if name == "--lang":
            asked = value if equals else "".join(words[at + 1 : at + 2])
            return asked if asked in LANGUAGES else None
    return None


def check_names(arguments: argparse.Namespace) -> None:
    """Refuse empty names of files.

    Raises:
        UsageError: A file, a layout or the target has an empty name.
    """
    given = vars(arguments)
    files = [*(given.get("files") or ()), given.get("file")]
    if any(name is not None and not name.strip() for name in files):
        raise UsageError("The name of a file is empty; give one.")
    for option in ("layout", "output", "settings"):
        if given.get(option) is not None and not given[option].strip():
            raise UsageError("{option} is empty; give a name behind it.", option=f"--{option}")


def _check_command(words: Sequence[str]) -> None:
    """Say so when the first word was meant as a command: it looks like one and is no file."""
    word = words[0] if words else "-"
    if word.startswith("-") or not word.isalpha() or not word.isascii():
        return
    with suppress(OSError):
        if Path(word).exists():
            return
    from difflib import get_close_matches

    close = get_close_matches(word, COMMANDS, n=2, cutoff=0.6)
    if close:
        template = "There is neither a command nor a file “{word}”; perhaps {close} was meant."
        raise UsageError(template, word=word, close=" / ".join(close))
    template = "There is neither a command nor a file “{word}”; commands are {known}."
    raise UsageError(template, word=word, known=", ".join(COMMANDS))


def window_parser(words: Sequence[str] = ()) -> argparse.ArgumentParser:
    """Return the parser of the window's words.

    Raises:
        UsageError: The first of the words is a mistyped command.
    """
    _check_command(words)
    lines = "\n".join(f"  {name:9} {text}" for name, text in COMMANDS.items())
    parser = _Parser(
        prog="banxin",
        usage="banxin [FILE…] [options]   or   banxin COMMAND …",
        description="Open the window, or run a command.",
        epilog=f"commands:\n{lines}\n\nbanxin COMMAND --help tells more.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("files", nargs="*", metavar="FILE", help="articles or an edition to open")
    parser.add_argument("--sample", action="store_true", help="open the sample article that comes with the program")
    parser.add_argument("--settings", metavar="DIR", help="folder of the settings")
    parser.add_argument("--lang", choices=LANGUAGES, help="language of the window and of messages")
    parser.add_argument("--theme", choices=("light", "dark"))
    parser.add_argument("--no-recovery", action="store_true", help="do not offer unsaved work of an earlier run")
    parser.add_argument("--version", action="version", version=_version())
    return parser


def _version() -> str:
    from desktop import __version__

    return f"banxin {__version__}"
