"""From the article to one page of PDF, as a whole process."""

from __future__ import annotations

import os
import subprocess
import sys
from ctypes.util import find_library
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.benchmarks.rivals import FONTCONFIG, html_source, typst_source

ROOT = Path(__file__).resolve().parents[2]
FONTS = ROOT / "resources" / "fonts"
ARTICLE = ROOT / "resources" / "sample" / "article.txt"

pytestmark = pytest.mark.benchmark(group="whole process, one page", min_rounds=7, warmup=True, warmup_iterations=1)

TYPST = """import sys, typst
typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]], ignore_system_fonts=True)
"""
_WEASYPRINT = "import sys, weasyprint; weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2])"


def run(words: list[str], **environment: str) -> None:
    # Installed programs come with compiled bytecode; a variable that forbids it would time Python's compiler instead.
    variables = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(words, check=True, capture_output=True, env={**variables, **environment}, cwd=ROOT)


def test_banxin(benchmark, tmp_path):
    target = tmp_path / "page.pdf"
    benchmark(
        run, [sys.executable, "-m", "desktop", "export", str(ARTICLE), "--layout", "special-report", "-o", str(target)]
    )
    assert target.read_bytes().startswith(b"%PDF")


@pytest.mark.skipif(find_spec("typst") is None, reason="Typst is in the extra 'benchmark'")
def test_typst(benchmark, tmp_path):
    source, target = tmp_path / "page.typ", tmp_path / "page.pdf"
    source.write_text(typst_source([ARTICLE.read_text("utf-8")]), "utf-8")
    benchmark(run, [sys.executable, "-c", TYPST, str(source), str(target), str(FONTS)])
    assert target.read_bytes().startswith(b"%PDF")


@pytest.mark.skipif(find_spec("weasyprint") is None, reason="WeasyPrint is in the extra 'benchmark'")
@pytest.mark.skipif(
    find_library("harfbuzz-subset") is None, reason="WeasyPrint without it subsets in Python, in seconds"
)
def test_weasyprint(benchmark, tmp_path):
    source, target, config = tmp_path / "page.html", tmp_path / "page.pdf", tmp_path / "fonts.conf"
    source.write_text(html_source([ARTICLE.read_text("utf-8")]), "utf-8")
    config.write_text(FONTCONFIG.format(fonts=FONTS, cache=tmp_path / "cache"), "utf-8")
    try:
        run([sys.executable, "-c", "import weasyprint"])
    except subprocess.CalledProcessError:
        pytest.skip("WeasyPrint's system library (Pango) is missing")
    benchmark(run, [sys.executable, "-c", _WEASYPRINT, str(source), str(target)], FONTCONFIG_FILE=str(config))
    assert target.read_bytes().startswith(b"%PDF")
