"""One synchronisation: looks at a source's places, fetches their pictures, and gives them to the library.

Killed at any moment, it goes on where it was: the cache has what was fetched, the library what was added, and the work
list, written last, what is settled.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

from app.errors import FetchFailed, SourceUnavailable
from app.library.add import ImportOptions, add_references
from app.library.keeping import mark_file_gone, mark_gone, read_listed, remove_expired
from app.library.library import Library
from app.library.new_reference import NewReference
from app.model.reference import Label, Reference
from app.sources.addresses import read_address
from app.sources.cache import now_text
from app.sources.fetcher import Fetcher, PictureRequest
from app.sources.found import FoundPicture, Look, Source, Unlisted
from app.sources.make_reference import hash_file, make_file_reference, make_reference, to_seconds
from app.sources.netflix_addresses import picture_key
from app.sources.reasons import Reason
from app.sources.summary import SyncOptions, SyncProgress, SyncSummary
from app.sources.work import Item, Outcome, Refusal, Run, WorkList

# So many pictures are with the library before the work list is brought up to date.
_SETTLE_EVERY = 32


class SyncRun:
    """Good for one call of `run`."""

    def __init__(
        self, library: Library, work: WorkList, run: Run, fetcher: Fetcher, source: Source, options: SyncOptions
    ) -> None:
        self._library = library
        self._work = work
        self._run = run
        self._fetcher = fetcher
        self._source = source
        smallest = max(options.limits.min_side, source.smallest_side)
        self._options = replace(options, limits=replace(options.limits, min_side=smallest))
        self._handed: dict[int, tuple[FoundPicture, str]] = {}
        self._missing_files: list[Item] = []
        self._stopped: SourceUnavailable | None = None
        self._unseen: list[Refusal] = []
        self._report: Callable[[SyncProgress], None] = lambda _progress: None
        self._last_place = ""
        counts = work.count(run)
        self._found = sum(counts.values())
        self._done = self._found - counts.get(Outcome.WAITING, 0)

    def run(self, progress: Callable[[SyncProgress], None] | None = None) -> SyncSummary:
        """1. Look, fetch and add. 2. Strike off. 3. Let go of what may not be kept any longer. 4. Sum up.

        Raises: SourceUnavailable (what was done before stays, and the next run goes on), LibraryError, OSError.
        """
        self._report = progress or self._report
        # 1.
        options = ImportOptions(jobs=self._options.jobs, limits=self._options.limits)
        summary = add_references(self._library, self._references(), options)
        # 2.
        for problem in summary.problems:
            assert problem.line is not None, "every item carries its number on the work list"
            self._refuse(problem.line, Refusal(problem.path, problem.code, problem.text))
        self._settle(last=True)
        for item in self._missing_files:
            self._strike_off(item.id, Outcome.GONE if self._is_gone(item.found) else Outcome.NOTHING)
        # 3.
        expired = remove_expired(self._library.database, self._library.pictures, to_seconds(now_text()))
        if self._run.resumed:
            # Last, because a worker may outlive a killed process for a moment, and write.
            self._library.pictures.remove_temporaries()
        # 4.
        counts = self._work.count(self._run)
        left = counts.get(Outcome.WAITING, 0)
        if not left and not self._unseen and self._stopped is None:
            self._work.finish(self._run)
        if self._stopped is not None:
            raise self._stopped
        return SyncSummary(
            resumed=self._run.resumed,
            new=counts.get(Outcome.NEW, 0),
            unchanged=counts.get(Outcome.UNCHANGED, 0),
            another_place=counts.get(Outcome.ANOTHER_PLACE, 0),
            gone=counts.get(Outcome.GONE, 0),
            expired=tuple(reference.id for reference in expired),
            refused=(*self._unseen, *self._work.refusals(self._run)),
            left=left,
            conflicts=len(self._library.conflicts()),
        )

    def _references(self) -> Iterator[NewReference]:
        """Pictures for the library, fetched as it asks for them."""
        try:
            for item in self._items():
                new = self._take(item)
                if new is not None:
                    yield new
                if len(self._handed) >= _SETTLE_EVERY:
                    self._settle()
                self._tell()
        except SourceUnavailable as error:
            # What is on its way into the library still arrives there.
            self._stopped = error

    def _items(self) -> Iterator[Item]:
        last = 0
        for item in self._work.waiting(self._run, last):
            last = item.id
            yield item
        for place in self._places():
            self._last_place = place
            if self._room() == 0:
                return
            if self._work.is_done(self._run, place) or not self._look(place):
                continue
            for item in self._work.waiting(self._run, last):
                last = item.id
                yield item

    def _places(self) -> Iterator[str]:
        try:
            yield from self._source.places(self._fetcher)
        except FetchFailed as failure:
            self._unseen.append(Refusal(self._source.name, failure.reason, str(failure)))

    def _room(self) -> int | None:
        """How many pictures more may be taken; None: any number."""
        if self._options.limit is None:
            return None
        return max(0, self._options.limit - self._found)

    def _look(self, place: str) -> bool:
        """Put a place's pictures on the list; False when it could not be looked at now."""
        refusal = None
        try:
            look = self._source.look(self._fetcher, place)
        except FetchFailed as failure:
            if failure.reason == Reason.RESTING:
                self._unseen.append(Refusal(place, failure.reason, str(failure)))
                return False
            look = Look(self._source.page_of(place), ())
            refusal = Refusal(place, failure.reason, str(failure))
            if failure.reason != Reason.NOT_FOUND:
                self._work.put_place(self._run, place, (), refusal)
                return False
        missing = tuple(self._missing(look))
        room = self._room()
        pictures = look.pictures if room is None else look.pictures[:room]
        told = None if missing else refusal
        self._found += self._work.put_place(self._run, place, (*pictures, *missing), told)
        return True

    def _missing(self, look: Look) -> Iterator[FoundPicture]:
        """What this place gave before, and lists no more."""
        if self._source.unlisted is Unlisted.NOTHING:
            return
        here = {found.image_url or found.key for found in look.pictures}
        if look.page_url:
            for listed in read_listed(self._library.database, self._source.name, look.page_url):
                asked_for = look.languages is None or listed.language in look.languages
                asked_for &= look.kinds is None or listed.kind in look.kinds
                if asked_for and listed.image_url not in here:
                    url = listed.image_url
                    yield FoundPicture(f"unlisted {url}", url, url, url, page_url=look.page_url, only_ask=True)
        elif self._run.previous is not None:
            for key in self._work.keys(self._run.previous):
                if key not in here and not key.startswith("unlisted "):
                    yield FoundPicture(f"unlisted {key}", "", "", key, only_ask=True)

    def _take(self, item: Item) -> NewReference | None:
        """Fetch one picture; what is no picture for the library is settled here."""
        found = item.found
        if found.only_ask and not found.image_url:
            # A file that only moved is known to have done so when its new place has been added.
            self._missing_files.append(item)
            return None
        if found.only_ask:
            self._strike_off(item.id, Outcome.GONE if self._is_gone(found) else Outcome.NOTHING)
            return None
        if found.file:
            return self._take_file(item)
        ask_again = self._source.ask_again or self._options.refresh
        request = PictureRequest(found.key, found.url, self._options.limits.max_bytes, ask_again)
        try:
            fetched = self._fetcher.picture(request)
        except FetchFailed as failure:
            if failure.reason == Reason.NOT_FOUND and self._mark_gone(found):
                self._strike_off(item.id, Outcome.GONE)
            elif failure.reason != Reason.RESTING:
                self._refuse(item.id, Refusal(found.url, failure.reason, str(failure)))
            return None
        # Another picture at the same address has taken the place of the one before.
        self._mark_gone(found, but=fetched.sha256)
        self._handed[item.id] = (found, fetched.sha256)
        return make_reference(self._library, self._source.name, item, fetched)

    def _take_file(self, item: Item) -> NewReference | None:
        try:
            sha256 = hash_file(item.found.file)
        except OSError as error:
            text = f"The file cannot be read: {error.strerror or error}."
            self._refuse(item.id, Refusal(item.found.path, "unreadable_file", text))
            return None
        self._handed[item.id] = (item.found, sha256)
        return make_file_reference(self._source.name, item)

    def _is_gone(self, found: FoundPicture) -> bool:
        if self._source.unlisted is Unlisted.ASK:
            try:
                key = picture_key(read_address(found.url))
                self._fetcher.picture(PictureRequest(key, found.url, self._options.limits.max_bytes, ask_again=True))
            except FetchFailed as failure:
                if failure.reason != Reason.NOT_FOUND:
                    return False
            else:
                self._fetcher.let_go(key)
                return False
        return self._mark_gone(found)

    def _mark_gone(self, found: FoundPicture, but: str = "") -> bool:
        now = to_seconds(now_text())
        if not found.image_url:
            return found.only_ask and mark_file_gone(self._library.database, self._source.name, found.path, now) > 0
        return mark_gone(self._library.database, self._source.name, found.image_url, now, but=but) > 0

    def _refuse(self, item_id: int, refusal: Refusal) -> None:
        found, _ = self._handed.pop(item_id, (None, ""))
        if found is not None and not found.file:
            self._fetcher.forget(found.key)
        self._strike_off(item_id, Outcome.REFUSED, refusal=refusal)

    def _settle(self, *, last: bool = False) -> None:
        """Strike off what the library has committed by now. last: nothing more will be committed."""
        for item_id, (found, sha256) in list(self._handed.items()):
            reference = self._find(sha256, found.label)
            if reference is None or not (last or self._is_recorded(reference, found)):
                continue
            if reference.key <= self._run.first_key:
                outcome = Outcome.UNCHANGED
            elif self._work.has_new(self._run, sha256):
                outcome = Outcome.ANOTHER_PLACE
            else:
                outcome = Outcome.NEW
            self._strike_off(item_id, outcome, sha256)
            del self._handed[item_id]
            if not found.file:
                self._fetcher.let_go(found.key)
        self._tell()

    def _find(self, sha256: str, label: Label) -> Reference | None:
        return next((one for one in self._library.find_by_sha256(sha256) if one.label is label), None)

    def _is_recorded(self, reference: Reference, found: FoundPicture) -> bool:
        if not found.image_url:
            return True
        place = (self._source.name, found.image_url)
        recorded = (one.provenance for one in self._library.provenances(reference.id))
        return place in {(one.source, one.image_url) for one in recorded}

    def _strike_off(self, item_id: int, outcome: Outcome, sha256: str = "", refusal: Refusal | None = None) -> None:
        self._work.settle(item_id, outcome, sha256, refusal)
        self._done += 1

    def _tell(self) -> None:
        self._report(SyncProgress(self._done, self._found, self._last_place))
