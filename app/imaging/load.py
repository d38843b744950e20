"""Turns the bytes of one file into a PosterImage, or says in a typed error why that cannot be done.

Formats and sizes are decided from the header, before a single pixel is decoded.
"""

import hashlib
import io
from dataclasses import dataclass

import numpy as np
from PIL import ExifTags, Image, ImageOps, UnidentifiedImageError

from app.errors import FormatNotAllowed, ImageTooLarge, ImageTruncated, NotAnImage, TooLittleDetail
from app.model.poster_image import Pixels, PosterImage

ALLOWED_FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF")

# What Pillow's decoders raise on hostile files, besides their own classes.
_DECODER_ERRORS = (
    OSError,
    ValueError,
    SyntaxError,
    RuntimeError,
    EOFError,
    OverflowError,
    MemoryError,
    IndexError,
)

# First bytes of pictures that are refused by name, so that the error can say what to do.
_REFUSED_SIGNATURES = (
    (b"BM", "BMP"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"8BPS", "Photoshop"),
    (b"%PDF", "PDF"),
    (b"\x00\x00\x01\x00", "icon"),
    (b"\xff\x0a", "JPEG XL"),
    (b"\x00\x00\x00\x0cJXL ", "JPEG XL"),
    (b"\x00\x00\x00\x0cjP  ", "JPEG 2000"),
    (b"<svg", "SVG"),
    (b"<?xml", "SVG or XML"),
)
_HEIF_BRANDS = frozenset({b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"})


@dataclass(frozen=True, slots=True)
class ImageLimits:
    """What is accepted: bytes of the file, pixels of the picture, and its shortest side in pixels."""

    max_bytes: int = 20 * 2**20
    max_pixels: int = 50_000_000
    min_side: int = 48


DEFAULT_LIMITS = ImageLimits()


def load_image(data: bytes, limits: ImageLimits = DEFAULT_LIMITS) -> PosterImage:
    """Decode one picture.

    1. Refuse by size. 2. Open by header, with allowed formats only. 3. Refuse by pixels. 4. Decode the first frame.
    5. Turn by EXIF and bring to RGB.

    Raises: NotAnImage, FormatNotAllowed, ImageTooLarge, ImageTruncated, TooLittleDetail (a side under `min_side`).
    """
    # 1.
    if not data:
        raise NotAnImage("The file is empty.")
    if len(data) > limits.max_bytes:
        raise ImageTooLarge(
            f"The file has {len(data) / 2**20:.1f} MB; at most {limits.max_bytes / 2**20:.0f} MB are accepted."
        )
    # 2.
    picture, file_format = _open(data, limits)
    with picture:
        # 3.
        width, height = picture.size
        _check_size(width, height, limits)
        frames = int(getattr(picture, "n_frames", 1))
        mode = picture.mode
        # 4. and 5.
        try:
            upright = _orientation(picture) not in range(2, 9)
            pixels = _to_rgb(picture if upright else ImageOps.exif_transpose(picture))
        except _DECODER_ERRORS as error:
            raise ImageTruncated(
                f"The {file_format} file is damaged or cut short, so its picture cannot be decoded."
            ) from error
    metadata = {"mode": mode}
    if frames > 1:
        metadata["frames"] = f"{frames} (the first one was checked)"
    if not upright:
        metadata["turned"] = "by its EXIF orientation"
    return PosterImage(
        pixels=pixels,
        sha256=hashlib.sha256(data).hexdigest(),
        format=file_format,
        byte_count=len(data),
        frames=frames,
        metadata=metadata,
    )


def _orientation(picture: Image.Image) -> int:
    """The EXIF orientation, 1 (upright) where there is none or the EXIF is damaged."""
    try:
        return int(picture.getexif().get(ExifTags.Base.Orientation, 1))
    except (UserWarning, TypeError, ValueError):
        # Pillow warns of damaged EXIF, and a warning is an exception where the caller made it one.
        return 1


def heic_available() -> bool:
    """Whether the optional HEIC decoder is installed."""
    try:
        import pillow_heif  # noqa: F401
    except ImportError:
        return False
    return True


def _open(data: bytes, limits: ImageLimits) -> tuple[Image.Image, str]:
    if data[4:8] == b"ftyp" and data[8:12] in _HEIF_BRANDS:
        return _open_heif(data, limits), "HEIF"
    try:
        picture = Image.open(io.BytesIO(data), formats=ALLOWED_FORMATS)
    except UnidentifiedImageError:
        raise _refusal(data) from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise ImageTooLarge("The picture has far too many pixels.") from error
    except _DECODER_ERRORS as error:
        raise ImageTruncated("The file is damaged or cut short: its header cannot be read.") from error
    # A phone's multi-picture JPEG is a JPEG with extras after it.
    return picture, "JPEG" if picture.format == "MPO" else str(picture.format)


def _open_heif(data: bytes, limits: ImageLimits) -> Image.Image:
    try:
        import pillow_heif
    except ImportError:
        raise FormatNotAllowed(
            "HEIC pictures are not readable in this installation; save it as JPEG or PNG, "
            "or install the extra: pip install 'postercheck[heic]'."
        ) from None
    try:
        container = pillow_heif.open_heif(io.BytesIO(data), convert_hdr_to_8bit=True)
        width, height = container.size
        _check_size(width, height, limits)
        picture: Image.Image = container.to_pillow()
    except _DECODER_ERRORS as error:
        raise ImageTruncated("The HEIC file is damaged or cut short.") from error
    return picture


def _refusal(data: bytes) -> FormatNotAllowed | NotAnImage:
    head = data[:16].lstrip()
    allowed = "JPEG, PNG, WebP, AVIF or GIF"
    for signature, name in _REFUSED_SIGNATURES:
        if data.startswith(signature) or head.startswith(signature):
            return FormatNotAllowed(f"This is a {name} file; save the poster as {allowed}.")
    return NotAnImage(f"The file is not a picture that can be read; {allowed} are accepted.")


def _check_size(width: int, height: int, limits: ImageLimits) -> None:
    if width * height > limits.max_pixels:
        raise ImageTooLarge(
            f"The picture has {width} x {height} pixels; at most {limits.max_pixels / 1e6:.0f} million are accepted."
        )
    if min(width, height) < limits.min_side:
        raise TooLittleDetail(
            f"The picture is only {width} x {height} pixels; each side needs at least {limits.min_side}."
        )


def _to_rgb(picture: Image.Image) -> Pixels:
    """Any mode to (height, width, 3) uint8 RGB; transparent places become white, 16 bits become 8."""
    if picture.mode.startswith("I;16") or picture.mode in ("I", "F"):
        values = np.asarray(picture, dtype=np.float64)
        most = float(values.max(initial=0))
        sixteen_bits = picture.mode.startswith("I;16") or (picture.mode == "I" and most > 255)
        top = 65535.0 if sixteen_bits else max(255.0, most)
        picture = Image.fromarray(np.clip(values * (255.0 / top), 0, 255).astype(np.uint8))
    if picture.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in picture.info:
        coloured = picture.convert("RGBA")
        ground = Image.new("RGBA", coloured.size, "white")
        picture = Image.alpha_composite(ground, coloured)
    pixels: Pixels = np.array(picture.convert("RGB"), dtype=np.uint8)
    pixels.setflags(write=False)
    return pixels
