"""Shaping: text to cells with glyphs, widths by rule (W1–W3, L1) and legal breaks (K1, K2, U1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from types import MappingProxyType
from typing import Any

from desktop.display.items import Writing
from desktop.fonts import Face
from desktop.model.settext import SetText
from desktop.model.style import MarkKind, MarkRule
from desktop.text.analyse import Analysis, CharClass, TokenKind, analyse
from desktop.text.chain import FaceChain
from desktop.text.itemise import Segment, itemise
from desktop.text.paragraph import EM_ASCENT, CellGlyph, Cells, ShapedParagraph, shifted
from desktop.text.spacing import adjacent_marks, boundaries, capacities, joined_width
from desktop.text.tables import RuleTables

# Widths are the composer's business: everything in the font that would change them is off.
_HAN_FEATURES = MappingProxyType(
    {"kern": False, "palt": False, "vpal": False, "vkrn": False, "halt": False, "vhal": False, "chws": False}
)
_LATIN_FEATURES = MappingProxyType({"kern": True, "palt": False, "halt": False, "chws": False})

# A mark whose only form in the face is wider than its cell is drawn with the narrow form (W1: 分隔号 is ½ em).
_NARROW_FORM = MappingProxyType({"／": "/", "＼": "\\"})


_OVERLAP = 0.005
"""Ems by which the halves of a dash overlap, so that no rasteriser shows a seam."""

_EXCLAIM_CELL = MappingProxyType({2: 1 / 2, 3: 2 / 3})  # W1: ！！ in 1 em, ！！！ in 2 em


def shape_paragraph(
    parts: Sequence[SetText],
    chain: FaceChain,
    tables: RuleTables,
    writing: Writing = "h",
    clause_space: bool = False,
) -> ShapedParagraph:
    """Shape the texts of one paragraph, set one after another.

    Args:
        parts: Texts with their origin, in order.
        chain: The faces, asked in order for every character.
        tables: The typographic rules.
        writing: ``"h"`` along the line, ``"v"`` down the column with the font's vertical forms.
        clause_space: Heads: a space is the 1 em between two clauses and is not stretched.
    """
    text = "".join(part.text for part in parts)
    tables = tables.in_columns() if writing == "v" else tables
    analysis = analyse(text, tables)
    cells = _cells_of(text, analysis, chain, tables, writing, clause_space)
    visible = [(char, index) for index, char in enumerate(text) if _visible(analysis, index)]
    return ShapedParagraph(
        parts=tuple(parts),
        text=text,
        part_of=[index for index, part in enumerate(parts) for _ in part.text],
        starts=[at for part in parts for at in part.starts],
        ends=[at for part in parts for at in part.ends],
        faces=tuple(face.id for face in chain.faces),
        cells=cells,
        widths=list(accumulate(joined_width(cells), initial=0.0)),
        capacity=capacities(cells, tables),
        tables=tables,
        writing=writing,
        clause_space=clause_space,
        missing=tuple(found for found in visible if chain.index_for(found[0]) < 0),
        fallback=tuple(found for found in visible if chain.index_for(found[0]) > 0),
    )


def _cells_of(
    text: str, analysis: Analysis, chain: FaceChain, tables: RuleTables, writing: Writing, clause_space: bool
) -> Cells:
    """Return the text's cells with widths, gaps and breaks by rule."""
    cells = Cells(vertical=writing == "v")
    token_of = _tokens_by_char(analysis, len(text))
    for first, last, face, glyphs, advance in _clusters(text, analysis, chain, writing):
        _add_cell(cells, analysis, first, last, token_of[first])
        _place(cells, text, tables, chain.faces[face], glyphs, advance, clause_space)
    if text and not len(cells):
        _add_blank(cells, chain.faces[0])
    adjacent_marks(cells, text, tables)
    boundaries(cells, text, tables)
    _keep_all_characters(cells, text)
    return cells


def _visible(analysis: Analysis, index: int) -> bool:
    return analysis.classes[index] not in {CharClass.SPACE, CharClass.NOTHING}


def _tokens_by_char(analysis: Analysis, length: int) -> list[int]:
    owner = [-1] * length
    for number, token in enumerate(analysis.tokens):
        owner[token.start : token.end] = [number] * (token.end - token.start)
    return owner


Cluster = tuple[int, int, int, tuple[CellGlyph, ...], float]


def _clusters(text: str, analysis: Analysis, chain: FaceChain, writing: Writing) -> Iterator[Cluster]:
    """Yield (first char, last char, face, glyphs, advance) for everything that is placed as one, in order."""
    segments = itemise(text, analysis.classes, chain)
    dashes = [(t.start, t.end) for t in analysis.tokens if t.kind is TokenKind.DASH]
    dash_ends = dict(dashes)
    for segment in segments:
        pending: list[Cluster] = []
        for cluster in _shape_segment(text, segment, chain.faces[segment.face], writing):
            first = cluster[0]
            if first in dash_ends and cluster[1] < dash_ends[first]:
                pending.append(cluster)
            elif pending:
                yield _one_dash(pending[0], cluster, writing == "v")
                pending.clear()
            else:
                yield cluster
        yield from pending


def _one_dash(left: Cluster, right: Cluster, vertical: bool) -> Cluster:
    """Join two dash glyphs that the font does not ligate into one cell (W1)."""
    moved = shifted(right[3], left[4], vertical)
    return (left[0], right[1], left[2], left[3] + moved, left[4] + right[4])


def _unbroken(glyphs: tuple[CellGlyph, ...], face: Face, vertical: bool) -> tuple[CellGlyph, ...]:
    """Move the two glyphs of a dash together where their ink leaves a gap between them (W1)."""
    if len(glyphs) != 2:
        return glyphs
    left, right = glyphs
    gap = _ink(right, face, vertical)[0] - _ink(left, face, vertical)[1]
    if gap <= 0:
        return glyphs
    shift = gap / 2 + _OVERLAP
    return shifted((left,), shift, vertical) + shifted((right,), -shift, vertical)


def _ink(glyph: CellGlyph, face: Face, vertical: bool) -> tuple[float, float]:
    """Return where a glyph's ink begins and ends along the line, in ems from the cell's start."""
    x_min, y_min, x_max, y_max = face.ink_box(glyph.gid)
    if vertical:
        return -(glyph.dy + y_max), -(glyph.dy + y_min)
    return glyph.dx + x_min, glyph.dx + x_max


def _shaped_buffer(text: str, segment: Segment, face: Face, vertical: bool) -> tuple[Any, int]:
    """Return HarfBuzz's buffer with a segment's glyphs, and the segment's length."""
    import uharfbuzz as hb

    # A face need not have every kind of space, and its box for a missing character is no space.
    piece = "".join(" " if char.isspace() else char for char in text[segment.start : segment.end])
    piece = piece.translate(_narrow_forms(face)) if not piece.isalpha() else piece
    buffer = hb.Buffer()
    buffer.add_str(piece)
    buffer.direction = "ttb" if vertical else "ltr"
    buffer.script = "Latn" if segment.latin else "Hani"
    buffer.language = "zh-hans"
    hb.shape(face.hb_font, buffer, dict(_LATIN_FEATURES if segment.latin else _HAN_FEATURES))
    return buffer, len(piece)


def _shape_segment(text: str, segment: Segment, face: Face, writing: Writing) -> list[Cluster]:
    """Return a segment's clusters: characters and glyphs that belong together, with their advance."""
    vertical = writing == "v" and not segment.latin
    buffer, length = _shaped_buffer(text, segment, face, vertical)
    scale = 1 / face.units_per_em
    clusters: list[Cluster] = []
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    ends = [info.cluster for info in infos[1:]] + [length]
    held: list[CellGlyph] = []
    pen = 0.0
    start = 0
    for info, position, end in zip(infos, positions, ends, strict=True):
        if not held:
            start = info.cluster
        along = -position.y_advance if vertical else position.x_advance
        dx = position.x_offset * scale + (0 if vertical else pen)
        held.append(CellGlyph(segment.face, info.codepoint, dx, position.y_offset * scale))
        pen += along * scale
        if end != info.cluster:
            upright = writing == "v" and segment.latin
            glyphs, advance = _upright(held, pen) if upright else (tuple(held), pen)
            clusters.append((segment.start + start, segment.start + end, segment.face, glyphs, advance))
            held, pen = [], 0.0
    return clusters


def _upright(glyphs: list[CellGlyph], advance: float) -> tuple[tuple[CellGlyph, ...], float]:
    """Centre a Latin cluster upright in a cell of a vertical column."""
    return tuple(CellGlyph(g.face, g.gid, g.dx - advance / 2, g.dy - EM_ASCENT) for g in glyphs), 1.0


def _narrow_forms(face: Face) -> dict[int, str]:
    return {
        ord(wide): narrow
        for wide, narrow in _NARROW_FORM.items()
        if face.has(ord(narrow)) and face.advance(face.glyph(ord(wide))) > 0.75
    }


def _add_cell(cells: Cells, analysis: Analysis, first: int, last: int, token: int) -> None:
    cells.first.append(first)
    cells.last.append(last)
    cells.token.append(token)
    kind = analysis.classes[first]
    cells.space.append(kind is CharClass.SPACE)
    cells.latin.append(kind is CharClass.LATIN)


def _place(
    cells: Cells,
    text: str,
    tables: RuleTables,
    face: Face,
    glyphs: tuple[CellGlyph, ...],
    advance: float,
    clause_space: bool,
) -> None:
    """Give the cell just added its width and put its glyphs where their ink belongs (W1)."""
    first, last = cells.first[-1], cells.last[-1]
    char = text[first]
    rule = None if cells.latin[-1] else tables.marks.get(char)
    if cells.space[-1]:
        wide = clause_space or char == "\u3000"
        width, lead, trail, squeeze = (1.0 if wide else tables.spacing.word_space), 0.0, 0.0, 0
    elif rule is not None:
        width = _cell_width(rule, cells, text, first, last)
        glyphs = _unbroken(glyphs, face, cells.vertical) if last - first == 2 else glyphs
        glyphs = _on_ink_side(rule, face, glyphs, advance, width, cells.vertical)
        full = width == rule.cell
        lead, trail = (rule.lead, rule.trail) if full else (0.0, 0.0)
        squeeze = rule.squeeze if full else 0
    elif cells.latin[-1] or advance < 0.75:
        width, lead, trail, squeeze = advance, 0.0, 0.0, 0
    else:
        width, lead, trail, squeeze = 1.0, 0.0, 0.0, 0
        glyphs = shifted(glyphs, (1.0 - advance) / 2, cells.vertical)
    cells.glyphs.append(glyphs)
    cells.advance.append(width)
    cells.lead.append(lead)
    cells.trail.append(trail)
    cells.squeeze.append(squeeze)


def _add_blank(cells: Cells, face: Face) -> None:
    """Add a cell without width: a text of nothing but zero-width characters must not be lost either."""
    cells.first.append(0)
    cells.last.append(0)
    cells.token.append(-1)
    cells.space.append(False)
    cells.latin.append(False)
    cells.glyphs.append((CellGlyph(0, face.glyph(ord(" ")), 0.0, 0.0),))
    for column in (cells.advance, cells.lead, cells.trail):
        column.append(0.0)
    cells.squeeze.append(0)


def _cell_width(rule: MarkRule, cells: Cells, text: str, first: int, last: int) -> float:
    if rule.kind is MarkKind.EXCLAIM and cells.token[-1] >= 0 and not cells.vertical:
        length = _run_length(text, rule, first)
        return _EXCLAIM_CELL.get(length, rule.cell)
    if rule.kind in {MarkKind.DASH, MarkKind.CONNECTOR} and last - first == 2:
        return 2.0  # ——, one cell of two characters
    return rule.cell


def _run_length(text: str, rule: MarkRule, first: int) -> int:
    """Length of the run of ！ and ？ that the character at ``first`` stands in."""
    start = end = first
    while start > 0 and text[start - 1] in rule.chars:
        start -= 1
    while end < len(text) and text[end] in rule.chars:
        end += 1
    return end - start


def _on_ink_side(
    rule: MarkRule, face: Face, glyphs: tuple[CellGlyph, ...], advance: float, width: float, vertical: bool
) -> tuple[CellGlyph, ...]:
    """Shift a mark's glyphs to the side of the cell where its ink stands, whatever the font's advance is."""
    low, high = _ink(glyphs[0], face, vertical)
    if rule.lead:
        by = width - advance
    elif rule.trail and width == rule.cell:
        room = width - rule.trail
        by = max(room - high, -low) if high > room else 0.0
    elif rule.trail:  # ！！ and the like: centre the ink in the narrow cell
        by = (width - low - high) / 2
    else:
        by = (width - advance) / 2
    return shifted(glyphs, by, vertical)


def _keep_all_characters(cells: Cells, text: str) -> None:
    """Give characters that take no room to the cell before them; behind a space, which may vanish, to the next."""
    for index in range(len(cells) - 1):
        if cells.space[index]:
            cells.first[index + 1] = cells.last[index]
        else:
            cells.last[index] = cells.first[index + 1]
    if len(cells):
        cells.first[0], cells.last[-1] = 0, len(text)
