import GazetteModel
import GazetteReview
import GazetteText

/// What a review says of a task: who is to read its unit, who has, and what they remark.
public struct TaskReview: Sendable, Equatable {
  /// To whom the unit was dealt out, sorted.
  public let assigned: [String]
  /// Who has read it, with the state each gave it and how far second readers are.
  public let marks: [(reviewer: String, state: ReviewState, standing: TeamStanding)]
  /// Notes, reasons for returning, and what is said in open discussions, each with its author.
  public let remarks: [(author: String, words: String)]

  /// Whether everybody to whom it was dealt out has read it, or anybody where it was dealt out to
  /// nobody, and no mark was returned.
  public var isDone: Bool {
    let readers = Set(marks.map(\.reviewer))
    return !readers.isEmpty && readers.isSuperset(of: assigned)
      && !marks.contains { $0.standing == .returned }
  }

  /// Reads what stands at the unit that holds a node, and of a row of a table what stands at the row
  /// where that has marks of its own.
  ///
  /// - Parameters:
  ///   - node: Where the task is printed.
  ///   - row: The reference of the row within the issue; nil outside of tables.
  ///   - issue: The issue.
  ///   - scope: What of it is reviewed.
  ///   - sheet: Everyone's marks.
  ///   - team: What the team has dealt out, judged and said.
  public init(
    of node: NodeID, row: String? = nil, in issue: Issue, scope: ReviewScope,
    marks sheet: ReviewSheet, team: TeamSheet
  ) {
    let unit = ([node] + issue.ancestors(of: node)).first { scope.isUnit($0) } ?? node
    let own = row.map {
      sheet.marks(at: ReviewKey(issue: scope.issueName.description, reference: $0))
    }
    let all = own.flatMap { $0.isEmpty ? nil : $0 } ?? sheet.marks(at: unit, of: scope)
    assigned = team.readers(at: unit, of: scope)
    marks = all.filter { scope.state(of: $0) != .unread }.map {
      ($0.reviewer, $0.state, team.isEmpty ? .none : team.standing(of: $0, in: scope))
    }
    var remarks: [(author: String, words: String)] = []
    for mark in all {
      if !mark.note.isEmpty { remarks.append((mark.reviewer, mark.note)) }
      for verdict in team.verdicts(on: mark, of: scope) where !verdict.note.isEmpty {
        remarks.append((verdict.author, verdict.note))
      }
    }
    for thread in team.threads(at: unit, of: scope) where thread.isOpen {
      remarks += thread.remarks.map { ($0.author, $0.words) }
    }
    self.remarks = remarks
  }

  public static func == (left: TaskReview, right: TaskReview) -> Bool {
    left.assigned == right.assigned && left.marks.elementsEqual(right.marks, by: ==)
      && left.remarks.elementsEqual(right.remarks, by: ==)
  }

  /// Who has read it, for people: 张伟 同意（退回）、李娜 已阅.
  package func markText(in language: Language) -> String {
    return marks.map { mark in
      let standing = mark.standing.name(in: language) ?? ""
      let name = "\(mark.reviewer) \(mark.state.name(in: language))"
      if standing.isEmpty { return name }
      return name + language.bracketed(standing)
    }.joined(separator: language.listMark)
  }

  /// What is remarked, for people: 张伟：期限太紧；李娜：请核对附件.
  package func remarkText(in language: Language) -> String {
    return remarks.map { remark in
      let words = remark.words.split(separator: "\n").joined(separator: " ")
      return remark.author + language.colon + words
    }.joined(separator: language.semicolon)
  }

  package func assignedText(in language: Language) -> String {
    assigned.joined(separator: language.listMark)
  }

  /// The members that `gazette worklist --json` adds.
  var json: [(String, JSONValue)] {
    [
      ("done", .bool(isDone)), ("assigned", JSONValue(assigned)),
      (
        "marks",
        .array(
          marks.map { mark in
            [
              "reviewer": .string(mark.reviewer), "state": .string(mark.state.rawValue),
              "confirmed": .bool(mark.standing == .confirmed),
              "returned": .bool(mark.standing == .returned),
            ]
          })
      ),
      (
        "remarks",
        .array(
          remarks.map { ["author": .string($0.author), "text": .string($0.words)] })
      ),
    ]
  }
}

extension Worklist {
  /// The list with what a review says of each task.
  public func reviewed(_ review: (Task) -> TaskReview?) -> Worklist {
    Worklist(
      body: body, issueNames: issueNames,
      ordered: tasks.map { task in
        var task = task
        task.review = review(task)
        return task
      })
  }

  /// How many tasks are done; nil where there is no review.
  package var doneCount: Int? {
    let reviews = tasks.compactMap(\.review)
    return reviews.isEmpty ? nil : reviews.count(where: \.isDone)
  }
}

extension Worklist.Task {
  /// What a review says of it, each with its label; none where it says nothing.
  package func reviewLines(in language: Language) -> [(WorklistWord, String)] {
    guard let review else { return [] }
    return [
      (WorklistWord.assigned, review.assignedText(in: language)),
      (.reviewed, review.markText(in: language)), (.remarks, review.remarkText(in: language)),
    ].filter { !$0.1.isEmpty }
  }
}
