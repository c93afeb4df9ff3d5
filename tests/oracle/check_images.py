"""Images of every kind on pages: check_images.py BICHIG FONT_FOLDER VERAPDF_FOLDER FOLDER.

The document with them is PDF/A-2u and PDF/UA-1; each image stands in the size that its file states, never larger than
the type area; poppler shows the pixels that Pillow shows, turned upright by Exif and in the colours of the profile.
"""
import json
import pathlib

import pypdfium2
import pypdfium2.raw as raw
from PIL import Image, ImageChops, ImageStat

import check_verapdf
import common
import made_images

RESOLUTION = 192
MOST = 6.5  # mean difference of a channel; gamma 2.2 for sRGB and resampling take up to 6, wrong colours 20 and more


def shown_boxes(path):
    """The boxes (page, left, top, right, bottom) of the images of a PDF in the order of drawing, in points."""
    boxes = []
    document = pypdfium2.PdfDocument(path)
    for number, page in enumerate(document):
        for item in page.get_objects([raw.FPDF_PAGEOBJ_IMAGE]):
            left, bottom, right, top = item.get_bounds()
            boxes.append((number, left, page.get_height() - top, right, page.get_height() - bottom))
    return boxes


def pages_by_poppler(path, folder):
    common.output(["pdftoppm", "-r", str(RESOLUTION), "-png", path, folder / "images-page"])
    pages = sorted(folder.glob("images-page-*.png"), key=lambda page: int(page.stem.rsplit("-", 1)[1]))
    return [Image.open(page).convert("RGB") for page in pages]


def picture_faults(made, box, pages):
    number, left, top, right, bottom = box
    faults = []
    size = (right - left, bottom - top)
    if any(abs(have - want) > 0.05 for have, want in zip(size, made.size)):
        faults.append(f"{made.name}: is {size[0]:.2f} × {size[1]:.2f} pt, not {made.size[0]:.2f} × {made.size[1]:.2f}")
    scale = RESOLUTION / 72
    part = pages[number].crop([round(value * scale) for value in (left, top, right, bottom)])
    # Few pixels: what is at the edges of areas depends on how a reader resamples.
    few = (12, 8) if made.shown.width >= made.shown.height else (8, 12)
    have, want = part.resize(few, Image.Resampling.BOX), made.shown.resize(few, Image.Resampling.BOX)
    difference = max(ImageStat.Stat(ImageChops.difference(have, want)).mean)
    if difference > MOST:
        faults.append(f"{made.name}: pixels differ from Pillow's by {difference:.1f} of 255 on the mean")
    return faults


def faults_of(arguments):
    program, fonts, verapdf, folder = map(pathlib.Path, arguments)
    folder = folder / "images"
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    images = made_images.all_images()
    for made in images:
        (folder / made.name).write_bytes(made.content)
    blocks = [{"type": "image", "file": made.name, "alternative_text": made.name} for made in images]
    source = folder / "images.json"
    source.write_text(json.dumps({"kind": "document", "title": "Images",
                                  "sections": [{"language": "en", "blocks": blocks}]}), encoding="utf-8")
    path = folder / "images.pdf"
    done = common.run([program, "typeset", source, "-o", path, "--font-dir", fonts])
    said = done.stderr.decode("utf-8")
    if done.returncode != 0:
        return [f"bichig ended with {done.returncode}: {said[:500]}"]
    faults = []
    for made in images:
        lines = [line for line in said.splitlines() if f"'{made.name}'" in line]
        if bool(lines) != bool(made.says) or not all(made.says in line for line in lines):
            faults.append(f"{made.name}: bichig says {lines}")
    boxes = shown_boxes(path)
    if len(boxes) != len(images):
        return faults + [f"{len(boxes)} images on the pages, not {len(images)}"]
    pages = pages_by_poppler(path, folder)
    for made, box in zip(images, boxes):
        faults += picture_faults(made, box, pages)
    return faults + check_verapdf.faults_of([verapdf, path])


if __name__ == "__main__":
    common.main("images", faults_of)
