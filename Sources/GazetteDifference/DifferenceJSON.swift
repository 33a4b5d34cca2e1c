import GazetteModel
import GazetteText

extension Difference {
  /// What `gazette diff OLD NEW --json` prints.
  public var json: JSONValue {
    .array(
      entries.map { entry in
        var members: JSONObject = [
          "kind": .string(entry.kind.rawValue),
          "old": JSONValue(entry.old?.reference),
          "new": JSONValue(entry.new?.reference),
          "title": .string(entry.title),
        ]
        if entry.kind == .changed {
          members["spans"] = .array(
            entry.spans.map {
              ["op": .string($0.operation.rawValue), "text": .string($0.text)]
            })
        }
        return .object(members)
      })
  }
}
