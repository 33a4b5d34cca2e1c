import GazetteModel
import GazetteText

/// A review as JSON, with nothing lost: each mark with the words it was put on, and all that held
/// before it.
public enum ReviewJSON {
  /// What `format` says.
  static let format = "gazette-review"
  /// The version of the layout that is written.
  public static let version = 1

  /// The exported value: the marks of `ledger` that `includes`, each with its history.
  public static func value(
    of ledger: ReviewLedger, exportedAt: ReviewTime, includes: (ReviewMark) -> Bool = { _ in true }
  ) -> JSONValue {
    let owners = ledger.owners.compactMap { owner -> JSONValue? in
      guard let current = ledger.current(of: owner), includes(current) else { return nil }
      let history = ledger.history(of: owner).subtracting([current])
        .sorted { $1.holds(against: $0) }
      var members = content(of: current)
      members["ref"] = .string(owner.key.shortDescription)
      let publication = IssueName(owner.key.issue).publication
      if !publication.isEmpty { members["publication"] = .string(publication) }
      members["reviewer"] = .string(owner.reviewer)
      members["history"] = .array(history.map { .object(content(of: $0)) })
      return .object(members)
    }
    return [
      "format": .string(format), "version": .integer(version),
      "exportedAt": .string(exportedAt.iso8601), "marks": .array(owners),
    ]
  }

  private static func content(of mark: ReviewMark) -> JSONObject {
    var members: JSONObject = [
      "state": .string(mark.state.rawValue), "note": .string(mark.note),
      "tags": JSONValue(mark.tags), "at": .string(mark.at.iso8601),
      "text": .string(mark.text.content), "fingerprint": .string(mark.text.fingerprint),
    ]
    if let surroundings = mark.text.surroundings {
      members[FieldReader.surroundings] = .string(surroundings.written)
    }
    return members
  }

  /// Reads what `value` made.
  public static func ledger(
    from bytes: [UInt8]
  ) throws(ReviewImportFailure) -> ReviewLedger {
    let value: JSONValue
    do {
      value = try JSONParser.parse(
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes[3...]) : bytes)
    } catch {
      throw ReviewImportFailure.notJSON(error)
    }
    guard case .object(let top) = value, top["format"] == .string(format) else {
      throw .notAReview
    }
    guard case .integer(let version) = top["version"], version >= 1 else {
      throw .badValue("version")
    }
    guard version <= Self.version else { throw .newer(version) }
    guard case .array(let marks) = top["marks"] else { throw .badValue("marks") }
    var ledger = ReviewLedger()
    for (index, mark) in marks.enumerated() {
      let field = "marks[\(index)]"
      let reader = try FieldReader(mark, field)
      let key = try reader.key()
      let name = try reader.string("reviewer")
      guard ReviewRules.reviewer(name) == name else { throw .badValue("\(field).reviewer") }
      ledger.insert(try reader.mark(key: key, reviewer: name))
      for (past, entry) in try reader.array("history").enumerated() {
        let reader = try FieldReader(entry, "\(field).history[\(past)]")
        ledger.insert(try reader.mark(key: key, reviewer: name))
      }
    }
    return ledger
  }
}

/// Why a file cannot be imported.
public enum ReviewImportFailure: Error, Equatable, Sendable {
  /// It is not JSON.
  case notJSON(JSONFailure)
  /// It is JSON, but no exported review.
  case notAReview
  /// A newer program wrote it; its version.
  case newer(Int)
  /// The value of that field, such as `marks[3].at`, is missing or not allowed.
  case badValue(String)

  /// What is wrong, in one short clause.
  public func what(in language: Language) -> String { what[language] }

  /// What to do about it.
  public func remedy(in language: Language) -> String { remedy[language] }

  /// What is wrong, in one short clause.
  package var what: Phrase {
    switch self {
    case .notJSON(let failure):
      Phrase("第\(failure.line)行不是有效的 JSON", "not JSON at line \(failure.line)")
    case .notAReview:
      Phrase("不是导出的审阅记录", "not an exported review")
    case .newer(let version):
      Phrase("由较新的版本导出（第\(version)版）", "exported by a newer gazette (version \(version))")
    case .badValue(let field):
      Phrase("\(field) 缺失或无效", "\(field) is missing or not valid")
    }
  }

  /// What to do about it.
  package var remedy: Phrase {
    Phrase(
      "请用 gazette review export --format json 重新导出；未导入任何内容。",
      "Export it again with gazette review export --format json; nothing was imported.")
  }
}

/// Reads the members of one object and names those that are wrong.
struct FieldReader {
  let members: JSONObject
  let field: String

  init(_ value: JSONValue, _ field: String) throws(ReviewImportFailure) {
    guard case .object(let members) = value else { throw .badValue(field) }
    self.members = members
    self.field = field
  }

  func string(_ name: String) throws(ReviewImportFailure) -> String {
    guard case .string(let text) = members[name] else { throw .badValue("\(field).\(name)") }
    return text
  }

  func array(_ name: String) throws(ReviewImportFailure) -> [JSONValue] {
    guard case .array(let elements) = members[name] ?? [] else {
      throw .badValue("\(field).\(name)")
    }
    return elements
  }

  /// What the mark is put on. Files of older versions name no publication.
  func key() throws(ReviewImportFailure) -> ReviewKey {
    guard var key = ReviewKey(try string("ref")), ReviewRules.keyPart(key.issue) != nil,
      ReviewRules.keyPart(key.reference) != nil
    else { throw .badValue("\(field).ref") }
    guard let publication = members["publication"] else { return key }
    guard case .string(let name) = publication, ReviewRules.keyPart(name) == name else {
      throw .badValue("\(field).publication")
    }
    let issue = IssueName(publication: name, id: key.issue)
    key = ReviewKey(issue: issue.description, reference: key.reference)
    return key
  }

  /// What the words around a text are named by.
  static let surroundings = "surroundings"

  /// The words, and what is known of those around them.
  func text() throws(ReviewImportFailure) -> ReviewedText {
    let content = try string("text")
    guard members[Self.surroundings] != nil else { return ReviewedText(content) }
    guard let known = WordSurroundings(try string(Self.surroundings)) else {
      throw .badValue("\(field).\(Self.surroundings)")
    }
    return ReviewedText(content, surroundings: known)
  }

  func mark(key: ReviewKey, reviewer: String) throws(ReviewImportFailure) -> ReviewMark {
    guard let state = ReviewState(rawValue: try string("state")) else {
      throw .badValue("\(field).state")
    }
    guard let at = ReviewTime(iso8601: try string("at")) else { throw .badValue("\(field).at") }
    let note = try string("note")
    guard ReviewRules.note(note) == note else { throw .badValue("\(field).note") }
    var tags: [String] = []
    for (index, element) in try array("tags").enumerated() {
      guard case .string(let text) = element, ReviewRules.tag(text) == text else {
        throw .badValue("\(field).tags[\(index)]")
      }
      tags.append(text)
    }
    // The fingerprint follows from the text; a different one would make a mark that never is on its
    // words.
    return ReviewMark(
      key: key, reviewer: reviewer, state: state, note: note, tags: tags, at: at,
      text: try text())
  }
}
