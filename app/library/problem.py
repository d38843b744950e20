"""Something in a library that is not as it should be."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LibraryProblem:
    """reference_id or path says where. fixed: it was mended, and is so no more.

    code, from verifying: database_damaged, picture_missing, picture_damaged (these three cannot be mended here),
    rendition_missing, rendition_damaged, fingerprint_missing, fingerprint_damaged, fingerprint_outdated, orphan_file,
    temporary_file; from rebuilding: not_measured.
    """

    code: str
    reference_id: str | None
    path: str | None
    text: str
    fixed: bool
