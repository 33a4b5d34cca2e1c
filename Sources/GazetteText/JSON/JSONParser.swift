/// Why a text is not JSON.
public struct JSONFailure: Error, Equatable, Sendable {
  /// What stands in the way.
  public enum Reason: Sendable, Equatable {
    /// The text ends before the value does.
    case unexpectedEnd
    /// This character is not allowed here.
    case unexpected(Unicode.Scalar)
    /// Something follows the value.
    case trailingText
    /// The key stands twice in one object.
    case repeatedKey(String)
    /// The number is none, or too large.
    case badNumber
    /// An escape sequence or the UTF-8 of a string is broken.
    case badString
    /// Deeper than `JSONParser.depthLimit`.
    case tooDeep
  }

  /// The line, counted from 1.
  public let line: Int
  /// What is wrong there.
  public let reason: Reason

  /// Creates a failure at a line, counted from 1.
  public init(line: Int, reason: Reason) {
    self.line = line
    self.reason = reason
  }
}

/// Reads JSON (RFC 8259) strictly: no comments, no trailing commas, no key twice.
public struct JSONParser {
  /// How deep values may nest; manifests need four, and a limit keeps the recursion small.
  public static let depthLimit = 64

  private let bytes: [UInt8]
  private var index = 0
  private var line = 1

  /// The value that `bytes` hold.
  public static func parse(_ bytes: [UInt8]) throws(JSONFailure) -> JSONValue {
    var parser = JSONParser(bytes: bytes)
    let value = try parser.value(depth: 0)
    parser.skipSpace()
    if parser.index < bytes.count { throw parser.failure(.trailingText) }
    return value
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  // MARK: Values

  private mutating func value(depth: Int) throws(JSONFailure) -> JSONValue {
    if depth > Self.depthLimit { throw failure(.tooDeep) }
    skipSpace()
    switch try peek() {
    case UInt8(ascii: "{"): return .object(try object(depth: depth))
    case UInt8(ascii: "["): return .array(try array(depth: depth))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw unexpected()
    }
  }

  private mutating func object(depth: Int) throws(JSONFailure) -> JSONObject {
    var members: [JSONObject.Member] = []
    var lines: [Int] = []
    index += 1
    skipSpace()
    if try take(UInt8(ascii: "}")) { return [:] }
    while true {
      skipSpace()
      guard try peek() == UInt8(ascii: "\"") else { throw unexpected() }
      let name = try string()
      lines.append(line)
      skipSpace()
      guard try take(UInt8(ascii: ":")) else { throw unexpected() }
      members.append((name, try value(depth: depth + 1)))
      skipSpace()
      if try take(UInt8(ascii: "}")) { break }
      guard try take(UInt8(ascii: ",")) else { throw unexpected() }
    }
    if let object = JSONObject(members) { return object }
    throw repeatedKey(in: members.map(\.name), lines: lines)
  }

  /// The failure at the first name that has stood before.
  private func repeatedKey(in names: [String], lines: [Int]) -> JSONFailure {
    var seen: Set<String> = []
    let place = names.firstIndex { !seen.insert($0).inserted } ?? 0
    return JSONFailure(line: lines[place], reason: .repeatedKey(names[place]))
  }

  private mutating func array(depth: Int) throws(JSONFailure) -> [JSONValue] {
    var elements: [JSONValue] = []
    index += 1
    skipSpace()
    if try take(UInt8(ascii: "]")) { return elements }
    while true {
      elements.append(try value(depth: depth + 1))
      skipSpace()
      if try take(UInt8(ascii: "]")) { return elements }
      guard try take(UInt8(ascii: ",")) else { throw unexpected() }
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONFailure)
    -> JSONValue
  {
    for expected in word.description.utf8 {
      guard try take(expected) else { throw unexpected() }
    }
    return value
  }

  private mutating func number() throws(JSONFailure) -> JSONValue {
    let start = index
    var isWhole = true
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"): break
      case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"): isWhole = false
      default: return try number(String(decoding: bytes[start..<index], as: UTF8.self), isWhole)
      }
      index += 1
    }
    return try number(String(decoding: bytes[start..<index], as: UTF8.self), isWhole)
  }

  private func number(_ text: String, _ isWhole: Bool) throws(JSONFailure) -> JSONValue {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let hasLeadingZero = digits.hasPrefix("0") && digits.dropFirst().first?.isNumber == true
    let isBare = digits.first?.isNumber != true || digits.last?.isNumber != true
    if hasLeadingZero || isBare { throw failure(.badNumber) }
    if isWhole, let integer = Int(text) { return .integer(integer) }
    guard let number = Double(text), number.isFinite, !digits.contains(".e"), !digits.contains(".E")
    else { throw failure(.badNumber) }
    return .number(number)
  }

  // MARK: Strings

  private mutating func string() throws(JSONFailure) -> String {
    index += 1
    var text: [UInt8] = []
    while true {
      let byte = try peek()
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        guard let string = String(validating: text, as: UTF8.self) else {
          throw failure(.badString)
        }
        return string
      case UInt8(ascii: "\\"):
        index += 1
        text.append(contentsOf: String(try escapedScalar()).utf8)
      case 0x00...0x1F: throw failure(.badString)
      default:
        text.append(byte)
        index += 1
      }
    }
  }

  private mutating func escapedScalar() throws(JSONFailure) -> Unicode.Scalar {
    let byte = try peek()
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"):
      let first = try hexadecimal()
      if let scalar = Unicode.Scalar(first) { return scalar }
      guard try take(UInt8(ascii: "\\")), try take(UInt8(ascii: "u")) else {
        throw failure(.badString)
      }
      let second = try hexadecimal()
      guard (0xD800..<0xDC00).contains(first), (0xDC00..<0xE000).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      else { throw failure(.badString) }
      return scalar
    default: throw failure(.badString)
    }
  }

  /// The value of four hexadecimal digits.
  private mutating func hexadecimal() throws(JSONFailure) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = Character(Unicode.Scalar(try peek())).hexDigitValue else {
        throw failure(.badString)
      }
      value = value << 4 + UInt32(digit)
      index += 1
    }
    return value
  }

  // MARK: Bytes

  private mutating func skipSpace() {
    while index < bytes.count {
      switch bytes[index] {
      case 0x0A: line += 1
      case 0x09, 0x0D, 0x20: break
      default: return
      }
      index += 1
    }
  }

  private func peek() throws(JSONFailure) -> UInt8 {
    guard index < bytes.count else { throw failure(.unexpectedEnd) }
    return bytes[index]
  }

  private mutating func take(_ expected: UInt8) throws(JSONFailure) -> Bool {
    guard try peek() == expected else { return false }
    index += 1
    return true
  }

  /// The failure at a character that cannot stand here.
  private func unexpected() -> JSONFailure {
    let rest = String(decoding: bytes[index..<min(index + 4, bytes.count)], as: UTF8.self)
    guard let scalar = rest.unicodeScalars.first else { return failure(.unexpectedEnd) }
    return failure(.unexpected(scalar))
  }

  private func failure(_ reason: JSONFailure.Reason) -> JSONFailure {
    JSONFailure(line: line, reason: reason)
  }
}
