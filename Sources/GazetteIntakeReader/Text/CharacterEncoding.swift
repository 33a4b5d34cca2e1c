import CLibXML
import Glibc

/// The encodings in which Chinese texts come, by the names that `iconv` and people know.
enum CharacterEncoding: String, CaseIterable {
  case utf8 = "UTF-8"
  case gb18030 = "GB18030"
  case big5 = "BIG5-HKSCS"
  case utf16Little = "UTF-16LE"
  case utf16Big = "UTF-16BE"

  /// What `outline` and the details say.
  var name: String { self == .big5 ? "Big5" : rawValue }

  /// The encoding that a page or message names; nil for one that no Chinese text has.
  ///
  /// GB18030 holds GBK, which holds GB 2312, and pages that name these use all of it.
  init?(label: String) {
    switch label.lowercased().filter({ $0.isLetter || $0.isNumber }) {
    case "utf8", "unicode11utf8": self = .utf8
    case "gb2312", "gbk", "gb18030", "xgbk", "csgb2312", "chinese", "gb231280", "cp936",
      "windows936", "ms936", "hz", "hzgb2312":
      self = .gb18030
    case "big5", "big5hkscs", "cnbig5", "xxbig5", "csbig5", "cp950", "windows950": self = .big5
    case "utf16", "utf16le", "unicode": self = .utf16Little
    case "utf16be": self = .utf16Big
    default: return nil
    }
  }

  /// The text of `bytes`, and how many of them are damaged: each shows as U+FFFD.
  func decoded(_ bytes: ArraySlice<UInt8>) -> (text: [UInt8], damage: Int) {
    if self == .utf8 {
      let text = String(decoding: bytes, as: UTF8.self)
      return (Array(text.utf8), text.unicodeScalars.count { $0 == "\u{FFFD}" })
    }
    guard let converter = iconv_open("UTF-8", rawValue), Int(bitPattern: converter) != -1 else {
      return ([], bytes.count)
    }
    defer { iconv_close(converter) }
    return Self.decoded(bytes, with: converter)
  }

  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  private static func decoded(
    _ bytes: ArraySlice<UInt8>, with converter: iconv_t
  ) -> (text: [UInt8], damage: Int) {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 3 / 2 + 16)
    var damage = 0
    var input = Array(bytes)
    var buffer = [CChar](repeating: 0, count: 1 << 16)
    input.withUnsafeMutableBytes { source in
      var next = source.baseAddress?.assumingMemoryBound(to: CChar.self)
      var left = source.count
      while left > 0 {
        let (result, code) = buffer.withUnsafeMutableBufferPointer { target in
          var start = target.baseAddress
          var room = target.count
          let result = iconv(converter, &next, &left, &start, &room)
          let code = errno
          text += UnsafeRawBufferPointer(
            rebasing: UnsafeRawBufferPointer(target)[..<(target.count - room)])
          return (result, code)
        }
        if result != -1 { continue }
        // Full: it goes on with an empty buffer.
        if code == E2BIG { continue }
        damage += 1
        text += replacement
        // An unfinished character at the end, or one that is none: it goes on behind its first byte.
        next = next?.advanced(by: 1)
        left -= 1
      }
    }
    return (text, damage)
  }
}
