"""Pictures with metadata of every kind, made by Pillow and by hand."""

import io
import struct
import zlib
from typing import Any

import numpy as np
from PIL import ExifTags, Image
from PIL.PngImagePlugin import PngInfo

from tests.support.pictures import draw_artwork, encode

PIXELS = draw_artwork(3, (96, 128))
A1111 = (
    "a lighthouse at night\nNegative prompt: blurry\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 1, Size: 512x768"
)
COMFY = '{"3": {"inputs": {"seed": 1, "steps": 20}, "class_type": "KSampler"}}'
NAMESPACES = (
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:xmp="http://ns.adobe.com/xap/1.0/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:exif="http://ns.adobe.com/exif/1.0/" '
    'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" '
    'xmlns:stEvt="http://ns.adobe.com/xap/1.0/sType/ResourceEvent#" '
    'xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"'
)


def png_with_texts(texts: dict[str, str], *, packed: bool = False) -> bytes:
    """A PNG with its texts before the picture data."""
    info = PngInfo()
    for key, text in texts.items():
        info.add_text(key, text, zip=packed)
    return encode(PIXELS, "PNG", pnginfo=info)


def png_chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png_with_chunk(kind: bytes, body: bytes, *, at_end: bool = False) -> bytes:
    """A PNG with one more chunk: after the header, or after the picture data."""
    data = encode(PIXELS, "PNG")
    place = data.index(b"IEND") - 4 if at_end else 33
    return data[:place] + png_chunk(kind, body) + data[place:]


def exif_block(fields: dict[int, Any], user_comment: bytes | None = None) -> bytes:
    """EXIF with these fields of the first directory."""
    exif = Image.Exif()
    for tag, value in fields.items():
        exif[tag] = value
    if user_comment is not None:
        exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.UserComment] = user_comment
    return exif.tobytes()


def xmp_packet(attributes: str = "", elements: str = "") -> bytes:
    """One XMP packet with one description."""
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        f'<rdf:RDF {NAMESPACES}><rdf:Description rdf:about="" {attributes}>{elements}</rdf:Description></rdf:RDF>'
        '</x:xmpmeta><?xpacket end="w"?>'
    ).encode()


def jpeg_segment(marker: int, body: bytes) -> bytes:
    return bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body


def jpeg_with_segments(*segments: bytes) -> bytes:
    """A JPEG with these segments right after its start."""
    data = encode(PIXELS, "JPEG")
    return data[:2] + b"".join(segments) + data[2:]


def iptc_segment(fields: dict[int, str]) -> bytes:
    """Photoshop's resource block with IPTC fields of record 2."""
    records = b"".join(
        b"\x1c\x02" + struct.pack(">BH", field, len(text.encode())) + text.encode() for field, text in fields.items()
    )
    resource = b"8BIM\x04\x04\x00\x00" + struct.pack(">I", len(records)) + records + b"\x00" * (len(records) % 2)
    return jpeg_segment(0xED, b"Photoshop 3.0\x00" + resource)


def hide_text(
    text: str, sign: bytes = b"stealth_pnginfo", mode: str = "RGBA", size: tuple[int, int] = (96, 128)
) -> bytes:
    """A PNG with a text in the lowest bits, column by column, as web interfaces of generators hide it."""
    body = sign + struct.pack(">I", 8 * len(text)) + text.encode()
    bits = np.unpackbits(np.frombuffer(body, np.uint8))
    pixels = draw_artwork(3, size)
    if mode == "RGBA":
        pixels = np.dstack([pixels, np.full(pixels.shape[:2], 255, np.uint8)])
        alpha = pixels[..., 3].T.reshape(-1).copy()
        alpha[: bits.size] = alpha[: bits.size] & 0xFE | bits
        pixels[..., 3] = alpha.reshape(pixels.shape[1], pixels.shape[0]).T
    else:
        columns = pixels.transpose(1, 0, 2).reshape(-1).copy()
        columns[: bits.size] = columns[: bits.size] & 0xFE | bits
        pixels = columns.reshape(pixels.shape[1], pixels.shape[0], 3).transpose(1, 0, 2)
    buffer = io.BytesIO()
    Image.fromarray(np.ascontiguousarray(pixels)).save(buffer, "PNG")
    return buffer.getvalue()
