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
      tags: mark.tags.joined(separator: "\n")) + of(mark.text.content)
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
  static let sql = """
    entrySum(entry.issue, entry.reference, entry.reviewer, entry.at, entry.state, entry.note,
    entry.tags, text.content)
    """
}

/// The hash of Fowler, Noll and Vo, variant 1a, of 64 bits.
private struct FNV1a {
  private var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      for byte in bytes { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    }
  }

  /// 16 hexadecimal digits.
  var digits: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
