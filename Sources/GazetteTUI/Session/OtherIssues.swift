import GazetteArchive
import GazetteIntake
import GazetteModel

/// The issues of an archive, which can be opened beside one that was opened from it.
struct OtherIssues {
  private let catalogue: ArchiveCatalogue

  init(_ catalogue: ArchiveCatalogue) {
    self.catalogue = catalogue
  }

  /// Opens the issue that a typed name means, and says where it comes from.
  ///
  /// - Parameter reader: The issue that is being read: where a name is that of several, one of its own
  ///   publication is meant.
  /// - Returns: nil where the archive has none of that name.
  func open(
    _ typed: String, _ reader: IssueName
  ) throws(LoadFailure) -> (issue: Issue, candidate: ArchiveWalk.Candidate)? {
    guard let place = catalogue.place(named: typed, beside: reader) else { return nil }
    return (try catalogue.open(place), catalogue.candidate(place))
  }
}
