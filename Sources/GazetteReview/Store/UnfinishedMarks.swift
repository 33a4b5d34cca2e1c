import GazetteText
import Synchronization

/// A change that waits for its store, and since when.
public struct UnfinishedMark: Hashable, Sendable {
  /// What was asked for.
  public enum Content: Hashable, Sendable {
    case mark(ReviewChange)
    case team(TeamChange)
  }

  /// What was asked for.
  public let content: Content
  /// When the reviewer made it.
  public let at: ReviewTime

  /// Takes a mark that was put then.
  public init(_ change: ReviewChange, at: ReviewTime = .now()) {
    content = .mark(change)
    self.at = at
  }

  /// Takes what a member of the team did then.
  public init(_ change: TeamChange, at: ReviewTime = .now()) {
    content = .team(change)
    self.at = at
  }
}

/// Where marks and notes are kept that their store cannot take yet: a file that only grows, one line of JSON
/// for each, until everything in it is recorded.
///
/// The file is locked as long as the program that writes it lives; who opens the store later takes up what
/// such a program left.
public final class UnfinishedMarks: Sendable {
  /// The folder that such files lie in.
  public let folder: String
  private let store: String
  private let reviewer: String
  private let file = Mutex<(path: String, descriptor: Int32)?>(nil)

  /// Prepares for the marks of a reviewer; there is no file before the first one waits.
  public init(folder: String, store: String, reviewer: String) {
    self.folder = folder
    self.store = store
    self.reviewer = reviewer
  }

  /// The file; nil as long as there is none.
  public var path: String? { file.withLock { $0?.path } }

  /// Keeps marks; false where that is not possible either.
  public func add(_ marks: [UnfinishedMark]) -> Bool {
    file.withLock { file in
      if file == nil {
        let name = "\(ReviewFiles.processNumber)-\(ReviewFiles.milliseconds()).jsonl"
        let path = folder + "/" + name
        guard ReviewFiles.makeDirectory(folder) == nil,
          let descriptor = ReviewFiles.makeLockedFile(path)
        else { return false }
        file = (path, descriptor)
      }
      guard let descriptor = file?.descriptor else { return false }
      let bytes = marks.flatMap { mark in
        JSONWriter.bytes(of: UnfinishedLine.value(mark, store: store, reviewer: reviewer))
          .map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 } + [UInt8(ascii: "\n")]
      }
      return ReviewFiles.append(bytes, to: descriptor)
    }
  }

  /// Takes the file away, since all that is in it is recorded.
  public func clear() {
    file.withLock { file in
      guard let current = file else { return }
      ReviewFiles.remove(current.path)
      ReviewFiles.closeFile(current.descriptor)
      file = nil
    }
  }
}
