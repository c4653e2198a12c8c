"""Was anything lost? The ledger of the composed pages, and of the PDF's text, against the source.

Compared without white space. Expected is the source after the accepted, listed changes; found is, by the first route,
the glyphs of the PageDisplays that stand for an element, and by the second the text that pdfium extracts, minus what
the layout added. Nothing here raises for what it finds: a report says what differs, and where.
"""

from desktop.integrity.display import check_display
from desktop.integrity.extracted import check_text
from desktop.integrity.report import Difference, DifferenceKind, ElementLedger, IntegrityReport

__all__ = ["Difference", "DifferenceKind", "ElementLedger", "IntegrityReport", "check_display", "check_text"]
