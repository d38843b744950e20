"""SIFT key points of a picture, and the same of its mirror image.

Lowe, "Distinctive Image Features from Scale-Invariant Keypoints", IJCV 2004; RootSIFT: Arandjelovic and Zisserman,
"Three things everyone should know to improve object retrieval", CVPR 2012.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.fingerprints.working_copy import WorkingCopy
from app.model.fingerprint import LocalFeatures

FEATURES = 800
_MIRROR_ORDER = np.arange(128).reshape(4, 4, 8)[::-1, :, :][:, :, (8 - np.arange(8)) % 8].reshape(128)


def make_extractor(count: int = FEATURES) -> Any:  # noqa: ANN401 - OpenCV ships no usable type for it
    """An OpenCV SIFT extractor; not to be shared between threads."""
    import cv2

    return cv2.SIFT.create(nfeatures=count)


def compute_local_features(copy: WorkingCopy, count: int = FEATURES) -> LocalFeatures:
    """The `count` strongest key points, in original pixels."""
    keypoints, descriptors = make_extractor(count).detectAndCompute(copy.grey, None)
    height, width = copy.grey.shape
    size = (round(width * copy.scale_x), round(height * copy.scale_y))
    if not keypoints:
        return LocalFeatures(np.zeros((0, 4), np.float32), np.zeros((0, 128), np.uint8), size)
    order = np.argsort([-point.response for point in keypoints], kind="stable")[:count]
    values = np.array([(*point.pt, point.size, point.angle) for point in keypoints], dtype=np.float32)[order]
    values[:, 0] = (values[:, 0] + 0.5) * copy.scale_x - 0.5
    values[:, 1] = (values[:, 1] + 0.5) * copy.scale_y - 0.5
    values[:, 2] *= (copy.scale_x * copy.scale_y) ** 0.5
    return LocalFeatures(values, np.clip(descriptors[order], 0, 255).astype(np.uint8), size)


def mirror_features(features: LocalFeatures) -> LocalFeatures:
    """The features that the picture, flipped left to right, would have.

    A descriptor's rows lie across its main direction: flipping the picture reverses them and the sense of its
    eight angle bins, so nothing has to be extracted again.
    """
    width = features.image_size[0]
    keypoints = features.keypoints.copy()
    keypoints[:, 0] = width - 1 - keypoints[:, 0]
    keypoints[:, 3] = (180.0 - keypoints[:, 3]) % 360.0
    return LocalFeatures(keypoints, features.descriptors[:, _MIRROR_ORDER], features.image_size)


def move_features(features: LocalFeatures, by: tuple[float, float], size: tuple[int, int]) -> LocalFeatures:
    """The features of a part, as features of the whole picture. by: where the part begins. size: of the whole."""
    keypoints = features.keypoints.copy()
    keypoints[:, :2] += by
    return LocalFeatures(keypoints, features.descriptors, size)


def join_features(parts: Sequence[LocalFeatures], size: tuple[int, int]) -> LocalFeatures:
    """The features of several parts of one picture of (width, height), as `move_features` gives them."""
    keypoints = [np.zeros((0, 4), np.float32), *(part.keypoints for part in parts)]
    descriptors = [np.zeros((0, 128), np.uint8), *(part.descriptors for part in parts)]
    return LocalFeatures(np.concatenate(keypoints), np.concatenate(descriptors), size)


def root_sift(descriptors: NDArray[np.uint8]) -> NDArray[np.float32]:
    """(n, 128) uint8 SIFT to (n, 128) float32 RootSIFT of unit length: its dot product is the Hellinger kernel."""
    values = descriptors.astype(np.float32)
    values /= np.maximum(values.sum(axis=1, keepdims=True), 1.0)
    return np.sqrt(values)
