"""Edits that set other words and signs: dates, names, taglines, credits, laurels, logos."""

import cv2
import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import size_of
from benchmarks.attacks.seventh.canvas import Colour, Mask, drawn, edited_file, gradient, polygon
from benchmarks.attacks.seventh.finding import box_of, calm_place
from benchmarks.attacks.seventh.lettering import (
    BILLBOARD,
    BOOK,
    GROTESK,
    ROUNDED_BLACK,
    centred,
    lay_mask,
    line_mask,
    stacked,
)
from benchmarks.attacks.seventh.titling import GOLD, a_face, readable
from benchmarks.attacks.values import Attacked, OtherPosters

STARS = ("MARGOT ELLERY", "IDRIS VALE", "TOM HARGREAVE", "ANA DE LA CRUZ", "KEANU BRANDT", "ZOE LINDQVIST")
MONTHS = ("JANUARY", "MARCH", "MAY", "JULY", "OCTOBER", "DECEMBER")
SERVICES = ("NETFLIX", "prime video", "Disney+", "hulu", "HBO max", "Apple TV+", "STARFLIX")


def _in_a_calm_place(
    picture: Pixels, rng: np.random.Generator, mask: Mask, rows: tuple[float, float], colour: Colour, note: str
) -> Attacked:
    """The ink where little goes on between two shares of the height."""
    canvas = picture.copy()
    spot = calm_place(picture, mask.shape[1] + 2, mask.shape[0] + 2, rng, rows)
    ink, shadow = readable(canvas, spot, colour)
    box = lay_mask(canvas, mask, spot.x + 1, spot.y + 1, ink, shadow=shadow)
    return Attacked(canvas, (box,), note, saved_as=edited_file(rng))


def coming_next_year(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """ "COMING 2027" near the foot."""
    year = int(rng.integers(2026, 2030))
    text = (f"COMING {year}", f"SUMMER {year}", f"IN THEATERS {year}", str(year))[int(rng.integers(0, 4))]
    width = picture.shape[1]
    mask = line_mask(text, float(rng.uniform(0.03, 0.055)) * width, a_face(rng), 0.08, widest=0.8 * width)
    return _in_a_calm_place(picture, rng, mask, (0.72, 0.985), (240, 240, 240), text)


def only_in_cinemas(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """ "ONLY IN CINEMAS MAY 8" in one line or two."""
    day = f"{MONTHS[int(rng.integers(0, 6))]} {int(rng.integers(1, 29))}"
    width = picture.shape[1]
    capital = float(rng.uniform(0.026, 0.04)) * width
    face = (BILLBOARD, GROTESK, ROUNDED_BLACK)[int(rng.integers(0, 3))]
    if rng.random() < 0.5:
        mask = line_mask(f"ONLY IN CINEMAS {day}", capital, face, 0.06, widest=0.85 * width)
    else:
        mask = stacked(
            [line_mask("ONLY IN CINEMAS", capital * 0.7, face, 0.1), line_mask(day, capital, face)],
            round(capital * 0.5),
        )
    return _in_a_calm_place(
        picture, rng, mask, (0.7, 0.985), (245, 215, 70) if rng.random() < 0.4 else (245, 245, 245), day
    )


def service_name_set(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A streaming service's name at the head or the foot, as on its own posters."""
    text = SERVICES[int(rng.integers(0, len(SERVICES)))]
    width = picture.shape[1]
    colour: Colour = {"NETFLIX": (229, 9, 20), "hulu": (28, 231, 131), "prime video": (0, 168, 225)}.get(
        text, (245, 245, 245)
    )
    name = line_mask(
        text, float(rng.uniform(0.045, 0.07)) * width, BILLBOARD if text.isupper() else ROUNDED_BLACK, 0.03
    )
    mask = name
    if rng.random() < 0.5:
        over = ("A ORIGINAL SERIES", "ONLY ON", "STREAMING NOW ON")[int(rng.integers(0, 3))]
        mask = stacked([line_mask(over, 0.018 * width + 3, GROTESK, 0.15), name], round(0.018 * width))
    rows = (0.01, 0.32) if rng.random() < 0.5 else (0.72, 0.99)
    return _in_a_calm_place(picture, rng, mask, rows, colour, text)


def red_letter_as_logo(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A single folded red letter in an upper corner, a streaming service's sign."""
    canvas = picture.copy()
    width = picture.shape[1]
    tall = round(float(rng.uniform(0.09, 0.15)) * width)
    wide, bar = round(0.56 * tall), 0.34
    stems = np.maximum(
        polygon(wide, tall, [(0, 0), (bar, 0), (bar, 1), (0, 1)]),
        polygon(wide, tall, [(1 - bar, 0), (1, 0), (1, 1), (1 - bar, 1)]),
    )
    fold = polygon(wide, tall, [(0, 0), (bar, 0), (1, 1), (1 - bar, 1)])
    x = round(0.035 * width) if rng.random() < 0.7 else round(0.965 * width) - wide
    y = round(0.03 * width)
    box = lay_mask(canvas, stems, x, y, (177, 6, 15), shadow=width / 250)
    lay_mask(canvas, fold, x, y, (229, 9, 20), shadow=width / 300)
    lay_mask(canvas, stems * (1 - fold), x, y, (177, 6, 15))
    return Attacked(canvas, (box,), f"{tall} high", saved_as=edited_file(rng))


def star_name_added(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """An actor's name near the head, given name small over the other now and then."""
    text = STARS[int(rng.integers(0, len(STARS)))]
    width = picture.shape[1]
    capital = float(rng.uniform(0.032, 0.05)) * width
    given, _, rest = text.partition(" ")
    face = a_face(rng)
    if rng.random() < 0.4:
        mask = stacked(
            [line_mask(given, capital * 0.55, face, 0.2), line_mask(rest, capital, face, 0.05)], round(capital * 0.4)
        )
    else:
        mask = line_mask(text, capital, face, 0.12, widest=0.8 * width)
    return _in_a_calm_place(picture, rng, mask, (0.01, 0.3), (242, 242, 240), text)


def _laurel(tall: int) -> Mask:
    """One branch, open to the right."""
    wide = round(0.5 * tall)

    def branch(pen: object, k: int) -> None:
        for i in range(9):
            at = np.pi * (0.56 + 0.86 * i / 8)
            x, y = 0.95 + 0.72 * np.cos(at) * 1.15, 0.5 - 0.45 * np.sin(at)
            for turn in (0.5, -0.65):
                lean = at + np.pi / 2 + turn
                tip = (x + 0.3 * np.cos(lean), y - 0.15 * np.sin(lean))
                side = (0.07 * np.sin(lean), 0.035 * np.cos(lean))
                middle = ((x + tip[0]) / 2, (y + tip[1]) / 2)
                leaf = [
                    (x, y),
                    (middle[0] + side[0], middle[1] + side[1]),
                    tip,
                    (middle[0] - side[0], middle[1] - side[1]),
                ]
                pen.polygon([(px * wide * k, py * tall * k) for px, py in leaf], fill=255)  # type: ignore[attr-defined]

    return drawn(wide, tall, branch)


def laurels_awarded(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """One to three festival laurels in a row."""
    width = picture.shape[1]
    count = int(rng.integers(1, 4))
    tall = max(18, round(float(rng.uniform(0.11, 0.15)) * width))
    texts = [
        ["OFFICIAL", "SELECTION", "CANNES 2026"],
        ["WINNER", "BEST PICTURE", "VENICE"],
        ["AUDIENCE", "AWARD", "SXSW"],
    ]
    pieces: list[Mask] = []
    for number in rng.permutation(3)[:count]:
        words = stacked(
            [line_mask(text, tall / 9, BOOK, 0.05, widest=0.95 * tall) for text in texts[int(number)]], round(tall / 13)
        )
        left = _laurel(tall)
        sheet = np.zeros((tall, 2 * left.shape[1] + round(0.62 * tall)), np.float32)
        sheet[:, : left.shape[1]] = left
        sheet[:, -left.shape[1] :] = np.maximum(sheet[:, -left.shape[1] :], left[:, ::-1])
        y, x = (tall - words.shape[0]) // 2, (sheet.shape[1] - words.shape[1]) // 2
        sheet[y : y + words.shape[0], x : x + words.shape[1]] = words
        pieces += [sheet, np.zeros((tall, round(0.2 * tall)), np.float32)]
    row = np.hstack(pieces[:-1])
    if row.shape[1] > 0.92 * width:
        factor = 0.92 * width / row.shape[1]
        row = np.asarray(cv2.resize(row, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA), np.float32)
    rows = (0.01, 0.35) if rng.random() < 0.6 else (0.6, 0.98)
    ink = box_of(row, 0.1)
    row = row[ink.y : ink.y + ink.height, ink.x : ink.x + ink.width]
    return _in_a_calm_place(
        picture, rng, row, rows, GOLD if rng.random() < 0.4 else (245, 245, 245), f"{count} laurels"
    )


def new_title_card(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A metallic "UNTITLED SEQUEL" style line with a bevel, in the middle or the lower half."""
    canvas = picture.copy()
    width, height = size_of(canvas)
    text = ("THE SEQUEL", "RETURNS", "UNLEASHED", "ORIGINS", "VS. THE WORLD")[int(rng.integers(0, 5))]
    mask = line_mask(text, float(rng.uniform(0.07, 0.1)) * width, a_face(rng), 0.03, widest=0.86 * width)
    steel = gradient(
        mask.shape[1],
        mask.shape[0],
        [(0, (250, 250, 255)), (0.48, (150, 160, 178)), (0.52, (70, 78, 96)), (1, (220, 226, 236))],
    )
    fire = gradient(mask.shape[1], mask.shape[0], [(0, (255, 240, 150)), (0.5, (240, 150, 30)), (1, (170, 40, 10))])
    y = height * float(rng.uniform(0.5, 0.85))
    paint = steel if rng.random() < 0.5 else fire
    box = centred(canvas, mask, width / 2, y, paint, outline=max(1, round(width / 220)), shadow=width / 130)
    return Attacked(canvas, (box,), text, saved_as=edited_file(rng))
