import GazetteModel
import GazetteReview
import TerminalKit

// Writing notes and tags.

extension State {
  // MARK: - Notes

  mutating func openNote(_ layouts: LayoutCache) {
    guard let draft = draft(layouts) else {
      message = Message(.nothingToReview)
      return
    }
    open(draft, layouts)
  }

  /// Opens the box in which a note is written, beside what it is about.
  mutating func open(_ draft: NoteDraft, _ layouts: LayoutCache) {
    review.note = draft
    makeRoomForBox(rows: noteRows, layouts)
    if mode != .note { open(.note) }
  }

  private func draft(_ layouts: LayoutCache) -> NoteDraft? {
    let targets = markKeys(layouts)
    guard let sheet = review.sheet(targets.issue), let first = targets.keys.first else {
      return nil
    }
    let before = targets.keys.count == 1 ? sheet.mark(at: first)?.note ?? "" : ""
    return NoteDraft(targets: targets.keys, before: before, editor: NoteEditor(before))
  }

  mutating func editNote(_ edit: LineEdit) {
    review.note?.isWarned = false
    review.note?.editor.apply(edit)
    if case .insert(let text) = edit {
      let leftOut = ReviewRules.leftOut(ofNote: text)
      if leftOut > 0 { message = Message(.noteLeftOut, String(leftOut)) }
    }
    sayWhatIsCut()
  }

  mutating func editNote(_ edit: NoteEdit) {
    let columns = noteColumns
    let ambiguous = settings.ambiguous
    review.note?.isWarned = false
    review.note?.editor.apply(edit, columns: columns, ambiguous: ambiguous)
    sayWhatIsCut()
  }

  private mutating func sayWhatIsCut() {
    guard review.note?.editor.isCut == true else { return }
    message = Message(.noteIsCut, String(NoteEditor.limit))
  }

  mutating func saveNote(_ layouts: LayoutCache) -> [Effect] {
    guard let note = review.note else { return [] }
    close()
    review.note = nil
    review.anchor = nil
    guard note.isChanged else { return [] }
    if note.purpose != .note {
      review.work.sent = note
      let changes = teamChanges(of: note, layouts)
      if changes.isEmpty { message = Message(.nothingSaid) }
      return record(changes)
    }
    return [.review(.apply(changes(of: note, layouts)))]
  }

  /// Closes the note; where something was written that is not kept yet, the first time only warns.
  mutating func cancelNote() {
    if let note = review.note, note.isChanged, !note.isWarned {
      review.note?.isWarned = true
      message = Message(.noteNotKept)
      return
    }
    review.note = nil
    close()
  }

  func changes(of note: NoteDraft, _ layouts: LayoutCache) -> [ReviewChange] {
    note.targets.compactMap { key in
      guard let index = issue(ofName: key.issue) else { return nil }
      let scope = layouts.scope(of: index)
      let moves = review.sheet(index)?.moves(before: note.targets) ?? []
      return scope.text(of: key).map {
        ReviewChange(key: key, text: $0, note: note.editor.text, moves: moves)
      }
    }
  }

  /// Hands the note to the reader's own editor.
  mutating func editOutside(_ layouts: LayoutCache) -> [Effect] {
    if mode != .note {
      guard let draft = draft(layouts) else {
        message = Message(.nothingToReview)
        return []
      }
      review.note = draft
    }
    return review.note.map { [.edit($0.editor.text)] } ?? []
  }

  /// Takes what the editor left; nil when it could not be used.
  mutating func takeEdited(_ text: String?, _ layouts: LayoutCache) {
    guard let text else {
      message = Message(.editorFailed)
      if mode != .note { review.note = nil }
      return
    }
    review.note?.editor = NoteEditor(ReviewRules.note(text))
    if let note = review.note { open(note, layouts) }
    let leftOut = ReviewRules.leftOut(ofNote: text)
    message =
      leftOut > 0 ? Message(.noteLeftOut, String(leftOut)) : Message(.noteFromEditor)
  }

  /// The columns that a note is written in.
  var noteColumns: Int { max(8, boxRoom.columns - 4) }

  /// The rows of the box in which a note is written.
  var noteRows: Int { min(max(5, boxRoom.rows / 2 - 1), 14) }

  // MARK: - Tags

  mutating func openTags(_ layouts: LayoutCache) {
    let targets = markKeys(layouts)
    guard let sheet = review.sheet(targets.issue), let first = targets.keys.first else {
      message = Message(.nothingToReview)
      return
    }
    openPrompt(.tags, layouts)
    guard targets.keys.count == 1 else { return }
    let tags = sheet.mark(at: first)?.tags ?? []
    editor = LineEditor(tags.map { $0 + " " }.joined())
  }

  mutating func acceptTags(_ layouts: LayoutCache) -> [Effect] {
    var tags: Set<String> = []
    for word in editor.text.split(whereSeparator: { $0.isWhitespace || "，、,；;".contains($0) }) {
      guard let tag = ReviewRules.tag(String(word)) else {
        message = Message(.badTag, String(word))
        return []
      }
      tags.insert(tag)
    }
    close()
    snapshot = nil
    let targets = markKeys(layouts)
    let scope = layouts.scope(of: targets.issue)
    let sheet = review.sheet(targets.issue)
    let isOne = targets.keys.count == 1
    review.anchor = nil
    let changes: [ReviewChange] = targets.keys.compactMap { key in
      let old = Set(sheet?.mark(at: key)?.tags ?? [])
      let removed = isOne ? old.subtracting(tags) : []
      let added = tags.subtracting(old)
      guard !removed.isEmpty || !added.isEmpty, let text = scope.text(of: key) else { return nil }
      return ReviewChange(
        key: key, text: text, addedTags: added, removedTags: removed,
        moves: sheet?.moves(before: targets.keys) ?? [])
    }
    return changes.isEmpty ? [] : [.review(.apply(changes))]
  }

  /// The tags that the word before the cursor may become, the most frequent first.
  var tagCandidates: [String] {
    let typed = editor.textBeforeCursor
    let word =
      typed.split(separator: " ", omittingEmptySubsequences: false).last.map(String.init) ?? ""
    let start = ReviewRules.tag(word) ?? ""
    let used = Set(editor.text.split(separator: " ").map(String.init))
    return review.tags.filter { $0.hasPrefix(start) && $0 != start && !used.contains($0) }
  }

  mutating func completeTag() {
    guard let tag = tagCandidates.first else {
      message = Message(.noSuchTag)
      return
    }
    if let last = editor.textBeforeCursor.last, last != " " { editor.apply(.eraseWord) }
    editor.apply(.insert(tag + " "))
  }
}
