"""What a pack is made of: its members, their shapes and limits, and the manifest that vouches for them."""

import hashlib
import json
from dataclasses import dataclass
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from app.errors import PackInvalid

FORMAT: Final = "postercheck-pack"
FORMAT_VERSION: Final = 1
MANIFEST: Final = "manifest.json"
SIGNATURE: Final = "manifest.sig"
ROWS: Final = "references.jsonl"
PREVIEWS: Final = "previews/"

# Far above what anybody has, and low enough that a forged file cannot fill a disk with one line.
MAX_REFERENCES = 5_000_000
MAX_FEATURES = 2_000
MAX_MANIFEST_BYTES = 2**29
MAX_ROW_BYTES = 2**18
MAX_PREVIEW_BYTES = 2**20

LICENCE_NOTE: Final = (
    "Fingerprints and addresses; the pictures they were made from are not included, but for previews whose licence "
    "allows it. All rights in the pictures remain with their owners."
)


@dataclass(frozen=True, slots=True)
class ArrayMember:
    """One .npy member. dtype: little-endian, as numpy writes it. columns: None for one value a row.

    of_features: a row for each key point instead of each reference.
    """

    name: str
    dtype: str
    columns: int | None
    of_features: bool = False

    def shape(self, references: int, features: int) -> tuple[int, ...]:
        """What its header must say."""
        rows = features if self.of_features else references
        return (rows,) if self.columns is None else (rows, self.columns)


HASHES = ArrayMember("hashes.npy", "|u1", 32)
DETAILS = ArrayMember("details.npy", "<f8", None)
COUNTS = ArrayMember("feature_counts.npy", "<i4", None)
KEYPOINTS = ArrayMember("keypoints.npy", "<f4", 4, of_features=True)
DESCRIPTORS = ArrayMember("descriptors.npy", "|u1", 128, of_features=True)
ARRAYS: Final = (HASHES, DETAILS, COUNTS, KEYPOINTS, DESCRIPTORS)


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Member(_Strict):
    """Size in bytes, unpacked, and SHA-256 in lower-case hex."""

    bytes: int = Field(ge=0, le=2**50)
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")


class Manifest(_Strict):
    """The member `manifest.json`.

    made_by: program and version. as_of: when the newest reference in it was added, ISO 8601. signed_by: the signing
    key's name (see `sign.name_of`), "" for an unsigned pack. members: every other member but the signature.
    """

    format: Literal["postercheck-pack"]
    format_version: Literal[1]
    fingerprint_version: int
    made_by: str = Field(max_length=200)
    as_of: str = Field(max_length=64)
    licence_note: str = Field(max_length=2000)
    references: int = Field(ge=1, le=MAX_REFERENCES)
    features: int = Field(ge=0, le=MAX_REFERENCES * MAX_FEATURES)
    previews: int = Field(ge=0, le=MAX_REFERENCES)
    signed_by: str = Field(pattern=r"^([0-9a-f]{16})?$")
    members: dict[str, Member]


def write_manifest(manifest: Manifest) -> bytes:
    """The same manifest always gives the same bytes."""
    return (json.dumps(manifest.model_dump(), indent=1, sort_keys=True, ensure_ascii=False) + "\n").encode()


def read_manifest(data: bytes) -> Manifest:
    """Raises: PackInvalid."""
    try:
        told = json.loads(data)
        found = (told.get("format"), told.get("format_version")) if isinstance(told, dict) else (None, None)
    except (ValueError, RecursionError) as error:
        raise PackInvalid(f"The pack's {MANIFEST} cannot be read ({error}).") from error
    if found[0] != FORMAT:
        raise PackInvalid(f"The file is no library pack: its {MANIFEST} does not say {FORMAT!r}.")
    if found[1] != FORMAT_VERSION:
        raise PackInvalid(
            f"The pack has format version {found[1]!r}, and this program reads version {FORMAT_VERSION}: "
            "install the postercheck that wrote it, or ask for a pack in this version."
        )
    try:
        return Manifest.model_validate_json(data)
    except ValidationError as error:
        raise PackInvalid(f"The pack's {MANIFEST} is not as it should be. {name_faults(error)}") from error


def name_faults(error: ValidationError) -> str:
    """The first few faults, as `field: what is wrong`."""
    faults = [f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors()[:3]]
    return "; ".join(faults) + "."


def preview_name(reference_id: str) -> str:
    """The member that holds a reference's preview."""
    return f"{PREVIEWS}{reference_id}.jpg"


def describe(data: bytes) -> Member:
    """Size and checksum of a member's bytes."""
    return Member(bytes=len(data), sha256=hashlib.sha256(data).hexdigest())
