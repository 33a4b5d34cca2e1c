import GazetteText

/// Finds the parts of an issue: cover, contents, and the documents with their attachments.
struct IssueLayout {
  /// A contents entry with the draft of its document.
  struct Entry {
    let column: String?
    let title: String
    let page: Int?
    var document: Int?
    let lines: LineRange
  }

  private(set) var lines: [PrintedLine]
  private(set) var tables: [DraftTable]
  private(set) var shapes: [LineShape] = []
  var identity: IssueIdentity
  private(set) var drafts: [DraftNode] = []
  private(set) var roots: [Int] = []
  private(set) var entries: [Entry] = []
  private(set) var findings: [Finding] = []
  /// Where the documents begin.
  private var bodyStart = 0
  private var classifier = LineClassifier(gazetteKey: [])

  init(lines: [PrintedLine], tables: [DraftTable], fallbackID: String) {
    self.lines = lines
    self.tables = tables
    identity = IssueIdentity(id: fallbackID)
    readFront(fallbackID)
  }

  // MARK: Cover and contents

  private mutating func readFront(_ fallbackID: String) {
    let plain = LineClassifier(gazetteKey: [])
    let contentsStart = ContentsPage.start(in: lines)
    let coverEnd = contentsStart ?? CoverPage.length(in: lines)
    identity = CoverPage.identity(from: coverLines(upTo: coverEnd), fallbackID: fallbackID)
    classifier = LineClassifier(gazetteKey: [Unicode.Scalar](identity.title ?? "").titleKey)
    shapes = lines.enumerated().map { index, line in
      (index < coverEnd ? plain : classifier).shape(of: line)
    }
    if coverEnd > 0 {
      var cover = DraftNode(.cover)
      cover.title = identity.title
      cover.paragraphs = (0..<coverEnd).map {
        DraftParagraph(line: $0, start: 0, scalars: lines[$0].scalars)
      }
      addRoot(cover)
    }
    bodyStart = coverEnd
    if let contentsStart { readContents(contentsStart) }
  }

  /// Makes one table of those that a page cuts.
  private mutating func joinTables() {
    guard tables.count > 1 else { return }
    let joiner = TableJoiner(lines: lines, shapes: shapes, tables: tables)
    lines = joiner.lines
    shapes = joiner.shapes
    tables = joiner.tables
  }

  /// The lines that name the issue: those of the cover, or its running head.
  private func coverLines(upTo end: Int) -> [[Unicode.Scalar]] {
    let cover = lines[..<end].filter { $0.form != .furniture }
    if cover.isEmpty, let head = lines[..<end].first {
      return CoverPage.cover(fromRunningHead: head.scalars)
    }
    return cover.map(\.scalars)
  }

  private mutating func readContents(_ start: Int) {
    let page = ContentsPage(lines: lines, shapes: shapes, start: start)
    var contents = DraftNode(.contents)
    contents.title = lines[start].scalars.withoutSpaces.filter(\.isHan).string
    contents.otherLines = Array(start..<page.end)
    for entry in page.entries {
      entries.append(
        Entry(
          column: entry.column, title: entry.title, page: entry.page, document: nil,
          lines: LineRange(
            lines[entry.lines.lowerBound].line, lines[entry.lines.upperBound - 1].lastLine)))
    }
    addRoot(contents)
    bodyStart = page.end
  }

  private mutating func addRoot(_ draft: DraftNode) {
    drafts.append(draft)
    roots.append(drafts.count - 1)
  }

  // MARK: Documents

  /// Reads every document behind the contents.
  mutating func readDocuments() {
    splitLines()
    markFurniture()
    joinTables()
    let keys = entries.map { Self.entryKey($0.title) }
    let finder = TitleFinder(lines: lines, shapes: shapes, contentsKeys: TitleKeys(keys))
    let joiner = ParagraphJoiner(lines: lines, shapes: shapes)
    var search = DocumentSearch(lines: lines, shapes: shapes, finder: finder, joiner: joiner)
    let found = search.documents(from: bodyStart)
    let isBlankBefore = search.leadingLines.allSatisfy {
      shapes[$0].isFurniture || shapes[$0] == .image
    }
    if roots.isEmpty, isBlankBefore, !found.isEmpty {
      // An image, a comment or a rule above the first title is no document.
      for part in found { add(part, finder, joiner) }
      drafts[roots[0]].otherLines.insert(contentsOf: search.leadingLines, at: 0)
    } else {
      takeIn(search.leadingLines, finder, joiner)
      for part in found { add(part, finder, joiner) }
    }
    ColumnAssigner.assign(&drafts, roots: roots, entries: &entries, keys: keys)
    reportDocuments()
  }

  /// Divides lines on which several units were run together.
  private mutating func splitLines() {
    var splitter = LineSplitter(titles: entries.map { [Unicode.Scalar]($0.title).withoutSpaces })
    guard let divided = splitter.split(lines, from: bodyStart) else { return }
    lines = divided
    shapes[bodyStart...] = []
    shapes += lines[bodyStart...].map { classifier.shape(of: $0) }
  }

  /// Marks columns and running heads before any lines are joined.
  private mutating func markFurniture() {
    let columns = ColumnHeadings(
      columns: entries.compactMap(\.column), titles: entries.map(\.title))
    for index in bodyStart..<max(bodyStart, lines.count)
    where shapes[index] == .plain && columns.isListed(lines[index].scalars) {
      shapes[index] = .column
    }
    for table in FlattenedTable.cells(lines, shapes, from: bodyStart) {
      for index in table { shapes[index] = .cell }
    }
    for index in RunningHeads(lines: lines, shapes: shapes).recurring(from: bodyStart) {
      shapes[index] = .pageMark
    }
  }

  /// Lines before the first document belong to the contents, else to the cover, else to a document
  /// of their own.
  private mutating func takeIn(
    _ leading: Range<Int>, _ finder: TitleFinder, _ joiner: ParagraphJoiner
  ) {
    guard !leading.isEmpty else { return }
    if let front = roots.last {
      drafts[front].otherLines += Array(leading)
    } else {
      addRoot(DraftNode(.document))
      build(roots[roots.count - 1], leading, SortedSet(), joiner)
    }
  }

  private mutating func add(
    _ part: DocumentSearch.Part, _ finder: TitleFinder, _ joiner: ParagraphJoiner
  ) {
    var reader = DocumentHeadReader(lines: lines, shapes: shapes, finder: finder)
    reader.read(title: part.title, numberBefore: part.numberBefore, body: part.body)
    var draft = DraftNode(part.title.opensAttachment ? .attachment : .document)
    draft.title = TitleText.set(part.title.text)
    draft.head = reader.head
    if let column = part.column {
      draft.head?.column = ColumnHeadings.name(lines[column].scalars)
    }
    var consumed = reader.consumed
    consumed.formUnion(part.marks.elements)
    draft.otherLines = consumed.elements
    if part.title.opensAttachment, let parent = roots.last(where: { drafts[$0].numbering == nil }),
      case .document = drafts[parent].form
    {
      drafts.append(draft)
      drafts[parent].children.append(drafts.count - 1)
    } else {
      draft.form = .document
      addRoot(draft)
    }
    build(drafts.count - 1, part.body, consumed, joiner)
  }

  private mutating func build(
    _ document: Int, _ body: Range<Int>, _ consumed: SortedSet<Int>, _ joiner: ParagraphJoiner
  ) {
    // The builder alone holds the drafts while it adds to them: shared, they would be copied once a
    // document.
    var handed: [DraftNode] = []
    swap(&handed, &drafts)
    var builder = TreeBuilder(
      lines: lines, joiner: joiner, drafts: handed, document: document, body: body,
      consumed: consumed)
    handed = []
    builder.build(body, consumed)
    drafts = builder.drafts
    findings += builder.findings
  }

  /// The folded title of an entry, without the document number that the contents may add in
  /// brackets.
  private static func entryKey(_ title: String) -> [Unicode.Scalar] {
    var scalars = [Unicode.Scalar](title)
    if let last = scalars.last, last == "）" || last == ")",
      let open = scalars.lastIndex(where: { $0 == "（" || $0 == "(" }), open > 4,
      LineClassifier.isDocumentNumber(Array(scalars[(open + 1)..<(scalars.count - 1)]))
    {
      scalars = Array(scalars[..<open])
    }
    return scalars.titleKey
  }

  private mutating func reportDocuments() {
    let documents = roots.filter {
      if case .document = drafts[$0].form { return true }
      return false
    }
    if documents.isEmpty {
      findings.append(Finding(kind: .noDocument, lines: LineRange(1), excerpt: ""))
    }
    guard !entries.isEmpty else { return }
    var isListed = Array(repeating: false, count: drafts.count)
    for entry in entries {
      if let document = entry.document { isListed[document] = true }
    }
    for document in documents
    where !isListed[document] && !drafts[document].children.contains(where: { isListed[$0] }) {
      let first = drafts[document].otherLines.first ?? 0
      findings.append(
        Finding(
          kind: .documentNotInContents, lines: LineRange(lines[first].line),
          excerpt: drafts[document].title ?? ""))
    }
  }
}
