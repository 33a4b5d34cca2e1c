import GazetteArchive
import GazetteIntake
import GazetteText

/// What of an archive takes so long that it is worked out behind the screen.
enum ArchiveWork: Hashable, Sendable {
  /// The ledger of deadlines as of a day.
  case ledger(CalendarDate)
  /// A body's duties through time.
  case history(String)

  /// What came of it.
  enum Result: Sendable {
    case ledger(DeadlineLedger)
    /// With an issue whose tables could not be read, where there is one.
    case history(DutyHistory, missing: LoadFailure?)
  }

  /// Works it out from the index.
  func result(_ catalogue: ArchiveCatalogue) throws(ArchiveFailure) -> Result {
    switch self {
    case .ledger(let day): .ledger(DeadlineLedger(try catalogue.records(), on: day))
    case .history(let name):
      try history(of: name, catalogue)
    }
  }

  private func history(
    of name: String, _ catalogue: ArchiveCatalogue
  ) throws(ArchiveFailure) -> Result {
    var missing: LoadFailure?
    let records = try catalogue.recordsWithDuties { missing = missing ?? $0 }
    return .history(DutyHistory(of: name, in: records), missing: missing)
  }
}
