import GazetteModel
import GazetteText
import SQLiteKit

extension ArchiveSearch {
  func sets(withText words: String, isPhrase: Bool) throws -> Sets {
    let wanted = FoldedText(words).folded
    guard !wanted.isEmpty else { return [:] }
    var result: Sets = [:]
    let words = WantedWords(wanted)
    var candidates: Set<Int64>?
    if let pairs = CharacterPairs.query(for: wanted) {
      candidates = Set(
        try Int64.fetchAll(
          database, sql: "SELECT rowid FROM pair WHERE pair MATCH ?", arguments: [pairs]))
    }
    try catalogue.forEachPart(
      "text.data, tree.data", in: ["text", "tree"], of: candidates, database
    ) { place, row in
      let issue = catalogue.issues.heads[place]
      let set = try row.withBytes(1) { bytes in
        try words.nodes(in: bytes, count: issue.nodes) {
          try StoredTree(row.bytes(2), count: issue.nodes)
        }
      }
      if let set { result[issue.number] = set }
    }
    guard !isPhrase, FilterIndex.pinyinLetters(wanted) != nil else { return result }
    try addTitles(wanted, to: &result)
    let bodies = try bodies(named: wanted.string, byPinyinAlone: true)
    result.merge(try sets(of: bodies, .any)) { left, right in
      var union = left
      union.formUnion(right)
      return union
    }
    return result
  }

  /// Adds the nodes whose titles are written so in pinyin.
  private func addTitles(_ wanted: [Unicode.Scalar], to result: inout Sets) throws {
    try catalogue.forEachPart(
      "text.data, tree.data", in: ["text", "tree"], database
    ) { place, row in
      let issue = catalogue.issues.heads[place]
      let tree = try StoredTree(row.bytes(2), count: issue.nodes)
      let text = StoredText(row, 1)
      for node in tree.entries.indices {
        if let title = tree.title(of: node, in: text), FilterIndex.matches(title, wanted) {
          result[issue.number, default: NodeSet(size: issue.nodes)].insert(node)
        }
      }
    }
  }
}
