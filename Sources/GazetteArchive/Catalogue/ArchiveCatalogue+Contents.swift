import GazetteModel
import GazetteText

extension ArchiveCatalogue {
  /// Calls `body` with what the index has of each issue, in the order of the archive.
  func forEachContent(
    _ facts: IssueContent.Facts, _ body: (IssueContent) throws -> Void
  ) throws(ArchiveFailure) {
    try reading { reader in
      for start in stride(from: 0, to: issues.count, by: Self.block) {
        let block = start..<min(start + Self.block, issues.count)
        try reader.prepare(facts.parts, of: block.map { issues.heads[$0].number })
        for place in block { try body(try IssueContent(self, place, facts, reader)) }
      }
    }
  }

  /// The names of the bodies of each issue, by the places that its duties name them by.
  func bodyNames() throws(ArchiveFailure) -> [[String]] {
    try reading { reader in
      let names = try allNames(reader)
      var result = [[String]](repeating: [], count: issues.count)
      try forEachPart([.body], reader) { place, row in
        result[place] = try StoredDuties.Bodies(row.bytes(0)).entries.map {
          try Self.name($0.name, names).text
        }
      }
      return result
    }
  }

  /// The names of all bodies by number.
  func namesByNumber() throws(ArchiveFailure) -> [String] {
    try reading { reader in try allNames(reader).map(\.text) }
  }
}
