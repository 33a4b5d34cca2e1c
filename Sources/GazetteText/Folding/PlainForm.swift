/// The plain character behind what conversions leave in its place: Kangxi radicals and radicals of
/// the supplement, compatibility ideographs, the private-use code points that GBK had for characters
/// which have since been encoded.
package enum PlainForm {
  private struct Block: Sendable {
    let range: ClosedRange<UInt32>
    let forms: [Unicode.Scalar]

    init(_ table: (first: UInt32, forms: StaticString)) {
      let bytes = UnsafeBufferPointer(
        start: table.forms.utf8Start, count: table.forms.utf8CodeUnitCount)
      var forms: [Unicode.Scalar] = []
      var offset = 0
      while offset < bytes.count {
        let (scalar, length) = Unicode.Scalar.decode(bytes, offset)
        forms.append(scalar)
        offset += length
      }
      self.forms = forms
      range = table.first...table.first + UInt32(max(1, forms.count)) - 1
    }

    func form(of value: UInt32) -> Unicode.Scalar? {
      let form = forms[Int(value - range.lowerBound)]
      return form == "." ? nil : form
    }
  }

  private static let radicals = Block(PlainFormTable.radicals)
  private static let kangxi = Block(PlainFormTable.kangxi)
  private static let compatibility = Block(PlainFormTable.compatibility)
  private static let supplement = Block(PlainFormTable.compatibilitySupplement)
  private static let privateUse = Block(PlainFormTable.privateUse)
  private static let letters = Block(PlainFormTable.letters)

  /// The plain character that a code point stands for; nil where it is one itself.
  package static func of(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let value = scalar.value
    // No character of ordinary text passes here.
    guard
      value >= 0x2E81 && value <= 0x2FD5 || value >= 0xE78D && value <= 0xFAD9 || value >= 0x2F800
    else { return nil }
    for block in [radicals, kangxi, privateUse, compatibility, supplement]
    where block.range.contains(value) { return block.form(of: value) }
    return nil
  }

  /// The letter without marks, in lower case, that a Latin letter compares as; nil for those without
  /// one.
  static func letter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    letters.range.contains(scalar.value) ? letters.form(of: scalar.value) : nil
  }

  /// Whether the character chooses a form of the one before it, or cannot be seen inside a word: soft
  /// hyphens, joiners, marks of direction.
  package static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xAD, 0x180B...0x180F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F,
      0xFEFF, 0xE0100...0xE01EF:
      true
    default: false
    }
  }
}
