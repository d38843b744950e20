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
│   ├── ManifestInvalid        an import manifest that cannot be used as a whole
│   ├── PictureMissing         a reference that is known by its fingerprint only, or has lost its picture
│   ├── PackInvalid            a library pack that cannot be loaded: damaged, not trusted, of another version
│   └── HashListInvalid        a list of PDQ hashes that cannot be used as a whole
├── CatalogueError
│   ├── CatalogueBroken        the title catalogue cannot be opened or does not fit this version
│   └── CatalogueFileInvalid   a list of titles that cannot be used as a whole
├── SourceError                a source of pictures does not give what was asked
│   ├── FetchFailed            one address: not fetched, or its answer not taken; `reason` says why
│   └── SourceUnavailable      the source as a whole: no access, or another synchronisation is under way
├── ModerationError            a report or a decision that cannot be
│   ├── ReportNotFound         no report, or no entry of the log, with that id
│   ├── AlreadyDecided         somebody decided it before, or took the decision back
│   ├── PictureNotKept         the reporter did not leave the picture, or its time is over
│   └── ReportsFull            so many reports wait that no more are taken
├── WorkersKeepDying           worker processes die faster than they work
├── CannotListen               the server's address or port cannot be used
├── ReaderMissing              words cannot be read: the reader is installed without its models
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


class PictureMissing(LibraryError):
    """A reference has no picture to be shown or laid over; it can still be found by its fingerprint."""

    code = "picture_missing"


class PackInvalid(LibraryError):
    """A library pack that cannot be loaded (damaged, not signed by the trusted key, of another version)."""

    code = "pack_invalid"


class HashListInvalid(LibraryError):
    """A list of PDQ hashes that cannot be used as a whole (missing, no text, no hash in it)."""

    code = "hash_list_invalid"


class CatalogueError(PostercheckError):
    """The title catalogue cannot do what was asked."""

    code = "catalogue_error"


class CatalogueBroken(CatalogueError):
    """The title catalogue cannot be opened, or belongs to another version."""

    code = "catalogue_broken"


class CatalogueFileInvalid(CatalogueError):
    """A list of titles that cannot be used as a whole (missing, another format, no header, unknown columns)."""

    code = "catalogue_file_invalid"


class SourceError(PostercheckError):
    """A source of pictures does not give what was asked."""

    code = "source_error"


class FetchFailed(SourceError):
    """One address was not fetched, or its answer not taken. reason: one of `app.sources.reasons.Reason`."""

    code = "fetch_failed"

    def __init__(self, reason: str, text: str) -> None:
        super().__init__(text)
        self.reason = reason


class SourceUnavailable(SourceError):
    """A source cannot be used at all: access refused, or another synchronisation is under way."""

    code = "source_unavailable"


class ModerationError(PostercheckError):
    """A report cannot be taken, or a decision not be made."""

    code = "moderation_error"


class ReportNotFound(ModerationError):
    """No report, or no entry of the log, has the given id."""

    code = "report_not_found"


class AlreadyDecided(ModerationError):
    """What is to be decided is decided, or what is to be undone is undone, already."""

    code = "already_decided"


class PictureNotKept(ModerationError):
    """There is no picture to put into the library."""

    code = "picture_not_kept"


class ReportsFull(ModerationError):
    """Too many reports wait for a moderator."""

    code = "reports_full"


class WorkersKeepDying(PostercheckError):
    """Worker processes die as soon as they start, or so often that it cannot be the pictures."""

    code = "workers_keep_dying"


class CannotListen(PostercheckError):
    """The address or port of the server cannot be used."""

    code = "cannot_listen"


class ReaderMissing(PostercheckError):
    """Words cannot be read: the reader's models are not installed."""

    code = "reader_missing"


class WrongUse(PostercheckError):
    """Arguments that do not go together."""

    code = "wrong_use"
