/// What is known to have become of a text that was to be copied.
package enum CopyWay: Hashable, Sendable {
  /// The terminal was asked to; whether it did, it does not say.
  case sent
  /// A terminal multiplexer stands between.
  case sentToMultiplexer
  /// The terminal has no clipboard.
  case impossible
}
