"""How much one title is like another when a machine has read one of them: letters leniently, numbers strictly."""

from app.catalogue.pieces import reach_of
from app.catalogue.tokens import numbers_in

# A title of fewer letters may only differ in a letter that readers mistake for another.
_LEAST_FOR_ANY_EDIT = 9
_MISTAKEN = (
    *("ij", "il", "it", "jl", "lt", "ft", "ef", "ce", "co", "cg", "do", "oq", "ou", "eo", "ao", "ae"),
    *("uv", "vy", "vw", "mw", "mn", "hn", "nr", "gq", "kx", "bh", "pr", "sz", "hb", "ti", "uy"),
)
_PAIRS = frozenset(frozenset(pair) for pair in _MISTAKEN)


def likeness_of(read: str, known: str) -> float:
    """0 for different titles, else above .75, and 1 for equal ones. Both as `tokens.join` gives them.

    Two neighbouring letters that changed places are one mistake.
    """
    if read == known:
        return 1.0
    if numbers_in(read) != numbers_in(known):
        return 0.0
    from rapidfuzz.distance import OSA

    reach = reach_of(len(known))
    edits = OSA.distance(read, known, score_cutoff=reach)
    if edits > reach:
        return 0.0
    if len(known) < _LEAST_FOR_ANY_EDIT and not is_mistakable(read, known):
        return 0.0
    return 1.0 - edits / len(known)


def is_mistakable(read: str, known: str) -> bool:
    """Whether one letter, and no more, stands where readers mistake it for the right one."""
    wrong = [frozenset(pair) for pair in zip(read, known, strict=False) if pair[0] != pair[1]]
    return len(read) == len(known) and len(wrong) == 1 and wrong[0] in _PAIRS


def resemblance(read: str, known: str) -> float:
    """0..1 for titles that are already thought to be the same: any number of edits, numbers strict."""
    if numbers_in(read) != numbers_in(known):
        return 0.0
    from rapidfuzz.distance import Levenshtein

    return float(Levenshtein.normalized_similarity(read, known))
