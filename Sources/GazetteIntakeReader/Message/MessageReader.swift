import GazetteIntake
import GazetteModel

/// Reads MHTML: the page of a message that has a page and what belongs to it as its parts.
enum MessageReader {
  static func read(_ bytes: [UInt8]) throws(ReadingFailure) -> PrintedText {
    let head = MessageHead(bytes[...])
    guard let boundary = head.parameter("boundary", of: "content-type") else {
      throw ReadingFailure(.damaged)
    }
    for part in parts(of: bytes, from: head.end, boundary: Array("--\(boundary)".utf8)) {
      let head = MessageHead(part)
      guard let type = head["content-type"]?.lowercased(), type.hasPrefix("text/html") else {
        continue
      }
      let body = decoded(part[head.end...], head["content-transfer-encoding"]?.lowercased() ?? "")
      return try HTMLReader.read(body, charset: head.parameter("charset", of: "content-type"))
    }
    throw ReadingFailure(.noText)
  }

  /// The parts between lines that begin with the boundary.
  private static func parts(
    of bytes: [UInt8], from start: Int, boundary: [UInt8]
  ) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var partStart: Int?
    var line = start
    while line < bytes.count {
      let end = bytes[line...].firstIndex(of: 0x0A) ?? bytes.count
      if bytes[line..<end].starts(with: boundary) {
        if let partStart { parts.append(bytes[partStart..<line]) }
        partStart = min(end + 1, bytes.count)
      }
      line = end + 1
    }
    if let partStart, partStart < bytes.count { parts.append(bytes[partStart...]) }
    return parts
  }

  private static func decoded(_ body: ArraySlice<UInt8>, _ encoding: String) -> [UInt8] {
    switch encoding {
    case "quoted-printable": return quotedPrintable(body)
    case "base64": return base64(body)
    default: return Array(body)
    }
  }

  /// RFC 2045, 6.7: an equals sign before a line end joins two lines.
  private static func quotedPrintable(_ body: ArraySlice<UInt8>) -> [UInt8] {
    var joined: [UInt8] = []
    joined.reserveCapacity(body.count)
    var index = body.startIndex
    while index < body.endIndex {
      if body[index] == UInt8(ascii: "=") {
        let next = index + 1
        if next < body.endIndex, body[next] == 0x0A {
          index += 2
          continue
        }
        if next + 1 < body.endIndex, body[next] == 0x0D, body[next + 1] == 0x0A {
          index += 3
          continue
        }
      }
      joined.append(body[index])
      index += 1
    }
    return PercentEncoding.decoded(joined, sign: UInt8(ascii: "="))
  }

  private static func base64(_ body: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in body {
      let value: UInt8
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = byte - UInt8(ascii: "A")
      case UInt8(ascii: "a")...UInt8(ascii: "z"): value = byte - UInt8(ascii: "a") + 26
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = byte - UInt8(ascii: "0") + 52
      case UInt8(ascii: "+"): value = 62
      case UInt8(ascii: "/"): value = 63
      default: continue
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return result
  }
}

/// The fields before the body of a message or of one of its parts (RFC 5322).
struct MessageHead {
  private var fields: [String: String] = [:]
  /// Where the body begins.
  private(set) var end: Int

  init(_ bytes: ArraySlice<UInt8>) {
    var lines: [String] = []
    var position = bytes.startIndex
    end = bytes.endIndex
    while position < bytes.endIndex {
      let lineEnd = bytes[position...].firstIndex(of: 0x0A) ?? bytes.endIndex
      var line = bytes[position..<lineEnd]
      if line.last == 0x0D { line = line.dropLast() }
      position = min(lineEnd + 1, bytes.endIndex)
      if line.isEmpty {
        end = position
        break
      }
      let text = String(decoding: line, as: UTF8.self)
      // A line that begins with a blank goes on with the one before it.
      if let first = text.first, first == " " || first == "\t", !lines.isEmpty {
        lines[lines.count - 1] += text
      } else {
        lines.append(text)
      }
    }
    for line in lines {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
      fields[line[..<colon].lowercased()] = String(value)
    }
  }

  /// The value of a field, by its name in lower case.
  subscript(field: String) -> String? { fields[field] }

  /// A parameter in the value of a field: `boundary="…"`.
  func parameter(_ name: String, of field: String) -> String? {
    guard let value = fields[field], let range = value.lowercased().firstRange(of: name + "=")
    else {
      return nil
    }
    let offset = value.lowercased().distance(
      from: value.lowercased().startIndex, to: range.upperBound)
    let rest = value.dropFirst(offset)
    if rest.first == "\"" { return String(rest.dropFirst().prefix { $0 != "\"" }) }
    return String(rest.prefix { $0 != ";" && $0 != " " && $0 != "\t" })
  }
}
