from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.commands import Console

ARTICLE = """春潮涌动新港区

记者 李禾 通讯员 周一帆

3月的青屿港,风从海上来。码头上的人说:“今年的船比去年多了一成。”

潮声里 机声隆隆

清晨六点,第1批集装箱上了岸。2023年,港区吞吐量为94817标箱,比上年增长12.5%。“忙,但是值。”老陈说。

青屿港,一座有百年历史的港口,正在换一副新模样。

青屿日报
2024年3月5日 星期二
"""


@pytest.fixture
def console(capsys, monkeypatch) -> Console:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1680134400")
    return Console(capsys)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "news.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def long_article(tmp_path: Path) -> Path:
    path = tmp_path / "long.txt"
    body = "港区的清晨从第一声汽笛开始，海风吹过码头，工人们走上岗位，新的一天又开始了。"
    path.write_text("一座港口的一百年\n\n" + (body * 6 + "\n\n") * 40, encoding="utf-8")
    return path


@pytest.fixture
def package(console, article, tmp_path) -> Path:
    path = tmp_path / "news.banxin"
    assert console("new", article, "--layout", "special-report", "-o", path).code == 0
    return path
