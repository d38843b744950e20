"""Why an address was not fetched, or its answer not taken: the codes that a summary counts by."""

from enum import StrEnum


class Reason(StrEnum):
    """Codes for scripts; the sentence that comes with each says it to people."""

    ADDRESS = "address_not_allowed"
    PRIVATE = "private_address"
    DOWNGRADE = "downgrade"
    REDIRECT_LOOP = "redirect_loop"
    TOO_MANY_REDIRECTS = "too_many_redirects"
    ROBOTS = "robots"
    NOT_FOUND = "not_found"
    FORBIDDEN = "forbidden"
    STATUS = "unexpected_status"
    BUSY = "busy"
    RESTING = "host_resting"
    UNREACHABLE = "unreachable"
    TOO_SLOW = "too_slow"
    TOO_LARGE = "too_large"
    TRUNCATED = "truncated"
    ENCODING = "bad_encoding"
    NOT_UNDERSTOOD = "not_understood"
