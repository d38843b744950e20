"""Reads words where they can change the answer: in changed places, and on pictures without a match."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.catalogue.catalogue import Catalogue
from app.compare.submitted import SubmittedPicture
from app.errors import PictureMissing, ReaderMissing
from app.evidence.context import RelatedReference
from app.evidence.relate import WHOLE_AGREEMENT, relate_all
from app.evidence.word_signs import with_words
from app.library.library import Library
from app.model.comparison import ChangedRegion, Comparison
from app.model.geometry import Box
from app.model.poster_image import Pixels
from app.model.report import Relation
from app.model.title import ReadPlace, Ruling, TitleRuling
from app.model.words import ChangedWords, ClaimKind, PosterWords, WordsChange
from app.text.change import compare_words
from app.text.parse import parse_words
from app.text.reader import TextReader

# At most so many places of one picture are read, those that most likely hold lettering first; but after the first one
# only those whose shape leaves it open what they hold.
_MOST_PLACES = 3
_OPEN = (0.03, 0.97)
# A place is read when it holds lettering at least this likely: under it, neither the answer nor the telling gains.
_LEAST_LETTERING = 0.06
# Share of fine detail that is gone from which on something was taken away; lines read this surely are what was there.
_WENT_AWAY, _SURELY_READ, _LEGIBLE = 0.05, 0.8, 0.5
# A line with this share of its box in the changed place is new as a whole; boxes of lines are drawn amply.
_ALL_OF_IT = 0.6
# Places that share so much of the lower one's height stand in one line.
_SAME_LINE = 0.5
# A place larger than this share of the poster holds more than words.
_MOST_SHARE = 0.4
_TITLE_CHANGES = frozenset({WordsChange.REPLACED, WordsChange.ADDED})
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
    """The same references, related anew when the best account's changed places have got their words."""
    if not related or related[0].relation in (Relation.SHARED_ELEMENTS, Relation.COMPOSITE):
        return related
    best = related[0].comparison
    chosen = _worth_reading(best.regions)
    if not chosen:
        return related
    try:
        rendition = tools.library.rendition(best.reference.id)
        words = {region: read_words(region, best, submitted, rendition, tools.reader) for region in chosen}
    except (ReaderMissing, PictureMissing):
        return related
    read = {region: _judge(words[region], best, tools.catalogue) for region in chosen}
    read |= _same_lines(best.regions, read)
    regions = tuple(with_words(region, read[region]) if region in read else region for region in best.regions)
    return relate_all([replace(best, regions=regions), *(item.comparison for item in related[1:])])


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


def _worth_reading(regions: Sequence[ChangedRegion]) -> list[ChangedRegion]:
    def lettering(region: ChangedRegion) -> float:
        return region.chances.text + region.chances.variant

    likely = [region for region in regions if lettering(region) >= _LEAST_LETTERING and region.share < _MOST_SHARE]
    ranked = sorted(likely, key=lambda region: -lettering(region))
    open_ones = [region for region in ranked[1:] if _OPEN[0] < region.claim < _OPEN[1]]
    return [*ranked[:1], *open_ones][:_MOST_PLACES]


def read_words(
    region: ChangedRegion, comparison: Comparison, submitted: SubmittedPicture, rendition: Pixels, reader: TextReader
) -> ChangedWords:
    """The words of one changed place in both pictures. rendition: reference pixels, any size. Raises ReaderMissing.

    1. Read the submitted picture. 2. Read the reference where that has its lines, which takes half the time. 3. Look
    for other lines there only when something went away that does not read like those.
    """
    # 1.
    pixels = submitted.pixels(mirrored=comparison.mirrored)
    now = Box(*_flipped(region.box, pixels.shape[1])) if comparison.mirrored else region.box
    then = _scaled(region.reference_box, comparison, rendition)
    after = reader.read_place(pixels, now)
    # 2.
    went = region.shape.removed >= _WENT_AWAY
    legible = [line.box for line in after if line.score >= _LEGIBLE]
    known = [_moved(box, now, then) for box in legible if went or not _is_new(box, now)]
    before = reader.read_boxes(rendition, known) if known else ()
    # 3.
    if went and not (before and all(line.score >= _SURELY_READ for line in before)):
        before = reader.read_place(rendition, then)
    return compare_words(before, after)


def _is_new(line: Box, place: Box) -> bool:
    """Whether a line lies in the changed place, so that none of it can have been there before."""
    return line.intersection(place) >= _ALL_OF_IT * line.area


def _moved(box: Box, now: Box, then: Box) -> Box:
    """A box of the submitted picture, where it lies in the reference: as the one place lies to the other."""
    across, down = then.width / now.width, then.height / now.height
    left, top = then.x + (box.x - now.x) * across, then.y + (box.y - now.y) * down
    return Box(round(left), round(top), max(1, round(box.width * across)), max(1, round(box.height * down)))


def _flipped(box: Box, width: int) -> tuple[int, int, int, int]:
    return width - box.x - box.width, box.y, box.width, box.height


def _scaled(box: Box, comparison: Comparison, rendition: Pixels) -> Box:
    """A box in the reference's pixels, in those of its rendition."""
    across = rendition.shape[1] / comparison.reference.width
    down = rendition.shape[0] / comparison.reference.height
    return Box(
        round(box.x * across), round(box.y * down), max(1, round(box.width * across)), max(1, round(box.height * down))
    )


def _same_lines(
    regions: Sequence[ChangedRegion], read: Mapping[ChangedRegion, ReadPlace]
) -> dict[ChangedRegion, ReadPlace]:
    """Places in one line with a translation are pieces of the same lettering, whether they were read or not."""
    translated = [(region, place) for region, place in read.items() if place.languages is not None]
    return {
        other: place
        for region, place in translated
        for other in regions
        if (other not in read or read[other].languages is None) and _in_line(region.box, other.box)
    }


def _in_line(one: Box, other: Box) -> bool:
    shared = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return shared >= _SAME_LINE * min(one.height, other.height)


def _judge(words: ChangedWords, comparison: Comparison, catalogue: Catalogue) -> ReadPlace:
    return ReadPlace(words, _rule(words, comparison, catalogue), _languages(words, catalogue))


def _rule(words: ChangedWords, comparison: Comparison, catalogue: Catalogue) -> TitleRuling | None:
    """Only what may be a title is asked for: a number or a season was added, or words were replaced."""
    numbered = [claim.text for claim in words.added if claim.kind in _NUMBERED]
    if words.change not in _TITLE_CHANGES or not numbered:
        return None
    title = comparison.reference.title
    rulings = [catalogue.rule_text(text, title) for text in (words.after, *numbered)]
    return next((one for one in rulings if one is not None and one.ruling is not Ruling.UNKNOWN), rulings[0])


def _languages(words: ChangedWords, catalogue: Catalogue) -> tuple[str, str] | None:
    if words.change is not WordsChange.REPLACED:
        return None
    match = catalogue.same_title(words.before, words.after)
    return None if match is None else (match.one_language, match.other_language)
