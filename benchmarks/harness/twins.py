"""Pictures that are the same one under two names.

A held-out picture with a twin in the library is no stranger, and of two twins in the library either may be found.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import imagehash
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from benchmarks.harness.posters import Roles

TWIN_BITS = 16
"""Of 256. On 951 posters the nearest pair that is not the same picture is 36 bits apart; a smaller copy 0 to 4."""
CACHE = "hashes.json"


@dataclass(frozen=True, slots=True)
class Twins:
    """held_out: held-out pictures with a twin in the library. artworks: for each name in the library, its artwork's."""

    held_out: frozenset[str]
    artworks: dict[str, str]


def find_twins(roles: Roles, folder: Path, home: Path) -> Twins:
    """Compares every picture with the library; hashes are kept in the home for the next run."""
    # Fan-made posters of one title are mostly different ones.
    known = {p.name: p.title if p.official else "" for p in roles.imported()}
    asked = [p.name for p in (*roles.strangers, *roles.new_fakes, *(pair.checked for pair in roles.pairs))]
    hashes = _hashes([*known, *asked], folder, home / CACHE)
    library = np.stack([hashes[name] for name in known])
    held_out = (name for name in asked if _distances(library, hashes[name]).min() <= TWIN_BITS)
    artworks: dict[str, str] = {}
    first_of_title: dict[str, str] = {}
    names = list(known)
    for number, (name, title) in enumerate(known.items()):
        near = np.flatnonzero(_distances(library[: number + 1], hashes[name]) <= TWIN_BITS)
        artwork = artworks.get(names[int(near[0])], name)
        artworks[name] = first_of_title.setdefault(title, artwork) if title else artwork
    return Twins(frozenset(held_out), artworks)


def _distances(many: NDArray[np.uint8], one: NDArray[np.uint8]) -> NDArray[np.int64]:
    distances: NDArray[np.int64] = np.bitwise_count(many ^ one).sum(axis=1, dtype=np.int64)
    return distances


def _hashes(names: Iterable[str], folder: Path, cache: Path) -> dict[str, NDArray[np.uint8]]:
    kept: dict[str, str] = json.loads(cache.read_text(encoding="utf-8")) if cache.is_file() else {}
    found, fresh = {}, {}
    for name in names:
        key = f"{name} {(folder / name).stat().st_size}"
        fresh[key] = kept.get(key) or _hash(folder / name)
        found[name] = np.frombuffer(bytes.fromhex(fresh[key]), np.uint8)
    cache.write_text(json.dumps(fresh), encoding="utf-8")
    return found


def _hash(path: Path) -> str:
    with Image.open(path) as image:
        image.draft("L", (256, 256))
        bits = imagehash.phash(image, hash_size=16).hash
    return np.packbits(bits.reshape(-1)).tobytes().hex()
