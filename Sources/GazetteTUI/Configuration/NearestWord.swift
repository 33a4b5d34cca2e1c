/// Finds the word that was probably meant.
enum NearestWord {
  /// The word of the list that is nearest to a mistyped one; nil where none is near.
  ///
  /// Near is a third of the length, at least one letter; letters changed, left out, added and
  /// neighbours exchanged count as one each, and so does what begins alike.
  static func of(_ word: String, in words: [String]) -> String? {
    let typed = Array(word.lowercased().utf8.prefix(longest))
    guard !typed.isEmpty else { return nil }
    var nearest: (word: String, distance: Int)?
    for candidate in words {
      let distance = distance(typed, Array(candidate.lowercased().utf8))
      if distance < nearest?.distance ?? .max { nearest = (candidate, distance) }
    }
    if let nearest, nearest.distance <= max(1, (typed.count + 1) / 3) { return nearest.word }
    return partial(word.lowercased(), in: words)
  }

  /// Longer words are cut: nobody means one of them.
  private static let longest = 40

  /// The shortest word that contains what was typed, or all of whose parts are in it.
  private static func partial(_ word: String, in words: [String]) -> String? {
    guard word.utf8.count > 2 else { return nil }
    let parts = word.split { $0 == "-" || $0 == "_" || $0 == " " }
    let fitting = words.filter { candidate in parts.allSatisfy { candidate.contains($0) } }
    return fitting.min { $0.utf8.count < $1.utf8.count }
  }

  /// How many letters have to be changed, added, left out or exchanged with their neighbour.
  static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var least = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          least = min(least, beforeLast[j - 1] + 1)
        }
        row.append(least)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
