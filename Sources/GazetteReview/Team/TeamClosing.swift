/// What was read by whom when an issue was closed: kept with the closing, so that it says the same
/// whatever is marked later.
public struct TeamSummary: Hashable, Sendable {
  /// What one reader had done.
  public struct Line: Hashable, Sendable {
    /// Whose line it is.
    public let reader: String
    /// Dealt out, of these done, marked in all, questions and problems, confirmed, returned.
    public let assigned: Int
    /// How many of these are done.
    public let done: Int
    /// How many units the reader marked in all.
    public let marked: Int
    /// How many of the marks are questions and problems.
    public let flagged: Int
    /// How many a second reader confirmed.
    public let confirmed: Int
    /// How many a second reader returned.
    public let returned: Int
  }

  /// By name.
  public let lines: [Line]
  /// How many units there were, and what was left: unread by all, disputed, discussions open.
  public let units: Int
  /// How many units nobody had read.
  public let unread: Int
  /// How many units waited for somebody to decide.
  public let disputed: Int
  /// How many discussions were open.
  public let open: Int

  /// Whether nothing was left to do.
  public var isComplete: Bool { unread == 0 && disputed == 0 && open == 0 }

  /// Sums up how far a team is.
  public init(_ progress: TeamProgress) {
    lines = progress.readers.map { count in
      Line(
        reader: count.reader, assigned: count.assigned, done: count.done,
        marked: count.marks.done, flagged: count.marks[.question] + count.marks[.problem],
        confirmed: count.confirmed, returned: count.returned)
    }
    units = progress.units
    unread = progress.unread
    disputed = progress.disputed
    open = progress.open
  }

  /// As it is kept: a line of counts, then one for each reader, the name last.
  var written: String {
    let head = [units, unread, disputed, open].map(String.init).joined(separator: " ")
    return
      ([head]
      + lines.map { line in
        [line.assigned, line.done, line.marked, line.flagged, line.confirmed, line.returned]
          .map(String.init).joined(separator: " ") + " " + line.reader
      }).joined(separator: "\n")
  }

  /// Reads what `written` wrote; nil where it is anything else.
  init?(_ text: String) {
    let rows = text.split(separator: "\n")
    guard let head = rows.first else { return nil }
    let counts = head.split(separator: " ").compactMap { Int($0) }
    guard counts.count == 4 else { return nil }
    (units, unread, disputed, open) = (counts[0], counts[1], counts[2], counts[3])
    var lines: [Line] = []
    for row in rows.dropFirst() {
      let parts = row.split(separator: " ", maxSplits: 6)
      let numbers = parts.prefix(6).compactMap { Int($0) }
      guard numbers.count == 6, parts.count == 7 else { return nil }
      lines.append(
        Line(
          reader: String(parts[6]), assigned: numbers[0], done: numbers[1], marked: numbers[2],
          flagged: numbers[3], confirmed: numbers[4], returned: numbers[5]))
    }
    self.lines = lines
  }
}

/// That the review of an issue is closed (定稿), by whom and with what.
public struct TeamClosing: Hashable, Sendable {
  /// Who closed it.
  public let author: String
  /// When it was closed.
  public let at: ReviewTime
  /// A word on it; may be empty.
  public let note: String
  /// Who had read what; nil where damage took it.
  public let summary: TeamSummary?

  init?(_ entry: TeamEntry) {
    guard entry.topic.kind == .closing, entry.state == .closed else { return nil }
    author = entry.author
    at = entry.at
    note = entry.note
    summary = entry.details[TeamDetail.summary].flatMap { TeamSummary($0) }
  }
}
