"""Words laid over a poster by those who pass it on: watermarks, handles, remarks, subtitles, bubbles, bars."""

import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.eleventh import phrases
from benchmarks.attacks.eleventh.draw import Ink, Patch, Sheet, lay, lay_mid, lettered, shadowed, text_width, turned
from benchmarks.attacks.eleventh.luck import (
    BLACK,
    WHITE,
    any_face,
    bold_face,
    bright_colour,
    file_kind,
    light_face,
    likely,
    readable_on,
)
from benchmarks.attacks.eleventh.setting import standing_out
from benchmarks.attacks.values import Attacked, OtherPosters


def watermark_tiled(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """An agency's name repeated over all of it."""
    words, (high, wide) = one_of(rng, phrases.MARKS), picture.shape[:2]
    ink = BLACK if picture.mean() > 165 or likely(rng, 0.2) else WHITE
    mark = lettered(words, any_face(rng), ink, width=between(rng, 0.16, 0.36) * wide)
    mark = turned(mark, between(rng, -45, 45))
    result, opacity = picture.copy(), between(rng, 0.22, 0.55)
    step_x = mark.shape[1] + between(rng, 0.04, 0.16) * wide
    step_y = mark.shape[0] + between(rng, 0.04, 0.2) * wide
    for row in range(int(high / step_y) + 2):
        for column in range(int(wide / step_x) + 2):
            x = column * step_x - (row % 2) * step_x / 2
            lay(result, mark, x, row * step_y - step_y / 3, opacity)
    return Attacked(result, (), words, saved_as=file_kind(rng))


def watermark_large(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """One large pale name across the middle."""
    words, (high, wide) = one_of(rng, phrases.MARKS), picture.shape[:2]
    ink = BLACK if picture.mean() > 165 or likely(rng, 0.15) else WHITE
    mark = lettered(words, any_face(rng), ink, width=between(rng, 0.5, 0.95) * wide)
    mark = turned(mark, one_of(rng, (0.0, between(rng, 20, 55))))
    result = picture.copy()
    lay_mid(result, mark, wide / 2, between(rng, 0.3, 0.7) * high, between(rng, 0.3, 0.6))
    return Attacked(result, (), words, saved_as=file_kind(rng))


def handle(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The account's name in a corner or at an edge."""
    words, (high, wide) = one_of(rng, phrases.HANDLES), picture.shape[:2]
    x, y = between(rng, 0.22, 0.78) * wide, one_of(rng, (0.03, 0.5, 0.965)) * high
    near = Box(int(x - 0.1 * wide), int(y - 0.02 * high), int(0.2 * wide), int(0.04 * high))
    ink = standing_out(picture, near, one_of(rng, (WHITE, WHITE, BLACK, bright_colour(rng))))
    patch = lettered(words, any_face(rng), ink, width=between(rng, 0.16, 0.38) * wide)
    patch = shadowed(patch, 2, 0.6) if ink != BLACK else patch
    lay_mid(result := picture.copy(), patch, x, y, between(rng, 0.6, 1.0))
    return Attacked(result, (), words, saved_as=file_kind(rng))


def _rows(words: str, face: str | None, size: float, width: float) -> list[str]:
    rows: list[str] = [""]
    for word in words.replace(" / ", "\n").replace("\n", " \n ").split(" "):
        if word == "\n":
            rows.append("")
        elif rows[-1] and text_width(f"{rows[-1]} {word}", face, size) > width:
            rows.append(word)
        else:
            rows[-1] = f"{rows[-1]} {word}".strip()
    return rows


def meme_remark(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A remark in fat outlined letters above or below, as in memes."""
    words, face, (high, wide) = one_of(rng, phrases.REMARKS).upper(), bold_face(rng), picture.shape[:2]
    size = between(rng, 0.075, 0.125) * wide
    y = between(rng, 0.03, 0.12) * high if likely(rng, 0.5) else between(rng, 0.78, 0.86) * high
    ink = WHITE if likely(rng, 0.7) else bright_colour(rng, 0.9, 1.0)
    result = picture.copy()
    for row in _rows(words, face, size, wide * 0.9):
        width = min(0.94 * wide, text_width(row, face, size))
        patch = lettered(row, face, ink, width=max(10, width), edge=BLACK)
        lay_mid(result, patch, wide / 2, y + size / 2)
        y += size * 1.15
    return Attacked(result, (), words, saved_as=file_kind(rng))


def story_remark(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A remark typed in a story editor: words on rounded slabs, or plain, anywhere, a little turned."""
    words, face, (high, wide) = one_of(rng, phrases.REMARKS), any_face(rng), picture.shape[:2]
    size = between(rng, 0.05, 0.09) * wide
    ground = one_of(rng, (WHITE, BLACK, bright_colour(rng)))
    rows = _rows(words, face, size, wide * between(rng, 0.4, 0.8))
    longest = max(text_width(row, face, size) for row in rows) + size
    sheet, slabs = Sheet(longest, len(rows) * size * 1.45), likely(rng, 0.65)
    ink = readable_on(ground) if slabs else one_of(rng, (WHITE, bright_colour(rng, 0.6, 1.0)))
    for number, row in enumerate(rows):
        span, y = text_width(row, face, size) + size * 0.8, number * size * 1.45
        if slabs:
            sheet.slab((longest - span) / 2, y, span, size * 1.45, (*ground, 235), round_by=size * 0.3)
        sheet.write(row, longest / 2, y + size * 0.72, size, ink, face)
    patch = sheet.done(between(rng, -12, 12) if likely(rng, 0.6) else 0)
    result = picture.copy()
    lay_mid(
        result,
        patch if slabs else shadowed(patch, 3, 0.8),
        between(rng, 0.42, 0.58) * wide,
        rng.uniform(0.1, 0.9) * high,
    )
    return Attacked(result, (), words, saved_as=file_kind(rng))


def subtitle(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A subtitle at the bottom, as in a still of a video."""
    words, face, (high, wide) = one_of(rng, phrases.SUBTITLES), light_face(rng), picture.shape[:2]
    size = between(rng, 0.042, 0.062) * wide
    ink, boxed = one_of(rng, (WHITE, (250, 230, 60))), likely(rng, 0.35)
    rows = _rows(words, face, size, wide * 0.85)
    y = between(rng, 0.82, 0.95) * high - len(rows) * size * 1.3
    result = picture.copy()
    for row in rows:
        span = text_width(row, face, size)
        if boxed:
            sheet = Sheet(span + size, size * 1.4)
            sheet.slab(0, 0, span + size, size * 1.4, (0, 0, 0, 170))
            lay_mid(result, sheet.done(), wide / 2, y + size / 2)
        patch = lettered(row, face, ink, width=max(8, span), edge=None if boxed else BLACK)
        lay_mid(result, patch, wide / 2, y + size / 2)
        y += size * 1.4
    return Attacked(result, (), words, saved_as=file_kind(rng))


def bubble(words: str, size: float, ground: Ink, ink: Ink, face: str | None, *, tail_left: bool) -> Patch:
    """A chat bubble with one line of words."""
    span = text_width(words, face, size) + 1.4 * size
    sheet = Sheet(span, size * 2.3)
    sheet.slab(0, 0, span, size * 1.9, ground, round_by=size * 0.7)
    x, way = (size * 0.8, -0.5) if tail_left else (span - size * 0.8, 0.5)
    tip = (x + way * size, size * 2.25)
    sheet.shape([(x - size * 0.3, size * 1.7), (x + size * 0.3, size * 1.7), tip], ground)
    sheet.write(words, span / 2, size * 0.95, size, ink, face)
    return sheet.done()


def chat_bubbles(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Speech or chat bubbles with what friends say about it."""
    result, (high, wide) = picture.copy(), picture.shape[:2]
    face, size = light_face(rng), between(rng, 0.035, 0.055) * wide
    y = between(rng, 0.05, 0.6) * high
    mine = one_of(rng, ((40, 130, 250), (60, 190, 100), bright_colour(rng)))
    for number in range(int(rng.integers(1, 4))):
        left = (number + int(rng.integers(2))) % 2 == 0
        ground = (234, 234, 238) if left else mine
        patch = bubble(one_of(rng, phrases.CHAT), size, ground, readable_on(ground), face, tail_left=left)
        lay(result, patch, 0.04 * wide if left else 0.96 * wide - patch.shape[1], y)
        y += size * 2.6
    return Attacked(result, saved_as=file_kind(rng))


def news_bar(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A news site's bar with its name and a headline across the lower or upper part."""
    result, (high, wide) = picture.copy(), picture.shape[:2]
    site, headline = one_of(rng, phrases.SITES), one_of(rng, phrases.HEADLINES)
    tall, ink, face = between(rng, 0.12, 0.2) * wide, bright_colour(rng, 0.9, 0.75), bold_face(rng)
    sheet = Sheet(wide, tall, tall)
    long = wide / tall
    ground = one_of(rng, (WHITE, BLACK, (20, 30, 60)))
    sheet.slab(0, 0, long, 1, (*ground, int(between(rng, 200, 255))))
    sheet.slab(0, 0, text_width(site, face, 0.3 * 100) / 100 + 0.3, 0.42, ink)
    sheet.write(site, 0.15, 0.21, 0.3, readable_on(ink), face, "lm")
    size = min(0.36, 0.94 * long / text_width(headline, face, 100) * 100)
    sheet.write(headline, 0.15, 0.7, size, readable_on(ground), face, "lm")
    lay(result, sheet.done(), 0, high * between(rng, 0.78, 0.86) if likely(rng, 0.75) else 0.04 * high)
    return Attacked(result, (), headline, saved_as=file_kind(rng))
