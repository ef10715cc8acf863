"""Words of a text and their features, byte for byte as privacy/names computes them."""

MASK32 = 0xFFFFFFFF
BUCKET_BITS = 17


def fnv(data, seed=2166136261):
    """FNV-1a, 32 bits."""
    for byte in data:
        seed = ((seed ^ byte) * 16777619) & MASK32
    return seed


def is_word_byte(byte):
    return byte >= 0x80 or chr(byte).isalnum()


def words(text):
    """(start, end) of each word (letters, digits, bytes above ASCII) and of each other sign but blanks."""
    out = []
    at = 0
    while at < len(text):
        if text[at] in b" \t\r\n":
            at += 1
            continue
        end = at + 1
        if is_word_byte(text[at]):
            while end < len(text) and is_word_byte(text[end]):
                end += 1
        out.append((at, end))
        at = end
    return out


def shape(word):
    """Kinds of characters, runs shortened to two: "McDonald" is "XxXxx", "12" is "dd"."""
    out = bytearray()
    for byte in word:
        kind = (ord("X") if 65 <= byte <= 90 else ord("x") if 97 <= byte <= 122 else
                ord("d") if 48 <= byte <= 57 else ord("u") if byte >= 0x80 else byte)
        if len(out) < 2 or out[-1] != kind or out[-2] != kind:
            out.append(kind)
    return bytes(out[:8])


def context(text, spans, gazetteer):
    """Per word: hash of the lower-case word, of its shape, its classes, what blanks stand before it."""
    out = []
    end = 0
    for start, stop in spans:
        word = text[start:stop]
        lower = word.lower()
        gap = 2 if b"\n" in text[end:start] or start == 0 else (1 if start > end else 0)
        out.append((fnv(lower), fnv(shape(word)), gazetteer.get(lower, 0), gap, lower))
        end = stop
    return out


EDGE = (17, 19, 0, 3, b"")


def combine(kind, *values):
    """The bucket of a feature: its kind and values mixed."""
    seed = (kind * 0x9E3779B1) & MASK32
    for value in values:
        seed = ((seed ^ value) * 0x85EBCA6B) & MASK32
        seed ^= seed >> 15
    return seed & ((1 << BUCKET_BITS) - 1)


def features(cells, i):
    def cell(at):
        return cells[at] if 0 <= at < len(cells) else EDGE
    p2, p1, c, n1, n2 = cell(i - 2), cell(i - 1), cells[i], cell(i + 1), cell(i + 2)
    lower = c[4]
    out = [combine(1, c[0]), combine(2, p1[0]), combine(3, n1[0]), combine(4, p2[0]), combine(5, n2[0]),
           combine(6, c[1]), combine(7, p1[1]), combine(8, n1[1]), combine(9, p1[1], c[1], n1[1]),
           combine(10, p1[0], c[1]), combine(11, n1[0], c[1]), combine(12, p2[0], p1[0], c[1]),
           combine(13, c[2], c[1]), combine(14, p1[2], c[2]), combine(15, c[2], n1[2]), combine(16, c[3], c[1]),
           combine(17, c[3], n1[3], c[1]), combine(18, n1[0], n2[0], c[1]), combine(19, p2[1], p1[1], c[1]),
           combine(20, c[1], n1[1], n2[1]), combine(21, cell(i - 3)[0], c[1]), combine(22, p1[0], c[0])]
    for size in (1, 2, 3, 4):
        if size <= len(lower):
            out.append(combine(30 + size, fnv(lower[-size:])))
    for size in (2, 3):
        if size <= len(lower):
            out.append(combine(40 + size, fnv(lower[:size])))
    return out
