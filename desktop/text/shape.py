"""Shaping: text to cells with glyphs, widths by rule (W1–W3, L1) and legal breaks (K1, K2, U1)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from math import inf
from types import MappingProxyType

from desktop.display.items import Writing
from desktop.fonts import Face
from desktop.model.settext import SetText
from desktop.model.style import MarkKind, MarkRule
from desktop.text.analyse import Analysis, TokenKind, analyse
from desktop.text.chain import FaceChain
from desktop.text.classes import CharClass
from desktop.text.glyphs import Cluster, latin_clusters
from desktop.text.grid import on_grid
from desktop.text.itemise import Segment, itemise
from desktop.text.paragraph import CellGlyph, Cells, ShapedParagraph, add_rest, shifted
from desktop.text.quotes import QUOTES
from desktop.text.reach import reach
from desktop.text.script import is_traditional
from desktop.text.spacing import adjacent_marks, boundaries, capacities, edges, joined_width
from desktop.text.tables import RuleTables
from desktop.text.vertical import Oriented, Stance, column_clusters, in_column, ink_along, orient, standing

_OVERLAP = 0.005
"""Ems by which the halves of a dash overlap, so that no rasteriser shows a seam."""

_QUOTE_SIDE = 0.07
"""Ems on each side of a Latin quotation mark's ink, where the face has only the wide mark of Chinese; faces that have
both draw the narrow one with 0.04 to 0.11."""

_EXCLAIM_CELL = MappingProxyType({2: 1 / 2, 3: 2 / 3})  # W1: ！！ in 1 em, ！！！ in 2 em


def shape_paragraph(
    parts: Sequence[SetText],
    chain: FaceChain,
    tables: RuleTables,
    writing: Writing = "h",
    clause_space: bool = False,
    room: float = inf,
) -> ShapedParagraph:
    """Shape the texts of one paragraph, set one after another.

    Args:
        parts: Texts with their origin, in order.
        chain: The faces, asked in order for every character.
        tables: The typographic rules.
        writing: ``"h"`` along the line, ``"v"`` down the column with the font's vertical forms.
        clause_space: Heads: a space is the 1 em between two clauses and is not stretched.
        room: Ems of text that could find room at all; what is beyond is not shaped.
    """
    whole = "".join(part.text for part in parts)
    text = whole[: max(1, reach(whole, room))]
    tables = tables.in_columns() if writing == "v" else tables
    chain = chain.traditional if is_traditional(text) else chain
    analysis = analyse(text, tables)
    oriented = orient(text, analysis, tables.columns) if writing == "v" else None
    cells = _cells_of(text, oriented.analysis if oriented else analysis, oriented, chain, tables, clause_space)
    _keep_all_characters(cells, list(accumulate(len(part.text) for part in parts)), len(text))
    if len(text) < len(whole):
        add_rest(cells, len(whole))
    missing, fallback = _not_first(text, analysis, chain)
    hyphen, hyphen_width = _hyphen(analysis, chain, tables, vertical=writing == "v")
    return ShapedParagraph(
        parts=tuple(parts),
        text=whole,
        part_of=bytes(len(whole)) if len(parts) == 1 else [at for at, part in enumerate(parts) for _ in part.text],
        starts=parts[0].starts if len(parts) == 1 else [at for part in parts for at in part.starts],
        ends=parts[0].ends if len(parts) == 1 else [at for part in parts for at in part.ends],
        faces=tuple(face.id for face in chain.faces),
        cells=cells,
        widths=list(accumulate(joined_width(cells), initial=0.0)),
        capacity=capacities(cells, tables),
        tables=tables,
        writing=writing,
        clause_space=clause_space,
        hyphen=hyphen,
        hyphen_width=hyphen_width,
        missing=missing,
        fallback=fallback,
        rest=len(whole) - len(text),
    )


def _cells_of(
    text: str,
    analysis: Analysis,
    oriented: Oriented | None,
    chain: FaceChain,
    tables: RuleTables,
    clause_space: bool,
) -> Cells:
    """Return the text's cells with widths, gaps and breaks by rule; ``oriented`` tells how they stand in a column."""
    vertical = oriented is not None
    token_of, classes = _owners([(t.start, t.end) for t in analysis.tokens], len(text)), analysis.classes
    rows: list[Row] = []
    for cluster in _clusters(text, analysis, oriented, chain, tables):
        first, last, face, glyphs, advance = cluster
        kind, token = classes[first], token_of[first]
        if kind is CharClass.HAN and advance == 1.0:  # most of them
            rows.append((first, last, glyphs, 1.0, 0.0, 0.0, 0, False, False, token))
        else:
            place = _place(text, cluster, kind, token, tables, chain.faces[face], vertical, clause_space)
            rows.append((first, last, *place, kind is CharClass.SPACE, kind is CharClass.LATIN, token))
    if text and not rows:
        rows.append(_blank(chain.faces[0]))
    cells = _columns(rows, vertical)
    cells.bound[:] = _bound(cells, analysis, len(text))
    adjacent_marks(cells, text, tables)
    if tables.spacing.grid:
        on_grid(cells, text, tables)
    edges(cells, text, tables, hanging=not clause_space)
    boundaries(cells, text, tables)
    return cells


Row = tuple[int, int, tuple[CellGlyph, ...], float, float, float, int, bool, bool, int]
"""A cell: first, last, glyphs, advance, lead, trail, squeeze, space, latin, token."""


def _columns(rows: Sequence[Row], vertical: bool) -> Cells:
    """Return cells by column; gaps and breaks are still to be found."""
    if not rows:
        return Cells(vertical)
    first, last, glyphs, advance, lead, trail, squeeze, space, latin, token = map(list, zip(*rows, strict=True))
    return Cells(
        vertical, first, last, glyphs, advance, lead, trail,
        squeeze=squeeze, space=space, latin=latin, token=token,
    )  # fmt: skip


_Found = tuple[tuple[str, int], ...]
"""Characters with their place in the text."""


def _not_first(text: str, analysis: Analysis, chain: FaceChain) -> tuple[_Found, _Found]:
    """Return the characters that no face has, and those that another face than the first sets."""
    faces = chain.indices(text)
    firsts = chain.firsts
    odd = [
        (text[at], at, face)
        for at, face in enumerate(faces)
        if face not in firsts and analysis.classes[at] not in _UNSEEN
    ]
    missing = tuple((char, at) for char, at, face in odd if face < 0)
    return missing, tuple((char, at) for char, at, face in odd if face >= 0)


_UNSEEN = frozenset({CharClass.SPACE, CharClass.NOTHING})


def _hyphen(
    analysis: Analysis, chain: FaceChain, tables: RuleTables, *, vertical: bool
) -> tuple[CellGlyph | None, float]:
    """Return the hyphen that a line shows behind a divided word, and its advance; none where there is no word."""
    number = chain.index_for("-")
    if number < 0 or all(token.kind is not TokenKind.LATIN for token in analysis.tokens):
        return None, 0.0
    segment = Segment(0, 1, number, latin=True)
    turned = column_clusters("-", segment, Stance.TURNED, chain, tables.columns) if vertical else None
    [(_, _, _, (glyph,), advance)] = turned or _segment_clusters("-", segment, chain)
    return glyph, advance


def _owners(ranges: Sequence[tuple[int, int]], length: int) -> list[int]:
    """Return for every character the number of the range it stands in, -1 for none; ranges that overlap are one."""
    owner = [-1] * length
    for number, (start, end) in enumerate(sorted(ranges)):
        joined = owner[start] if owner[start] >= 0 else number
        owner[start:end] = [joined] * (end - start)
    return owner


def _bound(cells: Cells, analysis: Analysis, length: int) -> list[int]:
    """Return for every cell the number of the range that stays on one line with it, -1 for none (U3)."""
    if not analysis.together:
        return [-1] * len(cells)
    owners = _owners(analysis.together, length)
    return [owners[at] for at in cells.first]


def _clusters(
    text: str, analysis: Analysis, oriented: Oriented | None, chain: FaceChain, tables: RuleTables
) -> Iterator[Cluster]:
    """Yield (first char, last char, face, glyphs, advance) for everything that is placed as one, in order."""
    dash_ends = {t.start: t.end for t in analysis.tokens if t.kind is TokenKind.DASH}
    for clusters in _segments(text, analysis, oriented, chain, tables):
        yield from _dashes(clusters, dash_ends, oriented is not None) if dash_ends else clusters


def _segments(
    text: str, analysis: Analysis, oriented: Oriented | None, chain: FaceChain, tables: RuleTables
) -> Iterator[list[Cluster]]:
    """Yield the clusters of one segment after the other."""
    if oriented is None:
        for segment in itemise(text, analysis.classes, chain):
            yield _segment_clusters(text, segment, chain)
        return
    for segment, stance in standing(text, oriented, chain, tables):
        yield column_clusters(text, segment, stance, chain, tables.columns)


def _dashes(clusters: Sequence[Cluster], dash_ends: Mapping[int, int], vertical: bool) -> Iterator[Cluster]:
    """Yield a segment's clusters, those of each dash as one."""
    pending: list[Cluster] = []
    for cluster in clusters:
        first = cluster[0]
        if first in dash_ends and cluster[1] < dash_ends[first]:
            pending.append(cluster)
        elif pending:
            yield _one_dash(pending[0], cluster, vertical)
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
    gap = ink_along(right, face, vertical)[0] - ink_along(left, face, vertical)[1]
    if gap <= 0:
        return glyphs
    shift = gap / 2 + _OVERLAP
    return shifted((left,), shift, vertical) + shifted((right,), -shift, vertical)


def _segment_clusters(text: str, segment: Segment, chain: FaceChain) -> list[Cluster]:
    piece, number = text[segment.start : segment.end], segment.face
    if segment.latin:
        return latin_clusters(piece, segment.start, number, chain.faces[number])
    return chain.han(number, vertical=False).clusters(piece, segment.start)


def _in_latin(text: str, first: int, last: int) -> bool:
    """Tell whether a space stands between two Latin words of a head: it is a word space, no clause space."""
    before, after = text[first - 1 : first], text[last : last + 1]
    return before.isascii() and before.isalnum() and after.isascii() and after.isalnum()


def _place(
    text: str,
    cluster: Cluster,
    kind: CharClass,
    token: int,
    tables: RuleTables,
    face: Face,
    vertical: bool,
    clause_space: bool,
) -> tuple[tuple[CellGlyph, ...], float, float, float, int]:
    """Return a cell's glyphs where their ink belongs, its width, lead, trail and squeeze (W1)."""
    first, last, _, glyphs, advance = cluster
    char = text[first]
    if kind is CharClass.SPACE:
        wide = char == "\u3000" or (clause_space and not _in_latin(text, first, last))
        return glyphs, 1.0 if wide else tables.spacing.word_space, 0.0, 0.0, 0
    rule = None if kind is CharClass.LATIN else tables.marks.get(char)
    if rule is not None:
        width = _cell_width(rule, text, first, last, token >= 0 and not vertical)
        glyphs = _unbroken(glyphs, face, vertical) if last - first == 2 else glyphs
        glyphs = _on_ink_side(rule, face, glyphs, advance, width, vertical)
        glyphs = in_column(rule, face, glyphs, width) if vertical else glyphs
        full = width == rule.cell
        return (glyphs, width, rule.lead, rule.trail, rule.squeeze) if full else (glyphs, width, 0.0, 0.0, 0)
    if kind is CharClass.LATIN and char in QUOTES and advance >= 0.75:
        return *_narrow_quote(glyphs, face, vertical), 0.0, 0.0, 0
    if kind is CharClass.LATIN or advance < 0.75:
        return glyphs, advance, 0.0, 0.0, 0
    return shifted(glyphs, (1.0 - advance) / 2, vertical), 1.0, 0.0, 0.0, 0


def _narrow_quote(glyphs: tuple[CellGlyph, ...], face: Face, vertical: bool) -> tuple[tuple[CellGlyph, ...], float]:
    """Return a Latin quotation mark, or apostrophe, that the face draws an em wide, in a cell as wide as its ink."""
    low, high = ink_along(glyphs[0], face, vertical)
    return shifted(glyphs, _QUOTE_SIDE - low, vertical), high - low + 2 * _QUOTE_SIDE


def _blank(face: Face) -> Row:
    """Return a cell without width: a text of nothing but zero-width characters must not be lost either."""
    return (0, 0, (CellGlyph(0, face.glyph(ord(" ")), 0.0, 0.0),), 0.0, 0.0, 0.0, 0, False, False, -1)


def _cell_width(rule: MarkRule, text: str, first: int, last: int, in_token: bool) -> float:
    if rule.kind is MarkKind.EXCLAIM and in_token:
        length = _run_length(text, rule, first)
        return _EXCLAIM_CELL.get(length, rule.cell)
    if rule.kind in {MarkKind.DASH, MarkKind.CONNECTOR} and last - first > 1:
        return float(last - first)  # ——, one cell of two characters; some faces draw ——— as one glyph too
    return rule.cell


def _run_length(text: str, rule: MarkRule, first: int) -> int:
    """Length of the run of ！ and ？ at ``first``, as far as a cell asks for it."""
    longest = max(_EXCLAIM_CELL) + 1
    start = end = first
    while start > max(0, first - longest) and text[start - 1] in rule.chars:
        start -= 1
    while end < min(len(text), first + longest) and text[end] in rule.chars:
        end += 1
    return end - start


def _on_ink_side(
    rule: MarkRule, face: Face, glyphs: tuple[CellGlyph, ...], advance: float, width: float, vertical: bool
) -> tuple[CellGlyph, ...]:
    """Shift a mark's glyphs to the side of the cell where its ink stands, whatever the font's advance is."""
    low, high = ink_along(glyphs[0], face, vertical)
    if rule.lead and rule.trail:
        by = (width - low - high) / 2
    elif rule.lead:
        by = width - advance
    elif rule.trail and width == rule.cell:
        room = width - rule.trail
        by = max(room - high, -low) if high > room else 0.0
    elif rule.trail:  # ！！ and the like: centre the ink in the narrow cell
        by = (width - low - high) / 2
    else:
        by = (width - advance) / 2
    return shifted(glyphs, by, vertical)


def _keep_all_characters(cells: Cells, part_ends: Sequence[int], end: int) -> None:
    """Give characters that take no room to the cell before them; behind a space, which may vanish, to the next.

    Those that begin another part stand for that, and go to its first cell.
    """
    all_kept = cells.first[1:] == cells.last[:-1]
    for index in range(0 if all_kept else len(cells) - 1):
        if cells.space[index]:
            cells.first[index + 1] = cells.last[index]
            continue
        border = part_ends[bisect_left(part_ends, cells.last[index])]
        cells.last[index] = cells.first[index + 1] = min(border, cells.first[index + 1])
    if len(cells):
        cells.first[0], cells.last[-1] = 0, end
