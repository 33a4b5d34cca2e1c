import GazetteModel
import GazetteText

/// Every deadline of some issues in order of time, each with what later issues say of it (期限台账).
public struct DeadlineLedger: Sendable {
  /// What a later issue does to a deadline.
  public enum Sequel: String, Sendable, CaseIterable {
    /// It sets a later day, before the old one is over or saying that it puts it off.
    case extends
    /// It sets a later day when the old one is over, as the plan of the next year does.
    case renews
    /// It sets an earlier day, or another amount.
    case changes
    /// It says the same once more.
    case repeats
    /// It says what was done.
    case reports
  }

  /// How sure it is that a later text speaks of the same duty.
  public enum Sureness: String, Sendable, CaseIterable, Comparable {
    case low, medium, high

    public static func < (left: Sureness, right: Sureness) -> Bool {
      (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
  }

  /// A later text that speaks of a deadline.
  public struct Link: Sendable, Equatable {
    /// What it does.
    public let sequel: Sequel
    /// The issue, by its place among the issues.
    public let issue: Int
    /// The unit, with its issue where there are several.
    public let reference: String
    /// What it says.
    public let text: String
    /// The day that it sets.
    public let deadline: CalendarDate?
    /// How sure it is.
    public let sureness: Sureness
    /// Why.
    public let grounds: [Ground]
  }

  /// What became of a deadline by a day.
  public enum Standing: String, Sendable, CaseIterable {
    /// It is not over yet, and nothing says that it was met or put off.
    case open
    /// It is over, and nothing says that it was met or put off.
    case overdue
    /// It was put off (`Sequel.extends`) to a day that is not over.
    case extended
    /// A later issue says what was done.
    case reported
  }

  /// A deadline.
  public struct Entry: Sendable, Equatable {
    /// The issue, by its place among the issues.
    public let issue: Int
    /// The unit, with its issue where there are several.
    public let reference: String
    /// The day.
    public let deadline: CalendarDate
    /// The sentence that sets it.
    public let text: String
    /// The title of the document.
    public let document: String?
    /// What later issues say, the surest first.
    public let links: [Link]
    /// What became of it by the day of the ledger.
    public let state: Standing
  }

  /// The deadlines in order of time, then of publication.
  public let entries: [Entry]

  /// The most links of a deadline.
  private static let mostLinks = 4
  /// In how many later issues the same words are looked at.
  private static let mostIssues = 3

  /// Works out the ledger.
  ///
  /// - Parameters:
  ///   - records: The issues in any order.
  ///   - day: What is over by that day is overdue; what was published after it is not known yet.
  public init(_ records: [RecordedIssue], on day: CalendarDate) {
    let issues = RecordedIssue.chronological(
      records.filter { $0.date.map { $0 <= day } ?? true })
    let search = LinkSearch(issues)
    var entries: [Entry] = []
    for (issue, record) in issues.enumerated() {
      for (place, sentence) in record.sentences.enumerated() {
        guard let deadline = sentence.deadline else { continue }
        let links = search.links(
          from: Wordings.Place(issue: issue, sentence: place), Self.mostIssues
        )
        .sorted { left, right in
          (right.sureness, order(left)) < (left.sureness, order(right))
        }
        .prefix(Self.mostLinks)
        entries.append(
          Entry(
            issue: record.place, reference: sentence.reference, deadline: deadline,
            text: sentence.text, document: record.document(of: sentence.node)?.inner.title,
            links: Array(links), state: Self.state(deadline, Array(links), on: day)))
      }
    }
    self.entries = entries.enumerated().sorted {
      ($0.element.deadline, $0.offset) < ($1.element.deadline, $1.offset)
    }.map(\.element)
    func order(_ link: Link) -> Int { Sequel.allCases.firstIndex(of: link.sequel) ?? 0 }
  }

  private static func state(_ deadline: CalendarDate, _ links: [Link], on day: CalendarDate)
    -> Standing
  {
    let sure = links.filter { $0.sureness > .low }
    if sure.contains(where: { $0.sequel == .reports }) { return .reported }
    let last = sure.filter { $0.sequel == .extends }.compactMap(\.deadline).max()
    if last.map({ $0 >= day }) ?? false { return .extended }
    return deadline >= day ? .open : .overdue
  }
}
