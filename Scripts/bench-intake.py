#!/usr/bin/env python3
"""bench-intake.py GAZETTE [--runs N] [--update]: how long opening the shipped issue takes in each format, read anew and
from the cache, beside its text; and a PDF of a hundred pages beside a text of the same words.

Measured is `gazette outline` from its start to its end; figures are medians in milliseconds. Formats whose program is
not installed (see made_files.py) are left out. With --update the table in Documentation/Intake.md is written anew."""
import argparse
import pathlib
import re
import shutil
import statistics
import subprocess
import tempfile
import time

import made_files

ROOT = pathlib.Path(__file__).resolve().parent.parent
TEXT = ROOT / "Content/jilin-2021-11/issue.md"
# So many copies of the issue fill a hundred pages of two columns.
COPIES = 6


def opened(gazette, path, cache):
    start = time.perf_counter()
    subprocess.run(
        [gazette, "outline", "--issue", path], check=True, stdout=subprocess.DEVNULL,
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "XDG_CACHE_HOME": str(cache)})
    return (time.perf_counter() - start) * 1000


def times(gazette, path, runs, folder):
    """The milliseconds of opening without the cache and with it."""
    cache = folder / "cache"
    cold = []
    for _ in range(max(3, runs // 3)):
        shutil.rmtree(cache, ignore_errors=True)
        cold.append(opened(gazette, path, cache))
    return statistics.median(cold), statistics.median(opened(gazette, path, cache) for _ in range(runs))


def files(folder):
    two = made_files.pdf(TEXT, folder / "two.pdf", 2)
    page = made_files.page(TEXT, folder / "page.html")
    long_text = folder / "long.md"
    long_text.write_text("\n\n".join([TEXT.read_text(encoding="utf-8")] * COPIES), encoding="utf-8")
    return [
        ("text", TEXT),
        ("GB18030", made_files.encoded(TEXT, folder / "gb.md", "gb18030")),
        ("HTML", page),
        ("MHTML", made_files.by_chromium(page, folder / "page.mhtml")),
        ("DOCX", made_files.by_libreoffice(TEXT, folder, "docx", "MS Word 2007 XML")),
        ("ODT", made_files.by_libreoffice(TEXT, folder, "odt")),
        ("EPUB", made_files.by_libreoffice(TEXT, folder, "epub")),
        ("OFD", made_files.ofd(two, folder / "issue.ofd")),
        ("PDF", two),
        ("DOC", made_files.by_libreoffice(TEXT, folder, "doc", "MS Word 97")),
        (f"text, {COPIES} times", long_text),
        ("PDF of a hundred pages", made_files.pdf(TEXT, folder / "long.pdf", 2, copies=COPIES)),
    ]


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("gazette")
    parser.add_argument("--runs", type=int, default=21)
    parser.add_argument("--update", action="store_true")
    options = parser.parse_args()
    rows = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for label, path in files(folder):
            if path:
                cold, warm = times(options.gazette, path, options.runs, folder)
                rows.append((label, f"{cold:.0f}", f"{warm:.1f}"))
    print(f'\n{"opened, ms":34}{"anew":>10}{"cached":>10}')
    for label, cold, warm in rows:
        print(f"{label:34}{cold:>10}{warm:>10}")
    if options.update:
        table = "\n".join(
            ["| file | anew, ms | from the cache, ms |", "| --- | --- | --- |"]
            + ["| " + " | ".join(row) + " |" for row in rows])
        page = ROOT / "Documentation/Intake.md"
        text = page.read_text(encoding="utf-8")
        text = re.sub(
            r"(<!-- opened -->\n).*?(<!-- /opened -->)", lambda match: match[1] + table + "\n" + match[2], text, flags=re.S)
        page.write_text(text, encoding="utf-8")


main()
