"""Where the product's own files lie: inside the installed package first, then in the checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_ROOTS = (_PACKAGE, _PACKAGE.parent)


def _folder(name: str) -> Path:
    for root in _ROOTS:
        if (root / name).is_dir():
            return root / name
    raise FileNotFoundError(f"the installation lacks its folder {name!r}")


def resource(*parts: str) -> Path:
    """Return the path of a file or folder below ``resources/``; it need not exist."""
    return _folder("resources").joinpath(*parts)


def layouts_folder() -> Path:
    """Return the folder of the layouts that come with the product."""
    return _folder("layouts")
