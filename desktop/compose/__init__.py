"""Stories through threaded frames → PageDisplay.

The steps, in order: ``material`` (elements become shaped blocks), ``collect`` (which blocks stand in which slot),
``arrange`` (the layout's tree becomes boxes; ``needs`` says what a slot's content takes), ``fill`` (text into
levelled columns), ``heads``, ``slogan``, ``folio`` and ``furniture`` (what stands in slots of its own), ``place``
(lines at their coordinates), ``composer`` (the steps joined, everything in one display list in reading order).
``propose`` makes the first assignment by role, ``choose`` ranks layouts for an article, ``share``
gives stories the pages they need. ``copyfit``, a package of its own, seeks what makes texts end exactly; what it finds
is part of the page (``fitted``).
"""

from desktop.compose.choose import rank_layouts
from desktop.compose.composer import Composer
from desktop.compose.heads import LEAD_HEAD
from desktop.compose.jumps import ONWARD
from desktop.compose.made import Made
from desktop.compose.propose import new_page, propose, propose_as_thread, propose_by_sections, stacks_of
from desktop.compose.result import ComposedPage, FlowFit, LineNote
from desktop.compose.share import share_out

__all__ = [
    "LEAD_HEAD",
    "ONWARD",
    "ComposedPage",
    "Composer",
    "FlowFit",
    "LineNote",
    "Made",
    "new_page",
    "propose",
    "propose_as_thread",
    "propose_by_sections",
    "rank_layouts",
    "share_out",
    "stacks_of",
]
