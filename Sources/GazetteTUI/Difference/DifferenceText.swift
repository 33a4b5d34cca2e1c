import GazetteDifference
import GazetteText

/// A difference as text for people: what is not the same, in order, and how much of each there is.
struct DifferenceText {
  let difference: Difference
  let language: Language

  /// The most words of what stays that are shown beside a change, in scalars.
  private static let context = 20

  func write(to output: inout TextOutput) {
    output.writeLine(DifferenceWord.summary(of: difference, in: language))
    for entry in difference.entries where entry.kind != .same {
      output.writeLine("")
      output.writeParagraph(head(of: entry), hanging: 2)
      switch entry.kind {
      case .changed: write(Self.marked(entry.spans), to: &output)
      case .added, .removed: write((entry.new ?? entry.old)?.text ?? "", to: &output)
      case .moved, .same: break
      }
    }
  }

  private func head(of entry: Difference.Entry) -> String {
    let places = [entry.old?.reference, entry.new?.reference].compactMap(\.self)
    let place =
      places.first == places.last ? places.prefix(1).joined() : places.joined(separator: " → ")
    return "\(Self.sign(of: entry.kind)) \(place)  \(entry.title)"
  }

  private func write(_ text: String, to output: inout TextOutput) {
    // By bytes: characters are told apart more slowly than they are written.
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
      output.writeParagraph(String(Substring(line)), indent: 4, hanging: 4)
    }
  }

  static func sign(of kind: Difference.Kind) -> String {
    switch kind {
    case .same: " "
    case .changed: "~"
    case .added: "+"
    case .removed: "-"
    case .moved: ">"
    }
  }

  /// The spans on one text with marks around what went and came; long stretches that stay are cut.
  static func marked(_ spans: [Difference.Span]) -> String {
    spans.enumerated().map { index, span in
      switch span.operation {
      case .keep: cut(span.text, isFirst: index == 0, isLast: index == spans.count - 1)
      case .delete: "[-\(span.text)-]"
      case .insert: "{+\(span.text)+}"
      }
    }.joined()
  }

  private static func cut(_ text: String, isFirst: Bool, isLast: Bool) -> String {
    let scalars = Array(text.unicodeScalars)
    let kept = (isFirst ? 0 : context, isLast ? 0 : context)
    guard scalars.count > kept.0 + kept.1 + 2 else { return text }
    func joined(_ part: ArraySlice<Unicode.Scalar>) -> String {
      part.reduce(into: "") { $0.unicodeScalars.append($1) }
    }
    return joined(scalars.prefix(kept.0)) + "…" + joined(scalars.suffix(kept.1))
  }
}

/// The words of comparisons, in both languages.
enum DifferenceWord {
  /// The first letter of what became of a unit, at its left edge on the screen: `+`, `-` and `>` mean
  /// something else there.
  static func letter(_ kind: Difference.Kind) -> Phrase {
    switch kind {
    case .same: Phrase("", "")
    case .changed: Phrase("改", "c")
    case .added: Phrase("增", "a")
    case .removed: Phrase("删", "r")
    case .moved: Phrase("移", "m")
    }
  }

  static func kind(_ kind: Difference.Kind) -> Phrase {
    switch kind {
    case .same: Phrase("相同", "same")
    case .changed: Phrase("修改", "changed")
    case .added: Phrase("新增", "added")
    case .removed: Phrase("删除", "removed")
    case .moved: Phrase("移动", "moved")
    }
  }

  /// How many units there are of each kind.
  static func summary(of difference: Difference, in language: Language) -> String {
    Difference.Kind.allCases.map { kind in
      let (name, count) = (Self.kind(kind), difference.count(of: kind))
      return Phrase("\(name) \(count)", "\(count) \(name)")[language]
    }.joined(separator: language.comma)
  }
}
