"""fuzz_seeds TARGET FOLDER: writes small files from which the fuzzer begins, for a target of the intake."""
import json
import pathlib
import struct
import sys

WORDS = """<doc><page width="595" height="842"><flow><block xMin="60" yMin="90" xMax="300" yMax="140">
<line xMin="60" yMin="90" xMax="300" yMax="102"><word xMin="60" yMin="90" xMax="120" yMax="102">一、总则</word>
<word xMin="130" yMin="90" xMax="300" yMax="102">（省厅牵头）&amp;</word></line>
<line xMin="60" yMin="110" xMax="300" yMax="122"><word xMin="60" yMin="110" xMax="300" yMax="122">1.推进。</word></line>
</block></flow></page><page width="595" height="842"></page></doc>"""
HTML = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>通知</title><meta name="ArticleTitle" content="某通知">
<style>a{}</style></head><body><div class="nav"><a href="/">首页</a></div><div id="content"><h1>某市关于管理的通知</h1>
<p>各区：</p><p>一、总则&nbsp;&#8226;<br>（市局负责）</p><table><tr><td rowspan="2">甲</td><th colspan="2">乙</th></tr>
<tr><td>丙<p>丁</p></td><td>/</td></tr></table><ol start="3" type="a"><li>一<li>二</ol><sup>2</sup>
<img src="a.png" alt="图"><span style="display:none">隐</span></div></body></html>"""
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
WORD = "\x01".join([
    f"""<w:document {W}><w:body><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>
<w:r><w:t>总则</w:t><w:tab/><w:br/></w:r><w:ins><w:r><w:t>入</w:t></w:r></w:ins><w:del><w:r><w:delText>去</w:delText></w:r></w:del>
<w:r><w:footnoteReference w:id="1"/></w:r></w:p><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>
</w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p/></w:tc>
</w:tr></w:tbl></w:body></w:document>""",
    f"""<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt
w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/>
</w:num></w:numbering>""",
    f"""<w:styles {W}><w:style w:styleId="a"><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>""",
    f"""<w:footnotes {W}><w:footnote w:id="1"><w:p><w:r><w:t>注</w:t></w:r></w:p></w:footnote></w:footnotes>"""])
OPENDOCUMENT = "\x01".join([
    """<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:style="s"><office:automatic-styles>
<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-suffix="、" style:num-format="一, 二, 三, ..."/>
</text:list-style></office:automatic-styles><office:body><office:text><text:h text:outline-level="1">总则</text:h><text:list
text:style-name="L1"><text:list-item text:start-value="3"><text:p>甲<text:s text:c="3"/><text:line-break/></text:p></text:list-item>
</text:list><table:table><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-spanned="2"
table:number-rows-spanned="2"><text:p>甲</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table>
<text:p>乙<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>注</text:p></text:note-body></text:note></text:p>
</office:text></office:body></office:document-content>""",
    "application/vnd.oasis.opendocument.text", "<office:document-styles/>"])
OFD = "\x01".join([
    "<ofd:OFD xmlns:ofd='o'><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
    """<ofd:Document xmlns:ofd="o"><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData>
<ofd:Pages><ofd:Page ID="1" BaseLoc="Page.xml"/></ofd:Pages></ofd:Document>""",
    """<ofd:Page xmlns:ofd="o"><ofd:Content><ofd:Layer><ofd:TextObject Boundary="20 20 60 5" Size="4" CTM="1 0 0 1 0 0"><ofd:TextCode X="0" Y="4"
DeltaX="g 3 4">一、总则</ofd:TextCode></ofd:TextObject></ofd:Layer></ofd:Content></ofd:Page>"""])
BOOK = "\x01".join([
    '<container><rootfiles><rootfile full-path="c.opf"/></rootfiles></container>',
    '<package><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>', HTML])
TABLE = "\n".join([
    "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext",
    "1\t1\t0\t0\t0\t0\t0\t0\t2067\t2924\t-1\t", "5\t1\t1\t1\t1\t1\t200\t300\t160\t40\t96.1\t一、",
    "5\t1\t1\t1\t1\t2\t380\t300\t320\t40\t41.5\t总则5 ，", "5\t1\t1\t1\t2\t1\t200\t360\t900\t40\t90\t（省厅牵头）"])
DRAWING = """<svg><path d="M 50 90 L 560 90 M 50 130 L 560 130 M 50 170 L 560 170 " transform="matrix(1,0,0,1,0,0)" stroke="x"/>
<path d="M 50 90 L 50 170 M 250 90 L 250 170 M 450 90 L 450 170 M 560 90 L 560 170 "/><rect x="50" y="90" width="1" height="80"/></svg>"""
MHTML = (
    "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"b-\"\r\n\r\n"
    "--b-\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><body><p>=E4=B8=80="
    "\r\n=E3=80=81</p></body></html>\r\n--b-\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nPGh0bWw+\r\n--b---\r\n")
RECORD = json.dumps({"data": [{"title": "某市通知", "content": "<p>一、总则</p>", "docNumber": "某政〔2021〕1号"}]}, ensure_ascii=False)
TEXT = "某市人民政府关于加强管理的通知\n\n一、总则\n（市局负责）\n"


def answer():
    """An answer with records of every kind."""
    def number(value):
        return struct.pack("<q", value)

    def text(value):
        return number(len(value.encode())) + value.encode()

    def record(letter, content):
        return letter + number(len(content)) + content

    lines = "标题\n| 一 | 二 |\n".encode()
    origins = number(2) + (number(1) + number(2) + number(0)) * 2
    table = number(2) * 2 + number(0) + text("") + number(1) + number(1) + number(2) + text("一") + text("二")
    finding = text("linesLeftOut") + number(1) * 2 + text("首页") + number(4)
    return b"GAZETTE-INTAKE 2\n" + record(b"P", text("html") + text("UTF-8") + number(3)) + record(b"L", lines) \
        + record(b"O", origins) + record(b"T", table) + record(b"F", finding) + record(b"Z", b"")


SEEDS = {
    "answer": [answer()], "words": [WORDS], "recognised": [TABLE], "drawing": [DRAWING], "html": [HTML], "mhtml": [MHTML],
    "json": [RECORD], "text": [TEXT.encode(name) for name in ("gb18030", "utf-16", "utf-16-be", "utf-8")], "word": [WORD],
    "opendocument": [OPENDOCUMENT], "ofd": [OFD], "book": [BOOK],
}

target, folder = sys.argv[1:]
for place, seed in enumerate(SEEDS[target]):
    pathlib.Path(folder, f"seed-{place}").write_bytes(seed if isinstance(seed, bytes) else seed.encode())
