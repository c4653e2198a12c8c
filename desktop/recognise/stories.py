"""Pieces → stories: split where a headline opens, put into reading order, numbered, and told their sections.

Reading order: kicker, headline, deck, abstract, byline, editors' note, the text with its subheads, jump lines
and signature, boxes, captions each with its credit, slogans, furniture. The furniture of one story is ONE folio
element, its fields put together; newlines between its lines stay inside its ranges.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from desktop.model.story import Element, Role, Source, SourceRange, Story, Unassigned
from desktop.recognise.furniture import merge_fields
from desktop.recognise.joins import join_cut_sentences
from desktop.recognise.pieces import Piece

_RANK = {
    Role.KICKER: 0, Role.HEADLINE: 1, Role.DECK: 2, Role.ABSTRACT: 3, Role.BYLINE: 4, Role.EDITORS_NOTE: 5,
    Role.DATELINE: 6, Role.LEDE: 6, Role.SUBHEAD: 6, Role.BODY: 6, Role.JUMP_LINE: 6,
    Role.BOX: 7, Role.CAPTION: 8, Role.CREDIT: 8, Role.SLOGAN: 9, Role.FOLIO: 10,
}  # fmt: skip
_IN_SECTION = (Role.SUBHEAD, Role.BODY, Role.LEDE, Role.DATELINE, Role.JUMP_LINE)
_TEXT = (Role.LEDE, Role.BODY)
_PICTURE = (Role.CAPTION, Role.CREDIT)


def split_stories(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Return the pieces of each story."""
    groups: list[list[Piece]] = []
    for piece in pieces:
        if piece.opens or not groups:
            groups.append([])
        groups[-1].append(piece)
    return groups


def make_story(pieces: Sequence[Piece], source: Source, story_id: str) -> Story:
    """Return one story, without the changes that normalisation proposes."""
    joined, joins = join_cut_sentences(pieces)
    whole = _one_folio([piece for piece in joined if piece.role is not None], source.text)
    first_text = next((i for i, piece in enumerate(whole) if piece.role in _TEXT), len(whole))
    ordered = sorted(range(len(whole)), key=lambda i: (_rank(whole[i], after_text=i > first_text), i))
    ids = {i: f"{story_id}e{order:02}" for order, i in enumerate(ordered, 1)}
    sections = _sections(whole, ids)
    elements = tuple(_element(whole[i], ids[i], order, sections[i]) for order, i in enumerate(ordered, 1))
    unassigned = tuple(
        Unassigned(part, piece.reason) for piece in joined if piece.role is None for part in piece.ranges
    )
    return Story(story_id, source.id, elements, joins=joins, unassigned=unassigned)


def _rank(piece: Piece, *, after_text: bool) -> int:
    """A signature stays behind its text, and a note behind the text stays there (编后)."""
    assert piece.role is not None
    if piece.signed or (piece.role is Role.EDITORS_NOTE and after_text):
        return _RANK[Role.BODY]
    return _RANK[piece.role]


def _element(piece: Piece, element_id: str, order: int, section: str | None) -> Element:
    assert piece.role is not None
    return Element(
        element_id,
        piece.role,
        piece.text,
        piece.ranges,
        piece.reason,
        order,
        section,
        run_in=piece.run_in,
        people=piece.people,
        folio=piece.folio,
    )


def _sections(pieces: Sequence[Piece], ids: dict[int, str]) -> list[str | None]:
    """Return the subhead each piece stands under; a caption only where its section's text goes on behind it."""
    sections: list[str | None] = []
    current: str | None = None
    last_text = max((i for i, piece in enumerate(pieces) if piece.role in (*_TEXT, Role.SUBHEAD)), default=-1)
    for i, piece in enumerate(pieces):
        if piece.role is Role.SUBHEAD:
            current = ids[i]
        goes_on = piece.role in _IN_SECTION or (piece.role in _PICTURE and i < last_text)
        sections.append(current if goes_on else None)
    return sections


def _one_folio(pieces: list[Piece], text: str) -> list[Piece]:
    """Put all furniture of a story into one piece, at the place of its first line."""
    parts = [piece for piece in pieces if piece.role is Role.FOLIO]
    if len(parts) < 2:
        return pieces
    ranges = [parts[0].ranges[0]]
    for part in (part for piece in parts for part in piece.ranges):
        if part.start <= ranges[-1].end or not text[ranges[-1].end : part.start].strip():
            ranges[-1] = SourceRange(ranges[-1].start, part.end)
        else:
            ranges[-1] = SourceRange(ranges[-1].start, ranges[-1].end + 1)  # keeps the newline between them
            ranges.append(part)
    joined = "".join(text[part.start : part.end] for part in ranges)
    fields = merge_fields(piece.folio for piece in parts if piece.folio is not None)
    folio = replace(parts[0], text=joined, ranges=tuple(ranges), folio=fields)
    return [
        folio if piece is parts[0] else piece for piece in pieces if piece.role is not Role.FOLIO or piece is parts[0]
    ]
