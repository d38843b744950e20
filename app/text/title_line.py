"""Which lines of a poster are its title."""

from collections.abc import Sequence

from app.model.geometry import surround
from app.model.words import Claim, ClaimKind, TextLine
from app.text.folding import fold, key
from app.text.letters import letter_height
from app.text.lines import order_rows

# What a line says as a whole, and a title never does.
_NEVER = frozenset({ClaimKind.CREDITS, ClaimKind.HANDLE, ClaimKind.FAN_MADE, ClaimKind.TEASER, ClaimKind.NETWORK})
_LABELS = frozenset({"THECRITERIONCOLLECTION", "THECRITERION", "CRITERION", "COLLECTION", "BLURAY", "DVD", "VIDEO"})
_NEVER_SMALL = frozenset({"FILM", "BY", "STARRING", "DIRECTOR", "PRODUCER", "WINNER", "YOUR", "YOU", "IS"})
# Between and before the larger words of a title.
_SMALL_WORDS = frozenset(
    {"THE", "A", "AN", "OF", "AND", "&", "IN", "ON", "AT", "TO", "FOR", "WITH", "FROM", "VS", "VS.", "LE", "LA", "LES"}
    | {"EL", "LOS", "LAS", "DE", "DU", "DEL", "DER", "DIE", "DAS", "ET", "UND", "Y", "E", "IL", "UN", "UNE", "UNA"}
)
# Smaller lines that are still a title's: "INVASION OF THE" above BODY SNATCHERS, "ON 42ND STREET" below VANYA. They are
# very near, and unlike names they hold a small word.
_SMALL_TALL, _SMALL_NEAR, _SMALL_LONG = 0.2, 0.3, 24
# A line goes with the most prominent one when its letters are so tall against that one's, and it is so near to it, in
# heights of the taller one.
_LEAST_TALL, _MOST_TALL, _NEAR = 0.45, 2.2, 0.9
# A line of smaller letters than this is no part of it when it is as long as a sentence.
_LIKE = 0.8
_SMALLEST, _MARK_NEAR = 0.12, 1.6
# A longer line counts more than a shorter one of the same height, but much less than in proportion.
_LENGTH = 0.35


def choose_title(lines: Sequence[TextLine], claims: Sequence[Claim]) -> tuple[TextLine, ...]:
    """The lines of the title in reading order, its sequel mark among them; none when no line stands out.

    lines: those read well. claims: what they say.
    """
    never = {claim.box for claim in claims if claim.kind in _NEVER}
    marks = {claim.box for claim in claims if claim.kind is ClaimKind.SEQUEL}
    dates = {claim.box for claim in claims if claim.kind in (ClaimKind.DATE, ClaimKind.SEASON)}
    able = [line for line in lines if line.box not in never and key(line.text) not in _LABELS]
    leads = [line for line in able if line.box not in dates and len(key(line.text)) > 1] or [
        line for line in able if len(key(line.text)) > 1
    ]
    if not leads:
        return ()
    lead = max(leads, key=_weight)
    chosen = [lead]
    height = letter_height(lead)
    waiting = [line for line in able if line is not lead and line.box not in dates]
    while True:
        joining = [line for line in waiting if _joins(line, chosen, height, is_mark=line.box in marks)]
        if not joining:
            break
        chosen += joining
        waiting = [line for line in waiting if not any(line is other for other in joining)]
    order = order_rows([line.box for line in chosen])
    return tuple(chosen[i] for i in order)


def _weight(line: TextLine) -> float:
    return letter_height(line) * float(len(key(line.text)) ** _LENGTH) * line.score


def _joins(line: TextLine, chosen: Sequence[TextLine], height: float, *, is_mark: bool) -> bool:
    share = letter_height(line) / height
    if is_mark:
        return share >= _SMALLEST and any(line.box.gap(other.box) <= _MARK_NEAR * height for other in chosen)
    if fold(line.text).strip() in _SMALL_WORDS:
        return share >= _SMALLEST and any(line.box.gap(other.box) <= _NEAR * height / 2 for other in chosen)
    if share < _LEAST_TALL:
        return share >= _SMALL_TALL and _belongs(line, chosen, height)
    if share < _LIKE and len(line.text) > _SMALL_LONG:
        return False
    near = any(line.box.gap(other.box) <= _NEAR * height * min(1.0, share) for other in chosen)
    return near and share <= _MOST_TALL


def _belongs(line: TextLine, chosen: Sequence[TextLine], height: float) -> bool:
    """Whether a smaller line is a part of the title rather than a name or a sentence near it."""
    words = fold(line.text).split()
    whole = surround([other.box for other in chosen])
    inside = line.box.shared_width(whole)
    if len(line.text) > _SMALL_LONG or inside < 0.7 * line.box.width or line.text[-1] in ".!?":
        return False
    if not any(word in _SMALL_WORDS for word in words) or any(word in _NEVER_SMALL for word in words):
        return False
    return any(line.box.gap(other.box) <= _SMALL_NEAR * height for other in chosen)
