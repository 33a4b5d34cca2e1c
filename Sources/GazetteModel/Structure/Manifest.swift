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

  /// Creates a manifest.
  public init(identity: IdentityOverrides = IdentityOverrides(), corrections: [Correction] = []) {
    self.identity = identity
    self.corrections = corrections
  }
}

/// The parts of an issue's identity that a manifest sets; nil leaves what the cover says.
public struct IdentityOverrides: Sendable, Equatable {
  /// In place of the id.
  public var id: String?
  /// In place of the title.
  public var title: String?
  /// In place of the year.
  public var year: Int?
  /// In place of the number within the year.
  public var number: Int?
  /// In place of the number within the series.
  public var cumulativeNumber: Int?
  /// In place of the day of publication.
  public var publicationDate: CalendarDate?
  /// In place of the sponsor.
  public var sponsor: String?
  /// In place of how often the gazette appears.
  public var frequency: String?

  /// Creates overrides that change nothing.
  public init() {}
}
