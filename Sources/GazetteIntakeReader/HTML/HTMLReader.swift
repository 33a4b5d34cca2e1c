import GazetteIntake
import GazetteModel
import GazetteText

/// Reads saved pages: the text of the article, not of the site around it.
enum HTMLReader {
  /// So many lines at the beginning are searched for the title and the number of the document.
  private static let headReach = 30
  private static let longestHeading = 120

  /// - Parameter charset: What the page was sent with, where that is known.
  static func read(_ bytes: [UInt8], charset: String? = nil) throws(ReadingFailure) -> PrintedText {
    guard let page = PageEncoding.decoded(bytes, header: charset) else {
      throw ReadingFailure(.unknownFormat)
    }
    let tree = try MarkupTree(page: page.text)
    var builder = PrintedTextBuilder()
    if page.isDoubtful { builder.find(.guessedEncoding, page.encoding.name) }
    write(tree, to: &builder)
    return try builder.printed(Provenance(format: .html, encoding: page.encoding.name))
  }

  /// Writes the article of a page.
  private static func write(_ tree: MarkupTree, to builder: inout PrintedTextBuilder) {
    let finder = ArticleFinder(tree)
    guard let article = finder.article else { return }
    let metadata = PageMetadata(tree)
    let isSkipped = { (index: Int) in
      finder.isLeftOut[index] || (metadata.boxes.contains(index) && index != article)
    }
    let tables = PageTable(tree: tree, isSkipped: isSkipped)
    let lines = PageLines.lines(
      of: article, in: tree, isSkipped: isSkipped, isTable: tables.isTable)
    var texts = lines.compactMap { line in
      if case .text(let text, _) = line { text } else { nil }
    }
    let hasTitle = texts.first.map(isTitle) ?? false
    // The title may stand on the page, above the element of the article.
    let title = hasTitle || metadata.namesDocument ? nil : finder.title(above: article)
    if let title {
      builder.add("# " + title)
      texts.append(title)
    }
    addHead(
      metadata, unless: texts.prefix(headReach).joined(), hasTitle: hasTitle || title != nil,
      to: &builder)
    add(lines, tables, to: &builder)
    addFoot(metadata, unless: texts.suffix(headReach).joined(), to: &builder)
    countLeftOut(tree, article: article, kept: Set(texts), in: &builder)
  }

  /// Adds a chapter of a book: all of the page.
  static func addChapter(
    _ bytes: [UInt8], to builder: inout PrintedTextBuilder
  ) throws(ReadingFailure) {
    guard let page = PageEncoding.decoded(bytes) else { throw ReadingFailure(.damaged) }
    let tree = try MarkupTree(page: page.text)
    guard let body = tree.descendants("body", of: -1).first else { return }
    let isSkipped = { (index: Int) in PageElements.silent.contains(tree[index].name) }
    let tables = PageTable(tree: tree, isSkipped: isSkipped)
    add(
      PageLines.lines(of: body, in: tree, isSkipped: isSkipped, isTable: tables.isTable), tables,
      to: &builder)
  }

  private static func add(
    _ lines: [PageLines.Line], _ tables: PageTable, to builder: inout PrintedTextBuilder
  ) {
    for line in lines {
      switch line {
      case .text(let text, let heading):
        let isHeading = heading != nil && text.count <= longestHeading
        let marks = isHeading ? String(repeating: "#", count: heading ?? 1) + " " : ""
        builder.add(marks + text)
      case .table(let index):
        let grid = tables.grid(of: index)
        builder.add(grid.rows, headRows: grid.headRows)
        if grid.isCut { builder.find(.partNotRead, grid.rows.first?.first ?? "") }
      case .picture(let name):
        builder.add("〔图〕")
        builder.find(.picture, name.isEmpty ? "〔图〕" : name)
      }
    }
  }

  /// What stands above an article, where its text begins without it.
  private static func addHead(
    _ metadata: PageMetadata, unless text: String, hasTitle: Bool,
    to builder: inout PrintedTextBuilder
  ) {
    let text = plain(text)
    if let title = metadata.title, !hasTitle, !text.contains(plain(title)) {
      builder.add("# " + title)
      builder.find(.takenFromMetadata, title)
    }
    if let number = metadata.documentNumber, number.contains("号"), !text.contains(plain(number)) {
      builder.add(number)
      builder.find(.takenFromMetadata, number)
    }
  }

  /// Whether an article begins with its title: not with a sentence, addressees, a number.
  private static func isTitle(_ line: String) -> Bool {
    guard let last = line.last, line.count <= longestHeading else { return false }
    if "。；：:;".contains(last) || line.hasSuffix("号") { return false }
    return !line.hasPrefix("一、") && !line.hasPrefix("（一）") && !line.hasPrefix("第一")
  }

  /// Who issued it and when, where its text ends without that.
  private static func addFoot(
    _ metadata: PageMetadata, unless text: String, to builder: inout PrintedTextBuilder
  ) {
    let text = plain(text)
    guard let date = metadata.date, let issuer = metadata.issuer, !text.contains(plain(issuer)),
      !text.contains(plain(date))
    else { return }
    for line in [issuer, date] {
      builder.add(line)
      builder.find(.takenFromMetadata, line)
    }
  }

  /// Names how many lines of the page were left out.
  private static func countLeftOut(
    _ tree: MarkupTree, article: Int, kept: Set<String>, in builder: inout PrintedTextBuilder
  ) {
    guard let root = tree.children(of: -1).first(where: { !tree[$0].isText }) else { return }
    let all = PageLines.lines(
      of: root, in: tree, isSkipped: { PageElements.silent.contains(tree[$0].name) },
      isTable: { _ in false })
    var leftOut: [String] = []
    // Of a table's lines the cells are kept, as parts of other lines.
    let cells = Set(
      tree.descendants("table", of: article).flatMap { table in
        tree.nodes[table..<tree[table].end].filter(\.isText)
          .map { PrintedTextBuilder.tidied($0.text) }
      })
    for case .text(let text, _) in all where !kept.contains(text) && !cells.contains(text) {
      leftOut.append(text)
    }
    guard !leftOut.isEmpty else { return }
    builder.find(.linesLeftOut, leftOut.joined(separator: " "), count: leftOut.count, line: 1)
  }

  /// Letters and digits alone, for comparing what two places say.
  private static func plain(_ text: String) -> String {
    String(text.filter { $0.isLetter || $0.isNumber })
  }
}
