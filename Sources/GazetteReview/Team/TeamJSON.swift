import GazetteModel
import GazetteText

/// A team's entries as JSON, all of them, old and new: the member `team` of an exported review.
public enum TeamJSON {
  /// The name of the member.
  public static let member = "team"

  /// Every entry of a ledger that `includes`, in the order of topics and time.
  public static func value(
    of ledger: TeamLedger, includes: (TeamTopic) -> Bool = { _ in true }
  ) -> JSONValue {
    .array(ledger.entries.filter { includes($0.topic) }.map(value))
  }

  private static func value(of entry: TeamEntry) -> JSONValue {
    let name = IssueName(entry.topic.key.issue)
    var members: JSONObject = [
      "kind": .string(entry.topic.kind.rawValue), "issue": .string(name.id),
      "ref": .string(entry.topic.key.reference), "subject": .string(entry.topic.subject),
      "state": .string(entry.state.rawValue), "note": .string(entry.note),
      "author": .string(entry.author), "at": .string(entry.at.iso8601),
      "text": .string(entry.text.content),
    ]
    if !name.publication.isEmpty { members["publication"] = .string(name.publication) }
    if let surroundings = entry.text.surroundings {
      members[FieldReader.surroundings] = .string(surroundings.written)
    }
    if !entry.topic.owner.isEmpty { members["owner"] = .string(entry.topic.owner) }
    if !entry.details.isEmpty {
      var details: JSONObject = [:]
      for (name, text) in entry.details { details[name] = .string(text) }
      members["details"] = .object(details)
    }
    return .object(members)
  }

  /// Reads the team's entries of an exported review; none where it has no such member, as those of
  /// older versions.
  public static func ledger(from bytes: [UInt8]) throws(ReviewImportFailure) -> TeamLedger {
    var ledger = TeamLedger()
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes[3...]) : bytes
    guard case .object(let top) = try? JSONParser.parse(content), let team = top[member] else {
      return ledger
    }
    guard case .array(let entries) = team else { throw .badValue(member) }
    for (index, value) in entries.enumerated() {
      ledger.insert(try entry(FieldReader(value, "\(member)[\(index)]")))
    }
    return ledger
  }

  private static func entry(_ reader: FieldReader) throws(ReviewImportFailure) -> TeamEntry {
    func bad(_ name: String) -> ReviewImportFailure { .badValue("\(reader.field).\(name)") }
    guard let kind = TeamTopic.Kind(rawValue: try reader.string("kind")) else { throw bad("kind") }
    guard let state = TeamEntry.TopicState(rawValue: try reader.string("state")) else {
      throw bad("state")
    }
    guard let at = ReviewTime(iso8601: try reader.string("at")) else { throw bad("at") }
    let publication = reader.members["publication"] == nil ? "" : try reader.string("publication")
    let issue = IssueName(publication: publication, id: try reader.string("issue")).description
    let topic = TeamTopic(
      kind, ReviewKey(issue: issue, reference: try reader.string("ref")),
      subject: try reader.string("subject"),
      owner: reader.members["owner"] == nil ? "" : try reader.string("owner"))
    guard TeamRules.allows(topic) else { throw bad("subject") }
    let author = try reader.string("author")
    guard ReviewRules.reviewer(author) == author else { throw bad("author") }
    let note = try reader.string("note")
    guard ReviewRules.note(note) == note else { throw bad("note") }
    var details: [String: String] = [:]
    if let value = reader.members["details"] {
      guard case .object(let members) = value else { throw bad("details") }
      for (name, value) in members {
        guard case .string(let text) = value else { throw bad("details.\(name)") }
        details[name] = text
      }
    }
    guard TeamRules.details(details) == details else { throw bad("details") }
    return TeamEntry(
      topic: topic, state: state, note: note, details: details, author: author, at: at,
      text: try reader.text())
  }
}
