import GazetteDifference
import GazetteModel
import GazetteText
import TerminalKit

/// The last comparison and its rows, remembered by what they were worked out from.
final class ComparisonMemo: RoomMemo {
  private struct RowsKey: Equatable {
    let old: NodeAddress
    let new: NodeAddress
    let columns: Int
    let ambiguous: AmbiguousWidth
    let language: Language
  }

  private var difference: (old: NodeAddress, new: NodeAddress, value: Difference)?
  private var rows: (key: RowsKey, value: ComparisonRows)?
  private var leads: (old: NodeAddress, new: NodeAddress, value: LeadChanges)?

  /// What changed between two documents of a library.
  func difference(
    from old: NodeAddress, to new: NodeAddress, in library: Library
  ) -> Difference {
    if let difference, difference.old == old, difference.new == new { return difference.value }
    func units(_ address: NodeAddress) -> [ComparedUnit] {
      library[address.issue].comparedUnits(
        of: address.node,
        issueID: library.issues.count > 1 ? library.printedID(of: address.issue) : nil)
    }
    let value = Difference(from: units(old), to: units(new))
    difference = (old, new, value)
    return value
  }

  /// Who gained and lost a lead between the two documents.
  func leads(of compared: ComparedDocuments, for state: State) -> LeadChanges {
    if let known = self.leads, known.old == compared.old, known.new == compared.new {
      return known.value
    }
    let library = state.library
    func leads(_ address: NodeAddress) -> LeadingBodies {
      let issue = library[address.issue]
      return LeadingBodies(
        issue, state.indexes?[address.issue]?.departments ?? DepartmentIndex(issue: issue),
        in: address.node,
        issueID: library.issues.count > 1 ? library.printedID(of: address.issue) : nil)
    }
    let value = LeadChanges(
      difference(from: compared.old, to: compared.new, in: library), from: leads(compared.old),
      to: leads(compared.new))
    self.leads = (compared.old, compared.new, value)
    return value
  }

  /// The rows of a comparison for the state's screen.
  func rows(of compared: ComparedDocuments, for state: State) -> ComparisonRows {
    let key = RowsKey(
      old: compared.old, new: compared.new, columns: state.size.columns,
      ambiguous: state.settings.ambiguous, language: state.settings.language)
    if let rows, rows.key == key { return rows.value }
    let value = ComparisonRows(
      difference(from: compared.old, to: compared.new, in: state.library),
      old: state.library[compared.old.issue], new: state.library[compared.new.issue],
      columns: key.columns, ambiguous: key.ambiguous, language: key.language)
    rows = (key, value)
    return value
  }
}

extension LayoutCache {
  /// What is shown of a comparison.
  var comparison: ComparisonMemo { memo(ComparisonMemo.self) }
}
