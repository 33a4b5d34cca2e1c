import GazetteModel
import GazetteText

/// What one body has to do (任务清单): each phrase that makes it responsible, with the task, the
/// partners, the deadline and the place in print.
///
/// ```swift
/// let issue = ShippedIssue.load()
/// let index = DepartmentIndex(issue: issue)
/// if let place = index.lookup("省生态环境厅") {
///   let reader = WorklistReader(issue: issue, departments: index, targets: TargetIndex(issue))
///   let worklist = Worklist(
///     body: "省生态环境厅", issueNames: [issue.fullName], tasks: reader.tasks(of: place))
///   print(CSVTable.text(of: worklist.table(in: .chinese)))
/// }
/// ```
public struct Worklist: Sendable, Equatable {
  /// Another body in the same phrase (共同承担).
  public struct Partner: Sendable, Equatable, Hashable {
    /// The canonical name.
    public let name: String
    /// What it does in the task.
    public let role: Role
  }

  /// One thing to do (任务).
  public struct Task: Sendable, Equatable {
    /// The node, with its issue before it where several are open: `2021-11:3.1/2.3.11`.
    public let reference: String
    /// The id of the issue among those that are open; nil where it is alone.
    public let issueID: String?
    /// What the issue is called: 吉林省人民政府公报 2021年第11期.
    public let issueName: String
    /// The clause, or the row's table, that the task is printed in.
    public let node: NodeID
    /// The row of a table that sets the task, with its issue before it like `reference`; nil
    /// outside of tables.
    public let rowReference: String?
    /// What has to be done: the stretch of text that the phrase speaks for.
    public let text: String
    /// What the body does in it.
    public let role: Role
    /// The other bodies of the same phrase, in order of print.
    public let partners: [Partner]
    /// Whether the phrase leaves its list of bodies open: 等.
    public let andOthers: Bool
    /// The last day, by the earliest deadline that the task's own text sets; nil where it sets none.
    public let deadline: CalendarDate?
    /// The words that set the deadline: 2021年底前.
    public let deadlineWords: String?
    /// Whether it follows from a statement made elsewhere.
    public let isInherited: Bool
    /// The phrase that makes the body responsible, as it reads.
    public let phrase: String
    /// Where it stands in print.
    public let evidence: PrintedEvidence
    /// The title of the document or attachment.
    public let documentTitle: String
    /// The number of that document, or of the one that issues it; empty where there is none.
    public let documentNumber: String
    /// The printed numbers from the outermost heading down: 二、（三）11.
    public let numbers: String
    /// The reference that leads to it most closely: that of the row where it stands in a table.
    public var place: String { rowReference ?? reference }
    /// Names the task for programs that take the list in twice: the same for the same body, place
    /// and role whenever the issue is read.
    public let identifier: String
    /// What a review says of it; nil where there is none.
    public var review: TaskReview?
  }

  /// The order of the tasks.
  public enum Order: String, Sendable, CaseIterable {
    /// The earliest deadline first, then what has none in order of print.
    case deadline
    /// As printed.
    case print
  }

  /// The canonical name of the body.
  public let body: String
  /// The issues that were asked: 吉林省人民政府公报 2021年第11期.
  public let issueNames: [String]
  /// In order; what is inherited stands behind all that is printed.
  public let tasks: [Task]

  /// Puts a list in order.
  ///
  /// - Parameters:
  ///   - body: The name of the body.
  ///   - issueNames: What the issues are called, as a head of the list.
  ///   - tasks: In order of print.
  ///   - order: By deadline or as printed.
  public init(body: String, issueNames: [String], tasks: [Task], order: Order = .deadline) {
    self.body = body
    self.issueNames = issueNames
    let ordered = tasks.enumerated().sorted { left, right in
      let (first, second) = (left.element, right.element)
      if first.isInherited != second.isInherited { return second.isInherited }
      if order == .deadline, first.deadline != second.deadline {
        guard let earlier = first.deadline else { return false }
        return second.deadline.map { earlier < $0 } ?? true
      }
      return left.offset < right.offset
    }
    self.tasks = ordered.map(\.element)
  }

  /// Takes tasks that are in order.
  init(body: String, issueNames: [String], ordered tasks: [Task]) {
    self.body = body
    self.issueNames = issueNames
    self.tasks = tasks
  }

  /// How many tasks have a deadline.
  public var deadlineCount: Int { tasks.count { $0.deadline != nil } }
}
