"""Images of every kind that the program takes, each with the pixels that a page must show; see check_images.py.

Pillow writes most; PNG files it cannot write (woven rows, 16 bits, gAMA) and ICC profiles are put together here.
"""
import io
import struct
import zlib
from dataclasses import dataclass

from PIL import Image, ImageCms, ImageOps

WIDTH, HEIGHT = 144, 96
SRGB = ImageCms.createProfile("sRGB")


@dataclass
class Made:
    """An image file, the RGB pixels that it must show upright on white, and its size on paper in points."""
    name: str
    content: bytes
    shown: Image.Image
    size: tuple
    says: str = ""  # what the program says of it


def pattern():
    """Four areas of colour with a gradient across, so that turned, mirrored and mistaken colours show."""
    image = Image.new("RGB", (WIDTH, HEIGHT))
    for y in range(HEIGHT):
        for x in range(WIDTH):
            shade = 120 + 100 * x // WIDTH
            area = (x >= WIDTH // 2) + 2 * (y >= HEIGHT // 2)
            image.putpixel((x, y), [(shade, 30, 30), (30, shade, 30), (30, 30, shade), (shade, shade, 30)][area])
    return image


def saved(image, kind, **options):
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def jpeg(image, **options):
    """A JPEG whose colours are as good as they can be."""
    return saved(image, "JPEG", quality=95, subsampling=0, **options)


def points(image, resolution=96):
    return (image.width * 72 / resolution, image.height * 72 / resolution)


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def with_chunk(png, kind, data):
    """`png` with a chunk more behind its head."""
    return png[:33] + chunk(kind, data) + png[33:]


def written_png(image, depth=8, woven=False):
    """RGB or RGBA as a PNG of 8 or 16 bits, its rows woven (Adam7) or not."""
    passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
    rows = b""
    for left, top, across, down in passes if woven else [(0, 0, 1, 1)]:
        for y in range(top, image.height, down):
            rows += b"\0"
            for x in range(left, image.width, across):
                values = image.getpixel((x, y))
                rows += b"".join(struct.pack(">H", value * 257) if depth == 16 else bytes([value]) for value in values)
    colour = 6 if image.mode == "RGBA" else 2
    head = struct.pack(">IIBBBBB", image.width, image.height, depth, colour, 0, 0, int(woven))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def s15(value):
    return struct.pack(">i", round(value * 65536))


def profile(space, tags, version=0x02400000, device=b"mntr", connection=b"XYZ "):
    """An ICC profile with the tags [(signature, data)]."""
    table, body = b"", b""
    offset = 128 + 4 + 12 * len(tags)
    for signature, data in tags:
        data += b"\0" * (-len(data) % 4)
        table += signature + struct.pack(">II", offset + len(body), len(data))
        body += data
    size = offset + len(body)
    head = struct.pack(">I4sI", size, b"none", version) + device + space + connection
    head += struct.pack(">6H", 2024, 1, 1, 0, 0, 0) + b"acsp" + b"\0" * 28 + s15(0.9642) + s15(1.0) + s15(0.8249)
    return head.ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + body


def texts():
    name = b"made by a test\0"
    desc = b"desc" + b"\0" * 4 + struct.pack(">I", len(name)) + name + b"\0" * 78
    return [(b"desc", desc), (b"cprt", b"text" + b"\0" * 4 + b"none\0")]


def xyz(x, y, z):
    return b"XYZ " + b"\0" * 4 + s15(x) + s15(y) + s15(z)


WHITE = [(b"wtpt", xyz(0.9642, 1.0, 0.8249))]
CURVE = b"curv" + b"\0" * 4 + struct.pack(">IH", 1, round(2.2 * 256)) + b"\0\0"


def swapped_profile(**options):
    """sRGB with the primaries of red and blue exchanged: whoever leaves it out shows blue for red."""
    red, green, blue = (0.4361, 0.2225, 0.0139), (0.3851, 0.7169, 0.0971), (0.1431, 0.0606, 0.7141)
    tags = texts() + WHITE + [(b"rXYZ", xyz(*blue)), (b"gXYZ", xyz(*green)), (b"bXYZ", xyz(*red))]
    return profile(b"RGB ", tags + [(name, CURVE) for name in (b"rTRC", b"gTRC", b"bTRC")], **options)


def gray_profile():
    """Gray of gamma 1: darker values are shown much lighter than sRGB shows them."""
    return profile(b"GRAY", texts() + WHITE + [(b"kTRC", b"curv" + b"\0" * 4 + struct.pack(">I", 0))])


def cmyk_profile():
    """CMYK whose inks are strong: a table of two points to each ink (ICC.1:2001-04, 6.5.8), output in Lab."""
    table = b""
    for corner in range(16):
        cyan, magenta, yellow, black = (corner >> 3 & 1), (corner >> 2 & 1), (corner >> 1 & 1), corner & 1
        light = max(0, 100 - 40 * cyan - 45 * magenta - 10 * yellow - 90 * black)
        a = (-35 * cyan + 70 * magenta) * (1 - black)
        b = (-45 * cyan + 85 * yellow) * (1 - black)
        table += bytes([round(light * 2.55), round(a + 128), round(b + 128)])
    ramp = bytes(range(256))
    identity = b"".join(s15(value) for value in (1, 0, 0, 0, 1, 0, 0, 0, 1))
    lut = b"mft1" + b"\0" * 4 + bytes([4, 3, 2, 0]) + identity + ramp * 4 + table + ramp * 3
    return profile(b"CMYK", texts() + WHITE + [(b"A2B0", lut)], device=b"prtr", connection=b"Lab ")


def by_profile(image, icc):
    return ImageCms.profileToProfile(image, ImageCms.ImageCmsProfile(io.BytesIO(icc)), SRGB,
                                     renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC, outputMode="RGB",
                                     flags=ImageCms.Flags.BLACKPOINTCOMPENSATION)


def pngs():
    rgb = pattern()
    white = Image.new("RGBA", rgb.size, "white")
    faded = rgb.copy()
    faded.putalpha(Image.linear_gradient("L").resize(rgb.size))
    on_white = Image.alpha_composite(white, faded).convert("RGB")
    gray = rgb.convert("L")
    gray_faded = gray.copy()
    gray_faded.putalpha(Image.linear_gradient("L").resize(rgb.size))
    gray_on_white = Image.alpha_composite(white, gray_faded.convert("RGBA"))
    palette = rgb.quantize(64)
    clear = palette.copy()
    clear.info["transparency"] = palette.getpixel((0, 0))
    bits = gray.point(lambda value: 255 * (value > 100)).convert("1")
    darker = rgb.point(lambda value: round(255 * (value / 255) ** (2.2 / 1.5)))  # what gamma 1.5 stores for it
    size = points(rgb)
    return [Made("rgb.png", saved(rgb, "PNG"), rgb, size),
            Made("gray.png", saved(gray, "PNG"), gray.convert("RGB"), size),
            Made("gray16.png", saved(gray.convert("I").point(lambda value: value * 257).convert("I;16"), "PNG"),
                 gray.convert("RGB"), size),
            Made("bits.png", saved(bits, "PNG"), bits.convert("RGB"), size),
            Made("palette.png", saved(palette, "PNG"), palette.convert("RGB"), size),
            Made("clear.png", saved(clear, "PNG"),
                 Image.alpha_composite(white, clear.convert("RGBA")).convert("RGB"), size),
            Made("faded.png", saved(faded, "PNG"), on_white, size),
            Made("gray-faded.png", saved(gray_faded, "PNG"), gray_on_white.convert("RGB"), size),
            Made("deep.png", written_png(faded, depth=16), on_white, size),
            Made("woven.png", written_png(rgb, woven=True), rgb, size),
            Made("deep-woven.png", written_png(faded, depth=16, woven=True), on_white, size),
            Made("gamma.png", with_chunk(saved(darker, "PNG"), b"gAMA", struct.pack(">I", 66667)), rgb, size),
            Made("srgb.png", with_chunk(saved(rgb, "PNG"), b"sRGB", b"\0"), rgb, size),
            Made("fine.png", saved(rgb, "PNG", dpi=(192, 96)), rgb, (size[0] / 2, size[1]))]


def profiled():
    rgb, size = pattern(), points(pattern())
    gray = rgb.convert("L")
    swapped = swapped_profile()
    version_4 = swapped_profile(version=0x04200000)
    left_out = "is left out"
    return [Made("swapped.png", saved(rgb, "PNG", icc_profile=swapped), by_profile(rgb, swapped), size),
            Made("swapped.jpg", jpeg(rgb, icc_profile=swapped), by_profile(rgb, swapped), size),
            Made("version4.jpg", jpeg(rgb, icc_profile=version_4), by_profile(rgb, version_4), size),
            Made("large-profile.jpg", jpeg(rgb, icc_profile=swapped_with_padding()),
                 by_profile(rgb, swapped), size),
            Made("gray-profile.png", saved(gray, "PNG", icc_profile=gray_profile()), by_profile(gray, gray_profile()),
                 size),
            Made("gray-profile.jpg", jpeg(gray, icc_profile=gray_profile()),
                 by_profile(gray, gray_profile()), size),
            Made("wrong-profile.jpg", jpeg(rgb, icc_profile=gray_profile()), rgb, size, left_out),
            Made("bad-profile.jpg", jpeg(rgb, icc_profile=b"no profile" * 20), rgb, size, left_out),
            Made("version5.jpg", jpeg(rgb, icc_profile=swapped_profile(version=0x05000000)), rgb,
                 size, left_out)]


def swapped_with_padding():
    """A profile so long that it takes two segments of a JPEG."""
    padding = b"data" + b"\0" * 8 + bytes(range(256)) * 300
    red, green, blue = (0.4361, 0.2225, 0.0139), (0.3851, 0.7169, 0.0971), (0.1431, 0.0606, 0.7141)
    tags = texts() + WHITE + [(b"rXYZ", xyz(*blue)), (b"gXYZ", xyz(*green)), (b"bXYZ", xyz(*red)), (b"priv", padding)]
    return profile(b"RGB ", tags + [(name, CURVE) for name in (b"rTRC", b"gTRC", b"bTRC")])


def jpegs():
    rgb, size = pattern(), points(pattern())
    gray = rgb.convert("L")
    cmyk = Image.merge("CMYK", [*(channel.point(lambda value: 255 - value) for channel in rgb.split()),
                                gray.point(lambda value: (255 - value) // 4)])
    made = [Made("rgb.jpg", jpeg(rgb), rgb, size),
            Made("progressive.jpg", jpeg(rgb, progressive=True), rgb, size),
            Made("plain-rgb.jpg", jpeg(rgb, keep_rgb=True), rgb, size),
            Made("gray.jpg", jpeg(gray), gray.convert("RGB"), size),
            Made("fine.jpg", jpeg(rgb, dpi=(192, 192)), rgb, (size[0] / 2, size[1] / 2)),
            Made("cmyk.jpg", jpeg(cmyk), cmyk.convert("RGB"), size),
            Made("cmyk-progressive.jpg", jpeg(cmyk, progressive=True), cmyk.convert("RGB"), size),
            Made("cmyk-profile.jpg", jpeg(cmyk, icc_profile=cmyk_profile()),
                 by_profile(cmyk, cmyk_profile()), size)]
    for orientation in range(1, 9):
        exif = Image.Exif()
        exif[0x0112] = orientation
        content = jpeg(rgb, exif=exif.tobytes())
        upright = ImageOps.exif_transpose(Image.open(io.BytesIO(content))).convert("RGB")
        made.append(Made(f"exif-{orientation}.jpg", content, upright, points(upright)))
    return made


def all_images():
    return pngs() + profiled() + jpegs()
