import GazetteModel
import GazetteText

extension Worklist {
  /// What `gazette worklist NAME --json` prints.
  public var json: JSONValue { .array(tasks.map(\.json)) }
}

extension Worklist.Task {
  fileprivate var json: JSONValue {
    var members: JSONObject = [
      "ref": .string(reference),
      "issue": .string(issueName),
      "task": .string(text),
      "role": .string(role.rawValue),
      "partners": .array(
        partners.map { ["name": .string($0.name), "role": .string($0.role.rawValue)] }),
      "andOthers": .bool(andOthers),
      "deadline": JSONValue(deadline),
      "deadlineText": JSONValue(deadlineWords),
      "inherited": .bool(isInherited),
      "pages": evidence.pages.map { JSONValue($0) } ?? .null,
      "lines": JSONValue(evidence.lines),
      "text": .string(phrase),
      "document": .string(documentTitle),
      "documentNumber": .string(documentNumber),
      "numbers": .string(numbers),
      "corrections": .array(evidence.corrections.map(\.json)),
    ]
    if let rowReference { members["rowRef"] = .string(rowReference) }
    for (name, value) in review?.json ?? [("done", .null)] { members[name] = value }
    return .object(members)
  }
}

extension Correction {
  /// A correction as `outline` prints it.
  package var json: JSONValue {
    [
      "line": .integer(line), "printed": .string(printed), "corrected": .string(corrected),
      "reason": .string(reason),
    ]
  }
}
