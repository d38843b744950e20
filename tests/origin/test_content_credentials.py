"""Content credentials signed by the tests themselves: whether they hold, who signed, what they say; offline always."""

import io
import threading
from collections.abc import Callable
from typing import Any

import c2pa
import pytest

from app.errors import WrongUse
from app.model.origin import Origin
from app.origin import content_credentials
from app.origin.content_credentials import OFFLINE, may_have_credentials
from app.origin.manifests import read_lineage
from app.origin.options import OriginOptions, check_anchors
from app.origin.read_origin import read_origin
from app.origin.source_type import SourceType
from tests.origin.listener import Listener
from tests.origin.made_files import PIXELS, jpeg_segment, png_with_texts
from tests.origin.signing import MIME_TYPES, Ingredient, Signing, created, edited, make_identity, sign
from tests.support.pictures import encode

STUDIO = make_identity("Quiet Studios")
STRANGER = make_identity("Somebody Else")
DRAWN = created("digitalCreation", "a drawing program")
BY_MODEL = created("trainedAlgorithmicMedia", "DALL-E")


def facts_by_code(origin: Origin) -> dict[str, dict[str, str]]:
    return {finding.code: finding.facts for finding in origin.findings}


def read(data: bytes, file_format: str = "JPEG", **options: Any) -> dict[str, dict[str, str]]:
    return facts_by_code(read_origin(data, file_format=file_format, options=OriginOptions(seconds=30, **options)))


@pytest.fixture(scope="module")
def drawn() -> bytes:
    return sign(Signing(STUDIO, (DRAWN,)))


@pytest.fixture(scope="module")
def by_model() -> bytes:
    return sign(Signing(STUDIO, (BY_MODEL,)))


def test_without_anchors_nobody_is_trusted(drawn: bytes) -> None:
    assert read(drawn) == {"credentials_valid_untrusted": {"signer": "Quiet Studios"}}


def test_the_operators_anchors_decide_who_is_trusted_and_who_is_official(drawn: bytes) -> None:
    ours, other = STUDIO.anchor, STRANGER.anchor
    assert list(read(drawn, trust_anchors=ours)) == ["credentials_trusted"]
    assert list(read(drawn, trust_anchors=f"{other}\n{ours}")) == ["credentials_trusted"]
    assert list(read(drawn, trust_anchors=other)) == ["credentials_valid_untrusted"]
    assert list(read(drawn, official_anchors=ours)) == ["credentials_official"]
    assert list(read(drawn, trust_anchors=ours, official_anchors=other)) == ["credentials_trusted"]
    assert list(read(drawn, trust_anchors=other, official_anchors=ours)) == ["credentials_official"]


def test_an_official_ingredient_makes_nobody_else_official(drawn: bytes) -> None:
    """Only the newest signature counts: anybody can build on an official file."""
    stolen = sign(Signing(STRANGER, (edited("Canva"),), (Ingredient(drawn),)))
    found = read(stolen, official_anchors=STUDIO.anchor)
    assert found["credentials_valid_untrusted"] == {"signer": "Somebody Else"}
    assert "credentials_official" not in found
    assert found["edited_with"]["tool"] == "Canva"


@pytest.mark.parametrize("file_format", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
def test_every_format_is_looked_into(file_format: str) -> None:
    signed = sign(Signing(STUDIO, (BY_MODEL,)), file_format=file_format)
    assert list(read(signed, file_format)) == ["credentials_valid_untrusted", "credentials_ai"]


def test_a_changed_picture_breaks_the_seal(drawn: bytes) -> None:
    changed = bytearray(drawn)
    changed[-200] ^= 0x01
    assert read(bytes(changed), trust_anchors=STUDIO.anchor) == {"credentials_altered": {"signer": "Quiet Studios"}}


def test_a_changed_record_breaks_the_seal() -> None:
    honest = sign(Signing(STUDIO, (created("trainedAlgorithmicMedia", "a program"),)))
    changed = honest.replace(b"trainedAlgorithmicMedia", b"digitalCreation________")
    assert changed != honest
    assert list(read(changed)) == ["credentials_altered"]


def test_a_manifest_cut_short_is_unreadable_and_no_error(drawn: bytes) -> None:
    place = drawn.index(b"jumb")
    assert list(read(drawn[: place + 300] + drawn[place + 700 :])) == ["credentials_unreadable"]


def test_a_model_is_named_when_the_picture_itself_was_made_by_it(by_model: bytes) -> None:
    facts = read(by_model)["credentials_ai"]
    assert facts == {"tool": "DALL·E", "inherited": "no", "state": "valid_untrusted"}
    assert read_origin(by_model, file_format="JPEG").metadata["generator"] == "DALL·E"


def test_a_model_in_the_parents_record_still_made_the_picture(by_model: bytes) -> None:
    once = sign(Signing(STUDIO, (edited("Adobe Photoshop"),), (Ingredient(by_model),)))
    twice = sign(Signing(STRANGER, (edited("Canva"),), (Ingredient(once),)))
    for data in (once, twice):
        facts = read(data)["credentials_ai"]
        assert (facts["tool"], facts["inherited"]) == ("DALL·E", "yes")
    assert read(once)["edited_with"]["tool"] == "Adobe Photoshop"


@pytest.mark.parametrize("relationship", ["componentOf", "inputTo"])
def test_a_part_made_by_a_model_makes_a_composite(by_model: bytes, relationship: str) -> None:
    found = read(sign(Signing(STUDIO, (DRAWN,), (Ingredient(by_model, relationship),))))
    assert found["credentials_composite"]["inherited"] == "yes"
    assert "credentials_ai" not in found


def test_a_composite_may_say_so_itself() -> None:
    found = read(sign(Signing(STUDIO, (created("compositeWithTrainedAlgorithmicMedia"),))))
    assert found["credentials_composite"]["inherited"] == "no"


def test_a_generator_that_signs_without_a_source_type_is_one() -> None:
    found = read(sign(Signing(STUDIO, (edited("ChatGPT"),), (Ingredient(encode(PIXELS)),), generator="ChatGPT")))
    assert found["credentials_ai"]["tool"].startswith("OpenAI image generator")


def test_pictures_without_credentials_are_not_handed_to_the_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("The reader was asked.")

    monkeypatch.setattr(content_credentials, "_read_store", refuse)
    for file_format in MIME_TYPES:
        assert read(encode(PIXELS, file_format), file_format) == {}


@pytest.mark.parametrize("file_format", sorted(MIME_TYPES))
def test_the_quick_look_misses_no_manifest(file_format: str) -> None:
    assert may_have_credentials(sign(Signing(STUDIO, (DRAWN,)), file_format=file_format))
    assert not may_have_credentials(encode(PIXELS, file_format))


def test_words_that_look_like_a_manifest_are_none() -> None:
    assert read(png_with_texts({"Comment": "jumb c2pa"}), "PNG") == {}


def test_a_reader_that_hangs_is_left_behind(drawn: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    done = threading.Event()
    monkeypatch.setattr(content_credentials, "_read_store", lambda *_: done.wait(20))
    origin = read_origin(drawn, file_format="JPEG", options=OriginOptions(seconds=0.05))
    done.set()
    assert list(facts_by_code(origin)) == ["credentials_unreadable"]


def test_the_signers_name_is_tidied() -> None:
    """A certificate takes 64 characters of any kind."""
    identity = make_identity("Quiet\u202e\x1b[31m\n  Studios " + "x" * 30)
    signer = read(sign(Signing(identity, (DRAWN,))))["credentials_valid_untrusted"]["signer"]
    assert signer == "Quiet[31m Studios " + "x" * 30


def ask_freely(data: bytes, settings: dict[str, Any]) -> None:
    """Read as c2pa does with these settings, whatever comes of it."""
    with c2pa.Context.from_dict(settings) as context:
        try:
            c2pa.Reader("image/jpeg", io.BytesIO(data), context=context).close()
        except c2pa.C2paError:
            return


def with_sham_manifest(data: bytes) -> bytes:
    """So that the quick look lets it pass."""
    return data[:2] + jpeg_segment(0xFE, b"jumb c2pa") + data[2:]


def make_remote(url: str) -> tuple[bytes, dict[str, Any]]:
    return with_sham_manifest(sign(Signing(STUDIO, (DRAWN,), remote_url=url))), {}


def make_ocsp(url: str) -> tuple[bytes, dict[str, Any]]:
    identity = make_identity("Asks for OCSP", url)
    return sign(Signing(identity, (DRAWN,))), {
        "verify": {"ocsp_fetch": True},
        "trust": {"trust_anchors": identity.anchor},
    }


@pytest.mark.parametrize("make", [make_remote, make_ocsp], ids=["manifest elsewhere", "state of a certificate"])
def test_no_address_in_a_file_is_ever_asked(make: Callable[[str], tuple[bytes, dict[str, Any]]]) -> None:
    """The same file makes an unguarded reader connect: the listener would have noticed."""
    with Listener() as listener:
        data, unguarded = make(listener.url)
        assert listener.url.encode() in data
        anchors = unguarded.get("trust", {}).get("trust_anchors", "")
        for official in ("", anchors):
            options = OriginOptions(trust_anchors=anchors, official_anchors=official, seconds=30)
            assert read_origin(data, file_format="JPEG", options=options).findings
        assert listener.connections == 0
        ask_freely(data, unguarded)
        assert listener.connections >= 1


@pytest.mark.parametrize("lock", ["remote_manifest_fetch", "allowed_network_hosts"])
def test_each_lock_holds_by_itself(lock: str) -> None:
    """Unknown settings are taken in silence, so each is tried alone."""
    group = next(name for name, values in OFFLINE.items() if lock in values)
    with Listener() as listener:
        data, _ = make_remote(listener.url)
        ask_freely(data, {group: {lock: OFFLINE[group][lock]}})
        assert listener.connections == 0


def test_anchors_that_are_none_are_refused_in_words() -> None:
    assert check_anchors(STUDIO.anchor + STRANGER.anchor)
    for broken in ("", "junk", STUDIO.anchor[:200], "-----BEGIN CERTIFICATE-----\n???\n-----END CERTIFICATE-----\n"):
        with pytest.raises(WrongUse, match="trust anchors"):
            check_anchors(broken)


def test_manifests_that_refer_to_each_other_in_a_ring_end() -> None:
    ring = {
        "active_manifest": "a",
        "manifests": {
            name: {"ingredients": [{"active_manifest": other, "relationship": "parentOf"}]}
            for name, other in (("a", "b"), ("b", "a"))
        },
    }
    assert read_lineage(ring).source is SourceType.NONE


def test_a_manifest_that_nothing_refers_to_counts_as_a_part() -> None:
    store = {"active_manifest": "a", "manifests": {"a": {}, "b": {"assertions": [BY_MODEL]}}}
    assert read_lineage(store).source is SourceType.COMPOSITE
