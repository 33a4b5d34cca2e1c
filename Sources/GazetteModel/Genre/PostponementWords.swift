import GazetteText

/// How a text says that a day is put off (延期), as data.
package enum PostponementWords {
  /// The words, each at least two characters.
  package static let all = ["延长", "延期", "延至", "延后", "推迟", "顺延", "展期", "宽限", "放宽至"]

  private static let table = WordTable(all.joined(separator: " "))

  /// Whether one of them stands in a text.
  package static func occurs(in text: String) -> Bool {
    let scalars = Array(text.unicodeScalars)
    return table.occurs(in: scalars, 0..<scalars.count)
  }
}
