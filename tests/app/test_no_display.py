"""Without a display the window's words write a PDF, and never over a file that nobody named."""

from __future__ import annotations

import pytest

from desktop.app.main import run


@pytest.fixture(autouse=True)
def nowhere(monkeypatch, tmp_path):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("desktop.app.window.has_display", lambda *_: False)
    monkeypatch.chdir(tmp_path)


def test_the_sample_gets_a_name_of_its_own(tmp_path, capsys):
    (tmp_path / "article.pdf").write_text("keep me")
    assert run(["--sample"]) == 0
    assert (tmp_path / "article.pdf").read_text() == "keep me"
    assert (tmp_path / "banxin-sample.pdf").read_bytes().startswith(b"%PDF")
    assert "banxin-sample.pdf" in capsys.readouterr().err


def test_nothing_named_is_nothing_written(tmp_path, capsys):
    assert run([]) == 2
    assert not list(tmp_path.iterdir())
    assert "--sample" in capsys.readouterr().err


def test_a_date_that_is_not_printed_is_told(tmp_path, capsys):
    from desktop.app.window import sample_files

    assert run(["export", str(sample_files()[0]), "--date", "2025-01-02", "-o", "x.pdf"]) == 0
    assert "their own date" in capsys.readouterr().err
