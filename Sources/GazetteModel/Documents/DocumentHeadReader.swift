import GazetteText

/// Reads what frames a document's text: number, adoption and addressees before it, signature, date
/// and notes behind it.
struct DocumentHeadReader {
  let lines: [PrintedLine]
  let shapes: [LineShape]
  let finder: TitleFinder
  private(set) var head = DocumentHead()
  /// The lines that belong to the frame.
  private(set) var consumed = SortedSet<Int>()

  init(lines: [PrintedLine], shapes: [LineShape], finder: TitleFinder) {
    self.lines = lines
    self.shapes = shapes
    self.finder = finder
  }

  /// Reads the frame of the document with that title, whose lines behind the title are `body`.
  mutating func read(title: TitleFinder.Title, numberBefore: Int?, body: Range<Int>) {
    let text = TitleText.set(title.text)
    head.issuers = TitleText.issuers(of: text)
    append(.title, text, title.lines)
    if let numberBefore { setNumber(numberBefore) }
    readFront(body)
    readBack(body)
    head.lines.sort { $0.lines.first < $1.lines.first }
    if head.issuers.isEmpty, let signer = head.signer, signer.count >= 4,
      [Unicode.Scalar](signer).ends(withAnyOf: GenreVocabulary.bodySuffixes)
    {
      head.issuers = signer.split(separator: " ").map(String.init)
    }
  }

  private mutating func append(_ role: HeadLine.Role, _ text: String, _ range: Range<Int>) {
    guard let first = range.first, let last = range.last else { return }
    head.lines.append(
      HeadLine(role: role, text: text, lines: LineRange(lines[first].line, lines[last].lastLine)))
    consumed.formUnion(range)
  }

  private mutating func setNumber(_ index: Int) {
    var text = ReadingTextSetter.text(lines[index].scalars).string
    if text.hasPrefix("（"), text.hasSuffix("）") { text = String(text.dropFirst().dropLast()) }
    head.documentNumber = head.documentNumber ?? text.filter { $0 != "\u{3000}" && $0 != " " }
    append(.documentNumber, text, index..<index + 1)
  }

  // MARK: Before the text

  private mutating func readFront(_ body: Range<Int>) {
    var index = body.lowerBound
    while index < body.upperBound, index - body.lowerBound < 10 {
      switch shapes[index] {
      case .pageMark, .column, .image:
        index += 1
        continue
      case .documentNumber where head.documentNumber == nil:
        setNumber(index)
      case .bracketNote where finder.isAdoption(index):
        head.adoptedOn = DateParser.firstDate(in: lines[index].scalars)
        append(.adoption, text(index), index..<index + 1)
      case .bracketNote where LineClassifier.isDocumentNumber(lines[index].scalars):
        setNumber(index)
      case .plain where isIssuerLine(index):
        let names = TitleText.set(lines[index].scalars)
        head.issuers = names.split(separator: " ").map(String.init)
        append(.issuers, names, index..<index + 1)
      case .plain:
        guard let end = addresseesEnd(index, body) else { return readAdoptionInText(body) }
        var setter = ReadingTextSetter()
        for line in index..<end { setter.append(lines[line]) }
        let paragraph = setter.paragraph(lines: LineRange(1, 1), corrections: [])
        head.addressees = String(paragraph.text.dropLast())
        append(.addressees, paragraph.text, index..<end)
        return readAdoptionInText(body)
      default:
        return readAdoptionInText(body)
      }
      index += 1
    }
  }

  /// 省发展改革委　财政厅: the bodies that wrote a document, below its title.
  private func isIssuerLine(_ index: Int) -> Bool {
    guard head.issuers.isEmpty, lines[index].scalars.count <= 40 else { return false }
    let names = lines[index].scalars.split { $0.isAnySpace || $0 == "、" }.map(Array.init)
    return names.allSatisfy {
      $0.count >= 3 && $0.allSatisfy(\.isHan) && $0.ends(withAnyOf: GenreVocabulary.bodySuffixes)
    }
  }

  /// 2021年5月27日省十三届人大常委会第二十八次会议决定：a decision says in its text when it was adopted.
  private mutating func readAdoptionInText(_ body: Range<Int>) {
    guard head.adoptedOn == nil,
      let first = body.first(where: { shapes[$0] == .plain && !consumed.contains($0) })
    else { return }
    let text = lines[first].scalars
    guard let (date, end) = DateParser.date(in: text, at: 0) else { return }
    let rest = Array(text[end..<min(text.count, end + 40)])
    if rest.contains(word: ["会", "议"]) { head.adoptedOn = date }
  }

  /// The line behind the addressees that begin at `index`, which may have been cut once.
  private func addresseesEnd(_ index: Int, _ body: Range<Int>) -> Int? {
    if finder.isAddressees(index) { return index + 1 }
    let text = lines[index].scalars
    let next = index + 1
    guard next < body.upperBound, finder.isAddressees(next), !text.contains("。"),
      let last = text.last, last.isHan || last == "，" || last == "、" || last == ",",
      text.contains(anyOf: GenreVocabulary.addresseeWords), lines[next].scalars.count < 80
    else { return nil }
    return next + 1
  }

  // MARK: Behind the text

  private mutating func readBack(_ body: Range<Int>) {
    for index in body where !consumed.contains(index) {
      switch shapes[index] {
      case .date(let date):
        guard head.signedOn == nil else { continue }
        head.signedOn = date
        append(.date, text(index), index..<index + 1)
        readSignature(before: index, body)
      case .bracketNote:
        readNote(index, body)
      case .plain:
        readSignatureWithDate(index, body)
      default:
        continue
      }
    }
  }

  private mutating func readSignature(before date: Int, _ body: Range<Int>) {
    var names: [String] = []
    var index = date - 1
    while index >= body.lowerBound, date - index <= 4, !consumed.contains(index),
      shapes[index] == .plain, isSigner(lines[index].scalars)
    {
      names.insert(text(index), at: 0)
      append(.signature, text(index), index..<index + 1)
      index -= 1
    }
    if !names.isEmpty { head.signer = names.separated(by: " ") }
  }

  private func isSigner(_ text: [Unicode.Scalar]) -> Bool {
    guard text.count <= 40, !text.contains(where: { $0.isOneOf("，。；：,;:") })
    else { return false }
    let key = text.withoutSpaces
    if head.issuers.contains(where: { [Unicode.Scalar]($0) == key }) { return true }
    return key.ends(withAnyOf: GenreVocabulary.bodySuffixes)
      || key.count <= 10 && key.starts(withAnyOf: GenreVocabulary.signingOffices)
  }

  /// 吉林省人民政府办公厅 2021年1月26日 on one line.
  private mutating func readSignatureWithDate(_ index: Int, _ body: Range<Int>) {
    let line = lines[index].scalars
    guard head.signedOn == nil, line.count <= 60, line.last == "日" else { return }
    for offset in stride(from: line.count - 8, through: 4, by: -1) {
      guard let (date, end) = DateParser.date(in: line, at: offset), end == line.count else {
        continue
      }
      let name = Array(line[..<offset]).trimmed
      guard isSigner(name) else { continue }
      head.signedOn = date
      head.signer = TitleText.set(name)
      append(.signature, text(index), index..<index + 1)
      return
    }
  }

  private mutating func readNote(_ index: Int, _ body: Range<Int>) {
    let line = lines[index].scalars
    guard !line.contains(anyOf: GenreVocabulary.responsibilityWords) else { return }
    let note = ReadingTextSetter.text(Array(line.dropFirst().dropLast()))
    let words = ["此件", "本文", "本件", "有删减", "略", "附件"].map { [Unicode.Scalar]($0) }
    if note.starts(withAnyOf: GenreVocabulary.sourceNotePrefixes) {
      head.sourceNote = head.sourceNote ?? note.string
    } else if !note.starts(withAnyOf: words) && !note.ends(withAnyOf: words)
      && !ClosingNote.isNote(note)
    {
      return
    }
    append(.note, text(index), index..<index + 1)
  }

  private func text(_ index: Int) -> String {
    ReadingTextSetter.text(lines[index].scalars).string
  }
}
