"""Files made to break a reader: bombs, false lengths, entities, damage of every kind. Time and memory stay small."""

import random
import struct
import time
import tracemalloc
import zlib
from collections.abc import Iterator

import pytest

from app.model.origin import Origin
from app.origin.hidden_text import has_hidden_settings
from app.origin.read_origin import OriginOptions, read_origin
from benchmarks.mutated_files import Outcome as MutationOutcome
from benchmarks.mutated_files import mutate, no_sockets, read_mutated
from tests.origin.listener import Listener
from tests.origin.made_files import (
    A1111,
    COMFY,
    PIXELS,
    exif_block,
    hide_text,
    iptc_segment,
    jpeg_segment,
    jpeg_with_segments,
    png_chunk,
    png_with_chunk,
    png_with_texts,
    xmp_packet,
)
from tests.origin.signing import Signing, created, make_identity, sign
from tests.support.pictures import encode

MEGABYTE = 2**20
# Of the processor, so that a busy machine changes nothing; what goes wrong here takes minutes or gigabytes.
MOST_SECONDS, MOST_MEMORY = 2.0, 40 * MEGABYTE


def read_in_time(data: bytes, file_format: str) -> Origin:
    started = time.process_time()
    origin = read_origin(data, file_format=file_format)
    assert time.process_time() - started < MOST_SECONDS
    return origin


def read_in_little_memory(data: bytes, file_format: str) -> Origin:
    tracemalloc.start()
    try:
        origin = read_origin(data, file_format=file_format)
        assert tracemalloc.get_traced_memory()[1] < MOST_MEMORY
    finally:
        tracemalloc.stop()
    return origin


def bomb(size: int = 120 * MEGABYTE) -> bytes:
    packer = zlib.compressobj(9)
    return b"".join([packer.compress(bytes(MEGABYTE)) for _ in range(size // MEGABYTE)] + [packer.flush()])


@pytest.fixture(scope="module")
def packed_bomb() -> bytes:
    return bomb()


def test_packed_texts_are_unpacked_under_a_limit(packed_bomb: bytes) -> None:
    for kind, head in ((b"zTXt", b"Comment\x00\x00"), (b"iTXt", b"Comment\x00\x01\x00\x00\x00")):
        for key in (b"Comment", b"XML:com.adobe.xmp"):
            read_in_little_memory(png_with_chunk(kind, head.replace(b"Comment", key) + packed_bomb), "PNG")


def test_many_small_bombs_share_one_limit() -> None:
    small = png_chunk(b"zTXt", b"Comment\x00\x00" + zlib.compress(bytes(60_000), 9))
    data = encode(PIXELS, "PNG")
    read_in_little_memory(data[:33] + small * 3_000 + data[33:], "PNG")


def test_a_bomb_in_the_picture_data_is_unpacked_only_where_a_sign_could_be(packed_bomb: bytes) -> None:
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 6, 0, 0, 0)
    read_in_little_memory(
        b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", head) + png_chunk(b"IDAT", packed_bomb) + png_chunk(b"IEND", b""),
        "PNG",
    )


def test_entities_are_refused_and_what_stood_before_is_kept() -> None:
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x:xmpmeta xmlns:x="adobe:ns:meta/">&b;</x:xmpmeta>'
    secret = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
    for text in (laughs, secret):
        assert read_in_time(jpeg_with_segments(_xmp_segment(text.encode())), "JPEG") == Origin()
    cut = xmp_packet('xmp:CreatorTool="Canva"', "<dc:description>")[:-30]
    assert [item.code for item in read_origin(jpeg_with_segments(_xmp_segment(cut)), file_format="JPEG").findings]


def test_deep_and_long_xml_ends() -> None:
    deep = b"<a>" * 200_000
    long_text = xmp_packet("", "<dc:description>" + "x" * 2_000_000 + "</dc:description>")
    many = xmp_packet("", "<xmp:CreatorTool>Canva</xmp:CreatorTool>" * 20_000)
    for xmp in (deep, long_text, many):
        read_in_time(encode(PIXELS, "WEBP", xmp=xmp), "WEBP")


def _xmp_segment(xmp: bytes) -> bytes:
    return jpeg_segment(0xE1, b"http://ns.adobe.com/xap/1.0/\x00" + xmp)


def test_exif_fields_that_all_point_to_the_whole_block() -> None:
    entries = b"".join(struct.pack("<HHII", tag, 2, 60_000, 8) for tag in (0x010E, 0x0131, 0x010F, 0x0110) * 60)
    block = b"II*\x00" + struct.pack("<I", 8) + struct.pack("<H", 240) + entries + b"Steps: 1, " * 6000
    read_in_time(png_with_chunk(b"eXIf", block * 20), "PNG")


def test_exif_that_points_to_itself_ends() -> None:
    block = b"II*\x00" + struct.pack("<IHHHII", 8, 1, 0x8769, 4, 1, 8)
    assert read_in_time(png_with_chunk(b"eXIf", block), "PNG") == Origin()


def test_words_that_would_make_a_slow_pattern_slow() -> None:
    texts = {f"key{number}": "Steps: 1, " * 6000 for number in range(60)} | {
        "parameters": "Steps: 12345, Job ID: " * 3000
    }
    read_in_time(png_with_texts(texts), "PNG")


def test_lengths_that_lie() -> None:
    data = encode(PIXELS, "PNG")
    read_in_time(data[:33] + struct.pack(">I4s", 0xFFFFFFFF, b"tEXt") + data[33:], "PNG")
    read_in_time(jpeg_with_segments(b"\xff\xe1\x00\x00", b"\xff\xe1\x00\x01", b"\xff\xed\xff\xff"), "JPEG")
    read_in_time(encode(PIXELS, "WEBP")[:12] + struct.pack("<4sI", b"EXIF", 0xFFFFFFFF), "WEBP")


def test_a_file_of_nothing_but_tiny_pieces_ends() -> None:
    read_in_time(b"\x89PNG\r\n\x1a\n" + png_chunk(b"tEXt", b"a\x00b") * 200_000, "PNG")
    read_in_time(b"\xff\xd8" + b"\xff\xfe\x00\x03a" * 400_000, "JPEG")
    read_in_time(b"\xff\xd8" + b"\xff" * 3_000_000, "JPEG")
    read_in_time(b"GIF89a\x01\x00\x01\x00\x00\x00\x00" + b"\x21\xff\x0bXMP DataXMP\x01a\x00" * 300_000, "GIF")
    read_in_time(b"GIF89a\x01\x00\x01\x00\x00\x00\x00\x21\xfe" + b"\x01a" * 2_000_000, "GIF")


@pytest.mark.parametrize("file_format", ["JPEG", "PNG", "WEBP", "GIF", "AVIF", "HEIF", "PSD", ""])
@pytest.mark.parametrize("data", [b"", b"\x00", b"jumbc2pa", b"\xff\xd8\xff", bytes(1000), bytes(range(256)) * 40])
def test_what_is_no_picture_says_nothing_or_that_it_is_unreadable(data: bytes, file_format: str) -> None:
    found = read_origin(data, file_format=file_format).findings
    assert {finding.code for finding in found} <= {"credentials_unreadable"}


def test_a_format_by_another_name_is_no_error() -> None:
    for made in ("JPEG", "PNG", "WEBP", "GIF", "AVIF"):
        for told in ("JPEG", "PNG", "WEBP", "GIF", "AVIF", "HEIF"):
            read_origin(encode(PIXELS, made), file_format=told)


def test_metadata_beyond_the_limit_is_left_out() -> None:
    data = png_with_texts({"Comment": "x" * 5000, "parameters": A1111})
    options = OriginOptions(max_metadata_bytes=4000)
    assert read_origin(data, file_format="PNG").findings
    assert not read_origin(data, file_format="PNG", options=options).findings


@pytest.mark.parametrize("length", range(33, 120, 7))
def test_a_png_cut_short_hides_nothing(length: int) -> None:
    assert not has_hidden_settings(hide_text(A1111)[:length])


def made_pictures(url: str) -> Iterator[tuple[bytes, str]]:
    """One of each kind that the tests make; one of them names an address."""
    studio = make_identity("Quiet Studios", url)
    comment = b"UNICODE\x00" + A1111.encode("utf-16-be")
    xmp = xmp_packet('xmp:CreatorTool="Canva"', "<exif:UserComment>Screenshot</exif:UserComment>")
    yield png_with_texts({"parameters": A1111, "prompt": COMFY}, packed=True), "PNG"
    yield hide_text(A1111), "PNG"
    yield jpeg_with_segments(iptc_segment({65: "GIMP 2.10", 110: "Made with Google AI"})), "JPEG"
    yield encode(PIXELS, "GIF", comment=b"made by hand"), "GIF"
    for file_format in ("JPEG", "WEBP", "AVIF"):
        yield encode(PIXELS, file_format, exif=exif_block({}, comment), xmp=xmp), file_format
    for file_format in ("JPEG", "PNG", "WEBP", "AVIF"):
        yield sign(Signing(studio, (created("trainedAlgorithmicMedia"),)), file_format=file_format), file_format
    yield sign(Signing(studio, (created("digitalCreation"),), remote_url=url)), "JPEG"


def test_damaged_files_of_every_kind_make_no_error_and_no_call() -> None:
    with Listener() as listener:
        outcome = read_mutated(list(made_pictures(listener.url)), count=300, seed=7)
        assert listener.connections == 0
    assert (outcome.files, outcome.errors, outcome.hung, outcome.connections) == (300, {}, 0, 0)
    assert len(outcome.codes) >= 6


def test_the_guard_against_connections_notices_one() -> None:
    import socket

    outcome = MutationOutcome()
    with no_sockets(outcome), pytest.raises(PermissionError), socket.socket() as connection:
        connection.connect(("127.0.0.1", 9))
    assert outcome.connections == 1


def test_damage_is_the_same_for_the_same_seed_and_changes_the_file() -> None:
    data = encode(PIXELS, "PNG")
    made = [mutate(data, random.Random(seed)) for seed in (1, 1, 2)]
    assert made[0] == made[1]
    assert len({data, *made}) == 3
