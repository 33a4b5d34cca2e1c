/// What is known to have become of a text that was to be copied.
package enum CopyWay: Hashable, Sendable {
  /// The terminal was asked to; whether it did, it does not say.
  case sent
  /// The same, and the text is longer than some terminals take.
  case sentLong
  /// GNU screen was asked to hand it on to its terminal.
  case sentThroughScreen
  /// tmux stands between, which takes it where it is told to.
  case sentToMultiplexer
  /// The terminal has no clipboard.
  case impossible
}
