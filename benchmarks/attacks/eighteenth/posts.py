"""Harmless: stories, chats, posts, pages, lists, and borders."""

import cv2
import numpy as np
from PIL import Image

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.eighteenth import words
from benchmarks.attacks.eighteenth.lettering import APP_FACES, fitted_mask, inked, lay_middle, write
from benchmarks.attacks.eighteenth.screens import any_share, fresh, name_line, phone, softened, some_of, width_for
from benchmarks.attacks.geometry import Colour, shift_matrix, size_of
from benchmarks.attacks.values import Attacked, OtherPosters, SavedAs


def story(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A 9:16 story: blurred, plain or graded ground, the poster in the middle, a line above or below it."""
    size = one_of(rng, ((1080, 1920), (720, 1280)))
    screen = fresh(rng, size)
    kind = one_of(rng, ("blurred", "plain", "graded"))
    top, bottom = rng.integers(20, 235, 3), rng.integers(20, 235, 3)
    if kind == "blurred":
        screen.image.paste(Image.fromarray(softened(pixels, size)))
    else:
        share = np.linspace(0, 1, size[1])[:, None, None] * (kind == "graded")
        ground = np.broadcast_to(top * (1 - share) + bottom * share, (size[1], size[0], 3))
        screen.image.paste(Image.fromarray(ground.astype(np.uint8)))
    wide = width_for(pixels, size[0] * between(rng, 0.55, 0.84), size[1] * 0.66)
    high = wide * pixels.shape[0] / pixels.shape[1]
    left, above = (size[0] - wide) / 2, (size[1] - high) * between(rng, 0.42, 0.58)
    put = screen.poster(pixels, left, above, wide)
    made = np.asarray(screen.image).copy()
    mask = fitted_mask(one_of(rng, words.STORY_LINES), one_of(rng, APP_FACES), (size[0] * 0.8, size[1] * 0.03))
    at = above / 2 if rng.random() < 0.5 else (above + high + size[1]) / 2
    made, _ = write(made, mask, (size[0] / 2, at), rng)
    return Attacked(made, place=put[0], shown=put[1], note=kind, saved_as=SavedAs("JPEG", int(rng.integers(75, 93))))


def chat_screenshot(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A messenger: the poster in a bubble between other messages."""
    screen, unit, width, height = phone(rng)
    screen.box(0, unit * 9, width, unit * 14, screen.accent if rng.random() < 0.4 else screen.card)
    screen.disc(unit * 17, unit * 15, unit * 4.5, screen.faint)
    screen.text(unit * 25, unit * 12, name_line(rng), unit * 4.2, bold=True)
    wide = width_for(pixels, width * any_share(rng), height * 0.42)
    high, own, y = wide * pixels.shape[0] / pixels.shape[1], bool(rng.random() < 0.5), unit * 30
    for number, line in enumerate(some_of(rng, words.POSTS, 2)):
        right = number % 2 == 0
        screen.box(unit * (28 if right else 4), y, unit * 68, unit * 18, screen.card, unit * 3)
        screen.paragraph(unit * (31 if right else 7), y + unit * 3, (line,), unit * 3.6, unit * 60)
        y += unit * 22
    x = width - wide - unit * 6 if own else unit * 6
    screen.box(x - unit * 2, y, wide + unit * 4, high + unit * 12, screen.card, unit * 3)
    put = screen.poster(pixels, x, y + unit * 2, wide)
    screen.text(x + unit, y + high + unit * 4.5, one_of(rng, words.REMARKS), unit * 3.8)
    screen.box(unit * 4, height - unit * 14, unit * 78, unit * 10, screen.card, unit * 5)
    screen.text(unit * 9, height - unit * 11, "Message", unit * 3.6, ink=screen.faint)
    screen.disc(width - unit * 9, height - unit * 9, unit * 5, screen.accent)
    return screen.result(rng, put, f"share {wide / width:.2f}")


def post_screenshot(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A social post: avatar, name, a sentence, the picture, the row of icons, and answers under it."""
    screen, unit, width, height = phone(rng)
    screen.disc(unit * 9, unit * 17, unit * 5, screen.accent)
    screen.text(unit * 17, unit * 12.5, name_line(rng), unit * 4, bold=True)
    screen.text(unit * 17, unit * 18, f"{rng.integers(2, 59)} min", unit * 3.2, ink=screen.faint)
    y = screen.paragraph(unit * 5, unit * 26, some_of(rng, words.POSTS, 2), unit * 4, unit * 88) + unit * 3
    wide = width_for(pixels, width * any_share(rng), height * 0.5)
    x = unit * 5 if rng.random() < 0.6 else (width - wide) / 2
    put = screen.poster(pixels, x, y, wide)
    y += put[1].height + unit * 7
    screen.icons(unit * 9, y, unit * 16, 5)
    for line in some_of(rng, words.REMARKS, 3):
        y += unit * 13
        if y < height - unit * 24:
            screen.disc(unit * 9, y, unit * 4, screen.faint)
            screen.text(unit * 16, y - unit * 3, line, unit * 3.6)
    screen.box(0, height - unit * 15, width, unit * 15, screen.card)
    screen.icons(unit * 12, height - unit * 8, unit * 19, 5)
    return screen.result(rng, put, f"share {wide / width:.2f}")


def page_screenshot(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A film's web page: the poster at the side, a column of text and buttons beside it."""
    size = one_of(rng, ((1440, 900), (1280, 960), (1366, 1024)))
    screen, left_side = fresh(rng, size), bool(rng.random() < 0.6)
    unit, width = screen.unit, size[0]
    screen.box(0, 0, width, unit * 6, screen.card)
    screen.box(unit * 20, unit * 1.2, unit * 70, unit * 3.6, screen.ground, unit * 1.8)
    screen.text(unit * 22, unit * 1.8, one_of(rng, words.SITES).lower().replace(" ", "") + "/film", unit * 2.2)
    screen.icons(unit * 5, unit * 3, unit * 5, 3)
    wide = width_for(pixels, width * between(rng, 0.3, 0.36), size[1] * 0.82)
    x = unit * 6 if left_side else width - wide - unit * 6
    put = screen.poster(pixels, x, unit * 13, wide)
    column = x + wide + unit * 5 if left_side else unit * 6
    room = width - wide - unit * 18
    screen.text(
        column, unit * 13, one_of(rng, ("Overview", "Reviews", "About", "Popular reviews")), unit * 5, bold=True
    )
    screen.text(
        column, unit * 21, f"{rng.integers(90, 160)} min   {rng.integers(5, 9)}.{rng.integers(10)} / 10", unit * 2.6
    )
    screen.box(column, unit * 27, unit * 22, unit * 6, screen.accent, unit)
    screen.text(
        column + unit * 3, unit * 28.6, one_of(rng, ("Watchlist", "Log film", "Rate", "Share")), unit * 2.6, True
    )
    y = screen.paragraph(column, unit * 38, some_of(rng, words.POSTS, 9), unit * 2.5, room)
    for _ in range(2):
        y += unit * 5
        screen.disc(column + unit * 3, y + unit * 2, unit * 2.6, screen.faint)
        screen.text(column + unit * 8, y, one_of(rng, words.REMARKS), unit * 2.4)
    return screen.result(rng, put, f"share {wide / width:.2f}")


def grid_screenshot(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A list in an app: the poster among cards that have not loaded yet."""
    screen, unit, width, height = phone(rng)
    own, put = int(rng.integers(2)), None
    screen.text(unit * 5, unit * 11, one_of(rng, ("Watchlist", "For you", "Saved", "Favourites")), unit * 6, bold=True)
    wide = width_for(pixels, unit * 43, height * 0.4)
    high = wide * pixels.shape[0] / pixels.shape[1]
    for number in range(6):
        x, y = unit * (5 + 47 * (number % 2)), unit * 24 + (number // 2) * (high + unit * 13)
        if number == own:
            put = screen.poster(pixels, x, y, wide)
        else:
            red, green, blue = (int(value) for value in rng.integers(70, 190, 3))
            screen.box(x, y, wide, high, (red, green, blue), unit * 2)
        screen.text(x, y + high + unit * 2, name_line(rng)[:14], unit * 3.4)
    assert put is not None
    return screen.result(rng, put, f"share {wide / width:.2f}")


def bordered(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A white border, at times deeper at the foot like an instant photo's, with a word on it."""
    width = size_of(pixels)[0]
    edge, instant = round(width * between(rng, 0.03, 0.1)), bool(rng.random() < 0.5)
    foot = round(width * 0.2) if instant else edge
    colour: Colour = one_of(rng, ((255, 255, 255), (255, 255, 255), (246, 240, 228), (12, 12, 12)))
    made = np.asarray(cv2.copyMakeBorder(pixels, edge, foot, edge, edge, cv2.BORDER_CONSTANT, value=colour), np.uint8)
    if instant:
        ink: Colour = (50, 50, 60) if colour[0] > 99 else (240, 240, 240)
        mask = fitted_mask(one_of(rng, words.STORY_LINES), one_of(rng, APP_FACES), (width * 0.7, width * 0.05))
        made, _ = lay_middle(made, inked(mask, ink), made.shape[1] / 2, made.shape[0] - foot / 2)
    return Attacked(made, place=shift_matrix(edge, edge), note="instant" if instant else "even")


def padded(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Bars to a square, to 16:9, or above and below, plain or blurred."""
    width, height = size_of(pixels)
    ratio = one_of(rng, (1.0, 16 / 9, 9 / 16, 0.8))
    size = (max(width, round(height * ratio)), max(height, round(width / ratio)))
    left, top = (size[0] - width) // 2, (size[1] - height) // 2
    plain = one_of(rng, ((0, 0, 0), (255, 255, 255), (30, 34, 48), None))
    made = softened(pixels, size) if plain is None else np.full((size[1], size[0], 3), plain, np.uint8)
    made = made.copy()
    made[top : top + height, left : left + width] = pixels
    return Attacked(made, place=shift_matrix(left, top), note=f"{size[0]} x {size[1]}")
