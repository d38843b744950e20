"""Benign, drawn another way than look, saving and overlays: tones, re-saving, and what apps lay over a poster."""

import cv2
import numpy as np
from PIL import Image, ImageDraw

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.encode import save_and_open
from benchmarks.attacks.geometry import resize, resize_by, size_of
from benchmarks.attacks.lettering import pick_among, words_of_height, words_of_width
from benchmarks.attacks.paint import Mask, blend, grey_of, paste, to_uint8
from benchmarks.attacks.second.words import BLACK, OTHER_FACES, WHITE
from benchmarks.attacks.values import Attacked, OtherPosters, SavedAs

ACCOUNTS = ("@reelgossip", "@nightowlfilms", "@thatposterguy", "@couchcritic", "@oneframeaday")
BIG = 320


def dark_mode(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Dimmed as apps dim pictures at night."""
    share = rng.uniform(0.45, 0.75)
    return Attacked(to_uint8(picture * share), note=f"x{share:.2f}")


def warm_corners(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A warm look: an S curve on each channel, yellow lights, blue shadows, dark corners."""
    values = picture.astype(np.float32) / 255
    curved = values + rng.uniform(0.08, 0.16) * np.sin((values - 0.5) * 2 * np.pi) * -0.5
    lights = values.mean(axis=2, keepdims=True)
    tinted = curved + lights * np.array([0.06, 0.02, -0.09]) + (1 - lights) * np.array([-0.02, 0.0, 0.05])
    rows = np.linspace(-1, 1, picture.shape[0])[:, None, None]
    columns = np.linspace(-1, 1, picture.shape[1])[None, :, None]
    corners = 1 - rng.uniform(0.25, 0.45) * np.clip(np.hypot(rows, columns) - 0.5, 0, 1)
    return Attacked(to_uint8(255 * tinted * corners))


def overdone(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Sharpened far too much, local contrast and colours pushed."""
    amount = rng.uniform(0.8, 1.6)
    soft = cv2.GaussianBlur(picture, (0, 0), max(1.0, picture.shape[1] / 350)).astype(np.float32)
    sharp = picture + amount * (picture - soft)
    grey = sharp.mean(axis=2, keepdims=True)
    return Attacked(to_uint8(grey + (sharp - grey) * rng.uniform(1.15, 1.4)), note=f"{amount:.2f}")


def starved_jpeg(picture: Pixels, _rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """JPEG of quality 20 after its colour was shrunk to an eighth."""
    width, height = size_of(picture)
    levels = np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2YCrCb), np.uint8)
    small, _ = resize(levels, width // 8, height // 8)
    blocks = cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR)
    levels[:, :, 1:] = blocks[:, :, 1:]
    pixels = np.asarray(cv2.cvtColor(levels, cv2.COLOR_YCrCb2RGB), np.uint8)
    return Attacked(pixels, saved_as=SavedAs("JPEG", 20))


def three_saves(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Smaller and saved, larger and saved, a little smaller and saved once more."""
    place, pixels = np.eye(3), picture
    for factor, saved in (
        (rng.uniform(0.55, 0.75), SavedAs("JPEG", int(rng.integers(35, 60)))),
        (rng.uniform(1.2, 1.6), SavedAs("WEBP", int(rng.integers(40, 65)))),
    ):
        pixels, step = resize_by(pixels, factor)
        pixels, place = save_and_open(pixels, saved), step @ place
    pixels, step = resize_by(pixels, rng.uniform(0.8, 0.95))
    return Attacked(pixels, place=step @ place, saved_as=SavedAs("JPEG", int(rng.integers(40, 65))))


def halftone(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A scan of a print: a light screen of dots at an angle in each ink, yellowish paper."""
    rows, columns = np.mgrid[0 : picture.shape[0], 0 : picture.shape[1]].astype(np.float32)
    length, depth = rng.uniform(3.0, 5.0), rng.uniform(0.08, 0.18)
    light = picture.astype(np.float32)
    for channel, degrees in enumerate((15.0, 75.0, 45.0)):
        angle = np.radians(degrees + rng.uniform(-4, 4))
        along = (columns * np.cos(angle) + rows * np.sin(angle)) * (2 * np.pi / length)
        across = (rows * np.cos(angle) - columns * np.sin(angle)) * (2 * np.pi / length)
        light[:, :, channel] *= 1 + depth * np.cos(along) * np.cos(across)
    paper = light * 0.9 + np.array([18.0, 16.0, 10.0])
    return Attacked(to_uint8(cv2.GaussianBlur(paper, (0, 0), 0.5)), note=f"{length:.1f} px")


def emoji_corner(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """One to three small emoji-like shapes in a row in a corner."""
    width, height = size_of(picture)
    side, count = round(width * rng.uniform(0.07, 0.12)), int(rng.integers(1, 4))
    margin = round(width * rng.uniform(0.02, 0.05))
    x = margin if rng.random() < 0.5 else width - margin - round(count * side * 1.1)
    y = margin if rng.random() < 0.5 else height - margin - side
    result = picture
    for number in range(count):
        shape = _emoji(int(rng.integers(4))).resize((side, side), Image.Resampling.LANCZOS)
        drawn = np.asarray(shape)
        mask = drawn[:, :, 3].astype(np.float32) / np.float32(255)
        result = paste(result, np.ascontiguousarray(drawn[:, :, :3]), mask, x + round(number * side * 1.1), y)
    return Attacked(result, note=f"{count} of {side} px")


def _emoji(number: int) -> Image.Image:
    """Dark glasses, a ghost, a popcorn box, a green tick."""
    image = Image.new("RGBA", (BIG, BIG), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    match number:
        case 0:
            draw.ellipse((10, 10, 310, 310), fill="#ffc83d")
            draw.rounded_rectangle((38, 100, 150, 165), 26, fill="#1d1d1f")
            draw.rounded_rectangle((170, 100, 282, 165), 26, fill="#1d1d1f")
            draw.line((40, 108, 280, 108), fill="#1d1d1f", width=14)
            draw.arc((100, 160, 230, 255), 10, 150, fill="#7a4a10", width=13)
        case 1:
            draw.pieslice((50, 20, 270, 260), 180, 360, fill="#f4f4f8")
            draw.polygon([(50, 138), (270, 138), (270, 300), (215, 262), (160, 300), (105, 262), (50, 300)], "#f4f4f8")
            for x in (110, 180):
                draw.ellipse((x, 110, x + 32, 160), fill="#202028")
        case 2:
            for x, y in ((60, 60), (120, 34), (190, 40), (240, 74), (150, 80)):
                draw.ellipse((x - 36, y - 30, x + 40, y + 44), fill="#fff1b8", outline="#e0c060", width=4)
            draw.polygon([(40, 110), (280, 110), (250, 306), (70, 306)], fill="#ffffff")
            for x in (40, 136, 232):
                draw.polygon([(x, 110), (x + 48, 110), (x * 0.75 + 85, 306), (x * 0.75 + 42, 306)], fill="#d8222a")
        case _:
            draw.rounded_rectangle((20, 20, 300, 300), 60, fill="#2faa4a")
            draw.line([(85, 165), (140, 222), (240, 100)], fill="#ffffff", width=38, joint="curve")
    return image


def name_across(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """An account's name from corner to corner, see-through."""
    width, height = size_of(picture)
    mask = words_of_width(_account(rng), pick_among(rng, OTHER_FACES), width * rng.uniform(0.65, 0.95))
    side = max(width, height)
    sheet: Mask = np.zeros((side, side), np.float32)
    y, x = (side - mask.shape[0]) // 2, (side - mask.shape[1]) // 2
    sheet[y : y + mask.shape[0], x : x + mask.shape[1]] = mask
    turn = cv2.getRotationMatrix2D((side / 2, side / 2), rng.uniform(25, 60) * rng.choice([-1, 1]), 1.0)
    turned = np.asarray(cv2.warpAffine(sheet, turn, (side, side)), np.float32)
    x, y = (side - width) // 2, (side - height) // 2
    opacity = rng.uniform(0.2, 0.4)
    cover = turned[y : y + height, x : x + width] * np.float32(opacity)
    return Attacked(blend(picture, WHITE, cover), note=f"{opacity:.2f}")


def account_plate(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A small account name on a white plate in the middle of an edge."""
    width, height = size_of(picture)
    mask = words_of_height(_account(rng), pick_among(rng, OTHER_FACES), max(7.0, height * rng.uniform(0.016, 0.026)))
    pad = max(2, round(mask.shape[0] * 0.5))
    plate: Mask = np.full((mask.shape[0] + 2 * pad, mask.shape[1] + 2 * pad), 0.9, np.float32)
    x = (width - plate.shape[1]) // 2
    y = round(height * 0.01) if rng.random() < 0.4 else height - plate.shape[0] - round(height * 0.01)
    result = paste(picture, WHITE, plate, x, y)
    return Attacked(paste(result, BLACK, mask, x + pad, y + pad))


def video_chrome(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A short-video app over the poster: a column of symbols on the right, a name and a line at the foot."""
    width, height = size_of(picture)
    side = width * 0.07
    x, y = width * 0.9, height * rng.uniform(0.42, 0.52)
    result = picture.copy()
    for number in range(4):
        at = (round(x), round(y + number * side * 2.2))
        cv2.circle(result, at, round(side / 2), WHITE, -1 if number == 0 else max(1, round(side / 9)), cv2.LINE_AA)
        count = words_of_height(f"{rng.uniform(1, 90):.1f}K", pick_among(rng, OTHER_FACES), side * 0.28)
        result = paste(result, WHITE, count, at[0] - count.shape[1] // 2, at[1] + round(side * 0.65))
    foot = height - side * 2.2
    for words, high in ((_account(rng), 0.42), ("original sound - see more", 0.34)):
        mask = words_of_height(words, pick_among(rng, OTHER_FACES), side * high)[:, : round(width * 0.75)]
        result = paste(result, BLACK, mask * np.float32(0.5), round(width * 0.04) + 1, round(foot) + 1)
        result = paste(result, WHITE, mask, round(width * 0.04), round(foot))
        foot += side * 0.9
    return Attacked(result)


def faded_print(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Bleached by the sun: reds gone, little contrast, cyan left."""
    amount = rng.uniform(0.4, 0.75)
    grey = grey_of(picture)[:, :, None]
    bleached = np.concatenate([grey * 0.7 + 70, grey * 0.75 + 62, grey * 0.72 + 72], axis=2)
    return Attacked(to_uint8(picture * (1 - amount) + bleached * amount), note=f"{amount:.2f}")


def _account(rng: np.random.Generator) -> str:
    return one_of(rng, ACCOUNTS)
