import GazetteModel
import TerminalKit

extension State {
  /// Takes one action and says what the world outside has to do; dispatch only.
  mutating func update(_ action: Action, layouts: LayoutCache) -> [Effect] {
    switch action {
    case .pend(let key):
      message = nil
      pendingKeys.append(key)
      return []
    case .pause:
      showsFollowing = !pendingKeys.isEmpty
      return pendingKeys.isEmpty ? performDigit(layouts) : []
    case .digit(let digit):
      count = min(Self.countLimit, (count ?? 0) * 10 + digit)
      digitAction = nil
      return []
    case .digitOr(let digit, let action):
      message = nil
      count = digit
      digitAction = action
      return []
    default:
      break
    }
    if case .take(let indexes) = action {
      // It comes between the keys and is none.
      take(indexes, layouts)
      return []
    }
    if case .answer(let reply) = action {
      take(reply, layouts)
      return []
    }
    if case .setAmbiguousWidth(let width) = action {
      setAmbiguousWidth(width, layouts)
      return []
    }
    var effects: [Effect] = []
    if !action.takesCount, action != .cancel { effects = performDigit(layouts) }
    let count = self.count
    self.count = nil
    digitAction = nil
    pendingKeys = []
    showsFollowing = false
    let isToldHowToLeave = message?.key == .howToLeave
    let isAskedToStay = message?.key == .leaveWhileWaiting
    message = nil
    if action == .interrupt {
      if isToldHowToLeave || isAskedToStay { return leave(wasAsked: isAskedToStay) }
      message = Message(.howToLeave)
      return effects
    }
    if action == .quit { return leave(wasAsked: isAskedToStay) }
    if panes.arrangement == .tooSmall, !action.isForAnySize { return [] }
    if case .resize = action {
    } else {
      review.awaitsPlace = false
      review.isAtWork = action.isOfReview || review.anchor != nil
    }
    if mode == .start, !action.belongsToStart { closeStart() }
    effects += performAndRemember(action, count: count, layouts)
    if panes.arrangement != .tooSmall { keepCursorInSight(layouts) }
    if filter.isActive { keepSelectionLeft(layouts) }
    keepDossierInside(layouts)
    keepMatrixInside(layouts)
    if let anchor = review.anchor, anchor.list != listIdentity { review.anchor = nil }
    return effects
  }

  /// Does an action and keeps it for `.` where that makes sense.
  mutating func performAndRemember(_ action: Action, count: Int?, _ layouts: LayoutCache)
    -> [Effect]
  {
    if action.isRepeatable { lastCommand = action }
    return perform(action, count: count, layouts)
  }

  private mutating func perform(_ action: Action, count: Int?, _ layouts: LayoutCache) -> [Effect] {
    switch action {
    case .pend, .digit, .digitOr, .take, .answer, .setAmbiguousWidth, .pause, .interrupt: break
    case .noSuchKey(let keys): sayNoSuchKey(keys)
    case .explain(let message): self.message = message
    case .resize(let size): resize(to: size, layouts)
    case .move(let motion): return read(motion, count: count, layouts)
    case .goBack: goBack(layouts)
    case .goForward: goForward(layouts)
    case .focusNext: moveFocus(by: 1)
    case .focusPrevious: moveFocus(by: -1)
    case .left: moveLeft(layouts)
    case .right: moveRight(layouts)
    case .enter: focus == .details ? enterDetails(layouts) : tab.answers.enter(&self, layouts)
    case .openFilter: openFilter(layouts)
    case .clearFilters: clearFilters(layouts)
    case .chooseChip: chooseChip(layouts)
    case .toggleFilter(let toggle): self.toggle(toggle, layouts)
    case .complete: complete(layouts)
    case .nextCompletion: stepCompletion(by: 1, layouts)
    case .previousCompletion: stepCompletion(by: -1, layouts)
    case .changeTargetOrder: changeTargetOrder(layouts)
    case .reverseTargetOrder: reverseTargetOrder(layouts)
    case .openPalette: openPalette(layouts)
    case .openHelpSearch(let text): openHelpSearch(layouts, typed: text)
    case .choose: return choose(layouts)
    case .closeChooser: close()
    case .followReference: followReference(layouts)
    case .listReferrers: listReferrers(layouts)
    case .goToLastPlace: goToLastPlace(layouts)
    case .setMark(let letter): setMark(letter)
    case .goToMark(let letter): goToMark(letter, layouts)
    case .repeatLast: return repeatLast(count: count, layouts)
    case .copy(let part): return copy(part, layouts)
    case .copied(let text, let way): sayCopied(text, way)
    case .closeHandCopy: close()
    case .openCitations: openCitations(layouts)
    case .closeCitations: close()
    case .chooseCitation(let place): return chooseCitation(place)
    case .openStart: openStart()
    case .closeStart: closeStart()
    case .chooseDocument: chooseDocument(layouts)
    case .openComparison: openComparison(layouts)
    case .closeComparison: closeComparison()
    case .nextChange: goToChange(by: count ?? 1, layouts)
    case .previousChange: goToChange(by: -(count ?? 1), layouts)
    case .openCompared: openCompared(layouts)
    case .listLeads: listLeads(layouts)
    case .archive: break
    case .table(let action): change(action, count: count, layouts)
    case .openTab(let number): openTab(number: number, layouts)
    case .cycleTabs: cycleTabs(layouts)
    case .openNarrowing: openPrompt(.narrow, layouts)
    case .clearNarrowing: clearNarrowing(layouts)
    case .changeOrder: changeOrder(layouts)
    case .openWorklist: openWorklist(layouts)
    case .writeList: return writeList(layouts)
    case .askForFile: askForFile(layouts)
    case .written(let path, let refusal): sayWritten(path, refusal)
    case .changeRole: changeRole(layouts)
    case .toggleTask: toggleTask(layouts)
    case .closeDossier: closeDossier(layouts)
    case .toggleFold: setFold(nil, layouts)
    case .fold: setFold(true, layouts)
    case .unfold: setFold(false, layouts)
    case .foldAll: foldAll(layouts)
    case .unfoldAll: unfoldAll(layouts)
    case .togglePrinted: togglePrinted(layouts)
    case .toggleReading: toggleReading(layouts)
    case .toggleDetails: toggleDetails()
    case .toggleMouse: return toggleMouse()
    case .widen: changeMeasure(by: Settings.measureStep * (count ?? 1), layouts)
    case .narrow: changeMeasure(by: -Settings.measureStep * (count ?? 1), layouts)
    case .openSearch: openPrompt(.search, layouts)
    case .openReference: openPrompt(.reference, layouts)
    case .nextMatch: stepMatch(by: count ?? 1, layouts)
    case .previousMatch: stepMatch(by: -(count ?? 1), layouts)
    case .edit(let edit): self.edit(edit, layouts)
    case .accept: return accept(layouts)
    case .cancel: cancelPrompt(layouts)
    case .mark(let state): return mark(state, layouts)
    case .confirmChanged: return confirmChanged(layouts)
    case .toggleSelection: toggleSelection(layouts)
    case .nextUnreviewed: moveToUnreviewed(by: 1, layouts)
    case .previousUnreviewed: moveToUnreviewed(by: -1, layouts)
    case .nextFlagged: moveToFlagged(layouts)
    case .undo: return [.review(.undo)]
    case .redo: return [.review(.redo)]
    case .openNote: openNote(layouts)
    case .saveNote: return saveNote(layouts)
    case .editOutside: return editOutside(layouts)
    case .editNote(let edit): editNote(edit)
    case .openTags: openTags(layouts)
    case .completeTag: completeTag()
    case .openMarks: return openMarks(layouts)
    case .closeMarks: close()
    case .toggleMarksOnReading: toggleMarksOnReading()
    case .toggleMovesOn: toggleMovesOn()
    case .team(let action): return team(action, layouts)
    case .cycleListState: cycleListState(layouts)
    case .cycleListOrder: cycleListOrder(layouts)
    case .openHelp: openHelp()
    case .closeHelp: closeHelp(layouts)
    case .mouse(let event): return mouse(event, layouts)
    case .suspend: return [.suspend]
    case .repaint: return [.repaint]
    case .quit: return [.quit]
    }
    return []
  }

  /// Moves, and marks what was read on the way.
  private mutating func read(
    _ motion: Motion, count: Int?, _ layouts: LayoutCache
  ) -> [Effect] {
    let start = place
    let isInText = mode == .text
    move(motion, count: count, layouts)
    return isInText ? markRead(from: start, by: motion, layouts) : []
  }

  private mutating func accept(_ layouts: LayoutCache) -> [Effect] {
    if mode == .tags { return acceptTags(layouts) }
    if mode == .assign { return acceptAssign(layouts) }
    if mode == .reference, let effects = runTypedCommand(layouts) { return effects }
    return acceptPrompt(layouts)
  }

  /// Does what a digit does by itself, when no motion came behind it.
  private mutating func performDigit(_ layouts: LayoutCache) -> [Effect] {
    guard let action = digitAction else { return [] }
    digitAction = nil
    count = nil
    return update(action, layouts: layouts)
  }

  private mutating func sayNoSuchKey(_ keys: [Key]) {
    // Esc is how people get out of a sequence; it deserves no answer.
    guard let last = keys.last, last != .escape else { return }
    message = Message(mode == .help ? .noSuchKeyInHelp : .noSuchKey, keys.label)
  }

  mutating func open(_ mode: Mode) {
    overlays.append(mode)
    handCopyTop = 0
  }

  mutating func close() {
    _ = overlays.popLast()
  }
}
