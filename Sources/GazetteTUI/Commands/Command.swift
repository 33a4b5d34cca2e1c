import GazetteText
import TerminalKit

/// Something that the reader can ask for with keys.
struct Command: Sendable {
  /// The word that names it in configurations, tests and documents, and never changes.
  let id: String
  let group: Group
  /// The key sequences that ask for it, the one to show first.
  let keys: [[Key]]
  /// Where the keys mean this.
  let modes: ModeSet
  /// What it does, with its first key where its template names it.
  let name: CommandName
  /// The name in the line of hints; nil for commands that the line does not show.
  let hint: Phrase?
  /// The name in the line of hints of somebody who reviews.
  let reviewHint: Phrase?
  let action: Action
  /// Whether it makes sense now, and if not, why.
  let availability: @Sendable (State) -> Availability

  init(
    _ id: String, _ group: Group, _ keys: [[Key]], in modes: ModeSet, _ template: Phrase,
    hint: Phrase? = nil, reviewHint: Phrase? = nil, do action: Action,
    when availability: @escaping @Sendable (State) -> Availability = { _ in .available }
  ) {
    self.id = id
    self.group = group
    self.keys = keys
    self.modes = modes
    name = CommandName(template, keys.first)
    self.hint = hint
    self.reviewHint = reviewHint
    self.action = action
    self.availability = { state in
      if let refusal = Self.refusal(of: action, group, in: state.settings) {
        return .unavailable(refusal)
      }
      return availability(state)
    }
  }

  /// The heading that a command stands under in the help.
  enum Group: String, Sendable, CaseIterable {
    case move, jump, find, filter, departments, review, fold, show, type, archive, program

    var name: Phrase {
      switch self {
      case .move: Phrase("移动", "Move")
      case .jump: Phrase("跳转", "Jump")
      case .find: Phrase("查找", "Find")
      case .filter: Phrase("筛选与指标", "Filters and targets")
      case .departments: Phrase("单位与责任", "Bodies and responsibilities")
      case .review: Phrase("审阅", "Review")
      case .fold: Phrase("折叠", "Fold")
      case .show: Phrase("显示", "Show")
      case .type: Phrase("输入时", "While typing")
      case .archive: Phrase("文库", "Archive")
      case .program: Phrase("程序", "Program")
      }
    }
  }
}

/// Whether a command makes sense now.
enum Availability: Hashable, Sendable {
  case available
  case unavailable(Message)
}
