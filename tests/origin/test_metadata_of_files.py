"""What files say of the programs that made them: recognised in every place, and nothing private comes out."""

import io
from typing import Any

import pytest
from PIL import ExifTags, Image

from app.model.origin import Origin
from app.origin.marks import MarkKind, find_tool, read_marks
from app.origin.read_origin import read_origin
from app.origin.tidy import MOST_SHOWN
from tests.origin.made_files import (
    A1111,
    COMFY,
    PIXELS,
    exif_block,
    hide_text,
    iptc_segment,
    jpeg_segment,
    jpeg_with_segments,
    png_with_chunk,
    png_with_texts,
    xmp_packet,
)
from tests.support.pictures import encode

IPTC = "http://cv.iptc.org/newscodes/digitalsourcetype/"
MIDJOURNEY = "a ship --ar 2:3 Job ID: 01234567-89ab-cdef-0123-456789abcdef"


def codes(origin: Origin) -> list[str]:
    return [finding.code for finding in origin.findings]


def tools(data: bytes, file_format: str, code: str = "made_by_generator") -> list[str]:
    found = read_origin(data, file_format=file_format).findings
    return [finding.facts["tool"] for finding in found if finding.code == code]


@pytest.mark.parametrize("file_format", ["JPEG", "PNG", "WEBP", "GIF", "AVIF"])
def test_a_file_that_says_nothing_is_met_with_silence(file_format: str) -> None:
    assert read_origin(encode(PIXELS, file_format), file_format=file_format) == Origin()


@pytest.mark.parametrize(
    ("texts", "tool"),
    [
        ({"parameters": A1111}, "Stable Diffusion (AUTOMATIC1111)"),
        ({"parameters": f"{A1111}, Version: f2.0.1"}, "Stable Diffusion (Forge)"),
        ({"parameters": f"{A1111}, Version: Fooocus v2.5"}, "Fooocus"),
        ({"parameters": '{"prompt": "a ship"}', "fooocus_scheme": "fooocus"}, "Fooocus"),
        ({"parameters": '{"sui_image_params": {"prompt": "a ship"}}'}, "SwarmUI"),
        ({"prompt": COMFY}, "ComfyUI"),
        ({"workflow": '{"last_node_id": 9, "nodes": []}'}, "ComfyUI"),
        ({"invokeai_metadata": '{"positive_prompt": "a ship"}'}, "InvokeAI"),
        ({"sd-metadata": "{}"}, "InvokeAI"),
        ({"Dream": '"a ship" -s 50 -S 1 -W 512'}, "InvokeAI"),
        ({"Software": "NovelAI"}, "NovelAI"),
        ({"Title": "AI generated image"}, "NovelAI"),
        ({"use_stable_diffusion_model": "sd-v1-4"}, "Easy Diffusion"),
        ({"Description": MIDJOURNEY}, "Midjourney"),
    ],
)
def test_png_texts_of_generators(texts: dict[str, str], tool: str) -> None:
    for packed in (False, True):
        origin = read_origin(png_with_texts(texts, packed=packed), file_format="PNG")
        assert codes(origin) == ["made_by_generator"]
        assert origin.findings[0].facts == {"tool": tool, "where": "PNG text"}
        assert origin.metadata == {"generator": tool}


def test_texts_after_the_picture_data_count_too() -> None:
    assert tools(png_with_chunk(b"tEXt", b"parameters\x00" + A1111.encode(), at_end=True), "PNG")


def test_a_long_prompt_does_not_hide_the_settings_after_it() -> None:
    assert tools(png_with_texts({"parameters": f"{'a very long prompt, ' * 1000}{A1111}"}), "PNG")


@pytest.mark.parametrize(
    "texts",
    [
        {"Comment": "made with love"},
        {"prompt": "a word that is no graph"},
        {"Description": "my drawing of a lighthouse after Midjourney and Photoshop"},
        {"Title": "The Making of Stable Diffusion"},
        {"parameters": "Steps: walk on"},
        {"Author": "Canva Krita"},
    ],
)
def test_words_that_only_mention_a_program_say_nothing(texts: dict[str, str]) -> None:
    assert codes(read_origin(png_with_texts(texts), file_format="PNG")) == []


def test_a_credit_names_people_unless_it_is_a_generators_own_line() -> None:
    assert tools(jpeg_with_segments(iptc_segment({110: "Made with Google AI"})), "JPEG") == ["Google AI"]
    assert codes(read_origin(jpeg_with_segments(iptc_segment({110: "Krita Procreate"})), file_format="JPEG")) == []


@pytest.mark.parametrize("file_format", ["JPEG", "WEBP", "PNG", "AVIF"])
@pytest.mark.parametrize("encoding", ["utf-16-be", "utf-16-le", "ascii"])
def test_settings_in_an_exif_comment(file_format: str, encoding: str) -> None:
    head = b"ASCII\x00\x00\x00" if encoding == "ascii" else b"UNICODE\x00"
    exif = exif_block({}, head + A1111.encode(encoding))
    assert tools(encode(PIXELS, file_format, exif=exif), file_format) == ["Stable Diffusion (AUTOMATIC1111)"]


def test_comfyui_writes_its_graph_into_make_and_model_of_a_webp() -> None:
    exif = exif_block({ExifTags.Base.Make: f"workflow:{COMFY}", ExifTags.Base.Model: f"prompt:{COMFY}"})
    origin = read_origin(encode(PIXELS, "WEBP", exif=exif), file_format="WEBP")
    assert codes(origin) == ["made_by_generator"]
    assert origin.metadata == {"generator": "ComfyUI"}


@pytest.mark.parametrize(
    ("software", "shown", "kind"),
    [
        ("Adobe Photoshop 25.1 (Windows)", "Adobe Photoshop 25.1", "studio_editor"),
        ("Adobe Photoshop CC 2019 (Macintosh)", "Adobe Photoshop 2019", "studio_editor"),
        ("Adobe Photoshop Express 8.2", "Adobe Photoshop Express 8.2", "phone_editor"),
        ("GIMP 2.10.34", "GIMP 2.10.34", "studio_editor"),
        ("PicsArt", "PicsArt", "phone_editor"),
        ("Canva doc=DAFxyz user=UAFabc brand=BAFdef", "Canva", "phone_editor"),
    ],
)
def test_an_editor_is_named_with_its_version_and_nothing_else(software: str, shown: str, kind: str) -> None:
    exif = exif_block({ExifTags.Base.Software: software})
    origin = read_origin(encode(PIXELS, "JPEG", exif=exif), file_format="JPEG")
    assert origin.findings[0].facts == {"tool": shown, "where": "EXIF", "kind": kind}
    assert origin.metadata == {"software": shown}


@pytest.mark.parametrize(
    "software", ["G998BXXU5DVDB", "iPhone OS 17.1", "Ver.1.00", "HDR+ 1.0.345", "Microsoft Windows"]
)
def test_a_camera_or_system_is_not_named(software: str) -> None:
    exif = exif_block({ExifTags.Base.Software: software})
    assert read_origin(encode(PIXELS, "JPEG", exif=exif), file_format="JPEG") == Origin()


@pytest.mark.parametrize(
    ("xmp", "expected"),
    [
        (xmp_packet('xmp:CreatorTool="Adobe Photoshop 25.1 (Windows)"'), ("edited_with", "Adobe Photoshop 25.1")),
        (xmp_packet("", "<xmp:CreatorTool>Canva</xmp:CreatorTool>"), ("edited_with", "Canva")),
        (
            xmp_packet(
                "",
                "<xmpMM:History><rdf:Seq><rdf:li stEvt:action='saved' stEvt:softwareAgent='Adobe Firefly 2'/>"
                "</rdf:Seq></xmpMM:History>",
            ),
            ("made_by_generator", "Adobe Firefly 2"),
        ),
        (
            xmp_packet("", f"<dc:description><rdf:Alt><rdf:li>{MIDJOURNEY}</rdf:li></rdf:Alt></dc:description>"),
            ("made_by_generator", "Midjourney"),
        ),
        (xmp_packet("", "<exif:UserComment>Screenshot</exif:UserComment>"), ("screenshot", "a phone or computer")),
        (xmp_packet('Iptc4xmpExt:AISystemUsed="ChatGPT"'), ("made_by_generator", "OpenAI image generator")),
    ],
    ids=["attribute", "element", "history", "midjourney", "screenshot", "system used"],
)
@pytest.mark.parametrize("file_format", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
def test_xmp_of_every_format(file_format: str, xmp: bytes, expected: tuple[str, str]) -> None:
    origin = read_origin(_with_xmp(file_format, xmp), file_format=file_format)
    assert [(finding.code, finding.facts["tool"]) for finding in origin.findings] == [expected]


def _with_xmp(file_format: str, xmp: bytes) -> bytes:
    if file_format == "PNG":
        return png_with_chunk(b"iTXt", b"XML:com.adobe.xmp\x00\x00\x00\x00\x00" + xmp)
    if file_format == "GIF":
        data = encode(PIXELS, "GIF")
        trailer = b"\x01" + bytes(range(255, -1, -1)) + b"\x00"
        return data[:-1] + b"\x21\xff\x0bXMP DataXMP" + xmp + trailer + data[-1:]
    return encode(PIXELS, file_format, xmp=xmp)


def test_fill_bytes_between_segments_are_stepped_over() -> None:
    xmp = b"http://ns.adobe.com/xap/1.0/\x00" + xmp_packet('xmp:CreatorTool="Canva"')
    assert tools(jpeg_with_segments(b"\xff" * 5, jpeg_segment(0xE1, xmp)), "JPEG", "edited_with") == ["Canva"]


def test_extended_xmp_is_put_together_in_its_order() -> None:
    xmp = xmp_packet(
        "", "<dc:description>" + "x" * 70_000 + "</dc:description><xmp:CreatorTool>Canva</xmp:CreatorTool>"
    )
    head, half = b"http://ns.adobe.com/xmp/extension/\x00" + b"0" * 32, len(xmp) // 2
    pieces = [
        jpeg_segment(0xE1, head + len(xmp).to_bytes(4, "big") + offset.to_bytes(4, "big") + part)
        for offset, part in ((half, xmp[half:]), (0, xmp[:half]))
    ]
    assert tools(jpeg_with_segments(*pieces), "JPEG", "edited_with") == ["Canva"]


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("trainedAlgorithmicMedia", "ai_source_type"),
        ("compositeWithTrainedAlgorithmicMedia", "ai_composite_source_type"),
        ("compositeSynthetic", "ai_composite_source_type"),
        ("screenCapture", "screenshot"),
        ("digitalCapture", None),
        ("compositeCapture", None),
        ("algorithmicMedia", None),
    ],
)
def test_the_digital_source_type(kind: str, code: str | None) -> None:
    forms = [
        xmp_packet(f'Iptc4xmpExt:DigitalSourceType="{IPTC}{kind}"'),
        xmp_packet("", f"<Iptc4xmpExt:DigitalSourceType>{IPTC}{kind}</Iptc4xmpExt:DigitalSourceType>"),
        xmp_packet("", f'<Iptc4xmpExt:DigitalSourceType rdf:resource="{IPTC}{kind}"/>'),
    ]
    for xmp in forms:
        assert codes(read_origin(encode(PIXELS, "JPEG", xmp=xmp), file_format="JPEG")) == ([code] if code else [])


def test_iptc_names_its_program() -> None:
    assert tools(jpeg_with_segments(iptc_segment({65: "Adobe Photoshop"})), "JPEG", "edited_with") == [
        "Adobe Photoshop"
    ]


@pytest.mark.parametrize("size", [(96, 128), (200, 48), (64, 64)])
@pytest.mark.parametrize(
    ("sign", "mode"), [(b"stealth_pngcomp", "RGBA"), (b"stealth_pnginfo", "RGBA"), (b"stealth_rgbinfo", "RGB")]
)
def test_settings_hidden_in_pixels(sign: bytes, mode: str, size: tuple[int, int]) -> None:
    origin = read_origin(hide_text(A1111, sign, mode, size), file_format="PNG")
    assert [finding.facts["where"] for finding in origin.findings] == ["settings hidden in its pixels"]


def test_other_low_bits_are_no_hidden_settings() -> None:
    assert codes(read_origin(hide_text(A1111, b"stealth_nothing"), file_format="PNG")) == []


def test_nothing_private_comes_out() -> None:
    """Position, device, owner, serial numbers and prompts are in the file, and nowhere in what is read of it."""
    private = {
        ExifTags.Base.Make: "SecretPhone Inc",
        ExifTags.Base.Model: "SecretPhone 9",
        ExifTags.Base.Artist: "Secret Owner",
        ExifTags.Base.HostComputer: "Secrets-Laptop",
        ExifTags.Base.Software: "Adobe Photoshop 25.1 licensed to Secret Owner",
        ExifTags.Base.ImageDescription: "secret words",
    }
    exif = Image.Exif()
    for tag, value in private.items():
        exif[tag] = value
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.BodySerialNumber] = "SECRET-0042"
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.CameraOwnerName] = "Secret Owner"
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.UserComment] = b"ASCII\x00\x00\x00secret prompt " + A1111.encode()
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = (48.0, 8.0, 13.37)
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSAreaInformation] = b"ASCII\x00\x00\x00secret town"
    xmp = xmp_packet('xmp:CreatorTool="Canva user=secret" exif:GPSLatitude="48,8.13N" photoshop:Credit="Secret Owner"')
    data = encode(PIXELS, "JPEG", exif=exif.tobytes(), xmp=xmp, comment=b"secret comment")
    assert b"SECRET-0042" in data
    origin = read_origin(data, file_format="JPEG")
    assert codes(origin) == ["made_by_generator", "edited_with", "edited_with"]
    told = repr(origin).lower()
    for word in ("secret", "48", "8.13", "13.37", "lighthouse", "prompt"):
        assert word not in told.replace("studio_editor", "")


def test_what_is_shown_is_short_and_on_one_line() -> None:
    software = "Adobe Photoshop 25.1\r\n\x1b[31mred\u202egnp.exe " + "x" * 5000
    origin = read_origin(png_with_texts({"Software": software}), file_format="PNG")
    for value in origin.metadata.values():
        assert len(value) <= MOST_SHOWN
        assert value.isprintable()


def test_the_table_of_marks_says_who_says_so_and_when() -> None:
    marks = read_marks()
    assert {mark.kind for mark in marks} == set(MarkKind)
    assert len({mark.tool for mark in marks}) == len(marks)
    for mark in marks:
        assert mark.source
        assert len(mark.as_of) == 10
        for word in mark.words:
            assert word == word.lower()
            assert find_tool(word), word


def test_a_narrower_name_is_found_before_the_wider_one() -> None:
    """No mark stands behind another that takes its words."""
    for mark in read_marks():
        for word in mark.words:
            found: Any = find_tool(word)
            assert found.tool == mark.tool, word


def test_heic_is_read_where_its_library_is_installed() -> None:
    pillow_heif = pytest.importorskip("pillow_heif")
    container = pillow_heif.from_pillow(Image.fromarray(PIXELS))
    buffer = io.BytesIO()
    container.save(buffer, exif=exif_block({ExifTags.Base.Software: "GIMP 2.10"}))
    assert tools(buffer.getvalue(), "HEIF", "edited_with") == ["GIMP 2.10"]
