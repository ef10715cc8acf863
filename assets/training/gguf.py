"""Reads and writes GGUF v3 files: metadata and tensors in F32, F16 and Q8_0."""
import struct

import numpy as np

U8, I8, U16, I16, U32, I32, F32, BOOL, STRING, ARRAY, U64, I64, F64 = range(13)
FORMS = {U8: "<B", I8: "<b", U16: "<H", I16: "<h", U32: "<I", I32: "<i", F32: "<f", BOOL: "<?", U64: "<Q", I64: "<q", F64: "<d"}
TENSOR_F32, TENSOR_F16, TENSOR_Q8_0 = 0, 1, 8
ALIGNMENT = 32
BLOCK = 32


def quantise_q8_0(values):
    """values [rows, n*32] float32 -> bytes of blocks: scale (float16), then 32 signed bytes."""
    blocks = np.ascontiguousarray(values, np.float32).reshape(-1, BLOCK)
    scale = np.abs(blocks).max(1) / 127.0
    inverse = np.divide(1.0, scale, out=np.zeros_like(scale), where=scale > 0)
    out = np.zeros(len(blocks), np.dtype([("d", "<f2"), ("q", "i1", BLOCK)]))
    out["d"] = scale
    scaled = blocks * inverse[:, None]
    out["q"] = (np.sign(scaled) * np.floor(np.abs(scaled) + 0.5)).astype(np.int8)
    return out.tobytes()


def dequantise_q8_0(data, count):
    blocks = np.frombuffer(data, np.dtype([("d", "<f2"), ("q", "i1", BLOCK)]), count // BLOCK)
    return (blocks["d"].astype(np.float32)[:, None] * blocks["q"]).ravel()


def encode_tensor(values, kind):
    if kind == TENSOR_Q8_0:
        return quantise_q8_0(values)
    return np.ascontiguousarray(values, np.float16 if kind == TENSOR_F16 else np.float32).tobytes()


def text_bytes(text):
    raw = text.encode()
    return struct.pack("<Q", len(raw)) + raw


def value_bytes(kind, value):
    """value of a metadata field; arrays are (ARRAY, element kind) -> list."""
    if isinstance(kind, tuple):
        return struct.pack("<IQ", kind[1], len(value)) + b"".join(value_bytes(kind[1], v) for v in value)
    if kind == STRING:
        return text_bytes(value)
    return struct.pack(FORMS[kind], value)


def write(path, metadata, tensors):
    """metadata: [(key, kind, value)]; tensors: [(name, array, tensor kind)], arrays with the fastest dimension last."""
    head = struct.pack("<4sIQQ", b"GGUF", 3, len(tensors), len(metadata))
    for key, kind, value in metadata:
        head += text_bytes(key) + struct.pack("<I", ARRAY if isinstance(kind, tuple) else kind) + value_bytes(kind, value)
    blobs, offset = [], 0
    for name, array, kind in tensors:
        blob = encode_tensor(array, kind)
        shape = array.shape[::-1]
        head += text_bytes(name) + struct.pack("<I", len(shape)) + struct.pack(f"<{len(shape)}Q", *shape) + struct.pack("<IQ", kind, offset)
        blobs.append(blob + b"\0" * (-len(blob) % ALIGNMENT))
        offset += len(blobs[-1])
    with open(path, "wb") as out:
        out.write(head + b"\0" * (-len(head) % ALIGNMENT))
        out.writelines(blobs)


class Reader:
    """metadata: key -> value; tensors: name -> float32 array."""

    def __init__(self, path):
        with open(path, "rb") as source:
            self.data = source.read()
        self.at, self.metadata, self.tensors = 0, {}, {}
        magic, _, tensors, fields = self.take("<4sIQQ")
        if magic != b"GGUF":
            raise ValueError(f"{path} is no GGUF file")
        for _ in range(fields):
            key = self.value(STRING)
            self.metadata[key] = self.value(self.take("<I")[0])
        infos = []
        for _ in range(tensors):
            name = self.value(STRING)
            shape = self.take(f"<{self.take('<I')[0]}Q")
            infos.append((name, shape[::-1], *self.take("<IQ")))
        start = -(-self.at // ALIGNMENT) * ALIGNMENT
        for name, shape, kind, offset in infos:
            self.tensors[name] = self.tensor(start + offset, shape, kind)

    def take(self, form):
        values = struct.unpack_from(form, self.data, self.at)
        self.at += struct.calcsize(form)
        return values

    def value(self, kind):
        if kind == STRING:
            size = self.take("<Q")[0]
            self.at += size
            return self.data[self.at - size:self.at].decode(errors="replace")
        if kind == ARRAY:
            inner, count = self.take("<IQ")
            return [self.value(inner) for _ in range(count)]
        return self.take(FORMS[kind])[0]

    def tensor(self, at, shape, kind):
        count = int(np.prod(shape))
        if kind == TENSOR_Q8_0:
            return dequantise_q8_0(self.data[at:at + count // BLOCK * 34], count).reshape(shape)
        if kind not in (TENSOR_F32, TENSOR_F16):
            raise ValueError(f"tensor type {kind} is not read here")
        return np.frombuffer(self.data, "<f4" if kind == TENSOR_F32 else "<f2", count, at).astype(np.float32).reshape(shape)
