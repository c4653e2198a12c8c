"""Pieces → pieces: sentences that a column change has cut are put together again.

A paragraph that ends without an end mark, followed by more text of the same story without a subhead between
them, is one paragraph in two ranges. Captions, credits, slogans and furniture in between do not matter:
they stood at the column's foot. A wrapped line is no join: it was put together with its paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from desktop.model.story import Join, Role
from desktop.recognise import cues, reasons
from desktop.recognise.marks import COLONS, COMMAS, DASHES, STOPS, count, is_han, last_mark
from desktop.recognise.pieces import Piece

_FLOW = (Role.LEDE, Role.BODY)
_BETWEEN = (Role.CAPTION, Role.CREDIT, Role.SLOGAN, Role.FOLIO, Role.JUMP_LINE, None)
_LONG = 50
_BLANK = 3
"""Characters between two paragraphs that are parted by one blank line at most."""
_SHORTEST = 14
"""A shorter paragraph without an end mark is a line of its own (verse, an item of a list), not a cut one."""


def _is_cut(piece: Piece) -> bool:
    """Tell whether a paragraph stops in the middle of a sentence."""
    text = piece.text.rstrip()
    if count(text) < _SHORTEST or cues.is_bulleted(text):
        return False
    mark = last_mark(text)
    return (
        bool(mark)
        and mark not in STOPS + COLONS + DASHES + ";；"
        and (is_han(mark) or mark.isalnum() or mark in COMMAS + "%％")
    )


def _is_plain(first: Piece, second: Piece) -> bool:
    """Tell whether a cut is plain to see: a whole sentence stands before it, or more than a blank line behind it.

    One clause without an end mark right above a paragraph may as well be a long subhead.
    """
    if count(first.text) >= _LONG or any(mark in first.text[:-1] for mark in "。！？；;?!"):
        return True
    if (last_mark(first.text) or " ") in COMMAS:
        return True
    return second.ranges[0].start - first.ranges[-1].end > _BLANK


def _can_follow(piece: Piece) -> bool:
    """Tell whether a paragraph may be the rest of a cut one."""
    if piece.run_in or piece.opens:
        return False
    return not (cues.is_numbered(piece.text) or cues.is_bulleted(piece.text) or cues.is_question_label(piece.text))


def _cuts(first: Piece, second: Piece) -> bool:
    return _is_cut(first) and _can_follow(second) and _is_plain(first, second)


def join_cut_sentences(pieces: Sequence[Piece]) -> tuple[tuple[Piece, ...], tuple[Join, ...]]:
    """Return the pieces with cut paragraphs made whole, at the place of their first half, and the joins."""
    found: list[Piece] = []
    joins: list[Join] = []
    open_at = -1  # where in `found` the last text stands, while only pieces of _BETWEEN have followed it
    for piece in pieces:
        if piece.role in _FLOW and open_at >= 0 and _cuts(found[open_at], piece):
            first = found[open_at]
            joins.append(Join(first.ranges[-1].end, piece.ranges[0].start))
            found[open_at] = replace(
                first, text=first.text + piece.text, ranges=first.ranges + piece.ranges, reason=reasons.JOINED
            )
            continue
        if piece.role in _FLOW:
            open_at = len(found)
        elif piece.role not in _BETWEEN or piece.opens:
            open_at = -1
        found.append(piece)
    return tuple(found), tuple(joins)
