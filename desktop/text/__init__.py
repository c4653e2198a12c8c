"""One paragraph of Chinese text: analyse → itemise → shape → break → justify.

Everything is in ems of the paragraph's own size, so that one shaped paragraph serves every size and measure.
The breaker seeks the best lines of the whole paragraph; the caller says each line's measure, so runaround, broken
columns and column changes are its business. Rules are named by their IDs (K, U, W, A, L) and come from the house
style's tables.
"""

from desktop.text.breaking import Breaker, Broken, Measures
from desktop.text.chain import EmphasisedChain, FaceChain
from desktop.text.even import even_gap, spread_evenly, spread_gaps
from desktop.text.judge import Cost, unpacked
from desktop.text.justify import SetLine, set_cells
from desktop.text.lines import LineBreak, Remedy, natural_width
from desktop.text.paragraph import EM_ASCENT, ShapedParagraph
from desktop.text.phrasing import Phrasing, phrasing_of
from desktop.text.reach import least_width
from desktop.text.runs import LinePlace, line_runs
from desktop.text.shape import shape_paragraph
from desktop.text.tables import RuleTables, compile_tables

__all__ = [
    "EM_ASCENT",
    "Breaker",
    "Broken",
    "Cost",
    "EmphasisedChain",
    "FaceChain",
    "LineBreak",
    "LinePlace",
    "Measures",
    "Phrasing",
    "Remedy",
    "RuleTables",
    "SetLine",
    "ShapedParagraph",
    "compile_tables",
    "even_gap",
    "least_width",
    "line_runs",
    "natural_width",
    "phrasing_of",
    "set_cells",
    "shape_paragraph",
    "spread_evenly",
    "spread_gaps",
    "unpacked",
]
