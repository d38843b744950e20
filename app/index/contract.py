"""What every search engine over references must offer, and what it is built from."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from app.model.fingerprint import Fingerprint, LocalFeatures, PerceptualHash


@dataclass(frozen=True, slots=True)
class HashMatch:
    """A reference whose hash is near. key: the reference's. distance: differing bits, 0..256."""

    key: int
    distance: int


@dataclass(frozen=True, slots=True)
class FeatureVotes:
    """A reference that local features voted for.

    key: the reference's. votes: summed likeness above the floor, > 0, of those that agree on where it lies.
    """

    key: int
    votes: float


class FingerprintSource(Protocol):
    """Where fingerprints come from: the library, seen from here."""

    def version(self) -> int:
        """Grows with every change."""
        ...

    def hashes(self) -> tuple[NDArray[np.int64], NDArray[np.uint8], NDArray[np.float32]]:
        """Keys (n,), bits (n, 32) and details (n,) of every reference."""
        ...

    def fingerprints(self, after_key: int = 0) -> Iterator[tuple[int, Fingerprint]]:
        """Every reference's key and fingerprint beyond `after_key`, in the order of keys."""
        ...


class Index(Protocol):
    """Build, add, remove, query: `refresh` brings an index to its source's state; queries answer from that state."""

    name: str

    def refresh(self, source: FingerprintSource, active: frozenset[int]) -> None:
        """Take in what has come, and leave out what is not in `active`."""
        ...

    def find_near_hashes(self, wanted: PerceptualHash, limit: int, max_distance: int) -> list[HashMatch]:
        """The nearest active references by hash, nearest first."""
        ...

    def find_by_features(self, features: LocalFeatures, limit: int) -> list[FeatureVotes]:
        """The active references with the most votes, most first."""
        ...
