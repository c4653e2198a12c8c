"""Where a head may be broken: the borders of its phrases, best kind first.

In this order: spaces and marks; then a segmentation model's borders; then any legal break that cuts no pair of
brackets. The model is BudouX's for Simplified Chinese, loaded only when a long head has neither space nor mark.
"""

from __future__ import annotations

from collections.abc import Iterator

from desktop.text import ShapedParagraph


def phrase_borders(paragraph: ShapedParagraph) -> Iterator[list[int]]:
    """Yield lists of cells before which the head may be broken, one list per kind of border, best kind first."""
    cells = paragraph.cells
    legal = [i for i in range(1, len(cells)) if cells.breaks[i - 1] and not _inside_brackets(paragraph, i)]
    yield [i for i in legal if cells.space[i - 1]]
    yield [i for i in legal if paragraph.text[cells.first[i - 1]] in "，。；：！？、—…”》」』）"]
    model = set(_model_borders(paragraph.text))
    yield [i for i in legal if cells.first[i] in model]
    yield legal
    yield [i for i in range(1, len(cells)) if cells.breaks[i - 1]]


def _inside_brackets(paragraph: ShapedParagraph, cell: int) -> bool:
    before = paragraph.text[: paragraph.cells.first[cell]]
    opened = sum(before.count(char) for char in "“‘《〈（【「『")
    return opened > sum(before.count(char) for char in "”’》〉）】」』")


def _model_borders(text: str) -> Iterator[int]:
    import budoux

    at = 0
    for phrase in budoux.load_default_simplified_chinese_parser().parse(text):
        at += len(phrase)
        yield at
