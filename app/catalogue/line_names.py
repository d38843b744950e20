"""Finds the known name that some lines of a poster are, whichever lines that are."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from app.catalogue.fold import compact
from app.catalogue.line_spellings import Spelling, spellings_of
from app.catalogue.name_keys import Role, without_article
from app.catalogue.question import WHOLE_NAMES
from app.catalogue.tokens import join, tokenise
from app.catalogue.view import Hit, View
from app.model.words import TextLine
from app.text.line_runs import Run, runs_of

# So many runs, the most prominent ones, are asked for in spite of misread letters: each costs about a millisecond.
_NEAR_RUNS = 16
# Shorter names must be read exactly; longer texts are no titles.
_LEAST_NEAR, _MOST_NEAR = 7, 70
# A match is worth the weight of its lines times its likeness to this power, so that longer names win over a part of
# them, but a poor likeness loses to a good one.
_LIKENESS_POWER = 3.0
# Chosen on 244 titled posters beside 59,000 names of films, where each of these kept out wrong names and cost less than
# one right one in fifty (benchmarks/title_names.py, split tune, 2026-11-25): how tall a name's letters must be against
# the poster's tallest, the same for a long name that stands alone, and from how many letters a name counts as long.
_LEAST_TALL, _LEAST_TALL_LONG, _LONG = 0.6, 0.35, 9
# Names of fewer letters are emblems; only the title line as a whole may be one.
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class NamedRun:
    """Lines that are a known name.

    spelling: how its lines were taken. likeness: of its text and the name, 0..1. worth: how much of the poster's
    lettering the name explains.
    """

    run: Run
    spelling: Spelling
    hit: Hit
    likeness: float
    worth: float


def find_named_run(view: View, lines: Sequence[TextLine], known: AbstractSet[int]) -> NamedRun | None:
    """The known name that explains most of the lettering; None when no run is surely one.

    known: keys of the titles of which the library's reference may be; their names count wherever they stand.
    """
    runs = runs_of(lines)
    found = [*_exact(view, runs), *_near(view, runs)]
    credible = [named for named in found if named.hit.title_key in known or _is_credible(named)]
    return max(credible, key=lambda named: (named.worth, -named.hit.role), default=None)


def _exact(view: View, runs: Sequence[Run]) -> Iterable[NamedRun]:
    asked: dict[str, list[tuple[Run, Spelling]]] = {}
    for place, run in enumerate(runs):
        for spelling in spellings_of(run, place):
            asked.setdefault(spelling.form, []).append((run, spelling))
    for form, hits in view.exact(asked).items():
        for hit in filter(_is_name, hits):
            for run, spelling in asked[form]:
                if not spelling.continued or (hit.role in WHOLE_NAMES and run.tall >= 1):
                    yield _named(run, spelling, hit)


def _near(view: View, runs: Sequence[Run]) -> Iterable[NamedRun]:
    able = [run for run in runs if _LEAST_NEAR <= len(compact(run.text)) <= _MOST_NEAR]
    for run in able[:_NEAR_RUNS]:
        text = join(tokenise(run.text))
        for hit in filter(_is_name, view.near(text)):
            yield _named(run, Spelling(run.text, text), hit)


def _is_name(hit: Hit) -> bool:
    return hit.role in WHOLE_NAMES or (hit.role is Role.FAMILY and hit.number is None)


def _named(run: Run, spelling: Spelling, hit: Hit) -> NamedRun:
    likeness = hit.likeness * spelling.fit
    worth = run.weight * spelling.share * likeness**_LIKENESS_POWER
    return NamedRun(run, spelling, hit, likeness, worth)


def _is_credible(named: NamedRun) -> bool:
    """Whether the name is no chance: one short word that stands beside others in like letters often is."""
    run, tokens = named.run, without_article(tokenise(named.spelling.text))
    is_whole = run.whole and named.spelling.share == 1
    letters = len(join(tokens))
    is_long = letters >= _LONG
    if letters < _FEWEST or all(token.number is not None for token in tokens):
        return False
    if len(tokens) == 1:
        return run.tall >= _LEAST_TALL and (is_whole or is_long)
    return run.tall >= (_LEAST_TALL_LONG if is_whole and is_long else _LEAST_TALL)
