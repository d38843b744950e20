"""Foreign material from picture files, and the randomness of one attack on one poster."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.encode import decode
from benchmarks.attacks.values import OtherPoster


@lru_cache(maxsize=64)
def read_picture(path: Path) -> Pixels:
    """The RGB pixels of a file; not to be written to."""
    return decode(path.read_bytes())


@dataclass(frozen=True, slots=True)
class PosterPool:
    """Other posters, read from files when they are picked. names: relative to the folder; without: never picked."""

    folder: Path
    names: Sequence[str]
    without: str = ""

    def pick(self, rng: np.random.Generator) -> OtherPoster:
        """Any poster but the one left out."""
        name = one_of(rng, self.names)
        while name == self.without and len(self.names) > 1:
            name = one_of(rng, self.names)
        return OtherPoster(name, read_picture(self.folder / name))


def stable_hash(text: str) -> int:
    """The same 32-bit number for the same text on every machine."""
    return zlib.crc32(text.encode())


def random_for(seed: int, poster: str, attack: str) -> np.random.Generator:
    """The generator of one attack on one poster."""
    return np.random.default_rng([seed, stable_hash(poster), stable_hash(attack)])
