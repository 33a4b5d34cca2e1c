/// Tells formats by content, never by name.
package enum FormatDetection {
  /// What begins a format.
  private static let beginnings: [(bytes: [UInt8], format: FileFormat)] = [
    ([0x50, 0x4B, 0x03, 0x04], .zip), ([0x50, 0x4B, 0x05, 0x06], .zip),
    ([0x1F, 0x8B], .gzip),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .compound),
    (Array("{\\rtf".utf8), .rtf),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .picture),
    ([0xFF, 0xD8, 0xFF], .picture),
    ([0x49, 0x49, 0x2A, 0x00], .picture), ([0x4D, 0x4D, 0x00, 0x2A], .picture),
  ]
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The format that the beginning of a file tells; nil where it may be a text, in whatever
  /// encoding.
  ///
  /// A text in UTF-8 costs a look at its first character.
  package static func format(of bytes: [UInt8]) -> FileFormat? {
    let content = bytes.starts(with: byteOrderMark) ? bytes[3...] : bytes[...]
    guard let start = content.firstIndex(where: { !isBlank($0) }) else { return nil }
    let first = content[start]
    // Chinese text begins with none of these.
    if (0xE3...0xEF).contains(first) { return nil }
    for (beginning, format) in beginnings where bytes.starts(with: beginning) { return format }
    switch first {
    case UInt8(ascii: "%"): return content[start...].starts(with: "%PDF-".utf8) ? .pdf : nil
    case UInt8(ascii: "<"): return MarkupDetection.isPage(content[start...]) ? .html : nil
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      return MarkupDetection.isJSON(content[start...]) ? .json : nil
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
      return MarkupDetection.isMultipart(content[start...]) ? .mhtml : nil
    default: return nil
    }
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
