import GazetteText

/// A list of bodies in a phrase, cut into names by the grammar: 、 和 及 以及 与, and 等 for an open list.
struct BodyList {
  /// The stretches of the names, in order.
  private(set) var names: [Range<Int>] = []
  /// Whether the list is open: 等, 等有关部门.
  private(set) var andOthers = false

  private let text: [Unicode.Scalar]

  /// Reads the list that fills a stretch of prepared text.
  init(_ text: [Unicode.Scalar], _ range: Range<Int>) {
    self.text = text
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      if text[index] == "（", let close = text.closing(index, before: range.upperBound) {
        index = close
      } else if text[index] == "、" {
        readPiece(start..<index)
        start = index + 1
      }
      index += 1
    }
    readPiece(start..<range.upperBound)
    mergeLevels()
  }

  /// Reads what stands between two 、.
  private mutating func readPiece(_ piece: Range<Int>) {
    var start = piece.lowerBound
    var index = start
    var isTail = false
    while index < piece.upperBound {
      if text[index] == "（", let close = text.closing(index, before: piece.upperBound) {
        index = close + 1
      } else if text[index] == "等" {
        let next = index + 1
        let left = start..<index
        guard left.isEmpty || BodyForms.isComplete(text, left) else {
          index += 1
          continue
        }
        let conjunction = conjunctionLength(at: next, in: piece)
        if next == piece.upperBound || conjunction > 0 {
          append(left, isTail: isTail)
          andOthers = true
          isTail = false
          start = next + conjunction
        } else if BodyForms.startsTail(text, next..<piece.upperBound) {
          append(left, isTail: isTail)
          andOthers = true
          isTail = true
          start = next
        }
        index = max(next, start)
      } else {
        let conjunction = index > start ? conjunctionLength(at: index, in: piece) : 0
        let right = index + conjunction..<piece.upperBound
        if conjunction > 0, isDependent(right), BodyForms.isComplete(text, start..<index) {
          append(start..<index, isTail: isTail)
          andOthers = true
          return
        }
        if conjunction > 0, !(isTail && BodyForms.isBareNoun(text, right)),
          divides(start..<index, right)
        {
          append(start..<index, isTail: isTail)
          isTail = false
          start = right.lowerBound
        }
        index += max(1, conjunction)
      }
    }
    append(start..<piece.upperBound, isTail: isTail)
  }

  /// The length of the conjunction at `index`, 0 where there is none.
  private func conjunctionLength(at index: Int, in piece: Range<Int>) -> Int {
    guard index + 1 < piece.upperBound else { return 0 }
    switch text[index] {
    case "和", "及", "与": return 1
    case "以": return text[index + 1] == "及" && index + 2 < piece.upperBound ? 2 : 0
    default: return 0
    }
  }

  /// 甲及其所属单位: what belongs to the body before it.
  private func isDependent(_ range: Range<Int>) -> Bool {
    guard text[range].first == "其" else { return false }
    let next = text[range].dropFirst().first
    return next != "他" && next != "它" && next != "余"
  }

  /// Whether a conjunction between the two stretches stands between two names, and not inside one.
  private func divides(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    if BodyForms.startsCollective(text, left), BodyForms.isBareNoun(text, right) { return false }
    if BodyForms.isBareArea(text, left), BodyForms.isAreaTail(text, right) { return false }
    if BodyForms.isStub(text, left) || BodyForms.isSecondHalf(text, right) { return false }
    guard BodyForms.isComplete(text, left), !joinsKnownName(left, right) else { return false }
    if BodyForms.startsName(text, right) || BodyForms.startsCollective(text, right) { return true }
    return BodyForms.isComplete(text, right) && !BodyForms.endsAsArea(text, left)
      || BodyForms.endsAsArea(text, left)
        && (BodyForms.endsAsArea(text, right) || text[right].last == "府")
  }

  /// The most of a name that is looked for behind a conjunction.
  private static let longestRest = 14

  /// Whether the register knows a name that begins with `left` and ends in `right`, before its next
  /// conjunction or at its end: the longest known form is one name.
  private func joinsKnownName(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    var end = right.lowerBound
    while end < right.upperBound, end - right.lowerBound < Self.longestRest {
      end += 1
      let isEnd = end == right.upperBound || text[end].isOneOf("和及与以等")
      if isEnd, BodyRegister.shipped.knows(text[left.lowerBound..<end]) { return true }
    }
    return false
  }

  private mutating func append(_ printed: Range<Int>, isTail: Bool) {
    let range = BodyForms.withoutQualifier(text, printed)
    if range.isEmpty || isNothing(range) { return }
    if isTail, BodyForms.isTail(text, range) { return }
    names.append(range)
  }

  /// 无, and the strokes that tables print for it.
  private func isNothing(_ range: Range<Int>) -> Bool {
    range.count <= 4 && range.allSatisfy { text[$0].isOneOf("无暂—-－–/\\") }
  }

  /// Joins 各市 and 县级政府 of 各市、县级政府, which name one collective.
  private mutating func mergeLevels() {
    if names.count < 2 { return }
    var merged: [Range<Int>] = []
    var isBare = false
    for name in names {
      if isBare, let last = merged.last, name.lowerBound <= last.upperBound + 2,
        BodyForms.isAreaTail(text, name)
      {
        merged[merged.count - 1] = last.lowerBound..<name.upperBound
      } else {
        merged.append(name)
      }
      isBare = BodyForms.isBareArea(text, name)
    }
    names = merged
  }
}
