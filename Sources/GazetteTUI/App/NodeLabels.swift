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
    var rest = Substring(title)
    var isStripped = true
    while isStripped {
      isStripped = false
      rest = rest.drop { $0 == " " || $0 == "、" || $0 == "\u{3000}" }
      for issuer in head?.issuers ?? [] where !issuer.isEmpty && rest.hasPrefix(issuer) {
        rest = rest.dropFirst(issuer.count)
        isStripped = true
      }
    }
    guard rest.hasPrefix("关于") else { return title }
    rest = rest.dropFirst(2)
    if rest.hasPrefix("印发"), rest.hasSuffix("的通知") {
      rest = rest.dropFirst(2).dropLast(3)
      if rest.hasPrefix("《"), rest.hasSuffix("》"), !rest.dropLast().contains("》") {
        rest = rest.dropFirst().dropLast()
      }
    }
    return rest.count < 4 ? title : String(rest)
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
