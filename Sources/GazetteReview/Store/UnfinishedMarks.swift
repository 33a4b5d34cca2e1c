import GazetteModel
import GazetteText
import Synchronization

/// A change that waits for its store, and since when.
public struct UnfinishedMark: Hashable, Sendable {
  /// What was asked to be marked.
  public let change: ReviewChange
  /// When the reviewer made it.
  public let at: ReviewTime

  /// Takes a change that was made then.
  public init(_ change: ReviewChange, at: ReviewTime = .now()) {
    self.change = change
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
        JSONWriter.bytes(of: Self.value(mark, store: store, reviewer: reviewer))
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

  // MARK: Lines

  private static func value(
    _ mark: UnfinishedMark, store: String, reviewer: String
  ) -> JSONValue {
    let change = mark.change
    return [
      "store": .string(store), "reviewer": .string(reviewer), "at": .string(mark.at.iso8601),
      "issue": .string(change.key.issue), "ref": .string(change.key.reference),
      "text": .string(change.text.content), "state": JSONValue(change.state?.rawValue),
      "note": JSONValue(change.note), "tags": JSONValue(change.addedTags.sorted()),
      "untags": JSONValue(change.removedTags.sorted()),
    ]
  }

  /// Reads the lines that are whole.
  static func entries(
    in bytes: [UInt8]
  ) -> [(store: String, reviewer: String, mark: UnfinishedMark)] {
    bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
      guard case .object(let members)? = try? JSONParser.parse(Array(line)) else { return nil }
      func text(_ name: String) -> String? {
        if case .string(let text) = members[name] { return text }
        return nil
      }
      func texts(_ name: String) -> Set<String> {
        guard case .array(let values) = members[name] else { return [] }
        return Set(
          values.compactMap { value in
            if case .string(let text) = value { return text }
            return nil
          })
      }
      guard let store = text("store"), let reviewer = text("reviewer"), let issue = text("issue"),
        let reference = text("ref"), let words = text("text"),
        let at = text("at").flatMap(ReviewTime.init(iso8601:))
      else { return nil }
      let change = ReviewChange(
        key: ReviewKey(issue: issue, reference: reference), text: ReviewedText(words),
        state: text("state").flatMap(ReviewState.init(rawValue:)), note: text("note"),
        addedTags: texts("tags"), removedTags: texts("untags"))
      return (store, reviewer, UnfinishedMark(change, at: at))
    }
  }
}
