/// The hash of FIPS 180-4, for fingerprints of texts and for the content policy of exported pages.
package enum SHA256 {
  /// The 32 bytes of the hash of `bytes`.
  ///
  /// Files of many megabytes are known again by it, so that blocks are read where they lie.
  package static func hash(_ bytes: some Collection<UInt8>) -> [UInt8] {
    bytes.withContiguousStorageIfAvailable { hash(of: UnsafeRawBufferPointer($0)) }
      ?? Array(bytes).withUnsafeBytes { hash(of: $0) }
  }

  private static func hash(of bytes: UnsafeRawBufferPointer) -> [UInt8] {
    var state = ChainingValue(
      a: 0x6a09_e667, b: 0xbb67_ae85, c: 0x3c6e_f372, d: 0xa54f_f53a, e: 0x510e_527f,
      f: 0x9b05_688c, g: 0x1f83_d9ab, h: 0x5be0_cd19)
    let whole = bytes.count / 64 * 64
    var rest = Array(bytes[whole...]) + [0x80]
    while rest.count % 64 != 56 { rest.append(0) }
    withUnsafeBytes(of: UInt64(bytes.count * 8).bigEndian) { rest += $0 }
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
      constants.withUnsafeBufferPointer { constants in
        for start in stride(from: 0, to: whole, by: 64) {
          state.take(bytes, at: start, schedule, constants)
        }
        rest.withUnsafeBytes { rest in
          for start in stride(from: 0, to: rest.count, by: 64) {
            state.take(rest, at: start, schedule, constants)
          }
        }
      }
    }
    return state.words.flatMap { word in withUnsafeBytes(of: word.bigEndian) { Array($0) } }
  }

  /// The hash of a text's UTF-8 in hexadecimal digits.
  package static func hexadecimal(_ text: String) -> String { hexadecimal(text.utf8) }

  /// The hash of `bytes` in hexadecimal digits.
  package static func hexadecimal(_ bytes: some Collection<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: hash(bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] },
      as: UTF8.self)
  }

  /// What has been read so far, in eight words (6.2.2).
  private struct ChainingValue {
    var a, b, c, d, e, f, g, h: UInt32

    var words: [UInt32] { [a, b, c, d, e, f, g, h] }

    mutating func take(
      _ bytes: UnsafeRawBufferPointer, at start: Int,
      _ schedule: UnsafeMutableBufferPointer<UInt32>,
      _ constants: UnsafeBufferPointer<UInt32>
    ) {
      for index in 0..<16 {
        let word = bytes.loadUnaligned(fromByteOffset: start + index * 4, as: UInt32.self)
        schedule[index] = UInt32(bigEndian: word)
      }
      for index in 16..<64 {
        let early = schedule[index - 15]
        let late = schedule[index - 2]
        let first = rotated(early, 7) ^ rotated(early, 18) ^ (early >> 3)
        let second = rotated(late, 17) ^ rotated(late, 19) ^ (late >> 10)
        schedule[index] = schedule[index - 16] &+ first &+ schedule[index - 7] &+ second
      }
      let old = self
      // Eight rounds bring each word back to its place.
      for index in stride(from: 0, to: 64, by: 8) {
        func round(
          _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32,
          _ g: UInt32, _ h: inout UInt32, _ step: Int
        ) {
          let sum = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
          let choice = (e & f) ^ (~e & g)
          let first = h &+ sum &+ choice &+ constants[index + step] &+ schedule[index + step]
          let otherSum = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
          d = d &+ first
          h = first &+ otherSum &+ ((a & b) ^ (a & c) ^ (b & c))
        }
        round(a, b, c, &d, e, f, g, &h, 0)
        round(h, a, b, &c, d, e, f, &g, 1)
        round(g, h, a, &b, c, d, e, &f, 2)
        round(f, g, h, &a, b, c, d, &e, 3)
        round(e, f, g, &h, a, b, c, &d, 4)
        round(d, e, f, &g, h, a, b, &c, 5)
        round(c, d, e, &f, g, h, a, &b, 6)
        round(b, c, d, &e, f, g, h, &a, 7)
      }
      a &+= old.a
      b &+= old.b
      c &+= old.c
      d &+= old.d
      e &+= old.e
      f &+= old.f
      g &+= old.g
      h &+= old.h
    }
  }

  private static func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
    word >> count | word << (32 - count)
  }

  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]
}
