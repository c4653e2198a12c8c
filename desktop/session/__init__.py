"""The open edition, without Qt: commands, history, selection, composed pages, autosave and background jobs.

gesture → command (``commands``) → ``Session.do`` → new edition → one typed event → views.
``preview`` and ``targets`` answer a drag, ``placement`` says where everything stands, ``files`` opens and reads,
``autosave`` and ``recovery`` keep unsaved work, ``jobs`` runs what takes long.
"""

from desktop.opening import Opened, is_package, new_edition, open_path, read_articles
from desktop.session.autosave import Autosave
from desktop.session.events import (
    AutosaveDone,
    AutosaveFailed,
    Cause,
    EditionChanged,
    Event,
    FileChanged,
    Listener,
    PageChanged,
    Selection,
    SelectionChanged,
)
from desktop.session.freestanding import FrameDrag, Grip, PlacePreview, dragged, standing
from desktop.session.jobs import Job, JobControl, JobRunner, Outcome, Progress
from desktop.session.pagefit import PageFit
from desktop.session.placement import Placement, PlacementState, Tally, placement, tally
from desktop.session.preview import Drag, Fit, FitPreview, preview_assign
from desktop.session.recovery import Recovery, discard_recovery, open_recovery, recoverable
from desktop.session.session import Session
from desktop.session.targets import accepting_frames, caption_frame, drop_frame, picture_frames, section_of

__all__ = [
    "Autosave",
    "AutosaveDone",
    "AutosaveFailed",
    "Cause",
    "Drag",
    "EditionChanged",
    "Event",
    "FileChanged",
    "Fit",
    "FitPreview",
    "FrameDrag",
    "Grip",
    "Job",
    "JobControl",
    "JobRunner",
    "Listener",
    "Opened",
    "Outcome",
    "PageChanged",
    "PageFit",
    "PlacePreview",
    "Placement",
    "PlacementState",
    "Progress",
    "Recovery",
    "Selection",
    "SelectionChanged",
    "Session",
    "Tally",
    "accepting_frames",
    "caption_frame",
    "discard_recovery",
    "dragged",
    "drop_frame",
    "is_package",
    "new_edition",
    "open_path",
    "open_recovery",
    "picture_frames",
    "placement",
    "preview_assign",
    "read_articles",
    "recoverable",
    "section_of",
    "standing",
    "tally",
]
