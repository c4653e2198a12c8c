"""Vertical setting: which characters go down the column as they are, which stand upright, which are turned (V1, V2).

Han and most marks are shaped downwards with the face's vertical forms. Latin stands in one of three ways: an acronym's
capitals, single letters and the digits of a year upright in a cell each; two or three digits side by side in one cell;
everything else turned a quarter clockwise, its proportional widths running down. Marks for which a face has no vertical
form are turned too, so that every face has a vertical dash. Lengths are in ems, y up from the baseline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum
from itertools import groupby
from math import floor
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from desktop.fonts import Face
from desktop.model.style import MarkKind, MarkRule, VerticalRules
from desktop.text.analyse import Analysis, Token, TokenKind
from desktop.text.chain import FaceChain
from desktop.text.classes import CharClass
from desktop.text.glyphs import Cluster, latin_clusters
from desktop.text.itemise import Segment, itemise
from desktop.text.paragraph import EM_ASCENT, CellGlyph, shifted
from desktop.text.tables import RuleTables


class Stance(IntEnum):
    """How characters are shaped and stand."""

    DOWN = 0
    """Down the column, with the face's vertical forms."""
    TURNED = 1
    """Shaped along a line and turned a quarter clockwise."""
    UPRIGHT = 2
    """In a cell each, as in a line."""
    COMBINED = 3
    """Side by side in one cell (横排于直行)."""


CORNER_QUOTES = MappingProxyType({"“": "『", "”": "』", "‘": "「", "’": "」"})
"""V1; GB/T 15834-2011, 5.2: the quotation marks of vertical setting."""

_TURNING = frozenset(
    {
        MarkKind.OPENING,
        MarkKind.CLOSING,
        MarkKind.DASH,
        MarkKind.ELLIPSIS,
        MarkKind.CONNECTOR,
        MarkKind.SOLIDUS,
    }
)
"""Marks that rotate (V1). 分隔号 is set with the half-width solidus, which UAX #50 turns; so it keeps its half em."""

_TURNING_SIGNS = frozenset("－＝＜＞＿｜￣")
"""Full-width signs that UAX #50 turns and for which few faces have a vertical form."""

_EM_MIDDLE = EM_ASCENT - 0.5
"""The middle of the em box above the baseline, which stands on the column's axis when a glyph is turned."""

_WIDTHS = MappingProxyType({2: "hwid", 3: "twid"})
"""The feature that gives digits half or a third of an em, where a face has it (OpenType registered features)."""

_STANDING = re.compile(r"[A-Z0-9]+[%‰°℃℉]?")
_PIECES = re.compile(r"[0-9]+|[^0-9]")


class Oriented(Struct, frozen=True):
    """An analysis for vertical setting: what stands upright is spaced like Han. One stance per character."""

    analysis: Analysis
    stances: Sequence[Stance]


def orient(text: str, analysis: Analysis, rules: VerticalRules) -> Oriented:
    """Tell how each character stands.

    Words and numbers with nothing but spaces between them stand alike: a phrase with a word in it is turned whole.
    """
    stances = [Stance.TURNED if kind is CharClass.LATIN else Stance.DOWN for kind in analysis.classes]
    classes = list(analysis.classes)
    for phrase in _phrases(text, analysis.tokens):
        pieces = [_pieces(text, token, rules) for token in phrase]
        for token, standing in zip(phrase, pieces, strict=True):
            if not all(pieces):
                _mark(stances, classes, [(token.start, token.end, Stance.TURNED)], CharClass.LATIN)
            else:
                _mark(stances, classes, standing, CharClass.HAN)
    if not rules.corner_quotes:
        _turn_quotes(text, analysis, stances)
    return Oriented(Analysis(classes, analysis.tokens, analysis.together), stances)


_Piece = tuple[int, int, Stance]


def _mark(stances: list[Stance], classes: list[CharClass], pieces: Sequence[_Piece], kind: CharClass) -> None:
    for start, end, stance in pieces:
        stances[start:end] = [stance] * (end - start)
        classes[start:end] = [kind] * (end - start)


def _phrases(text: str, tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Yield the Latin words and numbers that only white space keeps apart."""
    phrase: list[Token] = []
    for token in tokens:
        if token.kind is not TokenKind.LATIN:
            continue
        if phrase and text[phrase[-1].end : token.start].strip():
            yield phrase
            phrase = []
        phrase.append(token)
    if phrase:
        yield phrase


def _pieces(text: str, token: Token, rules: VerticalRules) -> list[_Piece]:
    """Return the parts of a token that stands upright, empty for one that is turned."""
    word = text[token.start : token.end]
    if len(word) == 1:
        return [(token.start, token.end, Stance.UPRIGHT)]
    if not _STANDING.fullmatch(word) or sum(char.isalpha() for char in word) > rules.acronym:
        return []
    pieces: list[_Piece] = []
    for found in _PIECES.finditer(word):
        length = found.end() - found.start()
        combined = 2 <= length <= rules.combined and found[0].isdigit()
        if not combined and length > max(1, rules.upright_digits):
            return []
        stance = Stance.COMBINED if combined else Stance.UPRIGHT
        pieces.append((token.start + found.start(), token.start + found.end(), stance))
    return pieces


def _turn_quotes(text: str, analysis: Analysis, stances: list[Stance]) -> None:
    for index, char in enumerate(text):
        if char in CORNER_QUOTES and analysis.classes[index] is CharClass.MARK:
            stances[index] = Stance.TURNED


def standing(text: str, oriented: Oriented, chain: FaceChain, tables: RuleTables) -> Iterator[tuple[Segment, Stance]]:
    """Yield the segments of a text, divided where characters stand differently, each with its stance."""
    for segment in itemise(text, oriented.analysis.classes, chain):
        face = chain.faces[segment.face]
        stances = _stances(text, segment, oriented, face, tables)
        start = segment.start
        for stance, group in groupby(stances):
            end = start + len(list(group))
            latin = segment.latin or stance in {Stance.UPRIGHT, Stance.COMBINED}
            yield Segment(start, end, segment.face, latin), stance
            start = end


def _stances(text: str, segment: Segment, oriented: Oriented, face: Face, tables: RuleTables) -> list[Stance]:
    """Return a segment's stances: marks without a vertical form are turned, combining marks go with their base."""
    stances = list(oriented.stances[segment.start : segment.end])
    corners = quote_forms(face, tables.columns)
    for index in range(segment.start, segment.end):
        at = index - segment.start
        if stances[at] is not Stance.DOWN:
            continue
        if at and oriented.analysis.classes[index] is CharClass.NOTHING:
            stances[at] = stances[at - 1]
        elif _turns(text[index], tables) and not face.has_vertical_form(_unit(text, index, corners)):
            stances[at] = Stance.TURNED
    return stances


def _turns(char: str, tables: RuleTables) -> bool:
    rule = tables.marks.get(char)
    return rule.kind in _TURNING if rule else char in _TURNING_SIGNS


def _unit(text: str, index: int, corners: Mapping[int, str]) -> str:
    """Return what a mark is drawn as, or a dash or ellipsis of two that it belongs to: faces join them first."""
    char = text[index].translate(corners)
    doubled = char in text[max(0, index - 1) : index] + text[index + 1 : index + 2]
    return char * 2 if doubled and char in "—…⋯" else char


def quote_forms(face: Face, rules: VerticalRules) -> dict[int, str]:
    """Return the marks that are drawn as others in vertical setting (V1); what they stand for does not change."""
    if not rules.corner_quotes:
        return {}
    return {ord(quote): corner for quote, corner in CORNER_QUOTES.items() if face.has(ord(corner))}


def column_clusters(
    text: str, segment: Segment, stance: Stance, chain: FaceChain, rules: VerticalRules
) -> list[Cluster]:
    """Return the clusters of a segment of a column."""
    piece, number = text[segment.start : segment.end], segment.face
    face = chain.faces[number]
    if segment.latin:
        narrow = _WIDTHS.get(len(piece)) if stance is Stance.COMBINED else None
        shaped = latin_clusters(piece, segment.start, number, face, {narrow: True} if narrow else {})
        return _stand(shaped, stance, face, _capital_height(face) / 2)
    forms = chain.han(number, vertical=stance is Stance.DOWN)
    shaped = forms.clusters(piece.translate(quote_forms(face, rules)), segment.start)
    return _stand(shaped, stance, face, _EM_MIDDLE)


def _stand(clusters: list[Cluster], stance: Stance, face: Face, axis: float) -> list[Cluster]:
    """Turn clusters that were shaped along a line into clusters of a column."""
    if stance is Stance.TURNED:
        return [(first, last, number, _turned(glyphs, axis), wide) for first, last, number, glyphs, wide in clusters]
    if stance is Stance.UPRIGHT:
        return [(first, last, number, _in_cell(glyphs, face), 1.0) for first, last, number, glyphs, _ in clusters]
    return _combined(clusters, face) if stance is Stance.COMBINED else clusters


def _capital_height(face: Face) -> float:
    return face.ink_box(face.glyph(ord("H")))[3] or 2 * _EM_MIDDLE


def _turned(glyphs: tuple[CellGlyph, ...], axis: float) -> tuple[CellGlyph, ...]:
    """Turn glyphs of a line: its direction goes down, what stood ``axis`` above its baseline on the column's axis."""
    return tuple(replace(glyph, dx=glyph.dy - axis, dy=-glyph.dx, rotation=90) for glyph in glyphs)


def _combined(clusters: Sequence[Cluster], face: Face) -> list[Cluster]:
    """Put clusters side by side in one cell, narrowed together where they are wider than an em."""
    if not clusters:
        return []
    total = sum(cluster[4] for cluster in clusters)
    stretch = floor(1000 / max(1.0, total)) / 1000
    glyphs: list[CellGlyph] = []
    pen = 0.0
    for _, _, _, held, advance in clusters:
        glyphs += [replace(g, dx=(pen + g.dx) * stretch, stretch=stretch) for g in held]
        pen += advance
    return [(clusters[0][0], clusters[-1][1], clusters[0][2], _in_cell(tuple(glyphs), face), 1.0)]


def _in_cell(glyphs: tuple[CellGlyph, ...], face: Face) -> tuple[CellGlyph, ...]:
    """Centre the ink of glyphs, placed along a line, in a cell of an em."""
    boxes = [_ink_box(glyph, face) for glyph in glyphs]
    left, bottom = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, top = max(box[2] for box in boxes), max(box[3] for box in boxes)
    across, up = -(left + right) / 2, -0.5 - (bottom + top) / 2
    return tuple(replace(glyph, dx=glyph.dx + across, dy=glyph.dy + up) for glyph in glyphs)


def _ink_box(glyph: CellGlyph, face: Face) -> tuple[float, float, float, float]:
    """Return left, bottom, right and top of a glyph's ink from the cell's start and baseline, y up."""
    x_min, y_min, x_max, y_max = face.ink_box(glyph.gid)
    x_min, x_max = x_min * glyph.stretch, x_max * glyph.stretch
    if glyph.rotation:
        return glyph.dx + y_min, glyph.dy - x_max, glyph.dx + y_max, glyph.dy - x_min
    return glyph.dx + x_min, glyph.dy + y_min, glyph.dx + x_max, glyph.dy + y_max


def ink_along(glyph: CellGlyph, face: Face, vertical: bool) -> tuple[float, float]:
    """Return where a glyph's ink begins and ends along the line, in ems from the cell's start."""
    left, bottom, right, top = _ink_box(glyph, face)
    return (-top, -bottom) if vertical else (left, right)


def in_column(rule: MarkRule, face: Face, glyphs: tuple[CellGlyph, ...], width: float) -> tuple[CellGlyph, ...]:
    """Put a mark where it belongs across its column; into the middle of its cell where it has no blank side (V1, W2).

    Faces for the mainland draw ：；？！ at the upper right, where only ，。、 stand; others lack the forms altogether.
    """
    boxes = [_ink_box(glyph, face) for glyph in glyphs]
    left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
    if bool(rule.lead) != bool(rule.trail):
        point = rule.kind not in {MarkKind.OPENING, MarkKind.CLOSING}
        across = 0.5 if point and left + right < 0 else 0.0
        down = 0.0
    else:
        across = -(left + right) / 2
        low, high = min(-box[3] for box in boxes), max(-box[1] for box in boxes)
        down = (width - low - high) / 2
    return tuple(replace(glyph, dx=glyph.dx + across) for glyph in shifted(glyphs, down, vertical=True))
