"""The import contracts of pyproject.toml hold."""

from __future__ import annotations

import subprocess
import sys
import tomllib
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


ALLOWED = {
    "qt": {"ui", "app", "__main__"},
    "lxml": {"formats"},
    "pdf": {"pdf"},
    "placed": {"pdf", "pictures"},
    "harfbuzz": {"fonts", "text"},
    "pillow": {"pictures"},
}


def test_the_contracts_on_libraries_name_every_package_but_their_own():
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    modules = {path.stem for path in (ROOT / "desktop").glob("*.py")} - {"__init__"}
    packages = {path.parent.name for path in (ROOT / "desktop").glob("*/__init__.py")}
    for contract in contracts:
        if contract["type"] == "forbidden":
            named = {module.removeprefix("desktop.") for module in contract["source_modules"]}
            assert named == (modules | packages) - ALLOWED[contract["id"]], contract["id"]
    assert {contract["id"] for contract in contracts} >= set(ALLOWED)


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
