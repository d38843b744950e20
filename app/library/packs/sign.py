"""Ed25519 signatures (RFC 8032) over a pack's manifest, which holds the checksum of everything else."""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import PackInvalid, WrongUse

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

_MAKE_KEY = "Make one with: openssl genpkey -algorithm ed25519 -out key.pem"


def read_signing_key(path: Path) -> "Ed25519PrivateKey":
    """Raises: WrongUse (not there, no Ed25519 key, or one with a password)."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        key = load_pem_private_key(_read(path), password=None)
    except TypeError as error:
        raise WrongUse(f"The key {path} is locked with a password; give one without.") from error
    except (ValueError, UnsupportedAlgorithm) as error:
        raise WrongUse(f"{path} is no private key in PEM. {_MAKE_KEY}") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise WrongUse(f"The key {path} is not for Ed25519. {_MAKE_KEY}")
    return key


def read_trusted_key(path: Path) -> "Ed25519PublicKey":
    """Raises: WrongUse (not there, or no Ed25519 public key)."""
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.serialization import load_pem_public_key

    try:
        key = load_pem_public_key(_read(path))
    except (ValueError, UnsupportedAlgorithm) as error:
        raise WrongUse(
            f"{path} is no public key in PEM. The owner of key.pem makes it with: "
            "openssl pkey -in key.pem -pubout -out public.pem"
        ) from error
    if not isinstance(key, Ed25519PublicKey):
        raise WrongUse(f"The key {path} is not for Ed25519.")
    return key


def name_of(key: "Ed25519PublicKey") -> str:
    """A short name to tell keys apart: 16 hex digits."""
    return hashlib.sha256(key.public_bytes_raw()).hexdigest()[:16]


def check_signature(key: "Ed25519PublicKey", manifest: bytes, signature: bytes | None, signed_by: str) -> None:
    """Raises: PackInvalid unless the manifest was signed with this key. signed_by: what the manifest itself says."""
    from cryptography.exceptions import InvalidSignature

    if signature is None:
        raise PackInvalid("The pack is not signed, and a trusted key was given: nothing of it is taken.")
    try:
        key.verify(signature, manifest)
    except InvalidSignature as error:
        other = (
            f" It says that key {signed_by} signed it; yours is {name_of(key)}." if signed_by != name_of(key) else ""
        )
        raise PackInvalid(f"The pack's signature is not by the trusted key, or the pack was changed.{other}") from error


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise WrongUse(f"The key {path} cannot be read: {error.strerror or error}.") from error
