import GazetteModel

extension Node {
  /// Its number and title as one, for lists; nil where it has neither.
  var label: String? {
    let number = numbering?.printed ?? ""
    let space = numberNeedsSpace && title != nil ? " " : ""
    let label = number + space + (title ?? "")
    return label.isEmpty ? nil : label
  }

  /// Whether a blank goes between number and title: behind 1. but not behind 一、 or （一）.
  var numberNeedsSpace: Bool {
    guard let last = numbering?.printed.unicodeScalars.last else { return false }
    return last.value < 0x80 || (last.value >= 0x2460 && last.value <= 0x2473)
      || numbering?.style ?? .circled <= .article
  }

  /// The title without what every title begins with, so that a narrow line says what it is about:
  /// 甲厅关于印发乙方案的通知 reads 乙方案.
  var shortTitle: String? {
    guard let title, kind.isDocument else { return title }
    // Scalars, since every row of the tree asks with every frame.
    var rest = Array(title.unicodeScalars)[...]
    var isStripped = true
    while isStripped {
      isStripped = false
      rest = rest.drop { $0 == " " || $0 == "、" || $0 == "\u{3000}" }
      for issuer in head?.issuers ?? [] {
        let name = issuer.unicodeScalars
        guard !name.isEmpty, rest.starts(with: name) else { continue }
        rest = rest.dropFirst(name.count)
        isStripped = true
      }
    }
    guard rest.starts(with: "关于".unicodeScalars) else { return title }
    rest = rest.dropFirst(2)
    if rest.starts(with: "印发".unicodeScalars), rest.suffix(3).elementsEqual("的通知".unicodeScalars) {
      rest = rest.dropFirst(2).dropLast(3)
      if rest.first == "《", rest.last == "》", !rest.dropLast().contains("》") {
        rest = rest.dropFirst().dropLast()
      }
    }
    if rest.count < 4 { return title }
    var text = String.UnicodeScalarView()
    for scalar in rest { text.append(scalar) }
    return String(text)
  }
}

extension StringKey {
  /// The word for a kind of node.
  init(_ kind: NodeKind) {
    switch kind {
    case .cover: self = .kindCover
    case .contents: self = .kindContents
    case .document: self = .kindDocument
    case .attachment: self = .kindAttachment
    case .part: self = .kindPart
    case .chapter: self = .kindChapter
    case .section: self = .kindSection
    case .subsection: self = .kindSubsection
    case .clause: self = .kindClause
    case .subclause: self = .kindSubclause
    case .text: self = .kindText
    }
  }
}
