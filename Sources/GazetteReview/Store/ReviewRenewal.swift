/// What became of a store whose file was taken away while it was in use.
public enum ReviewRenewal: Hashable, Sendable {
  /// The file was removed; it was made again with all that was in it.
  case madeAgain
  /// Another file stands at the path, or what was in it is another's; so many marks that this program had
  /// acknowledged were written into it.
  case replaced(marks: Int)
}
