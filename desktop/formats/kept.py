"""What was written of an edition's records, kept from one writing to the next by the records' identity.

Frozen records that are the very same are written to the very same bytes, so a package that is written every second
costs the parts that changed. One ``Written`` belongs to one thread.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from hashlib import sha256


class Written:
    """Bytes of records and digests of bytes; what one writing did not use is forgotten at the next."""

    def __init__(self) -> None:
        # What an id stands for is held beside it, so that nothing else takes the id.
        self._parts: dict[tuple[int, Hashable], tuple[object, bytes]] = {}
        self._digests: dict[int, tuple[bytes, str]] = {}
        self._used_parts: set[tuple[int, Hashable]] = set()
        self._used_digests: set[int] = set()

    def begin(self) -> None:
        """Begin a writing: forget what the one before did not use."""
        self._parts = {key: self._parts[key] for key in self._used_parts}
        self._digests = {key: self._digests[key] for key in self._used_digests}
        self._used_parts, self._used_digests = set(), set()

    def part(self, record: object, make: Callable[[], bytes], beside: Hashable = None) -> bytes:
        """Return the bytes of a record, made once for the same record and the same value ``beside`` it."""
        key = (id(record), beside)
        self._used_parts.add(key)
        held = self._parts.get(key)
        if held is None:
            held = self._parts[key] = (record, make())
        return held[1]

    def digest(self, data: bytes) -> str:
        """Return the SHA-256 of bytes, worked out once for the same object."""
        key = id(data)
        self._used_digests.add(key)
        held = self._digests.get(key)
        if held is None:
            held = self._digests[key] = (data, sha256(data).hexdigest())
        return held[1]
