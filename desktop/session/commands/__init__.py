"""Everything that can be done to an edition, as records: verb and object, a name, ``apply``.

A command says what to do, not how the edition was; undo is the edition before. No command loses a character: what
leaves its place is unplaced and still in its story.
"""

from desktop.session.commands.articles import AcceptChange, AddArticle, EditFolio
from desktop.session.commands.assign import AssignElements, CutThread, SwapFrames, ThreadFrames, UnassignElements
from desktop.session.commands.characters import SetFace
from desktop.session.commands.command import Command
from desktop.session.commands.copyfit import Copyfit
from desktop.session.commands.frames import (
    DeleteFrames,
    DrawFrame,
    DuplicateFrames,
    GroupFrames,
    LockFrames,
    MoveFrames,
    OrderFrames,
    SetFrameLook,
)
from desktop.session.commands.freestanding import PlaceFrame, ReturnFrame, SetRunaround
from desktop.session.commands.jumps import ContinueText, EndContinuation
from desktop.session.commands.pages import (
    ApplyLayout,
    DiscardPicture,
    PlacePicture,
    ProposeAssignment,
    RemovePicture,
    SetFrameLines,
    SetGrid,
    SetKinsoku,
    SetPageDate,
    SetPageNumber,
    TakeAlternative,
)
from desktop.session.commands.paragraphs import ChooseParagraphs
from desktop.session.commands.pictures import RelinkPicture, SetPictureView
from desktop.session.commands.sheets import AddPage, BringElements, MovePage, MoveStory, RemovePage
from desktop.session.commands.structure import (
    JoinElements,
    MergeElements,
    MoveElements,
    MoveToStory,
    ReorderElement,
    SetRole,
    SplitElement,
)
from desktop.session.commands.typing import ReplaceText

__all__ = [
    "AcceptChange",
    "AddArticle",
    "AddPage",
    "ApplyLayout",
    "AssignElements",
    "BringElements",
    "ChooseParagraphs",
    "Command",
    "ContinueText",
    "Copyfit",
    "CutThread",
    "DeleteFrames",
    "DiscardPicture",
    "DrawFrame",
    "DuplicateFrames",
    "EditFolio",
    "EndContinuation",
    "GroupFrames",
    "JoinElements",
    "LockFrames",
    "MergeElements",
    "MoveElements",
    "MoveFrames",
    "MovePage",
    "MoveStory",
    "MoveToStory",
    "OrderFrames",
    "PlaceFrame",
    "PlacePicture",
    "ProposeAssignment",
    "RelinkPicture",
    "RemovePage",
    "RemovePicture",
    "ReorderElement",
    "ReplaceText",
    "ReturnFrame",
    "SetFace",
    "SetFrameLines",
    "SetFrameLook",
    "SetGrid",
    "SetKinsoku",
    "SetPageDate",
    "SetPageNumber",
    "SetPictureView",
    "SetRole",
    "SetRunaround",
    "SplitElement",
    "SwapFrames",
    "TakeAlternative",
    "ThreadFrames",
    "UnassignElements",
]
