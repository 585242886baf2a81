"""Makes ui/public/fonts from the package @fontsource/be-vietnam-pro.

Two kinds of face come out, both under the OFL (public/fonts/OFL.txt):

- be-vietnam-pro-WEIGHT.woff2: the letters Vietnamese and English need, in one file per weight. The
  package cuts the family into "latin" and "vietnamese"; every Vietnamese sentence needs both, so they
  are joined here, cut to the characters below and stripped of hinting: half the bytes, half the requests.
- be-vietnam-pro-figures-WEIGHT.woff2: the ten digits and the signs on one advance width. The family
  has no 'tnum' feature, so font-variant-numeric has no effect on it and columns would not line up.

Usage:  npm pack @fontsource/be-vietnam-pro && tar xzf fontsource-be-vietnam-pro-*.tgz
        python3 scripts/make_fonts.py package/files public/fonts      (python3-fonttools, python3-brotli)
"""
import sys
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

WEIGHTS = (400, 500, 600)

LETTERS = (
    list(range(0x20, 0x7F))
    + [ord(c) for c in "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư"]
    + list(range(0x1EA0, 0x1EFA))
    + [0xA0, 0x202F, 0x2007, 0x2009]                      # spaces that do not break, or are narrow
    + [ord(c) for c in "–—‘’“”…·•°§²³×÷±≤≥≠−₫€«»©"]
)
DIGITS = [ord(c) for c in "0123456789"]
ONE_WIDTH = DIGITS + [ord("+"), 0x2212, 0x2007]           # signs and the figure space share the digits' width


def cut(font: TTFont, characters, features) -> None:
    options = Options()
    options.layout_features = features
    options.hinting = False
    options.name_IDs = [0, 1, 2, 4, 6, 13, 14]            # the licence stays in the file
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)


def spaces(font: TTFont) -> None:
    """The family has no narrow spaces; without them "104,9 %" would borrow one from another font."""
    em = font["head"].unitsPerEm
    for code, width in ((0x202F, em // 6), (0x2009, em // 6)):
        name = f"uni{code:04X}"
        font["glyf"][name] = TTGlyphPen(None).glyph()
        font["hmtx"][name] = (width, 0)
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[code] = name
    font.setGlyphOrder(font["glyf"].glyphOrder)
    font["maxp"].numGlyphs = len(font.getGlyphOrder())


def letters(source: Path, weight: int, out: Path) -> None:
    parts = []
    with tempfile.TemporaryDirectory() as folder:
        for part in ("latin", "vietnamese"):
            font = TTFont(source / f"be-vietnam-pro-{part}-{weight}-normal.woff2")
            font.flavor = None
            have = set(font.getBestCmap())
            # A character both parts hold is taken from the first: merging would keep both glyphs.
            taken = set().union(*(p[1] for p in parts)) if parts else set()
            wanted = [c for c in LETTERS if c in have and c not in taken]
            cut(font, wanted, ["kern", "mark", "mkmk", "ccmp", "locl"])
            path = Path(folder) / f"{part}.ttf"
            font.save(path)
            parts.append((path, set(wanted)))
        merged = Merger().merge([str(path) for path, _ in parts])
        spaces(merged)
        missing = [hex(c) for c in LETTERS if c not in merged.getBestCmap()]
        merged.flavor = "woff2"
        merged.save(out)
    print(out.name, out.stat().st_size, "bytes; not in the family:", " ".join(missing) or "-")


def figures(source: Path, weight: int, out: Path) -> None:
    font = TTFont(source / f"be-vietnam-pro-latin-{weight}-normal.woff2")
    keep = [c for c in ONE_WIDTH if c in font.getBestCmap()]
    cut(font, keep, [])
    for table in ("GPOS", "GSUB", "GDEF"):
        if table in font:
            del font[table]
    glyf, hmtx, cmap = font["glyf"], font["hmtx"], font.getBestCmap()
    widths = sorted(hmtx[cmap[c]][0] for c in DIGITS)
    width = widths[len(widths) // 2]                      # the median: open enough for 8, no gap around 1
    glyphs = font.getGlyphSet()
    for c in keep:
        name = cmap[c]
        shift = round((width - hmtx[name][0]) / 2)
        pen = TTGlyphPen(None)
        glyphs[name].draw(TransformPen(pen, (1, 0, 0, 1, shift, 0)))
        glyph = pen.glyph()
        glyph.recalcBounds(glyf)
        glyf[name] = glyph
        hmtx[name] = (width, getattr(glyph, "xMin", 0))
    for record in list(font["name"].names):
        if record.nameID in (1, 4, 6):
            name = "BeVietnamPro-Figures" if record.nameID == 6 else "Be Vietnam Pro Figures"
            font["name"].setName(name, record.nameID, record.platformID, record.platEncID, record.langID)
    font.flavor = "woff2"
    font.save(out)
    print(out.name, out.stat().st_size, "bytes; digits", widths[0], "to", widths[-1], "wide, now", width)


def main() -> None:
    source, out = Path(sys.argv[1]), Path(sys.argv[2])
    for weight in WEIGHTS:
        letters(source, weight, out / f"be-vietnam-pro-{weight}.woff2")
        figures(source, weight, out / f"be-vietnam-pro-figures-{weight}.woff2")


main()
