"""Makes numbers.safetensors beside it, byte by byte after the format's description, with none of the course's code.

    python3 make_numbers.py

Needs NumPy. The tests read the file and need no Python. NumPy has no bfloat16: it is the upper half of a float32.
"""
import json
import struct
from pathlib import Path

import numpy as np

floats = [0.0, 1.0, -2.5, 0.15625, 30000.0, -0.0]
tensors = {                                                                     # in the order of their bytes
    "double": ("F64", np.array(floats, "<f8").reshape(2, 3)),
    "single": ("F32", np.array(floats, "<f4").reshape(3, 2)),
    "half": ("F16", np.array(floats[:4], "<f2")),
    "brain": ("BF16", (np.array(floats[:4], "<f4").view("<u4") >> 16).astype("<u2")),
    "long": ("I64", np.array([1 << 40, -1], "<i8")),
    "int": ("I32", np.array([[2147483647], [-2147483648]], "<i4")),
    "short": ("I16", np.array([-32768, 32767], "<i2")),
    "sbyte": ("I8", np.array([-128, 127], "<i1")),
    "byte": ("U8", np.array([0, 255, 7], "<u1")),
    "bool": ("BOOL", np.array([1, 0, 1], "<u1")),
    "scalar": ("F32", np.array(42.0, "<f4")),
    "empty": ("F32", np.zeros((0, 5), "<f4")),
    "Größe": ("U8", np.array([3], "<u1")),
}
header, data = {"__metadata__": {"made by": "NumPy"}}, b""
entries = {}
for name, (dtype, values) in tensors.items():
    entries[name] = {"dtype": dtype, "shape": list(values.shape), "data_offsets": [len(data), len(data) + values.nbytes]}
    data += values.tobytes()
header.update(sorted(entries.items()))                                          # the header's order is another one
text = json.dumps(header, ensure_ascii=False).encode()
text += b" " * (-len(text) % 8)
(Path(__file__).parent / "numbers.safetensors").write_bytes(struct.pack("<Q", len(text)) + text + data)
