import TerminalKit

/// A text set for being selected by hand: from the left edge, nothing beside it.
struct HandCopyRows: Sendable {
  private(set) var rows: [String] = []

  init(_ state: State) {
    for paragraph in state.handCopy.split(separator: "\n", omittingEmptySubsequences: false) {
      let scalars = Array(paragraph.unicodeScalars)
      let set = LineBreaking.rows(
        of: scalars, firstWidth: max(2, state.size.columns), restWidth: max(2, state.size.columns),
        ambiguous: state.settings.ambiguous)
      rows += set.map {
        String(String.UnicodeScalarView(scalars[$0.range.start..<$0.range.end]))
      }
    }
  }
}
