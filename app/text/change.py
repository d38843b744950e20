"""How the words of one place differ between the reference and the submitted picture."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from app.model.words import ChangedWords, Claim, ClaimKind, TextLine, WordsChange
from app.text.claims.find_claims import find_claims
from app.text.claims.sequel_number import counts_something
from app.text.folding import fold, key
from app.text.lines import READ_SCORE
from app.text.numbers import INITIALS, ROMAN, number_of

# Likeness (rapidfuzz ratio, 0..100) from which two readings are of the same words: one letter in seven may be misread.
_ALIKE = 85.0
# A line of so many letters or more, read so surely, is new when hardly any of it is found among the old words: beside a
# long line that stayed, a short one more leaves the two readings alike.
_NEW_LETTERS, _NEW_SURE, _UNLIKE = 5, 0.8, 60.0
# So alike (rapidfuzz partial ratio, 0..100) to what was there before, a name is that one, read better now.
_WAS_THERE = 75.0
# Fewer letters than this are too few to be found inside others.
_FEW = 3
# A number that only the submitted picture shows, in a line of so few signs and read so surely, is its own claim.
_SHORT, _SURE, _MOST = 40, 0.7, 11
_BARE = re.compile(r"(?<![\w.,:/%$£€#+<\"-])(?:[1-9]\d?|[IVX]{2,4})(?![\w%/+]|[.,:]\d)")


def compare_words(before: Sequence[TextLine], after: Sequence[TextLine]) -> ChangedWords:
    """Compare the lines of one place: before in the reference, after in the submitted picture.

    Misread letters, spaces, accents and case make no difference; numbers do. Lines hardly legible count as not read.
    """
    old, new = _read(before), _read(after)
    old_words, new_words = " ".join(line.text for line in old), " ".join(line.text for line in new)
    change = _change(old_words, new_words)
    if change is WordsChange.SAME and any(_is_new(line, key(old_words)) for line in new):
        change = WordsChange.ADDED
    if change in (WordsChange.NONE_READ, WordsChange.SAME, WordsChange.REMOVED):
        return ChangedWords(change, old_words, new_words, ())
    sureness = min(line.score for line in new)
    return ChangedWords(change, old_words, new_words, tuple(_added(old, new)), sureness=sureness)


def _read(lines: Sequence[TextLine]) -> list[TextLine]:
    return [line for line in lines if line.score >= READ_SCORE and key(line.text)]


def _change(before: str, after: str) -> WordsChange:
    old, new = key(before), key(after)
    if not old or not new:
        if not old and not new:
            return WordsChange.NONE_READ
        return WordsChange.REMOVED if old else WordsChange.ADDED
    more, fewer = _numbers(after) - _numbers(before), _numbers(before) - _numbers(after)
    if not more and not fewer and fuzz.ratio(old, new) >= _ALIKE:
        return WordsChange.SAME
    if not fewer and len(new) > len(old) and _holds(new, old):
        return WordsChange.ADDED
    if not more and len(old) > len(new) and _holds(old, new):
        return WordsChange.REMOVED
    return WordsChange.REPLACED


def _is_new(line: TextLine, old: str) -> bool:
    letters = key(line.text)
    return len(letters) >= _NEW_LETTERS and line.score >= _NEW_SURE and fuzz.partial_ratio(letters, old) < _UNLIKE


def _holds(longer: str, shorter: str) -> bool:
    if len(shorter) < _FEW:
        return shorter in longer
    return fuzz.partial_ratio(shorter, longer) >= _ALIKE


def _numbers(text: str) -> Counter[int]:
    """Figures and Roman figures of a text; a figure glued to a word counts too."""
    folded = fold(text)
    values = [int(figure) for figure in re.findall(r"\d{1,9}", folded)]
    values += [ROMAN[word] for word in re.findall(r"[A-Z]+", folded) if word in ROMAN and word not in INITIALS]
    return Counter(values)


def _added(before: Sequence[TextLine], after: Sequence[TextLine]) -> Iterator[Claim]:
    words = " ".join(line.text for line in before)
    old, letters = _numbers(words), key(words)
    known, claims = find_claims(before), find_claims(after)
    # A studio's name in a line of its own is one; so is one that was set before words that were there.
    signed = (claim for claim in find_claims(_new_parts(after, letters)) if claim.kind is ClaimKind.NETWORK)
    claims += tuple(claim for claim in signed if not any(_same(claim, other) for other in claims))
    for claim in claims:
        # A number that was there before claims nothing new, whatever stands beside it now.
        again = claim.kind is ClaimKind.SEQUEL and claim.number is not None and old[claim.number] > 0
        if claim.kind is ClaimKind.NETWORK:
            # A claim is a line; words that stood there before may be in it.
            name = key(_new_part(claim.text, letters))
            again = not name or (len(letters) >= _FEW and fuzz.partial_ratio(name, letters) >= _WAS_THERE)
        elif claim.number is None:
            said = key(claim.text)
            again = len(said) <= len(letters) and _numbers(claim.text) <= old and _holds(letters, said)
        if not again and not any(_same(claim, other) for other in known):
            yield claim
    # A number beside other words, "2 CLIENT", is a name to the finders; that it is new tells otherwise.
    told = Counter(claim.number for claim in claims if claim.number is not None)
    dated = {claim.box for claim in claims if claim.kind in (ClaimKind.DATE, ClaimKind.CREDITS)}
    left = _numbers(" ".join(line.text for line in after)) - old
    for line in after:
        if line.box in dated or line.score < _SURE or len(line.text) > _SHORT:
            continue
        folded = fold(line.text)
        for found in _BARE.finditer(folded):
            value = number_of(found[0])
            if value is None or not 2 <= value <= _MOST or left[value] <= told[value]:
                continue
            left[value] -= 1
            if not counts_something(folded[: found.start()], folded[found.end() :]):
                yield Claim(ClaimKind.SEQUEL, found[0], value, line.box)


def _new_parts(lines: Sequence[TextLine], old: str) -> list[TextLine]:
    """Lines without their words that are among the old letters; only those that keep some, and not all."""
    parts = ((line, _new_part(line.text, old)) for line in lines)
    return [replace(line, text=kept) for line, kept in parts if kept and kept != line.text]


def _new_part(text: str, old: str) -> str:
    """The words of a text that are not among the old letters."""
    return " ".join(word for word in text.split() if key(word) not in old)


def _same(one: Claim, other: Claim) -> bool:
    if one.kind is not other.kind or one.number != other.number:
        return False
    # As many figures, but others, are another date; fewer are one that something lies on.
    figures, others = (re.sub(r"\D", "", fold(claim.text)) for claim in (one, other))
    if len(figures) == len(others) and figures != others:
        return False
    return one.number is not None or fuzz.ratio(key(one.text), key(other.text)) >= _ALIKE
