import GazetteModel
import GazetteReview
import GazetteText

/// A report for the head of an office (呈阅): what the issue asks of a body, by when, what is still
/// open and what is disputed.
public struct OfficeReport {
  /// A unit with what reviewers say of it.
  struct Remark {
    let node: NodeID
    /// The marks, by reviewer.
    let marks: [ReviewMark]
  }

  let worklist: Worklist
  let issue: Issue
  let scope: ReviewScope
  let language: Language
  let madeAt: ReviewTime
  /// What the team has said of the issue.
  let team: TeamSheet
  /// Tasks in units that nobody has finished with: unread, or changed since.
  private(set) var unread: [Worklist.Task] = []
  /// Units with a question or a problem that all reviewers share.
  private(set) var open: [Remark] = []
  /// Units of which reviewers think differently: one agrees where another does not.
  private(set) var disputed: [Remark] = []

  /// Puts a report together.
  ///
  /// - Parameters:
  ///   - worklist: What the body has to do.
  ///   - issue: The issue it is printed in.
  ///   - scope: What of the issue is reviewed.
  ///   - marks: The marks that hold, of everybody.
  ///   - team: What the team has dealt out, judged and said.
  ///   - language: What the report is written in.
  ///   - madeAt: When it is made.
  public init(
    worklist: Worklist, issue: Issue, scope: ReviewScope, marks: [ReviewMark],
    team: TeamSheet = TeamSheet(), language: Language, madeAt: ReviewTime = .now()
  ) {
    let sheet = ReviewSheet(reviewer: "", marks: marks)
    let worklist =
      marks.isEmpty && team.isEmpty
      ? worklist
      : worklist.reviewed {
        TaskReview(
          of: $0.node, row: $0.rowReference, in: issue, scope: scope, marks: sheet, team: team)
      }
    self.team = team
    self.worklist = worklist
    self.issue = issue
    self.scope = scope
    self.language = language
    self.madeAt = madeAt
    var byNode: [NodeID: [ReviewMark]] = [:]
    for mark in marks {
      if let node = scope.node(of: mark.key) { byNode[node, default: []].append(mark) }
    }
    var seen: Set<NodeID> = []
    for task in worklist.tasks {
      let unit = self.unit(of: task.node)
      let marks = (byNode[unit] ?? []).sorted { $0.reviewer < $1.reviewer }
      let states = marks.map { scope.state(of: $0) }.filter { $0 != .unread }
      if states.isEmpty { unread.append(task) }
      guard seen.insert(unit).inserted else { continue }
      let agrees = states.contains { $0 == .agreed || $0 == .notours }
      let objects = states.contains(where: \.isFlagged)
      let isReturned = marks.contains { team.standing(of: $0, in: scope) == .returned }
      if isReturned || agrees && objects || Set(states).isSuperset(of: [.agreed, .notours]) {
        disputed.append(Remark(node: unit, marks: marks))
      } else if objects {
        open.append(Remark(node: unit, marks: marks))
      }
    }
  }

  /// The unit that the review counts a node in.
  private func unit(of node: NodeID) -> NodeID {
    ([node] + issue.ancestors(of: node)).first { scope.isUnit($0) } ?? node
  }

  // MARK: What both forms say

  /// The title, and the lines below it.
  var title: String { "\(ReportWord.title.text(language))\(colon)\(worklist.body)" }

  var subtitles: [String] {
    worklist.issueNames
      + [
        worklist.summary(in: language),
        ReportWord.counts(
          unread: unread.count, open: open.count, disputed: disputed.count, language),
        team.closing.map { closing in
          let day = closing.at.readable.prefix(10)
          return Phrase("已定稿（\(closing.author)，\(day)）", "closed by \(closing.author), \(day)")[
            language]
        } ?? "",
        "\(ReviewWord.madeAt.text(language))\(colon)\(madeAt.readable) UTC",
      ].filter { !$0.isEmpty }
  }

  var colon: String { language.colon }

  /// The tasks that have a day, and those that have none.
  var dated: [Worklist.Task] { worklist.tasks.filter { $0.deadline != nil } }
  var undated: [Worklist.Task] { worklist.tasks.filter { $0.deadline == nil } }

  /// What one reviewer says: 甲：存疑，“时限太紧”.
  func text(of mark: ReviewMark) -> String {
    var text = mark.reviewer + colon + scope.state(of: mark).name(in: language)
    if let notice = mark.placement.notice(in: language) {
      text += "（\(notice)）"
    } else if scope.isChanged(mark) {
      text += "（\(ReviewWord.changedSince.text(language))）"
    }
    let note = mark.note.split(separator: "\n").joined(separator: " ")
    if !note.isEmpty { text += "，“\(note)”" }
    for verdict in team.verdicts(on: mark, of: scope) {
      let standing = verdict.isReturned ? TeamStanding.returned : .confirmed
      let words = verdict.note.split(separator: "\n").joined(separator: " ")
      text += "；\(verdict.author) \(standing.name(in: language) ?? "")"
      if !words.isEmpty { text += "，“\(words)”" }
    }
    return text
  }

  /// A unit by its place and its words.
  func heading(of node: NodeID) -> String {
    let number = issue[node].numbering?.printed ?? ""
    let title = issue[node].title ?? String(scope.text(of: node).content.prefix(24))
    return number + title
  }

  func place(of node: NodeID) -> String {
    let evidence = PrintedEvidence(lines: issue[node].lines, in: issue)
    return evidence.place(of: issue[node].reference.text, in: language)
  }
}

/// The words of reports, in both languages.
enum ReportWord {
  case title, asked, byDay, withoutDay, open, disputed, unread, nothing

  func text(_ language: Language) -> String {
    let phrase =
      switch self {
      case .title: Phrase("呈阅", "Report")
      case .asked: Phrase("要求我单位做什么", "What is asked of us")
      case .byDay: Phrase("有期限的", "By a day")
      case .withoutDay: Phrase("未定期限的", "Without a day")
      case .open: Phrase("存疑和问题", "Questions and problems")
      case .disputed: Phrase("意见不一", "Disputed")
      case .unread: Phrase("尚未审阅", "Not yet reviewed")
      case .nothing: Phrase("无", "none")
      }
    return phrase[language]
  }

  /// How much is open, as one line.
  static func counts(
    unread: Int, open: Int, disputed: Int, _ language: Language
  ) -> String {
    Phrase(
      "尚未审阅 \(unread) 项，存疑和问题 \(open) 条，意见不一 \(disputed) 条",
      "not yet reviewed \(unread), questions and problems \(open), disputed \(disputed)")[language]
  }
}
