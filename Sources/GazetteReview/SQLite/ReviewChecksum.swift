import SQLiteKit

/// What tells that an entry is as it was written: 16 hexadecimal digits for what it says, 16 for the words it
/// was put on.
///
/// The sum is FNV-1a of 64 bits: any single byte that differs makes another sum, and damage that keeps it is
/// as likely as one in 2⁶⁴. It is no protection against whoever alters a store on purpose.
enum ReviewChecksum {
  /// The sum of an entry.
  static func of(_ mark: ReviewMark) -> String {
    of(
      issue: mark.key.issue, reference: mark.key.reference, reviewer: mark.reviewer,
      at: mark.at.milliseconds, state: mark.state.rawValue, note: mark.note,
      tags: mark.tags.joined(separator: "\n")) + of(mark.text)
  }

  /// The part for what an entry says.
  static func of(
    issue: String, reference: String, reviewer: String, at: Int64, state: String, note: String,
    tags: String
  ) -> String {
    var hash = FNV1a()
    for field in [issue, reference, reviewer, String(at), state, note, tags] {
      // The lengths, so that no character can move from one field into the next.
      hash.add("\(field.utf8.count):")
      hash.add(field)
    }
    return hash.digits
  }

  /// The part for the words and those around them; where nothing is known of these, for the words alone.
  static func of(_ text: ReviewedText) -> String { of(text.content + text.writtenSurroundings) }

  /// The part for the words.
  static func of(_ content: String) -> String {
    var hash = FNV1a()
    hash.add(content)
    return hash.digits
  }

  /// The same in SQL: `entrySum(issue, reference, reviewer, at, state, note, tags, content)`.
  static let function = DatabaseFunction("entrySum", argumentCount: 8) { values in
    let texts = values.map { $0.text ?? "" }
    return of(
      issue: texts[0], reference: texts[1], reviewer: texts[2],
      at: values[3].integer ?? 0, state: texts[4], note: texts[5], tags: texts[6])
      + of(texts[7])
  }

  /// The sum of an entry's row, in SQL, where its text is joined.
  static let sql = sum(of: "text.content || text.surroundings")

  /// The same for stores that do not know what stood around the words.
  static let sqlOfFifthVersion = sum(of: "text.content")

  private static func sum(of words: String) -> String {
    """
    entrySum(entry.issue, entry.reference, entry.reviewer, entry.at, entry.state, entry.note,
    entry.tags, \(words))
    """
  }
}
