"""The faces of one role, in the order in which they are asked for a character."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.fonts import Face


class FaceChain:
    """A role's faces: the first that has a character sets it."""

    def __init__(self, faces: Sequence[Face]) -> None:
        self.faces = tuple(faces)
        self._chosen: dict[str, int] = {}

    @property
    def key(self) -> tuple[str, ...]:
        """What tells one chain from another."""
        return tuple(face.id for face in self.faces)

    def index_for(self, char: str) -> int:
        """Return the index of the face that sets a character; -1 when none has it."""
        found = self._chosen.get(char)
        if found is None:
            code = ord(char)
            found = next((i for i, face in enumerate(self.faces) if face.has(code)), -1)
            self._chosen[char] = found
        return found
