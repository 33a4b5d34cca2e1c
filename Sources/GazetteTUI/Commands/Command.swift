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
  /// What it does, with its first key where `template` names it.
  let name: Phrase
  /// What it does, with `{}` in the place of its first key.
  let template: Phrase
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
    self.template = template
    name = template.english.utf8.contains(0x7B) ? Self.naming(keys.first, in: template) : template
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

  /// The phrase with a key; without what stands in brackets where there is none.
  private static func naming(_ keys: [Key]?, in template: Phrase) -> Phrase {
    guard let keys else {
      return Phrase(
        String(template.chinese.prefix { $0 != "（" }), String(template.english.prefix { $0 != "(" })
      )
    }
    let label = keys.filter { $0 != .anyLetter }.label
    // Byte by byte: pieces of a String would cost the first frame a search for their conformances.
    func filled(_ text: String) -> String {
      var bytes: [UInt8] = []
      for byte in text.utf8 where byte != UInt8(ascii: "}") {
        if byte == UInt8(ascii: "{") {
          bytes.append(contentsOf: label.utf8)
        } else {
          bytes.append(byte)
        }
      }
      return String(decoding: bytes, as: UTF8.self)
    }
    return Phrase(filled(template.chinese), filled(template.english))
  }

  /// The heading that a command stands under in the help.
  enum Group: String, Sendable, CaseIterable {
    case move, jump, find, filter, departments, review, fold, show, type, program

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
