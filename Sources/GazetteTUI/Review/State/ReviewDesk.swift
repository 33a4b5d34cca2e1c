import GazetteModel
import GazetteReview

/// The review as the browser holds it: everyone's marks, and what the reviewer is about to do.
struct ReviewDesk: Equatable, Sendable {
  /// Whether marks can be put.
  enum Access: Hashable, Sendable {
    /// Nobody asked for the store.
    case closed
    /// It is being opened, behind the first frame.
    case opening
    case open
    /// It cannot be used, for this reason; reading goes on.
    case refused(ReviewFailure)
  }

  var access = Access.closed
  /// The opened issues, in the order in which the store answers for them.
  private(set) var issues: [IssueID] = []
  /// The marks at each issue of the library, in its order; empty until the store is open.
  private(set) var sheets: [ReviewSheet] = []
  /// What the team has said of each issue, in the order of the library; empty until the store is
  /// open.
  private(set) var teams: [TeamSheet] = []
  /// Grows with every change of the sheets, so that what is worked out from them is known to be
  /// stale.
  private(set) var revision = 0
  /// How many marks wait for the store, which another process holds; nil where none does.
  var waiting: Int?
  /// The tags in use, the most frequent first.
  var tags: [String] = []
  /// What was asked for and is not on the disk yet; it is not shown, but the way on leads past it.
  var asked: [ReviewKey: ReviewState] = [:]
  /// Whether a server has the store.
  var isOnServer = false
  /// What was asked for by reading on, of which nothing is said.
  var quiet: Set<ReviewKey> = []
  /// Where the selection of several units began; nil when there is none.
  var anchor: ReviewAnchor?
  /// The note that is being written.
  var note: NoteDraft?
  /// What the reader does as a member of a team.
  var work = TeamWork()
  /// Whether the last command was one of the review, whose keys the hints then show.
  var isAtWork = false
  /// Whether the reader has done nothing yet, so that the place of last time may still be shown.
  var awaitsPlace = false
  /// Whether a line of the list of marks is wanted: by state, and in which order.
  var list = ReviewListSettings()

  /// How many rows of everyone's marks are scrolled away.
  var marksTop = 0

  /// - Parameter issues: The opened issues.
  init(issues: [IssueID] = []) {
    self.issues = issues
  }

  /// What the last line says while marks wait.
  var waitingMessage: Message? {
    guard let waiting else { return nil }
    if waiting == 0 { return Message(isOnServer ? .serverIsAway : .storeIsHeld) }
    return Message(isOnServer ? .marksWaitForServer : .marksWait, String(waiting))
  }

  var isOpen: Bool { access == .open }

  /// Waits for the store, and where the start says nothing of it, for the place in it.
  mutating func expectStore(_ start: ReviewStart) {
    access = .opening
    isOnServer = start.isOnServer
    awaitsPlace = start.awaitsPlace
  }

  /// Takes the sheets of all issues.
  mutating func take(_ sheets: [ReviewSheet]) {
    self.sheets = sheets
    revision += 1
  }

  /// Takes what the team has said of all issues.
  mutating func take(_ teams: [TeamSheet]) {
    self.teams = teams
    revision += 1
  }

  /// What the team has said of an issue.
  func team(_ issue: IssueID) -> TeamSheet {
    guard let place = place(of: issue, in: teams.count) else { return TeamSheet() }
    return teams[place]
  }

  /// Takes marks that are on the disk.
  mutating func take(_ marks: [ReviewMark], issueNames: [String]) {
    for (index, name) in issueNames.enumerated() where sheets.indices.contains(index) {
      let own = marks.filter { $0.key.issue == name }
      if !own.isEmpty { sheets[index].take(own) }
    }
    for tag in marks.flatMap(\.tags) where !tags.contains(tag) { tags.append(tag) }
    revision += 1
  }

  /// The sheet of an issue; nil while the store is not open.
  func sheet(_ issue: IssueID) -> ReviewSheet? {
    guard isOpen, let place = place(of: issue, in: sheets.count) else { return nil }
    return sheets[place]
  }

  /// Where an issue stands among answers for so many issues.
  private func place(of issue: IssueID, in count: Int) -> Int? {
    issues.firstIndex(of: issue).flatMap { $0 < count ? $0 : nil }
  }

  /// The same desk over issues that were read again: what is known of an issue stays with it until
  /// the store answers for the new ones.
  func continued(with issues: [IssueID]) -> ReviewDesk {
    var next = self
    next.issues = issues
    if let reviewer = sheets.first?.reviewer {
      next.sheets = issues.map { sheet($0) ?? ReviewSheet(reviewer: reviewer, marks: []) }
    }
    if !teams.isEmpty { next.teams = issues.map(team) }
    next.revision += 1
    // Where they began and ended is counted in the text as it was.
    next.anchor = nil
    next.work.stretch = nil
    return next
  }
}

/// Where a selection began.
struct ReviewAnchor: Hashable, Sendable {
  /// The list whose rows are selected; in another one the selection ends.
  var list: ListIdentity
  var issue: IssueID
  /// The unit, for the text and the tree.
  var node: NodeID
  /// The row, for the other lists.
  var row: Int
}

/// A note while it is written, or that could not be recorded.
struct NoteDraft: Hashable, Sendable {
  /// What it is written on.
  var targets: [ReviewKey]
  /// The note that was there before.
  var before: String
  var editor: NoteEditor
  /// What it is for.
  var purpose = NotePurpose.note
  /// Whether the reader was warned that Esc throws away what was written.
  var isWarned = false

  var isChanged: Bool { editor.text != before }
}
