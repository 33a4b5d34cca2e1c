import GazetteText
import TerminalKit

/// The rows that filters take from the panes.
struct FilterRows: Hashable, Sendable {
  /// The row of chips, under the bar.
  var chips = 0
  /// The line being typed, above the status row.
  var line = 0
  /// Completions, or what the line says that cannot be read.
  var list = 0
  /// The row of toggles.
  var toggles = 0

  var below: Int { line + list + toggles }

  /// A screen of fewer rows has no row of toggles to spare.
  private static let leastRows = 10
  private static let longestList = 6

  init(_ filter: Filter, isTyping: Bool, size: Size) {
    guard filter.isActive || filter.hasChips || isTyping else { return }
    if size.rows >= Self.leastRows { toggles = 1 }
    if filter.hasChips, size.rows >= Self.leastRows { chips = 1 }
    guard isTyping else { return }
    line = 1
    // The list keeps its height while it is typed, so that nothing jumps.
    list = min(Self.longestList, max(0, (size.rows - 12) / 3))
  }
}

/// A stretch of a row that can be pressed.
struct FilterLabel<Target: Hashable & Sendable>: Hashable, Sendable {
  var target: Target
  /// From the left edge of the screen.
  var column: Int
  var columns: Int
  var pieces: [DetailLine.Piece]
}

extension State {
  /// Whether the filter line is open.
  var isTypingFilter: Bool { overlays.contains(.filter) }

  /// The rows that filters take.
  var filterRows: FilterRows { FilterRows(filter, isTyping: isTypingFilter, size: size) }

  /// The chips from left to right: each with a cross that takes it away.
  func chips() -> [FilterLabel<Int>] {
    var labels: [FilterLabel<Int>] = []
    let gap = 1
    let each = max(10, (size.columns - 2) / max(1, filter.kept.count) - gap - 4)
    var column = 1
    for (index, text) in filter.kept.enumerated() {
      let shown = DisplayWidth.truncated(text, to: each, ambiguous: settings.ambiguous)
      let width = DisplayWidth.columns(of: shown, ambiguous: settings.ambiguous)
      guard column + width + 4 <= size.columns else { break }
      labels.append(
        FilterLabel(
          target: index, column: column, columns: width + 4,
          pieces: [
            .init(column: 0, text: " \(shown) ", role: .chip),
            .init(column: width + 2, text: "x ", role: .chip),
          ]))
      column += width + 4 + gap
    }
    return labels
  }

  /// The toggles from left to right: key, name, state and count. What does not fit gives way: first
  /// the gaps, then the counts.
  func toggleLabels(
    columns: Int, keys: (FilterToggle) -> String, count: (FilterToggle) -> Int
  ) -> [FilterLabel<FilterToggle>] {
    for (gap, hasCounts) in [(2, true), (1, true), (1, false)] {
      var column = 1
      let labels = FilterToggle.allCases.map { toggle in
        let isOn = filter.toggles.contains(toggle)
        let name = Strings.text(toggle.name, settings.language)
        var pieces: [DetailLine.Piece] = [.init(column: 0, text: keys(toggle), role: .key)]
        var width = DisplayWidth.columns(of: keys(toggle)) + 1
        // The state is told by brackets too, where there are no colours.
        let text = isOn ? "[\(name)]" : "\(name)"
        pieces.append(.init(column: width, text: text, role: isOn ? .toggleOn : .label))
        width += DisplayWidth.columns(of: text)
        if hasCounts {
          let number = String(count(toggle))
          pieces.append(.init(column: width + 1, text: number, role: .number))
          width += 1 + number.count
        }
        defer { column += width + gap }
        return FilterLabel(target: toggle, column: column, columns: width, pieces: pieces)
      }
      if column - gap <= columns { return labels }
    }
    return []
  }
}

extension LayoutCache {
  /// The toggles with the keys of the table and the counts of what is left.
  func toggleLabels(for state: State, columns: Int) -> [FilterLabel<FilterToggle>] {
    state.toggleLabels(
      columns: columns,
      keys: { toggle in
        commands.first { $0.action == .toggleFilter(toggle) }?.keys.first?.label ?? ""
      }, count: { self.count(of: $0, for: state) })
  }
}
