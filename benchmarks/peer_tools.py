"""Other tools at their recommended settings, asked the same question: which references does this picture match?

Runs in the environment of peers-requirements.txt.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from pathlib import Path

import imagehash
import numpy as np
import pdqhash
from numpy.typing import NDArray
from perception.local_descriptor_deduplication import build_reference_df, deduplicate
from PIL import Image

Matches = list[str]
"""Names of matching references, best first."""


def _open(path: Path) -> Image.Image:
    with Image.open(path) as image:
        return image.convert("RGB")


class Peer(ABC):
    """One tool. learn() is called once, find() with many pictures."""

    name: str

    @abstractmethod
    def learn(self, references: dict[str, Path]) -> None:
        """Reads the library: files by name."""

    @abstractmethod
    def find(self, pictures: Sequence[Path]) -> list[Matches]:
        """What each picture matches."""


class _BitHash(Peer):
    """Hashes of one length, near when at most `limit` bits differ."""

    limit: int

    def _hash(self, path: Path) -> NDArray[np.uint8] | None:
        raise NotImplementedError

    def learn(self, references: dict[str, Path]) -> None:
        hashes = {name: self._hash(path) for name, path in references.items()}
        known = {name: bits for name, bits in hashes.items() if bits is not None}
        self._names, self._bits = list(known), np.stack(list(known.values()))

    def find(self, pictures: Sequence[Path]) -> list[Matches]:
        return [self._near(self._hash(path)) for path in pictures]

    def _near(self, bits: NDArray[np.uint8] | None) -> Matches:
        if bits is None:
            return []
        distances = np.bitwise_count(self._bits ^ bits).sum(axis=1)
        order = np.argsort(distances, kind="stable")
        return [self._names[i] for i in order if distances[i] <= self.limit]


class PHash(_BitHash):
    """ImageHash's pHash, 64 bits, the customary ten bits apart."""

    name, limit = "pHash", 10

    def _hash(self, path: Path) -> NDArray[np.uint8]:
        return np.packbits(imagehash.phash(_open(path)).hash.reshape(-1))


class Pdq(_BitHash):
    """Meta's PDQ, at most 31 of 256 bits apart, quality at least 50, as its authors say."""

    name, limit = "PDQ", 31

    def _hash(self, path: Path) -> NDArray[np.uint8] | None:
        bits, quality = pdqhash.compute(np.asarray(_open(path)))
        return np.packbits(bits.astype(bool)) if quality >= 50 else None


class CropResistant(Peer):
    """ImageHash's crop_resistant_hash with its defaults: one segment within a quarter of the bits."""

    name = "crop-resistant"
    limit = 16

    def learn(self, references: dict[str, Path]) -> None:
        self._names, segments, self._owner = list(references), [], []
        for number, path in enumerate(references.values()):
            found = self._segments(path)
            segments.append(found)
            self._owner += [number] * len(found)
        self._bits = np.concatenate(segments)

    def find(self, pictures: Sequence[Path]) -> list[Matches]:
        return [self._near(self._segments(path)) for path in pictures]

    def _segments(self, path: Path) -> NDArray[np.uint8]:
        found = imagehash.crop_resistant_hash(_open(path)).segment_hashes
        return np.stack([np.packbits(segment.hash.reshape(-1)) for segment in found])

    def _near(self, segments: NDArray[np.uint8]) -> Matches:
        """ImageMultiHash.best_match: most segments matched, then the smallest sum of distances."""
        count = len(self._names)
        matched, total = np.zeros(count, int), np.zeros(count)
        for segment in segments:
            distances = np.bitwise_count(self._bits ^ segment).sum(axis=1)
            nearest = np.full(count, 64)
            np.minimum.at(nearest, self._owner, distances)
            matched += nearest <= self.limit
            total += np.where(nearest <= self.limit, nearest, 0)
        order = np.lexsort((total, -matched))
        return [self._names[i] for i in order if matched[i]]


class SiftDeduplication(Peer):
    """Thorn's perception: local_descriptor_deduplication with its defaults."""

    name = "perception SIFT"

    def learn(self, references: dict[str, Path]) -> None:
        self._names = {str(path): name for name, path in references.items()}
        self._references = build_reference_df(list(self._names))

    def find(self, pictures: Sequence[Path]) -> list[Matches]:
        queries = list(dict.fromkeys(str(path) for path in pictures))
        found: dict[str, list[tuple[float, str]]] = {}
        for query, reference, stats in deduplicate(self._references, queries, verbose=True, use_gpu=False):
            found.setdefault(query, []).append((-float(stats["inliers"] or 0), self._names[reference]))
        return [[name for _, name in sorted(found.get(query, []))] for query in map(str, pictures)]


PEERS: tuple[type[Peer], ...] = (PHash, Pdq, CropResistant, SiftDeduplication)
