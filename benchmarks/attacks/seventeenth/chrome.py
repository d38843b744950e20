"""Harmless: what players and phone apps draw over a picture; and chains of two attacks."""

from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.encode import save_and_open
from benchmarks.attacks.geometry import move_boxes, move_points, whole_of
from benchmarks.attacks.seventeenth import frames, overlays, shape, tone, words
from benchmarks.attacks.seventeenth.ink import PAPER, PLAIN, letters, stamp
from benchmarks.attacks.values import Attacked, AttackFunction, OtherPosters

HALF_WHITE = (255, 255, 255, 235)


def sheet_for(pixels: Pixels) -> tuple[Image.Image, ImageDraw.ImageDraw, float]:
    """An empty drawing over a whole poster, its pen, and a hundredth of its width."""
    size = pixels.shape[1] * overlays.SHARP, pixels.shape[0] * overlays.SHARP
    image = Image.new("RGBA", size)
    return image, ImageDraw.Draw(image), size[0] / 100


def over(pixels: Pixels, image: Image.Image) -> Pixels:
    """The drawing laid over the poster, with a soft shadow."""
    soft = image.getchannel("A").filter(ImageFilter.GaussianBlur(image.width / 130))
    shadow = Image.new("RGBA", image.size)
    shadow.putalpha(soft.point(lambda value: min(190, value * 2)))
    image = Image.alpha_composite(shadow, image)
    return overlays.laid(pixels, image, 0, 0, (pixels.shape[1], pixels.shape[0]))


def play_button(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A round or a red one in the middle."""
    image, draw, unit = sheet_for(pixels)
    x, y, reach = image.width / 2, image.height / 2, between(rng, 8, 14) * unit
    if rng.random() < 0.6:
        draw.ellipse(
            (x - reach, y - reach, x + reach, y + reach), fill=(0, 0, 0, 150), outline=HALF_WHITE, width=round(unit)
        )
    else:
        draw.rounded_rectangle(
            (x - 1.4 * reach, y - reach, x + 1.4 * reach, y + reach), reach / 2, fill=(225, 20, 20, 240)
        )
    draw.polygon(
        (x - reach * 0.3, y - reach * 0.5, x - reach * 0.3, y + reach * 0.5, x + reach * 0.55, y), fill=HALF_WHITE
    )
    return Attacked(over(pixels, image))


def video_player(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Timeline, pause, time on a dark strip."""
    image, draw, unit = sheet_for(pixels)
    low = image.height
    draw.rectangle((0, low - 15 * unit, image.width, low), fill=(0, 0, 0, 130))
    done, accent = between(rng, 10, 85), one_of(rng, ((230, 20, 20, 255), (40, 140, 250, 255), (255, 255, 255, 255)))
    draw.rectangle((4 * unit, low - 11.8 * unit, 96 * unit, low - 11 * unit), fill=(210, 210, 210, 160))
    draw.rectangle((4 * unit, low - 11.8 * unit, done * unit, low - 11 * unit), fill=accent)
    draw.ellipse(((done - 1.4) * unit, low - 12.8 * unit, (done + 1.4) * unit, low - 10 * unit), fill=accent)
    for left in (5, 8):
        draw.rectangle((left * unit, low - 7.6 * unit, (left + 1.6) * unit, low - 2.8 * unit), fill=HALF_WHITE)
    draw.rectangle(
        (90 * unit, low - 7.4 * unit, 95 * unit, low - 3 * unit), outline=HALF_WHITE, width=round(unit * 0.6)
    )
    total = int(rng.integers(90, 9000))
    now = int(total * done / 100)
    time = f"{now // 60}:{now % 60:02d} / {total // 60}:{total % 60:02d}"
    small = pixels.shape[1] / 100
    mask = letters(time, one_of(rng, PLAIN), 30 * small, 3.6 * small)
    canvas = over(pixels, image)
    return Attacked(stamp(canvas, mask, round(13 * small), pixels.shape[0] - round(7 * small), PAPER)[0], note=time)


def phone_chrome(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Heart, comment and share signs at the side, a user's name at the foot."""
    image, draw, unit = sheet_for(pixels)
    side, top = 8 * unit, image.height * between(rng, 0.42, 0.55)
    x = 89 * unit
    heart = [(x + px, top + py) for px, py in overlays.heart_points(round(side))]
    draw.polygon(heart, fill=one_of(rng, (HALF_WHITE, (240, 40, 70, 245))))
    y = top + 14 * unit
    draw.ellipse((x, y, x + side, y + side * 0.85), fill=HALF_WHITE)
    draw.polygon((x + side * 0.15, y + side * 0.6, x + side * 0.5, y + side * 0.8, x, y + side), fill=HALF_WHITE)
    y = top + 28 * unit
    draw.polygon(
        (x, y + side * 0.4, x + side, y, x + side * 0.55, y + side, x + side * 0.4, y + side * 0.6), fill=HALF_WHITE
    )
    canvas, small = over(pixels, image), pixels.shape[1] / 100
    for step in range(2):
        count = letters(f"{rng.integers(1, 99)}.{rng.integers(0, 9)}K", one_of(rng, PLAIN), 7 * small, 2.6 * small)
        down = round(top / overlays.SHARP + (9.5 + 14 * step) * small)
        canvas, _ = stamp(canvas, count, round(93 * small) - count.shape[1] // 2, down, PAPER, (40, 40, 40))
    name = letters(one_of(rng, words.HANDLES), one_of(rng, PLAIN), 34 * small, 4 * small)
    canvas, _ = stamp(canvas, name, round(4 * small), pixels.shape[0] - round(9 * small), PAPER, (40, 40, 40))
    return Attacked(canvas)


def after(first: Attacked, function: AttackFunction, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The second attack on what the first one left, by way of a file."""
    second = function(save_and_open(first.pixels, first.saved_as), rng, others)
    whole = whole_of(second.pixels)
    shown = move_boxes((first.shown or whole_of(first.pixels),), second.place, whole)
    return Attacked(
        second.pixels,
        move_boxes(first.boxes_of_change, second.place, whole),
        note=f"{first.note}; {second.note}",
        place=second.place @ first.place,
        saved_as=second.saved_as,
        shown=shown[0] if shown else None,
    )


def seen_in(attacked: Attacked, before: Pixels) -> Box | None:
    """Where the picture before lies in the attacked one."""
    corners = move_points(shape.corners_of(before), attacked.place)
    (left, top), (right, bottom) = np.round(corners.min(axis=0)).astype(int), np.round(corners.max(axis=0)).astype(int)
    found = move_boxes(
        (Box(int(left), int(top), int(right - left), int(bottom - top)),), np.eye(3), whole_of(attacked.pixels)
    )
    return found[0] if found else None


def chain(
    name: str, firsts: Sequence[AttackFunction], seconds: Sequence[AttackFunction], turn: bool = False
) -> AttackFunction:
    """One drawn from each pool, one after the other; turn: in either order."""

    def two(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
        pair = [one_of(rng, firsts), one_of(rng, seconds)]
        if turn and rng.random() < 0.5:
            pair.reverse()
        first = pair[0](pixels, rng, others)
        placed = Attacked(
            first.pixels, note=first.note, place=first.place, saved_as=first.saved_as, shown=seen_in(first, pixels)
        )
        done = after(placed, pair[1], rng, others)
        names = " + ".join(function.__name__ for function in pair)
        return Attacked(done.pixels, (), f"{names}: {done.note}", done.place, done.saved_as, shown=done.shown)

    two.__name__ = name
    return two


PHOTOMETRIC = (tone.any_filter, tone.grey, tone.gamma, tone.blur_and_noise, tone.strong_jpeg)
GEOMETRIC = (shape.rotation, shape.mirror, shape.perspective, tone.resized)
FRAMING = (frames.story, frames.padded, frames.white_border)
OVERLAYS = (overlays.sticker, overlays.handle, overlays.watermark, overlays.meme_remark, play_button, phone_chrome)

chain_tone_and_shape = chain("chain_tone_and_shape", PHOTOMETRIC, GEOMETRIC, turn=True)
chain_shape_then_frame = chain("chain_shape_then_frame", GEOMETRIC, FRAMING)
chain_overlay_and_tone = chain("chain_overlay_and_tone", OVERLAYS, PHOTOMETRIC, turn=True)
chain_crop_and_filter = chain("chain_crop_and_filter", (shape.crop_sides, shape.half), tone.FILTERS, turn=True)
chain_screenshot_then_jpeg = chain("chain_screenshot_then_jpeg", (frames.screenshot,), (tone.strong_jpeg, tone.webp))
chain_story_then_thumbnail = chain("chain_story_then_thumbnail", (frames.story,), (tone.thumbnail, tone.resized))
