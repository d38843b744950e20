"""What one worker process does: opens the checker once, then turns planned pictures into results."""

import sys
import traceback
from dataclasses import dataclass

from app.batch.files import is_regular, read_file
from app.batch.plan import PlannedPicture
from app.checker import Checker, CheckerOptions, open_checker
from app.checker.views import draw_pairs
from app.errors import LibraryError, PostercheckError, UnreadableImage
from app.imaging.encode import encode_jpeg
from app.imaging.load import load_image
from app.model.poster_image import PosterImage
from app.model.report import CheckReport, SkippedInput, SkippedReason, VerdictLabel

PREVIEW_SIDE = 240
PREVIEW_QUALITY = 75
# So many crops a picture, so wide and so strongly compressed, keep a page of a thousand pictures one to open.
CROPS, CROP_WIDTH, CROP_QUALITY = 3, 360, 60


@dataclass(frozen=True, slots=True)
class WorkerOptions:
    """checker: how to open it. previews: whether results carry small pictures."""

    checker: CheckerOptions
    previews: bool = False


@dataclass(frozen=True, slots=True)
class BatchResult:
    """The answer for one file. Previews: JPEGs with sides of at most PREVIEW_SIDE pixels; None where there is none.

    crops: JPEGs of changed places or parts, before and after; only of what is not plainly official.
    """

    item: CheckReport | SkippedInput
    submitted_preview: bytes | None = None
    reference_preview: bytes | None = None
    crops: tuple[bytes, ...] = ()


@dataclass(slots=True)
class _Process:
    """What a worker process keeps from one picture to the next."""

    options: WorkerOptions | None = None
    checker: Checker | None = None
    error: PostercheckError | None = None


_process = _Process()


def set_up_worker(options: WorkerOptions) -> None:
    """Open the checker in this process."""
    _process.options = options
    try:
        _process.checker = open_checker(options.checker)
    except PostercheckError as error:
        # Raised here it would look like a crash; the first picture reports it as what it is.
        _process.error = error


def check_picture(picture: PlannedPicture) -> BatchResult:
    """Check one file. A file that cannot be checked is a result; a library that cannot be used is an error."""
    if _process.error is not None:
        raise _process.error
    checker, options = _process.checker, _process.options
    assert checker is not None
    assert options is not None
    try:
        if not is_regular(picture.path):
            return skipped(picture, "unreadable_file", "This is not a plain file.")
        data = read_file(picture.path, options.checker.limits.max_bytes)
        report = checker.check(data, picture.name)
    except UnreadableImage as error:
        return skipped(picture, error.code, str(error))
    except OSError as error:
        return skipped(picture, "unreadable_file", f"The file cannot be read: {error.strerror or error}.")
    except MemoryError:
        return skipped(picture, "out_of_memory", "There was not enough memory to check this picture.")
    except PostercheckError:
        raise
    except Exception as error:  # noqa: BLE001 - one picture that meets a bug must not cost the other ten thousand
        traceback.print_exc(file=sys.stderr)
        return skipped(picture, "internal_error", f"Checking failed unexpectedly ({type(error).__name__}).")
    if not options.previews:
        return BatchResult(report)
    image = load_image(data, options.checker.limits)
    submitted = encode_jpeg(image.pixels, PREVIEW_QUALITY, PREVIEW_SIDE)
    return BatchResult(report, submitted, _reference_preview(report, checker), _crops(image, report, checker))


def skipped(picture: PlannedPicture, code: str, text: str) -> BatchResult:
    """The result for a file that was not checked."""
    return BatchResult(SkippedInput(input=picture.name, error=SkippedReason(code=code, text=text)))


def _reference_preview(report: CheckReport, checker: Checker) -> bytes | None:
    if not report.matches:
        return None
    try:
        pixels = checker.library.rendition(report.matches[0].reference.id)
    except LibraryError:
        # Somebody removed it since the check, or the library was loaded from a pack and has no pictures.
        return None
    return encode_jpeg(pixels, PREVIEW_QUALITY, PREVIEW_SIDE)


def _crops(image: PosterImage, report: CheckReport, checker: Checker) -> tuple[bytes, ...]:
    if report.conclusive and report.verdict is VerdictLabel.LIKELY_OFFICIAL:
        return ()
    try:
        pairs = draw_pairs(image, report, checker.library.rendition, CROP_WIDTH, CROPS)
    except LibraryError:
        return ()
    return tuple(encode_jpeg(pair.pixels, CROP_QUALITY) for pair in pairs)
