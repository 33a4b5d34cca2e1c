import GazetteText

extension ReferenceRelation {
  /// How the text stands to what it names in a stretch, by the words of the same part of the sentence.
  ///
  /// The verb before the name that stands nearest to it counts, else the first one behind it. Of
  /// several names in a row each has the verb of all: 《甲》、《乙》（…号）同时废止.
  ///
  /// - Parameters:
  ///   - range: The name: 《…》, or a document number.
  ///   - text: The text it stands in.
  public init(of range: ScalarRange, in text: [Unicode.Scalar]) {
    guard range.start >= 0, range.start <= range.end, range.end <= text.count else {
      self = .mentions
      return
    }
    self =
      Self.nearest(in: Self.words(before: range.start, in: text))
      ?? Self.first(in: Self.words(behind: range.end, in: text)) ?? .mentions
  }

  private static func nearest(in words: [Unicode.Scalar]) -> ReferenceRelation? {
    var found: ReferenceRelation?
    var index = 0
    while index < words.count {
      guard let word = RelationWords.before.longest(at: index, in: words, limit: words.count) else {
        index += 1
        continue
      }
      let isAlone = word.end == index + 1
      if isAlone ? word.end == words.count : !isAttribute(behind: word.end, in: words) {
        found = word.meaning
      }
      index = word.end
    }
    return found
  }

  private static func first(in words: [Unicode.Scalar]) -> ReferenceRelation? {
    for index in words.indices {
      if let word = RelationWords.behind.longest(at: index, in: words, limit: words.count),
        !isAttribute(behind: word.end, in: words)
      {
        return word.meaning
      }
    }
    return nil
  }

  private static func isAttribute(behind index: Int, in words: [Unicode.Scalar]) -> Bool {
    RelationWords.attributes.longest(at: index, in: words, limit: words.count) != nil
  }

  // MARK: The part of the sentence

  /// How far from a name a verb is looked for, in scalars: a bracket that is never closed hides the end of the part.
  private static let longestPart = 400

  private static func isEnd(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isOneOf("。；！？，：;!?,\n")
  }

  /// What stands before an offset up to the end of the part before, without names and brackets.
  private static func words(before offset: Int, in text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var depth = 0
    var index = offset
    while index > max(0, offset - longestPart) {
      index -= 1
      switch text[index] {
      case "》", "）", ")", "〉": depth += 1
      // The bracket that is open at the offset is none to leave out.
      case "《", "（", "(", "〈": depth = max(0, depth - 1)
      case let scalar where depth == 0:
        if isEnd(scalar) { return result.reversed() }
        result.append(scalar)
      default: break
      }
    }
    return result.reversed()
  }

  /// The same behind an offset.
  private static func words(behind offset: Int, in text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var depth = 0
    for scalar in text[offset...].prefix(longestPart) {
      switch scalar {
      case "《", "（", "(", "〈": depth += 1
      case "》", "）", ")", "〉": depth = max(0, depth - 1)
      case let scalar where depth == 0:
        if isEnd(scalar) { return result }
        result.append(scalar)
      default: break
      }
    }
    return result
  }
}

extension CrossReference {
  /// How the text stands to what it names; that it speaks of itself is a mention.
  public func relation(in issue: Issue) -> ReferenceRelation {
    guard kind != .itself, let text = issue[node].scalars(at: place) else { return .mentions }
    return ReferenceRelation(of: range, in: text)
  }
}
