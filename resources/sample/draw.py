"""Draws the two invented pictures of the sample: ``python resources/sample/draw.py``. Needs Pillow only.

Hills in mist over a river, and a lit reading room by the water at dusk; layers of noise, no photograph behind them.
"""

from __future__ import annotations

import math
import random
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter

FOLDER = Path(__file__).parent


def ridge(random_source: random.Random, width: int, base: float, height: float, rough: float) -> list[float]:
    """Return the y of a ridge for every x: a few waves of falling height and rising frequency."""
    waves = [(height / 2**n, rough * 2**n, random_source.uniform(0, 6.28)) for n in range(7)]
    return [base - sum(h * math.sin(f * x / width + p) for h, f, p in waves) for x in range(width)]


def vertical(size: tuple[int, int], top: int, bottom: int) -> Image.Image:
    """Return a grey gradient from top to bottom."""
    return Image.linear_gradient("L").point(lambda v: round(top + (bottom - top) * v / 255)).resize(size)


def grain(image: Image.Image, strength: int) -> Image.Image:
    """Return the image with the even grain of newsprint photographs."""
    random_source = random.Random(7)
    noise = Image.frombytes("L", image.size, random_source.randbytes(image.width * image.height))
    noise = noise.filter(ImageFilter.GaussianBlur(0.8)).point(lambda v: 128 + (v - 128) * strength // 40)
    return ImageChops.add(image, noise, scale=1, offset=-128)


def hills(width: int = 1400, height: int = 705) -> Image.Image:
    """Return hills in mist, a river bend in front and a small boat on it."""
    random_source = random.Random(3)
    image = vertical((width, height), 236, 205)
    ImageDraw.Draw(image).ellipse((width * 0.68, 70, width * 0.68 + 90, 160), fill=252)
    image = image.filter(ImageFilter.GaussianBlur(6))
    for layer in range(6):
        base = height * (0.38 + 0.075 * layer)
        line = ridge(random_source, width, base, height * (0.11 - 0.008 * layer), 3.1 + layer * 1.1)
        mask = Image.new("L", image.size, 0)
        ImageDraw.Draw(mask).polygon([*enumerate(line), (width, height), (0, height)], fill=255)
        tone = vertical(image.size, 178 - 24 * layer, 226 - 14 * layer)
        image.paste(tone, mask=mask.filter(ImageFilter.GaussianBlur(2.2 - 0.3 * layer)))
    return grain(_river(image), 5)


def _river(image: Image.Image) -> Image.Image:
    width, height = image.size
    mask = Image.new("L", image.size, 0)
    bank = [(x, height * 0.80 + 22 * math.sin(x / 170) + 8 * math.sin(x / 41)) for x in range(width)]
    ImageDraw.Draw(mask).polygon([*bank, (width, height), (0, height)], fill=255)
    water = vertical(image.size, 70, 222)
    draw = ImageDraw.Draw(water)
    random_source = random.Random(5)
    for _ in range(420):
        y = random_source.uniform(height * 0.8, height)
        x, long = random_source.uniform(0, width), random_source.uniform(20, 130)
        draw.line((x, y, x + long, y), fill=round(random_source.uniform(170, 246)), width=1)
    image.paste(water, mask=mask.filter(ImageFilter.GaussianBlur(1.5)))
    draw = ImageDraw.Draw(image)
    x, y = width * 0.30, height * 0.89
    draw.polygon([(x, y), (x + 120, y), (x + 98, y + 15), (x + 18, y + 15)], fill=28)
    draw.rectangle((x + 40, y - 20, x + 78, y), fill=44)
    draw.line((x + 100, y - 52, x + 100, y), fill=30, width=4)
    draw.ellipse((x + 93, y - 64, x + 107, y - 50), fill=30)
    return image


def reading_room(width: int = 1000, height: int = 765) -> Image.Image:
    """Return a low house with lit windows at dusk, its light on the water, readers behind the glass."""
    image = vertical((width, height), 70, 150)
    draw = ImageDraw.Draw(image)
    shore = round(height * 0.62)
    draw.polygon([*enumerate(ridge(random.Random(9), width, shore - 130, 60, 5)), (width, shore), (0, shore)], fill=62)
    draw.rectangle((0, shore, width, height), fill=58)
    draw.polygon(
        [(120, shore - 190), (width - 120, shore - 190), (width - 50, shore - 130), (50, shore - 130)], fill=26
    )
    draw.rectangle((100, shore - 130, width - 100, shore), fill=48)
    for column in range(5):
        _window(draw, 142 + column * 150, shore - 112, column)
    light = image.filter(ImageFilter.GaussianBlur(26))
    image = ImageChops.lighter(image, light)
    mirror = image.crop((0, shore - 190, width, shore)).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    mirror = mirror.resize((width, height - shore)).filter(ImageFilter.GaussianBlur(5)).point(lambda v: v * 3 // 4)
    image.paste(mirror, (0, shore))
    draw = ImageDraw.Draw(image)
    random_source = random.Random(4)
    for _ in range(160):
        x, y = random_source.uniform(0, width), random_source.uniform(shore + 6, height)
        draw.line((x, y, x + random_source.uniform(20, 90), y), fill=round(random_source.uniform(50, 110)))
    return grain(image, 5)


def _window(draw: ImageDraw.ImageDraw, x: int, y: int, number: int) -> None:
    draw.rectangle((x, y, x + 116, y + 92), fill=246)
    draw.line((x + 58, y, x + 58, y + 92), fill=120, width=3)
    for shelf in range(3):
        draw.line((x + 6, y + 14 + shelf * 9, x + 110, y + 14 + shelf * 9), fill=196, width=3)
    head = x + (32 if number % 2 else 84)
    draw.ellipse((head - 11, y + 44, head + 11, y + 66), fill=38)
    draw.pieslice((head - 24, y + 64, head + 24, y + 124), 180, 360, fill=38)
    draw.rectangle((x, y + 92, x + 116, y + 98), fill=48)


if __name__ == "__main__":
    hills().save(FOLDER / "river.jpg", quality=82, optimize=True)
    reading_room().save(FOLDER / "reading-room.jpg", quality=82, optimize=True)
