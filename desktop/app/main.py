"""Runs the command line: words in, exit code out; every error is one sentence on standard error."""

from __future__ import annotations

import gc
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from desktop.app.arguments import COMMANDS, check_names, command_parser, spoken_language, window_parser
from desktop.app.voice import Voice, use_utf8
from desktop.errors import BanxinError

DONE, INCOMPLETE, NOT_DONE = 0, 1, 2


def run(words: Sequence[str]) -> int:
    """Run a command, or open the window, and return the exit code."""
    use_utf8()
    voice = Voice(spoken_language(words))
    try:
        code = _run(words, voice)
        voice.finish()
    except BanxinError as problem:
        voice.complain(problem.message)
        return NOT_DONE
    except BrokenPipeError:
        # The reader of our output went away (a pager, head): no error of ours, and nothing more to say to it.
        voice.give_up()
        return DONE
    except KeyboardInterrupt:
        return 130
    return code


def _run(words: Sequence[str], voice: Voice) -> int:
    try:
        return _obey(words, voice)
    except SystemExit as done:  # argparse has printed the help or the version
        return int(done.code or DONE)


def _obey(words: Sequence[str], voice: Voice) -> int:
    if words and words[0] in COMMANDS:
        arguments = command_parser(words[0]).parse_args(words[1:])
        check_names(arguments)
        with _without_collector():
            return _command(words[0])(arguments, voice)
    arguments = window_parser(words).parse_args(words)
    check_names(arguments)
    return _window(arguments)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Let Python's cycle collector rest while a command runs.

    The records of a page refer to each other without cycles: there is nothing to collect, and looking for it would take
    a fifth of the time of a long edition.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _command(name: str) -> Callable[[Namespace, Voice], int]:
    """Return a command's function; only the module of the command asked for is imported."""
    from importlib import import_module

    command: Callable[[Namespace, Voice], int] = import_module(f"desktop.app.commands.{name}").run
    return command


def _window(arguments: Namespace) -> int:
    from desktop.app.window import open_window

    return open_window(arguments)
