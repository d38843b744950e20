"""Harmless: the poster inside or under what apps draw."""

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from app.model.geometry import Box
from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between, one_of
from benchmarks.attacks.geometry import Colour, resize, shift_matrix, size_of
from benchmarks.attacks.thirteenth.layers import Shape, disc, lay, layer, median_colour
from benchmarks.attacks.thirteenth.lettering import BOLD, SCREEN, WHITE, Style, brightness, fit, words
from benchmarks.attacks.thirteenth.overlays import HANDLES, bubble, heart, play
from benchmarks.attacks.values import Attacked, OtherPosters

GREY = (150, 150, 152)
SEND: Shape = ("polygon", ((0.02, 0.1), (0.98, 0.5), (0.02, 0.9), (0.22, 0.5)), WHITE)
STORY_LINES = ("tonight's movie", "now watching", "10/10 recommend", "movie night!", "who's coming?", "finally saw it")
POSTS = (
    "Just watched this one again and it still holds up.",
    "What did you think of it? Tell me below",
    "Movie of the week, vote in the comments",
    "Added to my watchlist",
    "4.5 stars from me, great soundtrack too",
)


def said(pixels: Pixels, text: str, x: float, y: float, size: float, colour: Colour, face: str = SCREEN[0]) -> Pixels:
    """A line of an app's text with its top left at a point; smaller where it would run over the edge."""
    style = Style(face, colour, shadow=colour == WHITE)
    image = words(text, style, size)
    room = pixels.shape[1] - x - size / 2
    image = image if image.width <= room else words(text, style, size * room / image.width)
    return lay(pixels, image, round(x), round(y))


def story(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A 9:16 canvas, the poster in the middle, a line of text off it."""
    wide, tall = one_of(rng, ((720, 1280), (540, 960)))
    fill = one_of(rng, (median_colour(pixels), (20, 20, 24), (225, 120, 140), (60, 80, 150)))
    ground = Image.new("RGB", (wide, tall), fill)
    if rng.random() < 0.5:
        ground = Image.fromarray(pixels).resize((wide, tall)).filter(ImageFilter.GaussianBlur(wide / 22))
    factor = min(between(rng, 0.6, 0.85) * wide / pixels.shape[1], 0.66 * tall / pixels.shape[0])
    small, place = resize(pixels, round(pixels.shape[1] * factor), round(pixels.shape[0] * factor))
    x, y = (wide - small.shape[1]) // 2, (tall - small.shape[0]) // 2
    ground.paste(Image.fromarray(small), (x, y))
    top = one_of(rng, (y // 2, (tall + y + small.shape[0]) // 2 - tall // 30))
    text, box = one_of(rng, STORY_LINES), Box(wide // 8, top, wide * 3 // 4, tall // 24)
    middle = median_colour(np.asarray(ground.crop((box.x, box.y, box.x + box.width, box.y + box.height))))
    ink = WHITE if brightness(middle) < 0.35 else (20, 20, 20)
    image, left, top = fit(text, Style(one_of(rng, (*SCREEN, *BOLD)), ink), box)
    return Attacked(lay(np.asarray(ground), image, left, top), place=shift_matrix(x, y) @ place, note=text)


def app_screenshot(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A phone's screen with the poster at about a third of its width, text and buttons round it."""
    wide, tall = one_of(rng, ((720, 1440), (1080, 1920)))
    back, ink = one_of(rng, ((WHITE, (20, 20, 20)), ((18, 18, 22), (240, 240, 240))))
    size, margin = wide / 28, wide * 0.05
    small, place = resize(pixels, round(wide * 0.34), round(wide * 0.34 * pixels.shape[0] / pixels.shape[1]))
    x, y = one_of(rng, (round(margin), round(wide * 0.33), round(wide * 0.61))), round(tall * 0.17)
    canvas = Image.new("RGB", (wide, tall), back)
    canvas.paste(Image.fromarray(small), (x, y))
    draw, foot = ImageDraw.Draw(canvas), y + small.shape[0] + size
    accent = one_of(rng, ((30, 120, 240), (220, 40, 60), (30, 160, 90)))
    for left in (margin, wide * 0.51):
        draw.rounded_rectangle((left, foot + 7 * size, left + wide * 0.42, foot + 9.4 * size), size, fill=accent)
    shot = said(np.asarray(canvas), "Save", margin * 2, foot + 7.7 * size, size, WHITE, BOLD[0])
    shot = said(shot, "Share", wide * 0.56, foot + 7.7 * size, size, WHITE, BOLD[0])
    shot = said(shot, f"{int(rng.integers(7, 23))}:{int(rng.integers(10, 60))}", margin, size * 0.5, size, ink, BOLD[0])
    shot = said(shot, one_of(rng, ("Movies", "Discover", "Feed")), margin, tall * 0.08, size * 1.7, ink, BOLD[0])
    for number in range(3):
        shot = said(shot, one_of(rng, POSTS), margin, foot + (0.3 + 2 * number) * size, size, ink)
    for number in range(4):
        line = foot + (11.2 + 2.6 * number) * size
        shot = said(shot, one_of(rng, HANDLES[:4]), margin, line, size * 0.8, ink, BOLD[0])
        shot = said(shot, one_of(rng, POSTS), margin, line + size * 1.1, size * 0.8, GREY)
    return Attacked(shot, place=shift_matrix(x, y) @ place)


def phone_chrome(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """An app's signs over the poster: heart, comment, share at the right side, a name and a line at the foot."""
    width, height = size_of(pixels)
    side = round(0.085 * min(width, height) + 6)
    x, y = width - round(side * 1.4), round(height * between(rng, 0.35, 0.5))
    colour = one_of(rng, (WHITE, WHITE, (240, 50, 80)))
    for number, sign in enumerate((heart(colour), bubble(WHITE, WHITE, True), [SEND])):
        top = y + round(number * side * 1.75)
        shade = Image.new("RGBA", (side + 12, side + 12))
        shade.paste((0, 0, 0, 200), (6, 7), layer(side, side, sign).getchannel("A"))
        pixels = lay(pixels, shade.filter(ImageFilter.GaussianBlur(2)), x - 6, top - 6)
        pixels = lay(pixels, layer(side, side, sign), x, top)
        pixels = said(pixels, f"{int(rng.integers(100, 999))}", x, top + side * 1.08, side * 0.4, WHITE, BOLD[0])
    fade = np.zeros((height // 6, width, 4), np.uint8)
    fade[..., 3] = np.linspace(0, 200, height // 6)[:, None]
    pixels = lay(pixels, Image.fromarray(fade), 0, height - height // 6)
    pixels = said(pixels, one_of(rng, HANDLES[:4]), width * 0.04, height * 0.9, side * 0.55, WHITE, BOLD[0])
    return Attacked(said(pixels, one_of(rng, STORY_LINES), width * 0.04, height * 0.945, side * 0.5, WHITE))


def play_button(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A play button in the middle."""
    width, height = size_of(pixels)
    side = round(between(rng, 0.16, 0.28) * min(width, height))
    image = layer(side, side, play(one_of(rng, ((0, 0, 0, 150), (225, 30, 30, 235), (0, 0, 0, 90))), WHITE))
    return Attacked(lay(pixels, image, (width - side) // 2, (height - side) // 2))


def video_overlay(pixels: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A player's controls: darkened foot, timeline, pause, time."""
    width, height = size_of(pixels)
    at, bar = between(rng, 0.1, 0.8), round(width * 0.15)
    knob, colour = 0.04 + at * 0.92, one_of(rng, ((230, 30, 30, 255), (255, 255, 255, 255), (40, 150, 250, 255)))
    shade: Shape = ("rectangle", ((0, 0), (1, 1)), (0, 0, 0, 150))
    ends = ((0.96, GREY), (knob, colour))
    lines: list[Shape] = [("rectangle", ((0.04, 0.22), (end, 0.27)), ink) for end, ink in ends]
    pause: list[Shape] = [("rectangle", ((x, 0.5), (x + 0.018, 0.85)), WHITE) for x in (0.05, 0.085)]
    image = layer(width, bar, [shade, *lines, disc(knob, 0.245, 0.012, 0.08, colour), *pause])
    time = f"{int(at * 124)}:{int(rng.integers(10, 60))} / 124:08"
    pixels = lay(pixels, image, 0, height - bar)
    return Attacked(said(pixels, time, width * 0.14, height - bar * 0.5, width / 22, WHITE))
