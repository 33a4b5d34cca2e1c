/// Why the terminal cannot be used.
package enum TerminalFailure: Error, Hashable, Sendable {
  /// Input or output is not a terminal.
  case notATerminal
  /// The terminal database has no entry for this TERM; empty when TERM is not set.
  case unknown(String)
  /// A terminal of this TERM cannot place the cursor.
  case tooSimple(String)
}
