/// What undoing or redoing did.
public struct ReviewStep: Equatable, Sendable {
  /// The marks that hold now.
  public var changed: [ReviewMark] = []
  /// The entries of the team that hold now.
  public var team: [TeamEntry] = []
  /// Where something newer stands, which was left alone.
  public var skipped: [ReviewKey] = []
}
