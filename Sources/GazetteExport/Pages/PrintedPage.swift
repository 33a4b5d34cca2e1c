import GazetteReview
import GazetteText

/// A page of HTML for reading and for print: A4, numbered pages, no script, and a content policy
/// that allows its own style by its hash and nothing besides.
struct PrintedPage {
  let language: Language
  let title: String
  /// What stands below the title, each a line; not escaped yet.
  var subtitles: [String] = []
  /// What stands in `body` behind the header, as HTML.
  var content = ""

  /// The page.
  var text: String {
    let title = HTMLExport.escaped(title)
    let lines = subtitles.map { "<p>\(HTMLExport.escaped($0))</p>\n" }.joined()
    let hash = Base64.text(SHA256.hash(Self.style.utf8))
    return """
      <!DOCTYPE html>
      <html lang="\(language.tag)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
      style-src 'sha256-\(hash)'; base-uri 'none'; form-action 'none'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title>
      <style>\(Self.style)</style>
      </head>
      <body>
      <header>
      <h1>\(title)</h1>
      \(lines)</header>
      \(content)</body>
      </html>

      """
  }

  /// Widths and colours hold on paper too; a row of a table is not divided between two pages.
  private static let style = """
    *{box-sizing:border-box}
    body{margin:0 auto;max-width:64rem;padding:1.5rem;color:#1c1c1c;background:#fff;\
    font:16px/1.7 "Noto Serif CJK SC","Source Han Serif SC","Songti SC",SimSun,serif}
    h1,h2,h3,h4,h5,h6,th,.place,.date{font-family:"Noto Sans CJK SC","Source Han Sans SC",\
    "PingFang SC","Microsoft YaHei","WenQuanYi Zen Hei",sans-serif}
    h1{font-size:1.5rem;margin:0 0 .5rem}
    header p{margin:0;color:#555}
    h2{font-size:1.2rem;margin:2rem 0 .5rem;border-bottom:2px solid #1c1c1c}
    h3{font-size:1.05rem;margin:1.5rem 0 .25rem}
    h4,h5,h6{font-size:1rem;margin:1rem 0 .25rem}
    p{margin:0 0 .4rem;overflow-wrap:anywhere}
    table{width:100%;border-collapse:collapse;margin:1rem 0;font-size:.9rem;line-height:1.5}
    caption{text-align:left;font-weight:bold}
    th,td{border:1px solid #b8b8b2;padding:.3rem .45rem;text-align:left;vertical-align:top;\
    overflow-wrap:anywhere}
    th{background:#eeeeea}
    .place{color:#555;font-size:.85em}
    .date,.number{white-space:nowrap;font-variant-numeric:tabular-nums}
    .signature{text-align:right}
    .open{font-weight:bold}.disputed{font-weight:bold;color:#9c2f2f}
    blockquote{margin:.25rem 0 .5rem 1rem;padding-left:.75rem;border-left:3px solid #d0d0ca}
    @page{size:A4;margin:18mm 16mm 20mm;@bottom-center{content:counter(page) " / " counter(pages);\
    font-size:9pt;color:#666}}
    @media print{body{max-width:none;padding:0;font-size:10.5pt;line-height:1.55}
    thead{display:table-header-group}tr{break-inside:avoid}
    h1,h2,h3,h4,h5,h6{break-after:avoid}p{orphans:2;widows:2}
    th{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
    """
}
