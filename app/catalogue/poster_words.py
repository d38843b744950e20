"""What the catalogue says of all the words of a poster: its title, and what stands on other lines."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.catalogue.fold import compact
from app.catalogue.line_names import NamedRun, find_named_run
from app.catalogue.name_keys import Role
from app.catalogue.number_words import Mark
from app.catalogue.ruling import REAL, find_known, rule_text
from app.catalogue.tokens import tokenise
from app.catalogue.view import View
from app.model.title import Ruling, TitleRuling
from app.model.words import Claim, ClaimKind, PosterWords, TextLine

_MARK_OF = {ClaimKind.SEASON: "season", ClaimKind.SEQUEL: "part"}
# Where the title line is not the reference's, so many of the tallest lines are tried; a shorter one may be chance.
_MOST_LINES, _LEAST_LETTERS = 10, 5
_SEQUEL = "sequel"
# A part on a line of its own belongs to a name that is at most so far away, in heights of the name's lines.
_MARK_NEAR = 1.6


def rule_words(view: View, words: PosterWords, known_title: str) -> TitleRuling | None:
    """1. The title. 2. Lines that are a known name, whichever they are. 3. A part or season that stands elsewhere.

    None when no title was read.
    """
    # 1.
    title = words.title.strip() or (known_title if any(_with_marks("", words.claims)) else "")
    claims = words.claims
    answer = rule_text(view, title, known_title)
    known = find_known(view, known_title)
    is_known = answer is not None and answer.title is not None and answer.title.id in {entry.id for entry in known}
    # 2.
    if answer is None or answer.ruling is Ruling.UNKNOWN or (answer.ruling in REAL and not is_known):
        named = find_named_run(view, words.lines, {entry.key for entry in known})
        if named is not None:
            title, answer = _rule_named(view, named, known_title)
            claims = tuple(claim for claim in claims if _belongs(claim, named))
        elif known and not is_known:
            title, answer = _rule_lines(view, words.lines, known_title) or (title, answer)
    if answer is None or answer.ruling not in REAL:
        return answer
    # 3.
    for text in _with_marks(title, claims):
        claimed = rule_text(view, text, known_title)
        if claimed is not None and claimed.ruling is not Ruling.UNKNOWN:
            answer = claimed
            if claimed.ruling not in REAL:
                break
    return answer


def _rule_named(view: View, named: NamedRun, known_title: str) -> tuple[str, TitleRuling | None]:
    """The name, and what is to be said of it."""
    if named.spelling.continued:
        return named.spelling.text, rule_text(view, named.spelling.text, known_title)
    name = view.name(named.hit.name_key)
    answer = rule_text(view, name, known_title)
    # Sequels are counted from the name without its subtitle, where that is what the poster shows.
    title = named.spelling.text if named.hit.role is Role.FAMILY else name
    return title, None if answer is None else replace(answer, likeness=answer.likeness * named.likeness)


def _belongs(claim: Claim, named: NamedRun) -> bool:
    """A season may stand anywhere; a part stands with its title."""
    if claim.kind is not ClaimKind.SEQUEL:
        return True
    reach = _MARK_NEAR * max(line.box.height for line in named.run.lines)
    return any(claim.box.gap(line.box) <= reach for line in named.run.lines)


def _rule_lines(view: View, lines: Sequence[TextLine], known_title: str) -> tuple[str, TitleRuling] | None:
    """The tallest line that goes on after the reference's title."""
    known = {entry.id for entry in find_known(view, known_title)}
    for line in sorted(lines, key=lambda line: -line.box.height)[:_MOST_LINES]:
        numbered = any(token.number is not None for token in tokenise(line.text))
        if not numbered or len(compact(line.text)) < _LEAST_LETTERS:
            continue
        answer = rule_text(view, line.text, known_title)
        if answer is not None and answer.title is not None and answer.title.id in known:
            return line.text, answer
    return None


def _with_marks(title: str, claims: tuple[Claim, ...]) -> Iterator[str]:
    said = {token.number for token in tokenise(title)} - {None}
    for claim in claims:
        mark = _MARK_OF.get(claim.kind)
        if mark is not None and claim.number and claim.number not in said and _says_only(claim):
            yield f"{title} {mark} {claim.number}"
        elif claim.kind is ClaimKind.SEQUEL and claim.number is None and not said and _SEQUEL in compact(claim.text):
            yield f"{title} the sequel"


def _says_only(claim: Claim) -> bool:
    """A season may stand in a sentence; a part in a sentence ("from the makers of SAW II") may be another film's."""
    if claim.kind is ClaimKind.SEASON:
        return True
    tokens = tokenise(claim.text)
    # A mark read without its space is one word too.
    return len(tokens) == 1 and tokens[0].mark is not Mark.SEASON
