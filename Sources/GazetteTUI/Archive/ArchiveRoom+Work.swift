import GazetteArchive

// Lists that are worked out behind the screen.

extension ArchiveRoom {
  private static var workingKey: String { "working" }
  private static var failedKey: String { "failed" }

  /// The index; where it is still being built, a key that needs it says so.
  mutating func builtCatalogue() -> ArchiveCatalogue? {
    if catalogue == nil { say(ArchiveText.notBuilt[language]) }
    return catalogue
  }

  /// Fills a list that the reader comes back to, or asks for it once more: what it waited for may have
  /// come while another one was shown.
  mutating func askAgain() {
    guard let catalogue, [Self.workingKey, Self.failedKey].contains(rows.first?.key) else { return }
    fill(rowsOfWork(for: list, catalogue))
  }

  /// The rows of such a list; where it is not worked out yet, a row that says so.
  mutating func rowsOfWork(for list: List, _ catalogue: ArchiveCatalogue) -> [ArchiveRow] {
    switch (list, knownLedger) {
    case (.deadlines, let ledger?): return ArchiveRow.months(of: ledger, language)
    case (.ledger(let month), let ledger?):
      return ArchiveRow.deadlines(of: month, in: ledger, catalogue, language)
    case (.history(let name), _): wanted = .history(name)
    default: wanted = .ledger(today)
    }
    return [ArchiveRow(key: Self.workingKey, text: ArchiveText.working[language], isHeading: true)]
  }

  /// Takes what was worked out; a list that waits for it is filled.
  mutating func take(_ result: ArchiveWork.Result) {
    guard let catalogue else { return }
    switch result {
    case .ledger(let ledger):
      knownLedger = ledger
      guard list == .deadlines || isInLedger else { return }
      fill(rowsOfWork(for: list, catalogue))
    case .history(let history, let missing):
      guard list == .history(history.names[0]) else { return }
      fill(ArchiveRow.history(history, catalogue, language))
      if let missing { say(Failure(missing, language: language).line) }
    }
  }

  /// Says in the list that waits for it why something could not be worked out.
  mutating func take(_ failure: ArchiveFailure, of work: ArchiveWork) {
    switch work {
    case .ledger: guard list == .deadlines || isInLedger, knownLedger == nil else { return }
    case .history(let name): guard list == .history(name) else { return }
    }
    let line = Failure(failure, language: language).line
    fill([ArchiveRow(key: Self.failedKey, text: line, isWarning: true)])
  }

  private mutating func fill(_ rows: [ArchiveRow]) {
    refill(ArchiveRows(rows))
    selectFirst()
  }
}
