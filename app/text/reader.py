"""Reads words: all of a poster, or the lines that one changed place belongs to."""

import re
import threading
from collections.abc import Iterator, Sequence
from functools import partial

import numpy as np

from app.model.geometry import Box, part_of, surround, surround_points
from app.model.poster_image import Pixels
from app.model.words import TextLine
from app.text.engine import OcrEngine, Quads, Sign
from app.text.folding import key
from app.text.lines import READ_SCORE, group_boxes, join_pieces
from app.text.lone_number import find_lone_number
from app.text.pieces import Piece, set_apart, shrink, turned_by, ways_to_read
from app.text.stacked import may_be_stacked, unstack
from app.text.strip import Strip, strip_around

# Longest side in pixels at which a whole poster is searched for lettering; small posters are enlarged, at most so much.
POSTER_SIDE, _ENLARGED = 736, 2.0
# The detector overlooks single letters and figures much taller than 40 pixels; a second look in this size finds them.
_LARGE_LETTERS_SIDE = 448
# So many pieces of one poster are read, the tallest ones: patterns and repeated watermarks look like lettering.
_PIECES = 48
# So many pieces, the largest ones, are tried as two lines: each takes four readings, some 60 ms.
_STACKED = 2
# A tall piece that reads so well one way is not tried the others; upside down, words still score up to .7.
_SURELY_READ = 0.9
_ROW_OF_SIGNS = 4
# Alone, these are how outlined boxes are read: a bookmark, a checkbox, a button.
_FRAMES = frozenset("口囗回日目田□▢■")
# A line belongs to a place when so much of the lower one's height lies in the other.
_TOUCHES = 0.3
# Lettering was found in a place when so much of it is covered.
_COVERED = 0.3
# What the recogniser makes of a place that holds no number scores up to .86 when it looks like one (532 readings
# of benign attacks' places), a drawn figure .99 and more (6 of 6).
_MARK_SCORE = 0.9
# Lettering less than this share of the height of a mark is not read with it.
_BESIDE_MARK = 0.5
# A piece with at most so much of its box in a place lies beside it, with so much in it: boxes are drawn amply.
_OUTSIDE, _WITHIN = 0.05, 0.4
_NUMBER = re.compile(r"[2-9]|I{2,3}|IV|VI{1,3}|IX")
# A place that is read alone is read with so much of its height around it, and believed from so sure a score on.
_AROUND, _ALONE_SCORE = 0.1, 0.93
# Ribbons run up or down, so that a place is turned one way and the other until one of them stands level.
_ASLANT = (45.0, -45.0)
# What runs across a place is believed from so many letters, so surely read, on.
_ASLANT_LETTERS, _ASLANT_SCORE = 4, 0.85


class TextReader:
    """Cheap to make; the first reading loads the models, once.

    Any number of threads may share one reader. They take turns at the models, so that memory stays that of one
    reading; every reading works on one thread.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._engine: OcrEngine | None = None

    def read_poster(self, pixels: Pixels) -> tuple[TextLine, ...]:
        """All lines of a picture, top to bottom, boxes in its pixels; also those that are hardly legible (score < .5).

        pixels: (h, w, 3) uint8 RGB, any size. ReaderMissing when the models are not there.
        """
        longest = max(pixels.shape[:2])
        quads = list(self._detect(pixels, min(POSTER_SIDE / longest, _ENLARGED)))
        boxes = [surround_points(corners) for corners in quads]
        large = self._detect(pixels, min(_LARGE_LETTERS_SIDE / longest, 1.0))
        quads += [corners for corners in large if not _is_covered(surround_points(corners), boxes)]
        tallest = sorted(quads, key=lambda corners: -surround_points(corners).height)[:_PIECES]
        groups = group_boxes([surround_points(corners) for corners in tallest])
        parts = [part for line in groups for part in set_apart([tallest[i] for i in line])]
        lines = join_pieces(self._unstacked(pixels, parts, [self._read(pixels, part) for part in parts]))
        read = tuple(line for line in lines if line.score >= READ_SCORE and line.text)
        size = (pixels.shape[1], pixels.shape[0])
        number = find_lone_number(read, size, partial(self._spot, pixels), partial(self._recognise, pixels))
        return tuple(sorted((*lines, *number), key=lambda line: (line.box.y, line.box.x)))

    def read_place(self, pixels: Pixels, box: Box) -> tuple[TextLine, ...]:
        """The whole lines that touch a place, top to bottom, boxes in pixels of the whole picture.

        pixels: (h, w, 3) uint8 RGB. box: in its pixels; empty when it lies outside or holds no lettering. ReaderMissing
        when the models are not there.
        """
        return join_pieces(self._read_pieces(pixels, box))

    def read_apart(self, pixels: Pixels, box: Box) -> tuple[tuple[TextLine, ...], tuple[TextLine, ...] | None]:
        """What read_place gives, and what of it lies beside the place; None where lettering reaches over its border.

        pixels, box: as there.
        """
        pieces = self._read_pieces(pixels, box)
        shares = [piece.box.intersection(box) / piece.box.area for piece in pieces]
        beside = [piece for piece, share in zip(pieces, shares, strict=True) if share <= _OUTSIDE]
        apart = all(share <= _OUTSIDE or share >= _WITHIN for share in shares)
        return join_pieces(pieces), join_pieces(beside) if apart else None

    def _read_pieces(self, pixels: Pixels, box: Box) -> list[Piece]:
        """The pieces of the lines that touch a place, and the place itself where it is one that the detector missed.

        A tall place in which nothing can be read is looked at again, closer: its lines may be too small.
        """
        size = (pixels.shape[1], pixels.shape[0])
        strip = strip_around(size, box)
        if strip is None:
            return []
        _, pieces = self._read_strip(pixels, box, strip)
        closer = strip_around(size, box, closer=True)
        if closer is None or any(piece.score >= READ_SCORE for piece in pieces):
            return pieces
        return self._unstacked(pixels, *self._read_strip(pixels, box, closer))

    def _read_strip(self, pixels: Pixels, box: Box, strip: Strip) -> tuple[list[Quads], list[Piece]]:
        """What touches a place: the corners of each piece, and what it says."""
        found = [(corners, surround_points(corners)) for corners in self._detect_in(pixels, strip)]
        kept = [each for each in found if each[1].intersection(box) or not strip.cuts(each[1])]
        quads, boxes = [corners for corners, _ in kept], [around for _, around in kept]
        mark = [] if _is_covered(strip.place, boxes) else list(self._read_mark(pixels, strip.place))
        if mark:
            # Small print beside a large figure is no part of its line.
            high = [i for i, each in enumerate(boxes) if each.height >= _BESIDE_MARK * strip.place.height]
            quads, boxes = [quads[i] for i in high], [*(boxes[i] for i in high), mark[0].box]
        lines = (group for group in group_boxes(boxes) if _touches([boxes[i] for i in group], box))
        apart = [part for line in lines for part in set_apart([quads[i] for i in line if i < len(quads)])]
        corners = [*(piece.box.corners.astype(np.float32) for piece in mark), *apart]
        return corners, [*mark, *(self._read(pixels, part) for part in apart)]

    def read_alone(self, pixels: Pixels, box: Box) -> tuple[TextLine, ...]:
        """What a place says as one piece of lettering, where that is surely read; else empty.

        Spares what finding lines takes, half of read_place; what stands beside the place is not read. pixels: (h, w, 3)
        uint8 RGB. box: in its pixels. ReaderMissing when the models are not there.
        """
        room = round(_AROUND * box.height)
        around = Box(box.x - room, box.y - room, box.width + 2 * room, box.height + 2 * room)
        text, score = self._recognise(pixels, around)
        return (TextLine(text, box, score),) if score >= _ALONE_SCORE else ()

    def read_aslant(self, pixels: Pixels, box: Box) -> tuple[TextLine, ...]:
        """The lines that run across a place from corner to corner, as on a ribbon, each with the place as its box.

        Only such as are surely read. pixels: (h, w, 3) uint8 RGB. box: in its pixels. ReaderMissing when the models are
        not there.
        """
        cut = part_of(pixels, box)
        if not cut.size:
            return ()
        for degrees in _ASLANT:
            turned = turned_by(cut, degrees)
            lines = self.read_place(turned, Box(0, 0, turned.shape[1], turned.shape[0]))
            sure = [line for line in lines if line.score >= _ASLANT_SCORE and len(key(line.text)) >= _ASLANT_LETTERS]
            if sure:
                return tuple(TextLine(line.text, box, line.score) for line in sure)
        return ()

    def read_number(self, pixels: Pixels, box: Box) -> tuple[TextLine, ...]:
        """The number that a place shows, if it shows one and nothing else: 2 to 9, II to IX but no V. Empty otherwise.

        pixels: (h, w, 3) uint8 RGB. box: in its pixels. ReaderMissing when the models are not there.
        """
        return tuple(
            TextLine(piece.text, piece.box, piece.score)
            for piece in self._read_mark(pixels, box)
            if _NUMBER.fullmatch(piece.text)
        )

    def read_boxes(self, pixels: Pixels, boxes: Sequence[Box]) -> tuple[TextLine, ...]:
        """What is lettered in each box, without looking for it: where another picture is known to have its lines.

        pixels: (h, w, 3) uint8 RGB. boxes: in its pixels; those outside are left out. Half the time of read_place.
        ReaderMissing when the models are not there.
        """
        height, width = pixels.shape[:2]
        inside = [box for box in boxes if box.intersection(Box(0, 0, width, height)) > 0]
        return join_pieces([self._read(pixels, box.corners.astype(np.float32)) for box in inside])

    def read_places(self, pixels: Pixels, boxes: Sequence[Box]) -> tuple[tuple[TextLine, ...], ...]:
        """read_place for each box, in their order; boxes on one line are read in one go, at the cost of one."""
        lines: dict[int, tuple[TextLine, ...]] = {}
        for group in group_boxes(boxes):
            together = self.read_place(pixels, surround([boxes[i] for i in group]))
            for i in group:
                lines[i] = tuple(line for line in together if _touches([line.box], boxes[i]))
                if len(group) > 1 and not lines[i]:
                    lines[i] = self.read_place(pixels, boxes[i])
        return tuple(lines[i] for i in range(len(boxes)))

    def _unstacked(self, pixels: Pixels, quads: Sequence[Quads], pieces: Sequence[Piece]) -> list[Piece]:
        """The same pieces, and two for each of the largest ones that are two lines."""
        able = [i for i in range(len(pieces)) if may_be_stacked(pieces[i], quads[i])]
        largest = sorted(able, key=lambda i: -pieces[i].box.area)[:_STACKED]
        read = partial(self._read, pixels)
        return [
            part
            for i, piece in enumerate(pieces)
            for part in (unstack(pixels, quads[i], piece, read) if i in largest else (piece,))
        ]

    def _read_mark(self, pixels: Pixels, place: Box) -> Iterator[Piece]:
        """The place itself as one piece, if it is one: the detector overlooks one letter in four that stands alone."""
        text, score = self._recognise(pixels, place)
        if score >= _MARK_SCORE:
            yield Piece(text, place, score)

    def _recognise(self, pixels: Pixels, place: Box) -> tuple[str, float]:
        """What a place says as one piece of lettering, whatever it holds."""
        part = part_of(pixels, place)
        if min(part.shape[:2]) == 0:
            return "", 0.0
        with self._lock:
            return self._built().recognise(shrink(part))

    def _spot(self, pixels: Pixels, row: Box) -> tuple[Sign, ...]:
        """The signs that stand in a row, whatever it holds. row: in the picture."""
        with self._lock:
            return self._built().spot(shrink(part_of(pixels, row)))

    def _detect_in(self, pixels: Pixels, strip: Strip) -> Quads:
        """Corners in pixels of the whole picture."""
        window = strip.window
        part = pixels[window.y : window.y + window.height, window.x : window.x + window.width]
        return self._detect(part, strip.scale) + np.array([window.x, window.y], np.float32)

    def _detect(self, pixels: Pixels, scale: float) -> Quads:
        """Corners in the pixels given, found in a copy in another scale."""
        import cv2

        height, width = pixels.shape[:2]
        size = (max(1, round(width * scale)), max(1, round(height * scale)))
        way = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
        scaled = np.asarray(cv2.resize(pixels, size, interpolation=way), np.uint8)
        with self._lock:
            quads = self._built().detect(scaled)
        return (quads * np.array([width / size[0], height / size[1]], np.float32)).astype(np.float32)

    def _read(self, pixels: Pixels, corners: Quads) -> Piece:
        """What a piece says, in the way that reads best."""
        best = Piece("", surround_points(corners), 0.0)
        for cut in ways_to_read(pixels, corners):
            with self._lock:
                text, score = self._built().recognise(cut)
            if _is_pattern(text) or text in _FRAMES:
                continue
            if score > best.score:
                best = Piece(text, best.box, score)
            if score >= _SURELY_READ:
                break
        return best

    def _built(self) -> OcrEngine:
        """The engine; the lock must be held."""
        if self._engine is None:
            self._engine = OcrEngine()
        return self._engine


def _is_pattern(text: str) -> bool:
    """Rows of stars or leaves are read as one sign over and over."""
    signs = set(text.replace(" ", ""))
    return len(signs) == 1 and len(text) > 1 and (len(text) > _ROW_OF_SIGNS or not text.isascii())


def _is_covered(place: Box, boxes: Sequence[Box]) -> bool:
    return sum(place.intersection(each) for each in boxes) >= _COVERED * place.area


def _touches(boxes: Sequence[Box], place: Box) -> bool:
    whole = surround(boxes)
    across, shared = whole.shared_width(place), whole.shared_height(place)
    return across > 0 and shared >= _TOUCHES * min(whole.height, place.height)
