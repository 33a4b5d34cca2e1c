import GazetteModel
import GazetteReview
import GazetteText

/// A report for the head of an office (呈阅): what the issue asks of a body, by when, what is still
/// open and what is disputed.
public struct OfficeReport {
  /// An issue with what a review says of it.
  public struct Source {
    /// Its id among those that are open; nil where it is alone.
    let id: String?
    let issue: Issue
    /// What of the issue is reviewed.
    let scope: ReviewScope
    /// The marks that hold, of everybody.
    let marks: [ReviewMark]
    /// What the team has dealt out, judged and said.
    let team: TeamSheet

    /// Takes an issue.
    public init(
      id: String? = nil, issue: Issue, scope: ReviewScope, marks: [ReviewMark], team: TeamSheet
    ) {
      self.id = id
      self.issue = issue
      self.scope = scope
      self.marks = marks
      self.team = team
    }

    /// What is said of a task of the issue.
    func review(of task: Worklist.Task, _ sheet: ReviewSheet) -> TaskReview? {
      marks.isEmpty && team.isEmpty
        ? nil
        : TaskReview(
          of: task.node, row: task.row(in: id), in: issue, scope: scope, marks: sheet, team: team)
    }
  }

  /// A unit with what reviewers say of it.
  struct Remark {
    let source: Source
    let node: NodeID
    /// The marks, by reviewer.
    let marks: [ReviewMark]
  }

  let worklist: Worklist
  /// The issues, as they are open.
  let sources: [Source]
  let language: Language
  let madeAt: ReviewTime
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
  ///   - sources: The issues that it is printed in, with what the review says of them.
  ///   - language: What the report is written in.
  ///   - madeAt: When it is made.
  public init(
    worklist: Worklist, sources: [Source], language: Language, madeAt: ReviewTime = .now()
  ) {
    let worklist = worklist.reviewed(from: sources)
    self.worklist = worklist
    self.sources = sources
    self.language = language
    self.madeAt = madeAt
    let tasks = Dictionary(grouping: worklist.tasks, by: \.issueID)
    var unread: [String?: Set<NodeID>] = [:]
    for source in sources { unread[source.id] = add(tasks[source.id] ?? [], of: source) }
    // One order of deadlines, whatever issue they are of.
    self.unread = worklist.tasks.filter { unread[$0.issueID]?.contains($0.node) ?? false }
  }

  /// Takes what is said of the tasks of an issue; gives the nodes of those that nobody has finished with.
  private mutating func add(_ tasks: [Worklist.Task], of source: Source) -> Set<NodeID> {
    let (scope, team) = (source.scope, source.team)
    var byNode: [NodeID: [ReviewMark]] = [:]
    for mark in source.marks {
      if let node = scope.node(of: mark.key) { byNode[node, default: []].append(mark) }
    }
    var seen: Set<NodeID> = []
    var unread: Set<NodeID> = []
    for task in tasks {
      let unit = source.unit(of: task.node)
      let marks = (byNode[unit] ?? []).sorted { $0.reviewer < $1.reviewer }
      let states = marks.map { scope.state(of: $0) }.filter { $0 != .unread }
      if states.isEmpty { unread.insert(task.node) }
      guard seen.insert(unit).inserted else { continue }
      let agrees = states.contains { $0 == .agreed || $0 == .notours }
      let objects = states.contains(where: \.isFlagged)
      let isReturned = marks.contains { team.standing(of: $0, in: scope) == .returned }
      if isReturned || agrees && objects || Set(states).isSuperset(of: [.agreed, .notours]) {
        disputed.append(Remark(source: source, node: unit, marks: marks))
      } else if objects {
        open.append(Remark(source: source, node: unit, marks: marks))
      }
    }
    return unread
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
      ]
      + sources.compactMap { source in
        source.team.closing.map { closing in
          let day = closing.at.readableDay
          let words = Phrase(
            "已定稿（\(closing.author)，\(day)）", "closed by \(closing.author), \(day)")[language]
          return source.id.map { "\($0) \(words)" } ?? words
        }
      }
      + [
        "\(ReviewWord.madeAt.text(language))\(colon)\(madeAt.readable)"
      ].filter { !$0.isEmpty }
  }

  var colon: String { language.colon }

  /// The tasks that have a day, and those that have none.
  var dated: [Worklist.Task] { worklist.tasks.filter { $0.deadline != nil } }
  var undated: [Worklist.Task] { worklist.tasks.filter { $0.deadline == nil } }

  /// What one reviewer says: 甲：存疑，“时限太紧”.
  func text(of mark: ReviewMark, _ source: Source) -> String {
    let (scope, team) = (source.scope, source.team)
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

}

extension OfficeReport.Remark {
  /// The unit by its place and its words.
  var heading: String {
    let number = source.issue[node].numbering?.printed ?? ""
    let title = source.issue[node].title ?? String(source.scope.text(of: node).content.prefix(24))
    return number + title
  }

  /// Where it is printed.
  func place(in language: Language) -> String {
    let evidence = PrintedEvidence(lines: source.issue[node].lines, in: source.issue)
    let reference = source.issue[node].reference.text
    return evidence.place(of: source.id.map { "\($0):\(reference)" } ?? reference, in: language)
  }
}

extension OfficeReport.Source {
  /// The unit that the review counts a node in.
  fileprivate func unit(of node: NodeID) -> NodeID {
    ([node] + issue.ancestors(of: node)).first { scope.isUnit($0) } ?? node
  }
}

extension Worklist {
  /// The list with what a review says of each task in its issue.
  public func reviewed(from sources: [OfficeReport.Source]) -> Worklist {
    let said = Dictionary(
      sources.map { ($0.id, ($0, ReviewSheet(reviewer: "", marks: $0.marks))) },
      uniquingKeysWith: { first, _ in first })
    return reviewed { task in said[task.issueID].flatMap { $0.review(of: task, $1) } }
  }
}

extension Worklist.Task {
  /// The reference of its row within the issue of that id; nil outside of tables.
  fileprivate func row(in id: String?) -> String? {
    rowReference.map { id == nil ? $0 : String($0.dropFirst((id ?? "").count + 1)) }
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
