"""What a reader wants to know of a whole row at once: which of four ways it ended."""

from collections.abc import Mapping
from enum import StrEnum

from app.model.report import CheckReport, SkippedInput, VerdictLabel

Item = CheckReport | SkippedInput


class Outcome(StrEnum):
    """How one picture ended; a verdict that is not conclusive counts as neither official nor fan-made."""

    OFFICIAL = "likely_official"
    FAN_MADE = "likely_fan_made"
    NOT_CONCLUSIVE = "not_conclusive"
    SKIPPED = "skipped"


OUTCOME_WORDS: Mapping[Outcome, str] = {
    Outcome.OFFICIAL: "likely official",
    Outcome.FAN_MADE: "likely fan-made",
    Outcome.NOT_CONCLUSIVE: "not conclusive",
    Outcome.SKIPPED: "not checked",
}

VERDICT_WORDS: Mapping[VerdictLabel, str] = {
    VerdictLabel.LIKELY_OFFICIAL: "likely official",
    VerdictLabel.LIKELY_FAN_MADE: "likely fan-made",
}


def outcome_of(item: Item) -> Outcome:
    """Which of the four ways `item` ended."""
    if isinstance(item, SkippedInput):
        return Outcome.SKIPPED
    return outcome_from(item.verdict, conclusive=item.conclusive)


def outcome_from(verdict: str, *, conclusive: bool) -> Outcome:
    """The outcome of a verdict. Raises ValueError for a word that is no verdict."""
    label = VerdictLabel(verdict)
    if not conclusive:
        return Outcome.NOT_CONCLUSIVE
    return Outcome.OFFICIAL if label is VerdictLabel.LIKELY_OFFICIAL else Outcome.FAN_MADE
