"""Reads words where they can change the answer: in changed places, and on pictures without a match."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.catalogue.catalogue import Catalogue
from app.checker.neighbours import share_words
from app.checker.place_words import read_words
from app.compare.submitted import SubmittedPicture
from app.compare.upright import show_upright
from app.errors import PictureMissing, ReaderMissing
from app.evidence.context import RelatedReference
from app.evidence.lone_marks import doubt_lone_mark
from app.evidence.relate import WHOLE_AGREEMENT, relate_all
from app.evidence.words.word_chances import with_words
from app.evidence.words.word_signs import new_words
from app.library.library import Library
from app.model.comparison import ChangedRegion, Comparison
from app.model.report import Relation
from app.model.title import ReadPlace, Ruling, TitleRuling
from app.model.words import ChangedWords, ClaimKind, PosterWords, WordsChange
from app.text.continued_title import continues_title, replaces_title, sets_title_anew
from app.text.parse import parse_words
from app.text.reader import TextReader

# At most so many places of one picture are read, those that most likely hold lettering first: the first one unless it
# is a repaint this likely, for "2" after a title may look like a sticker; further ones only where their shape leaves it
# open what they hold, and lettering is at least so likely.
_MOST_PLACES = 3
# Versions of one poster whose places are read, one after the other, while the words make another one the best account.
_MOST_REFERENCES = 3
_PICTURE = 0.6
_OPEN = (0.015, 0.97)
_LEAST_LETTERING = 0.015
# A place larger than this share of the poster holds more than words.
_MOST_SHARE = 0.4
# A title of one word says so much from so many letters on, one of several from fewer: "Her", "It", "Alone" are said of
# anything.
_WORD_LETTERS, _NAME_LETTERS = 8, 6
_NUMBERED = frozenset({ClaimKind.SEQUEL, ClaimKind.SEASON})


@dataclass(frozen=True, slots=True, eq=False)
class WordTools:
    """What reading takes. library: for the references' pixels."""

    reader: TextReader
    catalogue: Catalogue
    library: Library


def read_changes(
    submitted: SubmittedPicture, related: tuple[RelatedReference, ...], tools: WordTools
) -> tuple[RelatedReference, ...]:
    """The same references, related anew when the best account's changed places have got their words.

    Words can make another reference the best account, as where the library holds a poster in two versions: then its
    places are read too, so that none wins for not having been read.
    """
    done: set[str] = set()
    while related and related[0].relation not in (Relation.SHARED_ELEMENTS, Relation.COMPOSITE):
        best = related[0].comparison
        if best.reference.id in done or len(done) >= _MOST_REFERENCES:
            break
        done.add(best.reference.id)
        read = _read_one(submitted, best, tools)
        if read is not best:
            related = relate_all([read, *(item.comparison for item in related[1:])])
    return related


def _read_one(submitted: SubmittedPicture, comparison: Comparison, tools: WordTools) -> Comparison:
    """The comparison with the words of its places; itself where nothing was read."""
    chosen = worth_reading(comparison.regions)
    if not chosen:
        return comparison
    try:
        rendition = tools.library.rendition(comparison.reference.id)
        upright = show_upright(submitted, comparison)
        words = {
            region: read_words(region, comparison, submitted, rendition, tools.reader, upright) for region in chosen
        }
    except (ReaderMissing, PictureMissing):
        return comparison
    read = {region: _judge(words[region], comparison, tools) for region in chosen}
    read |= share_words(comparison.regions, read)
    regions = [with_words(region, read[region]) if region in read else region for region in comparison.regions]
    return replace(comparison, regions=doubt_lone_mark(regions))


def read_whole(submitted: SubmittedPicture, tools: WordTools) -> PosterWords | None:
    """All words of the picture; None when the reader is not there."""
    pixels = submitted.image.pixels
    try:
        lines = tools.reader.read_poster(pixels)
    except ReaderMissing:
        return None
    return parse_words(lines, submitted.size)


def leaves_words_open(related: Sequence[RelatedReference]) -> bool:
    """Whether no reference accounts for most of the picture, so that its words have to speak for themselves."""
    if not related or related[0].relation is Relation.SHARED_ELEMENTS:
        return True
    best = related[0]
    return best.relation is Relation.ALTERED_ARTWORK and best.comparison.agreement < WHOLE_AGREEMENT


def rule_title(
    related: Sequence[RelatedReference], words: PosterWords | None, title: str | None, catalogue: Catalogue
) -> TitleRuling | None:
    """What the catalogue says of the title: as it was changed, or, where nothing accounts for the picture, as it reads.

    title: what the picture is said to be of.
    """
    matched = bool(related) and related[0].relation is not Relation.SHARED_ELEMENTS
    regions = related[0].comparison.regions if matched else ()
    rulings = [region.read.ruling for region in regions if region.read is not None and region.read.ruling is not None]
    if rulings:
        return rulings[0]
    if words is None or not leaves_words_open(related):
        return None
    return catalogue.rule(words, title or (related[0].comparison.reference.title if matched else ""))


def worth_reading(regions: Sequence[ChangedRegion]) -> list[ChangedRegion]:
    """The few places whose words may tell what they hold, the likeliest lettering first."""

    def lettering(region: ChangedRegion) -> float:
        return region.chances.text + region.chances.variant

    legible = [region for region in regions if region.share < _MOST_SHARE and region.chances.picture < _PICTURE]
    # Large letters are read, specks hardly ever; a misfit leaves many specks beside a title.
    ranked = sorted(legible, key=lambda region: -lettering(region) * math.sqrt(region.share))
    open_ones = [
        region for region in ranked[1:] if _OPEN[0] < region.claim < _OPEN[1] and lettering(region) >= _LEAST_LETTERING
    ]
    return [*ranked[:1], *open_ones][:_MOST_PLACES]


def _judge(words: ChangedWords, comparison: Comparison, tools: WordTools) -> ReadPlace:
    title = comparison.reference.title
    retitled = words.change.came and sets_title_anew(words, title)
    if retitled:
        # Its own number is no claim.
        words = replace(words, added=())
    return ReadPlace(
        words,
        _rule(words, comparison, tools.catalogue),
        _languages(words, tools.catalogue),
        continues=continues_title(words, title),
        retitled=retitled,
        untitled=words.change is WordsChange.REPLACED and replaces_title(words, title),
        another=words.change.came and not retitled and _is_title_elsewhere(new_words(words), tools.library),
    )


def _is_title_elsewhere(text: str, library: Library) -> bool:
    """Whether words that nobody writes by chance are the title of other artwork that the library holds."""
    least = _NAME_LETTERS if " " in text else _WORD_LETTERS
    return sum(map(str.isalpha, text)) >= least and library.holds_title(text)


def _rule(words: ChangedWords, comparison: Comparison, catalogue: Catalogue) -> TitleRuling | None:
    """Only what may be a title is asked for: a number or a season was added, or words were replaced."""
    numbered = [claim.text for claim in words.added if claim.kind in _NUMBERED]
    if not words.change.came or not numbered:
        return None
    title = comparison.reference.title
    rulings = [catalogue.rule_text(text, title) for text in (words.after, *numbered)]
    return next((one for one in rulings if one is not None and one.ruling is not Ruling.UNKNOWN), rulings[0])


def _languages(words: ChangedWords, catalogue: Catalogue) -> tuple[str, str] | None:
    if words.change is not WordsChange.REPLACED:
        return None
    match = catalogue.same_title(words.before, words.after)
    return None if match is None else (match.one_language, match.other_language)
