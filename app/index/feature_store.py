"""Local descriptors of many references, searched exhaustively while they are few and through an inverted file above.

The inverted file is faiss's IVF with fast-scan product quantisation (Jegou, Douze and Schmid, "Product quantization for
nearest neighbor search", TPAMI 2011; André, Kermarrec and Le Scouarnec, "Quicker ADC", TPAMI 2019). It is a cache: one
generation after another, each in a folder of its own, written beside and renamed into place, memory-mapped when read.
"""

import contextlib
import os
import shutil
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.fingerprints.local_features import root_sift
from app.index.consistent_votes import places_of
from app.model.fingerprint import Fingerprint

# Descriptors kept of each reference in the index; all of them stay in the fingerprint for verification.
INDEXED_FEATURES = 400
# Up to here exhaustive search costs no more than the inverted file; beyond, a new generation is built.
EXHAUSTIVE_DESCRIPTORS = 24_000
# The share by which a library may outgrow its inverted file before that is built again.
GROWTH_BEFORE_REBUILD = 0.25
_TRAINING_VECTORS_PER_LIST = 60
_ABANDONED_SECONDS = 6 * 3600.0
# Lists read for each query vector: right reference first for 200 of 200 crops, stories, thumbnails and rotations out of
# 951 posters, as with eight.
_PROBES = 4
# Folders of generations, and of those by which an earlier layout went.
_GENERATION = "placed-"
_EARLIER = "features-"
_FILES = ("vectors.faiss", "owners.npy", "places.npy")


@dataclass(frozen=True, slots=True, eq=False)
class FeatureGeneration:
    """A searchable set of descriptors.

    owners: (n,) the reference key of each vector. places: (n, 4) float16, see `places_of`. last_key: the newest inside.
    """

    engine: Any
    owners: NDArray[np.int64]
    places: NDArray[np.float16]
    last_key: int

    def search(self, descriptors: NDArray[np.float32], neighbours: int) -> "Neighbours":
        """The most alike vectors of each row, best first; likeness and key -1 where there are fewer than asked."""
        if not len(self.owners):
            shape = (len(descriptors), neighbours)
            nowhere = np.zeros((*shape, 4), np.float32)
            return Neighbours(np.full(shape, -1.0, np.float32), np.full(shape, -1, np.int64), nowhere)
        likeness, rows = self.engine.search(descriptors, neighbours)
        present = np.maximum(rows, 0)
        keys = np.where(rows >= 0, self.owners[present], -1).astype(np.int64)
        found = np.where(rows >= 0, likeness, -1.0).astype(np.float32)
        return Neighbours(found, keys, self.places[present].astype(np.float32))


@dataclass(frozen=True, slots=True, eq=False)
class Neighbours:
    """likeness: (n, k) RootSIFT dot products. keys: (n, k) of their references. places: (n, k, 4), see `places_of`."""

    likeness: NDArray[np.float32]
    keys: NDArray[np.int64]
    places: NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Collected:
    """The descriptors to be searched. descriptors: (n, 128) uint8. owners, places, last_key: see FeatureGeneration."""

    descriptors: NDArray[np.uint8]
    owners: NDArray[np.int64]
    places: NDArray[np.float16]
    last_key: int


def collect(fingerprints: Iterable[tuple[int, Fingerprint]]) -> Collected:
    """Stack the strongest descriptors; the newest key is 0 when there are none."""
    parts: list[NDArray[np.uint8]] = []
    owners: list[NDArray[np.int64]] = []
    places: list[NDArray[np.float16]] = []
    last_key = 0
    for key, fingerprint in fingerprints:
        features = fingerprint.local_features.strongest(INDEXED_FEATURES)
        parts.append(features.descriptors)
        owners.append(np.full(len(features), key, np.int64))
        places.append(places_of(features))
        last_key = max(last_key, key)
    if not parts:
        return Collected(np.zeros((0, 128), np.uint8), np.zeros(0, np.int64), np.zeros((0, 4), np.float16), 0)
    return Collected(np.concatenate(parts), np.concatenate(owners), np.concatenate(places), last_key)


def exhaustive(collected: Collected) -> FeatureGeneration:
    """Every vector is compared: what a match means."""
    import faiss

    engine = faiss.IndexFlatIP(128)
    engine.add(root_sift(collected.descriptors))
    return FeatureGeneration(engine, collected.owners, collected.places, collected.last_key)


def build_generation(folder: Path, collected: Collected) -> FeatureGeneration:
    """Train and fill an inverted file, store it as the newest generation, and drop the older ones."""
    import faiss

    descriptors = collected.descriptors
    lists = int(np.clip(2 ** round(np.log2(4 * np.sqrt(len(descriptors)))), 64, 65_536))
    engine: Any = faiss.index_factory(128, f"IVF{lists},PQ32x4fs", faiss.METRIC_INNER_PRODUCT)
    engine.cp.niter = 8
    engine.cp.min_points_per_centroid = 1
    rng = np.random.default_rng(0)
    sample = min(len(descriptors), max(_TRAINING_VECTORS_PER_LIST * lists, 10_000))
    engine.train(root_sift(descriptors[np.sort(rng.choice(len(descriptors), sample, replace=False))]))
    for start in range(0, len(descriptors), 100_000):
        engine.add(root_sift(descriptors[start : start + 100_000]))
    folder.mkdir(parents=True, exist_ok=True)
    _drop_abandoned(folder)
    target = folder / f"{_GENERATION}{collected.last_key}"
    staging = Path(tempfile.mkdtemp(prefix="building-", dir=folder))
    try:
        faiss.write_index(engine, str(staging / "vectors.faiss"))
        np.save(staging / "owners.npy", collected.owners)
        np.save(staging / "places.npy", collected.places)
        for name in _FILES:
            _sync(staging / name)
        shutil.rmtree(target, ignore_errors=True)
        try:
            staging.rename(target)
        except OSError:
            # Another process stored the same generation at this moment; either will do.
            if not target.exists():
                raise
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    for other in (*folder.glob(f"{_GENERATION}*"), *folder.glob(f"{_EARLIER}*")):
        if other != target:
            shutil.rmtree(other, ignore_errors=True)
    engine.nprobe = _PROBES
    return FeatureGeneration(engine, collected.owners, collected.places, collected.last_key)


def _drop_abandoned(folder: Path) -> None:
    """Remove what killed builders left behind; one that is still at work is younger."""
    for staging in folder.glob("building-*"):
        with contextlib.suppress(OSError):
            if time.time() - staging.stat().st_mtime > _ABANDONED_SECONDS:
                shutil.rmtree(staging, ignore_errors=True)


def load_newest_generation(folder: Path) -> FeatureGeneration | None:
    """The newest stored generation that can be read, or None: it is a cache, and can be built again."""
    import faiss

    found = []
    for path in folder.glob(f"{_GENERATION}*"):
        number = path.name.removeprefix(_GENERATION)
        if number.isdigit():
            found.append((int(number), path))
    for last_key, path in sorted(found, reverse=True):
        try:
            engine: Any = faiss.read_index(str(path / "vectors.faiss"), faiss.IO_FLAG_MMAP_IFC)
            owners = np.load(path / "owners.npy", mmap_mode="r", allow_pickle=False)
            places = np.load(path / "places.npy", mmap_mode="r", allow_pickle=False)
        except (RuntimeError, OSError, ValueError):
            continue
        if engine.ntotal == len(owners) == len(places):
            engine.nprobe = _PROBES
            return FeatureGeneration(engine, owners, places, last_key)
    return None


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
