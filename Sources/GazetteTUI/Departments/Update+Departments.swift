import GazetteModel

// The list of bodies, and the dossier of one of them.

extension State {
  /// The columns of the left pane, shown or not.
  var leftColumns: Int {
    let shown = panes.contents ?? PaneLayout(size: size, focus: .contents, left: tab.room).contents
    return shown?.columns ?? size.columns
  }

  /// The rows of the left pane that a list or a table fills: the last one explains its marks.
  var listRows: Int { max(1, outlineRows - 1) }

  /// What the left pane shows, to come back to.
  var leftPlace: LeftPlace {
    LeftPlace(tab: tab, focus: focus, departments: departments, matrix: matrix)
  }

  /// The place being read with what the left pane shows.
  private var placeWithLeft: ReaderPlace {
    var place = place
    place.left = leftPlace
    return place
  }

  /// Makes the lists those of the issue being read, as long as they are those of another one.
  mutating func settleLists() {
    if departments.issue != issue {
      departments = Departments(issue: issue, order: departments.order)
    }
    if matrix.issue != issue { matrix = Matrix(issue: issue) }
    if targets.issue != issue {
      targets = TargetChoice(
        issue: issue, order: targets.order, isReversed: targets.isReversed)
    }
  }

  // MARK: - The list

  mutating func moveInDepartments(_ motion: Motion, count: Int?, _ layouts: LayoutCache) {
    guard let list = layouts.departmentList(for: self),
      let row = list.row(of: departments.selected)
    else { return }
    let cursor = ListCursor(row: row, count: list.rows.count, page: listRows)
    let aim =
      if case .siblings(let step) = motion { groupStart(from: row, step, in: list) } else {
        cursor.target(of: motion, times: count) ?? row
      }
    let target = min(max(-1, aim), list.rows.count)
    let step = target < row ? -1 : 1
    let found = list.bodyRow(from: target, step: step) ?? list.bodyRow(from: target, step: -step)
    guard let found else { return }
    if found == row, target != row { message = Message(target < row ? .atFirst : .atLast) }
    departments.selected = list.rows[found].place
    keepDepartmentVisible(layouts)
  }

  /// The row of the group's heading behind or before that of a row.
  private func groupStart(from row: Int, _ steps: Int, in list: DepartmentList) -> Int {
    let headings = list.rows.indices.filter { list.rows[$0].place == nil }
    let current = headings.lastIndex { $0 < row } ?? 0
    guard headings.indices.contains(current + steps) else { return row }
    return headings[current + steps]
  }

  mutating func keepDepartmentVisible(_ layouts: LayoutCache) {
    guard let list = layouts.departmentList(for: self),
      let row = list.row(of: departments.selected)
    else { return }
    // The heading of the first group stays with its first body.
    let first = row == 1 ? 0 : row
    var cursor = ListCursor(
      row: row, top: departments.top, count: list.rows.count, page: listRows)
    cursor.show(first...row)
    departments.top = cursor.top
  }

  mutating func changeOrder(_ layouts: LayoutCache) {
    if let list = layouts.departmentList(for: self), let row = list.row(of: departments.selected) {
      departments.selected = list.rows[row].place
    }
    departments.order = departments.order.next
    let name: StringKey =
      switch departments.order {
      case .count: .orderCount
      case .name: .orderName
      case .category: .orderCategory
      }
    message = Message(.orderIs, Strings.text(name, settings.language))
    keepDepartmentVisible(layouts)
  }

  /// Takes what is typed to narrow the list, and selects the first body that fits.
  mutating func narrowDepartments(_ layouts: LayoutCache) {
    guard departments.query != editor.text else { return }
    departments.query = editor.text
    departments.top = 0
    guard let list = layouts.departmentList(for: self) else { return }
    departments.selected = list.rows.lazy.compactMap(\.place).first
    keepDepartmentVisible(layouts)
  }

  /// Shows every body again; where nothing narrows the list, stops marking the matches of a search.
  mutating func clearNarrowing(_ layouts: LayoutCache) {
    if departments.query.isEmpty { search = Search() }
    departments.query = ""
    keepDepartmentVisible(layouts)
  }

  mutating func openSelectedDossier(_ layouts: LayoutCache) {
    guard let list = layouts.departmentList(for: self),
      let row = list.row(of: departments.selected), let place = list.rows[row].place
    else {
      message = Message(.noBodies)
      return
    }
    departments.selected = place
    openDossier(of: place, layouts)
  }

  // MARK: - The dossier

  /// Opens the dossier of a body of the issue that the lists are of.
  mutating func openDossier(
    of place: Int, document: OpenDossier.OnlyDocument? = nil, _ layouts: LayoutCache
  ) {
    jumps.leave(placeWithLeft)
    if tab != .departments { open(.departments, layouts) }
    focus = .contents
    departments.dossiers.append(OpenDossier(department: place, document: document))
    if departments.dossiers.count > Self.dossierLimit { departments.dossiers.removeFirst() }
    showDossierItem(layouts)
  }

  /// The most dossiers that Esc leads back through.
  private static let dossierLimit = 50

  /// Goes back to what the dossier was opened from: another dossier, or the list.
  mutating func closeDossier(_ layouts: LayoutCache) {
    guard departments.dossiers.popLast() != nil else { return }
    keepDepartmentVisible(layouts)
  }

  mutating func moveInDossier(_ motion: Motion, count: Int?, _ layouts: LayoutCache) {
    guard let rows = layouts.dossier(for: self), let open = departments.dossiers.last,
      !rows.items.isEmpty
    else { return }
    var items = ListCursor(
      row: min(open.selected, rows.items.count - 1), count: rows.items.count, page: listRows)
    let target: Int
    switch motion {
    case .halfPages, .pages:
      // A page is one of rows, of which an item may have several.
      let isForward = motion == .halfPages(1) || motion == .pages(1)
      let start = rows.items[items.row].rows.lowerBound
      let cursor = ListCursor(row: start, count: rows.rows.count, page: listRows)
      let row = cursor.target(of: motion, times: count) ?? start
      let next = rows.items.lastIndex { $0.rows.lowerBound <= row } ?? 0
      target = isForward ? max(items.row + 1, next) : min(items.row - 1, next)
    case .siblings(let step): target = groupStart(from: items.row, step * (count ?? 1), in: rows)
    default: target = items.target(of: motion, times: count) ?? items.row
    }
    if let end = items.move(to: target) { message = end }
    selectDossierItem(items.row)
    showDossierItem(layouts)
  }

  /// The first item under the heading behind or before that of an item.
  private func groupStart(from item: Int, _ steps: Int, in rows: DossierRows) -> Int {
    let group = rows.items[item].group + steps
    return rows.items.firstIndex { $0.group == group } ?? (steps < 0 ? 0 : item)
  }

  mutating func selectDossierItem(_ item: Int) {
    guard let last = departments.dossiers.indices.last else { return }
    departments.dossiers[last].selected = item
  }

  /// Scrolls to the selected item of the dossier and shows its clause in the text.
  mutating func showDossierItem(_ layouts: LayoutCache) {
    guard let rows = layouts.dossier(for: self), let last = departments.dossiers.indices.last,
      !rows.items.isEmpty
    else { return }
    let selected = min(departments.dossiers[last].selected, rows.items.count - 1)
    departments.dossiers[last].selected = selected
    let item = rows.items[selected]
    // What stands above the first item is its heading.
    let first = selected == 0 ? 0 : item.rows.lowerBound
    var cursor = ListCursor(
      row: first, top: departments.dossiers[last].top, count: rows.rows.count, page: listRows)
    cursor.show(min(first, item.rows.upperBound - 1)...item.rows.upperBound - 1)
    departments.dossiers[last].top = cursor.top
    if case .clause(let index) = item.target { showResponsibility(index, layouts) }
  }

  /// Shows a responsibility in the text: its phrase, with what it speaks for when both fit.
  private mutating func showResponsibility(_ index: Int, _ layouts: LayoutCache) {
    guard let indexes = indexes?[departments.issue] else { return }
    let responsibility = indexes.departments.responsibilities[index]
    let node = responsibility.node
    guard let range = responsibility.range else {
      let part = responsibility.row.map { TextPart.row($0) } ?? .heading
      show(TextPosition(node: node, part: part), in: departments.issue, layouts)
      followCursor(layouts)
      return
    }
    let part = TextPart.paragraph(responsibility.paragraph)
    let layout = layouts.document(of: node, in: departments.issue, for: self)
    let phrase = TextPosition(node: node, part: part, offset: range.start)
    show(layout.position(ofRow: layout.row(of: phrase)), in: departments.issue, layouts)
    let start = layout.row(
      of: TextPosition(node: node, part: part, offset: responsibility.scope?.start ?? 0))
    let end = layout.row(of: TextPosition(node: node, part: part, offset: range.end - 1))
    let top = layout.row(of: self.top)
    if start < top || end >= top + textRows {
      let wanted = end - start < textRows - 1 ? start - 1 : end - textRows + 2
      let last = max(0, layout.rows.count - textRows)
      self.top = layout.anchor(ofRow: min(max(0, wanted), last))
    }
    followCursor(layouts)
  }

  /// Goes to the selected clause, or opens the dossier of the selected body.
  mutating func enterDossierItem(_ layouts: LayoutCache) {
    guard let rows = layouts.dossier(for: self), let open = departments.dossiers.last,
      rows.items.indices.contains(open.selected)
    else {
      message = Message(.noClauses)
      return
    }
    switch rows.items[open.selected].target {
    case .body(let place):
      openDossier(of: place, layouts)
    case .clause(let index):
      guard open.unfolded.contains(index) else {
        setUnfolded(index, true, layouts)
        return
      }
      showResponsibility(index, layouts)
      jumps.leave(placeWithLeft)
      focus = .text
    }
  }

  /// Sets a task whole, or in one row.
  private mutating func setUnfolded(_ task: Int, _ isUnfolded: Bool, _ layouts: LayoutCache) {
    guard let last = departments.dossiers.indices.last else { return }
    departments.dossiers[last].unfolded.removeAll { $0 == task }
    if isUnfolded { departments.dossiers[last].unfolded.append(task) }
    showDossierItem(layouts)
  }

  /// Folds or unfolds the selected task of the dossier.
  mutating func toggleTask(_ layouts: LayoutCache) {
    guard let rows = layouts.dossier(for: self), let open = departments.dossiers.last,
      rows.items.indices.contains(open.selected),
      case .clause(let task) = rows.items[open.selected].target
    else {
      message = Message(.nothingToFold)
      return
    }
    setUnfolded(task, !open.unfolded.contains(task), layouts)
  }

  /// Shows the clauses of the next role only; behind the last role all by deadline, then all again.
  mutating func changeRole(_ layouts: LayoutCache) {
    guard let rows = layouts.dossier(for: self), let last = departments.dossiers.indices.last
    else { return }
    let open = departments.dossiers[last]
    let place = open.role.flatMap { rows.roles.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    let next = rows.roles.indices.contains(place) ? rows.roles[place] : nil
    departments.dossiers[last].isByDeadline = !open.isByDeadline && next == nil
    departments.dossiers[last].role = open.isByDeadline ? nil : next
    departments.dossiers[last].selected = 0
    departments.dossiers[last].top = 0
    showDossierItem(layouts)
  }

  // MARK: - From the details

  /// Follows the selected link of the details.
  mutating func enterDetails(_ layouts: LayoutCache) {
    guard let rect = panes.details, let link = layouts.detailLink(for: self, in: rect)?.link else {
      message = Message(.nothingToFollow)
      return
    }
    switch link {
    case .body(let place, _):
      jumps.leave(placeWithLeft)
      settleLists()
      departments.dossiers = []
      departments.selected = place
      departments.query = ""
      openDossier(of: place, layouts)
    }
  }
}
