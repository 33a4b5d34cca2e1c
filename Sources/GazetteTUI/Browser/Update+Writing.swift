import GazetteExport
import GazetteModel
import GazetteText
import TerminalKit

// Commands that are typed behind the colon as in other programs, and writing out the list on the
// screen.

extension State {
  /// Does what is typed where it is a command and no reference: `w FILE`, `q`, `help`; nil where it
  /// is none.
  mutating func runTypedCommand(_ layouts: LayoutCache) -> [Effect]? {
    let typed = editor.text.split(separator: " ", maxSplits: 1).map(String.init)
    guard let word = typed.first else { return nil }
    let rest = (typed.count > 1 ? typed[1] : "").filter { !$0.isNewline }
      .trimmed
    switch word {
    case "w", "write":
      leavePrompt(layouts)
      return write(to: rest, layouts)
    case "q!":
      leavePrompt(layouts)
      return [.quit]
    case "q", "quit", "wq", "x":
      leavePrompt(layouts)
      return leave(wasAsked: false)
    case "h", "help":
      leavePrompt(layouts)
      openHelp()
      return []
    default: return nil
    }
  }

  /// Opens the prompt with the beginning of the command that writes a file.
  mutating func askForFile(_ layouts: LayoutCache) {
    guard settings.allowsWriting else {
      message = Message(.writingIsOff)
      return
    }
    // The name first: the prompt is not what is written.
    let name = ListedTable.fileName(of: self, layouts)
    openPrompt(.reference, layouts)
    editor = LineEditor("w \(name)")
  }

  /// Writes the list under the name that would be proposed, beside what has that name already.
  mutating func writeList(_ layouts: LayoutCache) -> [Effect] {
    write(to: ListedTable.fileName(of: self, layouts), isNew: true, layouts)
  }

  private mutating func leavePrompt(_ layouts: LayoutCache) {
    cancelPrompt(layouts)
  }

  /// Writes the list in the left pane as it is shown: its rows, with heads in the reader's language.
  private mutating func write(
    to path: String, isNew: Bool = false, _ layouts: LayoutCache
  ) -> [Effect] {
    guard settings.allowsWriting else {
      message = Message(.writingIsOff)
      return []
    }
    guard !path.isEmpty else {
      message = Message(.writeWhere)
      return []
    }
    let rows = ListedTable.rows(of: self, layouts)
    guard rows.count > 1 else {
      message = Message(.nothingToWrite)
      return []
    }
    return [.write(path: path, CSVTable.bytes(of: rows), isNew: isNew)]
  }

  /// Says where a list was written, or why not.
  mutating func sayWritten(_ path: String, _ refusal: String?) {
    let name = SafeText.line(path)
    message =
      refusal.map { Message(.notWritten, name, $0) }
      ?? Message(path.contains("/") ? .written : .writtenHere, name)
  }
}

extension String {
  /// The text without blanks at its ends.
  fileprivate var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
