"""Blocks with states → pieces with roles: what runs in one paragraph is taken apart, what a label says is believed.

A paragraph may hold a dateline and the text behind it, text and the signature or the jump line that closes it,
a caption and its credit.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from desktop.errors import Message
from desktop.model.story import FolioFields, Person, Role, SourceRange, slice_ranges
from desktop.recognise import cues, reasons
from desktop.recognise.blocks import Block
from desktop.recognise.furniture import read_furniture
from desktop.recognise.marks import count
from desktop.recognise.people import read_byline
from desktop.recognise.weights import HEAD_STATES

_ROLES = {
    "F0": Role.FOLIO, "S0": Role.SLOGAN, "KI": Role.KICKER, "HL": Role.HEADLINE, "DK": Role.DECK, "AB": Role.ABSTRACT,
    "BY": Role.BYLINE, "EN": Role.EDITORS_NOTE, "C0": Role.CAPTION, "R0": Role.CREDIT, "J0": Role.JUMP_LINE,
    "TX": Role.BODY, "SH": Role.SUBHEAD, "C1": Role.CAPTION, "R1": Role.CREDIT, "S1": Role.SLOGAN, "F1": Role.FOLIO,
    "J1": Role.JUMP_LINE, "BT": Role.BYLINE, "E1": Role.EDITORS_NOTE, "BH": Role.BOX, "BX": Role.BOX,
}  # fmt: skip

_REASONS = {
    "F0": reasons.FOLIO, "S0": reasons.SLOGAN, "KI": reasons.KICKER, "HL": reasons.HEADLINE, "DK": reasons.DECK,
    "AB": reasons.ABSTRACT, "BY": reasons.BYLINE, "EN": reasons.EDITORS_NOTE, "R0": reasons.CREDIT,
    "J0": reasons.JUMP_LINE,
    "TX": reasons.BODY, "SH": reasons.SUBHEAD, "R1": reasons.CREDIT, "S1": reasons.SLOGAN, "F1": reasons.FOLIO,
    "J1": reasons.JUMP_LINE, "BT": reasons.TAIL_BYLINE, "E1": reasons.EDITORS_NOTE, "BH": reasons.BOX,
    "BX": reasons.BOX,
}  # fmt: skip

_INTERVIEW = 3
"""So many paragraphs that open with a speaker make an interview; its first question is no lede."""
_LEDE = 400
"""A first paragraph with more characters is no lede: the text was not divided."""
_LABEL_ONLY = 8
"""A note's or summary's heading that stands alone has at most so many characters; its text follows."""


class Piece(Struct, frozen=True):
    """A part with its role, before it has an id. ``role`` None: an ornament or a label, to be left unassigned.

    ``block`` is the index of the block it comes from, ``opens`` true where a new story begins with it,
    ``signed`` true for a byline that stands behind the text.
    """

    role: Role | None
    text: str
    ranges: tuple[SourceRange, ...]
    reason: Message
    block: int
    opens: bool = False
    run_in: bool = False
    signed: bool = False
    people: tuple[Person, ...] = ()
    folio: FolioFields | None = None

    def part(self, start: int, end: int) -> Piece:
        """Return the piece's characters ``[start, end)`` without white space around them."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return replace(self, text=self.text[start:end], ranges=slice_ranges(self.ranges, start, end))


def make_pieces(
    blocks: Sequence[Block], states: Sequence[str], words: Sequence[frozenset[str]], labels: Sequence[Piece | None]
) -> tuple[Piece, ...]:
    """Return the pieces of all stories in the order of the source."""
    pieces: list[Piece] = []
    text_seen = opening = led = headed = pictured = False
    no_lede = _never_ledes(words)
    note = ""  # a heading of a note or a summary whose text is still to come
    for i, (block, state) in enumerate(zip(blocks, states, strict=True)):
        if state in ("F0", "S0", "KI", "HL") and (text_seen or (headed and state in ("KI", "HL") and pictured)):
            text_seen = led = headed = pictured = False
            opening = True
        text_seen, headed = text_seen or state not in HEAD_STATES, headed or state == "HL"
        pictured = (pictured and headed) or state in ("C0", "R0")
        part = note if state == "TX" and note else state
        if part != state:
            note = ""
        elif state in ("EN", "E1", "AB"):
            note = state if count(block.text) <= _LABEL_ONLY else ""
        label = labels[i]
        if label is not None:
            pieces.append(replace(label, opens=opening))
            opening = False
        whole = Piece(_ROLES.get(part), block.text, block.ranges, _reason(part, words[i]), i, opening)
        opening = False
        lede = part == "TX" and not led and not words[i] & no_lede and count(block.text) <= _LEDE
        led = led or (part in ("TX", "SH", "J0") and not _precedes_lede(block.text, words[i]))
        pieces.extend(_take_apart(whole, part, lede))
    return tuple(pieces)


def with_invisible(pieces: Sequence[Piece], runs: Sequence[tuple[int, int]], text: str) -> tuple[Piece, ...]:
    """Return the pieces with those of lines that show nothing, which are part of no element, at their places."""
    shown = list(pieces)
    for start, end in runs:
        at = next((i for i, piece in enumerate(shown) if piece.ranges[0].start > start), len(shown))
        piece = Piece(None, text[start:end], (SourceRange(start, end),), reasons.UNASSIGNED_INVISIBLE, -1)
        shown.insert(at, piece)
    return tuple(shown)


def _never_ledes(words: Sequence[frozenset[str]]) -> set[str]:
    """Return the features of paragraphs that open no report."""
    interview = sum("speech" in found for found in words) >= _INTERVIEW
    return {"question", "bullet", "numbered", "verse", "salutation"} | ({"speech"} if interview else set())


def _precedes_lede(text: str, words: frozenset[str]) -> bool:
    """Tell whether a paragraph is none yet: a salutation, or a dateline alone on its line."""
    return "salutation" in words or ("dateline" in words and cues.dateline_end(text) == len(text))


def _reason(state: str, words: frozenset[str]) -> Message:
    if state in ("O0", "O1"):
        return reasons.UNASSIGNED_ORNAMENT
    if state in ("C0", "C1"):
        if "caption" in words or "credit_tail" in words:
            return reasons.CAPTION_MARKED
        return reasons.CAPTION_BETWEEN if "mid" in words else reasons.CAPTION_STACKED
    if state == "SH" and "numbered" in words:
        return reasons.SUBHEAD_NUMBERED
    if state == "TX" and words & {"question", "speech"} and "n_more" not in words:
        return reasons.SPEECH
    if state == "TX" and words & {"bullet", "numbered"}:
        return reasons.LIST_ITEM
    return _REASONS[state]


def _take_apart(whole: Piece, state: str, lede: bool) -> list[Piece]:
    """Split a block into its pieces."""
    if state == "TX":
        return _text_pieces(whole, lede)
    if state in ("C0", "C1"):
        return _caption_pieces(whole)
    if state in ("BY", "BT"):
        return [replace(whole, people=read_byline(whole.text).people, signed=state == "BT")]
    if state in ("F0", "F1"):
        return [replace(whole, folio=read_furniture(whole.text)[0])]
    return [whole]


def _caption_pieces(whole: Piece) -> list[Piece]:
    at = cues.credit_start(whole.text)
    if not 0 < at < len(whole.text):
        return [whole]
    credit = replace(whole.part(at, len(whole.text)), role=Role.CREDIT, reason=reasons.CREDIT, opens=False)
    return [whole.part(0, at), credit]


def _text_pieces(whole: Piece, lede: bool) -> list[Piece]:
    """Split a paragraph: 上接 | dateline | text | signature | 下转."""
    text = whole.text
    jump = cues.jump_head_end(text)
    dateline = jump + cues.dateline_end(text[jump : jump + 200])
    until = cues.jump_tail_start(text)
    signature = max(dateline, cues.tail_byline_start(text[:until].rstrip()))
    led = (lede and not jump) or (dateline > jump and count(text) <= _LEDE)
    body = Role.LEDE if led else Role.BODY
    reason = (
        (reasons.LEDE_RUN_IN if dateline else reasons.LEDE) if led else reasons.BODY_RUN_IN if jump else whole.reason
    )
    pieces = [
        (Role.JUMP_LINE, 0, jump, reasons.JUMP_LINE),
        (Role.DATELINE, jump, dateline, reasons.DATELINE),
        (body, dateline, signature, reason),
        (Role.BYLINE, signature, until, reasons.TAIL_BYLINE),
        (Role.JUMP_LINE, until, len(text), reasons.JUMP_LINE),
    ]
    found: list[Piece] = []
    for role, start, end, why in pieces:
        part = whole.part(start, end)
        if part.text:
            part = replace(part, role=role, reason=why, run_in=bool(found), opens=whole.opens and not found)
            found.append(_named(part))
    return found


def _named(piece: Piece) -> Piece:
    """Return a dateline or signature with the people that it names."""
    if piece.role not in (Role.DATELINE, Role.BYLINE):
        return piece
    return replace(piece, signed=piece.role is Role.BYLINE, people=_people(piece.text))


def _people(text: str) -> tuple[Person, ...]:
    """Return the people named inside the last brackets of a dateline or signature, or in all of it."""
    if any(word in text for word in ("作者单位", "作者系", "作者为", "作者是", "作者單位")):
        return ()
    start = max(text.rfind("("), text.rfind("（"))
    inner = text[start + 1 :] if start >= 0 else text
    return read_byline(inner.strip("()（） :：")).people
