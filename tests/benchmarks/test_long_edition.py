"""64 different articles, each on its own page, from their files to one PDF, as a whole process: time and memory."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec

import pytest

from tests.benchmarks.articles import shuffled
from tests.benchmarks.rivals import FONTCONFIG, open_document_source, typst_source
from tests.benchmarks.test_whole_process import FONTS, ROOT, TYPST

pytestmark = pytest.mark.benchmark(group="(d) (e) whole process, 64 different pages")

PAGES = 64


# A process that starts another lends it its own peak of memory: this one is small.
_TOLD = """import resource, subprocess, sys
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
print(code, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def peak_of(words: list[str], **settings: str) -> float:
    """Run a program, with settings of its environment, and return the most memory that a process had, in MB."""
    variables = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | settings
    told = subprocess.run(
        [sys.executable, "-c", _TOLD, *words], check=True, capture_output=True, text=True, env=variables, cwd=ROOT
    )
    code, peak = map(int, told.stdout.split())
    assert code in {0, 1}, "1: some of these articles are a line too long for their page"
    return peak / 1024


@pytest.mark.skipif(sys.platform != "linux", reason="the peak of memory is asked in Linux's way")
def test_banxin_64_pages(benchmark, tmp_path, tell):
    files = [tmp_path / f"{number:02}.txt" for number in range(PAGES)]
    for seed, file in enumerate(files):
        file.write_text(shuffled(seed), "utf-8")
    target = tmp_path / "pages.pdf"
    words = [sys.executable, "-m", "desktop", "export", *map(str, files), "--layout", "special-report"]
    peak = benchmark.pedantic(peak_of, args=([*words, "-o", str(target)],), rounds=3, warmup_rounds=1)
    tell("64 different pages, whole process: memory of banxin export", f"{peak:.0f} MB")
    assert target.read_bytes().count(b"/MediaBox") == PAGES


@pytest.mark.skipif(find_spec("typst") is None, reason="Typst is in the extra 'benchmark'")
@pytest.mark.skipif(sys.platform != "linux", reason="the peak of memory is asked in Linux's way")
def test_typst_64_pages(benchmark, tmp_path, tell):
    source, target = tmp_path / "pages.typ", tmp_path / "pages.pdf"
    source.write_text(typst_source([shuffled(seed) for seed in range(PAGES)]), "utf-8")
    words = [sys.executable, "-c", TYPST, str(source), str(target), str(FONTS)]
    peak = benchmark.pedantic(peak_of, args=(words,), rounds=3, warmup_rounds=1)
    tell("64 different pages, whole process: memory of Typst", f"{peak:.0f} MB")
    assert target.read_bytes().startswith(b"%PDF")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.skipif(sys.platform != "linux", reason="the peak of memory is asked in Linux's way")
def test_libreoffice_64_pages(benchmark, tmp_path, tell):
    """The warm-up makes its profile and the cache of fonts."""
    source, target, fonts = tmp_path / "pages.fodt", tmp_path / "pages.pdf", tmp_path / "fonts.conf"
    source.write_text(open_document_source([shuffled(seed) for seed in range(PAGES)]), "utf-8")
    fonts.write_text(FONTCONFIG.format(fonts=FONTS, cache=tmp_path / "fonts"), "utf-8")
    words = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
    words += ["--outdir", str(tmp_path), str(source)]
    peak = benchmark.pedantic(peak_of, args=(words,), kwargs={"FONTCONFIG_FILE": str(fonts)}, rounds=3, warmup_rounds=1)
    tell("64 different pages, whole process: memory of LibreOffice", f"{peak:.0f} MB")
    assert target.read_bytes().startswith(b"%PDF")
