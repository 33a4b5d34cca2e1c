import GazetteModel
import TerminalKit

/// What reaches the browser from outside.
enum Event: Hashable, Sendable {
  /// The reader or the terminal.
  case input(InputEvent)
  /// Nothing was pressed for a while.
  case pause
  /// More of the library is worked out.
  case indexed(LibraryIndexes)
  /// The review store answers.
  case review(ReviewReply)
}
