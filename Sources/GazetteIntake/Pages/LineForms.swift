import GazetteModel
import GazetteText

/// Tells by geometry which lines go on with the one before them (见 GB/T 9704—2012, 7.3.3: a
/// paragraph begins two characters in, and goes on at the edge).
struct LineForms {
  /// The lines in reading order, their frames set.
  private let lines: [PlacedLine]
  /// From which distance on a line is set apart from the one above it, in characters.
  private let gap: Double
  /// The size of most of the text, in points.
  private let textSize: Double
  /// Whether the paragraph under way began as a centred heading.
  private var isInHeading = false

  /// The form of every line.
  static func forms(of lines: [PlacedLine]) -> [LineForm] {
    var reader = LineForms(lines)
    return reader.read()
  }

  private init(_ lines: [PlacedLine]) {
    self.lines = lines
    let pitches = Self.pitches(of: lines)
    let pitch = pitches.isEmpty ? 1.5 : pitches[pitches.count / 2]
    // Where lines stand as evenly as programs set them, a little more between two of them is meant.
    let even = pitches.count { abs($0 - pitch) < 0.02 * pitch }
    gap = pitch * (2 * even > pitches.count && !lines.contains(where: \.isRecognised) ? 1.25 : 1.7)
    textSize = Self.usualSize(of: lines)
  }

  /// The distances from line to line, in characters and in order.
  private static func pitches(of lines: [PlacedLine]) -> [Double] {
    zip(lines, lines.dropFirst()).compactMap { above, below -> Double? in
      guard above.page == below.page, above.column == below.column, !above.isFurniture,
        !below.isFurniture, below.box.middleY > above.box.middleY
      else { return nil }
      return (below.box.middleY - above.box.middleY) / below.size
    }.sorted()
  }

  private static func usualSize(of lines: [PlacedLine]) -> Double {
    let sizes = lines.filter { !$0.isFurniture }.map(\.size).sorted()
    return sizes.isEmpty ? 10 : sizes[sizes.count / 2]
  }

  private mutating func read() -> [LineForm] {
    var result: [LineForm] = []
    result.reserveCapacity(lines.count)
    var previous: PlacedLine?
    for line in lines {
      guard !line.isFurniture else {
        result.append(.furniture)
        continue
      }
      let form =
        previous.map { self.form(of: line, behind: $0) } ?? (isHeading(line) ? .heading : .begins)
      if form != .continues { isInHeading = line.isSymmetric }
      result.append(form)
      previous = line
    }
    return result
  }

  /// The form of `line`, of which `before` is the last line that is text.
  private func form(of line: PlacedLine, behind before: PlacedLine) -> LineForm {
    if line.isTableRow { return .begins }
    let isSameSize = Self.isSameSize(line, before)
    if isHeading(line), !(isInHeading && isSameSize && isForced(before, line)) { return .heading }
    let start = isSameSize ? LineForm.unknown : .begins
    if before.isTableRow { return .begins }
    // Rows of a table are never joined.
    if line.sharesCells(with: before) || line.cellStarts.count > 1 || before.cellStarts.count > 1 {
      return .begins
    }
    guard isSameSize, !isBelowGap(line, before) else { return closed(before, start) }
    if isInHeading, line.isCentred, before.isSymmetric, isForced(before, line) {
      return Self.endsSentence(before) ? .unknown : .continues
    }
    if line.isCentred, line.indent > 3 { return closed(before, start) }
    guard isForced(before, line) else { return closed(before, start) }
    if line.indent < 0.6 {
      // A sentence may end where its line does.
      return Self.endsSentence(before) && line.beginsWithNumber ? .unknown : .continues
    }
    // Hanging lines stand as deep as their first; whether they go on the text has to tell.
    return closed(before, .unknown)
  }

  /// Whether the line is set apart as a title or heading: in the middle and larger than the text.
  private func isHeading(_ line: PlacedLine) -> Bool {
    // The boxes of recognised characters are stretched by a fifth and more: the text has to tell.
    if line.isRecognised { return false }
    return line.size > 1.08 * textSize && line.isSymmetric && line.cellStarts.isEmpty
      && !line.text.unicodeScalars.contains("。")
  }

  /// Whether two lines are set in one size. The measured width of a character errs where a line
  /// was stretched, the height of its box where fonts are mixed.
  private static func isSameSize(_ left: PlacedLine, _ right: PlacedLine) -> Bool {
    let tolerance = left.isRecognised ? 0.3 : 0.1
    func isSame(_ left: Double, _ right: Double) -> Bool {
      abs(left - right) < tolerance * max(left, right)
    }
    return isSame(left.size, right.size) || isSame(left.box.height, right.box.height)
  }

  /// A line behind one that ends a sentence begins something; behind another the text decides,
  /// since a page of the original may have cut it.
  private func closed(_ before: PlacedLine, _ form: LineForm) -> LineForm {
    Self.endsSentence(before) ? .begins : form
  }

  /// Whether the first characters of `line` would not have fitted behind `before`.
  private func isForced(_ before: PlacedLine, _ line: PlacedLine) -> Bool {
    before.rest < line.firstUnit + 0.4
  }

  private func isBelowGap(_ line: PlacedLine, _ before: PlacedLine) -> Bool {
    guard line.page == before.page, line.column == before.column else { return false }
    return (line.box.middleY - before.box.middleY) / line.size > gap
  }

  private static func endsSentence(_ line: PlacedLine) -> Bool {
    guard let last = line.text.unicodeScalars.last else { return true }
    return "。！？；：!?;:”』」》…".unicodeScalars.contains(last)
  }
}
