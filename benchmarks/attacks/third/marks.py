"""Benign, the third set: what people and sites lay over a poster that claims nothing about the film."""

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import one_of
from benchmarks.attacks.geometry import Colour, size_of
from benchmarks.attacks.paint import Mask, blend, feather, gradient, paste, rounded_mask, to_uint8
from benchmarks.attacks.third.letters import (
    HEAVY,
    PLAIN,
    STRONG,
    THIN,
    Style,
    grown,
    ink_of_height,
    ink_of_width,
    pick_style,
    stacked,
    text_line,
    turned,
)
from benchmarks.attacks.third.places import inside, opposite
from benchmarks.attacks.values import Attacked, OtherPosters

WHITE: Colour = (255, 255, 255)
BLACK: Colour = (0, 0, 0)
BIG = 300
HANDLES = ("@lenawatches", "@frame.by.frame", "@mrpopkorn", "@cine.soul", "@weekend_binge", "@posterpile")
SITES = ("cinegeeks.blog", "Reel & Rant", "moviewall.fan", "THE MARQUEE CLUB", "filmnerd.co", "plakatliebe.de")
SHOUTS = (
    ("omg", "finally!!"),
    ("who else is", "watching?"),
    ("crying, screaming,", "throwing up"),
    ("me and who??",),
    ("need this NOW",),
    ("best night", "of my life"),
    ("mom said yes",),
)


def reaction_stickers(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """Two to four emoji-like stickers of different sizes strewn over the poster, turned."""
    width, height = size_of(picture)
    result, count = picture, int(rng.integers(2, 5))
    for _ in range(count):
        side = round(width * rng.uniform(0.08, 0.2))
        drawn = _emoji(int(rng.integers(5))).rotate(float(rng.uniform(-25, 25)), Image.Resampling.BICUBIC)
        small = np.asarray(drawn.resize((side, side), Image.Resampling.LANCZOS))
        mask = small[:, :, 3].astype(np.float32) / np.float32(255)
        x, y = int(rng.integers(0, width - side)), int(rng.integers(0, height - side))
        result = paste(result, np.ascontiguousarray(small[:, :, :3]), mask, x, y)
    return Attacked(result, note=f"{count}")


def _emoji(number: int) -> Image.Image:
    """Crying with laughter, a skull, sparkles, raised hands as two mittens, eyes."""
    image = Image.new("RGBA", (BIG, BIG), (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    match number:
        case 0:
            draw.ellipse((20, 20, 280, 280), fill="#fdd835")
            draw.arc((75, 90, 135, 150), 190, 350, fill="#4e342e", width=14)
            draw.arc((165, 90, 225, 150), 190, 350, fill="#4e342e", width=14)
            draw.chord((80, 130, 220, 245), 0, 180, fill="#4e342e")
            for x in (30, 215):
                draw.ellipse((x, 125, x + 55, 205), fill="#4fc3f7")
        case 1:
            draw.ellipse((40, 20, 260, 220), fill="#eceff1")
            draw.rounded_rectangle((95, 180, 205, 280), 18, fill="#eceff1")
            for x in (82, 162):
                draw.ellipse((x, 95, x + 58, 160), fill="#263238")
            draw.polygon([(150, 160), (135, 190), (165, 190)], fill="#263238")
            for x in (125, 150, 175):
                draw.line((x, 225, x, 275), fill="#263238", width=7)
        case 2:
            for x, y, reach in ((120, 160, 110), (235, 70, 55), (245, 235, 45)):
                points = []
                for step in range(8):
                    away = reach if step % 2 == 0 else reach * 0.28
                    points.append((x + away * np.sin(step * np.pi / 4), y - away * np.cos(step * np.pi / 4)))
                draw.polygon(points, fill="#ffb300")
        case 3:
            for x in (30, 160):
                draw.rounded_rectangle((x, 90, x + 110, 280), 45, fill="#ffca6e")
                for finger in range(4):
                    left = x + 4 + finger * 27
                    draw.rounded_rectangle((left, 25, left + 22, 130), 11, fill="#ffca6e", outline="#e0a040", width=3)
        case _:
            for x in (15, 160):
                draw.ellipse((x, 60, x + 125, 240), fill="#ffffff", outline="#455a64", width=8)
                draw.ellipse((x + 20, 115, x + 75, 195), fill="#3e2723")
    return image


def stock_watermark(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A site's see-through name in bricks, upright or aslant, with thin crossing lines, as picture agencies do it."""
    width, height = size_of(picture)
    words = str(rng.choice(SITES))
    word = ink_of_width(words, pick_style(rng, THIN), width * rng.uniform(0.24, 0.4))
    side = int(1.5 * max(width, height))
    sheet: Mask = np.zeros((side, side), np.float32)
    step = (round(word.shape[1] * 1.35), round(word.shape[0] * rng.uniform(4, 7)))
    for row, y in enumerate(range(0, side - word.shape[0], step[1])):
        for x in range((row % 2) * step[0] // 2, side - word.shape[1], step[0]):
            sheet[y : y + word.shape[0], x : x + word.shape[1]] = word
    if rng.random() < 0.6:
        for at in range(-side, side, step[0]):
            cv2.line(sheet, (at, 0), (at + side, side), 0.6, 1, cv2.LINE_AA)
            cv2.line(sheet, (at + side, 0), (at, side), 0.6, 1, cv2.LINE_AA)
    sheet = turned(sheet, float(rng.choice([0.0, -20.0, 35.0])))
    y, x = (sheet.shape[0] - height) // 2, (sheet.shape[1] - width) // 2
    opacity = rng.uniform(0.2, 0.4)
    colour = WHITE if rng.random() < 0.7 else (40, 40, 40)
    cover = sheet[y : y + height, x : x + width] * np.float32(opacity)
    return Attacked(blend(picture, colour, cover), note=f"{words} {opacity:.2f}")


def fan_site_stamp(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A fan site's round see-through mark in a corner: a camera in a ring, its name below."""
    side = round(picture.shape[1] * rng.uniform(0.14, 0.26))
    mark: Mask = np.zeros((300, 300), np.float32)
    cv2.circle(mark, (150, 150), 140, 1.0, 12, cv2.LINE_AA)
    cv2.rectangle(mark, (70, 115), (180, 200), 1.0, -1)
    cv2.fillPoly(mark, [np.array([(190, 145), (235, 115), (235, 200), (190, 170)], np.int32)], 1.0)
    for x in (95, 150):
        cv2.circle(mark, (x, 90), 24, 1.0, -1, cv2.LINE_AA)
    ring = np.asarray(cv2.resize(mark, (side, side), interpolation=cv2.INTER_AREA), np.float32)
    name = ink_of_width(str(rng.choice(SITES)), STRONG, side * rng.uniform(1.0, 1.3))
    whole = stacked([ring, name], max(2, side // 14))
    x, y = inside(picture, whole, float(rng.choice([0.0, 1.0])), float(rng.choice([0.0, 1.0, 1.0])), 0.03)
    opacity = rng.uniform(0.4, 0.85)
    shade = feather(np.pad(whole, 4), 2.0) * np.float32(0.4)
    result = paste(picture, BLACK, shade, x - 4, y - 4)
    return Attacked(paste(result, WHITE, whole * np.float32(opacity), x, y), note=f"{side} px, {opacity:.2f}")


def handle_upright(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """An account's name running up or down along an edge."""
    height = picture.shape[0]
    word = ink_of_height(str(rng.choice(HANDLES)), pick_style(rng, (PLAIN, STRONG)), max(8.0, height * 0.02))
    upright = np.ascontiguousarray(np.rot90(word, 1 if rng.random() < 0.5 else 3))
    x, y = inside(picture, upright, float(rng.choice([0.0, 1.0])), rng.uniform(0.25, 0.75), 0.012)
    ground = picture[y : y + upright.shape[0], x : x + upright.shape[1]].mean()
    colour = WHITE if ground < 150 else BLACK
    result = paste(picture, opposite(colour), grown(upright, 1) * np.float32(0.4), x - 1, y - 1)
    return Attacked(paste(result, colour, upright * np.float32(rng.uniform(0.7, 1)), x, y))


def shout_over(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A story's caption on the picture: each line on its own rounded plate, or in thick letters with a dark edge."""
    width, height = size_of(picture)
    lines = one_of(rng, SHOUTS)
    size = width * rng.uniform(0.06, 0.1)
    plated = bool(rng.random() < 0.5)
    style = STRONG if plated else pick_style(rng, (*HEAVY, Style("DejaVuSerif-Italic.ttf")))
    masks = [text_line(line, style, size) for line in lines]
    factor = min(1.0, width * 0.8 / max(mask.shape[1] for mask in masks))
    masks = [text_line(line, style, size * factor) for line in lines]
    y = round(height * rng.choice([0.1, 0.3, 0.5, 0.7]))
    ground, ink = ((WHITE, (20, 20, 20)), (BLACK, WHITE), ((255, 64, 129), WHITE))[int(rng.integers(3))]
    result = picture
    for mask in masks:
        x = (width - mask.shape[1]) // 2
        if plated:
            pad = round(mask.shape[0] * 0.3)
            plate = rounded_mask((mask.shape[1] + 2 * pad, mask.shape[0]), pad)
            result = paste(paste(result, ground, plate, x - pad, y), ink, mask, x, y)
        else:
            edge = max(1, mask.shape[0] // 22)
            result = paste(result, BLACK, grown(mask, edge), x - edge, y - edge)
            result = paste(result, WHITE, mask, x, y)
        y += round(mask.shape[0] * 0.95)
    return Attacked(result, note=" ".join(lines))


def pen_ring_and_arrow(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A ring drawn by hand around something and an arrow drawn to it, in a loud colour."""
    width, height = size_of(picture)
    colour: Colour = ((255, 20, 20), (255, 40, 40), (255, 230, 0), (0, 255, 80))[int(rng.integers(4))]
    thick = max(2, round(width * rng.uniform(0.008, 0.016)))
    middle = np.array([rng.uniform(0.25, 0.75) * width, rng.uniform(0.2, 0.75) * height])
    reach = width * rng.uniform(0.1, 0.2) * np.array([1.0, rng.uniform(0.7, 1.3)])
    turn = np.linspace(0.3, 2 * np.pi + rng.uniform(0.5, 0.9), 90)
    swell = 1 + 0.05 * np.sin(turn * 1.5 + rng.uniform(0, 6)) + 0.035 * (turn - 3)
    ring = middle + np.stack([np.cos(turn), np.sin(turn)], axis=1) * reach * swell[:, None]
    result = picture.copy()
    cv2.polylines(result, [np.rint(ring).astype(np.int32)], False, colour, thick, cv2.LINE_AA)
    angle = rng.uniform(0, 2 * np.pi)
    way = np.array([np.cos(angle), np.sin(angle)])
    tip, tail = middle + way * reach * 1.25, middle + way * reach * rng.uniform(2.2, 3.0)
    bend = (tip + tail) / 2 + np.array([-way[1], way[0]]) * reach * 0.3
    steps = np.linspace(0, 1, 30)[:, None]
    line = (1 - steps) ** 2 * tail + 2 * steps * (1 - steps) * bend + steps**2 * tip
    cv2.polylines(result, [np.rint(line).astype(np.int32)], False, colour, thick, cv2.LINE_AA)
    for side in (-0.5, 0.5):
        end = tip + np.array([np.cos(angle + side), np.sin(angle + side)]) * thick * 6
        cv2.line(result, _point(tip), _point(end), colour, thick, cv2.LINE_AA)
    return Attacked(result)


def video_player(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A video page's rounded play button and, at the foot, a bar of what was played with the times at its ends."""
    width, height = size_of(picture)
    wide = round(width * rng.uniform(0.16, 0.26))
    high = round(wide * 0.7)
    x, y = (width - wide) // 2, (height - high) // 2
    tone: Colour = (230, 33, 23) if rng.random() < 0.5 else (28, 28, 30)
    result = paste(picture, tone, rounded_mask((wide, high), round(high * 0.28)) * np.float32(0.9), x, y)
    arrow = np.array([(0.4, 0.26), (0.4, 0.74), (0.68, 0.5)]) * (wide, high) + (x, y)
    cv2.fillPoly(result, [np.rint(arrow).astype(np.int32)], WHITE, cv2.LINE_AA)
    foot = round(height * 0.085)
    shade = np.repeat(np.linspace(0, 0.75, foot, dtype=np.float32)[:, None], width, axis=1)
    result = paste(result, BLACK, shade, 0, height - foot)
    bar, row = max(2, height // 160), height - round(foot * 0.22)
    played = round(width * rng.uniform(0.1, 0.85))
    result[row : row + bar] = to_uint8(result[row : row + bar] * 0.4 + 120)
    result[row : row + bar, :played] = tone if tone[0] > 100 else WHITE
    size = max(8.0, foot * 0.28)
    for words, right in ((f"0:{int(rng.integers(3, 50)):02d}", False), ("1:12", True)):
        mask = text_line(words, PLAIN, size)
        at = width - mask.shape[1] - round(width * 0.02) if right else round(width * 0.02)
        result = paste(result, WHITE, mask, at, row - mask.shape[0])
    return Attacked(result, note=f"{wide} px")


def poll_sticker(picture: Pixels, rng: np.random.Generator, _others: OtherPosters) -> Attacked:
    """A story's poll over the poster: a question and two answers on a white plate, a little turned."""
    width = picture.shape[1]
    wide = round(width * rng.uniform(0.45, 0.65))
    ask = str(rng.choice(["seen it yet?", "worth it?", "popcorn or nachos?", "crying too?", "movie night?"]))
    answers = (("yesss", "not yet"), ("always", "nope"), ("me", "also me"))[int(rng.integers(3))]
    head, high = round(wide * 0.2), round(wide * 0.24)
    plate = gradient((wide, head + high), WHITE, WHITE)
    plate[:head] = (38, 38, 42)
    question = text_line(ask, STRONG, head * 0.42)[:, : wide - 6]
    plate = paste(plate, WHITE, question, (wide - question.shape[1]) // 2, (head - question.shape[0]) // 2)
    for number, answer in enumerate(answers):
        mask = text_line(answer, STRONG, high * 0.38)[:, : wide // 2 - 4]
        tone: Colour = (0, 149, 246) if number == 0 else (237, 73, 86)
        x = wide // 4 + number * wide // 2 - mask.shape[1] // 2
        plate = paste(plate, tone, mask, x, head + (high - mask.shape[0]) // 2)
    plate[head + 3 : -3, wide // 2] = (200, 200, 200)
    mask = rounded_mask((wide, head + high), round(wide * 0.06))
    x, y = inside(picture, mask, rng.uniform(0.4, 0.6), rng.uniform(0.2, 0.85))
    return Attacked(paste(picture, plate, mask, x, y), note=ask)


def _point(point: NDArray[np.floating]) -> tuple[int, int]:
    return round(float(point[0])), round(float(point[1]))
