"""A poster passed on with nothing laid over it."""

import numpy as np

from app.model.poster_image import Pixels
from benchmarks.attacks.chance import between
from benchmarks.attacks.eleventh import tones
from benchmarks.attacks.eleventh.draw import blurred
from benchmarks.attacks.eleventh.luck import file_kind, likely
from benchmarks.attacks.eleventh.move import aslant, cropped, scaled_by
from benchmarks.attacks.values import Attacked, OtherPosters, SavedAs


def heavy_jpeg(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Saved as a very small JPEG."""
    quality = int(rng.integers(10, 34))
    return Attacked(picture.copy(), (), f"quality {quality}", saved_as=SavedAs("JPEG", quality))


def thumbnail(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A preview about 200 px wide."""
    return scaled_by(picture, between(rng, 180, 220) / picture.shape[1], file_kind(rng, 60, 88))


def enlarged(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Blown up for a wallpaper."""
    most = max(1.1, min(2.4, 2200 / picture.shape[1]))
    return scaled_by(picture, between(rng, min(1.4, most - 0.05), most), file_kind(rng))


def app_filter(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Run through one of the filters of a photo app."""
    return Attacked(tones.app_look(picture, rng), saved_as=file_kind(rng))


def greyed(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Black and white, sometimes brownish."""
    grey = tones.saturated(picture, 0)
    return Attacked(tones.tinted(grey, 1.08, 0.97, 0.8) if likely(rng, 0.3) else grey, saved_as=file_kind(rng))


def other_gamma(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Much darker or paler than it was."""
    gamma = between(rng, 0.5, 0.72) if likely(rng, 0.5) else between(rng, 1.4, 2.0)
    return Attacked(tones.through_curve(picture, gamma, 1, 0), (), f"gamma {gamma:.2f}", saved_as=file_kind(rng))


def soft_and_noisy(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Out of focus and taken in poor light."""
    soft = blurred(picture, between(rng, 0.0025, 0.006) * picture.shape[1])
    return Attacked(tones.grained(soft, rng, between(rng, 6, 16), coloured=likely(rng, 0.5)), saved_as=file_kind(rng))


def oversharpened(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Sharpened until edges have halos."""
    soft = blurred(picture, between(rng, 0.002, 0.005) * picture.shape[1] + 0.5).astype(np.float32)
    return Attacked(tones.as_pixels(picture + (picture - soft) * between(rng, 1.0, 2.5)), saved_as=file_kind(rng))


def seen_aslant(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Seen from one side."""
    return aslant(picture, rng, between(rng, 0.04, 0.12))


def mirrored(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Left and right exchanged, as selfie cameras do."""
    place = np.array([[-1.0, 0, picture.shape[1] - 1], [0, 1, 0], [0, 0, 1]])
    return Attacked(np.ascontiguousarray(picture[:, ::-1]), place=place, saved_as=file_kind(rng))


def trimmed(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """A few percent cut off at each side."""
    return cropped(
        picture, between(rng, 0, 0.09), between(rng, 0, 0.09), between(rng, 0.01, 0.09), 0.02, file_kind(rng)
    )


def half_kept(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Cropped to about half of it."""
    if likely(rng, 0.5):
        top = between(rng, 0.0, 0.4)
        return cropped(picture, 0, top, 0, between(rng, 0.4, 0.5) - top, file_kind(rng))
    left, top = between(rng, 0, 0.28), between(rng, 0, 0.28)
    return cropped(picture, left, top, 0.28 - left, 0.3 - top, file_kind(rng))


def square_avatar(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Cropped to a square, as for a profile picture."""
    lost = max(0.0, 1 - picture.shape[1] / picture.shape[0])
    top = between(rng, 0, 1) * lost
    return cropped(picture, 0, top, 0, lost - top, file_kind(rng))


def filtered_thumbnail(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Filtered in an app and shown small."""
    small = between(rng, 190, 280) / picture.shape[1]
    return scaled_by(tones.app_look(picture, rng), min(1.0, small), file_kind(rng, 50, 85))


def trimmed_and_squeezed(picture: Pixels, rng: np.random.Generator, others: OtherPosters) -> Attacked:
    """Cropped a little and saved as a very small file."""
    left, top, right, bottom = rng.uniform(0, 0.12, 4)
    return cropped(
        picture, left, top, right, bottom, SavedAs("WEBP" if likely(rng, 0.4) else "JPEG", int(rng.integers(14, 40)))
    )
