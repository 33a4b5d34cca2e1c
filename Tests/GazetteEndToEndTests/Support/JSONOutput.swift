import Foundation
import Testing

extension Program.Result {
  /// What was printed, as JSON; the command must have ended well.
  func json(location: SourceLocation = #_sourceLocation) throws -> Any {
    #expect(status == 0, "\(errors)", sourceLocation: location)
    return try JSONSerialization.jsonObject(with: Data(output), options: [.fragmentsAllowed])
  }

  /// The same where it is a list of objects; empty for anything else.
  func objects(location: SourceLocation = #_sourceLocation) throws -> [[String: Any]] {
    try json(location: location) as? [[String: Any]] ?? []
  }
}

/// What the commands say of an issue in JSON: its units, and who does what in which.
struct IssueContent: Equatable {
  /// Reference, kind and title of each node, in the order of print.
  var units: [String] = []
  /// Reference, role and name of each responsibility.
  let triples: [String]

  init(_ path: String, location: SourceLocation = #_sourceLocation) throws {
    let outline =
      try Program.run("outline", "--json", "--issue", path).json(location: location)
      as? [String: Any]
    var pending = (outline?["documents"] as? [[String: Any]] ?? []).reversed() as [[String: Any]]
    while let node = pending.popLast() {
      units.append("\(node["ref"] ?? "") \(node["kind"] ?? "") \(node["title"] ?? "")")
      pending += (node["children"] as? [[String: Any]] ?? []).reversed()
    }
    let duties = try Program.run("responsibilities", "--json", "--issue", path)
      .objects(location: location)
    triples = duties.flatMap { duty -> [String] in
      (duty["groups"] as? [[String: Any]] ?? []).flatMap { group -> [String] in
        (group["bodies"] as? [[String: Any]] ?? []).map {
          "\(duty["ref"] ?? "") \(group["role"] ?? "") \($0["name"] ?? "")"
        }
      }
    }
  }
}
