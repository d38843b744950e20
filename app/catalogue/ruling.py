"""What the catalogue says of a title that a poster claims: the whole name first, then a known name with a number."""

from collections.abc import Callable, Iterable, Sequence

from app.catalogue.continuation import RULING_OF, Judgement, judge
from app.catalogue.entry import Entry
from app.catalogue.fold import compact
from app.catalogue.listed_names import read_listed_name
from app.catalogue.name_keys import HIGHEST_SEQUEL, bare_forms
from app.catalogue.number_words import Mark
from app.catalogue.question import WHOLE_NAMES, Found, Question
from app.catalogue.readings import LONGEST_TEXT, readings_of
from app.catalogue.tokens import Token, join, tokenise
from app.catalogue.view import Hit, View
from app.model.title import Ruling, TitleKind, TitleRuling, TitleStatus

REAL = frozenset({Ruling.EXISTS, Ruling.ANNOUNCED, Ruling.RUMOURED})
# Best for the poster first: where names leave a choice, nothing is held against it.
_LENIENT = (
    *(Ruling.EXISTS, Ruling.ANNOUNCED, Ruling.RUMOURED, Ruling.NOT_ANNOUNCED),
    *(Ruling.UNKNOWN, Ruling.NOT_LISTED, Ruling.NO_SUCH_SEASON),
)
_Step = Callable[[Question], TitleRuling | None]


def rule_text(view: View, text: str, known_title: str = "") -> TitleRuling | None:
    """1. The ways to read it. 2. Each on its own. 3. The first that names something real, or else says anything.

    None when there is nothing to read.
    """
    # 1.
    readings = readings_of(text)
    if not readings:
        return None
    known = find_known(view, known_title)
    found: list[TitleRuling] = []
    for reading in readings:
        # 2.
        question = Question(view, reading, known)
        steps = _GUESSED_STEPS if reading.guessed else _STEPS
        answer = next((answer for step in steps if (answer := step(question)) is not None), None)
        # 3.
        if answer is not None and answer.ruling in REAL:
            return answer
        if answer is not None:
            found.append(answer)
    telling = [answer for answer in found if answer.ruling is not Ruling.UNKNOWN]
    unknown = TitleRuling(Ruling.UNKNOWN, tidy(text), None, 0.0, "", view.newest())
    return (telling or found or [unknown])[0]


def find_known(view: View, known_title: str) -> list[Entry]:
    """The titles that a library's title may stand for; those of its year where it tells one."""
    if not known_title.strip():
        return []
    listed = read_listed_name(known_title[:LONGEST_TEXT])
    hits: list[Hit] = []
    for name in (listed.title, *listed.others):
        tokens = tokenise(name)
        texts = {join(tokens), compact(name), *bare_forms(tokens)} - {""}
        hits += [hit for found in view.exact(texts).values() for hit in found if hit.role in WHOLE_NAMES]
    entries = view.entries(hit.title_key for hit in hits)
    of_its_year = [entry for entry in entries if entry.year == listed.year]
    return of_its_year if listed.year and of_its_year else entries


def tidy(text: str) -> str:
    """One line; words in capitals become words with capitals."""
    words = text[:LONGEST_TEXT].split()
    if any(word != word.upper() for word in words):
        return " ".join(words)
    return " ".join(word[:1] + word[1:].lower() for word in words)


def _is_whole_name(question: Question) -> TitleRuling | None:
    return _best_named(question, question.whole())


def _is_misread_name(question: Question) -> TitleRuling | None:
    return _best_named(question, question.near_whole())


def _is_name_and_number(question: Question) -> TitleRuling | None:
    """A number behind a known name; of several numbers the last such one, of several names the longest."""
    tokens = question.tokens
    if question.known and _is_only_number(question):
        return _judge_all(question, Found(1.0, tuple(question.known_keys)), 0)
    for i in range(len(tokens) - 1, 0, -1):
        if not _is_sequel_number(tokens[i]) or question.counts_something(i):
            continue
        found = next(question.bases(i), None)
        if found is not None:
            return _judge_all(question, found, i)
    return None


def _is_only_number(question: Question) -> bool:
    """ "2", "PART TWO", "SEASON 3 PART 1"; no date."""
    tokens = question.tokens
    marked = all(token.mark is not None for token in tokens)
    return (marked or len(tokens) == 1) and _is_sequel_number(tokens[0])


def _is_sequel_number(token: Token) -> bool:
    if token.number is None:
        return False
    return token.mark is not None or 0 < token.number <= HIGHEST_SEQUEL


def _is_like_reference(question: Question) -> TitleRuling | None:
    """A poor reading of the title of the artwork that the poster shows."""
    found = question.like_known(question.reading.whole)
    if found is None:
        return None
    return _answer_for(question, question.view.entries(found.keys)[0], found.likeness)


def _has_name_in_it(question: Question) -> TitleRuling | None:
    """A known name among other words; not one that a number follows, which could be another title's."""
    count = len(question.tokens)
    for length in range(count - 1, 0, -1):
        for start in range(count - length + 1):
            end = start + length
            hits = [hit for hit in question.window(start, end) if question.is_enough(hit.title_key, start, end)]
            if hits and not question.may_go_on(end):
                return _best_named(question, hits, question.share(start, end))
    return None


def _is_name_without_subtitle(question: Question) -> TitleRuling | None:
    return _best_named(question, question.series(0, len(question.tokens), None))


_STEPS: tuple[_Step, ...] = (
    _is_whole_name,
    _is_misread_name,
    _is_name_and_number,
    _is_like_reference,
    _has_name_in_it,
    _is_name_without_subtitle,
)
_GUESSED_STEPS: tuple[_Step, ...] = (_is_whole_name, _is_name_and_number)


def _best_named(question: Question, hits: Sequence[Hit], share: float = 1.0) -> TitleRuling | None:
    """The best of the titles that go by a name; a season is never a film's number."""
    if any(token.mark is Mark.SEASON for token in question.tokens):
        named = question.view.entries(hit.title_key for hit in hits)
        series = {entry.key for entry in named if entry.kind is TitleKind.SERIES}
        hits = [hit for hit in hits if hit.title_key in series]
    if not hits:
        return None
    best = max(hit.likeness for hit in hits)
    entry = _first(question, (hit.title_key for hit in hits if hit.likeness == best))
    assert entry is not None
    return _answer_for(question, entry, best * share)


def _answer_for(question: Question, entry: Entry, likeness: float) -> TitleRuling:
    rests_on = _continued_by(question, entry) if entry.status is TitleStatus.NOT_ANNOUNCED else entry
    origin = entry.status_origin
    return TitleRuling(RULING_OF[entry.status], entry.title, rests_on.as_title(), likeness, origin.source, origin.as_of)


def _continued_by(question: Question, denied: Entry) -> Entry:
    """What a title that is not announced would continue."""
    tokens = tokenise(denied.title)
    places = [i for i, token in enumerate(tokens) if i and token.number is not None]
    if not places:
        return denied
    hits = question.view.exact({join(tokens[: places[0]])}).values()
    first = _first(question, (hit.title_key for found in hits for hit in found if hit.role in WHOLE_NAMES))
    return first or denied


def _first(question: Question, keys: Iterable[int]) -> Entry | None:
    """The library's own title, else the year that was read, else the most real, else the newest."""

    def rank(entry: Entry) -> tuple[bool, bool, int, int]:
        other_year = question.reading.year is not None and entry.year != question.reading.year
        status = list(RULING_OF).index(entry.status)
        return entry.key not in question.known_keys, other_year, status, -(entry.year or 0)

    return min(question.view.entries(keys), key=rank, default=None)


def _judge_all(question: Question, found: Found, i: int) -> TitleRuling:
    """The answer that is best for the poster, of all titles that go by the name."""
    entries = question.view.entries(found.keys)
    if question.tokens[i].mark is Mark.SEASON:
        entries = [entry for entry in entries if entry.kind is TitleKind.SERIES] or entries
    entries.sort(key=lambda entry: (entry.key not in question.known_keys, -(entry.year or 0)))
    judged = [judge(question.view, entry, question.tokens[i]) for entry in entries]
    best: Judgement = min(judged, key=lambda one: _LENIENT.index(one.ruling))
    origin = best.origin
    return TitleRuling(best.ruling, best.claimed, best.entry.as_title(), found.likeness, origin.source, origin.as_of)
