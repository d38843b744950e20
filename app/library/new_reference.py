"""A picture that is to become a reference, and what must be true of it."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from app.model.reference import Kind, Label, Provenance, Tier


@dataclass(frozen=True, slots=True)
class NewReference:
    """A picture to be added, and what is known of it.

    picture: a file, or the bytes of one. tier: None gives K to a known fake, and leaves an official picture's source
    unknown. provenance.path: when empty, the picture's path takes its place. line: where it stands in its manifest.
    expires_at: until when its licence lets it be kept, ISO 8601; "": for good.
    """

    picture: Path | bytes
    label: Label
    title: str = ""
    title_id: str = ""
    kind: Kind = Kind.POSTER
    language: str = ""
    tier: Tier | None = None
    provenance: Provenance = field(default_factory=Provenance)
    line: int | None = None
    expires_at: str = ""

    @property
    def path(self) -> str:
        """The path to tell people about; "" for bytes without one."""
        if self.provenance.path or isinstance(self.picture, bytes):
            return self.provenance.path
        return str(self.picture)


def find_objection(new: NewReference) -> str | None:
    """Why this cannot be a reference, as a sentence; None when all is well."""
    if new.tier is Tier.K and new.label is Label.OFFICIAL:
        return "Tier K is for known fakes; an official picture has tier A, B, C, F or none."
    # They become links on a page; anything but http could run a script there.
    for name, address in (("page_url", new.provenance.page_url), ("image_url", new.provenance.image_url)):
        if address and not _is_web_address(address):
            return f"{name} is {address!r}, which is not an address that starts with http:// or https://."
    for name, time in (("fetched_at", new.provenance.fetched_at), ("expires_at", new.expires_at)):
        if time and not _is_iso_time(time):
            return f"{name} is {time!r}, which is not a time as in 2026-11-23T10:00:00Z."
    return None


def _is_web_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def _is_iso_time(value: str) -> bool:
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True
