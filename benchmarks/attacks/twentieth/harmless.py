"""Ways a poster is passed on that change nothing it says or shows."""

import math

import cv2
import numpy as np
from PIL import Image, ImageDraw

from app.model.poster_image import Pixels
from benchmarks.attacks import geometry
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.encode import save_and_open
from benchmarks.attacks.geometry import Colour, resize, size_of
from benchmarks.attacks.lettering import named_font
from benchmarks.attacks.twentieth.ink import BOLD, SANS, emoji, find_place, fitted, put, words
from benchmarks.attacks.values import Attacked, AttackFunction, Box, Matrix, OtherPosters, SavedAs

CHATTER = ("omg finally", "who's coming with me?", "is this the real one?", "can't wait for this", "mum look at this")
HANDLES = ("@cinema.daily", "@posterdump", "@reelnotes", "@filmfan_92")
SIGNS = ("😂", "😍", "🔥", "👍", "😭", "🎉", "❤️", "👀")


def quality(rng: np.random.Generator, low: int = 72, high: int = 93) -> SavedAs:
    """An everyday JPEG."""
    return SavedAs("JPEG", int(rng.integers(low, high)))


def clipped(raster: np.ndarray) -> Pixels:
    """Numbers back to pixels."""
    return np.clip(raster + 0.5, 0, 255).astype(np.uint8)


def crushed_jpeg(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Saved again and again until the blocks show."""
    return Attacked(pixels, saved_as=quality(rng, 9, 22))


def tiny_preview(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A thumbnail of about 200 pixels."""
    width = int(rng.integers(185, 231))
    small, place = resize(pixels, width, round(width * pixels.shape[0] / pixels.shape[1]))
    return Attacked(small, place=place, saved_as=quality(rng, 65, 85), note=f"{width} px")


def resaved_small(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A messenger's copy: a size down and a hard JPEG."""
    width = round(max(300, pixels.shape[1] * between(rng, 0.55, 0.8)))
    small, place = resize(pixels, width, round(width * pixels.shape[0] / pixels.shape[1]))
    return Attacked(small, place=place, saved_as=quality(rng, 38, 58))


def app_filter(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A photo app's look: tint, curve, saturation and darker corners."""
    warm, raster = one_of(rng, (1, -1)) * between(rng, 0.08, 0.2), pixels.astype(np.float32) / 255
    raster = raster ** between(rng, 0.75, 1.3) * np.array([1 + warm, 1.0, 1 - warm], np.float32)
    grey = raster.mean(axis=2, keepdims=True)
    raster = grey + (raster - grey) * between(rng, 0.6, 1.45)
    down, across = np.mgrid[-1 : 1 : pixels.shape[0] * 1j, -1 : 1 : pixels.shape[1] * 1j]
    corners = 1 - between(rng, 0.1, 0.25) * (down**2 + across**2)[..., None]
    return Attacked(clipped(raster * corners * 255), saved_as=quality(rng))


def noir(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Black and white with harder contrast and film grain."""
    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY).astype(np.float32)
    grey = (grey - 128) * between(rng, 1.05, 1.35) + 128 + rng.normal(0, between(rng, 3, 9), grey.shape)
    return Attacked(clipped(np.repeat(grey[..., None], 3, axis=2)), saved_as=quality(rng))


def soft_and_grainy(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Out of focus, then noisy."""
    soft = cv2.GaussianBlur(pixels, (0, 0), pixels.shape[1] * between(rng, 0.002, 0.005)).astype(np.float32)
    return Attacked(clipped(soft + rng.normal(0, between(rng, 6, 16), pixels.shape)), saved_as=quality(rng))


def keystone(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Photographed from the side and cut so that no ground shows."""
    width, height = size_of(pixels)
    away = rng.uniform(0.0, 0.07, (4, 2)) * [width, height] * [[-1, -1], [1, -1], [1, 1], [-1, 1]]
    matrix = geometry.onto_corners((width, height), geometry.corners_of((width, height)) + away)
    return Attacked(geometry.warp(pixels, matrix, (width, height), (0, 0, 0)), place=matrix, saved_as=quality(rng))


def screen_photo(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A phone's photo of a monitor that shows the poster: bezel, tilt, moire, glare, noise."""
    large, scaled = geometry.resize_by(pixels, min(2.0, max(1.0, 600 / pixels.shape[1])))
    wide, high = size_of(large)
    margin = np.array([wide, high]) * between(rng, 0.08, 0.16)
    size = round(wide + 2 * margin[0]), round(high + 2 * margin[1])
    corners = geometry.corners_of((wide, high))
    matrix = geometry.onto_corners((wide, high), corners + margin + rng.uniform(-0.04, 0.04, (4, 2)) * [wide, high])
    bezel = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * wide * between(rng, 0.02, 0.05)
    frame = geometry.move_points(corners + bezel, matrix).round().astype(np.int32)
    wall: Colour = one_of(rng, ((168, 160, 150), (92, 96, 104), (205, 200, 190), (60, 52, 46)))
    ground = np.full((size[1], size[0], 3), wall, np.uint8)
    cv2.fillPoly(ground, [frame], (18, 18, 20), cv2.LINE_AA)
    mask = geometry.warp(np.full_like(large, 255), matrix, size, (0, 0, 0)).astype(np.float32) / 255
    raster = ground * (1 - mask) + geometry.warp(large, matrix, size, (0, 0, 0)) * mask
    down, across = np.mgrid[0 : size[1], 0 : size[0]].astype(np.float32)
    angle, step = between(rng, 0, math.pi), between(rng, 3.5, 9)
    wave = np.sin((across * math.cos(angle) + down * math.sin(angle)) * 2 * math.pi / step)[..., None]
    raster = raster * (1 + between(rng, 0.02, 0.05) * wave * mask)
    off = (across - size[0] * rng.uniform()) ** 2 + (down - size[1] * rng.uniform()) ** 2
    raster = raster + np.exp(-off / (wide * 0.3) ** 2)[..., None] * between(rng, 15, 45)
    raster = cv2.GaussianBlur(raster, (0, 0), between(rng, 0.6, 1.2)) + rng.normal(0, between(rng, 2, 6), raster.shape)
    return Attacked(clipped(raster), place=matrix @ scaled, saved_as=quality(rng))


def tilted(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Laid down askew on plain ground, or a whole quarter turned."""
    width, height = size_of(pixels)
    degrees = one_of(rng, (1, -1)) * (between(rng, 3, 17) if rng.uniform() < 0.75 else 90.0)
    turn = np.vstack([cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0), [0, 0, 1]])
    moved = geometry.move_points(geometry.corners_of((width, height)), turn)
    low, size = moved.min(axis=0), np.ceil(np.ptp(moved, axis=0) - 1e-6).astype(int)
    matrix = geometry.shift_matrix(-low[0], -low[1]) @ turn
    fill: Colour = one_of(rng, ((255, 255, 255), (0, 0, 0), (120, 124, 130), (226, 214, 190)))
    turned = geometry.warp(pixels, matrix, (int(size[0]), int(size[1])), fill)
    return Attacked(turned, place=matrix, saved_as=quality(rng), note=f"{degrees:.0f} degrees")


def mirrored(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Left and right changed over."""
    matrix = geometry.shift_matrix(pixels.shape[1], 0) @ geometry.scale_matrix(-1, 1)
    return Attacked(np.ascontiguousarray(pixels[:, ::-1]), place=matrix, saved_as=quality(rng))


def half_kept(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """About half of the poster cut away at one side."""
    width, height = size_of(pixels)
    side, kept = one_of(rng, ("top", "bottom", "left", "right")), between(rng, 0.48, 0.6)
    wide, high = (width, round(height * kept)) if side in ("top", "bottom") else (round(width * kept), height)
    box = Box(width - wide if side == "right" else 0, height - high if side == "bottom" else 0, wide, high)
    part, place = geometry.crop(pixels, box)
    return Attacked(part, place=place, saved_as=quality(rng), note=f"{side} {kept:.2f}")


def page(width: int, height: int, rng: np.random.Generator) -> tuple[Image.Image, ImageDraw.ImageDraw, Colour, Colour]:
    """An app's page, dark or light, with clock and battery; its pen, ink and panel colour."""
    dark, clock = bool(rng.integers(2)), f"{rng.integers(7, 23)}:{rng.integers(10, 60)}"
    sheet = Image.new("RGB", (width, height), (17, 18, 22) if dark else (255, 255, 255))
    ink, panel = ((236, 236, 240), (42, 44, 52)) if dark else ((24, 24, 28), (234, 236, 240))
    draw = ImageDraw.Draw(sheet)
    draw.text((width * 0.06, 14), clock, font=named_font(BOLD, 26), fill=ink)
    draw.rounded_rectangle((width - 90, 16, width - 42, 40), 6, outline=ink, width=3)
    return sheet, draw, ink, panel


def laid(sheet: Image.Image, pixels: Pixels, x: int, y: int, width: int) -> tuple[Pixels, Matrix, int]:
    """The page with the poster so wide at a place, how its points moved, and the line below it."""
    small, scaled = resize(pixels, width, round(width * pixels.shape[0] / pixels.shape[1]))
    result = np.array(sheet)
    result[y : y + small.shape[0], x : x + small.shape[1]] = small
    return result, geometry.shift_matrix(x, y) @ scaled, y + small.shape[0]


def chat_third(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A chat's screenshot; the poster is a third of it wide."""
    width = int(rng.integers(900, 1150))
    wide = round(width * between(rng, 0.31, 0.4))
    high = round(wide * pixels.shape[0] / pixels.shape[1])
    sheet, draw, ink, panel = page(width, high + 900, rng)
    draw.rectangle((0, 60, width, 160), fill=panel)
    draw.ellipse((30, 72, 106, 148), fill=(90, 140, 210))
    draw.text((130, 88), one_of(rng, HANDLES)[1:], font=named_font(BOLD, 36), fill=ink)
    for y in (200, 300, high + 430, high + 530):
        line, right = one_of(rng, CHATTER), bool(rng.integers(2))
        long = named_font(SANS, 32).getlength(line)
        x = width - long - 90 if right else 30
        draw.rounded_rectangle((x, y, x + long + 60, y + 76), 34, fill=(40, 120, 235) if right else panel)
        draw.text((x + 30, y + 18), line, font=named_font(SANS, 32), fill=(255, 255, 255) if right else ink)
    draw.rounded_rectangle((30, high + 800, width - 30, high + 870), 34, outline=panel, width=4)
    draw.text((64, high + 816), "Message", font=named_font(SANS, 30), fill=(140, 140, 148))
    result, place, _ = laid(sheet, pixels, one_of(rng, (30, width - wide - 30)), 400, wide)
    return Attacked(result, place=place, saved_as=one_of(rng, (SavedAs("PNG"), quality(rng))))


def feed_shot(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A post in a feed: name above, hearts below."""
    width = max(640, pixels.shape[1])
    high = round(width * pixels.shape[0] / pixels.shape[1])
    sheet, draw, ink, panel = page(width, high + 380, rng)
    draw.ellipse((24, 72, 96, 144), fill=(216, 96, 120), outline=panel, width=4)
    draw.text((116, 88), one_of(rng, HANDLES)[1:], font=named_font(BOLD, 30), fill=ink)
    result, place, below = laid(sheet, pixels, 0, 164, width)
    for number, sign in enumerate(("❤️", "💬", "📤")):
        result, _ = put(result, emoji(sign, 46), 26 + number * 80, below + 20)
    result, _ = put(result, words([f"{rng.integers(120, 9800)} likes"], BOLD, 28, ink), 26, below + 84)
    result, _ = put(result, words([one_of(rng, CHATTER)], SANS, 28, ink), 26, below + 128)
    return Attacked(result, place=place, saved_as=quality(rng))


def story_post(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A 9:16 story: the poster on its own blurred self, with a handle and a comment."""
    width, height = 720, 1280
    factor = min(width * between(rng, 0.66, 0.86) / pixels.shape[1], 900 / pixels.shape[0])
    wide = round(pixels.shape[1] * factor)
    ground, _ = resize(pixels, width, height)
    ground = clipped(cv2.GaussianBlur(ground, (0, 0), 40) * between(rng, 0.5, 0.85))
    y = round((height - pixels.shape[0] * factor) / 2 + between(rng, -30, 30))
    result, place, below = laid(Image.fromarray(ground), pixels, (width - wide) // 2, y, wide)
    result, _ = put(result, words([one_of(rng, HANDLES)], BOLD, 30, (255, 255, 255)), 110, 56)
    note = fitted(words([one_of(rng, CHATTER)], BOLD, 40, (255, 255, 255), (0, 0, 0)), 560, 46)
    result, _ = put(result, note, (width - note.width) / 2, below + 40)
    return Attacked(result, place=place, saved_as=quality(rng))


def emoji_stuck(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """One to three emoji stuck on."""
    result, width = pixels, pixels.shape[1]
    for _ in range(int(rng.integers(1, 4))):
        stamp = emoji(one_of(rng, SIGNS), round(width * between(rng, 0.1, 0.22)), between(rng, -25, 25))
        free_x, free_y = width - stamp.width, pixels.shape[0] - stamp.height
        result, _ = put(result, stamp, between(rng, 0, free_x), between(rng, 0, free_y))
    return Attacked(result, saved_as=quality(rng))


def tiled_mark(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A stock site's name again and again across the poster, slanting and see-through."""
    width, height = size_of(pixels)
    name = one_of(rng, ("moviestock", "PREVIEW COPY", "posterbase.example"))
    mark = words([name], BOLD, 60, (255, 255, 255), (70, 70, 70))
    mark = fitted(mark, width * between(rng, 0.24, 0.36), height)
    sheet = Image.new("RGBA", (width * 2, height * 2), (255, 255, 255, 0))
    for row, y in enumerate(range(0, height * 2, round(width * 0.3))):
        for x in range(-(row % 2) * mark.width // 2, width * 2, round(mark.width * 1.5)):
            sheet.paste(mark, (x, y))
    sheet = sheet.rotate(between(rng, 20, 40), Image.Resampling.BICUBIC)
    sheet = sheet.crop((width // 2, height // 2, width // 2 + width, height // 2 + height))
    return Attacked(put(pixels, sheet, 0, 0, between(rng, 0.28, 0.45))[0], saved_as=quality(rng))


def play_overlay(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A paused player: triangle in a disc, progress bar, time."""
    width, height = size_of(pixels)
    layer = Image.new("RGBA", (width, height), (0, 0, 0, 0))
    draw, size = ImageDraw.Draw(layer), width * between(rng, 0.09, 0.13)
    x, y, bar = width / 2, height / 2, height * 0.965
    draw.ellipse((x - size, y - size, x + size, y + size), fill=(0, 0, 0, 150))
    arrow = [(x - size * 0.35, y - size * 0.5), (x - size * 0.35, y + size * 0.5), (x + size * 0.55, y)]
    draw.polygon(arrow, fill=(255, 255, 255, 240))
    thick, done = max(2, width // 120), width * between(rng, 0.15, 0.7)
    draw.line((width * 0.04, bar, width * 0.8, bar), fill=(255, 255, 255, 130), width=thick)
    draw.line((width * 0.04, bar, done, bar), fill=(230, 30, 40, 255), width=thick)
    time = f"0:{rng.integers(10, 60)} / 2:{rng.integers(10, 60)}"
    draw.text((width * 0.82, bar), time, font=named_font(SANS, max(10, width // 36)), fill=(255, 255, 255), anchor="lm")
    return Attacked(put(pixels, layer, 0, 0)[0], saved_as=quality(rng))


def captioned(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A sharer's remark or handle in a rounded label over the poster."""
    width, height = size_of(pixels)
    text = words([one_of(rng, CHATTER + HANDLES)], BOLD, 60, (255, 255, 255))
    text = fitted(text, width * between(rng, 0.45, 0.65), height * 0.05)
    pad = round(text.height * 0.6)
    label = Image.new("RGBA", (text.width + 2 * pad, text.height + 2 * pad), (0, 0, 0, 0))
    fill = (*one_of(rng, ((0, 0, 0), (228, 40, 110), (30, 110, 240))), int(rng.integers(190, 256)))
    ImageDraw.Draw(label).rounded_rectangle((0, 0, label.width - 1, label.height - 1), pad, fill=fill)
    label.alpha_composite(text, (pad, pad))
    spot = find_place(pixels, rng, (label.width, label.height))
    return Attacked(put(pixels, label, spot.x, spot.y)[0], saved_as=quality(rng))


def one_after_other(first: AttackFunction, second: AttackFunction) -> AttackFunction:
    """The second way applied to what the first one made, which was saved and opened between."""

    def both(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
        before = first(pixels, rng, others)
        after = second(save_and_open(before.pixels, before.saved_as), rng, others)
        note = f"{before.note} {after.note}".strip()
        return Attacked(after.pixels, place=after.place @ before.place, saved_as=after.saved_as, note=note)

    both.__name__ = f"{first.__name__}_then_{second.__name__}"
    return both


half_then_small = one_after_other(half_kept, resaved_small)
filter_then_feed = one_after_other(app_filter, feed_shot)
mirror_then_crushed = one_after_other(mirrored, crushed_jpeg)
tilt_then_noir = one_after_other(tilted, noir)
emoji_then_screen = one_after_other(emoji_stuck, screen_photo)
story_then_small = one_after_other(story_post, resaved_small)
