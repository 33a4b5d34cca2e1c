import GazetteModel
import GazetteText

extension ArchiveSearch {
  func sets(withText words: String, isPhrase: Bool) throws -> Sets {
    let wanted = FoldedText(words).folded
    guard !wanted.isEmpty else { return [:] }
    var result: Sets = [:]
    let words = WantedWords(wanted)
    let candidates = try reader.issues(withPairsOf: wanted)
    try catalogue.forEachPart(
      [.text, .tree], of: candidates, reader
    ) { place, row in
      let issue = catalogue.issues.heads[place]
      let set = try row.withBytes(0) { bytes in
        try words.nodes(in: StoredText(lent: bytes), count: issue.nodes) {
          try row.tree(1, count: issue.nodes)
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
      [.text, .tree], reader
    ) { place, row in
      let issue = catalogue.issues.heads[place]
      let tree = try row.tree(1, count: issue.nodes)
      let text = try row.text(0)
      for node in tree.entries.indices {
        if let title = tree.title(of: node, in: text), FilterIndex.matches(title, wanted) {
          result[issue.number, default: NodeSet(size: issue.nodes)].insert(node)
        }
      }
    }
  }
}
