"""The import contracts of pyproject.toml hold."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
LINT = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"


def lint(folder: Path, *path: str) -> subprocess.CompletedProcess[str]:
    code = f"import sys; sys.path[:0] = {list(path)!r}\n{LINT}"
    return subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False)


def test_imports_go_down_only():
    done = lint(ROOT, str(ROOT))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


def test_control_an_import_upwards_breaks_the_contract(tmp_path):
    package = tmp_path / "upside"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "high.py").write_text("")
    (package / "low.py").write_text("import upside.high\n")
    (tmp_path / "pyproject.toml").write_text(
        "[tool.importlinter]\nroot_package = 'upside'\n"
        "[[tool.importlinter.contracts]]\nname = 'layers'\ntype = 'layers'\ncontainers = ['upside']\n"
        "layers = ['high', 'low']\n"
    )
    done = lint(tmp_path, str(tmp_path))
    assert done.returncode == 1
    assert "BROKEN" in done.stdout
