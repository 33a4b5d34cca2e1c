import GazetteArchive
import GazetteIntake
import GazetteModel
import GazetteText
import TerminalKit

/// The archive on the screen (文库): its issues, what is found in them, its bodies and deadlines.
///
/// A value, like the state of the browser: keys make a new one, and the view draws it.
struct ArchiveRoom {
  /// What is listed.
  enum List: Hashable {
    case issues, found, bodies, body(String), history(String), deadlines, ledger(String), matrix
    case references, keys
  }
  /// What is being typed.
  enum Prompt: Hashable { case search, narrow, references }
  /// What a key asks of the world outside.
  enum Request: Equatable {
    case leave
    case open(issue: Int, reference: String?)
    case suspend, repaint
  }

  private(set) var catalogue: ArchiveCatalogue?
  var size: Size
  let language: Language
  let ambiguous: AmbiguousWidth
  let isASCII: Bool
  let commands: [Command]
  let keyMap: KeyMap
  /// The keys that begin a sequence.
  var pendingKeys: [Key] = []
  /// The day by which a deadline is overdue.
  let today: CalendarDate
  /// The ledger of deadlines, once it was worked out.
  var knownLedger: DeadlineLedger?
  /// What is to be worked out behind the screen.
  var wanted: ArchiveWork?
  private(set) var list = List.issues
  private(set) var rows = ArchiveRows([])
  var cursor = ListPosition()
  private(set) var prompt: Prompt?
  private(set) var editor = LineEditor()
  /// What the list of issues is narrowed to.
  private(set) var narrowing = ""
  /// What was looked for last.
  private(set) var query = ""
  /// Whose references were listed last.
  private(set) var referred = ""
  private(set) var message: String?
  /// What the selected issue prints; nil where there is no room for it.
  var preview: IssuePreview?
  /// How far the building of the index is; nil when nothing is built.
  var progress: ArchiveBuilder.Progress?
  /// How many marks the reader has put, by the names of issues.
  private(set) var marks: [String: Int] = [:]
  /// Where the reader was in the lists that were left.
  private var trail: [(list: List, rows: ArchiveRows, cursor: ListPosition)] = []

  init(
    _ catalogue: ArchiveCatalogue?, size: Size, settings: Settings,
    commands: [Command] = CommandTable.commands, today: CalendarDate = Platform.today
  ) {
    self.commands = commands
    keyMap = KeyMap(commands)
    self.today = today
    self.catalogue = catalogue
    self.size = size
    language = settings.language
    ambiguous = settings.ambiguous
    isASCII = settings.isASCII
    showIssues()
    look()
  }

  /// Takes a new state of the index; the selected issue stays selected.
  mutating func take(_ catalogue: ArchiveCatalogue) {
    let selected = rows.indices.contains(cursor.selected) ? rows[cursor.selected].key : nil
    self.catalogue = catalogue
    progress = nil
    knownLedger = nil
    trail = []
    showIssues()
    if let selected, let place = rows.firstIndex(where: { $0.key == selected }) {
      cursor.select(place, of: rows.count, page: listRows)
    }
    look()
  }

  /// Takes how many marks there are.
  mutating func take(_ marks: [String: Int]) {
    self.marks = marks
    if list == .issues { refill(issueRows) }
  }

  /// Says something until the next key.
  mutating func say(_ text: String) { message = text }

  // MARK: Keys

  mutating func handle(_ event: InputEvent) -> Request? {
    defer { look() }
    switch event {
    case .key(let key):
      message = nil
      return prompt == nil ? press(key) : type(key)
    case .paste(let text): if prompt != nil { edit(.insert(text)) }
    case .mouse(let mouse): return click(mouse)
    case .resize(let size):
      self.size = size
      if list == .matrix, let matrix = try? catalogue.map(matrix) { rows = ArchiveRows(matrix) }
      cursor.select(cursor.selected, of: rows.count, page: listRows)
    default: break
    }
    return nil
  }

  private mutating func click(_ mouse: MouseEvent) -> Request? {
    switch mouse.kind {
    case .wheelDown, .wheelUp: jump(mouse.kind == .wheelDown ? 3 : -3)
    case .release: break
    case .press, .doublePress:
      let place = cursor.top + mouse.position.row - 2
      guard mouse.position.row >= 2, rows.indices.contains(place), rows[place].isSelectable
      else { return nil }
      cursor.select(place, of: rows.count, page: listRows)
      if mouse.kind == .doublePress { return enter() }
    }
    return nil
  }

  mutating func back(leaves: Bool) -> Request? {
    if let last = trail.popLast() {
      (list, rows, cursor) = last
      askAgain()
      return nil
    }
    if !narrowing.isEmpty, !leaves {
      narrowing = ""
      showIssues()
      return nil
    }
    return leaves ? .leave : nil
  }

  mutating func enter() -> Request? {
    guard rows.indices.contains(cursor.selected) else { return nil }
    switch rows[cursor.selected].target {
    case .issue(let place, let reference): return .open(issue: place, reference: reference)
    case .body(let name): show(.body(name))
    case .query(let query): search(query)
    case .month(let month): show(.ledger(month))
    case .history(let name): show(.history(name))
    case .command(let action):
      _ = back(leaves: false)
      return perform(action)
    case nil: break
    }
    return nil
  }

  // MARK: Typing

  mutating func begin(_ prompt: Prompt, with text: String) {
    self.prompt = prompt
    editor = LineEditor(text)
  }

  private mutating func type(_ key: Key) -> Request? {
    switch key {
    case .escape:
      if prompt == .narrow { narrow(to: "") }
      prompt = nil
    case .enter:
      let kind = prompt
      prompt = nil
      if kind == .search { search(editor.text) }
      if kind == .references { showReferences(to: editor.text) }
    case .up where prompt == .narrow: step(-1)
    case .down where prompt == .narrow: step(1)
    case .character(let scalar): edit(.insert(String(Character(scalar))))
    case .backspace: edit(.eraseBack)
    case .delete: edit(.eraseForward)
    case .control("w"): edit(.eraseWord)
    case .control("u"): edit(.eraseAll)
    case .left: edit(.left)
    case .right: edit(.right)
    case .home, .control("a"): edit(.start)
    case .end, .control("e"): edit(.end)
    default: break
    }
    return nil
  }

  private mutating func edit(_ change: LineEdit) {
    editor.apply(change)
    if prompt == .narrow { narrow(to: editor.text) }
  }

  private mutating func narrow(to text: String) {
    narrowing = text
    if list != .issues { trail = [] }
    showIssues()
  }

  // MARK: Lists

  /// Shows the keys as rows.
  mutating func showKeys() {
    if list != .keys { turn(to: .keys, ArchiveKeys.rows(language, of: commands)) }
  }

  mutating func show(_ next: List) {
    guard next != list, let catalogue = builtCatalogue() else { return }
    if next == .issues {
      trail = []
      showIssues()
      return
    }
    do throws(ArchiveFailure) {
      let rows: [ArchiveRow]
      switch next {
      case .bodies: rows = ArchiveRow.bodies(try catalogue.departments(), language)
      case .body(let name): rows = try ArchiveRow.dossier(of: name, in: self, catalogue)
      case .deadlines, .ledger, .history: rows = rowsOfWork(for: next, catalogue)
      case .matrix: rows = try matrix(catalogue)
      default: rows = []
      }
      turn(to: next, rows)
    } catch {
      message = Failure(error, language: language).what
    }
  }

  private mutating func showIssues() {
    list = .issues
    rows = issueRows
    cursor = ListPosition()
    selectFirst()
  }

  mutating func selectFirst() {
    guard let first = rows.firstIndex(where: \.isSelectable) else { return }
    cursor.select(first, of: rows.count, page: listRows)
    cursor.showTop()
  }

  mutating func refill(_ rows: ArchiveRows) {
    self.rows = rows
    cursor.select(cursor.selected, of: rows.count, page: listRows)
  }

  private mutating func turn(to next: List, _ rows: [ArchiveRow]) {
    trail.append((list, self.rows, cursor))
    list = next
    self.rows = ArchiveRows(rows)
    cursor = ListPosition()
    selectFirst()
  }

  private mutating func search(_ text: String) {
    query = text
    guard !text.isEmpty, let catalogue = builtCatalogue() else { return }
    do throws(ArchiveFailure) {
      let rows = try ArchiveRow.found(text, in: catalogue, limit: Self.most, language)
      guard let rows else {
        message =
          QueryText.text(
            of: QueryDiagnostic(reason: .needsReview, range: ScalarRange(0, 0), text: text))[
            language]
        return
      }
      if list == .found, let last = trail.popLast() { (list, self.rows, cursor) = last }
      turn(to: .found, rows)
      message =
        ArchiveText.matches(rows.count(where: \.isSelectable), isAll: rows.count < Self.most)[
          language]
    } catch {
      message = Failure(error, language: language).what
    }
  }

  private mutating func showReferences(to text: String) {
    referred = text
    guard !text.isEmpty, let catalogue = builtCatalogue() else { return }
    do throws(ArchiveFailure) {
      let citations = try catalogue.citations(of: text, limit: Self.most)
      turn(
        to: .references,
        citations.map { ArchiveRow(citing: $0, catalogue.issues[$0.issue].id, language) })
      if citations.isEmpty { message = ArchiveText.nothing[language] }
    } catch {
      message = Failure(error, language: language).what
    }
  }
}
