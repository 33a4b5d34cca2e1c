import GazetteText

/// The grammar of an attribution: segments between commas, each a list of bodies with a verb, a
/// label or neither.
struct AttributionGrammar {
  let text: [Unicode.Scalar]
  var attribution = Attribution()
  /// The label that is in force.
  var label: RoleWords.Label?
  /// Names that wait for their role.
  private var pending: [Range<Int>] = []
  private var pendingAndOthers = false
  /// Whether something stands there that the grammar cannot read.
  private(set) var hasUnreadableStart = false
  private(set) var hasUnreadable = false
  /// Whether some verb has an object.
  private(set) var hasObject = false
  /// Whether some label gave a role.
  private(set) var isLabelled = false
  var candidate: Attribution.Statement?

  /// Reads the stretch of prepared text, without the brackets around it.
  init(_ text: [Unicode.Scalar], _ range: Range<Int>) {
    self.text = text
    for segment in Self.segments(text, range) { read(segment) }
    finish()
  }

  /// The stretches between commas, semicolons and full stops outside nested brackets, and before
  /// labels.
  static func segments(_ text: [Unicode.Scalar], _ range: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = range.lowerBound
    var depth = 0
    for index in range {
      switch text[index] {
      case "（": depth += 1
      case "）": depth -= 1
      case "，", "；", "。":
        guard depth <= 0 else { continue }
        if start < index { result.append(start..<index) }
        start = index + 1
      case "：":
        guard depth <= 0, let label = RoleWords.labels.suffix(of: text, in: start..<index) else {
          continue
        }
        let labelStart = index - label.length
        if start < labelStart { result.append(start..<labelStart) }
        start = labelStart
      default: break
      }
    }
    if start < range.upperBound { result.append(start..<range.upperBound) }
    return result
  }

  private mutating func read(_ segment: Range<Int>) {
    if readRule(segment) || readStatement(segment) { return }
    var rest = segment
    if let colon = colon(in: segment) {
      flushLabel()
      let found = RoleWords.labels.suffix(of: text, in: segment.lowerBound..<colon)
      label = found?.value ?? .ignored
      rest = colon + 1..<segment.upperBound
      if case .role = label { isLabelled = true }
    }
    if rest.isEmpty || isTime(rest) || readVerb(rest) { return }
    let list = BodyList(text, rest)
    switch label {
    case .ignored: return
    case .role: break
    case nil:
      guard isReadable(list) else {
        hasUnreadable = true
        let isUnknownVerb = list.names.last.map { BodyForms.unknownVerb(text, $0) != nil } ?? false
        if attribution.groups.isEmpty, !isUnknownVerb { hasUnreadableStart = true }
        return
      }
    }
    pending += list.names
    pendingAndOthers = pendingAndOthers || list.andOthers
  }

  private func colon(in segment: Range<Int>) -> Int? {
    var depth = 0
    for index in segment {
      if text[index] == "（" { depth += 1 }
      if text[index] == "）" { depth -= 1 }
      if text[index] == "：", depth == 0 { return index }
    }
    return nil
  }

  /// Reads names that a verb closes, or a verb with an object; false where there is no verb.
  private mutating func readVerb(_ segment: Range<Int>) -> Bool {
    if let names = Self.guiding(text, segment) {
      addGroups(.guide, names)
      return true
    }
    if let (names, role) = Self.named(text, segment) {
      addGroups(role, withoutBy(names))
      return true
    }
    if let verb = RoleWords.verbs.suffix(of: text, in: segment) {
      let before = segment.lowerBound..<segment.upperBound - verb.length
      let (end, divided) = RoleWords.stripAdverbs(text, before)
      let names = segment.lowerBound..<end
      var role = verb.value
      if divided, role == .responsible || role == .implement { role = .shared }
      if names.isEmpty, pending.isEmpty { return false }
      if let partners = Self.partners(text, names), isReadable(BodyList(text, partners)) {
        addGroups(.participate, partners)
        return true
      }
      if !names.isEmpty, !isReadable(names: withoutBy(names)) {
        guard case .role? = label else { return readObject(segment) }
      }
      addGroups(role, withoutBy(names))
      if case .role? = label { label = nil }
      return true
    }
    return readObject(segment)
  }

  /// 财政部门负责做好资金保障工作: the names must be beyond doubt, since nothing marks the end.
  private mutating func readObject(_ segment: Range<Int>) -> Bool {
    guard let (names, role) = Self.leading(text, segment) else { return false }
    hasObject = true
    addGroups(role, withoutBy(names))
    return true
  }

  /// The names and the role in 省教育厅为牵头单位.
  static func named(_ text: [Unicode.Scalar], _ segment: Range<Int>) -> (Range<Int>, Role)? {
    guard let label = RoleWords.labels.suffix(of: text, in: segment), label.length == 4,
      case .role(let role) = label.value
    else { return nil }
    let names = segment.lowerBound..<segment.upperBound - label.length
    guard names.count > 3, text[names.upperBound - 1].isOneOf("为是") else { return nil }
    let list = BodyList(text, names.dropLast())
    guard !list.names.isEmpty,
      list.names.allSatisfy({ BodyForms.isNamed(text, $0) && BodyForms.isComplete(text, $0) })
    else { return nil }
    return (names.dropLast(), role)
  }

  /// The names in 在省人才工作领导小组指导下.
  static func guiding(_ text: [Unicode.Scalar], _ segment: Range<Int>) -> Range<Int>? {
    guard segment.count > 5, text[segment.lowerBound] == "在",
      let word = under.suffix(of: text, in: segment)
    else { return nil }
    let names = segment.lowerBound + 1..<segment.upperBound - word.length
    guard !names.isEmpty, BodyForms.isComplete(text, names) else { return nil }
    return names
  }

  /// The names at the start of a segment whose verb has an object, and the role.
  static func leading(_ text: [Unicode.Scalar], _ segment: Range<Int>) -> (Range<Int>, Role)? {
    var tries = 0
    for index in segment.dropFirst(2) {
      guard let verb = RoleWords.leadingVerbs.prefix(of: text, in: index..<segment.upperBound)
      else { continue }
      tries += 1
      let after = index + verb.length..<segment.upperBound
      if RoleWords.isNoun(text, behindVerb: after) { continue }
      let (end, divided) = RoleWords.stripAdverbs(text, segment.lowerBound..<index)
      var names = segment.lowerBound..<end
      if text[names].first == "由" { names = names.dropFirst() }
      let list = BodyList(text, splitTogether(text, names)?.0 ?? names)
      if !list.names.isEmpty, list.names.allSatisfy({ BodyForms.isNamed(text, $0) }) {
        let role = divided && verb.value == .responsible ? .shared : verb.value
        return (names, role)
      }
      if tries == 3 { return nil }
    }
    return nil
  }

  private func withoutBy(_ names: Range<Int>) -> Range<Int> {
    text[names].first == "由" ? names.dropFirst() : names
  }

  /// Where 会同 divides the names: who acts, and with whom.
  static func splitTogether(_ text: [Unicode.Scalar], _ names: Range<Int>) -> (
    Range<Int>, Range<Int>
  )? {
    guard names.count > 4 else { return nil }
    for index in names.lowerBound + 2..<names.upperBound - 2
    where text[index] == "会" && text[index + 1] == "同" {
      return (names.lowerBound..<index, index + 2..<names.upperBound)
    }
    return nil
  }

  /// The names behind a 会同 that begins the segment: 甲牵头，会同乙负责.
  private static func partners(_ text: [Unicode.Scalar], _ names: Range<Int>) -> Range<Int>? {
    guard names.count > 3, text[names.lowerBound] == "会", text[names.lowerBound + 1] == "同" else {
      return nil
    }
    return names.dropFirst(2)
  }

  /// Adds the groups of a list that a verb closes, together with the names that waited for it.
  private mutating func addGroups(_ role: Role, _ names: Range<Int>) {
    if case .role? = label, !pending.isEmpty, !names.isEmpty { flushLabel() }
    if let (actors, partners) = Self.splitTogether(text, names) {
      let leads = role == .responsible || role == .shared || role == .lead
      var actorNames = actors
      if let verb = RoleWords.verbs.suffix(of: text, in: actors) {
        actorNames = actors.lowerBound..<actors.upperBound - verb.length
      }
      add(leads ? .lead : role, BodyList(text, actorNames))
      add(.participate, BodyList(text, partners))
      return
    }
    let list = BodyList(text, names)
    // 甲牵头、乙、丙配合: a verb inside the list closes the names before it.
    var open: [Range<Int>] = []
    for name in list.names {
      if let verb = RoleWords.verbs.suffix(of: text, in: name), verb.length < name.count {
        open.append(name.lowerBound..<name.upperBound - verb.length)
        close(verb.value, open, andOthers: false)
        open = []
      } else {
        open.append(name)
      }
    }
    close(role, open, andOthers: list.andOthers)
  }

  private mutating func add(_ role: Role, _ list: BodyList) {
    close(role, list.names, andOthers: list.andOthers)
  }

  private mutating func close(_ role: Role, _ names: [Range<Int>], andOthers: Bool) {
    let all = pending + names
    if !all.isEmpty {
      attribution.groups.append(
        Attribution.Group(role: role, names: all, andOthers: andOthers || pendingAndOthers))
    }
    pending = []
    pendingAndOthers = false
  }

  /// Gives the names that wait the role of their label.
  mutating func flushLabel() {
    if case .role(let role)? = label { close(role, [], andOthers: false) }
    label = nil
  }

  private mutating func finish() {
    flushLabel()
    if let candidate {
      // 以下均由甲负责 says it without 不再列出; 甲均有责任 alone is no statement about what follows.
      let speaksOfFollowing = text[candidate.range].starts(with: "以下".unicodeScalars)
      if speaksOfFollowing, text[candidate.range].contains("均") {
        attribution.statement = candidate
      } else {
        close(candidate.role, candidate.names, andOthers: false)
      }
    }
    // 甲负责，乙牵头，丙、丁: the names behind the last verb take part.
    if !attribution.groups.isEmpty { close(.participate, [], andOthers: false) }
  }

  private func isReadable(names: Range<Int>) -> Bool {
    if let (actors, partners) = Self.splitTogether(text, names) {
      return isReadable(BodyList(text, actors)) && isReadable(BodyList(text, partners))
    }
    return isReadable(BodyList(text, names))
  }

  private func isReadable(_ list: BodyList) -> Bool {
    !list.names.isEmpty
      && list.names.allSatisfy {
        let verb = RoleWords.verbs.suffix(of: text, in: $0)?.length ?? 0
        let name = $0.lowerBound..<$0.upperBound - verb
        return BodyForms.isPlausible(text, name) && BodyForms.unknownVerb(text, name) == nil
      }
  }

  /// 2022年6月底前完成, 持续推进: a field of time without a label.
  private func isTime(_ segment: Range<Int>) -> Bool {
    guard timeWords.occurs(in: text, segment) else { return false }
    let verb = RoleWords.verbs.suffix(of: text, in: segment)?.length ?? 0
    let list = BodyList(text, segment.lowerBound..<segment.upperBound - verb)
    return !list.names.contains { BodyForms.isComplete(text, $0) }
  }
}

private let under = WordTable("指导下 统筹指导下 统一指导下 具体指导下 的指导下 的统筹指导下")
private let timeWords = WordTable("年 月 底前 长期 持续 完成 坚持 适时 立即 季度 近期 中期")
