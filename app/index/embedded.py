"""The engine inside the process: hashes in memory, local features in faiss, both refreshed from the library.

Queries read one frozen snapshot, so that a refresh in another thread never disturbs them.
"""

import threading
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.fingerprints.local_features import root_sift
from app.fingerprints.perceptual_hash import MIN_DETAIL, hash_distances
from app.index.contract import FeatureVotes, FingerprintSource, HashMatch
from app.index.feature_store import (
    EXHAUSTIVE_DESCRIPTORS,
    GROWTH_BEFORE_REBUILD,
    FeatureGeneration,
    build_generation,
    collect,
    exhaustive,
    load_newest_generation,
)
from app.model.fingerprint import LocalFeatures, PerceptualHash

_NEIGHBOURS = 3
# RootSIFT likeness above which a neighbour counts as a vote.
_VOTE_FLOOR = 0.7


@dataclass(frozen=True, slots=True, eq=False)
class _Snapshot:
    version: int
    active: frozenset[int]
    hash_keys: NDArray[np.int64]
    hash_bits: NDArray[np.uint8]
    base: FeatureGeneration
    recent: FeatureGeneration


class EmbeddedIndex:
    """See the contract. folder: where generations of the inverted file are kept; they can be deleted at any time."""

    name = "embedded"

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._snapshot: _Snapshot | None = None

    def refresh(self, source: FingerprintSource, active: frozenset[int]) -> None:
        """Take in what the source holds now. Cheap when nothing has changed; builds a generation when one is due."""
        with self._lock:
            version = source.version()
            held = self._snapshot
            if held is not None and held.version == version and held.active == active:
                return
            keys, bits, details = source.hashes()
            usable = np.isin(keys, np.fromiter(active, np.int64, len(active))) & (details >= MIN_DETAIL)
            base, recent = self._features(source, held)
            self._snapshot = _Snapshot(version, active, keys[usable], bits[usable], base, recent)

    def find_near_hashes(self, wanted: PerceptualHash, limit: int, max_distance: int) -> list[HashMatch]:
        """Exact and exhaustive; nothing for a picture without detail, whose hash says nothing."""
        snapshot = self._present()
        if wanted.detail < MIN_DETAIL or not len(snapshot.hash_keys):
            return []
        distances = hash_distances(wanted.bits, snapshot.hash_bits)
        order = np.argsort(distances, kind="stable")[:limit]
        return [HashMatch(int(snapshot.hash_keys[i]), int(distances[i])) for i in order if distances[i] <= max_distance]

    def find_by_features(self, features: LocalFeatures, limit: int) -> list[FeatureVotes]:
        """Each feature votes for the owners of its nearest neighbours, by likeness."""
        snapshot = self._present()
        if not len(features):
            return []
        wanted = root_sift(features.descriptors)
        # The best of both parts together: a part that holds little would vote for whatever it holds.
        found = [generation.search(wanted, _NEIGHBOURS) for generation in (snapshot.base, snapshot.recent)]
        likeness, keys = (np.concatenate(columns, axis=1) for columns in zip(*found, strict=True))
        nearest = np.argsort(-likeness, axis=1, kind="stable")[:, :_NEIGHBOURS]
        likeness, keys = (np.take_along_axis(values, nearest, axis=1) for values in (likeness, keys))
        counted = (likeness > _VOTE_FLOOR) & (keys >= 0)
        owners, which = np.unique(keys[counted], return_inverse=True)
        sums = np.bincount(which, weights=likeness[counted] - _VOTE_FLOOR, minlength=len(owners))
        votes = zip(sums.tolist(), owners.tolist(), strict=True)
        ranked = sorted(((total, key) for total, key in votes if key in snapshot.active), reverse=True)
        return [FeatureVotes(key, total) for total, key in ranked[:limit]]

    def _present(self) -> _Snapshot:
        if self._snapshot is None:
            raise RuntimeError("the index was asked before its first refresh")
        return self._snapshot

    def _features(
        self, source: FingerprintSource, held: _Snapshot | None
    ) -> tuple[FeatureGeneration, FeatureGeneration]:
        base = held.base if held else load_newest_generation(self._folder)
        if base is None:
            base = exhaustive(*collect(()))
        descriptors, owners, last_key = collect(source.fingerprints(after_key=base.last_key))
        due = len(descriptors) > max(EXHAUSTIVE_DESCRIPTORS, GROWTH_BEFORE_REBUILD * len(base.owners))
        if not due:
            return base, exhaustive(descriptors, owners, last_key)
        everything = collect(source.fingerprints())
        return build_generation(self._folder, *everything), exhaustive(*collect(()))
