"""The time of writing that reproducible builds ask for."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from desktop.errors import UsageError

VARIABLE = "SOURCE_DATE_EPOCH"
LAST = 32_503_679_999
"""The last second of the year 2999: later ones are beyond the clocks of some systems, and of PDF dates."""


def source_date() -> datetime | None:
    """Return the moment that SOURCE_DATE_EPOCH names, None where it is not set.

    Raises:
        UsageError: It is set to something else than whole seconds of a year before 3000.
    """
    value = os.environ.get(VARIABLE, "").strip()
    if not value:
        return None
    if not (value.isascii() and value.isdecimal() and len(value) <= len(str(LAST)) and int(value) <= LAST):
        template = "SOURCE_DATE_EPOCH is “{value}”; give whole seconds since 1970, up to the year 2999, or unset it."
        raise UsageError(template, value=value[:40])
    return datetime.fromtimestamp(int(value), UTC)
