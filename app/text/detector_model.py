"""The detector's model, opened so that it costs what it should."""

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

# The least normal number of 32 bits (IEEE 754).
_LEAST_NORMAL = float(np.finfo(np.float32).tiny)


def open_detector(path: Path) -> "InferenceSession":
    """An onnxruntime session on one thread, in which weights too small to be normal numbers are 0.

    Training with weight decay left some 250,000 of them in the last two blocks of PP-OCRv6's small detector. Processors
    multiply such numbers a hundred times as slowly, which was three quarters of the detector's time; what it finds is
    the same to the last bit, as any sum of normal numbers is with them (one thread, 64 x 320 pixels: 29.5 ms with them,
    8.3 without, 2026-11-27).
    """
    import onnx
    import onnxruntime

    model = onnx.load(path)
    for weights in model.graph.initializer:
        if weights.data_type == onnx.TensorProto.FLOAT:
            values = onnx.numpy_helper.to_array(weights)
            subnormal = (np.abs(values) < _LEAST_NORMAL) & (values != 0)
            if subnormal.any():
                weights.CopyFrom(onnx.numpy_helper.from_array(np.where(subnormal, np.float32(0), values), weights.name))
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])
