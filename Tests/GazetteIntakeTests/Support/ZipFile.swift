/// A zip file whose members are stored as they are.
struct ZipFile {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  init(_ members: [(name: String, content: String)]) {
    for (name, content) in members { add(name, Array(content.utf8)) }
  }

  mutating func add(_ name: String, _ content: [UInt8]) {
    let offset = bytes.count
    let common: [UInt8] =
      // Version, flags (names are UTF-8), stored, time and date.
      number(20, 2) + number(0x800, 2) + number(0, 2) + number(0, 2) + number(0x21, 2)
      + number(Int(Self.checksum(content)), 4) + number(content.count, 4)
      + number(content.count, 4) + number(name.utf8.count, 2) + number(0, 2)
    bytes += [0x50, 0x4B, 3, 4] + common + Array(name.utf8) + content
    directory +=
      [0x50, 0x4B, 1, 2] + number(20, 2) + common + number(0, 2) + number(0, 2) + number(0, 2)
      + number(0, 4) + number(offset, 4) + Array(name.utf8)
    count += 1
  }

  /// The whole file.
  var file: [UInt8] {
    bytes + directory + [0x50, 0x4B, 5, 6] + number(0, 4) + number(count, 2) + number(count, 2)
      + number(directory.count, 4) + number(bytes.count, 4) + number(0, 2)
  }

  private func number(_ value: Int, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  /// CRC-32 of ISO 3309.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
