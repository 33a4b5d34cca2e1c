import GazetteModel
import GazetteReview
import TerminalKit

/// How a mark looks: one character of ASCII, which every terminal and every font draws alike, and a
/// role.
struct ReviewLook: Hashable, Sendable {
  var symbol: String
  var role: StyleRole

  /// The sign of what names the reader's own department: the key that opens its tasks.
  static let own = "@"
  /// The sign of a note without a state.
  static let noted = "*"

  init(state: ReviewState, isChanged: Bool = false) {
    if isChanged {
      (symbol, role) = ("~", .question)
      return
    }
    (symbol, role) =
      switch state {
      case .unread: (" ", .muted)
      case .read: (".", .muted)
      case .agreed: ("o", .agreed)
      case .question: ("?", .question)
      case .problem: ("!", .warning)
      case .notours: ("/", .muted)
      }
  }

  /// The look of the reviewer's own mark at a node; nil where there is none.
  init?(at node: NodeID, _ sheet: ReviewSheet, _ scope: ReviewScope) {
    self.init(at: scope.key(of: node), sheet, scope)
  }

  /// The same of a key, which may be that of a row.
  init?(at key: ReviewKey, _ sheet: ReviewSheet, _ scope: ReviewScope) {
    guard let mark = sheet.mark(at: key) else { return nil }
    self.init(state: mark.state, isChanged: scope.isChanged(mark))
    if symbol == " ", !mark.note.isEmpty || !mark.tags.isEmpty { symbol = Self.noted }
  }
}
