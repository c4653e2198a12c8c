"""The faces of one role, in the order in which they are asked for a character."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from desktop.fonts import Face
from desktop.text.glyphs import TRADITIONAL, Forms, HanForms, TraditionalForms, is_formless


class FaceChain:
    """A role's faces: the first that has a character sets it."""

    def __init__(self, faces: Sequence[Face]) -> None:
        self.faces = tuple(faces)
        self._chosen = _Chosen(self.faces)
        self._han: dict[tuple[int, bool], Forms] = {}

    @property
    def key(self) -> tuple[str, ...]:
        """What tells one chain from another."""
        return tuple(face.id for face in self.faces)

    @property
    def firsts(self) -> frozenset[int]:
        """Indices of the faces that are asked first: a character that another one sets was not meant for it."""
        return frozenset({0})

    def index_for(self, char: str) -> int:
        """Return the index of the face that sets a character; -1 when none has it."""
        return self._chosen[char]

    def indices(self, text: str) -> list[int]:
        """Return the index of the face for every character of a text."""
        return list(map(self._chosen.__getitem__, text))

    def han(self, number: int, *, vertical: bool) -> Forms:
        """Return what a face's Chinese characters look like along the line, or down a column."""
        forms = self._han.get((number, vertical))
        if forms is None:
            forms = self._han[(number, vertical)] = HanForms(number, self.faces[number], vertical=vertical)
        return forms

    @cached_property
    def traditional(self) -> FaceChain:
        """The chain for Traditional text: itself, where no face draws anything otherwise there."""
        known = any(face.has_traditional_forms for face in self.faces)
        return _TraditionalChain(self) if known else self


class EmphasisedChain(FaceChain):
    """The faces of a paragraph some of whose characters are set in faces of other roles.

    Args:
        chains: the paragraph's own faces, then those of the others.
        which: for every character of the paragraph the number of its chain.
    """

    def __init__(self, chains: Sequence[FaceChain], which: bytes) -> None:
        super().__init__([face for chain in chains for face in chain.faces])
        self._chains, self._which = tuple(chains), which
        self._first = tuple(accumulate((len(chain.faces) for chain in chains[:-1]), initial=0))

    @property
    def key(self) -> tuple[str, ...]:
        """What tells one chain from another."""
        return (*super().key, self._which.hex())

    @property
    def firsts(self) -> frozenset[int]:
        """Indices of the faces that are asked first."""
        return frozenset(self._first)

    def indices(self, text: str) -> list[int]:
        """Return the index of the face for every character of the paragraph, or of its beginning."""
        found = []
        for char, which in zip(text, self._which, strict=False):
            index = self._chains[which].index_for(char)
            found.append(index if index < 0 else self._first[which] + index)
        return found


class _TraditionalChain(FaceChain):
    """The same faces with their Traditional forms; marks stay where the mainland puts them."""

    def __init__(self, simplified: FaceChain) -> None:
        super().__init__(simplified.faces)
        self._simplified = simplified
        self._letters: dict[tuple[int, bool], TraditionalForms] = {}

    @property
    def firsts(self) -> frozenset[int]:
        """Indices of the faces that are asked first."""
        return self._simplified.firsts

    def indices(self, text: str) -> list[int]:
        """Return the index of the face for every character of a text."""
        return self._simplified.indices(text)

    def han(self, number: int, *, vertical: bool) -> Forms:
        """Return what a face's Chinese characters look like in Traditional text."""
        marks = self._simplified.han(number, vertical=vertical)
        if not self.faces[number].has_traditional_forms:
            return marks
        forms = self._letters.get((number, vertical))
        if forms is None:
            letters = HanForms(number, self.faces[number], vertical=vertical, language=TRADITIONAL)
            forms = self._letters[number, vertical] = TraditionalForms(letters, marks)
        return forms


class _Chosen(dict[str, int]):
    """The index of the face by character, looked for once."""

    def __init__(self, faces: Sequence[Face]) -> None:
        super().__init__()
        self._faces = faces

    def __missing__(self, char: str) -> int:
        code = ord(char)
        known = (i for i, face in enumerate(self._faces) if face.has(code))
        found = self[char] = -1 if is_formless(char) else next(known, -1)
        return found
