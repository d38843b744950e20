"""Which references a picture must not be matched with, because a moderator said that the match was false."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert as insert_or_ignore

from app.fingerprints.compute import FINGERPRINT_VERSION
from app.fingerprints.perceptual_hash import HASH_BITS, MIN_DETAIL, hash_distances
from app.library.schema import false_matches, fingerprints, references
from app.model.fingerprint import PerceptualHash

# Differing bits of 256 up to which a picture is taken for the reported one, saved again. Saving at quality 30 to 95 or
# at half the size moves a drawn poster by 6 bits at most (tests/library/test_moderation_false_matches.py).
SAME_PICTURE_BITS = 12


@dataclass(frozen=True, slots=True, eq=False)
class FalseMatches:
    """All of them at one version of the library.

    ids: (n,) reference ids. places: of each reported file, its places among them. hashes, reference_hashes: (n, 32)
    uint8 of the reported picture and of the reference. details: (n,) of the reported picture. known: (n,) whether the
    reference has a hash.
    """

    version: int
    places: Mapping[str, Sequence[int]]
    ids: tuple[str, ...]
    hashes: NDArray[np.uint8]
    details: NDArray[np.float64]
    reference_hashes: NDArray[np.uint8]
    known: NDArray[np.bool_]

    def of(self, sha256: str, phash: PerceptualHash) -> frozenset[str]:
        """Ids of the references that this picture must not be matched with.

        The reported file itself, and pictures within SAME_PICTURE_BITS of it that are nearer to it than to the
        reference: what looks like the reference keeps being found.
        """
        if not self.ids:
            return frozenset()
        same = np.zeros(len(self.ids), np.bool_)
        same[self.places.get(sha256, [])] = True
        if phash.detail >= MIN_DETAIL:
            distances = hash_distances(phash.bits, self.hashes)
            to_reference = np.where(self.known, hash_distances(phash.bits, self.reference_hashes), HASH_BITS)
            near = (distances <= SAME_PICTURE_BITS) & (distances < to_reference) & (self.details >= MIN_DETAIL)
            same |= near
        return frozenset(self.ids[place] for place in np.flatnonzero(same))


def read_false_matches(connection: Connection, version: int) -> FalseMatches:
    """All of them; the table is small, and read again only when the library has changed."""
    hashes = fingerprints.c.phash.label("reference_hash")
    rows = connection.execute(
        select(false_matches, hashes)
        .outerjoin(references, references.c.id == false_matches.c.reference_id)
        .outerjoin(
            fingerprints,
            (fingerprints.c.reference_key == references.c.key) & (fingerprints.c.version == FINGERPRINT_VERSION),
        )
        .order_by(false_matches.c.id)
    ).all()
    places: dict[str, list[int]] = {}
    for place, row in enumerate(rows):
        places.setdefault(row.sha256, []).append(place)
    return FalseMatches(
        version=version,
        places=places,
        ids=tuple(row.reference_id for row in rows),
        hashes=_stack([row.phash for row in rows]),
        details=np.array([row.detail for row in rows], dtype=np.float64),
        reference_hashes=_stack([row.reference_hash or bytes(32) for row in rows]),
        known=np.array([row.reference_hash is not None for row in rows], dtype=np.bool_),
    )


def insert_false_match(
    connection: Connection, sha256: str, phash: PerceptualHash, reference_id: str, created_at: str
) -> bool:
    """False when that pair is noted already."""
    statement = (
        insert_or_ignore(false_matches)
        .values(
            sha256=sha256,
            phash=phash.bits.tobytes(),
            detail=phash.detail,
            reference_id=reference_id,
            created_at=created_at,
        )
        .on_conflict_do_nothing()
        .returning(false_matches.c.id)
    )
    return connection.scalar(statement) is not None


def delete_false_match(connection: Connection, sha256: str, reference_id: str) -> None:
    """Let the pair be matched again."""
    pair = (false_matches.c.sha256 == sha256) & (false_matches.c.reference_id == reference_id)
    connection.execute(delete(false_matches).where(pair))


def _stack(hashes: list[bytes]) -> NDArray[np.uint8]:
    return np.frombuffer(b"".join(hashes), np.uint8).reshape(len(hashes), 32)
