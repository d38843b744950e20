"""Every error that postercheck raises on purpose, as one tree.

PostercheckError
├── UnreadableImage            the picture cannot be checked (a 4xx for a web caller, a skipped line for a batch)
│   ├── NotAnImage             not a picture at all
│   ├── FormatNotAllowed       a picture in a format that is not on the list
│   ├── ImageTooLarge          more bytes or pixels than the limit
│   ├── ImageTruncated         the file ends before its picture does
│   └── TooLittleDetail        plain or tiny: nothing that could be recognised
├── LibraryError
│   ├── LibraryMissing         there is no library at that place
│   ├── LibraryBroken          it is there but cannot be opened or does not fit this version
│   ├── ReferenceNotFound      no reference with that id
│   └── ManifestInvalid        an import manifest that cannot be used as a whole
├── WorkersKeepDying           worker processes die faster than they work
├── CannotListen               the server's address or port cannot be used
└── WrongUse                   arguments that do not go together
"""

from typing import ClassVar


class PostercheckError(Exception):
    """Base of all errors made here; `code` is stable for scripts, the text is a sentence for people."""

    code: ClassVar[str] = "error"


class UnreadableImage(PostercheckError):
    """The submitted file cannot be checked."""

    code = "unreadable_image"


class NotAnImage(UnreadableImage):
    """The bytes are no picture that any decoder here knows."""

    code = "not_an_image"


class FormatNotAllowed(UnreadableImage):
    """A picture, but in a format that is not accepted."""

    code = "format_not_allowed"


class ImageTooLarge(UnreadableImage):
    """More bytes or more pixels than the limits allow."""

    code = "image_too_large"


class ImageTruncated(UnreadableImage):
    """The file ends before its picture does."""

    code = "image_truncated"


class TooLittleDetail(UnreadableImage):
    """The picture is plain or tiny, so that no comparison could mean anything."""

    code = "too_little_detail"


class LibraryError(PostercheckError):
    """The reference library cannot do what was asked."""

    code = "library_error"


class LibraryMissing(LibraryError):
    """No library stands at the given place."""

    code = "library_missing"


class LibraryBroken(LibraryError):
    """The library cannot be opened, or belongs to another version."""

    code = "library_broken"


class ReferenceNotFound(LibraryError):
    """No reference has the given id."""

    code = "reference_not_found"


class ManifestInvalid(LibraryError):
    """An import manifest that cannot be used as a whole (missing, no header, unknown columns)."""

    code = "manifest_invalid"


class WorkersKeepDying(PostercheckError):
    """Worker processes die as soon as they start, or so often that it cannot be the pictures."""

    code = "workers_keep_dying"


class CannotListen(PostercheckError):
    """The address or port of the server cannot be used."""

    code = "cannot_listen"


class WrongUse(PostercheckError):
    """Arguments that do not go together."""

    code = "wrong_use"
