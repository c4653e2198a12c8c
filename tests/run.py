"""Sets up everything the tests need and runs them: ``python3 tests/run.py [pytest arguments]``.

Works with nothing but Python 3.11 or newer: makes ``.venv``, installs Banxin and its test tools into it, installs Qt's
system libraries and Xvfb where they are missing and that is allowed (Debian or Ubuntu, as root), names them otherwise.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

# What Qt's xcb and offscreen plugins load at run time, as Debian names it, and the X server of the display tests.
PACKAGES = (
    "libdbus-1-3",
    "libegl1",
    "libfontconfig1",
    "libgl1",
    "libglib2.0-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
    "libxcb-xinerama0",
    "libxkbcommon-x11-0",
    "xvfb",
)

_PROBE = "import PySide6.QtWidgets, PySide6.QtGui"


def make_environment() -> None:
    """Make the virtual environment and install the checkout with its test tools into it."""
    if sys.version_info < (3, 11):  # noqa: UP036 - started by whatever Python the machine has
        raise SystemExit("Banxin needs Python 3.11 or newer; start this with such a Python.")
    if not PYTHON.exists():
        try:
            subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
        except subprocess.CalledProcessError:
            shutil.rmtree(VENV, ignore_errors=True)
            raise SystemExit("Python's venv is missing; install it (Debian: python3-venv) and start again.") from None
    command = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-e", ".[test]"]
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        raise SystemExit("The packages above could not be installed; is a package index reachable?")


def missing_parts() -> list[str]:
    """Return what the system lacks, in words; empty when Qt loads and Xvfb is there."""
    missing = []
    probe = subprocess.run([str(PYTHON), "-c", _PROBE], capture_output=True, text=True, check=False)
    if probe.returncode:
        missing.append(probe.stderr.strip().splitlines()[-1] if probe.stderr.strip() else "Qt does not load")
    if sys.platform.startswith("linux") and shutil.which("Xvfb") is None:
        missing.append("Xvfb")
    return missing


def prepare_system() -> None:
    """Install what is missing where that is allowed; else name it and stop."""
    missing = missing_parts()
    if not missing:
        return
    can_install = sys.platform.startswith("linux") and shutil.which("apt-get") and os.geteuid() == 0
    if can_install:
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", *PACKAGES]):
            subprocess.run(command, env=environment, check=False, stdin=subprocess.DEVNULL)
        missing = missing_parts()
    if missing:
        raise SystemExit(
            f"Missing on this system: {'; '.join(missing)}.\n"
            f"On Debian or Ubuntu: sudo apt-get install {' '.join(PACKAGES)}"
        )


def run_tests(arguments: list[str]) -> int:
    """Run pytest on both cores of a small machine; a file's tests stay in one process."""
    command = [str(PYTHON), "-m", "pytest", "-q", *(arguments or ["-n", "2", "--dist", "loadfile"])]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    make_environment()
    prepare_system()
    raise SystemExit(run_tests(sys.argv[1:]))
