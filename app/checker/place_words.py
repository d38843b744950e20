"""Reads the words of one changed place, in the submitted picture and in the reference."""

from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from app.checker.same_letters import SAME_LINE, looks_alike, moved_box, unchanged_lines
from app.compare.submitted import SubmittedPicture
from app.compare.upright import UprightPicture
from app.evidence.words.laid_over_words import is_laid_over
from app.evidence.words.remarks import is_said
from app.model.comparison import ChangedRegion, Comparison
from app.model.geometry import Box, part_of
from app.model.poster_image import Pixels
from app.model.words import ChangedWords, TextLine, WordsChange
from app.text.change import compare_words
from app.text.continued_title import replaces_title
from app.text.folding import key
from app.text.letters import letter_height
from app.text.reader import TextReader

# Share of fine detail that is gone from which on something was taken away; lines read this surely are what was there.
_WENT_AWAY, _SURELY_READ, _LEGIBLE = 0.05, 0.8, 0.5
# Numbers behind titles are smaller than this share of the poster.
_NUMBER_SHARE = 0.02
# A place so long for its height is read at once, and believed with so many letters: of 240 such places where nothing
# had gone away (tuning posters, all sets of attacks) 70 % were, and five of those were read otherwise once their lines
# had been looked for.
_LONG, _LETTERS = 4.0, 4
# One so tall for its width may be an app's buttons, each over its count; the last of them is so high in that width.
_TALL, _FOOT = 2.0, 0.5
# A plate over a title takes so much of the poster; beyond these odds of a claim it makes no difference.
_TITLE_SHARE, _OPEN = 0.02, (0.02, 0.9)
# Names, taglines and quotations are set in smaller letters than this share of the poster's height, nearly always.
_TITLE_LETTERS = 0.08
# A ribbon across a corner takes so much of the poster, reaches so near both of its sides, and its box is so square.
_RIBBON_SHARE, _AT_THE_EDGE, _SQUARE = 0.01, 0.03, 1.6
# A line that shares so much of the smaller one's box with a place is the place's.
_SHARED = 0.5
# A line with this share of its box in the changed place is new as a whole; boxes of lines are drawn amply.
_ALL_OF_IT = 0.6


def read_words(
    region: ChangedRegion,
    comparison: Comparison,
    submitted: SubmittedPicture,
    rendition: Pixels,
    reader: TextReader,
    upright: UprightPicture | None = None,
) -> ChangedWords:
    """The words of one changed place in both pictures. rendition: reference pixels, any size. Raises ReaderMissing.

    upright: the submitted picture as the reference stands, where it was turned.

    1. Read the submitted picture: only the place, where nothing went away and it is one line or an app's buttons, else
    the whole lines that it belongs to; in a mirrored or turned one both ways, for people write over those too. 2. What
    stands beside the place is what it was; where lettering reaches over its border, read the reference where that has
    its lines, which takes half the time. 3. Look for other lines there only when something went away that does not read
    like those; and across a corner, which may have a ribbon, unless a claim was found already. 4. A line that looks as
    it did, all along, was there before, whatever the reference reads like. 5. Where the words are still the same, look
    at the place alone: a number laid into the last letters of a title is read as those letters. 6. Where words came in
    a place that looks much as it did, see whether the reference has the same ones: a filter can bring letters out so
    much that they look new. 7. Where words came that cover a larger place, see whether they cover the title.
    """
    # 1.
    pixels, now = _shown(region, comparison, submitted, upright)
    then = _scaled(region.reference_box, comparison, rendition)
    went = region.shape.removed >= _WENT_AWAY
    after, beside = (reader.read_place(pixels, now), None) if went else _read_what_came(pixels, now, reader)
    if upright is not None:
        level = reader.read_place(submitted.pixels(mirrored=False), region.box)
        came = _letters_that_stand(level, region.box, after)
        if came and came >= _letters_that_stand(_unknown(after, now, then, rendition, reader), now, level):
            after, beside = tuple(replace(line, box=upright.box_of(line.box)) for line in level), None
    elif comparison.mirrored:
        after = max(after, _read_unmirrored(region, submitted, reader), key=_sureness)
    # 2.
    before = beside
    if before is None:
        legible = [line.box for line in after if line.score >= _LEGIBLE]
        known = [moved_box(box, now, then) for box in legible if went or not _is_new(box, now)]
        before = reader.read_boxes(rendition, known) if known else ()
    # 3.
    if went and not (before and all(line.score >= _SURELY_READ for line in before)):
        before = reader.read_place(rendition, then)
    # 4.
    before = (*before, *unchanged_lines(after, before, now, then, (pixels, rendition)))
    words = compare_words(before, after)
    if not words.added and _may_be_ribbon(region):
        aslant = reader.read_aslant(pixels, now)
        words = compare_words(before, (*after, *aslant)) if aslant else words
    # 5.
    if words.change is WordsChange.SAME and beside not in (None, after):
        # One sign more leaves a longer line alike; what lies in the place came all the same.
        words = replace(words, change=WordsChange.ADDED)
    if words.change is WordsChange.SAME and region.share <= _NUMBER_SHARE:
        words = compare_words(before, (*after, *reader.read_number(pixels, now)))
    # 6.
    came = words.change is WordsChange.ADDED and not before
    if came and looks_alike(part_of(pixels, now), part_of(rendition, then)):
        again = compare_words(reader.read_boxes(rendition, [moved_box(line.box, now, then) for line in after]), after)
        if again.change is WordsChange.SAME:
            return again
    # 7.
    if came and _may_cover_title(region, words):
        under = reader.read_place(rendition, then)
        covered = replace(compare_words(under, after), large=_title_like(under, rendition))
        if replaces_title(covered, comparison.reference.title):
            return covered
    return replace(words, large=_title_like(before, rendition))


def _shown(
    region: ChangedRegion, comparison: Comparison, submitted: SubmittedPicture, upright: UprightPicture | None
) -> tuple[Pixels, Box]:
    """The submitted picture as the reference stands, and where the place lies in it."""
    if upright is not None:
        return upright.pixels, upright.place_of(region)
    pixels = submitted.pixels(mirrored=comparison.mirrored)
    return pixels, region.box.flipped(pixels.shape[1]) if comparison.mirrored else region.box


def _letters_that_stand(lines: Sequence[TextLine], place: Box, otherwise: Sequence[TextLine]) -> int:
    """How many letters of a place stand level in the one way a turned picture is read, and not in the other.

    Lettering is longer for its height where it stands level. lines, place: read in the one way, and where. otherwise:
    the lines as they were read in the other.
    """
    letters = 0
    for line in lines:
        said, shared = key(line.text), line.box.intersection(place)
        beside = shared < _SHARED * min(line.box.area, place.area)
        if len(said) < _LETTERS or line.score < _SURELY_READ or beside:
            continue
        alike = [each for each in otherwise if fuzz.partial_ratio(said, key(each.text)) >= SAME_LINE]
        if all(_slender(line.box) > _slender(each.box) for each in alike):
            letters += len(said)
    return letters


def _slender(box: Box) -> float:
    return box.width / box.height


def _unknown(
    lines: Sequence[TextLine], now: Box, then: Box, rendition: Pixels, reader: TextReader
) -> Sequence[TextLine]:
    """The lines that the reference does not have there."""
    known = [
        key(line.text) for line in reader.read_boxes(rendition, [moved_box(line.box, now, then) for line in lines])
    ]
    return [line for line in lines if all(fuzz.partial_ratio(key(line.text), own) < SAME_LINE for own in known)]


def _read_unmirrored(region: ChangedRegion, submitted: SubmittedPicture, reader: TextReader) -> tuple[TextLine, ...]:
    """The lines as they were submitted, in boxes of the picture that was mirrored back."""
    pixels = submitted.pixels(mirrored=False)
    lines = reader.read_place(pixels, region.box)
    return tuple(replace(line, box=line.box.flipped(pixels.shape[1])) for line in lines)


def _sureness(lines: Sequence[TextLine]) -> float:
    """How surely the letters of some lines were read, 0..1."""
    letters = sum(len(line.text) for line in lines)
    return sum(line.score * len(line.text) for line in lines) / max(1, letters)


def _title_like(lines: Sequence[TextLine], rendition: Pixels) -> str:
    """The tallest line, surely read, of letters as tall as those of titles alone; empty when there is none."""
    sure = [line for line in lines if line.score >= _SURELY_READ]
    tallest = max(sure, key=letter_height, default=None)
    if tallest is None or letter_height(tallest) < _TITLE_LETTERS * rendition.shape[0]:
        return ""
    return tallest.text


def _read_what_came(
    pixels: Pixels, place: Box, reader: TextReader
) -> tuple[tuple[TextLine, ...], tuple[TextLine, ...] | None]:
    """The words of a place where nothing went away, and what read_apart says stands beside it; None where not asked."""
    at_once = _read_at_once(pixels, place, reader)
    return (at_once, None) if at_once else reader.read_apart(pixels, place)


def _read_at_once(pixels: Pixels, place: Box, reader: TextReader) -> tuple[TextLine, ...]:
    """The words of a long place that is one line, or the count at the foot of a tall one; empty for any other."""
    if place.width >= _LONG * place.height:
        line = reader.read_alone(pixels, place)
        return line if line and len(key(line[0].text)) >= _LETTERS else ()
    if place.height >= _TALL * place.width:
        high = round(_FOOT * place.width)
        foot = reader.read_alone(pixels, Box(place.x, place.y + place.height - high, place.width, high))
        return foot if foot and is_laid_over(foot[0].text) else ()
    return ()


def _may_cover_title(region: ChangedRegion, words: ChangedWords) -> bool:
    """Whether it would tell something that the title lies under a place where other words came."""
    open_still = _OPEN[0] <= region.claim <= _OPEN[1]
    return region.share >= _TITLE_SHARE and open_still and not words.added and not is_said(words.after)


def _may_be_ribbon(region: ChangedRegion) -> bool:
    """Whether a place takes up one corner of the poster, as high as wide."""
    shape, box = region.shape, region.reference_box
    at_a_side, at_an_end = (
        min(middle, 1 - middle) - length / 2 <= _AT_THE_EDGE
        for middle, length in ((shape.centre_x, shape.width), (shape.centre_y, shape.height))
    )
    square = max(box.width, box.height) <= _SQUARE * min(box.width, box.height)
    return at_a_side and at_an_end and square and region.share >= _RIBBON_SHARE


def _is_new(line: Box, place: Box) -> bool:
    """Whether a line lies in the changed place, so that none of it can have been there before."""
    return line.intersection(place) >= _ALL_OF_IT * line.area


def _scaled(box: Box, comparison: Comparison, rendition: Pixels) -> Box:
    """A box in the reference's pixels, in those of its rendition."""
    across = rendition.shape[1] / comparison.reference.width
    down = rendition.shape[0] / comparison.reference.height
    return box.scaled(across, down)
