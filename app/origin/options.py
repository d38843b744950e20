"""How far the reading of origins may go, and whom the operator trusts."""

import ssl
from dataclasses import dataclass

from app.errors import WrongUse

_BEGIN, _END = "-----BEGIN CERTIFICATE-----", "-----END CERTIFICATE-----"


@dataclass(frozen=True, slots=True)
class OriginOptions:
    """trust_anchors: PEM of roots whose signers are who they say. official_anchors: PEM of roots that sign official
    artwork and nothing else; they are trusted too. max_metadata_bytes: read of one file, all blocks together, unpacked.
    seconds: for checking content credentials; after that they count as unreadable.
    """

    trust_anchors: str = ""
    official_anchors: str = ""
    max_metadata_bytes: int = 4 * 2**20
    seconds: float = 10.0


DEFAULT_OPTIONS = OriginOptions()


def check_anchors(pem: str) -> str:
    """`pem` itself, when it is certificates in PEM and nothing broken.

    The reader of content credentials takes any text in silence and then trusts nobody, so a face asks here first.
    Raises: WrongUse.
    """
    if pem.count(_BEGIN) == 0 or pem.count(_BEGIN) != pem.count(_END):
        raise WrongUse("The trust anchors are not certificates in PEM form (-----BEGIN CERTIFICATE----- ...).")
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(cadata=pem)
    except (ssl.SSLError, ValueError) as error:
        raise WrongUse(f"One of the trust anchors is damaged: {error}.") from error
    return pem
