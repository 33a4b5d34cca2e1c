import GazetteText

/// The bodies that a cell names: one a line, or divided by 、 ， ； / or blanks.
struct CellNames {
  /// A stretch of names with the role that the cell itself gives them.
  struct Group {
    /// Nil where only the head of the column says the role.
    let role: Role?
    let names: [Range<Int>]
    let andOthers: Bool
  }

  /// The cell, prepared for the grammar.
  let text: AttributionText
  private(set) var groups: [Group] = []
  /// Whether the cell says that there is no such body: 无, /, —.
  private(set) var isNone = false

  /// Reads a cell of a column of bodies.
  init(_ cell: [Unicode.Scalar]) {
    let folded = cell.map(AttributionText.folded)
    let isSentence = folded.contains("：") || Self.hasVerbs(folded)
    text = AttributionText(Self.divided(cell, keepsClauses: isSentence))
    if Self.isNothing(text.scalars) {
      isNone = true
      return
    }
    if isSentence, readSentence() { return }
    add(BodyList(text.scalars, Self.withoutStop(text.scalars, 0..<text.scalars.count)))
  }

  // MARK: Preparing

  /// No name is longer.
  private static let longestName = 40

  /// The cell with 、 for every mark that divides names.
  ///
  /// - Parameter keepsClauses: Whether commas and semicolons part clauses, not names.
  private static func divided(
    _ cell: [Unicode.Scalar], keepsClauses: Bool
  ) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var depth = 0
    var numberEnd = 0
    for (index, scalar) in cell.enumerated() {
      if index < numberEnd { continue }
      if depth == 0, result.last.map({ $0.isOneOf("、，；：。") }) ?? true,
        let end = Self.itemNumberEnd(cell, at: index)
      {
        numberEnd = end
        continue
      }
      switch scalar {
      case "（", "(": depth += 1
      case "）", ")": depth = max(0, depth - 1)
      default: break
      }
      let isBreak = scalar == "\n"
      let isMark =
        depth == 0
        && (scalar.isOneOf("/／\\|\u{3000}\t ") || !keepsClauses && scalar.isOneOf(";,；，"))
      guard isBreak || isMark else {
        result.append(scalar)
        continue
      }
      // A line that ends inside a name is only too narrow.
      if isBreak, !endsName(result), !beginsName(cell[(index + 1)...]) { continue }
      if let last = result.last, !last.isOneOf("、，；：。（(") { result.append("、") }
    }
    return result
  }

  /// Where the number of an item before a name ends: 1.甲局；2.乙局, ①甲局; nil where none stands there.
  private static func itemNumberEnd(_ cell: [Unicode.Scalar], at index: Int) -> Int? {
    if (0x2460...0x2473).contains(cell[index].value) { return index + 1 }
    var end = index
    while end < cell.count, cell[end].halfWidth.isDigit { end += 1 }
    guard end > index, end - index <= 2, end + 1 < cell.count, cell[end].isOneOf(".．、)）"),
      cell[end + 1].isHan
    else { return nil }
    return end + 1
  }

  private static func endsName(_ text: [Unicode.Scalar]) -> Bool {
    guard let last = text.last else { return true }
    if last.isOneOf("、，；。：）)") { return true }
    let near = max(0, text.count - longestName)..<text.count
    let start = text[near].lastIndex { $0.isOneOf("、，；。：") }.map { $0 + 1 } ?? near.lowerBound
    return BodyForms.isComplete(text, start..<text.count)
  }

  private static func beginsName(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    let rest = Array(text.prefix(24))
    return BodyForms.startsName(rest, rest.indices)
      || BodyForms.startsCollective(rest, rest.indices)
  }

  private static func isNothing(_ text: [Unicode.Scalar]) -> Bool {
    text.count <= 6 && text.allSatisfy { $0.isOneOf("无暂空—-－–─/／\\×。、_*") }
  }

  private static func hasVerbs(_ text: [Unicode.Scalar]) -> Bool {
    text.indices.contains { index in
      guard let verb = RoleWords.verbs.suffix(of: text, in: 0..<index + 1) else { return false }
      return verb.length > 1
        && (index + 1 == text.count || text[index + 1].isOneOf("，；。、）"))
    }
  }

  private static func withoutStop(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, text[end - 1].isOneOf("。；，、") { end -= 1 }
    return range.lowerBound..<end
  }

  // MARK: Reading

  /// Reads a cell that says roles itself: 甲牵头，乙配合; 牵头：甲；配合：乙.
  private mutating func readSentence() -> Bool {
    if readMarkedNames() { return true }
    let grammar = AttributionGrammar(text.scalars, 0..<text.scalars.count)
    guard !grammar.hasUnreadable, !grammar.attribution.groups.isEmpty else { return false }
    groups = grammar.attribution.groups.map {
      Group(role: $0.role, names: $0.names, andOthers: $0.andOthers)
    }
    return true
  }

  /// 甲（牵头）、乙、丙: the bracket behind a name says its role.
  private mutating func readMarkedNames() -> Bool {
    let whole = Self.withoutStop(text.scalars, 0..<text.scalars.count)
    let list = BodyList(text.scalars, whole)
    var marked: [Group] = []
    var isMarked = false
    for name in list.names {
      let (stretch, role) = Self.mark(of: name, in: text.scalars)
      isMarked = isMarked || role != nil
      if let last = marked.last, last.role == role {
        marked[marked.count - 1] = Group(
          role: role, names: last.names + [stretch], andOthers: false)
      } else {
        marked.append(Group(role: role, names: [stretch], andOthers: false))
      }
    }
    guard isMarked else { return false }
    if list.andOthers, let last = marked.popLast() {
      marked.append(Group(role: last.role, names: last.names, andOthers: true))
    }
    groups = marked
    return true
  }

  private static func mark(
    of name: Range<Int>, in text: [Unicode.Scalar]
  ) -> (Range<Int>, Role?) {
    guard text[name].last == "）", let open = text[name].lastIndex(of: "（"),
      open > name.lowerBound
    else { return (name, nil) }
    let inside = Array(text[open + 1..<name.upperBound - 1])
    if let verb = Self.verb(inside) { return (name.lowerBound..<open, verb) }
    if let label = RoleWords.labels.whole(inside), case .role(let role) = label {
      return (name.lowerBound..<open, role)
    }
    return (name, nil)
  }

  /// The role of a verb that fills the text.
  private static func verb(_ text: [Unicode.Scalar]) -> Role? {
    guard let verb = RoleWords.verbs.suffix(of: text, in: text.indices), verb.length == text.count
    else { return nil }
    return verb.value
  }

  private mutating func add(_ list: BodyList) {
    let names = list.names.filter { BodyForms.isPlausible(text.scalars, $0) }
    guard !names.isEmpty else { return }
    groups = [Group(role: nil, names: names, andOthers: list.andOthers)]
  }
}
