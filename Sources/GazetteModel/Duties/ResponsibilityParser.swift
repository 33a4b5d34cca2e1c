import GazetteText

/// Finds the attributions of a paragraph: in brackets, behind labels, in sentences.
///
/// Brackets are read outermost first; one that no attribution fills is only a mention. Prose is
/// read with precision before completeness. A sentence counts where it consists of names and verbs
/// alone, or where some body leads (甲牵头, 由甲牵头) or a body that is named, not a kind of bodies, is
/// charged by 由 (由省科技厅负责); then all its bodies with a verb count (财政部门负责做好资金保障工作). A lone 甲负责… is a
/// statement of fact, as are the duties of statutes. Where a bracket follows in the same paragraph,
/// it is the attribution.
struct ResponsibilityParser {
  /// An attribution with its place in the paragraph.
  struct Found {
    /// The phrase, in prepared text.
    let range: Range<Int>
    let form: Responsibility.Form
    let attribution: Attribution
    /// Where the sentence ends that a phrase in prose speaks for.
    let sentenceEnd: Int
    /// The stretch it speaks for, in the paragraph.
    var scope = ScalarRange(0, 0)
    /// Whether nothing but attributions stands in the paragraph.
    var standsAlone = false
  }

  /// Longer brackets are running text.
  private static let longestBracket = 1200

  let text: AttributionText
  private(set) var found: [Found] = []
  /// Brackets with a word of responsibility, or a verb behind a name, that were not read whole, in
  /// prepared text.
  private(set) var unread: [Range<Int>] = []
  private let scalars: [Unicode.Scalar]

  /// Reads a paragraph given as text.
  init(_ paragraph: String) {
    self.init([Unicode.Scalar](paragraph))
  }

  /// Reads a paragraph; `readsProse` is false in articles of laws, where duties are norms.
  init(_ paragraph: [Unicode.Scalar], readsProse: Bool = true) {
    text = AttributionText(paragraph)
    scalars = text.scalars
    let mayAttribute = RoleWords.occur(in: scalars, 0..<scalars.count)
    // A verb that no one knows may stand in brackets of its own.
    if mayAttribute || scalars.last == "）" { findBrackets() }
    guard mayAttribute else { return }
    findLabels()
    if readsProse { findProse() }
    setScopes()
  }

  // MARK: Brackets

  private mutating func findBrackets() {
    var open: [Int] = []
    var pairs: [Range<Int>] = []
    for (index, scalar) in scalars.enumerated() {
      if scalar == "（" {
        open.append(index)
      } else if scalar == "）", let start = open.popLast() {
        pairs.append(start..<index + 1)
      }
    }
    // A bracket that the source forgot to close ends with the paragraph.
    if let start = open.last { pairs.append(start..<scalars.count) }
    pairs.sort { $0.lowerBound < $1.lowerBound }
    var end = 0
    for pair in pairs where pair.lowerBound >= end && pair.count <= Self.longestBracket {
      let isClosed = scalars[pair.upperBound - 1] == "）"
      let inside = pair.lowerBound + 1..<pair.upperBound - (isClosed ? 1 : 0)
      guard inside.count >= 3 else { continue }
      guard RoleWords.occur(in: scalars, inside) else {
        if isAtEnd(pair), BodyForms.unknownVerb(scalars, inside) != nil { unread.append(pair) }
        continue
      }
      let grammar = AttributionGrammar(scalars, inside)
      guard accepts(grammar), isClosed || !grammar.hasUnreadable else {
        if speaksOfDuties(inside) { unread.append(pair) }
        continue
      }
      if grammar.hasUnreadable { unread.append(pair) }
      found.append(
        Found(
          range: trimmed(pair), form: .bracketed, attribution: grammar.attribution,
          sentenceEnd: pair.upperBound))
      end = pair.upperBound
    }
  }

  /// Whether a bracket stands where attributions do: behind a full stop or at the end of the
  /// paragraph.
  private func isAtEnd(_ bracket: Range<Int>) -> Bool {
    bracket.upperBound == scalars.count
      || bracket.lowerBound > 0 && scalars[bracket.lowerBound - 1].isOneOf("。；！？")
  }

  /// Whether some part of a bracket names a body with a verb behind it, or with a label before it.
  private func speaksOfDuties(_ inside: Range<Int>) -> Bool {
    AttributionGrammar.segments(scalars, inside).contains { segment in
      var names = segment
      if let colon = segment.first(where: { scalars[$0] == "：" }) {
        guard let label = RoleWords.labels.suffix(of: scalars, in: segment.lowerBound..<colon),
          case .role = label.value
        else { return false }
        names = colon + 1..<segment.upperBound
      } else {
        guard let verb = RoleWords.verbs.suffix(of: scalars, in: segment) else { return false }
        let before = segment.lowerBound..<segment.upperBound - verb.length
        names = before.lowerBound..<RoleWords.stripAdverbs(scalars, before).end
      }
      return BodyList(scalars, names).names.contains { BodyForms.isComplete(scalars, $0) }
    }
  }

  /// A phrase without a full stop that ends the paragraph behind an unclosed bracket.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    scalars[range.upperBound - 1] == "。" ? range.dropLast() : range
  }

  private func accepts(_ grammar: AttributionGrammar) -> Bool {
    let attribution = grammar.attribution
    if grammar.hasUnreadableStart { return false }
    guard let first = attribution.groups.first else { return attribution.statement != nil }
    if grammar.isLabelled { return true }
    let names = attribution.groups.flatMap(\.names)
    let complete = names.count { BodyForms.isComplete(scalars, $0) }
    return first.names.contains { BodyForms.isComplete(scalars, $0) } && complete * 2 >= names.count
  }

  // MARK: Labels

  private mutating func findLabels() {
    guard scalars.contains("：") else { return }
    var taken = found.map(\.range)[...]
    var index = 0
    var depth = 0
    var added: [Found] = []
    while index < scalars.count {
      if let next = taken.first, index == next.lowerBound {
        index = next.upperBound
        taken.removeFirst()
        continue
      }
      if scalars[index] == "（" { depth += 1 }
      if scalars[index] == "）" { depth = max(0, depth - 1) }
      if scalars[index] == "：", depth == 0, let start = labelStart(before: index) {
        let end = labelledEnd(from: index, before: taken.first?.lowerBound ?? scalars.count)
        let grammar = AttributionGrammar(scalars, start..<end)
        if !grammar.hasUnreadable, accepts(grammar), namesAreComplete(grammar) {
          added.append(
            Found(
              range: start..<end, form: .labelled, attribution: grammar.attribution,
              sentenceEnd: end))
          index = end
          continue
        }
      }
      index += 1
    }
    if !added.isEmpty {
      found = (found + added).sorted { $0.range.lowerBound < $1.range.lowerBound }
    }
  }

  private func labelStart(before colon: Int) -> Int? {
    guard let label = RoleWords.labels.suffix(of: scalars, in: max(0, colon - 10)..<colon),
      case .role = label.value
    else { return nil }
    let start = colon - label.length
    guard start > 0, !text.isSpaceBefore(start) else { return start }
    return scalars[start - 1].isOneOf("。；！？）") ? start : nil
  }

  private func labelledEnd(from colon: Int, before limit: Int) -> Int {
    var end = colon + 1
    while end < limit, scalars[end] != "。" { end += 1 }
    while end > colon + 1, scalars[end - 1].isOneOf("；，") { end -= 1 }
    return end
  }

  private func namesAreComplete(_ grammar: AttributionGrammar) -> Bool {
    guard let first = grammar.attribution.groups.first?.names.first else { return false }
    return BodyForms.isComplete(scalars, first)
      && grammar.attribution.groups.flatMap(\.names).allSatisfy {
        BodyForms.isPlausible(scalars, $0)
      }
  }

  // MARK: Prose

  private mutating func findProse() {
    var start = found.last?.range.upperBound ?? 0
    if start == 0, let heading = ProseGrammar.headingOwner(scalars) {
      found.append(
        Found(
          range: heading.range, form: .prose, attribution: heading.attribution,
          sentenceEnd: scalars.count))
      return
    }
    var depth = 0
    for index in start..<scalars.count {
      switch scalars[index] {
      case "（": depth += 1
      case "）": depth = max(0, depth - 1)
      case "。", "！", "？":
        if depth == 0 || scalars[index] == "。" {
          readSentence(start..<index)
          start = index + 1
          depth = 0
        }
      default: break
      }
    }
    readSentence(start..<scalars.count)
  }

  private mutating func readSentence(_ sentence: Range<Int>) {
    guard let prose = ProseGrammar.read(scalars, sentence) else { return }
    found.append(
      Found(
        range: prose.range, form: .prose, attribution: prose.attribution,
        sentenceEnd: min(sentence.upperBound + 1, scalars.count)))
  }

  // MARK: Scopes

  private mutating func setScopes() {
    var previous = 0
    var hasText = false
    for index in found.indices {
      let range = found[index].range
      var start = previous
      while start < range.lowerBound, scalars[start].isOneOf("。；，！？、") { start += 1 }
      let end = found[index].form == .prose ? found[index].sentenceEnd : range.lowerBound
      let phrase = text.offset(of: range.lowerBound)
      if start < end {
        let stop = end < scalars.count ? text.offset(of: end) : text.original.count
        found[index].scope = ScalarRange(text.offset(of: start), max(stop, text.offset(of: start)))
        hasText = true
      } else {
        found[index].scope = ScalarRange(phrase, phrase)
        found[index].standsAlone = !hasText && found[index].form != .prose
      }
      previous = max(previous, max(range.upperBound, found[index].sentenceEnd))
    }
  }
}
