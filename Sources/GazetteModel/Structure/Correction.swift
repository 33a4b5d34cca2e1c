/// A correction (更正) of an error that OCR or printing made: data of the issue, never of the
/// program, except for characters that a conversion left in another form.
public struct Correction: Hashable, Sendable {
  /// The source line, counted from 1.
  public let line: Int
  /// What the line says; must occur there exactly once.
  public let printed: String
  /// What it should say.
  public let corrected: String
  /// Why this is certain; empty where the characters themselves say so: a radical or a private-use
  /// code point reads as the plain character that it stands for.
  public let reason: String

  /// Creates a correction of one place.
  public init(line: Int, printed: String, corrected: String, reason: String) {
    self.line = line
    self.printed = printed
    self.corrected = corrected
    self.reason = reason
  }
}
