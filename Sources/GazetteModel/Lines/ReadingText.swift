import GazetteText

/// Sets printed text as reading text: joins the shares of several lines, makes punctuation inside
/// Chinese text full-width, and takes out the spaces that OCR put between Chinese characters.
///
/// Full-width punctuation in Chinese text: GB/T 15834—2011, 5.1.
struct ReadingTextSetter {
  private var input: [Unicode.Scalar] = []
  /// Where the share of each line begins in `input`.
  private var shares: [(line: Int, offset: Int)] = []
  /// For every scalar of `input` the correction that produced it, or -1; empty while there is none.
  private var inputTags: [Int16] = []
  /// What was printed where the plain form of a character is read, as the tags below -1 say.
  private var otherForms: [(line: Int, scalar: Unicode.Scalar)] = []
  private var output: [Unicode.Scalar] = []
  /// Where the share of each line begins in `output`, as far as that is set.
  private var starts: [Int] = []
  /// For every scalar of `output` the correction that produced it, or -1; empty while there is
  /// none.
  private var outputTags: [Int16] = []

  /// Adds the share of a line, from `start` on.
  mutating func append(_ line: PrintedLine, from start: Int = 0) {
    let scalars = line.scalars
    if start < scalars.count, scalars[start].isLatinLetter, input.endsWithLatinWords {
      input.append(" ")
      if !inputTags.isEmpty { inputTags.append(-1) }
    }
    let base = input.count - start
    shares.append((line.breaks.last { $0.offset <= start }?.line ?? line.line, input.count))
    for lineBreak in line.breaks where lineBreak.offset > start {
      shares.append((lineBreak.line, base + lineBreak.offset))
    }
    if !line.tags.isEmpty, inputTags.isEmpty {
      inputTags = Array(repeating: -1, count: input.count)
    }
    guard start < scalars.count else { return }
    input.append(contentsOf: scalars[start...])
    if !line.tags.isEmpty, line.otherForms.isEmpty {
      inputTags.append(contentsOf: line.tags[start...])
    } else if !line.tags.isEmpty {
      let known = otherForms.count
      inputTags += line.tags[start...].map { $0 <= -2 ? Int16(clamping: Int($0) - known) : $0 }
      otherForms += line.otherForms.map { (line.line, $0) }
    } else if !inputTags.isEmpty {
      inputTags.append(contentsOf: repeatElement(-1, count: scalars.count - start))
    }
  }

  /// The paragraph of what was added.
  mutating func paragraph(lines: LineRange, corrections: [Correction]) -> Paragraph {
    setText()
    return Paragraph(
      scalars: output, lines: lines, lineStarts: lineStarts(lines),
      corrections: appliedCorrections(corrections))
  }

  private func lineStarts(_ lines: LineRange) -> [Paragraph.LineStart] {
    if shares.isEmpty { return [Paragraph.LineStart(line: lines.first, offset: 0)] }
    return shares.indices.map { index in
      let offset = index < starts.count ? starts[index] : output.count
      return Paragraph.LineStart(line: shares[index].line, offset: offset)
    }
  }

  private func appliedCorrections(_ corrections: [Correction]) -> [Paragraph.AppliedCorrection] {
    var result: [Paragraph.AppliedCorrection] = []
    var offset = 0
    while offset < outputTags.count {
      let tag = outputTags[offset]
      var end = offset + 1
      while end < outputTags.count, outputTags[end] == tag { end += 1 }
      if tag >= 0 {
        result.append(.init(correction: corrections[Int(tag)], range: ScalarRange(offset, end)))
      } else if tag <= -2 {
        while end < outputTags.count, outputTags[end] == outputTags[end - 1] - 1 { end += 1 }
        if let change = plainForm(ScalarRange(offset, end)) { result.append(change) }
      }
      offset = end
    }
    return result
  }

  /// A run of characters that were printed in another form, as a change.
  private func plainForm(_ range: ScalarRange) -> Paragraph.AppliedCorrection? {
    let places = (range.start..<range.end).map { -2 - Int(outputTags[$0]) }
    guard let first = places.first, places.allSatisfy(otherForms.indices.contains) else {
      return nil
    }
    let printed = places.map { otherForms[$0].scalar }
    return Paragraph.AppliedCorrection(
      correction: Correction(
        line: otherForms[first].line, printed: printed.string,
        corrected: Array(output[range.start..<range.end]).string, reason: ""),
      range: range)
  }

  /// The reading text of a single run of scalars, without a way back.
  static func text(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var setter = ReadingTextSetter()
    setter.input = scalars
    setter.setText()
    return setter.output
  }

  private mutating func setText() {
    output.reserveCapacity(input.count)
    var openBrackets: [Bool] = []
    var isQuoteOpen = false
    var offset = 0
    while offset < input.count {
      let scalar = input[offset]
      if scalar.isUnchangedByReading {
        offset = keepRun(offset)
        continue
      }
      if scalar.isAnySpace {
        offset = setSpace(offset)
        continue
      }
      let result: Unicode.Scalar
      switch scalar {
      case "(":
        let isWide = isChineseBracket(offset)
        openBrackets.append(isWide)
        result = isWide ? "（" : scalar
      case "（":
        openBrackets.append(true)
        result = scalar
      case ")":
        let isWide = openBrackets.popLast() ?? isInChinese(offset)
        result = isWide ? "）" : scalar
      case "）":
        _ = openBrackets.popLast()
        result = scalar
      case "\"" where isInChinese(offset):
        isQuoteOpen.toggle()
        result = isQuoteOpen ? "“" : "”"
      case "[" where isYearBracket(offset): result = "〔"
      case "]" where output.count > 4 && output[output.count - 5] == "〔": result = "〕"
      default: result = fullWidthMark(scalar, offset)
      }
      emit(result, offset)
      offset += 1
    }
  }

  /// Takes over the characters from `offset` on that reading text prints as they are; returns where
  /// they end.
  ///
  /// Nearly all text is such runs, and copying them whole saves half the time of setting.
  private mutating func keepRun(_ offset: Int) -> Int {
    noteShares(upTo: offset)
    let limit = starts.count < shares.count ? shares[starts.count].offset : input.count
    var end = offset + 1
    while end < limit, input[end].isUnchangedByReading { end += 1 }
    output.append(contentsOf: input[offset..<end])
    if !inputTags.isEmpty { outputTags.append(contentsOf: inputTags[offset..<end]) }
    return end
  }

  private mutating func emit(_ scalar: Unicode.Scalar, _ offset: Int) {
    noteShares(upTo: offset)
    output.append(scalar)
    if !inputTags.isEmpty { outputTags.append(inputTags[offset]) }
  }

  /// Notes where shares begin in `output` when the next of its scalars comes from `offset` in
  /// `input`.
  private mutating func noteShares(upTo offset: Int) {
    while starts.count < shares.count, shares[starts.count].offset <= offset {
      starts.append(output.count)
    }
  }

  /// Drops a run of spaces beside Chinese, keeps one elsewhere; U+3000 between words was typeset
  /// and stays.
  private mutating func setSpace(_ offset: Int) -> Int {
    var end = offset
    var ideographicSpace: Int?
    while end < input.count, input[end].isAnySpace {
      if input[end].value == 0x3000 { ideographicSpace = end }
      end += 1
    }
    guard let before = output.last, end < input.count else { return end }
    if let ideographicSpace {
      emit("\u{3000}", ideographicSpace)
    } else if !before.isChineseText && !input[end].isChineseText {
      emit(" ", offset)
    }
    return end
  }

  private func fullWidthMark(_ scalar: Unicode.Scalar, _ offset: Int) -> Unicode.Scalar {
    switch scalar {
    case ",": return isInChinese(offset) ? "，" : scalar
    case ";": return isInChinese(offset) ? "；" : scalar
    case ":": return isInChinese(offset) ? "：" : scalar
    case "!": return isInChinese(offset) ? "！" : scalar
    case "?": return isInChinese(offset) ? "？" : scalar
    case ".":
      let next = nextVisible(offset)
      let endsChinese = output.last.map { $0.isChineseText } ?? false
      return endsChinese && (next?.isChineseText ?? true) ? "。" : scalar
    case "．": return (output.last?.isDigit ?? false) ? "." : scalar
    default:
      let half = scalar.halfWidth
      return half.isDigit || half.isLatinLetter ? half : scalar
    }
  }

  /// Whether a mark belongs to Chinese text: Chinese on one side at least, and not inside a number.
  private func isInChinese(_ offset: Int) -> Bool {
    let next = nextVisible(offset)
    if let before = output.last, before.isDigit, let next, next.isDigit { return false }
    return (output.last?.isChineseText ?? false) || (next?.isChineseText ?? false)
  }

  private func nextVisible(_ offset: Int) -> Unicode.Scalar? {
    var next = offset + 1
    while next < input.count, input[next].isAnySpace { next += 1 }
    return next < input.count ? input[next] : nil
  }

  /// Whether a half-width bracket stands in Chinese text: Chinese before it, in it or behind it.
  private func isChineseBracket(_ offset: Int) -> Bool {
    if output.last?.isChineseText ?? false { return true }
    var end = offset + 1
    let limit = min(input.count, offset + 200)
    while end < limit {
      if input[end].isChineseText { return true }
      if input[end] == ")" { return nextVisible(end)?.isChineseText ?? false }
      end += 1
    }
    return false
  }

  /// Whether [ opens the year of a document number, which GB/T 9704 sets in 〔〕.
  private func isYearBracket(_ offset: Int) -> Bool {
    guard offset + 5 < input.count, input[offset + 5] == "]" else { return false }
    return (1...4).allSatisfy { input[offset + $0].halfWidth.isDigit }
  }
}

extension [Unicode.Scalar] {
  /// Whether the text ends in running Latin words, so that a break behind it stands for a space; a
  /// Latin word in Chinese text was cut by it.
  var endsWithLatinWords: Bool {
    guard let last, last.isLatinLetter, let start = lastIndex(where: { !$0.isLatinLetter }),
      start > 0
    else { return false }
    return self[start].isInnerSpace && self[start - 1].isLatinLetter
  }
}

extension Unicode.Scalar {
  /// Whether reading text shows the character as it is, whatever stands around it: Han of the main
  /// block and the usual full-width marks.
  fileprivate var isUnchangedByReading: Bool {
    switch value {
    case 0x4E00...0x9FFF, 0x3001...0x3002, 0x3008...0x3011, 0xFF0C, 0xFF1A...0xFF1B: true
    default: false
    }
  }
}
