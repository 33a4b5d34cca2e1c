import GazetteText

/// A line of a file of unfinished marks.
struct UnfinishedLine {
  /// The store that it waits for.
  let store: String
  let reviewer: String
  let mark: UnfinishedMark

  /// The line as it is written.
  static func value(_ mark: UnfinishedMark, store: String, reviewer: String) -> JSONValue {
    var members: JSONObject
    switch mark.content {
    case .mark(let change): members = value(change)
    case .team(let change): members = value(change)
    }
    members["store"] = .string(store)
    members["reviewer"] = .string(reviewer)
    members["at"] = .string(mark.at.iso8601)
    return .object(members)
  }

  private static func put(_ key: ReviewKey, _ text: ReviewedText, into members: inout JSONObject) {
    members["issue"] = .string(key.issue)
    members["ref"] = .string(key.reference)
    members["text"] = .string(text.content)
    if let around = text.surroundings { members["surroundings"] = .string(around.written) }
  }

  private static func value(_ change: ReviewChange) -> JSONObject {
    var members: JSONObject = [
      "state": JSONValue(change.state?.rawValue), "note": JSONValue(change.note),
      "tags": JSONValue(change.addedTags.sorted()),
      "untags": JSONValue(change.removedTags.sorted()),
    ]
    put(change.key, change.text, into: &members)
    if !change.moves.isEmpty {
      members["moves"] = .array(
        change.moves.map { move in
          var members: JSONObject = ["to": .string(move.to.reference)]
          put(move.from, move.text, into: &members)
          return .object(members)
        })
    }
    return members
  }

  private static func value(_ change: TeamChange) -> JSONObject {
    var details: JSONObject = [:]
    for (name, text) in change.details { details[name] = .string(text) }
    var members: JSONObject = [
      "kind": .string(change.topic.kind.rawValue), "subject": .string(change.topic.subject),
      "owner": .string(change.topic.owner), "state": .string(change.state.rawValue),
      "note": .string(change.note), "details": .object(details),
    ]
    put(change.topic.key, change.text, into: &members)
    return members
  }

  /// Reads the lines that are whole.
  static func lines(in bytes: [UInt8]) -> [UnfinishedLine] {
    bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
      guard case .object(let members)? = try? JSONParser.parse(Array(line)) else { return nil }
      return UnfinishedLine(Members(members))
    }
  }

  private init?(_ members: Members) {
    guard let store = members.text("store"), let reviewer = members.text("reviewer"),
      let at = members.text("at").flatMap(ReviewTime.init(iso8601:))
    else { return nil }
    self.store = store
    self.reviewer = reviewer
    if members.text("kind") != nil {
      guard let change = members.teamChange else { return nil }
      mark = UnfinishedMark(change, at: at)
    } else {
      guard let change = members.change else { return nil }
      mark = UnfinishedMark(change, at: at)
    }
  }
}

/// Reads the members of a line.
private struct Members {
  private let members: JSONObject

  init(_ members: JSONObject) { self.members = members }

  func text(_ name: String) -> String? {
    if case .string(let text) = members[name] { return text }
    return nil
  }

  private func texts(_ name: String) -> Set<String> {
    guard case .array(let values) = members[name] else { return [] }
    return Set(
      values.compactMap { value in
        if case .string(let text) = value { return text }
        return nil
      })
  }

  private var place: (key: ReviewKey, text: ReviewedText)? {
    guard let issue = text("issue"), let reference = text("ref"), let words = text("text") else {
      return nil
    }
    let around = text("surroundings").flatMap(WordSurroundings.init(_:))
    return (
      ReviewKey(issue: issue, reference: reference), ReviewedText(words, surroundings: around)
    )
  }

  var change: ReviewChange? {
    guard let (key, words) = place else { return nil }
    return ReviewChange(
      key: key, text: words, state: text("state").flatMap(ReviewState.init(rawValue:)),
      note: text("note"), addedTags: texts("tags"), removedTags: texts("untags"), moves: moves)
  }

  private var moves: [ReviewMove] {
    guard case .array(let values) = members["moves"] else { return [] }
    return values.compactMap { value in
      guard case .object(let members) = value else { return nil }
      let move = Members(members)
      guard let (key, words) = move.place, let to = move.text("to") else { return nil }
      return ReviewMove(from: key, to: ReviewKey(issue: key.issue, reference: to), text: words)
    }
  }

  var teamChange: TeamChange? {
    guard let (key, words) = place, let kind = text("kind").flatMap(TeamTopic.Kind.init(rawValue:)),
      let subject = text("subject"), let owner = text("owner"),
      let state = text("state").flatMap(TeamEntry.TopicState.init(rawValue:)),
      case .object(let values) = members["details"]
    else { return nil }
    var details: [String: String] = [:]
    for (name, value) in values {
      if case .string(let text) = value { details[name] = text }
    }
    let topic = TeamTopic(kind, key, subject: subject, owner: owner)
    guard TeamRules.allows(topic) else { return nil }
    return TeamChange(topic, state, note: text("note") ?? "", details: details, text: words)
  }
}
