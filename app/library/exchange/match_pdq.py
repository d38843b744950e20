"""Writes the PDQ hashes of a library's references, and finds which references are on somebody's list of hashes.

A PDQ hash tells two whole pictures alike, and nothing of what was changed in them: a fake made from official artwork is
often as near to it as a smaller copy. So a match is a lead for a moderator, and never becomes a reference.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.errors import LibraryError, UnreadableImage
from app.fingerprints.perceptual_hash import hash_distances
from app.imaging.load import load_image
from app.library.exchange.pdq_csv import LEAST_QUALITY, HashList, ListedHash
from app.library.exchange.pdq_hash import PdqHash, compute_pdq_hash
from app.library.library import Library
from app.library.pictures import NO_LIMITS
from app.model.poster_image import Pixels
from app.model.reference import Label, Reference

# The distance up to which Meta's tools call two PDQ hashes a match ("pdq/README.md" of ThreatExchange).
MATCH_DISTANCE = 31


@dataclass(frozen=True, slots=True)
class HashedReference:
    """A reference and its PDQ hash. hash: None when there is no picture of it, or it cannot be read."""

    reference: Reference
    hash: PdqHash | None


@dataclass(frozen=True, slots=True)
class PdqMatch:
    """A reference that is on a list. distance: differing bits, 0..31."""

    reference: Reference
    listed: ListedHash
    distance: int

    def contradicts(self, label: Label | None) -> bool:
        """Whether the list is of the other label. label: of the list; None when nobody says."""
        return label is not None and label is not self.reference.label


def hash_references(library: Library, progress: Callable[[], None] | None = None) -> Iterator[HashedReference]:
    """Every active reference, in order of keys; the demo's too. `progress` is called after each."""
    for reference in library.active_keys().values():
        pixels = _read_pixels(library, reference)
        yield HashedReference(reference, None if pixels is None else compute_pdq_hash(pixels))
        if progress is not None:
            progress()


def match_hashes(references: Iterator[HashedReference], wanted: HashList) -> Iterator[PdqMatch]:
    """The nearest listed hash of each reference, where it is near enough; references of low quality never match."""
    bits = _as_array([listed.bits for listed in wanted.hashes])
    for item in references:
        if item.hash is None or item.hash.quality < LEAST_QUALITY or not len(bits):
            continue
        distances = hash_distances(_as_array([item.hash.bits])[0], bits)
        nearest = int(distances.argmin())
        if distances[nearest] <= MATCH_DISTANCE:
            yield PdqMatch(item.reference, wanted.hashes[nearest], int(distances[nearest]))


def _read_pixels(library: Library, reference: Reference) -> Pixels | None:
    """Of the original, as others would hash it; of the rendition where only that is there."""
    try:
        return load_image(library.original(reference.id), NO_LIMITS).pixels
    except (LibraryError, UnreadableImage):
        pass
    try:
        return library.rendition(reference.id)
    except LibraryError:
        return None


def _as_array(hashes: list[str]) -> NDArray[np.uint8]:
    return np.frombuffer(bytes.fromhex("".join(hashes)), np.uint8).reshape(len(hashes), 32)
