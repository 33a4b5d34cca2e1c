import GazetteText

/// Divides the quantities of a list among what 分别 says they are of: 甲率、乙率分别达到10%、20%.
struct SubjectMembers {
  /// The member that each quantity is of; nil where the sentence does not divide.
  private var members: [String?]

  init(text: [Unicode.Scalar], marks: [QuantityMark]) {
    members = Array(repeating: nil, count: marks.count)
    var first = 0
    while first < marks.count {
      var last = first
      while last + 1 < marks.count, Self.areListed(text, marks[last], marks[last + 1]) { last += 1 }
      if last > first { divide(text, marks, first...last) }
      first = last + 1
    }
  }

  /// The subject of a quantity: its member, or what the sentence says otherwise.
  func subject(of index: Int, else other: String) -> String { members[index] ?? other }

  private static func areListed(
    _ text: [Unicode.Scalar], _ left: QuantityMark, _ right: QuantityMark
  ) -> Bool {
    let gap = right.range.start - left.range.end
    return gap == 1 && text[left.range.end].isOneOf("、和及与")
  }

  /// How far before a list its members are looked for.
  private static let furthest = 80

  private mutating func divide(
    _ text: [Unicode.Scalar], _ marks: [QuantityMark], _ list: ClosedRange<Int>
  ) {
    // The comparator belongs to the range of the first: 分别达到10%.
    let end = marks[list.lowerBound].range.end
    let start = marks[list.lowerBound].range.start
    var begin = start
    while begin > 0, start - begin < Self.furthest, !TargetParser.endsClause(text[begin - 1]) {
      begin -= 1
    }
    guard
      let word = (begin..<max(begin, end - 1)).first(where: {
        text[$0] == "分" && text[$0 + 1] == "别"
      })
    else { return }
    var names = text[begin..<word].split { $0.isOneOf("、和及与") }
    guard names.count == list.count, let head = names.first else { return }
    var offset = head.startIndex
    while let found = TargetWords.beforeSubject.longest(at: offset, in: text, limit: head.endIndex),
      found.end < head.endIndex
    {
      offset = found.end
    }
    names[0] = text[offset..<head.endIndex]
    for (place, name) in zip(list, names) where name.count >= 2 {
      members[place] = String(String.UnicodeScalarView(name))
    }
  }
}
