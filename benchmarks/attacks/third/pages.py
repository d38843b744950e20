"""Benign, the third set: more made-up apps: forums, walls of pictures, video, streaming pages and shelves."""

import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.geometry import resize_by
from benchmarks.attacks.third.screens import (
    a_count,
    a_saying,
    an_account,
    new_page,
    new_phone,
    scene,
    screenshot_of,
    tinted_backdrop,
    width_that_fits,
)
from benchmarks.attacks.values import Attacked, OtherPosters


def forum_thread(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A forum: the group's name, a question in bold, the poster on a dark plate, votes and answers in steps."""
    page = new_phone(rng)
    page.face(4, 9, 8)
    page.write("g/moviecouch", 14, 8.5, 3.4, bold=True)
    page.write(f"{an_account(rng)} - 5 h", 14, 13, 2.7, pale=True)
    page.write(
        str(rng.choice(["Thoughts on this one?", "Found this at my cinema", "Worth a watch?"])), 4, 20, 5, bold=True
    )
    wide = width_that_fits(picture, rng.uniform(50, 76), page.foot - 75)
    high = wide * picture.shape[0] / picture.shape[1]
    page.box((3, 30, 94, high), (14, 14, 16), 3)
    where = page.picture(picture, ((100 - wide) / 2, 30, wide))
    y = float(33 + high)
    for x, width, kind in ((4.0, 27, 3), (34.0, 21, 1), (58.0, 20, 2)):
        page.box((x, y, width, 8), page.plate, 4)
        page.sign(kind, x + 5, y + 4, 1.5)
        page.write(a_count(rng), x + 8.5, y + 1.5, 3)
    y += 13
    while y < page.foot - 14:
        x = float(rng.choice([4, 9, 14]))
        page.box((x, y, 0.4, 11), page.plate, 0.1)
        page.write(an_account(rng), x + 3, y, 2.8, bold=True)
        page.write(a_saying(rng), x + 3, y + 4.4, 3.1)
        y += 14
    return screenshot_of(page, where, "forum thread")


def picture_wall(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A wall of pictures in two columns of uneven heights with short lines below each; one of them is the poster."""
    page = new_phone(rng)
    for number, tab in enumerate(("For you", "Movie night", "Kitchens")):
        page.write(tab, 6 + 30 * number, 9, 3.4, bold=number == 0, pale=number > 0)
    column, row = int(rng.integers(2)), int(rng.integers(2))
    where = None
    for side in range(2):
        x, y, number = 2.5 + 48.5 * side, 17.0, 0
        while y < page.foot - 6:
            if side == column and number == row:
                where = page.picture(picture, (x, y, 46.5), 3.5)
                y += where[1].height / page.unit
            else:
                high = float(rng.uniform(30, 70))
                size = (120, round(120 * high / 46.5))
                page.box((x, y, 46.5, high), scene(size, rng), 3.5)
                y += high
            if y < page.foot - 6:
                page.face(x, y + 1, 5)
                page.write(an_account(rng)[:12], x + 7, y + 1, 2.6)
            y, number = y + 9, number + 1
    assert where is not None
    return screenshot_of(page, where, "picture wall")


def short_video(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A short-video app: the poster on black at most of the width, signs and counts at the right, words below."""
    page = new_phone(rng, dark=True)
    page.pixels[:] = page.pixels // 3
    wide = width_that_fits(picture, rng.uniform(78, 90), page.foot - 62)
    high = wide * picture.shape[0] / picture.shape[1]
    top = max(18.0, (page.foot - high) * rng.uniform(0.3, 0.42))
    where = page.picture(picture, ((100 - wide) / 2, top, wide))
    page.write("Following", 26, 8, 3.6, pale=True)
    page.write("For You", 52, 8, 3.6, bold=True)
    y = page.foot - 78
    page.face(87, y - 12, 10)
    for kind in (0, 1, 4, 3):
        page.sign(kind, 92, y + 3, 3.0)
        page.write(a_count(rng), 88, y + 6.5, 2.6)
        y += 13
    page.write(an_account(rng), 4, page.foot - 27, 3.8, bold=True)
    page.write(a_saying(rng), 4, page.foot - 21.5, 3.3)
    page.write("original sound", 8, page.foot - 16, 3.0)
    return screenshot_of(page, where, "short video")


def streaming_page(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A streaming app on a tablet: the poster at the left, buttons and lines at the right, its blur as the ground."""
    size = ((1280, 960), (1366, 1024), (1194, 834))[int(rng.integers(3))]
    page = new_page(size, rng, dark=True)
    page.pixels = tinted_backdrop(picture, size, rng.uniform(0.2, 0.4))
    page.write("Home", 4, 2, 2.0, bold=True)
    page.write("Films", 12, 2, 2.0)
    page.write("Kids", 20, 2, 2.0)
    where = page.picture(picture, (5, 9, width_that_fits(picture, rng.uniform(34, 40), page.foot - 14)), 1.2)
    x = 9 + where[1].width / page.unit
    page.box((x, 12, 22, 6), (245, 245, 245), 1)
    ink, page.ink = page.ink, (10, 10, 10)
    page.write("Play", x + 8, 12.9, 2.5, bold=True)
    page.ink = ink
    page.box((x, 20, 22, 6), page.plate, 1)
    page.write("My List", x + 6, 20.9, 2.4)
    page.write("97% match   1 h 48 min   HD", x, 29, 1.9, bold=True)
    y = 34.0
    for _ in range(4):
        page.write(a_saying(rng), x, y, 1.8, pale=True)
        y += 3.4
    for number in range(3):
        page.box((x + number * 17, y + 4, 15.5, 9), scene((90, 52), rng), 0.8)
        page.write(f"Clip {'abc'[number]}", x + number * 17, y + 13.6, 1.5)
    return screenshot_of(page, where, "streaming page")


def browse_shelf(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Shelves of posters to browse: this one larger than the others, at 36-46 % of the width, others beside it."""
    page = new_phone(rng, dark=True)
    page.write("Tonight on the couch", 4, 9, 4.6, bold=True)
    wide = rng.uniform(36, 46)
    high = wide * picture.shape[0] / picture.shape[1]
    left = float(rng.choice([4.0, (100 - wide) / 2]))
    for spot in [left - 34, left + wide + 3] if left > 10 else [left + wide + 3, left + wide + 36]:
        other, _ = resize_by(others.pick(rng).pixels, 31 * page.unit / 300)
        page.box((spot, 18 + high * 0.09, 31, min(high * 0.82, 50)), other, 1.5)
    where = page.picture(picture, (left, 18, wide), 1.5)
    y = 26 + high
    while y < page.foot - 12:
        page.write(
            str(rng.choice(["Because you cried last week", "Rainy day", "With the whole family"])), 4, y, 3.8, bold=True
        )
        for number in range(4):
            x = 4 + number * 27
            page.box((x, y + 8, 25, 37), others.pick(rng).pixels, 1.5)
        y += 52
    return screenshot_of(page, where, "browse shelf")


def picture_search(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A picture search on a desktop: rows of small finds at the left, the poster large on a dark panel at the right."""
    size = ((1440, 900), (1536, 864), (1280, 800))[int(rng.integers(3))]
    page = new_page(size, rng)
    page.box((4, 1.5, 46, 4), page.plate, 2)
    page.write("movie poster wallpaper", 6, 1.8, 1.8)
    y = 9.0
    while y < page.foot - 4:
        x = 3.0
        while x < 48:
            wide = float(rng.uniform(8, 15))
            page.box((x, y, min(wide, 51 - x), 12), scene((80, 70), rng), 0.6)
            page.write(an_account(rng)[:10], x, y + 12.3, 1.1, pale=True)
            x += wide + 1
        y += 16.5
    page.box((54, 7, 46, page.foot - 7), (32, 33, 36), 1)
    wide = width_that_fits(picture, rng.uniform(33.5, 40), page.foot - 16)
    where = page.picture(picture, (54 + (46 - wide) / 2, 10, wide), 0.8)
    below = 11 + where[1].height / page.unit
    page.ink = (230, 230, 232)
    page.write("Images may be subject to copyright", 57, below, 1.3)
    return screenshot_of(page, where, "picture search")
