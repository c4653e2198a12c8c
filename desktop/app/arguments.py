"""The command line's words."""

from __future__ import annotations

import argparse
from typing import NoReturn

from desktop.errors import UsageError


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence, as every error of the command line does."""

    def error(self, message: str) -> NoReturn:
        raise UsageError("{problem}. See banxin --help.", problem=message[:1].upper() + message[1:])


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
    parser = _Parser(prog=f"banxin {command}", description=COMMANDS[command].capitalize() + ".")
    parser.add_argument("--lang", choices=("zh", "en"), help="language of messages")
    if command == "layouts":
        return parser
    if command == "text":
        parser.add_argument("file", metavar="ARTICLE|PAGE")
        return parser
    parser.add_argument("files", nargs="+", metavar="ARTICLE" if command == "new" else "PAGE|ARTICLE")
    parser.add_argument("--layout", metavar="L", help="a layout's id or file; left out, the best fit is taken")
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


def window_parser() -> argparse.ArgumentParser:
    """Return the parser of the window's words."""
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
    parser.add_argument("--lang", choices=("zh", "en"), help="language of the window and of messages")
    parser.add_argument("--theme", choices=("light", "dark"))
    parser.add_argument("--no-recovery", action="store_true", help="do not offer unsaved work of an earlier run")
    parser.add_argument("--version", action="version", version=_version())
    return parser


def _version() -> str:
    from desktop import __version__

    return f"banxin {__version__}"
