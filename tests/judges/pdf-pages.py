"""Draws each page of a PDF beside it as PNG: `pdf-pages.py FILE.pdf` writes FILE-page-1.png and so on."""

import struct
import sys
import zlib

import pypdfium2


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, rows: list[bytes]) -> bytes:
    """Eight bits of red, green and blue; no library is needed for that."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(b"".join(b"\0" + row for row in rows))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


path = sys.argv[1]
document = pypdfium2.PdfDocument(path)
for number in range(len(document)):
    bitmap = document[number].render(scale=1.5, rev_byteorder=True)
    data = bytes(bitmap.buffer)
    rows = []
    for y in range(bitmap.height):
        row = data[y * bitmap.stride : y * bitmap.stride + bitmap.width * bitmap.n_channels]
        rows.append(b"".join(row[x : x + 3] for x in range(0, len(row), bitmap.n_channels)) if bitmap.n_channels == 4 else row)
    with open(path.replace(".pdf", f"-page-{number + 1}.png"), "wb") as file:
        file.write(png(bitmap.width, bitmap.height, rows))
