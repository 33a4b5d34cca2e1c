/// Names of files, which are bytes: those that are not UTF-8, such as names in GBK from zip files made
/// on Chinese Windows, survive as text.
///
/// A byte that is not UTF-8 is carried by a character of the private use area, from U+10FF00 on.
/// Characters from there, where a name has them, are carried byte by byte too, so that no two names
/// have one text.
package enum FileName {
  private static let base: UInt32 = 0x10FF00

  /// A name as text.
  package static func text(_ bytes: some Collection<UInt8>) -> String {
    let bytes = Array(bytes)
    if let text = String(validating: bytes, as: UTF8.self),
      !text.unicodeScalars.contains(where: isCarrier)
    {
      return text
    }
    var result = String.UnicodeScalarView()
    var rest = bytes[...]
    while let first = rest.first {
      let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      let sequence = rest.prefix(length)
      if let text = String(validating: sequence, as: UTF8.self),
        let scalar = text.unicodeScalars.first,
        text.unicodeScalars.count == 1, !isCarrier(scalar)
      {
        result.append(scalar)
        rest = rest.dropFirst(sequence.count)
      } else {
        if let scalar = Unicode.Scalar(base + UInt32(first)) { result.append(scalar) }
        rest = rest.dropFirst()
      }
    }
    return String(result)
  }

  /// The bytes of a name.
  package static func bytes(_ text: String) -> [UInt8] {
    guard text.unicodeScalars.contains(where: isCarrier) else { return Array(text.utf8) }
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      if isCarrier(scalar) {
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        bytes += Array(String(Character(scalar)).utf8)
      }
    }
    return bytes
  }

  /// Calls `body` with a name as the system takes it.
  package static func withBytes<Result>(
    _ text: String, _ body: (UnsafePointer<CChar>) -> Result
  ) -> Result {
    let bytes = bytes(text).map { CChar(bitPattern: $0) } + [0]
    return bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { preconditionFailure("the name has an end") }
      return body(start)
    }
  }

  /// A name to be shown: bytes that are not UTF-8 as U+FFFD.
  package static func shown(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isCarrier) else { return text }
    return String(
      String.UnicodeScalarView(text.unicodeScalars.map { isCarrier($0) ? "\u{FFFD}" : $0 }))
  }

  private static func isCarrier(_ scalar: Unicode.Scalar) -> Bool {
    (base...base + 0xFF).contains(scalar.value)
  }
}
