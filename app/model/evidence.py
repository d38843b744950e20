"""One finding that speaks for official, for fan-made, or for neither, and the sum of them."""

from dataclasses import dataclass, field
from enum import StrEnum

from app.model.geometry import Box
from app.model.report import Relation, VerdictLabel


class Direction(StrEnum):
    """Which way a finding points."""

    OFFICIAL = "likely_official"
    FAN_MADE = "likely_fan_made"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A finding.

    code: names the check's finding; sentences and weights are looked up by it. strength: 0..1, how fully the finding
    holds; the code's weight is multiplied by it. facts: the blanks of the sentence. region: in submitted pixels.
    """

    code: str
    direction: Direction
    strength: float = 1.0
    facts: dict[str, str] = field(default_factory=dict)
    reference_id: str | None = None
    region: Box | None = None


@dataclass(frozen=True, slots=True)
class WeighedEvidence:
    """A finding and its weight in log-odds, never negative; the finding's direction says which way."""

    evidence: Evidence
    weight: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer. probability_official, confidence: 0..1. evidence: heaviest first."""

    label: VerdictLabel
    relation: Relation
    probability_official: float
    confidence: float
    conclusive: bool
    evidence: tuple[WeighedEvidence, ...]
