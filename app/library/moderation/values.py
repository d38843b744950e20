"""The values of moderation: a report, a decision, an entry of the log."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from app.model.fingerprint import PerceptualHash
from app.model.reference import Label, Tier

MAX_COMMENT = 1000


class ReportKind(StrEnum):
    """What somebody says of a check."""

    KNOWN_FAKE = "known_fake"
    WRONG_VERDICT = "wrong_verdict"


class ReportState(StrEnum):
    """What became of a report."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    FALSE_MATCH = "false_match"


class Action(StrEnum):
    """What a moderator did."""

    ACCEPT = "accept"
    REJECT = "reject"
    FALSE_MATCH = "false_match"
    SETTLE = "settle_conflict"
    ADD = "add_reference"
    CHANGE = "change_reference"
    REMOVE = "remove_reference"
    UNDO = "undo"


class Ruling(StrEnum):
    """What a moderator says of a picture that is listed as official and as a known fake."""

    OFFICIAL_IS_RIGHT = "official_is_right"
    FAKE_IS_RIGHT = "fake_is_right"
    BOTH_STAY = "both_stay"


@dataclass(frozen=True, slots=True)
class NewReport:
    """What is reported. report: a CheckReport as JSON. picture: its file, when the reporter leaves it; else None."""

    kind: ReportKind
    check_id: str
    sha256: str
    perceptual_hash: PerceptualHash
    report: str
    comment: str = ""
    picture: bytes | None = None


@dataclass(frozen=True, slots=True)
class UserReport:
    """A report as it is kept. picture_bytes: 0 when there is no picture. Times: ISO 8601, "" for not yet."""

    id: str
    key: int
    kind: ReportKind
    check_id: str
    sha256: str
    perceptual_hash: PerceptualHash
    report: str
    comment: str
    picture_bytes: int
    created_at: str
    state: ReportState
    decided_at: str
    decided_by: str


@dataclass(frozen=True, slots=True)
class ReportPage:
    """One page of reports. next_cursor: None on the last one. total: on all pages."""

    items: tuple[UserReport, ...]
    next_cursor: int | None
    total: int


@dataclass(frozen=True, slots=True)
class Acceptance:
    """As what a reported picture enters the library. page_url: where it is told to be a fake, or is published."""

    label: Label
    title: str = ""
    note: str = ""
    page_url: str = ""
    tier: Tier | None = None


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One line of the log. undoes, undone_by: ids of other entries. at: ISO 8601."""

    id: int
    at: str
    actor: str
    action: Action
    report_id: str | None = None
    reference_id: str | None = None
    details: Mapping[str, Any] = field(default_factory=dict)
    undoes: int | None = None
    undone_by: int | None = None

    @property
    def can_be_undone(self) -> bool:
        """A picture that was removed is gone, and taking back a taking back is a new decision."""
        return self.undone_by is None and self.action not in (Action.REMOVE, Action.UNDO)


@dataclass(frozen=True, slots=True)
class AuditPage:
    """Newest first. next_cursor: None on the last page."""

    items: tuple[AuditEntry, ...]
    next_cursor: int | None
