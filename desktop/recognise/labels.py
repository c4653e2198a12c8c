"""Labels that some offices write into their files (引题：… 【主题】… 正文：) → the states they force.

The label itself is no part of the article: it is left unassigned, with the reason.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from desktop.model.story import slice_ranges
from desktop.recognise import reasons
from desktop.recognise.blocks import Block
from desktop.recognise.cues import label_of
from desktop.recognise.pieces import Piece

_STATES = {
    "kicker": "KI", "headline": "HL", "deck": "DK", "subhead": "SH", "body": "TX", "lede": "TX", "caption": "C1",
}  # fmt: skip
_FEWEST = 1


def take_labels(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Piece | None, ...], dict[int, str]]:
    """Return the blocks without their labels, the labels as pieces, and the states they force by block index.

    A label alone on its line names the next block.
    """
    found: list[Block] = []
    labels: list[Piece | None] = []
    forced: dict[int, str] = {}
    pending: Piece | None = None
    pending_role = ""
    for block in blocks:
        role, end = label_of(block.text)
        piece = _label(block, end, len(found)) if role else None
        if role and end >= len(block.text.rstrip()):
            if pending is not None:
                found.append(_block_of(pending, block))
                labels.append(None)
            pending, pending_role = _label(block, end, len(found)), role
            continue
        if role or pending is not None:
            forced[len(found)] = _STATES[role or pending_role]
        found.append(_without(block, end) if role else block)
        labels.append(_both(pending, piece))
        pending = None
    if pending is not None:
        found.append(_block_of(pending, blocks[-1]))
        labels.append(None)
    return tuple(found), tuple(labels), {i: _before_text(state, i, forced) for i, state in forced.items()}


def _before_text(state: str, i: int, forced: dict[int, str]) -> str:
    """A caption labelled before any text stands in the head of the story."""
    seen = any(forced[j] == "TX" for j in forced if j < i)
    return "C0" if state == "C1" and not seen and i < 4 else state


def _label(block: Block, end: int, index: int) -> Piece:
    return Piece(None, block.text, block.ranges, reasons.UNASSIGNED_LABEL, index).part(0, end)


def _both(first: Piece | None, second: Piece | None) -> Piece | None:
    if first is None or second is None:
        return first or second
    return replace(first, text=first.text + second.text, ranges=first.ranges + second.ranges)


def _without(block: Block, end: int) -> Block:
    return replace(block, text=block.text[end:], ranges=slice_ranges(block.ranges, end, len(block.text)))


def _block_of(label: Piece, block: Block) -> Block:
    return Block(label.text, label.ranges, block.gap, block.indent)
