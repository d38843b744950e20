"""What the catalogue says of all the words of a poster: its title, and what stands on other lines."""

import itertools
from collections.abc import Iterator

from app.catalogue.fold import compact
from app.catalogue.name_keys import bare_forms
from app.catalogue.number_words import Mark
from app.catalogue.question import WHOLE_NAMES
from app.catalogue.ruling import REAL, find_known, rule_text
from app.catalogue.tokens import join, tokenise
from app.catalogue.view import View
from app.model.title import Ruling, TitleRuling
from app.model.words import Claim, ClaimKind, PosterWords, TextLine

_MARK_OF = {ClaimKind.SEASON: "season", ClaimKind.SEQUEL: "part"}
# Where the title line is not the title, so many of the tallest lines are tried; a shorter name on one may be chance.
_MOST_LINES, _LEAST_LETTERS = 10, 5


def rule_words(view: View, words: PosterWords, known_title: str) -> TitleRuling | None:
    """1. The title. 2. If that is no known one: a line that is. 3. A part or season that stands elsewhere.

    None when no title was read.
    """
    # 1.
    title = words.title.strip() or (known_title if any(_with_marks("", words.claims)) else "")
    answer = rule_text(view, title, known_title)
    # 2.
    if answer is None or answer.ruling is Ruling.UNKNOWN:
        by_line = _rule_lines(view, words, known_title)
        title, answer = by_line or (title, answer)
    if answer is None or answer.ruling not in REAL:
        return answer
    # 3.
    for text in _with_marks(title, words.claims):
        claimed = rule_text(view, text, known_title)
        if claimed is not None and claimed.ruling is not Ruling.UNKNOWN:
            answer = claimed
            if claimed.ruling not in REAL:
                break
    return answer


def _rule_lines(view: View, words: PosterWords, known_title: str) -> tuple[str, TitleRuling] | None:
    """The tallest line, or two lines, that are a known name as a whole, or that go on after the reference's title."""
    texts = list(_texts(words.lines))
    keys = {text: {join(tokenise(text)), compact(text), *bare_forms(tokenise(text))} - {""} for text in texts}
    hits = view.exact({key for forms in keys.values() for key in forms})
    names = {key for key, found in hits.items() if any(hit.role in WHOLE_NAMES for hit in found)}
    known = {entry.id for entry in find_known(view, known_title)}
    for text in texts:
        is_name = bool(keys[text] & names)
        goes_on = bool(known) and any(token.number is not None for token in tokenise(text))
        answer = rule_text(view, text, known_title) if is_name or goes_on else None
        if answer is None or answer.ruling is Ruling.UNKNOWN or answer.title is None:
            continue
        if is_name or answer.title.id in known:
            return text, answer
    return None


def _texts(lines: tuple[TextLine, ...]) -> Iterator[str]:
    """Single lines, tallest first, then neighbours."""
    tallest = sorted(lines, key=lambda line: -line.box.height)[:_MOST_LINES]
    ordered = [line for line in lines if line in tallest]
    pairs = [f"{one.text} {other.text}" for one, other in itertools.pairwise(ordered)]
    for text in (*(line.text for line in tallest), *pairs):
        if len(compact(text)) >= _LEAST_LETTERS:
            yield text


def _with_marks(title: str, claims: tuple[Claim, ...]) -> Iterator[str]:
    said = {token.number for token in tokenise(title)} - {None}
    for claim in claims:
        mark = _MARK_OF.get(claim.kind)
        if mark is not None and claim.number and claim.number not in said and _says_only(claim):
            yield f"{title} {mark} {claim.number}"


def _says_only(claim: Claim) -> bool:
    """A season may stand in a sentence; a part in a sentence ("from the makers of SAW II") may be another film's."""
    if claim.kind is ClaimKind.SEASON:
        return True
    tokens = tokenise(claim.text)
    return len(tokens) == 1 and tokens[0].number is not None and tokens[0].mark is not Mark.SEASON
