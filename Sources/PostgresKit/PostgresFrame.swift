/// What goes to `gazette-postgres` and comes from it, as `Sources/GazettePostgres` says.
package enum PostgresFrame {
  /// The request to connect.
  package static func connecting(to url: String) -> [UInt8] {
    framed([UInt8(ascii: "C")] + url.utf8)
  }

  /// The request to run a statement; without parameters several statements.
  package static func asking(_ sql: String, _ parameters: [String?]) -> [UInt8] {
    var body = [UInt8(ascii: "Q")]
    body += number(UInt32(parameters.count))
    for parameter in parameters {
      guard let parameter else {
        body += number(.max)
        continue
      }
      let bytes = Array(PostgresText.stored(parameter).utf8)
      body += number(UInt32(bytes.count))
      body += bytes
    }
    return framed(body + sql.utf8)
  }

  /// The request to run a statement whose parameters and rows are in the server's binary form.
  package static func asking(_ sql: String, binary values: [PostgresValue]) -> [UInt8] {
    var body = [UInt8(ascii: "B")]
    body += number(UInt32(values.count))
    for value in values {
      guard let bytes = value.bytes else {
        body += number(.max)
        continue
      }
      body += number(UInt32(bytes.count))
      body += bytes
    }
    return framed(body + sql.utf8)
  }

  /// How many bytes follow the first four.
  package static func length(_ head: [UInt8]) -> Int { Int(value(head[...])) }

  /// The largest answer, in bytes.
  package static let longest = 1 << 30

  /// Reads an answer without its length; nil where it is none.
  package static func answer(_ bytes: [UInt8]) -> Result<PostgresRows, PostgresError>? {
    let body = bytes.dropFirst()
    switch bytes.first.map(Unicode.Scalar.init) {
    case "K":
      return .success(PostgresRows(rows: [[String(decoding: body, as: UTF8.self)]], tag: ""))
    case "E":
      guard body.count >= 6 else { return nil }
      return .failure(
        PostgresError(
          state: String(decoding: body.prefix(5), as: UTF8.self),
          isLost: body[body.startIndex + 5] != 0,
          words: String(decoding: body.dropFirst(6), as: UTF8.self)))
    case "R": return rows(body).map { .success($0) }
    default: return nil
    }
  }

  private static func rows(_ body: ArraySlice<UInt8>) -> PostgresRows? {
    var rest = body
    func take() -> UInt32? {
      guard rest.count >= 4 else { return nil }
      defer { rest = rest.dropFirst(4) }
      return value(rest.prefix(4))
    }
    guard let columns = take(), let count = take() else { return nil }
    var rows: [[String?]] = []
    rows.reserveCapacity(min(Int(count), rest.count / 4))
    for _ in 0..<count {
      var row: [String?] = []
      row.reserveCapacity(min(Int(columns), rest.count / 4))
      for _ in 0..<columns {
        guard let length = take() else { return nil }
        if length == .max {
          row.append(nil)
          continue
        }
        guard rest.count >= Int(length) else { return nil }
        row.append(
          PostgresText.read(String(decoding: rest.prefix(Int(length)), as: UTF8.self)))
        rest = rest.dropFirst(Int(length))
      }
      rows.append(row)
    }
    return PostgresRows(rows: rows, tag: String(decoding: rest, as: UTF8.self))
  }

  private static func framed(_ body: [UInt8]) -> [UInt8] { number(UInt32(body.count)) + body }

  private static func number(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  private static func value(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.reduce(0) { $0 << 8 | UInt32($1) }
  }
}

/// Text as PostgreSQL can keep it: it has no U+0000, which a printed text may have.
///
/// The noncharacter U+10FFFF introduces what cannot stand by itself.
package enum PostgresText {
  private static let escape: Unicode.Scalar = "\u{10FFFF}"

  package static func stored(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.value == 0 || $0 == escape }) else {
      return text
    }
    var stored = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\0": stored.append(contentsOf: [escape, "0"])
      case escape: stored.append(contentsOf: [escape, "1"])
      default: stored.append(scalar)
      }
    }
    return String(stored)
  }

  package static func read(_ stored: String) -> String {
    guard stored.unicodeScalars.contains(escape) else { return stored }
    var text = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in stored.unicodeScalars {
      if isEscaped {
        text.append(scalar == "0" ? "\0" : escape)
        isEscaped = false
      } else if scalar == escape {
        isEscaped = true
      } else {
        text.append(scalar)
      }
    }
    return String(text)
  }
}

/// Why the server, or the way to it, did not do what was asked.
package struct PostgresError: Error, Equatable {
  /// The five letters of SQLSTATE; those that begin with `GZ` are of the program itself.
  package let state: String
  /// Whether there is no connection any more.
  package let isLost: Bool
  /// The words of the server or of libpq, one line.
  package let words: String

  /// What goes between is not installed.
  package static let noProgram = PostgresError(
    state: "GZ002", isLost: true, words: "gazette-postgres")
  /// What goes between ended or made no sense.
  package static let cut = PostgresError(state: "08006", isLost: true, words: "gazette-postgres")

  /// Whether the server is there, but just starting or stopping, or has too many connections.
  package var isStarting: Bool { state == "57P03" || state == "53300" }

  /// Whether the same may go well a little later.
  package var mayPass: Bool {
    switch state {
    // Serialization failure, deadlock, too many connections.
    case "40001", "40P01", "53300": true
    case "GZ001", "GZ002", "GZ003": false
    // Wrong password, no such role, no such database.
    case _ where state.hasPrefix("28") || state == "3D000" || state == "42501": false
    default: isLost
    }
  }
}

/// The rows that a statement gave, and the tag of the command.
package struct PostgresRows: Equatable {
  package let rows: [[String?]]
  package let tag: String
}

extension [String?] {
  /// The text of a column; empty for null.
  package func text(_ column: Int) -> String {
    (indices.contains(column) ? self[column] : nil) ?? ""
  }

  /// The number of a column; nil for null.
  package func number(_ column: Int) -> Int64? { Int64(text(column)) }
}
