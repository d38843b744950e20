"""The Checker: opens a library once, and answers for one picture after another."""

import secrets
import threading
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from app.catalogue.catalogue import Catalogue
from app.checker.look_elsewhere import look_elsewhere
from app.checker.look_in_others import look_in_others
from app.checker.read_places import WordTools, leaves_words_open, read_changes, read_whole, rule_title
from app.checker.search import search
from app.checker.searched import Searched
from app.checker.stopwatch import Stopwatch
from app.checker.views import View, draw_view
from app.compare.submitted import SubmittedPicture
from app.errors import TooLittleDetail
from app.evidence.checks import gather
from app.evidence.composite_parts import split_composite
from app.evidence.context import CheckContext
from app.evidence.relate import relate_all, relate_whole
from app.evidence.unknown_beside import look_beside
from app.fingerprints.compute import FINGERPRINT_VERSION
from app.fingerprints.perceptual_hash import MIN_DETAIL
from app.imaging.load import DEFAULT_LIMITS, ImageLimits, load_image
from app.index.contract import Index
from app.index.embedded import EmbeddedIndex
from app.library.demo import fill_with_demo
from app.library.library import Library
from app.model.reference import Reference
from app.model.report import CheckReport
from app.origin.read_origin import DEFAULT_OPTIONS, OriginOptions, read_origin
from app.text.reader import TextReader
from app.verdict.make_report import ReportParts, make_report
from app.verdict.weigh import weigh

# A picture with a plain ground and fewer key points than this shows nothing that could be recognised.
_FEWEST_FEATURES = 10


@dataclass(frozen=True, slots=True)
class CheckerOptions:
    """home: folder of the library. demo_folder: pictures that fill an empty library; None leaves it empty.

    origin: how a file's own words on its origin are read, and whose signatures are trusted.
    """

    home: Path
    demo_folder: Path | None = None
    limits: ImageLimits = DEFAULT_LIMITS
    origin: OriginOptions = DEFAULT_OPTIONS


class Checker:
    """Checks pictures against one library. Safe to use from several threads; other processes may change the library."""

    def __init__(self, library: Library, index: Index, catalogue: Catalogue, options: CheckerOptions) -> None:
        self.library = library
        self.catalogue = catalogue
        self._index = index
        self._limits = options.limits
        self._origin_options = options.origin
        self._words = WordTools(TextReader(), catalogue, library)
        self._lock = threading.Lock()
        self._version = -1
        self._references: dict[int, Reference] = {}

    def close(self) -> None:
        """Let go of the library and the catalogue."""
        self.catalogue.close()
        self.library.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def check(
        self,
        data: bytes,
        name: str,
        *,
        source_url: str | None = None,
        title: str | None = None,
        read_words: bool = False,
    ) -> CheckReport:
        """Answer for one file.

        1. Load. 2. Find and compare. 3. Read words, and look for what was moved. 4. Gather evidence. 5. Weigh it.
        6. Report.

        source_url: where it was found, as the user says. title: what it is said to be of. read_words: read all words
        even where the comparison explains the picture.
        Raises: UnreadableImage (TooLittleDetail for a plain picture among them), LibraryError, CatalogueError.
        """
        watch = Stopwatch()
        where = self._look()
        # 1.
        with watch.stage("load"):
            image = load_image(data, self._limits)
        submitted = SubmittedPicture(image)
        with watch.stage("fingerprint"):
            _refuse_plain(submitted)
        # 2.
        never = self.library.false_matches_of(image.sha256, submitted.perceptual_hash)
        same_file = [found for found in self.library.find_by_sha256(image.sha256) if found.id not in never]
        comparisons = search(submitted, replace(where, never=never), same_file, watch)
        origin = read_origin(data, file_format=image.format, source_url=source_url, options=self._origin_options)
        # 3.
        with watch.stage("text"):
            related = read_changes(submitted, relate_all(comparisons), self._words)
        with watch.stage("compare"):
            related = look_elsewhere(submitted, related, self.library)
            related = look_in_others(submitted, related, where)
        with watch.stage("text"):
            relation = relate_whole(related)
            words = read_whole(submitted, self._words) if read_words or leaves_words_open(related) else None
            ruling = rule_title(related, words, title, self.catalogue)
        # 4.
        beside = look_beside(related, image.pixels)
        held = self.library.summary(title)
        in_question = title or (related[0].comparison.reference.title if related else "")
        context = CheckContext(
            related=related,
            relation=relation,
            library=held,
            same_file=frozenset(reference.id for reference in same_file),
            origin=origin,
            words=words,
            ruling=ruling,
            parts=split_composite(related, image.pixels),
            beside=beside.unknown,
            in_panels=beside.in_panels,
            # Of the demo nothing need be said: it is invented.
            coverage=self.library.title_coverage(in_question) if in_question and not held.demo else None,
        )
        # 5.
        verdict = weigh(gather(context), context.relation)
        # 6.
        parts = ReportParts(
            id=f"c_{secrets.token_urlsafe(18)}",
            name=name,
            checked_at=datetime.now(UTC),
            fingerprint_version=FINGERPRINT_VERSION,
            index_name=self._index.name,
            timings_ms=watch.read(),
        )
        return make_report(parts, image, context, verdict)

    def draw(self, data: bytes, report: CheckReport, view: View) -> bytes:
        """A PNG that shows what the report says of the file. Raises: UnreadableImage, WrongUse, LibraryError."""
        image = load_image(data, self._limits)
        return draw_view(image, report, self.library.rendition, view)

    def _look(self) -> Searched:
        """The library as it is now; the index is brought up to it first when anything has changed."""
        with self._lock:
            version = self.library.version()
            if version != self._version:
                self._references = dict(self.library.active_keys())
                self._index.refresh(self.library, frozenset(self._references))
                self._version = version
            return Searched(self.library, self._index, self._references)


def open_checker(options: CheckerOptions) -> Checker:
    """Open or make the library, fill an empty one with the demo, and make it searchable. Raises LibraryError."""
    _use_one_thread()
    library = Library.open(options.home)
    try:
        if options.demo_folder is not None:
            fill_with_demo(library, options.demo_folder)
        index = EmbeddedIndex(options.home / "index" / f"v{FINGERPRINT_VERSION}")
        checker = Checker(library, index, Catalogue.open(options.home), options)
        checker._look()
    except BaseException:
        library.close()
        raise
    return checker


def _use_one_thread() -> None:
    """A check is too short to be shared out: on a busy machine two OpenMP threads took 698 ms where one took 14.

    Checks run side by side instead, in threads or processes.
    """
    import cv2
    import threadpoolctl

    cv2.setNumThreads(1)
    threadpoolctl.threadpool_limits(1)


def _refuse_plain(submitted: SubmittedPicture) -> None:
    if submitted.perceptual_hash.detail < MIN_DETAIL and len(submitted.features) < _FEWEST_FEATURES:
        raise TooLittleDetail("The picture is plain: there is nothing on it that could be recognised.")
