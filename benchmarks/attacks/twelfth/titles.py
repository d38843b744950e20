"""A title made to say something else, and lines set near it."""

import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import part_of, size_of
from benchmarks.attacks.twelfth import wording
from benchmarks.attacks.twelfth.erase import without_words
from benchmarks.attacks.twelfth.places import cut_box, edited
from benchmarks.attacks.twelfth.textlines import Line, title_of
from benchmarks.attacks.twelfth.write import fitting, laid_down, poster_hand, words_high, words_wide, written
from benchmarks.attacks.values import Attacked, OtherPosters


def number_after_title(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A sequel's number set large behind the title, or under it where there is no room."""
    line, words = title_of(picture), wording.number(rng)
    title = line.box
    ink = words_high(words, poster_hand(rng), max(0.05 * picture.shape[1], title.height * between(rng, 0.8, 1.3)), 1e4)
    x, y = title.x + title.width + 0.3 * title.height, title.y + title.height - ink.shape[0]
    if x + ink.shape[1] > 0.99 * picture.shape[1]:
        x, y = title.x + (title.width - ink.shape[1]) * rng.random(), title.y + 1.15 * title.height
    x, y = fitting(picture, ink, x, y)
    return edited(picture, laid_down(picture, ink, x, y, line.colour, rng), words)


def small_number(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A number about 6 per cent of the width near the end of the title."""
    title, words = title_of(picture), wording.number(rng)
    ink = words_wide(words, poster_hand(rng), between(rng, 0.05, 0.075) * picture.shape[1])
    end = title.box.x + title.box.width
    x, y = one_of(rng, ((end + 4, title.box.y), (end - ink.shape[1], title.box.y + 1.1 * title.box.height)))
    x, y = fitting(picture, ink, x, y)
    return edited(picture, laid_down(picture, ink, x, y, title.colour, rng), words)


def _near_title(picture: Pixels, words: str, rng: np.random.Generator) -> Attacked:
    """The words above or below the title, on the calmer side, in its colour."""
    title, (width, height) = title_of(picture), size_of(picture)
    high = max(0.016 * height, title.box.height * between(rng, 0.3, 0.75))
    ink = words_high(words, poster_hand(rng), high, max(0.25 * width, title.box.width * between(rng, 0.6, 1.1)))
    x, gap = title.box.x + (title.box.width - ink.shape[1]) / 2, 0.35 * high
    spots = [
        fitting(picture, ink, x, y)
        for y in (title.box.y - gap - ink.shape[0], title.box.y + title.box.height + gap)
        if 0 < y < height - ink.shape[0]
    ]
    busy = [float(part_of(picture, cut_box(*spot, ink.shape[1], ink.shape[0], picture)).std()) for spot in spots]
    spot = spots[int(np.argmin(busy))] if spots and rng.random() < 0.75 else spots[-1]
    return edited(picture, laid_down(picture, ink, *spot, title.colour, rng), words)


def part_line(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """ "PART TWO" or the like above or below the title."""
    return _near_title(picture, wording.part(rng), rng)


def season_line(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A film made a series by a season's line at the title."""
    return _near_title(picture, wording.season(rng), rng)


def chapter_line(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A chapter's line, or the second title of a sequel, at the title."""
    return _near_title(picture, one_of(rng, (wording.chapter(rng), one_of(rng, wording.SEQUELS))), rng)


def _across(picture: Pixels, words: str, rng: np.random.Generator) -> Attacked:
    """The words in the middle of the width, near the bottom or the top."""
    width, height = size_of(picture)
    high, wide = between(rng, 0.02, 0.045) * height, between(rng, 0.3, 0.8) * width
    y = one_of(rng, (0.93, 0.9, 0.84, 0.02)) * height
    box = cut_box((width - wide) / 2, y, wide, high, picture)
    return edited(picture, written(picture, words, box, title_of(picture).colour, rng), words)


def release_date(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A release date that nobody announced."""
    return _across(picture, wording.date(rng), rng)


def coming_soon(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """ "COMING SOON" or the like."""
    return _across(picture, wording.soon(rng), rng)


def title_replaced(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The title taken off and another set in its place."""
    title, words = title_of(picture), one_of(rng, wording.TITLES)
    bare = without_words(picture, title, rng)
    width, wide = picture.shape[1], max(title.box.width, 0.45 * picture.shape[1])
    x = min(max(0.02 * width, title.box.x + (title.box.width - wide) / 2), max(0.0, 0.98 * width - wide))
    box = cut_box(x, title.box.y, wide, title.box.height, picture)
    return edited(picture, written(bare, words, box, title.colour, rng), words)


def _words_of(line: Line) -> list[Box]:
    """The words of a line, told by the wide gaps; the halves of a single word."""
    runs = [[line.letters[0]]]
    for letter in line.letters[1:]:
        if letter.x - runs[-1][-1].x - runs[-1][-1].width > 0.3 * line.box.height:
            runs.append([])
        runs[-1].append(letter)
    if len(runs) == 1:
        half = line.box.width // 2
        return [
            Box(line.box.x, line.box.y, half, line.box.height),
            Box(line.box.x + half, line.box.y, half, line.box.height),
        ]
    ends = [(run[0].x, run[-1].x + run[-1].width) for run in runs]
    return [Box(left, line.box.y, right - left, line.box.height) for left, right in ends]


def title_word_replaced(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """One word of the title replaced."""
    title = title_of(picture)
    place = one_of(rng, _words_of(title))
    room = place.width / (0.8 * place.height)
    words = one_of(rng, sorted(wording.WORDS, key=lambda word: abs(len(word) - room))[:7])
    return edited(picture, written(without_words(picture, title, rng, place), words, place, title.colour, rng), words)


def title_word_removed(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """One word of the title, or an end of it, taken off."""
    title = title_of(picture)
    return edited(picture, without_words(picture, title, rng, one_of(rng, _words_of(title))), "taken off")
