import GazetteModel
import GazetteText

// What the reader's own department has to do, one key away.

extension State {
  /// Keeps the selection of the open dossier on a row: a filter may have left fewer.
  mutating func keepDossierInside(_ layouts: LayoutCache) {
    guard let last = departments.dossiers.indices.last, let rows = layouts.dossier(for: self),
      departments.dossiers[last].selected >= rows.items.count
    else { return }
    departments.dossiers[last].selected = max(0, rows.items.count - 1)
    departments.dossiers[last].top = min(
      departments.dossiers[last].top, max(0, rows.rows.count - listRows))
  }

  /// Opens the tasks of the reader's department, the earliest due first. While nobody said which it
  /// is, the list of bodies is opened, and the body chosen there with the same key is remembered.
  mutating func openWorklist(_ layouts: LayoutCache) {
    guard let index = currentIndexes?.departments else {
      message = Message(.notIndexed)
      return
    }
    if settings.department == nil, focus == .contents, tab == .departments,
      let name = highlight(layouts).name
    {
      settings.department = name
    }
    guard let department = settings.department else {
      open(.departments, layouts)
      message = Message(.whichDepartment)
      return
    }
    let initials = index.departments.map { Pinyin.shared.initials(of: $0.body.name) }
    guard let place = index.lookup(department, initials: initials) else {
      message = Message(.departmentNotHere, SafeText.line(department))
      return
    }
    settleLists()
    departments.selected = place
    openDossier(of: place, layouts)
    if let last = departments.dossiers.indices.last {
      departments.dossiers[last].isByDeadline = true
      showDossierItem(layouts)
    }
  }
}
