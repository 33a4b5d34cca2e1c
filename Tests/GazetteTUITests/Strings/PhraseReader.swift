import Foundation

/// The phrases of the sources, read from the code: only literals make one, so none can be missed.
struct PhraseReader {
  /// A text of a phrase as a literal says it.
  struct Text: Hashable {
    /// With `{0}`, `{1}` … for what is interpolated.
    let template: String
    /// What is interpolated, and the places `{0}` or `{}` that are filled later.
    let places: Set<String>
  }

  /// A phrase, or what is called as one.
  struct Call {
    let place: String
    /// What stands for each language; several texts where a condition chooses.
    let arguments: [[Text]]

    var isReadable: Bool { arguments.count == 2 && arguments.allSatisfy { !$0.isEmpty } }
    var chinese: [Text] { arguments[0] }
    var english: [Text] { arguments[1] }
  }

  private let path: String
  private let bytes: [UInt8]
  private var index = 0
  private var calls: [Call] = []

  private init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  static func calls(in code: String, path: String) -> [Call] {
    var reader = PhraseReader(path: path, bytes: Array(code.utf8))
    while reader.index < reader.bytes.count { _ = reader.readGroup() }
    return reader.calls
  }

  /// Every phrase below `Sources`.
  static func allCalls() throws -> [Call] {
    var root = URL(fileURLWithPath: #filePath)
    while root.lastPathComponent != "Tests" { root.deleteLastPathComponent() }
    let sources = root.deletingLastPathComponent().appendingPathComponent("Sources")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: sources.path).sorted()
    return try paths.filter { $0.hasSuffix(".swift") }.flatMap { path -> [Call] in
      let code = try String(contentsOf: sources.appendingPathComponent(path), encoding: .utf8)
      return code.contains("Phrase(") ? calls(in: code, path: path) : []
    }
  }

  // MARK: Code

  private func byte(_ offset: Int = 0) -> UInt8 {
    bytes.indices.contains(index + offset) ? bytes[index + offset] : 0
  }

  private func follows(_ text: StaticString) -> Bool {
    let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    return bytes[index...].starts(with: wanted)
  }

  /// Reads to the bracket that closes what has been opened; the literals in it by argument.
  private mutating func readGroup() -> [[Text]] {
    var arguments: [[Text]] = [[]]
    while index < bytes.count {
      let next = byte()
      if follows("//") {
        while index < bytes.count, byte() != UInt8(ascii: "\n") { index += 1 }
      } else if next == UInt8(ascii: "\"") || follows("#\"") {
        arguments[arguments.count - 1].append(readLiteral())
      } else if "([{".utf8.contains(next) {
        index += 1
        _ = readGroup()
      } else if ")]}".utf8.contains(next) {
        index += 1
        return arguments
      } else if next == UInt8(ascii: ",") {
        index += 1
        arguments.append([])
      } else if Self.isOfName(next) {
        readName()
      } else {
        index += 1
      }
    }
    return arguments
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    let letter = byte | 0x20
    return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter) || byte == UInt8(ascii: "_")
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte >= 0x80
  }

  private mutating func readName() {
    let start = index
    while index < bytes.count, Self.isOfName(byte()) { index += 1 }
    guard byte() == UInt8(ascii: "("), bytes[start..<index].elementsEqual("Phrase".utf8) else {
      return
    }
    let line = 1 + bytes[..<start].count { $0 == UInt8(ascii: "\n") }
    index += 1
    calls.append(Call(place: "\(path):\(line)", arguments: readGroup()))
  }

  // MARK: Literals

  private mutating func readLiteral() -> Text {
    var hashes = 0
    while byte() == UInt8(ascii: "#") {
      hashes += 1
      index += 1
    }
    let isLong = follows("\"\"\"")
    let mark = Array(repeating: UInt8(ascii: "\""), count: isLong ? 3 : 1)
    let close = mark + Array(repeating: UInt8(ascii: "#"), count: hashes)
    index += mark.count
    let indentation = isLong ? indentation(before: close) : 0
    if isLong { index += 1 + indentation }
    var values: [String] = []
    var written: [UInt8] = []
    // Without what is interpolated.
    var literal: [UInt8] = []
    while index < bytes.count, !bytes[index...].starts(with: close) {
      if byte() == UInt8(ascii: "\\"), escapes(hashes) {
        index += 1 + hashes
        if byte() == UInt8(ascii: "(") {
          let start = index + 1
          index += 1
          _ = readGroup()
          written += Array("{\(values.count)}".utf8)
          values.append(String(decoding: bytes[start..<index - 1], as: UTF8.self))
        } else {
          let escaped = readEscape(indentation)
          written += escaped
          literal += escaped
        }
      } else {
        let isEnd = byte() == UInt8(ascii: "\n")
        written.append(byte())
        literal.append(byte())
        index += 1
        if isEnd { skipBlanks(indentation) }
      }
    }
    index += close.count
    // The line break before the closing mark is no part of the text.
    if isLong {
      if written.last == UInt8(ascii: "\n") { written.removeLast() }
      if literal.last == UInt8(ascii: "\n") { literal.removeLast() }
    }
    return Text(
      template: String(decoding: written, as: UTF8.self),
      places: Self.filledLater(String(decoding: literal, as: UTF8.self)).union(values))
  }

  /// The places of a text that are numbered or empty; those with names are keys of commands.
  static func filledLater(_ text: String) -> Set<String> {
    Set(text.matches(of: /\{[0-9]*\}/).map { String($0.0) })
  }

  private func escapes(_ hashes: Int) -> Bool {
    bytes[(index + 1)...].starts(with: Array(repeating: UInt8(ascii: "#"), count: hashes))
  }

  private mutating func readEscape(_ indentation: Int) -> [UInt8] {
    defer { index += 1 }
    switch byte() {
    case UInt8(ascii: "n"): return [UInt8(ascii: "\n")]
    case UInt8(ascii: "t"): return [UInt8(ascii: "\t")]
    case UInt8(ascii: "\n"):
      index += 1
      skipBlanks(indentation)
      index -= 1
      return []
    case UInt8(ascii: "u"):
      index += 2
      var value: UInt32 = 0
      while byte() != UInt8(ascii: "}"), index < bytes.count {
        value = value * 16 + UInt32(Character(Unicode.Scalar(byte())).hexDigitValue ?? 0)
        index += 1
      }
      return Array(String(Character(Unicode.Scalar(value) ?? "\u{FFFD}")).utf8)
    default: return [byte()]
    }
  }

  /// How far the closing mark of a long literal is indented.
  private func indentation(before close: [UInt8]) -> Int {
    var start = index
    while start < bytes.count {
      guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) else { return 0 }
      let blanks = bytes[(end + 1)...].prefix { $0 == UInt8(ascii: " ") }.count
      if bytes[(end + 1 + blanks)...].starts(with: close) { return blanks }
      start = end + 1
    }
    return 0
  }

  private mutating func skipBlanks(_ most: Int) {
    index += bytes[index...].prefix(most).prefix { $0 == UInt8(ascii: " ") }.count
  }
}
