"""Under which strings the lines of a poster may stand for a name: as read, and with what readers lose put back."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.catalogue.fold import compact
from app.catalogue.name_keys import bare_forms
from app.catalogue.tokens import Token, join, tokenise
from app.text.line_runs import Run

# Words between the others, set so small on many posters that they are not read.
_SMALL_WORDS = (
    *("the", "a", "of", "and", "in", "to", "or", "for", "on", "at", "is", "as", "from", "with", "by"),
    *(
        "ofthe",
        "inthe",
        "andthe",
        "tothe",
        "onthe",
        "forthe",
        "fromthe",
        "atthe",
        "withthe",
        "bythe",
        "isthe",
        "likea",
        "ofa",
        "ina",
    ),
)
# Letters of one stroke, which are taken for ornament or swallowed by their neighbours; at most two are put back.
_THIN = "il"
# How many runs, the most prominent ones, get small words between their words; and between and into their words.
_BETWEEN, _INTO = 40, 6
# A name that is put together from a guess has so many letters at least; no title that is read has more than the second.
_LEAST_GUESSED, _MOST_GUESSED = 7, 40
# So many letters make it unlikely that the words with which a line begins or ends are a name by chance.
_LEAST_PART = 8
# "John Carpenter's" in a line of its own: what stands under it is the whole title, however short.
_MAKER = re.compile(r"(?!(?:the|a|an|my|our|your) )(?:[\w.&-]+ ){1,4}[\w.-]+['’`´]s", re.IGNORECASE)
# Bare numbers above this are ages (12, 15, 18) far more often than sequels.
_HIGHEST_BARE = 11
# How well a guess stands for what was read: less than the words in reading order, and those in another order.
_GUESSED_FIT, _REORDERED_FIT = 0.93, 0.96


@dataclass(frozen=True, slots=True)
class Spelling:
    """form: the string to look up. text: as it was read. fit: how well one stands for the other, 0..1.

    continued: the text goes on with a number behind the form. share: how much of the run's letters the text is.
    """

    text: str
    form: str
    fit: float = 1.0
    continued: bool = False
    share: float = 1.0


def spellings_of(run: Run, place: int) -> Iterator[Spelling]:
    """1. As read. 2. In other orders. 3. Without its maker's name above it, a number at the end, or the words before or
    behind a name in one line. 4. With small words. 5. With lost letters.

    place: of the run among the poster's, the most prominent one being 0.
    """
    # 1.
    tokens = tokenise(run.text)
    yield from (Spelling(run.text, form) for form in _forms(run.text, tokens))
    # 2.
    for text in run.other_orders():
        yield from (Spelling(text, form, _REORDERED_FIT) for form in _forms(text, tokenise(text)))
    # 3.
    if len(run.lines) > 1 and _MAKER.fullmatch(run.lines[0].text):
        text = " ".join(line.text for line in run.lines[1:])
        yield from (Spelling(text, form) for form in _forms(text, tokenise(text)))
    if _goes_on_with_a_number(run, tokens):
        yield from (Spelling(run.text, form, continued=True) for form in {join(tokens[:-1]), *bare_forms(tokens[:-1])})
    if len(run.lines) == 1:
        yield from _parts(run.text, tokens)
    # 4.
    whole = join(tokens)
    if not _LEAST_GUESSED <= len(whole) <= _MOST_GUESSED:
        return
    guesses: list[str] = []
    if place < _BETWEEN:
        guesses += (join(tokens[:i]) + word + join(tokens[i:]) for i in range(1, len(tokens)) for word in _SMALL_WORDS)
    # 5.
    if place < _INTO:
        guesses += (whole[:i] + word + whole[i:] for i in range(1, len(whole)) for word in _SMALL_WORDS)
        guesses += _with_thin_letters(whole)
    yield from (Spelling(run.text, form, _GUESSED_FIT) for form in guesses)


def _forms(text: str, tokens: Sequence[Token]) -> set[str]:
    return {join(tokens), compact(text), *bare_forms(tokens)} - {""}


def _goes_on_with_a_number(run: Run, tokens: Sequence[Token]) -> bool:
    """Behind words of its line: what a number on a line of its own means depends on where it stands (`Claim`)."""
    last = tokens[-1]
    if last.number is None or len(tokenise(run.lines[-1].text)) < 2:
        return False
    return last.mark is not None or 1 < last.number <= _HIGHEST_BARE


def _parts(text: str, tokens: Sequence[Token]) -> Iterator[Spelling]:
    """How a line begins and ends; a name that a number follows could be another title's."""
    words = text.split()
    letters = len(join(tokens))
    for i in range(1, len(words)):
        begins, ends = " ".join(words[:i]), " ".join(words[i:])
        goes_on = tokenise(ends)[:1]
        for part in (ends,) if not goes_on or goes_on[0].number is not None else (begins, ends):
            form = join(tokenise(part))
            if len(form) >= _LEAST_PART:
                yield Spelling(part, form, share=len(form) / letters)


def _with_thin_letters(whole: str) -> Iterator[str]:
    """With one more "i" or "l", or two of the same."""
    for letter in _THIN:
        for i in range(len(whole) + 1):
            once = whole[:i] + letter + whole[i:]
            yield once
            for j in range(i + 2, len(once)):
                yield once[:j] + letter + once[j:]
