"""Which pictures may be passed on: those whose provenance says so outright.

A provenance has no field of its own for it; its note says `licence: CC-BY-4.0`, by the SPDX name.
"""

import re

_NAMED = re.compile(r"\blicen[cs]e:\s*([A-Za-z0-9.+-]+)", re.IGNORECASE)
# Licences that let everybody pass a smaller copy on. "own": the operator holds the rights and allows it.
_ALLOWED = {
    name.casefold(): name
    for name in (
        *("CC0-1.0", "CC-PDM-1.0", "CC-BY-2.0", "CC-BY-3.0", "CC-BY-4.0"),
        *("CC-BY-SA-2.0", "CC-BY-SA-3.0", "CC-BY-SA-4.0", "own"),
    )
}


def find_licence(note: str) -> str:
    """The licence that a provenance's note names, if it lets a preview be passed on; "" otherwise."""
    return next(
        (_ALLOWED[name] for found in _NAMED.findall(note) if (name := found.rstrip(".").casefold()) in _ALLOWED), ""
    )
