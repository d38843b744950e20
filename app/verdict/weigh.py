"""Adds the evidence up: log-odds to a probability, and whether there is enough of it to act on."""

import math
from collections.abc import Sequence

from app.errors import PostercheckError
from app.model.evidence import Direction, Evidence, Verdict, WeighedEvidence
from app.model.report import Relation, VerdictLabel
from app.verdict.weights import CONCLUSIVE_LOG_ODDS, INCONCLUSIVE_RELATIONS, MOST_LOG_ODDS, PRIOR, SETTLING, WEIGHTS


def weigh(evidence: Sequence[Evidence], relation: Relation) -> Verdict:
    """Sum the weights. Raises PostercheckError for an empty list or an unknown code: an answer needs a reason."""
    if not evidence:
        raise PostercheckError("No check had anything to say of this picture, which must not happen.")
    weighed = [WeighedEvidence(item, _weight(item)) for item in evidence]
    total = PRIOR + sum(_signed(item) for item in weighed)
    total = min(MOST_LOG_ODDS, max(-MOST_LOG_ODDS, total))
    official = 1 / (1 + math.exp(-total))
    label = VerdictLabel.LIKELY_OFFICIAL if official > 0.5 else VerdictLabel.LIKELY_FAN_MADE
    settled = any(item.weight > 0 and item.evidence.code in SETTLING for item in weighed)
    conclusive = abs(total) >= CONCLUSIVE_LOG_ODDS and (settled or relation not in INCONCLUSIVE_RELATIONS)
    heaviest_first = sorted(weighed, key=lambda item: -item.weight)
    return Verdict(label, relation, official, max(official, 1 - official), conclusive, tuple(heaviest_first))


def _weight(evidence: Evidence) -> float:
    if evidence.code not in WEIGHTS:
        raise PostercheckError(f"There is no weight for the evidence {evidence.code!r}.")
    return 0.0 if evidence.direction is Direction.NEITHER else WEIGHTS[evidence.code] * evidence.strength


def _signed(item: WeighedEvidence) -> float:
    return item.weight if item.evidence.direction is Direction.OFFICIAL else -item.weight
