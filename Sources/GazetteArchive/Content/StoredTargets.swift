import GazetteModel
import GazetteText

/// The quantities and deadlines of an issue (目标). What they print is a stretch of the text and
/// stands there alone.
struct StoredTarget {
  let stretch: StoredStretch
  let kind: Target.Kind
  let value: Double?
  let upper: Double?
  let unit: String
  let comparator: Target.Comparator
  let deadline: CalendarDate?
  private let text: StoredWords
  private let subject: StoredWords

  /// Words that are a stretch of the text, or others.
  private enum StoredWords {
    case stretch(ScalarRange)
    case own(String)
  }

  static func write(_ index: FilterIndex) -> [UInt8] {
    var writer = PartWriter()
    var last = 0
    writer.add(index.targets.targets.count)
    for target in index.targets.targets {
      StoredStretch(target.node, target.place, target.range).write(after: &last, to: &writer)
      let kind = Target.Kind.allCases.firstIndex(of: target.kind) ?? 0
      let comparator = Target.Comparator.allCases.firstIndex(of: target.comparator) ?? 0
      writer.add(kind << 4 | comparator)
      add(target.value, &writer)
      add(target.upper, &writer)
      writer.add(target.unit)
      writer.add(target.deadline.map { ($0.year * 13 + $0.month) * 32 + $0.day } ?? 0)
      let text = index.issue[target.node].scalars(at: target.place) ?? []
      add(target.text, near: target.range.start, of: text, &writer)
      add(target.subject, near: target.range.start, of: text, &writer)
    }
    return writer.bytes
  }

  /// Nothing is 0, a small whole number itself and 2, any other 1 and its eight bytes.
  private static func add(_ value: Double?, _ writer: inout PartWriter) {
    guard let value else { return writer.add(0) }
    if value >= 0, value < 1e15, value == value.rounded(), value.sign == .plus {
      writer.add(Int(value) + 2)
    } else {
      writer.add(1)
      writer.add(value)
    }
  }

  private static func readValue(_ reader: inout PartReader) throws(PartReader.Damage) -> Double? {
    switch try reader.number() {
    case 0: nil
    case 1: try reader.double()
    case let number: Double(number - 2)
    }
  }

  private static func add(
    _ words: String, near start: Int, of text: [Unicode.Scalar], _ writer: inout PartWriter
  ) {
    let wanted = Array(words.unicodeScalars)
    if !wanted.isEmpty, wanted.count <= text.count {
      let last = text.count - wanted.count
      // What is said of a quantity stands before it mostly, and nearest.
      for place in Array((0...min(start, last)).reversed()) + Array(min(start, last)...last)
      where text[place..<place + wanted.count].elementsEqual(wanted) {
        writer.add(wanted.count)
        writer.add(place)
        return
      }
    }
    writer.add(0)
    writer.add(words)
  }

  private static func readWords(
    _ reader: inout PartReader
  ) throws(PartReader.Damage) -> StoredWords {
    let count = try reader.number()
    guard count > 0 else { return .own(try reader.text()) }
    let start = try reader.number()
    return .stretch(ScalarRange(start, start + count))
  }

  /// Reads the targets of an issue of `count` nodes.
  static func read(
    _ bytes: [UInt8], count: Int
  ) throws(PartReader.Damage) -> [StoredTarget] {
    var reader = PartReader(bytes)
    var result: [StoredTarget] = []
    var last = 0
    for _ in 0..<(try reader.count(atMost: bytes.count)) {
      let stretch = try StoredStretch(&reader, after: &last, count: count)
      let kinds = try reader.number()
      guard Target.Kind.allCases.indices.contains(kinds >> 4),
        Target.Comparator.allCases.indices.contains(kinds & 15)
      else { throw PartReader.Damage() }
      let (value, upper) = (try readValue(&reader), try readValue(&reader))
      let unit = try reader.text()
      let day = try reader.number()
      result.append(
        StoredTarget(
          stretch: stretch, kind: Target.Kind.allCases[kinds >> 4], value: value, upper: upper,
          unit: unit, comparator: Target.Comparator.allCases[kinds & 15],
          deadline: day == 0
            ? nil : CalendarDate(year: day / 416, month: day / 32 % 13, day: day % 32),
          text: try readWords(&reader), subject: try readWords(&reader)))
    }
    return result
  }

  /// The target itself, given the text it stands in.
  func target(in text: [Unicode.Scalar], at node: NodeID? = nil) -> Target {
    func string(_ words: StoredWords) -> String {
      switch words {
      case .own(let words): words
      case .stretch(let range):
        range.start <= range.end && range.end <= text.count
          ? Array(text[range.start..<range.end]).string : ""
      }
    }
    return Target(
      node: node ?? stretch.node, place: stretch.place, range: stretch.range,
      text: string(self.text), kind: kind, value: value, upper: upper, unit: unit,
      comparator: comparator, subject: string(subject), deadline: deadline)
  }
}
