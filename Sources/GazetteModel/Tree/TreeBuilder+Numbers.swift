import GazetteText

/// Whether a number opens a unit or belongs to running text.
extension TreeBuilder {
  /// Whether the number goes on a run of its style or starts one.
  func isPlausible(_ match: NumberingParser.Match, _ text: [Unicode.Scalar]) -> Bool {
    if match.textStart < text.count, text[match.textStart].isDigit,
      !match.isSpaced || isNumberAwaited
    {
      return false
    }
    let last = lastOrdinals[rank(match.numbering)]
    if match.numbering.ordinal == last + 1 || match.numbering.ordinal == 1 { return true }
    return match.numbering.style == .article && match.numbering.arabic.contains("-")
  }

  private static let beforeNumbers = [
    "低于", "高于", "少于", "多于", "大于", "小于", "超过", "达到", "达", "为", "约", "近", "逾", "到", "至", "增长", "下降",
    "提高", "降低",
    "减少", "增加", "共", "计", "总量", "总数", "，", "、", "（", "(", "-", "—", "～", "~", "和",
  ].map { [Unicode.Scalar]($0) }

  /// Whether the sentence that was cut goes on with a number: 不低于 before 2. 5万吨.
  var isNumberAwaited: Bool {
    guard let share = lastParagraph?.shares.last else { return false }
    let text = lines[share.line].scalars
    return text.ends(withAnyOf: Self.beforeNumbers) || (text.last?.halfWidth.isDigit ?? false)
  }

  /// What stands before it where a sentence was cut there.
  private static let beforeReference = [
    "依照", "按照", "依据", "根据", "违反", "适用", "本法", "本办法", "本条例", "本规定", "和", "或", "或者", "及", "以及", "与",
    "、",
    "至", "符合", "有", "将", "在", "对", "按", "”", "》",
  ].map { [Unicode.Scalar]($0) }

  /// Whether an article is spoken of, not opened. In mid-sentence, where a page break may have cut
  /// one, the number that is due opens an article unless the words around it need it.
  func isReferenceToArticle(
    _ text: [Unicode.Scalar], _ match: NumberingParser.Match
  ) -> Bool {
    guard match.textStart < text.count else { return false }
    if !match.isSpaced, text[match.textStart].isOneOf(NumberingParser.behindReference) {
      return true
    }
    guard isInMidSentence else { return false }
    if match.numbering.ordinal != lastOrdinals[rank(match.numbering)] + 1 { return !match.isSpaced }
    guard let share = lastParagraph?.shares.last else { return false }
    return lines[share.line].scalars.ends(withAnyOf: Self.beforeReference)
  }

  /// Whether a quotation is open. Only the last paragraph of a draft may still grow: the others are
  /// counted once.
  mutating func isInsideQuotation() -> Bool {
    guard let last = drafts[current].paragraphs.last else { return false }
    if quotations.draft != current { quotations = (current, 0, 0) }
    while quotations.paragraphs < drafts[current].paragraphs.count - 1 {
      quotations.open += drafts[current].paragraphs[quotations.paragraphs].balance.quote
      quotations.paragraphs += 1
    }
    return quotations.open + last.balance.quote > 0
  }

  /// The most lines that an item of a list takes up.
  private static let longestItem = 8

  /// Whether the unit that begins on a line is an item of a list, which ends in ； before the next
  /// number of its style: its line, wherever it was cut, is no heading.
  func endsAsItem(_ index: Int) -> Bool {
    guard case .numbered(let match) = joiner.shapes[index] else { return false }
    var last = index
    var next = index + 1
    while next < lines.count, next - index <= Self.longestItem {
      if case .numbered(let other) = joiner.shapes[next] {
        return other.numbering.style == match.numbering.style
          && (lines[last].scalars.last?.isOneOf("；;") ?? false)
      }
      if joiner.shapes[next] == .plain {
        last = next
      } else if !joiner.shapes[next].isFurniture {
        return false
      }
      next += 1
    }
    return false
  }
}
