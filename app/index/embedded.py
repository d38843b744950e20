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
from app.index.consistent_votes import Votes, count_consistent
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
    active_keys: NDArray[np.int64]
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
            active_keys = np.sort(np.fromiter(active, np.int64, len(active)))
            usable = np.isin(keys, active_keys) & (details >= MIN_DETAIL)
            base, recent = self._features(source, held)
            self._snapshot = _Snapshot(version, active, active_keys, keys[usable], bits[usable], base, recent)

    def find_near_hashes(self, wanted: PerceptualHash, limit: int, max_distance: int) -> list[HashMatch]:
        """Exact and exhaustive; nothing for a picture without detail, whose hash says nothing."""
        snapshot = self._present()
        if wanted.detail < MIN_DETAIL or not len(snapshot.hash_keys):
            return []
        distances = hash_distances(wanted.bits, snapshot.hash_bits)
        order = np.argsort(distances, kind="stable")[:limit]
        return [HashMatch(int(snapshot.hash_keys[i]), int(distances[i])) for i in order if distances[i] <= max_distance]

    def find_by_features(self, features: LocalFeatures, limit: int) -> list[FeatureVotes]:
        """Each feature votes, by likeness, for the owners of its nearest neighbours; votes count where they agree."""
        snapshot = self._present()
        if not len(features):
            return []
        wanted = root_sift(features.descriptors)
        # The best of both parts together: a part that holds little would vote for whatever it holds.
        found = [generation.search(wanted, _NEIGHBOURS) for generation in (snapshot.base, snapshot.recent)]
        likeness = np.concatenate([part.likeness for part in found], axis=1)
        keys = np.concatenate([part.keys for part in found], axis=1)
        places = np.concatenate([part.places for part in found], axis=1)
        nearest = np.argsort(-likeness, axis=1, kind="stable")[:, :_NEIGHBOURS]
        rows = np.arange(len(features))[:, None]
        likeness, keys, places = likeness[rows, nearest], keys[rows, nearest], places[rows, nearest]
        counted = (likeness > _VOTE_FLOOR) & np.isin(keys, snapshot.active_keys)
        votes = Votes(
            np.nonzero(counted)[0], places[counted], keys[counted], likeness[counted] - np.float32(_VOTE_FLOOR)
        )
        return [FeatureVotes(key, total) for key, total in count_consistent(features, votes, limit)]

    def _present(self) -> _Snapshot:
        if self._snapshot is None:
            raise RuntimeError("the index was asked before its first refresh")
        return self._snapshot

    def _features(
        self, source: FingerprintSource, held: _Snapshot | None
    ) -> tuple[FeatureGeneration, FeatureGeneration]:
        base = held.base if held else load_newest_generation(self._folder)
        if base is None:
            base = exhaustive(collect(()))
        recent = collect(source.fingerprints(after_key=base.last_key))
        due = len(recent.owners) > max(EXHAUSTIVE_DESCRIPTORS, GROWTH_BEFORE_REBUILD * len(base.owners))
        if not due:
            return base, exhaustive(recent)
        return build_generation(self._folder, collect(source.fingerprints())), exhaustive(collect(()))
