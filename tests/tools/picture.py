#!/usr/bin/env python3
# Makes the picture of the README: the first Mongolian and the first Chinese page of a PDF side by side.
"""Usage: picture.py IN.pdf OUT.png   (needs pdftoppm and pdftotext; writes a PNG with a palette, the same each time)"""

import re
import struct
import subprocess
import sys
import zlib

RESOLUTION = 72
BACKGROUND = (0x9C, 0x9C, 0x9C)
GAP = 12
LEVELS = (0, 51, 102, 153, 204, 255)  # of red, green and blue in the palette


def page_texts(path):
    """The text of each page."""
    done = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True)
    return done.stdout.decode("utf-8").split("\f")[:-1]


def first_pages(path):
    """The numbers, from 1, of the first page with more Mongolian letters than Han, and of the first with fewer."""
    found = {}
    for number, text in enumerate(page_texts(path), start=1):
        mongolian, han = len(re.findall("[\u1820-\u18AA]", text)), len(re.findall("[\u4E00-\u9FFF]", text))
        if mongolian != han:
            found.setdefault("mongolian" if mongolian > han else "han", number)
    return sorted(found.values())


def read_page(path, number):
    """(width, height, rows of RGB bytes) of a page."""
    command = ["pdftoppm", "-r", str(RESOLUTION), "-f", str(number), "-l", str(number), path]
    data = subprocess.run(command, capture_output=True, check=True).stdout
    header = re.match(rb"P6\s+(\d+)\s+(\d+)\s+255\s", data)
    width, height = int(header.group(1)), int(header.group(2))
    pixels = data[header.end():]
    return width, height, [pixels[row * width * 3:(row + 1) * width * 3] for row in range(height)]


def nearest(value):
    return min(range(len(LEVELS)), key=lambda index: abs(LEVELS[index] - value))


NEAREST = [nearest(value) for value in range(256)]


def palette_index(red, green, blue):
    return (NEAREST[red] * len(LEVELS) + NEAREST[green]) * len(LEVELS) + NEAREST[blue]


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def write_png(path, width, rows):
    palette = bytes(level for red in LEVELS for green in LEVELS for blue in LEVELS for level in (red, green, blue))
    lines = b"".join(b"\0" + row for row in rows)
    with open(path, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n")
        file.write(chunk(b"IHDR", struct.pack(">IIBBBBB", width, len(rows), 8, 3, 0, 0, 0)))
        file.write(chunk(b"PLTE", palette))
        file.write(chunk(b"IDAT", zlib.compress(lines, 9)))
        file.write(chunk(b"IEND", b""))


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    source, target = sys.argv[1:]
    pages = [read_page(source, number) for number in first_pages(source)]
    height = max(page[1] for page in pages)
    gap = bytes([palette_index(*BACKGROUND)])
    width = sum(page[0] for page in pages) + GAP * (len(pages) + 1)
    rows = [gap * width] * GAP
    for number in range(height):
        row = gap * GAP
        for page_width, page_height, page_rows in pages:
            pixels = page_rows[number] if number < page_height else b""
            indexes = bytes(palette_index(*pixels[at:at + 3]) for at in range(0, len(pixels), 3))
            row += indexes or gap * page_width
            row += gap * GAP
        rows.append(row)
    write_png(target, width, rows + [gap * width] * GAP)
    print(f"wrote {target}: pages {' and '.join(str(number) for number in first_pages(source))} of {source}")


if __name__ == "__main__":
    main()
