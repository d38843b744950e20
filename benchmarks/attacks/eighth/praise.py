"""Edits: taglines, awards, quotes and makers that were never there. All set words or signs."""

import numpy as np

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.eighth.finding import calm_row, contrast
from benchmarks.attacks.eighth.sequels import FACES
from benchmarks.attacks.eighth.setting import set_line
from benchmarks.attacks.eighth.sheet import ITALIC, SANS, SANS_LIGHT, SERIF, SERIF_PLAIN, Look, Sheet
from benchmarks.attacks.eighth.sprites import Pen, stick
from benchmarks.attacks.values import Attacked, OtherPosters


def tagline_added(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A sentence of promise or menace."""
    sheet = Sheet(picture)
    text = one_of(
        rng,
        (
            "This time, it's personal.",
            "THE END IS ONLY THE BEGINNING",
            "Some doors should stay closed.",
            "HE'S BACK.",
            "Every legend has an heir.",
            "They forgot to lock the door.",
            "THIS SUMMER, LOVE HURTS",
            "No one gets out alive.",
            "Based on a true group chat.",
        ),
    )
    y = calm_row(picture, (0.04, 0.12, 0.62, 0.84), sheet.width * 0.04, rng)
    face = one_of(rng, (SERIF_PLAIN, ITALIC, SANS_LIGHT, SANS))
    sheet.changed(set_line(sheet, text, y, sheet.width * rng.uniform(0.03, 0.05), face, rng.uniform(0, 0.15)))
    return sheet.done(text)


def award_laurels(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """One to three laurel wreaths of festivals."""
    sheet = Sheet(picture)
    count, y = int(rng.integers(1, 4)), calm_row(picture, (0.07, 0.8), sheet.width * 0.15, rng)
    size = sheet.width * rng.uniform(0.2, 0.26)
    texts = (
        ("BEST PICTURE", "WINNER"),
        ("CANNES", "OFFICIAL SELECTION"),
        ("11 OSCARS", "WINNER"),
        ("SUNDANCE", "GRAND JURY PRIZE"),
        ("GOLDEN GLOBE", "BEST ACTOR"),
    )
    for index in range(count):
        x = sheet.width * (0.5 + (index - (count - 1) / 2) * 0.29)
        at = Box(max(0, int(x - size / 2)), int(y), int(size), int(size * 0.5))
        ink = one_of(rng, (contrast(picture, at), (220, 180, 80)))
        pen = Pen()
        for side in (-1, 1):
            for turn in np.linspace(-0.9, 1.1, 8):
                cx, cy = 0.5 + side * 0.42 * np.cos(turn), 0.5 + 0.36 * np.sin(turn)
                tip = (cx + side * 0.02 + 0.07 * side * np.sin(turn), cy - 0.13)
                pen.shape([(cx - 0.045, cy), tip, (cx + 0.045, cy), (cx, cy + 0.05)], ink)
        stick(sheet, pen.sprite(), x, y + size * 0.34, size)
        first, second = one_of(rng, texts)
        inner = Look(SERIF, widest=0.68 * size / sheet.width)
        sheet.line(second, x, y + size * 0.24, size * 0.075, ink, inner)
        sheet.line(first, x, y + size * 0.37, size * 0.11, ink, inner)
        left, top = max(0, round(x - size * 0.48)), max(0, round(y - size * 0.02))
        sheet.changed(
            Box(
                left,
                top,
                min(sheet.width, round(x + size * 0.48)) - left,
                min(sheet.height, round(y + size * 0.66)) - top,
            )
        )
    return sheet.done(f"count={count}")


def critics_quote(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Stars and a critic's praise or scorn."""
    sheet = Sheet(picture)
    y, high = calm_row(picture, (0.05, 0.5, 0.8), sheet.width * 0.18, rng), sheet.width * rng.uniform(0.04, 0.055)
    quote = one_of(
        rng,
        (
            "“A MASTERPIECE”",
            "“BETTER THAN THE BOOK”",
            "“WORST FILM OF THE YEAR”",
            "“TERRIFYING”",
            "“I WANT MY MONEY BACK”",
        ),
    )
    colour = one_of(rng, (None, (246, 200, 60)))
    made = set_line(sheet, "★★★★★", y, high, SANS, 0.1, colour)
    made = made.union(set_line(sheet, quote, y + high * 1.6, high, one_of(rng, FACES), 0.0, colour))
    sheet.changed(
        made.union(
            set_line(
                sheet,
                one_of(rng, ("EMPIRE", "THE GUARDIAN", "MY COUSIN")),
                y + high * 3.1,
                high * 0.55,
                SERIF,
                0.2,
                colour,
            )
        )
    )
    return sheet.done(quote)


def based_on_true_story(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A claim about makers or source."""
    sheet = Sheet(picture)
    text = one_of(
        rng,
        (
            "BASED ON A TRUE STORY",
            "FROM THE DIRECTOR OF INCEPTION",
            "A QUENTIN TARANTINO FILM",
            "THE DIRECTOR'S CUT",
            "A CHRISTOPHER NOLAN FILM",
            "THE MUSICAL",
            "IN IMAX 3D",
            "25TH ANNIVERSARY EDITION",
        ),
    )
    y = calm_row(picture, (0.03, 0.15, 0.66, 0.92), sheet.width * 0.04, rng)
    sheet.changed(
        set_line(
            sheet,
            text,
            y,
            sheet.width * rng.uniform(0.028, 0.045),
            one_of(rng, (*FACES, SANS_LIGHT)),
            rng.uniform(0.02, 0.3),
        )
    )
    return sheet.done(text)
