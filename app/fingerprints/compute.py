"""One picture to its Fingerprint."""

from app.fingerprints.local_features import compute_local_features
from app.fingerprints.perceptual_hash import compute_perceptual_hash
from app.fingerprints.working_copy import make_working_copy
from app.model.fingerprint import Fingerprint
from app.model.poster_image import PosterImage

# Raise it whenever the same picture would get another fingerprint: stored ones of another version are never compared.
FINGERPRINT_VERSION = 1


def compute_fingerprint(image: PosterImage) -> Fingerprint:
    """Hash and local features, both of the picture at working size."""
    copy = make_working_copy(image.pixels)
    return Fingerprint(
        sha256=image.sha256,
        perceptual_hash=compute_perceptual_hash(copy.grey),
        local_features=compute_local_features(copy),
        version=FINGERPRINT_VERSION,
    )
