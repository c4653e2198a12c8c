"""Faces: found, opened, described and cut down for a PDF.

A face id names a bundled face (``banxin-song``) or one of the system's, by PostScript name. Whatever it comes from,
an opened ``Face`` is one static sfnt, and the same bytes go to HarfBuzz, to the screen and into the PDF.
"""

from desktop.fonts.face import Face
from desktop.fonts.info import BrokenFont, FaceInfo
from desktop.fonts.library import FaceLibrary
from desktop.fonts.subset import FaceSubset, subset_face
from desktop.fonts.subsets import Subsets

__all__ = ["BrokenFont", "Face", "FaceInfo", "FaceLibrary", "FaceSubset", "Subsets", "subset_face"]
