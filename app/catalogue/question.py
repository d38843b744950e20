"""One reading of a poster's words, with everything that the catalogue has for it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.catalogue.entry import Entry
from app.catalogue.likeness import resemblance
from app.catalogue.name_keys import Role, bare_forms
from app.catalogue.number_words import MISREAD_ROMAN, UNITS
from app.catalogue.readings import Reading, is_year
from app.catalogue.tokens import Token, join, tokenise
from app.catalogue.view import Hit, View

WHOLE_NAMES = (Role.WHOLE, Role.RAW, Role.BARE, Role.NUMBERED)
# A title among other words must make up so much of them, or be the one that the library's reference has.
_LEAST_SHARE = 0.5
# One word behind others may well be the end of another title.
_LEAST_SHARE_OF_A_WORD = 0.75
# Words this like the name of the reference that the picture shows mean that name.
_LIKE_REFERENCE = 0.72
# Longest title, in words, that is looked for among other words.
_MOST_WORDS = 12
# What the words fit less for, when an article has to be left out of them.
_BARE_FIT = 0.98


@dataclass(frozen=True, slots=True)
class Found:
    """Titles that some words name. likeness: of the words to the name, 0..1."""

    likeness: float
    keys: tuple[int, ...]


class Question:
    """known: the titles that the library's reference may stand for."""

    def __init__(self, view: View, reading: Reading, known: Sequence[Entry]) -> None:
        self.view, self.reading, self.known = view, reading, known
        self.tokens = reading.tokens
        self.known_keys = {entry.key for entry in known}
        self._size = sum(len(token.text) for token in self.tokens)
        self._hits = view.exact({form for place in self._places() for form in self._forms(*place)} | {reading.raw})

    def whole(self) -> list[Hit]:
        """Names that all the words together are."""
        hits = [*self.window(0, len(self.tokens)), *self._hits.get(self.reading.raw, ())]
        return [hit for hit in hits if hit.role in WHOLE_NAMES]

    def near_whole(self) -> list[Hit]:
        """The same, but for a few misread letters."""
        return self._near(self.reading.whole)

    def window(self, start: int, end: int) -> list[Hit]:
        """Names that the tokens [start, end) are."""
        text, *bare = self._forms(start, end)
        hits = list(self._hits.get(text, ()))
        for form in bare:
            hits += [replace(hit, likeness=hit.likeness * _BARE_FIT) for hit in self._hits.get(form, ())]
        return [hit for hit in hits if hit.role in WHOLE_NAMES]

    def series(self, start: int, end: int, number: int | None) -> list[Hit]:
        """Names with that number, or only with a subtitle (None), behind the tokens [start, end)."""
        hits = [hit for form in self._forms(start, end) for hit in self._hits.get(form, ())]
        return [hit for hit in hits if hit.role is Role.FAMILY and hit.number == number]

    def bases(self, i: int) -> Iterator[Found]:
        """What the words before token i name, the longest name first; all of them may be misread, not a part."""
        for start in range(i):
            hits = [*self.window(start, i), *self.series(start, i, 1)]
            found = self._found([hit for hit in hits if self.is_enough(hit.title_key, start, i, i + 1)])
            if found:
                yield found
            if start == 0 and not self.reading.guessed:
                yield from self._misread_bases(i)

    def like_known(self, text: str) -> Found | None:
        """The library's own title, when the words are a poor reading of it."""
        best, key = 0.0, -1
        for entry in self.known:
            forms = {form for name, _ in entry.names for form in bare_forms(tokenise(name))}
            forms |= {join(tokenise(name)) for name, _ in entry.names}
            likeness = max(resemblance(text, form) for form in forms)
            if likeness >= max(best, _LIKE_REFERENCE):
                best, key = likeness, entry.key
        return Found(best, (key,)) if best else None

    def share(self, start: int, end: int) -> float:
        """How much of the words the tokens [start, end) are, 0..1."""
        return sum(len(token.text) for token in self.tokens[start:end]) / self._size

    def is_enough(self, title_key: int, start: int, end: int, until: int | None = None) -> bool:
        """Whether a title that the tokens [start, end) name may be what all the words are about.

        until: where the number ends that belongs to it.
        """
        least = _LEAST_SHARE_OF_A_WORD if start and end - start == 1 else _LEAST_SHARE
        return self.share(start, until or end) >= least or title_key in self.known_keys

    def may_go_on(self, end: int) -> bool:
        """Whether what stands behind a name may belong to it: a number that is no year, say."""
        following, after = self._token(end), self._token(end + 1)
        if following is None:
            return False
        if "sequel" in (following.text, after.text if after is not None and following.text == "the" else ""):
            return True
        if following.number is None:
            counts = self.tokens[end - 1].number is not None and following.text in UNITS
            return counts or (following.text in MISREAD_ROMAN and after is None)
        return following.mark is not None or not is_year(following.number)

    def counts_something(self, i: int) -> bool:
        """Whether the number at i is part of a date, or of days and the like, rather than of a title."""
        following = self._token(i + 1)
        if self.tokens[i].mark is not None or following is None:
            return False
        return following.text in UNITS or (following.number is not None and following.mark is None)

    def _token(self, i: int) -> Token | None:
        return self.tokens[i] if i < len(self.tokens) else None

    def _places(self) -> Iterator[tuple[int, int]]:
        count = len(self.tokens)
        for start in range(count):
            for end in range(start + 1, min(start + _MOST_WORDS, count) + 1):
                yield start, end
        if count > _MOST_WORDS:
            yield 0, count

    def _forms(self, start: int, end: int) -> list[str]:
        """How a name of these tokens may be written: as it is first."""
        text = join(self.tokens[start:end])
        return [text, *sorted(bare_forms(self.tokens[start:end]) - {text, ""})]

    def _near(self, text: str) -> list[Hit]:
        return [hit for hit in self.view.near(text) if hit.role in WHOLE_NAMES]

    def _misread_bases(self, i: int) -> Iterator[Found]:
        text = join(self.tokens[:i])
        like = self.like_known(text)
        if like:
            yield like
        near = self._found([hit for hit in self._near(text) if self.is_enough(hit.title_key, 0, i, i + 1)])
        if near:
            yield near

    def _found(self, hits: Sequence[Hit]) -> Found | None:
        if not hits:
            return None
        best = max(hit.likeness for hit in hits)
        return Found(best, tuple(dict.fromkeys(hit.title_key for hit in hits if hit.likeness == best)))
