"""Other tools at their recommended settings, asked the same question: which references does this picture match?

Runs in the environment of peers-requirements.txt. A tool's own package is imported when the tool is made, so that the
others can still be asked where one cannot be installed.
"""

import hashlib
from abc import ABC, abstractmethod
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Matches = list[str]
"""Names of matching references, best first."""


def _open(path: Path) -> Image.Image:
    with Image.open(path) as image:
        return image.convert("RGB")


class Peer(ABC):
    """One tool. learn() is called once, find() with many pictures. setting: what counts as a match, in words.

    Making one raises ImportError where its package is missing.
    """

    name: str
    package: str
    setting: str

    @abstractmethod
    def learn(self, references: dict[str, Path], store: Path | None = None) -> None:
        """Reads the library: files by name. store: a folder for what takes long, read again next time."""

    @abstractmethod
    def find(self, pictures: Sequence[Path]) -> list[Matches]:
        """What each picture matches."""


class _BitHash(Peer):
    """Hashes of one length, near when at most `limit` bits differ."""

    limit: int

    @abstractmethod
    def _hash(self, path: Path) -> NDArray[np.uint8] | None:
        """Packed bits, or None where the tool refuses the picture."""

    def learn(self, references: dict[str, Path], store: Path | None = None) -> None:
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

    name, package, limit = "pHash", "imagehash", 10
    setting = "phash(), 64 bits, at most 10 apart"

    def __init__(self) -> None:
        import imagehash

        self._phash = imagehash.phash

    def _hash(self, path: Path) -> NDArray[np.uint8]:
        return np.packbits(self._phash(_open(path)).hash.reshape(-1))


class Pdq(_BitHash):
    """Meta's PDQ, at most 31 of 256 bits apart, quality at least 50, as its authors say."""

    name, package, limit = "PDQ", "pdqhash", 31
    setting = "256 bits, at most 31 apart, quality at least 50"

    def __init__(self) -> None:
        import pdqhash

        self._compute = pdqhash.compute

    def _hash(self, path: Path) -> NDArray[np.uint8] | None:
        bits, quality = self._compute(np.asarray(_open(path)))
        return np.packbits(bits.astype(bool)) if quality >= 50 else None


class CropResistant(Peer):
    """ImageHash's crop_resistant_hash with its defaults: one segment within a quarter of the bits."""

    name, package = "crop-resistant", "imagehash"
    setting = "crop_resistant_hash(), one segment within 16 of 64 bits"
    limit = 16

    def __init__(self) -> None:
        import imagehash

        self._version = imagehash.__version__
        self._compute = imagehash.crop_resistant_hash

    def learn(self, references: dict[str, Path], store: Path | None = None) -> None:
        self._names = list(references)
        facts = "".join(f"{name} {path.stat().st_size}\n" for name, path in references.items())
        key = hashlib.sha256(f"{self._version}\n{facts}".encode()).hexdigest()[:16]
        kept = None if store is None else store / f"crop-resistant-{key}.npz"
        if kept is not None and kept.is_file():
            with np.load(kept) as arrays:
                self._bits, self._owner = arrays["bits"], arrays["owner"]
            return
        segments = [self._segments(path) for path in references.values()]
        self._bits = np.concatenate(segments)
        self._owner = np.repeat(np.arange(len(segments)), [len(found) for found in segments])
        if kept is not None:
            kept.parent.mkdir(parents=True, exist_ok=True)
            np.savez(kept, bits=self._bits, owner=self._owner)

    def find(self, pictures: Sequence[Path]) -> list[Matches]:
        return [self._near(self._segments(path)) for path in pictures]

    def _segments(self, path: Path) -> NDArray[np.uint8]:
        found = self._compute(_open(path)).segment_hashes
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

    name, package = "perception SIFT", "perception"
    setting = "local_descriptor_deduplication with its defaults"

    def __init__(self) -> None:
        from perception import local_descriptor_deduplication

        self._tool = local_descriptor_deduplication

    def learn(self, references: dict[str, Path], store: Path | None = None) -> None:
        self._names = {str(path): name for name, path in references.items()}
        self._references = self._tool.build_reference_df(list(self._names))

    def find(self, pictures: Sequence[Path]) -> list[Matches]:
        queries = list(dict.fromkeys(str(path) for path in pictures))
        found: dict[str, list[tuple[float, str]]] = {}
        for query, reference, stats in self._tool.deduplicate(self._references, queries, verbose=True, use_gpu=False):
            found.setdefault(query, []).append((-float(stats["inliers"] or 0), self._names[reference]))
        return [[name for _, name in sorted(found.get(query, []))] for query in map(str, pictures)]


PEERS: tuple[type[Peer], ...] = (PHash, Pdq, CropResistant, SiftDeduplication)
