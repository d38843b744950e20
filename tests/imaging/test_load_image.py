"""Bytes to pixels: every accepted format and mode, and a typed error for everything else."""

import io
import struct
import time
import tracemalloc
import zlib
from collections.abc import Iterator

import numpy as np
import pytest
from PIL import Image

from app.errors import FormatNotAllowed, ImageTooLarge, ImageTruncated, NotAnImage, TooLittleDetail, UnreadableImage
from app.imaging.load import ImageLimits, heic_available, load_image
from app.model.poster_image import Pixels
from tests.support.pictures import draw_artwork, encode

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF")
ORIENTATION, GPS, MAKER, MODEL, LATITUDE = 0x0112, 0x8825, 0x010F, 0x0110, 2
# Mean difference under which a saved picture is still the same one; another one is at 60 and more.
SAVED = 25
needs_heic = pytest.mark.skipif(not heic_available(), reason="the HEIC decoder is an extra")


@pytest.fixture(scope="module")
def artwork() -> Pixels:
    return draw_artwork(5, (96, 128))


def save(picture: Image.Image, file_format: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, file_format, **options)
    return buffer.getvalue()


def save_heic(pixels: Pixels) -> bytes:
    import pillow_heif

    buffer = io.BytesIO()
    pillow_heif.from_pillow(Image.fromarray(pixels)).save(buffer, quality=95)
    return buffer.getvalue()


def file_in(file_format: str, pixels: Pixels) -> bytes:
    return save_heic(pixels) if file_format == "HEIF" else encode(pixels, file_format)


def mean_error(one: Pixels, other: Pixels) -> float:
    return float(np.abs(one.astype(int) - other).mean())


ALL_FORMATS = [*FORMATS, pytest.param("HEIF", marks=needs_heic)]


@pytest.mark.parametrize("file_format", ALL_FORMATS)
def test_reads_the_format_and_says_which_it_was(file_format: str, artwork: Pixels) -> None:
    data = file_in(file_format, artwork)
    image = load_image(data)
    assert (image.format, image.byte_count, image.frames) == (file_format, len(data), 1)
    assert (image.width, image.height) == (96, 128)
    assert image.pixels.dtype == np.uint8
    assert not image.pixels.flags.writeable
    assert mean_error(image.pixels, artwork) < (0.01 if file_format == "PNG" else SAVED)


def test_another_picture_is_far_away(artwork: Pixels) -> None:
    assert mean_error(draw_artwork(6, (96, 128)), artwork) > 2 * SAVED


def test_the_digest_is_of_the_file(artwork: Pixels) -> None:
    import hashlib

    data = encode(artwork, "PNG")
    assert load_image(data).sha256 == hashlib.sha256(data).hexdigest()


def test_transparent_places_become_white_in_every_mode(artwork: Pixels) -> None:
    alpha = np.full(artwork.shape[:2], 255, np.uint8)
    alpha[:64] = 0
    rgba = Image.fromarray(np.dstack([artwork, alpha]))
    grey_alpha = rgba.convert("LA")
    palette = Image.fromarray(artwork).quantize(200)
    index = np.asarray(palette).copy()
    index[:64] = 255
    palette = _with_index(palette, index)
    files = [save(rgba, "PNG"), save(grey_alpha, "PNG"), save(palette, "PNG", transparency=255)]
    files += [save(rgba, "WEBP", lossless=True), save(rgba, "AVIF"), save(palette, "GIF", transparency=255)]
    for data in files:
        pixels = load_image(data).pixels
        assert pixels[:60].min() >= 250
        assert pixels[68:].std() > 20


def _with_index(palette: Image.Image, index: np.ndarray) -> Image.Image:
    changed = Image.frombytes("P", palette.size, index.tobytes())
    colours = palette.getpalette() or []
    changed.putpalette([*colours, *[0] * (768 - len(colours))])
    return changed


def test_half_transparent_places_are_mixed_with_white() -> None:
    data = save(Image.new("RGBA", (64, 64), (0, 0, 0, 128)), "PNG")
    assert abs(int(load_image(data).pixels[30, 30, 0]) - 127) <= 1


@pytest.mark.parametrize("mode", ["L", "1", "CMYK", "P"])
def test_other_modes_become_rgb(mode: str, artwork: Pixels) -> None:
    picture = Image.fromarray(artwork).convert(mode)
    image = load_image(save(picture, "JPEG", quality=100, subsampling=0) if mode == "CMYK" else save(picture, "PNG"))
    assert image.pixels.shape == (128, 96, 3)
    assert image.metadata["mode"] == mode
    assert mean_error(image.pixels, np.asarray(picture.convert("RGB"))) < 4


def test_sixteen_bits_keep_their_range() -> None:
    ramp = np.tile(np.linspace(0, 65535, 100).astype(np.uint16), (80, 1))
    pixels = load_image(save(Image.fromarray(ramp), "PNG")).pixels
    assert np.abs(pixels[0, :, 0] - np.linspace(0, 255, 100)).max() <= 1


def test_a_dark_sixteen_bit_picture_stays_dark() -> None:
    dark = np.tile(np.linspace(0, 200, 100).astype(np.uint16), (80, 1))
    assert load_image(save(Image.fromarray(dark), "PNG")).pixels.max() <= 1


@pytest.mark.parametrize("orientation", range(1, 9))
def test_is_turned_as_its_exif_says(orientation: int, artwork: Pixels) -> None:
    stored = {
        1: artwork,
        2: artwork[:, ::-1],
        3: artwork[::-1, ::-1],
        4: artwork[::-1],
        5: artwork.transpose(1, 0, 2),
        6: np.rot90(artwork, 1),
        7: artwork[::-1, ::-1].transpose(1, 0, 2),
        8: np.rot90(artwork, -1),
    }[orientation]
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    image = load_image(encode(np.ascontiguousarray(stored), "PNG", exif=exif))
    assert np.array_equal(image.pixels, artwork)
    assert ("turned" in image.metadata) == (orientation != 1)


def test_only_the_first_frame_counts_and_the_report_says_so(artwork: Pixels) -> None:
    later = [Image.fromarray(draw_artwork(seed, (96, 128))) for seed in (6, 7)]
    for file_format in ("GIF", "WEBP", "PNG", "AVIF"):
        data = save(Image.fromarray(artwork), file_format, save_all=True, append_images=later)
        image = load_image(data)
        assert image.frames == 3
        assert "3" in image.metadata["frames"]
        assert mean_error(image.pixels, artwork) < SAVED


def test_a_phones_multi_picture_file_is_a_jpeg(artwork: Pixels) -> None:
    second = Image.fromarray(draw_artwork(6, (96, 128)))
    data = save(Image.fromarray(artwork), "MPO", save_all=True, append_images=[second])
    image = load_image(data)
    assert image.format == "JPEG"
    assert mean_error(image.pixels, artwork) < SAVED


def test_place_and_device_never_reach_the_metadata(artwork: Pixels) -> None:
    exif = Image.Exif()
    exif[MAKER], exif[MODEL] = "Spyglass", "Periscope 7"
    exif.get_ifd(GPS)[LATITUDE] = (52.0, 31.0, 12.5)
    for file_format in ("JPEG", "PNG", "WEBP", "AVIF"):
        told = load_image(encode(artwork, file_format, exif=exif)).metadata
        assert set(told) <= {"mode", "frames", "turned"}
        assert not any(word in str(told) for word in ("Spyglass", "Periscope", "52", "31"))


@pytest.mark.parametrize("file_format", ALL_FORMATS)
@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.9])
def test_a_file_cut_short_is_called_so(file_format: str, share: float, artwork: Pixels) -> None:
    data = file_in(file_format, artwork)
    with pytest.raises((ImageTruncated, NotAnImage)):
        load_image(data[: round(share * len(data))])


def test_an_empty_file_and_garbage_are_no_images() -> None:
    random = np.random.default_rng(0)
    for data in (b"", b"\0", b"hello, world\n" * 100, random.bytes(5000), b"\xff\xd8", b"GIF89a"):
        with pytest.raises((NotAnImage, ImageTruncated)):
            load_image(data)


def refused_files() -> Iterator[tuple[str, bytes]]:
    picture = Image.fromarray(draw_artwork(5, (64, 64)))
    yield "BMP", save(picture, "BMP")
    yield "TIFF", save(picture, "TIFF")
    yield "TIFF", b"MM\x00*" + bytes(100)
    yield "Photoshop", b"8BPS\x00\x01" + bytes(100)
    yield "SVG", b"<svg xmlns='http://www.w3.org/2000/svg'/>"
    yield "SVG", b"\n  <?xml version='1.0'?><svg/>"
    yield "PDF", b"%PDF-1.7\n"
    yield "icon", save(picture, "ICO")
    yield "JPEG 2000", save(picture, "JPEG2000")


@pytest.mark.parametrize(("name", "data"), list(refused_files()))
def test_other_formats_are_refused_by_name(name: str, data: bytes) -> None:
    with pytest.raises(FormatNotAllowed, match=name):
        load_image(data)


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png_that_claims(width: int, height: int) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(bytes(100_000), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def gif_that_claims(width: int, height: int) -> bytes:
    data = bytearray(save(Image.new("P", (60, 60)), "GIF"))
    data[6:10] = struct.pack("<HH", width, height)
    return bytes(data)


@pytest.mark.parametrize(
    "data",
    [png_that_claims(12_000, 12_000), png_that_claims(100_000, 100_000), png_that_claims(2**31 - 1, 60),
     gif_that_claims(65_535, 65_535)],
    ids=["144 MP", "10 GP", "2 GP wide", "GIF"],
)  # fmt: skip
def test_a_bomb_is_refused_by_its_header(data: bytes) -> None:
    tracemalloc.start()
    started = time.perf_counter()
    with pytest.raises(ImageTooLarge):
        load_image(data)
    took = time.perf_counter() - started
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert took < 1.0
    assert most < 10 * 2**20


def test_limits_are_inclusive(artwork: Pixels) -> None:
    data = encode(artwork, "PNG")
    exact = ImageLimits(max_bytes=len(data), max_pixels=96 * 128, min_side=96)
    assert load_image(data, exact).width == 96
    with pytest.raises(ImageTooLarge, match="MB"):
        load_image(data, ImageLimits(max_bytes=len(data) - 1))
    with pytest.raises(ImageTooLarge, match="pixels"):
        load_image(data, ImageLimits(max_pixels=96 * 128 - 1))
    with pytest.raises(TooLittleDetail, match="96 x 128"):
        load_image(data, ImageLimits(min_side=97))


@needs_heic
def test_limits_hold_for_heic_too(artwork: Pixels) -> None:
    data = save_heic(artwork)
    with pytest.raises(ImageTooLarge):
        load_image(data, ImageLimits(max_pixels=96 * 128 - 1))
    with pytest.raises(TooLittleDetail):
        load_image(data, ImageLimits(min_side=97))


@needs_heic
def test_heic_with_generous_limits_is_not_held_to_the_default_ones() -> None:
    data = save_heic(draw_artwork(5, (96, 40)))
    assert load_image(data, ImageLimits(min_side=16)).height == 40


@pytest.mark.parametrize("size", [(47, 300), (300, 47), (1, 1), (20, 20)])
def test_a_tiny_picture_has_too_little_detail(size: tuple[int, int]) -> None:
    with pytest.raises(TooLittleDetail):
        load_image(save(Image.new("RGB", size), "PNG"))


def mutated(data: bytes, random: np.random.Generator) -> bytes:
    """One of: bytes changed, a piece cut out, a piece repeated, the end cut off, zeros laid over."""
    result = bytearray(data)
    for _ in range(int(random.integers(1, 4))):
        at = int(random.integers(0, max(1, min(len(result), 400 if random.random() < 0.6 else len(result)))))
        length = int(random.integers(1, 40))
        match int(random.integers(5)):
            case 0:
                for _ in range(int(random.integers(1, 12))):
                    result[int(random.integers(len(result)))] = int(random.integers(256))
            case 1:
                result[at : at + 4] = random.bytes(4)
            case 2:
                del result[at : at + length]
            case 3:
                result[at:at] = result[at : at + length]
            case _:
                result[at : at + length] = bytes(length)
        if not result:
            return b""
    return bytes(result)


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")  # Pillow warns of damaged EXIF data, and reads on.
@pytest.mark.parametrize("file_format", ALL_FORMATS)
def test_hostile_files_only_ever_raise_typed_errors(file_format: str) -> None:
    pixels = draw_artwork(5, (64, 72))
    sources = [file_in(file_format, pixels)]
    if file_format in ("GIF", "PNG", "WEBP"):
        other = Image.fromarray(draw_artwork(6, (64, 72)))
        sources.append(save(Image.fromarray(pixels), file_format, save_all=True, append_images=[other]))
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    if file_format in ("JPEG", "PNG", "WEBP"):
        sources.append(encode(pixels, file_format, exif=exif))
    random = np.random.default_rng(zlib.crc32(file_format.encode()))
    limits = ImageLimits(max_pixels=1_000_000)
    read, refused = 0, 0
    for number in range(300):
        data = mutated(sources[number % len(sources)], random)
        try:
            image = load_image(data, limits)
        except UnreadableImage:
            refused += 1
        else:
            read += 1
            assert image.pixels.ndim == 3
            assert image.width * image.height <= limits.max_pixels
    assert read > 0
    assert refused > 0
