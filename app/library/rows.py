"""Database rows to the values of the house, and back."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from sqlalchemy import Row

from app.errors import LibraryBroken
from app.library.new_reference import NewReference
from app.library.schema import fingerprints, references
from app.library.titles import make_search_text, make_title_key
from app.model.fingerprint import Fingerprint, LocalFeatures, PerceptualHash
from app.model.reference import Kind, Label, Provenance, ProvenanceRecord, Reference, ReferenceState, Tier

_R = references.c
REFERENCE_COLUMNS = (
    *(_R.id, _R.key, _R.label, _R.title, _R.title_id, _R.kind, _R.language, _R.tier),
    *(_R.path, _R.source, _R.page_url, _R.image_url, _R.fetched_at, _R.note),
    *(_R.sha256, _R.width, _R.height, _R.state, _R.added_at, _R.group_key),
)
# What a reference repeats of its best provenance.
PLACE_COLUMNS = ("tier", "path", "source", "page_url", "image_url", "fetched_at", "note")
_F = fingerprints.c
FINGERPRINT_COLUMNS = (
    *(_R.sha256, _F.version, _F.phash, _F.detail, _F.image_width, _F.image_height),
    *(_F.keypoints, _F.descriptors),
)

# Looking a value up is several times faster than calling its enum, which counts at 100,000 rows.
_LABELS = {item.value: item for item in Label}
_KINDS = {item.value: item for item in Kind}
_TIERS: dict[str | None, Tier | None] = {None: None, **{item.value: item for item in Tier}}
_STATES = {item.value: item for item in ReferenceState}


def to_reference(row: Sequence[Any]) -> Reference:
    """A row of REFERENCE_COLUMNS. Raises: LibraryBroken for a value that this version does not know."""
    try:
        return Reference(
            id=row[0],
            key=row[1],
            label=_LABELS[row[2]],
            title=row[3],
            title_id=row[4],
            kind=_KINDS[row[5]],
            language=row[6],
            tier=_TIERS[row[7]],
            provenance=Provenance(*row[8:14]),
            sha256=row[14],
            width=row[15],
            height=row[16],
            state=_STATES[row[17]],
            added_at=row[18],
            group=row[19],
        )
    except KeyError as error:
        raise LibraryBroken(f"Reference {row[0]} holds {error}, which this version does not know.") from error


def to_fingerprint(row: Sequence[Any]) -> Fingerprint:
    """A row of FINGERPRINT_COLUMNS. Raises: LibraryBroken for bytes of the wrong length."""
    sha256, version, phash, detail, width, height, keypoints, descriptors = row
    count = len(keypoints) // 16
    if len(phash) != 32 or len(keypoints) != count * 16 or len(descriptors) != count * 128:
        raise LibraryBroken(
            f"The fingerprint of the picture {sha256} is damaged; repair it with `postercheck library verify --fix`."
        )
    return Fingerprint(
        sha256=sha256,
        perceptual_hash=PerceptualHash(np.frombuffer(phash, np.uint8), detail),
        local_features=LocalFeatures(
            np.frombuffer(keypoints, "<f4").astype(np.float32, copy=False).reshape(count, 4),
            np.frombuffer(descriptors, np.uint8).reshape(count, 128),
            (width, height),
        ),
        version=version,
    )


def fingerprint_values(fingerprint: Fingerprint) -> dict[str, Any]:
    """Columns of the table `fingerprints`, without the reference's key."""
    features = fingerprint.local_features
    return {
        "version": fingerprint.version,
        "phash": fingerprint.perceptual_hash.bits.tobytes(),
        "detail": fingerprint.perceptual_hash.detail,
        "image_width": features.image_size[0],
        "image_height": features.image_size[1],
        "keypoints": features.keypoints.astype("<f4", copy=False).tobytes(),
        "descriptors": features.descriptors.tobytes(),
    }


def described_values(new: NewReference) -> dict[str, Any]:
    """Columns of the table `references` that come from whoever adds the picture; None for an unknown tier."""
    origin = new.provenance
    tier = Tier.K if new.tier is None and new.label is Label.KNOWN_FAKE else new.tier
    values = {
        "title": new.title,
        "title_id": new.title_id,
        "language": new.language,
        "path": new.path,
        "source": origin.source,
        "page_url": origin.page_url,
        "image_url": origin.image_url,
        "fetched_at": origin.fetched_at,
        "note": origin.note,
    }
    return {name: _storable(value) for name, value in values.items()} | {
        "kind": new.kind.value,
        "tier": None if tier is None else tier.value,
    }


def provenance_values(new: NewReference) -> dict[str, Any]:
    """Columns of the table `provenances` that come from whoever adds the picture."""
    described = described_values(new)
    return {name: described[name] for name in PLACE_COLUMNS} | {"expires_at": new.expires_at}


def to_provenance_record(row: Row[Any]) -> ProvenanceRecord:
    """A row of the table `provenances`. Raises: LibraryBroken for a tier that this version does not know."""
    if row.tier not in _TIERS:
        raise LibraryBroken(f"A provenance holds the tier {row.tier!r}, which this version does not know.")
    place = Provenance(row.path, row.source, row.page_url, row.image_url, row.fetched_at, row.note)
    return ProvenanceRecord(_TIERS[row.tier], place, row.expires_at, row.gone_at)


def lookup_values(reference_id: str, described: dict[str, Any]) -> dict[str, str]:
    """Columns of the table `references` that are worked out from the others."""
    return {
        "title_key": make_title_key(described["title"]),
        "search_text": make_search_text(
            reference_id, *(described[name] for name in ("title", "title_id", "path", "source"))
        ),
    }


def _storable(text: str) -> str:
    # A file name that is not UTF-8 reaches Python with lone surrogates, which no database takes.
    return text.encode("utf-8", "replace").decode("utf-8")
