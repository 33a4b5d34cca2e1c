/// Why a character must not be passed on as it is.
public enum HiddenKind: String, Hashable, Sendable, CaseIterable {
  /// A control character, such as ESC; those of ISO 6429 from U+0080 on are among them.
  case control
  /// It turns the direction of writing.
  case bidirectional
  /// It has no width, or tells programs how to set what stands beside it.
  case format
  /// It chooses the form of the character before it; a row of them can carry a text unseen.
  case variationSelector
  /// A letter of the invisible alphabet from U+E0000 on.
  case tag
  /// It sets off an interlinear annotation.
  case annotation
  /// A line or paragraph separator.
  case separator
  /// A blank that counts as a letter.
  case filler
  /// What it looks like is agreed on in private.
  case privateUse
  /// No character has this number yet.
  case unassigned
  /// No character will ever have this number.
  case noncharacter
  /// A mark over a character that has two already, or over none.
  case combining
}

/// A hidden character of a line, and how often it is there.
public struct HiddenCharacter: Hashable, Sendable {
  /// The character.
  public let scalar: Unicode.Scalar
  /// What kind of hidden character it is.
  public let kind: HiddenKind
  /// How often it occurs.
  public let count: Int

  /// U+ and at least four hexadecimal digits.
  public var code: String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }

  /// Characters that are hidden, or marks that are too many, each once in the order of their
  /// numbers.
  public static func counted(_ scalars: [Unicode.Scalar]) -> [HiddenCharacter] {
    var found: [HiddenCharacter] = []
    let sorted = scalars.sorted()
    var start = 0
    while start < sorted.count {
      let scalar = sorted[start]
      let end = sorted[start...].firstIndex { $0 != scalar } ?? sorted.count
      found.append(
        HiddenCharacter(
          scalar: scalar, kind: scalar.hiddenKind ?? .combining, count: end - start))
      start = end
    }
    return found
  }
}

extension Unicode.Scalar {
  /// Whether the character acts on a terminal or cannot be seen: control characters,
  /// bidirectional controls, zero-width and tag characters, line separators, fillers, variation
  /// selectors, and what no font has to show.
  ///
  /// Such characters are never sent to a terminal; tab and line ends are among them, since what
  /// they do depends on where they stand.
  @inlinable
  public var isHidden: Bool { hiddenKind != nil }

  /// Why the character is hidden; nil for those that are seen.
  @inlinable
  public var hiddenKind: HiddenKind? {
    switch value {
    // What nearly all text consists of is decided first.
    case 0x4E00...0x9FFF, 0x20...0x7E, 0x3000...0x303F, 0xFF01...0xFF5E, 0x2010...0x2027,
      0x2030...0x205E, 0xA0...0xAC, 0xAE...0x34E, 0x3400...0x4DBF:
      nil
    case 0x00...0x1F, 0x7F...0x9F: .control
    case 0x61C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: .bidirectional
    case 0x2028, 0x2029: .separator
    case 0x180B...0x180D, 0x180F, 0xFE00...0xFE0F, 0xE0100...0xE01EF: .variationSelector
    case 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0: .filler
    case 0xFFF9...0xFFFB: .annotation
    case 0xE0000...0xE007F: .tag
    default: hiddenKindFromProperties
    }
  }

  @usableFromInline
  var hiddenKindFromProperties: HiddenKind? {
    if (0xFDD0...0xFDEF).contains(value) || value & 0xFFFE == 0xFFFE { return .noncharacter }
    if properties.isDefaultIgnorableCodePoint { return .format }
    switch properties.generalCategory {
    case .control: return .control
    case .format: return .format
    case .lineSeparator, .paragraphSeparator: return .separator
    case .privateUse: return .privateUse
    case .unassigned, .surrogate: return .unassigned
    default: return nil
    }
  }

  /// Whether the character is drawn over the one before it.
  @inlinable
  public var isCombining: Bool {
    switch value {
    case 0x4E00...0x9FFF, 0x00...0x2FF, 0x2000...0x20CF, 0x2100...0x2CEE, 0x3000...0x3029,
      0xFF00...0xFFEF:
      return false
    // Medial vowels and final consonants of Hangul join the syllable before them.
    case 0x1161...0x11FF, 0xD7B0...0xD7FB: return true
    default:
      let category = properties.generalCategory
      return category == .nonspacingMark || category == .enclosingMark
    }
  }
}

/// Counts the marks over a character, so that they cannot climb out of their line.
public struct MarkStack: Sendable {
  /// As many as a decomposed vowel of pinyin has.
  public static let limit = 2
  /// The marks over the character so far; nil where there is none to bear them.
  @usableFromInline
  var height: Int?

  /// Creates a stack with nothing open.
  @inlinable
  public init() {}

  /// Takes in the next character of a text and says whether it is a mark over none, or one too
  /// many.
  @inlinable
  public mutating func isTooHigh(with scalar: Unicode.Scalar) -> Bool {
    guard scalar.isCombining else {
      height = scalar == "\n" ? nil : 0
      return false
    }
    guard let height, height < Self.limit else { return true }
    self.height = height + 1
    return false
  }
}
