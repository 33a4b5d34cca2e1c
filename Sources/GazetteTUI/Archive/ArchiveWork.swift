import GazetteArchive
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
    case history(DutyHistory)
  }

  /// Works it out from the index.
  func result(_ catalogue: ArchiveCatalogue) throws(ArchiveFailure) -> Result {
    switch self {
    case .ledger(let day): .ledger(DeadlineLedger(try catalogue.records(), on: day))
    case .history(let name):
      .history(DutyHistory(of: name, in: try catalogue.records(withDuties: true)))
    }
  }
}
