import GazetteModel
import GazetteReview

/// The opened issues as the store is asked for them.
struct ReviewedIssues: Hashable, Sendable {
  /// Where the words are that marks of older versions are told apart by.
  private let library: Library

  init(_ library: Library) {
    self.library = library
  }

  /// The names under which marks are kept, in the order of the library.
  var names: [IssueName] { library.issues.map(\.name) }

  /// What of the issue at a place among `names` is reviewed.
  func scope(_ place: Int) -> ReviewScope { ReviewScope(library.issues[place]) }

  /// What of an issue is reviewed.
  func scope(of issue: IssueID) -> ReviewScope { ReviewScope(library[issue]) }

  func hash(into hasher: inout Hasher) { hasher.combine(library.ids) }
}

/// What the browser asks of the review store.
enum ReviewRequest: Hashable, Sendable {
  /// Open it and read what it has on these issues.
  case open(ReviewedIssues)
  /// Read again what others have put meanwhile.
  case reload(ReviewedIssues)
  /// Put marks, all or none.
  case apply([ReviewChange])
  case undo, redo
  /// Record what a member of the team did, all or nothing.
  case record([TeamChange])
  /// Remember where the reader leaves.
  case save([ReviewPlace])

  /// Whether marks may be kept elsewhere after it.
  var movesMarks: Bool {
    switch self {
    case .apply, .undo, .redo: true
    case .open, .reload, .record, .save: false
    }
  }

  /// What has to be kept until the store has it.
  var unfinished: [UnfinishedMark] {
    switch self {
    case .apply(let changes): changes.map { UnfinishedMark($0) }
    case .record(let changes): changes.map { UnfinishedMark($0) }
    case .open, .reload, .undo, .redo, .save: []
    }
  }
}

/// What the review store answers. It comes between the keys, like what is worked out from the
/// library.
enum ReviewReply: Equatable, Sendable {
  case refused(ReviewFailure)
  /// The server that has the store is away; it is looked for until it is there.
  case isAway(ReviewFailure)
  case places([ReviewPlace])
  case opened([ReviewSheet])
  case tags([String])
  /// These marks are on the disk.
  case applied([ReviewChange], [ReviewMark])
  /// A step was undone or made again; nil when there was none.
  case stepped(isUndo: Bool, ReviewStep?)
  /// The changes could not be put; nil when none were asked for.
  case failed(ReviewFailure, [ReviewChange])
  /// What the team has said of each issue.
  case teams([TeamSheet])
  /// These entries are on the disk, and what the team has said of each issue with them.
  case recorded([TeamEntry], [TeamSheet])
  /// The entries could not be recorded.
  case notRecorded(ReviewFailure)
  /// Others have written: everyone's marks, and what the team has said.
  case refreshed([ReviewSheet], [TeamSheet])
  /// An editor was used on the note.
  case edited(String?)
  /// Another process holds the store, and so many marks wait for it; nil when that is over.
  case waiting(Int?)
  /// The file of the store was taken away or replaced.
  case renewed(ReviewRenewal)
  /// So many marks were recorded that an earlier session could not.
  case tookUp(Int)
  /// The store can only be read.
  case onlyReadable
}

extension ReviewReply: Hashable {
  func hash(into hasher: inout Hasher) {
    switch self {
    case .refused(let failure), .isAway(let failure): hasher.combine(failure)
    case .places(let places): hasher.combine(places)
    case .opened(let sheets): hasher.combine(sheets.count)
    case .tags(let tags): hasher.combine(tags)
    case .applied(let changes, _): hasher.combine(changes)
    case .stepped(let isUndo, _): hasher.combine(isUndo)
    case .failed(let failure, _): hasher.combine(failure)
    case .teams(let teams): hasher.combine(teams.count)
    case .recorded(let entries, _): hasher.combine(entries)
    case .notRecorded(let failure): hasher.combine(failure)
    case .refreshed(let sheets, _): hasher.combine(sheets.count)
    case .edited(let text): hasher.combine(text)
    case .waiting(let count): hasher.combine(count)
    case .renewed(let renewal): hasher.combine(renewal)
    case .tookUp(let count): hasher.combine(count)
    case .onlyReadable: break
    }
  }
}
