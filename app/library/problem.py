"""Something in a library that is not as it should be."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LibraryProblem:
    """reference_id or path says where. fixed: it was mended, and is so no more. remark: good to know, and not wrong.

    code, from verifying: database_damaged, picture_missing, picture_damaged (these three cannot be mended here),
    rendition_missing, rendition_damaged, fingerprint_missing, fingerprint_damaged, fingerprint_outdated, orphan_file,
    temporary_file, expired, label_conflict (for a moderator to settle); from rebuilding: not_measured,
    not_measurable; doubts, for a moderator too: provenance_doubtful, near_duplicate (a remark).
    """

    code: str
    reference_id: str | None
    path: str | None
    text: str
    fixed: bool
    remark: bool = False
