"""``python -m desktop`` and the ``banxin`` command."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line and return its exit code."""
    from desktop.app.main import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    raise SystemExit(main())
