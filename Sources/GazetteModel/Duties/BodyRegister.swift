import GazetteText

/// The bodies that are known by name (单位名录), as data of Content/bodies.txt.
///
/// A line of the data is `canonical = alias, alias # source`. A line `@ category` begins a list of
/// whole names; `@ category 省|自治区` one of names that stand behind each of these levels, or behind a
/// place of that level (长春市 + 财政局). A name with one `*` stands for any name with that start and
/// end. A line `@ succession` with levels begins a list of reforms, `former > successor # year [source]`.
public struct BodyRegister: Sendable {
  /// The register that ships with the program, read when it is first asked for.
  public static let shipped = BodyRegister(bytes: ShippedRegister.bytes)

  private struct Entry {
    let name: String
    var aliases: [String]
    let category: BodyCategory
    let source: String?
  }

  private struct Pattern {
    let start: [Unicode.Scalar]
    let end: [Unicode.Scalar]
    let category: BodyCategory
    let source: String?
  }

  /// A level of government, as it begins names, with the list of its entries.
  private struct Level {
    let word: [Unicode.Scalar]
    let list: Int
  }

  private var entries: [Entry] = []
  /// The places in `entries` of whole names.
  private var whole = NameTable()
  /// For each list with levels, the places in `entries` of the names behind them.
  private var lists: [NameTable] = []
  private var levels: [Level] = []
  /// A bit for each remainder by 64 that some level begins with.
  private var levelStarts: UInt64 = 0
  private var patterns: [Pattern] = []
  /// Who took over whose duties.
  private(set) var successions: [BodySuccession] = []

  /// Reads the register; lines that it cannot read are left out.
  public init(bytes: UnsafeBufferPointer<UInt8>) {
    entries.reserveCapacity(512)
    var category = BodyCategory.other
    var list: Int?
    var succession: [String]?
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      switch line.first {
      case UInt8(ascii: "#"): continue
      case UInt8(ascii: "@"):
        let words = line.dropFirst().split(separator: UInt8(ascii: " ")).map(Self.text)
        succession = nil
        if words.first == "succession" {
          succession = words.dropFirst().first?.split(separator: "|").map(String.init) ?? []
          continue
        }
        category = words.first.flatMap(BodyCategory.init(rawValue:)) ?? .other
        list = nil
        guard words.count > 1 else { continue }
        lists.append(NameTable())
        list = lists.count - 1
        for word in words[1].split(separator: "|") {
          levels.append(Level(word: Array(word.unicodeScalars), list: lists.count - 1))
        }
      default:
        if let succession {
          BodySuccession(Self.text(line), levels: succession).map { successions.append($0) }
        } else {
          add(line, category: category, list: list)
        }
      }
    }
    levels.sort { $0.word.count > $1.word.count }
    for level in levels {
      if let first = level.word.first { levelStarts |= 1 << UInt64(first.value & 63) }
    }
  }

  private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

  private mutating func add(_ line: Bytes, category: BodyCategory, list: Int?) {
    let hash = line.firstIndex(of: UInt8(ascii: "#"))
    let source = hash.map { Self.text(line[($0 + 1)...]) }
    let names = line[..<(hash ?? line.endIndex)]
    let equals = names.firstIndex(of: UInt8(ascii: "="))
    let name = Self.text(names[..<(equals ?? names.endIndex)])
    guard !name.isEmpty else { return }
    if let star = name.unicodeScalars.firstIndex(of: "*") {
      let scalars = name.unicodeScalars
      patterns.append(
        Pattern(
          start: Array(scalars[..<star]), end: Array(scalars[scalars.index(after: star)...]),
          category: category, source: source))
      return
    }
    let aliases =
      equals.map {
        names[($0 + 1)...].split(separator: UInt8(ascii: ",")).map(Self.text)
      } ?? []
    let place = entries.count
    entries.append(Entry(name: name, aliases: aliases, category: category, source: source))
    set(name, place, list)
    for alias in aliases { set(alias, place, list) }
  }

  /// The first line that gives a name keeps it.
  private mutating func set(_ name: String, _ place: Int, _ list: Int?) {
    if let list {
      lists[list].insert([Unicode.Scalar](name), place)
    } else {
      whole.insert([Unicode.Scalar](name), place)
    }
  }

  /// The bytes as text, without blanks around it.
  private static func text(_ bytes: Bytes) -> String {
    var bytes = bytes
    while bytes.first == UInt8(ascii: " ") { bytes.removeFirst() }
    while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The name in the shape in which names are compared: full-width brackets of one kind,
  /// simplified characters, 政府 for 人民政府.
  public static func folded(_ name: String) -> String { folded([Unicode.Scalar](name)).string }

  private static let people = [Unicode.Scalar]("人民政府")

  private static func folded(_ name: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(name.count)
    for scalar in name where !AttributionText.isSpace(scalar) {
      scalars.append(AttributionText.folded(scalar))
    }
    guard scalars.contains("民"), scalars.firstOffset(of: people) != nil else { return scalars }
    var result: [Unicode.Scalar] = []
    var index = 0
    while index < scalars.count {
      if scalars.has(people, at: index) { index += 2 }
      result.append(scalars[index])
      index += 1
    }
    return result
  }

  /// The body with that name. `level` is what begins the name of a body before it in the same list,
  /// for names that leave it out: 省科技厅、广电局.
  public func body(named printed: String, after level: String? = nil) -> Body {
    body(of: [Unicode.Scalar](printed), after: level)
  }

  /// The same, for a name given as scalars.
  func body(of printed: [Unicode.Scalar], after level: String? = nil) -> Body {
    let name = Self.folded(printed)
    if let level, Self.level(of: name) == nil {
      let level = [Unicode.Scalar](level)
      if let body = known(level + name) { return body }
      if level.count > 1, let body = known(level.prefix(1) + name) { return body }
    }
    if let body = known(name) ?? matching(name) { return body }
    return Body(
      name: name.string, category: BodyCategoryForms.category(of: name),
      isKnown: BodyCategoryForms.isPlain(name))
  }

  /// Whether a name in the shape of the grammar is one of those that the register lists.
  ///
  /// Of a name behind a place the place has no conjunction: 市委和市文化局 is not 文化局 of 市委和市.
  func knows(_ name: ArraySlice<Unicode.Scalar>) -> Bool {
    let folded = Self.folded(Array(name))
    let limit = folded.firstIndex { $0.isOneOf("和及与") } ?? folded.count
    return known(folded, levelBefore: limit) != nil
  }

  /// - Parameter limit: Before which scalar a level has to begin.
  private func known(_ name: [Unicode.Scalar], levelBefore limit: Int = 9) -> Body? {
    if let place = whole.place(of: name[...]) { return body(entries[place], prefix: "") }
    let starts = name.indices.prefix(min(9, limit)).filter {
      levelStarts >> UInt64(name[$0].value & 63) & 1 != 0
    }
    if starts.isEmpty { return nil }
    for level in levels.indices {
      let word = levels[level].word
      for start in starts where start + word.count < name.count && name.matches(word, at: start) {
        let end = start + word.count
        if let place = lists[levels[level].list].place(of: name[end...]) {
          return body(entries[place], prefix: Array(name[..<end]).string)
        }
      }
    }
    return nil
  }

  private func body(_ entry: Entry, prefix: String) -> Body {
    Body(
      name: prefix + entry.name, aliases: entry.aliases.map { prefix + $0 },
      category: entry.category, source: entry.source, isKnown: true)
  }

  private func matching(_ name: [Unicode.Scalar]) -> Body? {
    for pattern in patterns
    where name.count > pattern.start.count + pattern.end.count
      && name.has(pattern.start, at: 0)
      && name.ends(with: pattern.end)
    {
      return Body(
        name: name.string, category: pattern.category, source: pattern.source, isKnown: true)
    }
    return nil
  }

  private static let levelWords = WordTable(
    "省委 省 自治区党委 自治区 市委 市 县委 县 区委 区 州委 州 盟委 盟 旗委 旗")
  private static let noLevel = WordTable("市场 市政 区域 州际 省际 县域 盟约")

  /// What a name begins with that says of which level its body is: 省, 市委; nil where it is left out.
  static func level(of name: [Unicode.Scalar]) -> String? {
    let whole = 0..<name.count
    guard noLevel.prefix(of: name, in: whole) == nil,
      let word = levelWords.prefix(of: name, in: whole)
    else { return nil }
    return Array(name[..<word.length]).string
  }
}
