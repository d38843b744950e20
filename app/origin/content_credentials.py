"""Reads content credentials (C2PA) out of a file's own bytes: whether they hold, who signed, and what they say.

Nothing is ever fetched: neither a manifest that lies elsewhere, nor a certificate's state, nor a signer's identity.
"""

import io
import json
import queue
import threading
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

from app.origin.manifests import Lineage, read_lineage
from app.origin.options import OriginOptions
from app.origin.tidy import tidy

_MIME_TYPES: Final = {
    "JPEG": "image/jpeg",
    "PNG": "image/png",
    "WEBP": "image/webp",
    "GIF": "image/gif",
    "AVIF": "image/avif",
    "HEIF": "image/heic",
}
# Each of these keeps something from being fetched or bounds what a hostile file can cost. Unknown keys are taken in
# silence, so tests hold the first two and the general lock (allowed_network_hosts) against a listening socket.
# decode_identity_assertions: an identity of the kind did:web is an address too.
OFFLINE: Final[dict[str, dict[str, Any]]] = {
    "verify": {"remote_manifest_fetch": False, "ocsp_fetch": False, "verify_trust": True},
    "core": {
        "allowed_network_hosts": [],
        "decode_identity_assertions": False,
        "max_decompressed_manifest_size_in_mb": 16,
        "backing_store_memory_threshold_in_mb": 64,
    },
}


class CredentialState(StrEnum):
    """Whether content credentials hold."""

    OFFICIAL = "official"
    TRUSTED = "trusted"
    UNTRUSTED = "valid_untrusted"
    ALTERED = "altered"
    INVALID = "invalid"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Credentials:
    """signer: the organisation or person in the newest signature's certificate, tidied. lineage: what they say."""

    state: CredentialState
    signer: str = ""
    lineage: Lineage = field(default_factory=Lineage)


def may_have_credentials(data: bytes) -> bool:
    """Whether a manifest store could be inside.

    In every container (JPEG APP11, PNG caBX, WebP C2PA, GIF and AVIF/HEIF boxes) it is one JUMBF superbox, whose type
    and label stand unpacked at its beginning (ISO 19566-5; C2PA 2.x, 11.1.4), so their absence rules it out.
    """
    return b"jumb" in data and b"c2pa" in data


def read_credentials(data: bytes, file_format: str, options: OriginOptions) -> Credentials | None:
    """The file's credentials, None when it has none. Never raises; gives up after `options.seconds`."""
    if file_format not in _MIME_TYPES or not may_have_credentials(data):
        return None
    answers: queue.SimpleQueue[Credentials | None] = queue.SimpleQueue()
    # The reader is native code that cannot be stopped: past the limit it is left to itself.
    threading.Thread(
        target=lambda: answers.put(_read(data, _MIME_TYPES[file_format], options)), daemon=True, name="credentials"
    ).start()
    try:
        return answers.get(timeout=options.seconds)
    except queue.Empty:
        return Credentials(CredentialState.UNREADABLE)


def _read(data: bytes, mime_type: str, options: OriginOptions) -> Credentials | None:
    try:
        store = _read_store(data, mime_type, f"{options.trust_anchors}\n{options.official_anchors}".strip())
        if store is None:
            return None
        state = _state_of(store)
        if state is CredentialState.TRUSTED and options.official_anchors.strip():
            official = _read_store(data, mime_type, options.official_anchors)
            if official is not None and _state_of(official) is CredentialState.TRUSTED:
                state = CredentialState.OFFICIAL
        return Credentials(state, _signer_of(store), read_lineage(store))
    except Exception:  # noqa: BLE001 - native code on hostile bytes: whatever it raises, they are unreadable
        return Credentials(CredentialState.UNREADABLE)


def _read_store(data: bytes, mime_type: str, anchors: str) -> dict[str, Any] | None:
    """The reader's own report; None when there is no manifest after all."""
    import c2pa

    settings = {**OFFLINE, "trust": {"trust_anchors": anchors}} if anchors else OFFLINE
    with c2pa.Context.from_dict(settings) as context:
        try:
            reader = c2pa.Reader(mime_type, io.BytesIO(data), context=context)
        except c2pa.C2paError.ManifestNotFound:
            return None
        with reader:
            store: dict[str, Any] = json.loads(reader.json())
            return store


def _state_of(store: dict[str, Any]) -> CredentialState:
    """Trusted and untrusted as the reader says; altered where a hash or signature does not fit, else invalid."""
    state = store.get("validation_state")
    if state == "Trusted":
        return CredentialState.TRUSTED
    if state == "Valid":
        return CredentialState.UNTRUSTED
    # The list names an ingredient's failures too, but those alone leave the state valid.
    failures = store.get("validation_status") or []
    altered = any(str(failure.get("code", "")).endswith(".mismatch") for failure in failures)
    return CredentialState.ALTERED if altered else CredentialState.INVALID


def _signer_of(store: dict[str, Any]) -> str:
    active = store.get("manifests", {}).get(store.get("active_manifest"), {})
    signature = active.get("signature_info") or {}
    return tidy(str(signature.get("issuer") or signature.get("common_name") or ""))
