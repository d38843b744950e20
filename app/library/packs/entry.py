"""One line of a pack: what is told of a reference, and the rules that it must keep."""

from pathlib import PurePosixPath, PureWindowsPath

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from app.errors import LibraryError, PackInvalid
from app.library.new_reference import NewReference, find_objection
from app.library.packs.layout import MAX_ROW_BYTES, ROWS, name_faults
from app.library.packs.licence import find_licence
from app.library.writing import make_reference_id
from app.model.reference import Kind, Label, Provenance, ProvenanceRecord, Reference, Tier

_SHORT = Field(max_length=1000)
_LONG = Field(max_length=8000)


class _Line(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class PackPlace(_Line):
    """A place where the picture was found; see `ProvenanceRecord`. path: never a whole path of the sender's machine."""

    tier: Tier | None
    path: str = _LONG
    source: str = _SHORT
    page_url: str = _LONG
    image_url: str = _LONG
    fetched_at: str = _SHORT
    note: str = _LONG
    expires_at: str = _SHORT


class PackEntry(_Line):
    """One reference; see `Reference`. places: the best one first."""

    id: str = Field(pattern=r"^r_[0-9a-f]{16}$")
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    label: Label
    title: str = _SHORT
    title_id: str = _SHORT
    kind: Kind
    language: str = _SHORT
    width: int = Field(ge=1, le=1_000_000)
    height: int = Field(ge=1, le=1_000_000)
    added_at: str = Field(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$")
    places: tuple[PackPlace, ...] = Field(min_length=1, max_length=200)

    @property
    def licence(self) -> str:
        """The licence that lets a preview be passed on; "" when no place names one."""
        return next((found for place in self.places if (found := find_licence(place.note))), "")

    def as_new(self) -> tuple[NewReference, ...]:
        """As an import would bring it: one item a place, without the picture."""
        return tuple(
            NewReference(
                picture=b"",
                label=self.label,
                title=self.title,
                title_id=self.title_id,
                kind=self.kind,
                language=self.language,
                tier=place.tier,
                provenance=Provenance(
                    place.path, place.source, place.page_url, place.image_url, place.fetched_at, place.note
                ),
                expires_at=place.expires_at,
            )
            for place in self.places
        )


def make_entry(reference: Reference, records: list[ProvenanceRecord]) -> PackEntry:
    """records: those places that still hold; without any, the reference's own provenance stands alone.

    Raises: LibraryError for values that no pack takes, a title of thousands of letters, say.
    """
    own = ProvenanceRecord(reference.tier, reference.provenance)
    first = (own.provenance.source, own.provenance.image_url, own.provenance.path)

    def order(record: ProvenanceRecord) -> tuple[bool, str, str, str]:
        place = (record.provenance.source, record.provenance.image_url, record.provenance.path)
        return (place != first, *place)

    try:
        return PackEntry(
            id=reference.id,
            sha256=reference.sha256,
            label=reference.label,
            title=reference.title,
            title_id=reference.title_id,
            kind=reference.kind,
            language=reference.language,
            width=reference.width,
            height=reference.height,
            added_at=reference.added_at,
            places=tuple(_make_place(record) for record in sorted(records or [own], key=order)),
        )
    except ValidationError as error:
        raise LibraryError(f"Reference {reference.id} cannot be put into a pack. {name_faults(error)}") from error


def write_entry(entry: PackEntry) -> bytes:
    """One line."""
    return entry.model_dump_json().encode() + b"\n"


def read_entry(line: bytes, number: int) -> PackEntry:
    """number: of the line, from 1. Raises: PackInvalid."""
    where = f"{ROWS}, line {number}"
    if len(line) > MAX_ROW_BYTES or not line.endswith(b"\n"):
        raise PackInvalid(f"The pack's {where} is too long, or cut off.")
    try:
        entry = PackEntry.model_validate_json(line)
    except ValidationError as error:
        raise PackInvalid(f"The pack's {where} is not as it should be. {name_faults(error)}") from error
    if entry.id != make_reference_id(entry.sha256, entry.label):
        raise PackInvalid(f"The pack's {where} has an id that does not belong to its picture and label.")
    for new in entry.as_new():
        objection = find_objection(new)
        if objection is not None:
            raise PackInvalid(f"The pack's {where} cannot be a reference. {objection}")
    return entry


def _make_place(record: ProvenanceRecord) -> PackPlace:
    place = record.provenance
    return PackPlace(
        tier=record.tier,
        path=_without_folders(place.path),
        source=place.source,
        page_url=place.page_url,
        image_url=place.image_url,
        fetched_at=place.fetched_at,
        note=place.note,
        expires_at=record.expires_at,
    )


def _without_folders(path: str) -> str:
    """A path that leads out of the import's folder tells about somebody's machine: its last part is enough."""
    leads_out = PurePosixPath(path).is_absolute() or PureWindowsPath(path).drive or ".." in PurePosixPath(path).parts
    return PureWindowsPath(path).name if leads_out else path
