/// Finds the word that was probably meant.
package enum NearestWord {
  /// The word of the list that is nearest to a mistyped one; nil where none is near.
  ///
  /// Near is a third of the length, at least one letter; letters changed, left out, added and
  /// neighbours exchanged count as one each, and so does what begins alike.
  package static func of(_ word: String, in words: [String]) -> String? {
    let typed = Array(word.lowercased().utf8.prefix(longest))
    guard !typed.isEmpty else { return nil }
    var nearest: (word: String, distance: Int)?
    for candidate in words {
      let distance = EditDistance.between(typed, Array(candidate.lowercased().utf8))
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
}
