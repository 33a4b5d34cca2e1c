"""Makes files of many formats from the text of an issue, by real programs. What is not installed makes None.

Needs weasyprint and easyofd (PyPI), poppler-utils, fonts-wqy-zenhei, LibreOffice and Chromium."""
import html
import pathlib
import re
import shutil
import subprocess
import sys

import mhtml_page

FONT = "WenQuanYi Zen Hei"


def styled(source):
    """The text as a page: paragraphs and headings, subscripts and all."""
    parts = []
    for line in source.read_text(encoding="utf-8").splitlines():
        line = line.strip()
        if not line:
            continue
        heading = re.match(r"#+\s*(.*)", line)
        text = html.escape(heading[1] if heading else line)
        text = re.sub(r"&lt;(/?su[bp])&gt;", r"<\1>", text)
        text = re.sub(r"\*\*(.*?)\*\*", r"\1", text)
        parts.append(f"<h3>{text}</h3>" if heading else f"<p>{text}</p>")
    return "\n".join(parts)


def page(source, target):
    target.write_text(f"<meta charset=utf-8><article>{styled(source)}</article>", encoding="utf-8")
    return target


def pdf(source, target, columns, copies=1):
    """Sets the text as a gazette prints it, with running heads and page numbers."""
    try:
        import weasyprint
    except ImportError:
        return None
    style = f"""@page {{ size: A4; margin: 2cm;
      @top-center {{ content: "吉林省人民政府公报 2021·11"; font-family: "{FONT}" }}
      @bottom-center {{ content: "—" counter(page) "—" }} }}
    body {{ font-family: "{FONT}"; font-size: 10.5pt; column-count: {columns}; column-gap: 8mm;
      text-align: justify }}
    p {{ text-indent: 2em; margin: 0 }} h3 {{ text-align: center; font-size: 12pt }}
    sub, sup {{ font-size: 60%; line-height: 1 }}"""
    body = "\n".join([styled(source)] * copies)
    weasyprint.HTML(string=f"<meta charset=utf-8><style>{style}</style>{body}").write_pdf(target)
    return target


def by_chromium(page_path, target):
    """A page printed as PDF or saved as MHTML."""
    if target.suffix == ".mhtml":
        return mhtml_page.save(page_path, target)
    browser = shutil.which("chromium-headless-shell") or shutil.which("chromium")
    if not browser:
        return None
    subprocess.run(
        [browser, "--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={target}", page_path.resolve().as_uri()],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return target


def by_libreoffice(source, folder, kind, filter_name=None):
    office = shutil.which("soffice")
    if not office:
        return None
    page_path = folder / "issue.html"
    page_path.write_text(f"<meta charset=utf-8><body>{styled(source)}", encoding="utf-8")
    wanted = f"{kind}:{filter_name}" if filter_name else kind
    subprocess.run(
        [office, "--headless", f"-env:UserInstallation=file://{folder}/profile", "--writer",
         "--convert-to", wanted, "--outdir", folder, page_path],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    made = folder / f"issue.{kind}"
    return made if made.exists() else None


def ofd(pdf_path, target):
    """By easyofd, which works in the current folder and talks."""
    if not pdf_path:
        return None
    code = "import sys, easyofd; open(sys.argv[2], 'wb').write(" \
        "easyofd.OFD().pdf2ofd(open(sys.argv[1], 'rb').read(), optional_text=True))"
    run = subprocess.run(
        [sys.executable, "-c", code, pdf_path, target], cwd=target.parent, capture_output=True)
    return target if run.returncode == 0 else None


def encoded(source, target, encoding):
    target.write_bytes(source.read_text(encoding="utf-8").encode(encoding))
    return target


def with_characters_of(source, target, encoding):
    """The text without the characters that an encoding lacks."""
    text = source.read_text(encoding="utf-8")
    target.write_text(text.encode(encoding, errors="ignore").decode(encoding), encoding="utf-8")
    return target


def scan(pdf_path, target, resolution=200):
    """The pages of a PDF as pictures of so many dots to the inch, in one PDF."""
    from PIL import Image

    stem = target.with_suffix("")
    subprocess.run(["pdftoppm", "-r", str(resolution), "-gray", "-png", pdf_path, stem], check=True)
    paths = sorted(pathlib.Path(target.parent).glob(f"{stem.name}-*.png"))
    images = [Image.open(path) for path in paths]
    images[0].save(target, save_all=True, append_images=images[1:], resolution=resolution)
    return target
