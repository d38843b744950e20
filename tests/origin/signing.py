"""Makes pictures with signed content credentials, offline: a root, a leaf under it, and c2pa's own signer."""

import datetime
import io
import json
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import c2pa
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import AuthorityInformationAccessOID, ExtendedKeyUsageOID, NameOID

from tests.support.pictures import draw_artwork, encode

IPTC = "http://cv.iptc.org/newscodes/digitalsourcetype/"
MIME_TYPES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp", "AVIF": "image/avif", "GIF": "image/gif"}
_OFFLINE = {"verify": {"remote_manifest_fetch": False, "ocsp_fetch": False, "verify_after_sign": False}}
_PARENT = "xmp:iid:parent"
_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Identity:
    """Somebody who signs. anchor: PEM of the root; chain: leaf and root; key: PEM of the leaf's."""

    anchor: str
    chain: str
    key: str


@lru_cache(maxsize=8)
def make_identity(organisation: str = "Quiet Studios", ocsp_url: str | None = None) -> Identity:
    """A fresh root and a leaf that may sign content credentials (C2PA 2.x, 14.5.1)."""
    root_key, leaf_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    root_name = _name(organisation, "Root")
    root = (
        _certificate(root_name, root_name, root_key.public_key())
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(_usage(sign=False), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(root_key.public_key()), critical=False)
        .sign(root_key, hashes.SHA256())
    )
    leaf = (
        _certificate(_name(organisation, "Signer"), root_name, leaf_key.public_key())
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(sign=True), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION]), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(root_key.public_key()), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(leaf_key.public_key()), critical=False)
    )
    if ocsp_url:
        place = x509.AccessDescription(AuthorityInformationAccessOID.OCSP, x509.UniformResourceIdentifier(ocsp_url))
        leaf = leaf.add_extension(x509.AuthorityInformationAccess([place]), critical=False)
    pems = [
        item.public_bytes(serialization.Encoding.PEM).decode() for item in (leaf.sign(root_key, hashes.SHA256()), root)
    ]
    key = leaf_key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return Identity(anchor=pems[1], chain="".join(pems), key=key.decode())


def created(source_type: str, agent: str = "Adobe Photoshop") -> dict[str, Any]:
    """The assertion that a picture was created so."""
    action = {"action": "c2pa.created", "digitalSourceType": IPTC + source_type, "softwareAgent": {"name": agent}}
    return {"label": "c2pa.actions.v2", "data": {"actions": [action]}}


def edited(agent: str) -> dict[str, Any]:
    """The assertions that a program opened the parent and changed something."""
    opened = {"action": "c2pa.opened", "parameters": {"ingredientIds": [_PARENT]}}
    changed = {"action": "c2pa.edited", "softwareAgent": {"name": agent}}
    return {"label": "c2pa.actions.v2", "data": {"actions": [opened, changed]}}


@dataclass(frozen=True)
class Ingredient:
    """An earlier picture that went into the new one. relationship: parentOf, componentOf or inputTo."""

    data: bytes
    relationship: str = "parentOf"
    file_format: str = "JPEG"


@dataclass(frozen=True)
class Signing:
    """How to sign. remote_url: written into the file instead of a manifest."""

    identity: Identity
    assertions: tuple[dict[str, Any], ...] = ()
    ingredients: tuple[Ingredient, ...] = ()
    generator: str = "a maker of test files"
    remote_url: str | None = None


def sign(signing: Signing, data: bytes | None = None, file_format: str = "JPEG") -> bytes:
    """A signed copy of `data`, or of a drawn picture."""
    data = encode(draw_artwork(5, (120, 180)), file_format) if data is None else data
    definition = {
        "claim_generator_info": [{"name": signing.generator, "version": "1.0"}],
        "title": "a drawn picture",
        "assertions": list(signing.assertions),
    }
    identity = signing.identity
    info = c2pa.C2paSignerInfo(c2pa.C2paSigningAlg.ES256, identity.chain.encode(), identity.key.encode(), None)
    target = io.BytesIO()
    with c2pa.Context.from_dict(_OFFLINE) as context, c2pa.Signer.from_info(info) as signer:
        builder = c2pa.Builder(definition, context)
        for item in signing.ingredients:
            about = {"title": "an earlier picture", "relationship": item.relationship}
            if item.relationship == "parentOf":
                about["instance_id"] = _PARENT
            builder.add_ingredient(json.dumps(about), MIME_TYPES[item.file_format], io.BytesIO(item.data))
        if signing.remote_url:
            builder.set_no_embed()
            builder.set_remote_url(signing.remote_url)
        builder.sign(signer, MIME_TYPES[file_format], io.BytesIO(data), target)
    return target.getvalue()


def _name(organisation: str, role: str) -> x509.Name:
    return x509.Name(
        [x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation), x509.NameAttribute(NameOID.COMMON_NAME, role)]
    )


def _certificate(subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey) -> x509.CertificateBuilder:
    now = datetime.datetime.now(datetime.UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _DAY)
        .not_valid_after(now + 30 * _DAY)
    )


def _usage(*, sign: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=sign,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=not sign,
        crl_sign=not sign,
        encipher_only=False,
        decipher_only=False,
    )
