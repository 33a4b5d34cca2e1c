import Glibc

/// Reads from what is open.
package enum DescriptorBytes {
  /// The next `size` bytes, or fewer at the end.
  package static func next(_ size: Int, of descriptor: Int32) throws(FileRefusal) -> [UInt8] {
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, length in
      while length < size {
        let count = read(descriptor, buffer.baseAddress.map { $0 + length }, size - length)
        if count > 0 {
          length += count
        } else if count == 0 {
          return
        } else if errno != EINTR {
          code = errno
          return
        }
      }
    }
    if code != 0 { throw FileRefusal(code: code) }
    return bytes
  }
}
