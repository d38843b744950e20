"""Finds strings that differ in a few letters, by looking up pieces of them.

If two strings differ by at most k edits and one is cut into k + 1 pieces, at least one piece stands unharmed in the
other, moved by at most k (the partition scheme of G. Li, D. Deng, J. Wang, J. Feng, "Pass-Join", PVLDB 5(3), 2011).
So nothing within reach is missed, and nothing has to be compared with everything.
"""

from collections.abc import Iterator
from hashlib import blake2b

# Letters a string must have, and the edits it is then allowed: about one in ten, what a reader gets wrong in stylised
# lettering. Shorter strings must be exact, or every short title would be every other one.
_REACH = ((32, 4), (23, 3), (15, 2), (5, 1))
_LARGEST_REACH = _REACH[0][1]


def reach_of(length: int) -> int:
    """How many edits a stored string of so many letters may be away."""
    return next((edits for least, edits in _REACH if length >= least), 0)


def pieces_of(text: str) -> list[int]:
    """The pieces to store for a string, as 64-bit signed numbers; none for one that must be exact."""
    edits = reach_of(len(text))
    if not edits:
        return []
    return [_number(len(text), i, text[start:end]) for i, (start, end) in enumerate(_cuts(len(text), edits))]


def pieces_near(text: str) -> set[int]:
    """Every piece that a stored string within reach may share with this one."""
    return set(_near(text))


def _near(text: str) -> Iterator[int]:
    for length in range(max(1, len(text) - _LARGEST_REACH), len(text) + _LARGEST_REACH + 1):
        edits = reach_of(length)
        if abs(length - len(text)) > edits or not edits:
            continue
        for i, (start, end) in enumerate(_cuts(length, edits)):
            first, last = max(0, start - edits), min(len(text) - (end - start), start + edits)
            for moved in range(first, last + 1):
                yield _number(length, i, text[moved : moved + end - start])


def _cuts(length: int, edits: int) -> list[tuple[int, int]]:
    count = edits + 1
    return [(length * i // count, length * (i + 1) // count) for i in range(count)]


def _number(length: int, i: int, piece: str) -> int:
    digest = blake2b(f"{length}.{i}.{piece}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, signed=True)
