extension Session {
  /// How a session ended.
  enum Ending: Hashable, Sendable {
    /// The reader left; what was reviewed, and whether all of it is recorded.
    case left([String], isKept: Bool)
    /// The terminal is gone, or a signal asked the program to end.
    case signalled(Int32?)
    /// No issue of the library has any text.
    case nothingToShow

    /// The ending with a line more to tell.
    func adding(_ line: String) -> Ending {
      guard case .left(let lines, let isKept) = self else { return self }
      return .left(lines + [line], isKept: isKept)
    }
  }
}
