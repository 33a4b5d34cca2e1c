import GazetteModel
import GazetteText
import TerminalKit

// The mouse in the tabs of the left pane other than the contents.

extension State {
  /// The tab whose name stands at a position.
  func tab(at position: Position) -> Tab? {
    guard let rect = panes.tabs, rect.contains(position) else { return nil }
    let column = position.column - rect.column
    return Tab.labels(
      of: tabs, open: tab, columns: rect.columns, language: settings.language
    ).last {
      $0.column <= column && column < $0.column + DisplayWidth.columns(of: $0.text)
    }?.tab
  }

  /// Scrolls a list and leaves the selection where it is.
  mutating func wheelInList(_ rows: Int, _ layouts: LayoutCache) {
    func scrolled(_ top: Int, _ count: Int, _ height: Int) -> Int {
      min(max(0, top + rows), max(0, count - height))
    }
    switch tab {
    case .contents: break
    case .review: wheelInReview(rows, layouts)
    case .departments:
      if let last = departments.dossiers.indices.last {
        guard let dossier = layouts.dossier(for: self) else { return }
        let top = departments.dossiers[last].top
        departments.dossiers[last].top = scrolled(top, dossier.rows.count, listRows)
      } else if let list = layouts.departmentList(for: self) {
        departments.top = scrolled(departments.top, list.rows.count, listRows)
      }
    case .matrix:
      guard let table = layouts.dutyTable(for: self) else { return }
      matrix.top = scrolled(matrix.top, table.rows.count, matrixRows)
    case .targets:
      guard let table = layouts.targetTable(for: self) else { return }
      targets.top = scrolled(targets.top, table.rows.count, targetRows)
    }
  }

  /// Selects what is pressed; pressed twice it is opened.
  mutating func pressInList(_ event: MouseEvent, _ layouts: LayoutCache) {
    guard let rect = panes.contents else { return }
    let row = event.position.row - rect.row
    guard select(row: row, column: event.position.column - rect.column, layouts),
      event.kind == .doublePress
    else { return }
    enterLeftPane(layouts)
  }

  /// Selects what stands in a row of the left pane; whether anything does.
  private mutating func select(row: Int, column: Int, _ layouts: LayoutCache) -> Bool {
    switch tab {
    case .contents: return false
    case .review: return selectInReview(row: row, layouts)
    case .departments:
      guard row < listRows else { return false }
      if let open = departments.dossiers.last {
        guard let dossier = layouts.dossier(for: self),
          let item = dossier.items.firstIndex(where: { $0.rows.contains(open.top + row) })
        else { return false }
        selectDossierItem(item)
        showDossierItem(layouts)
        return true
      }
      guard let list = layouts.departmentList(for: self),
        list.rows.indices.contains(departments.top + row),
        let place = list.rows[departments.top + row].place
      else { return false }
      departments.selected = place
      return true
    case .targets:
      let head = outlineRows - targetRows
      guard let table = layouts.targetTable(for: self), row >= head,
        table.rows.indices.contains(targets.top + row - head)
      else { return false }
      select(target: table.rows[targets.top + row - head], layouts)
      return true
    case .matrix:
      guard let table = layouts.dutyTable(for: self), row >= 2, row < matrixRows + 2,
        table.rows.indices.contains(matrix.top + row - 2)
      else { return false }
      matrix.row = matrix.top + row - 2
      let columns = MatrixColumns(table, columns: leftColumns)
      let behindTotal = column - 1 - columns.name - columns.total
      let document = matrix.left + behindTotal / columns.document
      matrix.column = behindTotal < 0 ? 0 : min(document + 1, table.documents.count)
      return true
    }
  }
}
