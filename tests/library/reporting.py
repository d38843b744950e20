"""Reports for the tests of moderation."""

import hashlib
import io
from dataclasses import replace

import numpy as np
from PIL import Image

from app.fingerprints.perceptual_hash import compute_perceptual_hash
from app.library.moderation.values import NewReport, ReportKind
from app.model.fingerprint import PerceptualHash
from tests.library.conftest import draw_picture


def saved(picture: Image.Image, quality: int = 90) -> bytes:
    """As a JPEG file."""
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=quality)
    return buffer.getvalue()


def hash_of(data: bytes) -> PerceptualHash:
    """Of a file, as a check takes it."""
    with Image.open(io.BytesIO(data)) as picture:
        return compute_perceptual_hash(np.asarray(picture.convert("L")))


def make_report(seed: int, **changes: object) -> NewReport:
    """A report about drawn picture `seed`, which the reporter leaves."""
    data = saved(draw_picture(seed))
    report = NewReport(
        kind=ReportKind.KNOWN_FAKE,
        check_id=f"c_{seed:020}",
        sha256=hashlib.sha256(data).hexdigest(),
        perceptual_hash=hash_of(data),
        report="{}",
        picture=data,
    )
    return replace(report, **changes)
