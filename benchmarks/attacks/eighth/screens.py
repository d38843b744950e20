"""Benign: the poster on screens, within the chrome of apps."""

import cv2
import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.eighth.chrome import BOLD, PLAIN, REMARKS, USERS, avatar, icon_row, page, place_on, status_bar
from benchmarks.attacks.eighth.passing import toned
from benchmarks.attacks.eighth.sheet import BLACK, SANS, WHITE, Look, Sheet, as_mask
from benchmarks.attacks.geometry import resize, shift_matrix, size_of
from benchmarks.attacks.values import Attacked, OtherPosters, SavedAs


def gallery_screenshot(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A phone's gallery, the poster across it."""
    width, height = size_of(picture)
    dark = rng.random() < 0.6
    ground, colour = (BLACK, WHITE) if dark else (WHITE, (30, 30, 32))
    sheet = page(width, round(width * rng.uniform(1.95, 2.2)), ground)
    status_bar(sheet, rng, colour)
    unit = width / 40
    sheet.line("Yesterday", width / 2, unit * 4, unit * 1.1, colour, BOLD)
    sheet.line("<", unit * 2, unit * 4, unit * 1.2, (70, 140, 250), BOLD, left=True)
    place = place_on(sheet, picture, 0, max(unit * 7, (sheet.height - height) / 2), width)
    for x in (5, 15, 25, 35):
        sheet.block(
            unit * (x - 0.9), sheet.height - unit * 4.5, unit * 1.8, unit * 1.8, (70, 140, 250), round_by=unit * 0.5
        )
    sheet.block(width * 0.33, sheet.height - unit * 0.9, width * 0.34, unit * 0.35, colour, round_by=unit * 0.15)
    return sheet.done(place=place, saved_as=SavedAs("PNG"))


def desktop_browser_screenshot(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A browser window with the poster on its own page."""
    width, height = size_of(picture)
    bar = max(24, round(height * 0.09))
    sheet = page(
        round(width * rng.uniform(1.8, 2.5)), height + bar + round(height * 0.08), one_of(rng, ((14, 14, 14), WHITE))
    )
    sheet.block(0, 0, sheet.width, bar * 0.5, (222, 225, 230))
    sheet.block(bar * 0.4, bar * 0.08, bar * 4.5, bar * 0.45, WHITE, round_by=bar * 0.1)
    sheet.line("poster.jpg (image)", bar * 0.7, bar * 0.2, bar * 0.16, (60, 62, 66), PLAIN, left=True)
    sheet.block(0, bar * 0.5, sheet.width, bar * 0.5, (246, 247, 249))
    sheet.block(bar * 1.5, bar * 0.57, sheet.width * 0.7, bar * 0.36, (230, 233, 238), round_by=bar * 0.17)
    sheet.line(
        "https://images.example.org/p/10283.jpg", bar * 1.8, bar * 0.68, bar * 0.15, (60, 62, 66), PLAIN, left=True
    )
    place = place_on(sheet, picture, (sheet.width - width) / 2, bar + (sheet.height - bar - height) / 2, width)
    return sheet.done(place=place, saved_as=SavedAs("PNG"))


def story_on_blurred_ground(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A 9:16 story: the poster turned a little over its own blur."""
    width, height = size_of(picture)
    high = round(width * 16 / 9)
    blur = cv2.GaussianBlur(resize(picture, round(high * width / height), high)[0], (0, 0), width / 14)
    left = max(0, (blur.shape[1] - width) // 2)
    sheet = Sheet((np.asarray(blur[:, left : left + width], np.float32) * 0.75).astype(np.uint8))
    factor, angle = rng.uniform(0.68, 0.86), rng.uniform(-5, 5)
    turn = np.vstack([cv2.getRotationMatrix2D((width / 2, height / 2), angle, factor), [0, 0, 1]])
    place = shift_matrix((sheet.width - width) / 2, (high - height) / 2) @ turn
    size = (sheet.width, sheet.height)
    mask = np.asarray(cv2.warpPerspective(np.ones((height, width), np.float32), place, size), np.float32)
    soft = np.asarray(cv2.warpPerspective(picture, place, size, borderMode=cv2.BORDER_REPLICATE), np.uint8)
    sheet.ink(np.clip(mask, 0, 1), 0, 0, soft)
    unit = sheet.width / 40
    sheet.block(unit, unit, sheet.width - 2 * unit, max(1, unit * 0.2), WHITE, opacity=0.5)
    avatar(sheet, rng, unit * 1.5, unit * 2, unit * 3)
    sheet.line(
        f"{one_of(rng, USERS)}  {rng.integers(1, 23)}h",
        unit * 5.5,
        unit * 3,
        unit * 1.1,
        WHITE,
        Look(SANS, shadow=0.4),
        left=True,
    )
    return sheet.done(f"angle={angle:.1f}", place)


def feed_post(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A photo feed's post with name, hearts and caption."""
    width, height = size_of(picture)
    unit = width / 40
    ground, colour = ((18, 18, 20), (240, 240, 240)) if rng.random() < 0.4 else (WHITE, (24, 24, 26))
    sheet = page(width, round(height + unit * 16), ground)
    user = one_of(rng, USERS)
    avatar(sheet, rng, unit, unit, unit * 3)
    sheet.line(user, unit * 5, unit * 2, unit * 1.1, colour, BOLD, left=True)
    place = place_on(sheet, picture, 0, unit * 5, width)
    below = round(unit * 5) + height
    icon_row(sheet, rng, below + unit * 2, colour)
    sheet.line(
        f"{rng.integers(2, 900)},{rng.integers(100, 999)} likes", unit, below + unit * 4, unit, colour, BOLD, left=True
    )
    sheet.line(f"{user}  {one_of(rng, REMARKS)}", unit, below + unit * 6.2, unit, colour, PLAIN, left=True)
    sheet.line("View all comments", unit, below + unit * 8.4, unit * 0.9, (140, 140, 144), PLAIN, left=True)
    return sheet.done(place=place)


def forum_post_dark(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A forum's thread in its dark look, votes under the poster."""
    width, height = size_of(picture)
    unit = width / 40
    sheet = page(width + round(2 * unit), round(height + unit * 16), (26, 26, 27))
    avatar(sheet, rng, unit, unit, unit * 2.4)
    sheet.line(
        f"r/movies · u/{one_of(rng, USERS)} · {rng.integers(2, 20)}h",
        unit * 4,
        unit * 1.8,
        unit * 0.9,
        (130, 132, 136),
        PLAIN,
        left=True,
    )
    sheet.line(one_of(rng, REMARKS), unit, unit * 4.6, unit * 1.5, (226, 228, 230), BOLD, left=True)
    place = place_on(sheet, picture, unit, unit * 8, width)
    low = sheet.height - unit * 5.5
    for x, text in (
        (1, f"↑ {rng.integers(2, 40)}.{rng.integers(1, 9)}k ↓"),
        (15, f"▢ {rng.integers(20, 900)}"),
        (25, "Share"),
    ):
        sheet.block(unit * x, low, unit * (12 if x == 1 else 8), unit * 3.2, (42, 44, 46), round_by=unit * 1.6)
        sheet.line(text, unit * (x + 1.5), low + unit * 1.1, unit * 1.0, (215, 218, 220), BOLD, left=True)
    return sheet.done(place=place, saved_as=SavedAs("WEBP", 80))


def chat_bubble(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A messenger's chat with the poster in a green bubble."""
    width, height = size_of(picture)
    sheet = page(round(width * 1.3), round(height * 1.12 + width * 0.42), (234, 226, 216))
    unit = sheet.width / 40
    sheet.block(0, 0, sheet.width, unit * 7, (10, 94, 84))
    status_bar(sheet, rng, WHITE)
    sheet.line(
        one_of(rng, ("Film club", "Mum", "Jonas", "Besties")), unit * 5, unit * 4.2, unit * 1.3, WHITE, BOLD, left=True
    )
    x = sheet.width - width - unit * 2.4
    sheet.block(x - unit * 0.6, unit * 8.4, width + unit * 1.2, height + unit * 4.4, (217, 253, 211), round_by=unit)
    place = place_on(sheet, picture, x, unit * 9, width)
    sheet.line(one_of(rng, REMARKS), x, unit * 9.6 + height, unit * 1.1, (20, 24, 26), PLAIN, left=True)
    sheet.line("✓✓", sheet.width - unit * 5, unit * 11 + height, unit, (80, 180, 230), BOLD, left=True)
    return sheet.done(place=place, saved_as=SavedAs("JPEG", 75))


def third_of_app_page(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A streaming app's or film site's page: the poster a third as wide, words beside it."""
    width = size_of(picture)[0]
    sheet = page(width * 2, width * 3, (16, 18, 24))
    unit = sheet.width / 40
    top = status_bar(sheet, rng, WHITE) + unit * 2
    place = place_on(sheet, picture, unit * 2, top, sheet.width * rng.uniform(0.31, 0.38))
    grey = (150, 154, 164)
    for row, text in enumerate(("Details", "Drama · 1h 52m", "Watched by 12 friends")):
        sheet.line(
            text,
            unit * 18.5,
            top + unit * (1 + 3 * row),
            unit * (1.7 if not row else 1.1),
            grey if row else WHITE,
            BOLD,
            left=True,
        )
    sheet.block(unit * 18.5, top + unit * 11, unit * 18, unit * 3.4, (229, 30, 40), round_by=unit * 0.5)
    sheet.line("▶  Play", unit * 27.5, top + unit * 12, unit * 1.2, WHITE, BOLD)
    for row in range(12):
        y = top + sheet.width * 0.6 + row * unit * 2.2
        sheet.block(unit * 2, y, unit * rng.uniform(24, 36), unit * 0.8, (64, 68, 78), round_by=unit * 0.3)
    return sheet.done(place=place, saved_as=SavedAs("PNG"))


def pin_with_round_corners(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A pin: rounded corners, a red button, a line beneath."""
    width, height = size_of(picture)
    unit = width / 40
    sheet = page(width + round(4 * unit), height + round(12 * unit), WHITE)
    place = place_on(sheet, picture, 2 * unit, 2 * unit, width)
    keep = page(width, height, BLACK)
    keep.block(0, 0, width, height, WHITE, round_by=unit * 2)
    outside = as_mask(1 - keep.pixels[..., 0] / 255)
    sheet.ink(outside, 2 * unit, 2 * unit, WHITE)
    sheet.block(width - unit * 7, unit * 3.5, unit * 7.5, unit * 3.6, (230, 0, 35), round_by=unit * 1.8)
    sheet.line("Save", width - unit * 3.2, unit * 4.7, unit * 1.2, WHITE, BOLD)
    sheet.line(one_of(rng, REMARKS), unit * 2, height + unit * 5, unit * 1.4, (20, 20, 20), BOLD, left=True)
    return sheet.done(place=place)


def filtered_then_screenshot(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Toned by one, shot off the phone by the next."""
    return gallery_screenshot(toned(picture, rng), rng, others)
