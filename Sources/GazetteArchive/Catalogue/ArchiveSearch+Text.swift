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
      try row.withBytes(0) { bytes in
        let text = StoredText(lent: bytes)
        let places = words.places(in: text)
        if places?.isEmpty == true { return }
        try row.withTree(1, count: issue.nodes) { tree in
          result[issue.number] = words.nodes(at: places, in: text, tree)
        }
      }
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
      try row.withBytes(0) { bytes in
        let text = StoredText(lent: bytes)
        try row.withTree(1, count: issue.nodes) { tree in
          for node in 0..<tree.nodeCount {
            if let title = tree.title(of: node, in: text), FilterIndex.matches(title, wanted) {
              result[issue.number, default: NodeSet(size: issue.nodes)].insert(node)
            }
          }
        }
      }
    }
  }
}
