"""Opening the window."""

from __future__ import annotations

from argparse import Namespace


def open_window(arguments: Namespace) -> int:
    """Open the window on the files named and run until it is closed."""
    from desktop.errors import UsageError

    raise UsageError("The window is not part of this version yet: {files}.", files=arguments.files)
