import GazetteModel
import GazetteText
import TerminalKit

// Choosing from a list over the panes: the palette, references, chips, and the help.

extension State {
  /// Where the choices stand: over all panes, or in a box beside the clause that they are about.
  func chooserLayout(_ layouts: LayoutCache) -> ChooserLayout {
    guard mode == .chooser else { return ChooserLayout(size: size) }
    if compared != nil {
      let rows = ChooserLayout.boxRows(choices: chooser.choices.count, most: comparisonRows / 2 + 1)
      let box = Rect(column: 0, row: size.rows - 1 - rows, columns: size.columns, rows: rows)
      return ChooserLayout(box: box, choices: chooser.choices.count)
    }
    let rows = ChooserLayout.boxRows(choices: chooser.choices.count, most: boxRows(layouts))
    return ChooserLayout(
      box: boxRect(rows: rows, layouts), choices: chooser.choices.count)
  }

  /// The rows of the help.
  var helpRows: Int { HelpGrid(size).count }

  mutating func openPalette(_ layouts: LayoutCache) {
    chooser = Chooser()
    openPrompt(.palette, layouts)
  }

  mutating func openChooser(
    _ title: StringKey, _ choices: [Choice], selected: Int = 0, _ layouts: LayoutCache
  ) {
    chooser = Chooser(title: title, choices: choices, selected: selected)
    open(.chooser)
    if compared == nil { makeRoomForBox(rows: chooserLayout(layouts).box.rows, layouts) }
    moveInChoices(.lines(0), count: nil, layouts)
  }

  mutating func openHelp() {
    help = HelpChoice()
    open(.help)
  }

  mutating func openHelpSearch(_ layouts: LayoutCache, typed: String = "") {
    openPrompt(.helpSearch, layouts)
    editor = LineEditor(typed)
    narrowChoices(layouts)
  }

  mutating func closeHelp(_ layouts: LayoutCache) {
    if mode == .help, !help.query.isEmpty {
      help = HelpChoice()
      return
    }
    close()
  }

  /// Takes what is typed to narrow the palette or the help.
  mutating func narrowChoices(_ layouts: LayoutCache) {
    if mode == .palette {
      chooser.selected = 0
      chooser.top = 0
    } else {
      help = HelpChoice(query: editor.text, selected: 0)
      help.selected = layouts.helpList(for: self).commandRow(from: 0, step: 1) ?? 0
    }
  }

  mutating func moveInChoices(_ motion: Motion, count: Int?, _ layouts: LayoutCache) {
    if mode == .help || mode == .helpSearch {
      moveInHelp(motion, count: count, layouts)
      return
    }
    let last = layouts.choices(for: self).count - 1
    guard last >= 0 else { return }
    var cursor = ListCursor(
      row: chooser.selected, top: chooser.top, count: last + 1,
      page: chooserLayout(layouts).list.rows)
    _ = cursor.move(to: cursor.target(of: motion, times: count) ?? cursor.row)
    cursor.scroll(toShow: cursor.row)
    chooser.selected = cursor.row
    chooser.top = cursor.top
  }

  private mutating func moveInHelp(_ motion: Motion, count: Int?, _ layouts: LayoutCache) {
    let list = layouts.helpList(for: self)
    guard !list.rows.isEmpty else { return }
    var cursor = ListCursor(
      row: help.selected, top: help.top, count: list.rows.count, page: helpRows)
    let target = cursor.target(of: motion, times: count) ?? cursor.row
    let step = target < help.selected ? -1 : 1
    guard let row = list.commandRow(from: target, step: step) else { return }
    cursor.scroll(toShow: row)
    // The heading of the first group stays with its first command.
    cursor.scroll(toShow: row <= 1 ? 0 : row)
    help.selected = row
    help.top = cursor.top
  }

  // MARK: - Taking the choice

  /// Does what the selected row stands for.
  mutating func choose(_ layouts: LayoutCache) -> [Effect] {
    switch mode {
    case .help, .helpSearch: return runHelpEntry(layouts)
    default: break
    }
    let choices = layouts.choices(for: self)
    guard choices.indices.contains(chooser.selected) else {
      message = Message(.noMatch)
      return []
    }
    let choice = choices[chooser.selected]
    if choice.target == .missing {
      // The list stays, so that another can be chosen.
      message = Message(.notInIssue, choice.title)
      return []
    }
    close()
    snapshot = nil
    switch choice.target {
    case .unit(let address, let place, let range):
      if compared != nil { closeComparison() }
      jumpFar(to: address, place: place, range, layouts)
    case .body(let issue, let place):
      if issue != self.issue, let root = library[issue].roots.first {
        jumpFar(to: NodeAddress(issue: issue, node: root), place: nil, nil, layouts)
      }
      settleLists()
      openDossier(of: place, layouts)
    case .command(let place): return run(place, layouts)
    case .chip(let place): removeChip(place, layouts)
    case .search(let words):
      openPrompt(.search, layouts)
      edit(.insert(words), layouts)
      return acceptPrompt(layouts)
    case .comparedUnit(let entry): showCompared(entry: entry, layouts)
    case .missing: break
    }
    return []
  }

  private mutating func runHelpEntry(_ layouts: LayoutCache) -> [Effect] {
    let list = layouts.helpList(for: self)
    guard list.rows.indices.contains(help.selected),
      case .command(let place) = list.rows[help.selected]
    else {
      message = Message(.noMatch)
      return []
    }
    overlays.removeAll { $0 == .help || $0 == .helpSearch }
    snapshot = nil
    return run(place, layouts)
  }

  /// Runs a command of the table as its key would in the pane that has the focus.
  private mutating func run(_ place: Int, _ layouts: LayoutCache) -> [Effect] {
    let command = layouts.commands[place]
    guard command.modes.contains(mode) else {
      message = Message(.notHere, command.name[settings.language])
      return []
    }
    if case .unavailable(let reason) = command.availability(self) {
      message = reason
      return []
    }
    if command.action.wantsLetter, let first = command.keys.first?.dropLast() {
      pendingKeys = Array(first)
      showsFollowing = true
      return []
    }
    return performAndRemember(command.action, count: nil, layouts)
  }

  /// Goes to a unit or a stretch in it; the place that is left can be come back to.
  mutating func jumpFar(
    to address: NodeAddress, place part: TextPlace?, _ range: ScalarRange?, _ layouts: LayoutCache
  ) {
    jumps.leave(place)
    if panes.arrangement == .onePane { focus = .text }
    reveal(address.node, in: address.issue, layouts)
    if let part, let range {
      let position = TextPosition(
        node: address.node, part: TextPart(part), offset: range.start)
      let layout = layouts.document(of: address.node, in: address.issue, for: self)
      show(layout.position(ofRow: layout.row(of: position)), in: address.issue, layouts)
    } else {
      show(address.node, in: address.issue, layouts)
    }
    followCursor(layouts)
    message = Message(.jumpedTo, library[issue][address.node].reference.text)
  }
}
