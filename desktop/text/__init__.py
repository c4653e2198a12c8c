"""One paragraph of Chinese text: analyse → itemise → shape → break → justify.

Everything is in ems of the paragraph's own size, so that one shaped paragraph serves every size and measure.
The caller asks for one line after another and says each line's measure, so runaround, broken columns and column
changes are its business. Rules are named by their IDs (K, U, W, A, L) and come from the house style's tables.
"""

from desktop.text.breaking import LineBreak, Remedy, natural_width, next_line
from desktop.text.chain import FaceChain
from desktop.text.justify import SetLine, set_cells
from desktop.text.paragraph import EM_ASCENT, ShapedParagraph
from desktop.text.runs import LinePlace, line_runs
from desktop.text.shape import shape_paragraph
from desktop.text.tables import RuleTables, compile_tables

__all__ = [
    "EM_ASCENT",
    "FaceChain",
    "LineBreak",
    "LinePlace",
    "Remedy",
    "RuleTables",
    "SetLine",
    "ShapedParagraph",
    "compile_tables",
    "line_runs",
    "natural_width",
    "next_line",
    "set_cells",
    "shape_paragraph",
]
