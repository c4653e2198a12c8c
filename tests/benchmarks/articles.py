"""Articles for benchmarks: the sample, many that are different but alike, and a sentence to type into them."""

from __future__ import annotations

import random
import re
from pathlib import Path

ARTICLE = Path(__file__).resolve().parents[2] / "resources" / "sample" / "article.txt"

TEXT = ARTICLE.read_text("utf-8")

TYPED = "记者日前从县里获悉，这座老图书馆的阅览室将延长开放时间，周末也为学生和老人留一盏灯，馆员们轮流值守，修补旧书。"
"""Typed one character after another: half of them stand on the page already, a fifth are new to it."""

_SENTENCE = re.compile(r".+?[。！？]”?|.+$")
_LEAST = 60
"""Characters of a line that is running text."""


def edited(number: int) -> tuple[int, str]:
    """Return a place inside a paragraph of the sample and what was typed there after so many strokes, never the same.

    Strokes go on for a sentence, then the next one is typed a little farther on.
    """
    sentence, strokes = divmod(number, len(TYPED))
    return _PARAGRAPH + 20 + 3 * sentence, TYPED[: strokes + 1]


_PARAGRAPH = TEXT.index("\n", len(TEXT) // 2) + 1
"""Where a paragraph in the middle of the article begins."""


def shuffled(seed: int) -> str:
    """Return another article of the sample's form: its sentences in another order, in paragraphs about as long."""
    lines = TEXT.splitlines()
    texts = [at for at, line in enumerate(lines) if len(line) >= _LEAST]
    mixed = [sentence for at in texts for sentence in _SENTENCE.findall(lines[at].strip())]
    random.Random(seed).shuffle(mixed)
    for at in texts:
        wanted, lines[at] = len(lines[at]), ""
        while mixed and len(lines[at]) + len(mixed[-1]) / 2 < wanted:
            lines[at] += mixed.pop()
    lines[texts[-1]] += "".join(mixed)
    return "\n".join(lines) + "\n"
