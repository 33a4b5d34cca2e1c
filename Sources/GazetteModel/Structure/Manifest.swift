import GazetteText

/// What an issue's manifest says beside the text: data of the issue, kept next to it.
public struct Manifest: Sendable, Equatable {
  /// What is said otherwise than on the cover.
  public var identity: IdentityOverrides
  /// The corrections, in the order of the manifest.
  public var corrections: [Correction]

  /// How the text was read from a file of another format; nil where somebody wrote it.
  public var intake: IntakeRecord?

  /// The manifest of an issue that has none.
  public static let empty = Manifest()

  public init(identity: IdentityOverrides = IdentityOverrides(), corrections: [Correction] = []) {
    self.identity = identity
    self.corrections = corrections
  }
}

/// The parts of an issue's identity that a manifest sets; nil leaves what the cover says.
public struct IdentityOverrides: Sendable, Equatable {
  public var id: String?
  public var title: String?
  public var year: Int?
  public var number: Int?
  public var cumulativeNumber: Int?
  public var publicationDate: CalendarDate?
  public var sponsor: String?
  public var frequency: String?

  public init() {}
}
