"""Six ways in which a picture is passed on."""

import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.eighth.cameras import photo_of_laptop_screen
from benchmarks.attacks.eighth.passing import cropped_by_hand, forwarded_by_messenger, toned
from benchmarks.attacks.eighth.screens import feed_post, gallery_screenshot
from benchmarks.attacks.geometry import resize_by
from benchmarks.attacks.values import Attacked, AttackFunction, OtherPosters, SavedAs


def small_upload(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Made smaller by a site and saved as WebP."""
    small, place = resize_by(picture, rng.uniform(0.5, 0.75))
    return Attacked(small, place=place, saved_as=SavedAs("WEBP", int(rng.integers(45, 70))))


def trimmed_and_toned(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """The edges cut a little, then a filter."""
    cut = cropped_by_hand(picture, rng, others)
    return Attacked(np.ascontiguousarray(toned(cut.pixels, rng)), place=cut.place, saved_as=SavedAs("JPEG", 78))


RESHARING: tuple[tuple[str, AttackFunction], ...] = (
    ("forwarded", forwarded_by_messenger),
    ("screenshot", gallery_screenshot),
    ("small_upload", small_upload),
    ("trimmed_and_toned", trimmed_and_toned),
    ("feed_post", feed_post),
    ("photo_of_screen", photo_of_laptop_screen),
)
