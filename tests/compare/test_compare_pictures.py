"""What differs between two pictures is found, in its place in both; what only looks different is not."""

from collections.abc import Callable

import cv2
import numpy as np
import pytest

from app.compare.compare import ComparedReference, compare, compare_directly
from app.fingerprints.local_features import compute_local_features
from app.fingerprints.working_copy import make_working_copy
from app.model.comparison import Comparison
from app.model.geometry import Box
from app.model.poster_image import Pixels
from app.model.report import FoundBy
from tests.support.pictures import SIZE, decode, draw_artwork, draw_two, encode, resize, submit
from tests.support.values import make_reference

WIDTH, HEIGHT = SIZE
ARTWORK = draw_artwork(21)
# On calm ground, as lettering is.
CALM = Box(130, 380, 110, 90)
TWO = Box(165, 390, 40, 64)


def with_calm_ground(pixels: Pixels) -> Pixels:
    picture = pixels.copy()
    picture[CALM.y : CALM.y + CALM.height, CALM.x : CALM.x + CALM.width] = (40, 46, 80)
    return picture


OFFICIAL = with_calm_ground(ARTWORK)
EDITED = draw_two(OFFICIAL, TWO)


def laid_over(submitted: Pixels, reference: Pixels = OFFICIAL) -> Comparison:
    size = (reference.shape[1], reference.shape[0])
    held = ComparedReference(
        make_reference(width=size[0], height=size[1]), reference, (FoundBy.LOCAL_FEATURES,), hash_distance=None
    )
    features = compute_local_features(make_working_copy(reference))
    return compare(submit(submitted), held, features)


def held_directly(submitted: Pixels, reference: Pixels = OFFICIAL) -> Comparison | None:
    held = ComparedReference(
        make_reference(width=WIDTH, height=HEIGHT), reference, (FoundBy.PERCEPTUAL_HASH,), hash_distance=4
    )
    return compare_directly(submit(submitted), held)


def gamma(pixels: Pixels, power: float) -> Pixels:
    return (255 * (pixels / 255) ** power).round().astype(np.uint8)


def grey(pixels: Pixels) -> Pixels:
    return np.repeat(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)[..., None], 3, axis=2)


def warm(pixels: Pixels) -> Pixels:
    mixed = pixels.astype(float) @ np.array([[1.0, 0.08, 0.02], [0.05, 0.86, 0.04], [0.0, 0.06, 0.72]]).T
    return np.clip(mixed * 0.85 + (24, 16, 8), 0, 255).astype(np.uint8)


def vignette(pixels: Pixels) -> Pixels:
    down, across = np.mgrid[-1 : 1 : HEIGHT * 1j, -1 : 1 : WIDTH * 1j]
    return (pixels * (1 - 0.3 * (across**2 + down**2))[..., None]).clip(0, 255).astype(np.uint8)


def clarity(pixels: Pixels, amount: float) -> Pixels:
    """What is small stands out more from what is round it."""
    around = cv2.GaussianBlur(pixels.astype(np.float32), (0, 0), 14)
    return np.clip(pixels + amount * (pixels - around), 0, 255).astype(np.uint8)


def in_a_story(pixels: Pixels, ground: Pixels) -> Pixels:
    """A crop of the poster in the middle of a ground."""
    part, story = pixels[60:-50, 35:-30], ground.copy()
    story[90 : 90 + part.shape[0], 70 : 70 + part.shape[1]] = part
    return story


def turned(pixels: Pixels, degrees: float, fill: int) -> Pixels:
    """A crop, turned on a canvas that holds it whole, as editors do."""
    part = pixels[50:-40, 30:-35]
    high, wide = part.shape[:2]
    turn = cv2.getRotationMatrix2D((wide / 2, high / 2), degrees, 1.0)
    sine, cosine = abs(turn[0, 1]), abs(turn[0, 0])
    size = (round(wide * cosine + high * sine), round(wide * sine + high * cosine))
    turn[:, 2] += (size[0] / 2 - wide / 2, size[1] / 2 - high / 2)
    return decode(encode(np.asarray(cv2.warpAffine(part, turn, size, borderValue=(fill,) * 3), np.uint8), quality=85))


def blurred_ground() -> Pixels:
    large = resize(ARTWORK, 2 * WIDTH, 2 * HEIGHT)[200:830, 100:560]
    return np.asarray(cv2.GaussianBlur(large, (0, 0), 16) * 0.8).astype(np.uint8)


def with_words_above(story: Pixels) -> Pixels:
    """Some of them where the poster would go on if it had not been cropped."""
    return np.asarray(
        cv2.putText(story, "who is watching this?", (130, 60), cv2.FONT_HERSHEY_DUPLEX, 0.5, (250, 250, 250), 1),
        np.uint8,
    )


def gradient_ground() -> Pixels:
    down, across = np.mgrid[0:1:630j, 0:1:460j]
    return (np.stack([200 * down, 60 + 120 * across, 90 + 40 * down], axis=2)).astype(np.uint8)


def between_bars(pixels: Pixels, *, blurred: bool) -> Pixels:
    """Cropped all around, then with bars about as high as what the crop took off: the poster's frame holds them."""
    part = pixels[60:-40, 35:-30]
    page = resize(part, part.shape[1], HEIGHT - 10)
    page = np.asarray(cv2.GaussianBlur(page, (0, 0), 12)) if blurred else np.zeros_like(page)
    top = (len(page) - len(part)) // 2
    page[top : top + len(part)] = part
    return page


HARMLESS: dict[str, Callable[[Pixels], Pixels]] = {
    "nothing": lambda pixels: pixels,
    "darker": lambda pixels: gamma(pixels, 1.6),
    "lighter": lambda pixels: gamma(pixels, 0.7),
    "grey": grey,
    "warm filter": warm,
    "vignette": vignette,
    "clarity": lambda pixels: clarity(pixels, 0.8),
    "low contrast": lambda pixels: (pixels * 0.6 + 50).astype(np.uint8),
    "JPEG 40": lambda pixels: decode(encode(pixels, "JPEG", quality=40)),
    "half size": lambda pixels: resize(pixels, WIDTH // 2, HEIGHT // 2),
    "double size": lambda pixels: resize(pixels, 2 * WIDTH, 2 * HEIGHT),
    "blur": lambda pixels: np.asarray(cv2.GaussianBlur(pixels, (0, 0), 1.0)),
    "strong blur": lambda pixels: np.asarray(cv2.GaussianBlur(pixels, (0, 0), 3.5)),
    "noise": lambda pixels: np.clip(pixels + np.random.default_rng(0).normal(0, 6, pixels.shape), 0, 255).astype(
        np.uint8
    ),
    "mirror": lambda pixels: np.ascontiguousarray(pixels[:, ::-1]),
    "crop": lambda pixels: np.ascontiguousarray(pixels[40:-50, 25:-30]),
    "crop turned on white": lambda pixels: turned(pixels, 6.5, 255),
    "crop turned on black": lambda pixels: turned(pixels, -4, 0),
    "bars": lambda pixels: cv2.copyMakeBorder(pixels, 90, 90, 0, 0, cv2.BORDER_CONSTANT, value=(0, 0, 0)),
    "crop between black bars": lambda pixels: between_bars(pixels, blurred=False),
    "crop between blurred bars": lambda pixels: between_bars(pixels, blurred=True),
    "crop on a blurred ground": lambda pixels: in_a_story(pixels, blurred_ground()),
    "crop on a gradient": lambda pixels: in_a_story(pixels, gradient_ground()),
    "crop below words": lambda pixels: with_words_above(in_a_story(pixels, blurred_ground())),
    "dark crop on a blurred ground": lambda pixels: (in_a_story(pixels, blurred_ground()) * 0.3).astype(np.uint8),
}


@pytest.mark.parametrize("ground", [blurred_ground(), gradient_ground()], ids=["blurred", "gradient"])
def test_another_picture_beside_a_poster_is_no_ground(ground: Pixels) -> None:
    half = OFFICIAL.copy()
    half[:, : WIDTH // 3] = draw_artwork(77)[:, : WIDTH // 3]
    comparison = laid_over(in_a_story(half, ground))
    assert comparison.changed_share > 0.1


@pytest.mark.parametrize("name", HARMLESS)
def test_passing_a_picture_on_changes_nothing(name: str) -> None:
    comparison = laid_over(HARMLESS[name](OFFICIAL))
    assert comparison.failure is None
    assert comparison.regions == ()
    assert comparison.changed_share == 0
    assert comparison.agreement > 0.9
    assert comparison.likeness > 0.8


def test_a_filter_that_moves_all_tones_needs_more_to_be_change() -> None:
    soft = cv2.GaussianBlur(ARTWORK, (0, 0), 6) // 2 + OFFICIAL // 2
    assert laid_over(clarity(soft, 1.5), soft).changed_share < 0.005
    painted = soft.copy()
    painted[200:260, 100:160] = (250, 30, 30)
    (largest, *others) = sorted(laid_over(clarity(painted, 1.5), soft).regions, key=lambda region: -region.share)
    assert largest.reference_box.overlap(Box(100, 200, 60, 60)) > 0.5
    assert sum(region.share for region in others) < 0.005


@pytest.mark.parametrize("name", HARMLESS)
def test_a_two_is_found_however_the_picture_was_passed_on(name: str) -> None:
    comparison = laid_over(HARMLESS[name](EDITED))
    (region,) = comparison.regions
    assert region.reference_box.overlap(TWO) >= 0.3
    assert 0.3 < region.share * WIDTH * HEIGHT / TWO.area < 3
    assert 0 < comparison.changed_share < 0.05
    assert 0 < region.difference <= 1


def test_a_plain_reshare_is_compared_without_key_points() -> None:
    comparison = held_directly(resize(OFFICIAL, 200, 300))
    assert comparison is not None
    assert (comparison.inliers, comparison.mirrored, comparison.regions) == (0, False, ())
    changed = held_directly(EDITED)
    assert changed is not None
    (region,) = changed.regions
    assert region.box.overlap(TWO) >= 0.3
    assert region.reference_box.overlap(TWO) >= 0.3


def test_a_stranger_of_the_same_shape_is_not_compared_directly() -> None:
    assert held_directly(draw_artwork(22)) is None


def box_of(points: np.ndarray) -> Box:
    low, high = points.min(axis=0), points.max(axis=0)
    return Box(*(int(v) for v in np.rint([*low, *(high - low)])))


def corners(box: Box) -> np.ndarray:
    right, bottom = box.x + box.width, box.y + box.height
    return np.array([[box.x, box.y], [right, box.y], [right, bottom], [box.x, bottom]], np.float64)


def test_boxes_are_right_in_a_mirrored_picture() -> None:
    two = Box(40, 390, 40, 64)
    official = OFFICIAL.copy()
    official[380:470, 20:110] = (40, 46, 80)
    comparison = laid_over(np.ascontiguousarray(draw_two(official, two)[:, ::-1]), official)
    (region,) = comparison.regions
    assert comparison.mirrored
    assert region.reference_box.overlap(two) >= 0.3
    assert region.box.overlap(Box(WIDTH - two.x - two.width, two.y, two.width, two.height)) >= 0.3


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("mirrored", [False, True])
def test_boxes_are_right_in_a_picture_seen_from_a_slant(seed: int, mirrored: bool) -> None:
    random = np.random.default_rng(seed)
    frame = np.array([[0, 0], [WIDTH, 0], [WIDTH, HEIGHT], [0, HEIGHT]], np.float32)
    target = (frame * 1.3 + 60 + random.uniform(-35, 35, (4, 2))).astype(np.float32)
    matrix = cv2.getPerspectiveTransform(frame, target)
    size = (600, 830)
    seen = cv2.warpPerspective(EDITED, matrix, size, flags=cv2.INTER_CUBIC, borderValue=(20, 20, 20))
    true = box_of(cv2.perspectiveTransform(corners(TWO)[None], matrix)[0])
    if mirrored:
        seen = np.ascontiguousarray(seen[:, ::-1])
        true = Box(size[0] - true.x - true.width, true.y, true.width, true.height)
    comparison = laid_over(seen)
    assert comparison.mirrored == mirrored
    largest = max(comparison.regions, key=lambda region: region.share)
    assert largest.reference_box.overlap(TWO) >= 0.3
    assert largest.box.overlap(true) >= 0.3


def test_half_a_poster_is_covered_by_half_of_the_reference() -> None:
    comparison = laid_over(np.ascontiguousarray(OFFICIAL[: HEIGHT // 2]))
    assert comparison.query_coverage == pytest.approx(1, abs=0.02)
    assert comparison.reference_coverage == pytest.approx(0.5, abs=0.02)
    assert comparison.changed_share == 0


def test_a_poster_on_half_of_a_sheet_is_half_of_what_is_seen() -> None:
    sheet = np.full((HEIGHT, 2 * WIDTH, 3), 245, np.uint8)
    sheet[:, :WIDTH] = OFFICIAL
    comparison = laid_over(sheet)
    assert comparison.query_coverage == pytest.approx(0.5, abs=0.02)
    assert comparison.reference_coverage == pytest.approx(1, abs=0.02)


def test_a_place_in_another_colour_is_found_by_its_tone() -> None:
    place = Box(60, 80, 120, 110)
    recoloured = OFFICIAL.copy()
    part = recoloured[place.y : place.y + place.height, place.x : place.x + place.width]
    part[:] = part[..., [2, 0, 1]]
    comparison = laid_over(recoloured)
    assert any(region.reference_box.overlap(place) > 0.3 for region in comparison.regions)


def test_a_title_in_a_slightly_other_ink_is_found_in_its_whole_length() -> None:
    """Its strokes are where they were, and in so clean a picture nothing else is of another colour."""
    official = OFFICIAL.copy()
    official[380:470, 20:345] = (226, 222, 214)
    title, ink = "OSTARA", (170, 30, 44)
    official = np.asarray(cv2.putText(official, title, (60, 445), cv2.FONT_HERSHEY_DUPLEX, 1.6, ink, 6, cv2.LINE_AA))
    edited = np.asarray(
        cv2.putText(official.copy(), title, (60, 445), cv2.FONT_HERSHEY_DUPLEX, 1.6, (196, 40, 90), 6, cv2.LINE_AA)
    )
    down, across = np.nonzero((edited != official).any(axis=2))
    saved_again = decode(encode(edited, quality=90))
    (region,) = laid_over(saved_again, official).regions
    assert region.box.overlap(box_of(np.column_stack([across, down]))) > 0.6


def with_coloured_title(colour: tuple[int, int, int]) -> Pixels:
    """A grey poster with one thing of colour in it."""
    official = grey(OFFICIAL)
    official[380:470, 20:345] = (40, 40, 40)
    return np.asarray(cv2.putText(official, "OSTARA", (50, 448), cv2.FONT_HERSHEY_DUPLEX, 1.9, colour, 12, cv2.LINE_AA))


def stronger(pixels: Pixels, by: float) -> Pixels:
    light = grey(pixels).astype(float)
    return np.clip(light + by * (pixels - light), 0, 255).astype(np.uint8)


def test_the_only_colour_of_a_grey_poster_is_found_to_be_another() -> None:
    """A filter could do that to all colours, but it is the one thing that has any."""
    official, edited = with_coloured_title((90, 190, 180)), with_coloured_title((235, 100, 190))
    title = box_of(np.argwhere((edited != official).any(axis=2))[:, ::-1])
    (region,) = laid_over(decode(encode(edited, quality=90)), official).regions
    assert region.box.overlap(title) > 0.6


@pytest.mark.parametrize("by", [0.0, 0.5, 1.6])
def test_colours_that_are_stronger_or_paler_as_a_whole_are_no_change(by: float) -> None:
    official = with_coloured_title((90, 160, 150))
    assert laid_over(stronger(official, by), official).regions == ()


def on_a_page(pixels: Pixels) -> Pixels:
    page = np.full((900, 520, 3), 8, np.uint8)
    page[200 : 200 + pixels.shape[0], 110 : 110 + pixels.shape[1]] = pixels
    return page


def test_a_plain_side_of_a_poster_is_no_ground_where_its_own_edge_is_seen() -> None:
    """Under a filter it is of another colour than the reference's, as a ground would be; but a ground has no edge."""
    official = OFFICIAL.copy()
    official[:, -60:] = (30, 24, 22)
    edited = draw_two(official, Box(WIDTH - 45, 250, 32, 56), (200, 190, 180))
    faded = (edited * 0.8 + 44).astype(np.uint8)
    (region,) = laid_over(on_a_page(faded), official).regions
    assert region.reference_box.overlap(Box(WIDTH - 45, 250, 32, 56)) > 0.5


def test_words_on_a_plate_where_a_crop_ends_are_found() -> None:
    """They stand on plain ground, but it does not go on beyond the crop."""
    edited = OFFICIAL.copy()
    edited[-110:] = (90, 90, 92)
    edited = np.asarray(
        cv2.putText(edited, "RED HORIZON", (30, HEIGHT - 62), cv2.FONT_HERSHEY_DUPLEX, 1.4, (150, 146, 140), 3, 16)
    )
    part, page = edited[30:-40], np.full((900, WIDTH, 3), 252, np.uint8)
    page[150 : 150 + part.shape[0]] = part
    words = Box(30, 150 + HEIGHT - 30 - 92, 290, 34)
    assert any(region.box.overlap(words) > 0.2 for region in laid_over(page).regions)


def test_a_coloured_plate_along_the_edge_of_a_poster_on_a_page_is_found() -> None:
    official = OFFICIAL.copy()
    official[-40:] = (205, 160, 20)
    edited = official.copy()
    edited[-11:-5, 100:240] = (250, 110, 160)
    (region,) = laid_over(on_a_page(edited), official).regions
    assert region.reference_box.overlap(Box(100, HEIGHT - 11, 140, 6)) > 0.3


@pytest.mark.parametrize("rows", [slice(0, 60), slice(-60, None)], ids=["top", "foot"])
def test_one_side_painted_out_is_no_bar(rows: slice) -> None:
    """Bars that fill what a crop took off come in pairs."""
    painted = OFFICIAL.copy()
    painted[rows] = (24, 22, 30)
    assert laid_over(painted).changed_share > 0.05


def test_what_was_painted_out_is_found() -> None:
    place = Box(80, 120, 90, 100)
    painted = OFFICIAL.copy()
    painted[place.y : place.y + place.height, place.x : place.x + place.width] = (96, 92, 90)
    comparison = laid_over(painted)
    assert any(region.box.overlap(place) > 0.4 for region in comparison.regions)


def lettered(pixels: Pixels, words: str, x: int, y: int, colour: tuple[int, int, int]) -> Pixels:
    return np.asarray(
        cv2.putText(pixels.copy(), words, (x, y), cv2.FONT_HERSHEY_DUPLEX, 0.62, colour, 1, cv2.LINE_AA), np.uint8
    )


def test_pale_letters_over_other_letters_are_found_in_their_whole_length() -> None:
    """Few of their strokes differ clearly: the rest is seen beside those."""
    official = OFFICIAL.copy()
    official[380:470, 20:345] = (40, 46, 80)
    official = lettered(official, "one story that never ends", 40, 432, (215, 205, 160))
    edited = lettered(official, "a film that never was", 52, 433, (235, 225, 190))
    down, across = np.nonzero((edited != official).any(axis=2))
    (region,) = laid_over(edited, official).regions
    assert region.box.overlap(box_of(np.column_stack([across, down]))) > 0.5


def test_a_line_of_words_along_the_very_edge_is_found() -> None:
    official = OFFICIAL.copy()
    official[:30] = (40, 46, 80)
    edited = lettered(official, "THE LAST SEASON", 100, 15, (240, 230, 200))
    (region,) = laid_over(edited, official).regions
    assert region.box.overlap(Box(100, 0, 180, 17)) > 0.5


def test_words_in_the_sky_of_a_poster_on_a_page_are_found() -> None:
    """They reach far across: what is smooth above them is the poster's own sky, and no ground on which it begins."""
    sky = np.linspace((40, 60, 110), (190, 130, 80), OFFICIAL.shape[1])[None].repeat(120, axis=0)
    official = OFFICIAL.copy()
    official[:120] = sky.astype(np.uint8)
    page = np.full((900, 520, 3), 22, np.uint8)
    written = official
    for shift in range(3):
        written = lettered(written, "UNTIL THE SEA REMEMBERS THEM", 12 + shift, 60, (235, 235, 225))
    page[200 : 200 + official.shape[0], 110 : 110 + official.shape[1]] = written
    words = Box(110 + 12, 200 + 44, 320, 20)
    comparison = laid_over(page, official)
    assert any(region.box.overlap(words) > 0.3 for region in comparison.regions)


@pytest.mark.parametrize("cut", [3, 9, 17])
def test_where_a_crop_ends_nothing_has_changed(cut: int) -> None:
    comparison = laid_over(np.ascontiguousarray(OFFICIAL[cut : -2 * cut, cut:-cut]))
    assert comparison.regions == ()


def test_what_lies_under_a_sticker_takes_no_part_in_how_much_agrees() -> None:
    middle, radius = (WIDTH // 2, HEIGHT // 2), 80
    with_button, painted = OFFICIAL.copy(), OFFICIAL.copy()
    cv2.circle(with_button, middle, radius, (20, 20, 20), -1, cv2.LINE_AA)
    points = [(-radius // 3, -radius // 2), (-radius // 3, radius // 2), (radius // 2, 0)]
    cv2.fillPoly(with_button, [np.array(points) + middle], (255, 255, 255), cv2.LINE_AA)
    cv2.circle(painted, middle, radius, (1, 1, 1), -1)
    painted = np.where(painted == 1, draw_artwork(77), painted)
    button, picture = laid_over(with_button), laid_over(painted)
    assert max(region.chances.overlay for region in button.regions) > 0.9
    assert button.agreement > 0.95
    assert picture.agreement < 0.9


def test_two_changes_far_apart_are_two_regions() -> None:
    other = Box(60, 60, 36, 56)
    official = OFFICIAL.copy()
    official[50:126, 50:106] = (70, 30, 34)
    comparison = laid_over(draw_two(draw_two(official, TWO), other), official)
    assert len(comparison.regions) == 2
    for true in (TWO, other):
        assert max(region.box.overlap(true) for region in comparison.regions) >= 0.3


@pytest.mark.parametrize("seed", range(5))
def test_regions_never_leave_the_pictures(seed: int) -> None:
    """Whatever is done to a picture, every box lies in it, and every number keeps its range."""
    random = np.random.default_rng(seed)
    picture = OFFICIAL.copy()
    for _ in range(6):
        x, y = int(random.integers(-20, WIDTH)), int(random.integers(-20, HEIGHT))
        picture[max(0, y) : y + 70, max(0, x) : x + 60] = random.integers(0, 256, 3)
    angle, scale = random.uniform(-40, 40), random.uniform(0.5, 1.5)
    matrix = cv2.getRotationMatrix2D((WIDTH / 2, HEIGHT / 2), angle, scale)
    size = (int(random.integers(260, 500)), int(random.integers(340, 700)))
    seen = cv2.warpAffine(picture, matrix, size, borderValue=(10, 10, 10))
    if seed % 2:
        seen = np.ascontiguousarray(seen[:, ::-1])
    comparison = laid_over(seen)
    assert comparison.failure is None
    assert comparison.regions
    for region in comparison.regions:
        for box, (width, height) in ((region.box, size), (region.reference_box, SIZE)):
            assert 0 <= box.x < box.x + box.width <= width
            assert 0 <= box.y < box.y + box.height <= height
        assert 0 < region.share <= 1
        assert 0 <= region.difference <= 1
        assert 0 <= region.claim <= 1
    for value in (comparison.query_coverage, comparison.reference_coverage, comparison.changed_share):
        assert 0 <= value <= 1


def test_a_stranger_keeps_its_numbers_and_names_the_gate() -> None:
    comparison = laid_over(draw_artwork(23))
    assert comparison.homography is None
    assert comparison.failure in {"too_few_matches", "no_common_plane", "too_few_inliers"}
    assert comparison.regions == ()
    assert (comparison.query_coverage, comparison.agreement) == (0, 0)


def test_a_small_rendition_gives_boxes_in_the_originals_pixels() -> None:
    """The library compares with a picture of at most 640 px; boxes are in the pixels of the original."""
    original = resize(OFFICIAL, 3 * WIDTH, 3 * HEIGHT)
    held = ComparedReference(
        make_reference(width=3 * WIDTH, height=3 * HEIGHT), resize(original, WIDTH, HEIGHT), (), hash_distance=None
    )
    features = compute_local_features(make_working_copy(original))
    (region,) = compare(submit(EDITED), held, features).regions
    assert region.box.overlap(TWO) >= 0.3
    assert region.reference_box.overlap(Box(*(3 * v for v in (TWO.x, TWO.y, TWO.width, TWO.height)))) >= 0.3
