"""Takes the body of an answer, and no more of it than was agreed."""

import zlib
from collections.abc import Iterator

import httpx

from app.errors import FetchFailed
from app.sources.reasons import Reason

_CHUNK = 64 * 1024


def read_body(response: httpx.Response, limit: int) -> Iterator[bytes]:
    """The body, `limit` bytes at most, unpacked piece by piece so that a small packed one cannot become a large one.

    Raises: FetchFailed.
    """
    told = f"It is larger than the {limit / 2**20:.1f} MB that are accepted."
    length = response.headers.get("content-length", "")
    if length.isdigit() and int(length) > limit:
        raise FetchFailed(Reason.TOO_LARGE, told)
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding not in ("", "identity", "gzip", "x-gzip"):
        raise FetchFailed(Reason.ENCODING, f"The answer is packed as {encoding}, which was not asked for.")
    unpack = zlib.decompressobj(wbits=31) if "gzip" in encoding else None
    packed_bytes = read_bytes = 0
    for packed in response.iter_raw(_CHUNK):
        packed_bytes += len(packed)
        if packed_bytes > limit:
            raise FetchFailed(Reason.TOO_LARGE, told)
        try:
            piece = packed if unpack is None else unpack.decompress(packed, limit - read_bytes + 1)
        except zlib.error as error:
            raise FetchFailed(Reason.ENCODING, f"The packed answer is damaged: {error}.") from error
        read_bytes += len(piece)
        if read_bytes > limit:
            raise FetchFailed(Reason.TOO_LARGE, told)
        yield piece
    if unpack is not None and not unpack.eof:
        raise FetchFailed(Reason.TRUNCATED, "The packed answer broke off.")
