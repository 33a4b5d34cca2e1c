import GazetteModel
import GazetteReview
import GazetteText

// Dealing out, and going on to what is the reader's own.

extension State {
  /// Does what is asked of a member of a team; dispatch only.
  mutating func team(_ action: TeamAction, _ layouts: LayoutCache) -> [Effect] {
    switch action {
    case .openAssign: openAssign(layouts)
    case .completeName: completeName()
    case .nextMine: moveToMine(by: 1, layouts)
    case .previousMine: moveToMine(by: -1, layouts)
    case .confirm: return confirmOthers(layouts)
    case .sendBack: openSendingBack(layouts)
    case .reply: openReply(layouts)
    case .settle: return settleThreads(layouts)
    case .nextDisputed: moveToDisputed(layouts)
    case .openClosing:
      makeRoomForBox(rows: boxRows(layouts), layouts)
      open(.closing)
    case .closeBox: close()
    case .close: return closeIssue(layouts)
    case .openStretch: openStretch(layouts)
    case .closeStretch: closeStretch()
    case .noteStretch: noteStretch(layouts)
    case .moveStretch(let motion): moveStretch(motion, layouts)
    }
    return []
  }

  /// Asks the store for changes.
  func record(_ changes: [TeamChange]) -> [Effect] {
    let kept = library.issueIDs.flatMap { issue in
      let name = library[issue].name.description
      return review.team(issue).keepingPlaces(changes.filter { $0.topic.key.issue == name })
    }
    return kept.isEmpty ? [] : [.review(.record(kept))]
  }

  /// The one unit that is highlighted, of a row of a table that of the table; nil where there is none
  /// or more than one.
  func reviewTarget(_ layouts: LayoutCache) -> NodeAddress? {
    let highlighted = highlightedUnits(layouts)
    guard highlighted.units.count == 1 else { return nil }
    return NodeAddress(issue: highlighted.issue, node: highlighted.units[0])
  }

  // MARK: - Dealing out

  /// What would be dealt out: the rows selected; of a body the units that name it, of a heading those
  /// below it, as far as the filter leaves them.
  func assignTargets(_ layouts: LayoutCache) -> UnitSelection {
    if let selected = selectedUnits(layouts) { return selected }
    let highlight = highlight(layouts)
    let opened = library[highlight.issue]
    let scope = layouts.scope(of: highlight.issue)
    var nodes = highlight.nodes
    if nodes.isEmpty, let name = highlight.name, focus == .contents, tab == .departments,
      let index = indexes?[highlight.issue]?.departments, let place = index.lookup(name)
    {
      nodes = index.departments[place].mentions.map { index.responsibilities[$0.responsibility] }
        .filter { !$0.isInherited }.map(\.node)
    }
    var left = NodeSet(size: opened.nodes.count)
    for unit in unitsLeft(in: highlight.issue, layouts) { left.insert(unit.index) }
    var chosen = NodeSet(size: opened.nodes.count)
    for node in nodes {
      let unit = layouts.reviewUnit(of: node, in: highlight.issue) ?? node
      let below = Self.takesAllBelow(opened[unit]) ? [unit] : scope.units[scope.units(in: unit)]
      for unit in below where left.contains(unit) { chosen.insert(unit.index) }
    }
    return UnitSelection(issue: highlight.issue, units: chosen.nodes)
  }

  private mutating func openAssign(_ layouts: LayoutCache) {
    let targets = assignTargets(layouts)
    guard let first = targets.units.first else {
      message = Message(.nothingToReview)
      return
    }
    openPrompt(.assign, layouts)
    guard targets.units.count == 1 else { return }
    let readers = review.team(targets.issue).readers(
      at: first, of: layouts.scope(of: targets.issue))
    editor = LineEditor(readers.map { $0 + "、" }.joined())
  }

  /// Deals out to the readers that were typed. Of one unit these are all; to several units they come
  /// in addition, and `-` takes all back.
  mutating func acceptAssign(_ layouts: LayoutCache) -> [Effect] {
    var typed: Set<String> = []
    let takesBack = editor.text.allSatisfy { "-－ ".contains($0) } && !editor.isEmpty
    for word in editor.text.split(whereSeparator: { "，、,；;".contains($0) }) where !takesBack {
      guard let name = ReviewRules.reviewer(String(word)) else { continue }
      typed.insert(name)
    }
    close()
    snapshot = nil
    let targets = assignTargets(layouts)
    review.anchor = nil
    let scope = layouts.scope(of: targets.issue)
    let isOne = targets.units.count == 1
    var changes: [TeamChange] = []
    for unit in targets.units {
      let key = scope.key(of: unit)
      let before = Set(review.team(targets.issue).readers(at: unit, of: scope))
      let removed = isOne || takesBack ? before.subtracting(typed) : []
      for (names, isTakenBack) in [(removed, true), (typed.subtracting(before), false)] {
        changes += names.sorted().map {
          .assign(key, to: $0, isTakenBack: isTakenBack, text: scope.text(of: unit))
        }
      }
    }
    return record(changes)
  }

  /// Everybody who has marked, was dealt something or said anything, the reader first.
  var knownNames: [String] {
    var names = review.sheets.first.map { [$0.reviewer] } ?? []
    let others = Set(review.sheets.flatMap(\.marks).map(\.reviewer))
      .union(review.teams.flatMap(\.people))
    names += others.sorted().filter { !names.contains($0) }
    return names
  }

  /// The part of the line in which a name is typed.
  private var typedName: String {
    let before = editor.textBeforeCursor.split(
      omittingEmptySubsequences: false, whereSeparator: { "，、,；;".contains($0) })
    return before.last.map { $0.trimmed } ?? ""
  }

  /// The names that what is typed may become, by Han characters, letters or pinyin.
  var nameCandidates: [String] {
    let typed = typedName
    let used = Set(editor.text.split { "，、,；;".contains($0) }.map { $0.trimmed })
    let names = knownNames.filter { !used.contains($0) || $0 == typed }
    let query = NameQuery(typed)
    if query.isEmpty { return names }
    let ranked = names.compactMap { name in
      query.rank(of: [RankedName(name)]).map { (rank: $0, name: name) }
    }
    return ranked.filter { $0.name != typed }.sorted { $0.rank < $1.rank }.map(\.name)
  }

  private mutating func completeName() {
    guard let name = nameCandidates.first else {
      message = Message(.noSuchName)
      return
    }
    for _ in 0..<typedName.unicodeScalars.count { editor.apply(.eraseBack) }
    editor.apply(.insert(name + "、"))
  }

  // MARK: - Going on

  private mutating func moveToMine(by step: Int, _ layouts: LayoutCache) {
    guard let sheet else { return }
    let team = review.team(issue)
    let reader = sheet.reviewer
    let scope = layouts.scope(of: issue)
    guard scope.units.contains(where: { team.readers(at: $0, of: scope).contains(reader) }) else {
      message = Message(.nothingMine)
      return
    }
    moveToUnit(backwards: step < 0, none: .noneOfMine, layouts) { node, state, sheet, scope in
      guard team.readers(at: node, of: scope).contains(reader) else { return false }
      let mark = sheet.mark(at: node, of: scope)
      return state == .unread || mark.map { team.standing(of: $0, in: scope) == .returned } ?? false
    }
  }

  private mutating func moveToDisputed(_ layouts: LayoutCache) {
    let team = review.team(issue)
    moveToUnit(backwards: false, none: .noDisputes, layouts) { node, _, sheet, scope in
      team.isDisputed(node, marks: sheet, of: scope)
    }
  }
}

extension Substring {
  /// Without blanks around it.
  fileprivate var trimmed: String {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
