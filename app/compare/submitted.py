"""The submitted picture with what is computed of it once, and only when somebody asks."""

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from app.fingerprints.local_features import (
    FEATURES,
    compute_local_features,
    join_features,
    mirror_features,
    move_features,
)
from app.fingerprints.perceptual_hash import compute_perceptual_hash
from app.fingerprints.working_copy import WORKING_SIDE, WorkingCopy, make_working_copy
from app.model.fingerprint import LocalFeatures, PerceptualHash
from app.model.geometry import Box, lie_in_boxes
from app.model.poster_image import Pixels, PosterImage

# Pixels of the working copy round a box that its key points are seen with.
_ROOM = 12


class SubmittedPicture:
    """One picture under examination, and its mirror image. Used by one thread only.

    side: longest side in pixels of the working copy; a larger one than usual is a closer look, with more key points.
    """

    def __init__(self, image: PosterImage, side: int = WORKING_SIDE) -> None:
        self.image = image
        self.side = side
        self._extracted: dict[Box, LocalFeatures] = {}

    @property
    def size(self) -> tuple[int, int]:
        """(width, height) in pixels."""
        return self.image.width, self.image.height

    @cached_property
    def working_copy(self) -> WorkingCopy:
        """The picture at working size."""
        return make_working_copy(self.image.pixels, self.side)

    @cached_property
    def perceptual_hash(self) -> PerceptualHash:
        """Of the working copy."""
        return compute_perceptual_hash(self.working_copy.grey)

    @cached_property
    def mirrored_hash(self) -> PerceptualHash:
        """Of the working copy's mirror image."""
        return compute_perceptual_hash(np.ascontiguousarray(self.working_copy.grey[:, ::-1]))

    @cached_property
    def features(self) -> LocalFeatures:
        """Of the working copy, in original pixels: the dearest step of a check."""
        return compute_local_features(self.working_copy, FEATURES * self.side // WORKING_SIDE)

    def features_in(self, boxes: Sequence[Box]) -> LocalFeatures:
        """Those in boxes of original pixels, a few round about among them.

        Where the features of the whole picture were not asked for, they are extracted there alone, which takes a tenth
        of the time when the boxes are as small.
        """
        if "features" in vars(self):
            return self.features.chosen(lie_in_boxes(self.features.keypoints[:, :2], map(self._roundabout, boxes)))
        return join_features([self._extract(self._roundabout(box)) for box in boxes], self.size)

    def _roundabout(self, box: Box) -> Box:
        """The box and some ground around it, as far as the picture reaches."""
        room = round(_ROOM * max(self.size) / self.side)
        left, top = max(0, box.x - room), max(0, box.y - room)
        right, bottom = min(self.size[0], box.x + box.width + room), min(self.size[1], box.y + box.height + room)
        return Box(left, top, right - left, bottom - top)

    def _extract(self, box: Box) -> LocalFeatures:
        """Once for each box, for several look at the same place."""
        if box not in self._extracted:
            self._extracted[box] = self._extract_anew(box)
        return self._extracted[box]

    def _extract_anew(self, box: Box) -> LocalFeatures:
        copy = self.working_copy
        across, down = copy.scale_x, copy.scale_y
        rows = slice(int(box.y / down), max(int(box.y / down) + 1, round((box.y + box.height) / down)))
        columns = slice(int(box.x / across), max(int(box.x / across) + 1, round((box.x + box.width) / across)))
        part = WorkingCopy(copy.pixels[rows, columns], np.ascontiguousarray(copy.grey[rows, columns]), across, down)
        return move_features(compute_local_features(part), (columns.start * across, rows.start * down), self.size)

    @cached_property
    def mirrored_features(self) -> LocalFeatures:
        """Of the mirror image; derived, not extracted."""
        return mirror_features(self.features)

    @cached_property
    def mirrored_pixels(self) -> Pixels:
        """The original pixels, flipped left to right."""
        return np.ascontiguousarray(self.image.pixels[:, ::-1])

    def pixels(self, *, mirrored: bool) -> Pixels:
        """The original pixels, as they are or flipped."""
        return self.mirrored_pixels if mirrored else self.image.pixels

    def local_features(self, *, mirrored: bool) -> LocalFeatures:
        """The features, as they are or flipped."""
        return self.mirrored_features if mirrored else self.features
