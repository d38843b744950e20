"""Lines of a poster in, its words out: title, claims, and whether there is lettering that cannot be read."""

from collections.abc import Sequence

from app.model.words import PosterWords, TextLine
from app.text.claims.find_claims import find_claims
from app.text.folding import key
from app.text.letters import tallest_letters
from app.text.lines import READ_SCORE
from app.text.title_line import choose_title

# Letters of a known script score above this; of another one, below it, or most of them are left out.
_LEGIBLE = 0.75
# Widely set letters are so many times as far apart as they are tall; where there is more room, some were not read.
_ROOM = 2.5
# Small pieces are often no lettering at all: only those so tall against the tallest one count.
_TALL = 0.35


def parse_words(lines: Sequence[TextLine], size: tuple[int, int]) -> PosterWords:
    """What the lines of one poster say. lines: as read_poster gives them. size: (width, height) of the picture."""
    read = tuple(line for line in lines if line.score >= READ_SCORE and line.text)
    claims = find_claims(read)
    title = " ".join(line.text for line in choose_title(read, claims))
    return PosterWords(read, title, claims, _is_unreadable(lines, size))


def _is_unreadable(lines: Sequence[TextLine], size: tuple[int, int]) -> bool:
    """Whether most of the tall lettering stays unread, by its area."""
    tallest = tallest_letters(lines)
    tall = [line for line in lines if line.box.height >= _TALL * tallest]
    closed = sum(line.box.area for line in tall if not _is_legible(line))
    return closed > sum(line.box.area for line in tall if _is_legible(line))


def _is_legible(line: TextLine) -> bool:
    letters = len(key(line.text))
    long, short = max(line.box.width, line.box.height), min(line.box.width, line.box.height)
    return line.score >= _LEGIBLE and long <= _ROOM * short * max(1, letters)
