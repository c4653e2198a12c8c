"""settings.json ↔ Settings.

Reading never fails: a value that makes no sense gives way to its default, and a file that is no JSON is kept aside as
settings.damaged.json. What other versions wrote into the file stays in it when it is saved.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType

from desktop.errors import TargetError
from desktop.settings.settings import MOST_RECENT, Language, Settings, Theme

FILE = "settings.json"
DAMAGED = "settings.damaged.json"


def settings_folder(given: Path | None = None) -> Path:
    """Return the folder of the settings: the one given, else the platform's; it need not exist."""
    if given is not None:
        return given
    from platformdirs import user_config_path

    return user_config_path("banxin", appauthor=False)


def load_settings(folder: Path) -> Settings:
    """Return the settings in a folder; the defaults for what it does not tell."""
    said = _read(folder / FILE)
    values = {}
    for name, take in _TAKERS.items():
        with suppress(KeyError, ValueError, TypeError):
            values[name] = take(said[name])
    return Settings(**values)  # type: ignore[arg-type] # each taker returns its field's type


def save_settings(folder: Path, settings: Settings) -> None:
    """Save the settings in a folder, which is made if it is not there.

    Raises:
        TargetError: They cannot be written; the file is as it was.
    """
    said = dict(_read(folder / FILE)) | {name: getattr(settings, name) for name in _TAKERS}
    data = json.dumps(said, ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass") + b"\n"
    fresh = folder / f".{FILE}.{os.getpid()}.tmp"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        fresh.write_bytes(data)
        fresh.replace(folder / FILE)
    except OSError as error:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
        why = error.strerror or str(error)
        raise TargetError("The settings were not saved in {folder}: {why}.", folder=str(folder), why=why) from error


def _read(path: Path) -> Mapping[str, object]:
    """Return what a file says by name; nothing where there is none. A damaged one is kept aside."""
    try:
        said = json.loads(path.read_bytes().decode("utf-8", "surrogatepass"))
    except OSError:
        return {}
    except (ValueError, RecursionError):
        said = None
    if isinstance(said, dict):
        return said
    with suppress(OSError):
        path.replace(path.with_name(DAMAGED))
    return {}


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _digits(value: object) -> str:
    """Return hexadecimal digits, two for a byte."""
    return bytes.fromhex(_text(value)).hex()


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError(value)
    return tuple(dict.fromkeys(item for item in value if isinstance(item, str) and item))[:MOST_RECENT]


def _names(value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise TypeError(value)
    return tuple(value)


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


_TAKERS: Mapping[str, Callable[[object], object]] = MappingProxyType(
    {
        "language": lambda value: Language(_text(value)),
        "theme": lambda value: Theme(_text(value)),
        "recent": _texts,
        "last_folder": _text,
        "window": _digits,
        "panels": _digits,
        "docks": _text,
        "show_grid": _flag,
        "rulers": _flag,
        "ruler_grid": _flag,
        "facing": _flag,
        "hidden_panels": _names,
        "layout": _text,
    }
)
