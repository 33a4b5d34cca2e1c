import GazetteDifference
import GazetteReview
import GazetteText
import TerminalKit

/// A sign of the screen with the one thing that it means.
struct HelpSign: Hashable, Sendable {
  let sign: Phrase
  let role: StyleRole
  let meaning: Phrase

  /// Every sign, in order.
  static let all: [HelpSign] = places + marks + bodies + tables + comparison

  private static let places: [HelpSign] = [
    HelpSign(
      ">", .current, Phrase("正读到的一行；有焦点的一栏", "the row being read; the pane that has the focus")),
    HelpSign("+", .plain, Phrase("已折叠", "folded")),
    HelpSign("-", .plain, Phrase("已展开", "unfolded")),
    HelpSign("« »", .muted, Phrase("此处有截去的字，或还有列", "words are cut here, or columns follow")),
    HelpSign(ReviewLook.own, .lead, Phrase("写明本单位", "names my department")),
    HelpSign("|", .key, Phrase("在旁：选取的条，正看的变动", "beside: what is selected, the change looked at")),
  ]

  /// Of the review.
  private static var marks: [HelpSign] {
    let states: [ReviewState] = [.read, .agreed, .question, .problem, .notours]
    let changed = ReviewLook(state: .read, isChanged: true)
    var signs: [HelpSign] = states.map { state in
      let look = ReviewLook(state: state)
      return HelpSign(look.symbol, look.role, state.name)
    }
    signs.append(
      HelpSign(
        changed.symbol, changed.role,
        Phrase("标记之后文字有改动", "the text changed since the mark")))
    signs.append(
      HelpSign(ReviewLook.noted, .muted, Phrase("有批注或标签", "has a note or tags")))
    return signs
  }

  /// Of the list of bodies.
  private static var bodies: [HelpSign] {
    RoleBar.roles.map { role in
      let name = role == .support ? DutyText.otherRoles : role.name
      return HelpSign(
        String(RoleBar.mark(of: role)), .number,
        Phrase("单位：\(name)", "bodies: \(name)"))
    }
  }

  /// Of the matrix and the targets.
  private static let tables: [HelpSign] = [
    HelpSign("7/20", .plain, Phrase("矩阵：20 条，其中牵头 7 条", "matrix: 20 clauses, leads 7 of them")),
    HelpSign("(58)", .muted, Phrase("矩阵：只有统一要求的 58 条", "matrix: 58 clauses, all inherited")),
    HelpSign(" 9 ", .heatMiddle, Phrase("矩阵：条数居中", "matrix: a middling number")),
    HelpSign(" 9 ", .heatHigh, Phrase("矩阵：条数最多", "matrix: the largest numbers")),
    HelpSign("[7]", .plain, Phrase("矩阵：选中的一格", "matrix: the selected cell")),
    HelpSign(
      TargetText.atLeast, .number, Phrase("指标：至少", "targets: at least")),
    HelpSign(TargetText.atMost, .number, Phrase("指标：至多", "targets: at most")),
    HelpSign(
      "\(TargetsView.ascending) \(TargetsView.descending)", .key,
      Phrase("指标：按此列顺排、倒排", "targets: sorted by this column, upwards or downwards")),
    HelpSign(
      "-\(TargetsView.due)-", .attribution,
      Phrase("指标：时间线上的期限", "targets: a deadline on the line in time")),
  ]

  /// Of two documents compared.
  private static var comparison: [HelpSign] {
    [Difference.Kind.changed, .added, .removed, .moved].map { (kind) -> HelpSign in
      let name = DifferenceWord.kind(kind)
      return HelpSign(
        DifferenceWord.letter(kind), .key, Phrase("比对：\(name)", "comparison: \(name)"))
    } + [
      HelpSign("[-7-]", .removed, Phrase("比对：删去的字", "comparison: words taken out")),
      HelpSign("{+7+}", .inserted, Phrase("比对：加入的字", "comparison: words put in")),
    ]
  }

  init(_ sign: String, _ role: StyleRole, _ meaning: Phrase) {
    self.init(Phrase("\(sign)", "\(sign)"), role, meaning)
  }

  init(_ sign: Phrase, _ role: StyleRole, _ meaning: Phrase) {
    self.sign = sign
    self.role = role
    self.meaning = meaning
  }
}
