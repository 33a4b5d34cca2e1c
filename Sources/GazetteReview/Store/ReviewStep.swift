/// What undoing or redoing did.
public struct ReviewStep: Equatable, Sendable {
  /// The marks that hold now.
  public var changed: [ReviewMark] = []
  /// Where something newer stands, which was left alone.
  public var skipped: [ReviewKey] = []
}
