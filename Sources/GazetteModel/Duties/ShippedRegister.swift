import CContent

/// The register of bodies that is compiled into the program.
enum ShippedRegister {
  static var bytes: UnsafeBufferPointer<UInt8> {
    var length = 0
    let start = gazette_shipped_bodies(&length)
    return UnsafeBufferPointer(start: start, count: length)
  }
}
