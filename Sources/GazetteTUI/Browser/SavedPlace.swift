import GazetteModel
import GazetteReview
import GazetteText

/// Where the reader leaves an issue, as it is kept between sessions: by references and not by
/// indexes, so that it survives another parse. What no longer fits is passed over.
struct SavedPlace: Equatable, Sendable {
  /// A position in the text.
  struct Spot: Equatable, Sendable {
    var reference: String
    var part: String
    var offset: Int
  }

  var cursor: Spot
  var top: Spot
  var blanksAbove: Int
  var tab: String
  var isTreeFocused: Bool
  var isReading: Bool
  /// The folded lines of the tree: `n` with a reference, `c` with the name of a column, `i` for the
  /// issue.
  var folds: [String]

  /// As it is stored.
  var text: String {
    let value: JSONValue = [
      "cursor": cursor.json, "top": top.json, "blanks": .integer(blanksAbove), "tab": .string(tab),
      "tree": .bool(isTreeFocused), "reading": .bool(isReading), "folds": JSONValue(folds),
    ]
    return String(decoding: JSONWriter.bytes(of: value), as: UTF8.self)
  }
}

extension SavedPlace {
  /// Reads what `text` wrote; nil for anything else.
  init?(_ text: String) {
    guard case .object(let object) = try? JSONParser.parse(Array(text.utf8)),
      let cursor = Spot(object["cursor"]), let top = Spot(object["top"])
    else { return nil }
    var folds: [String] = []
    if case .array(let items) = object["folds"] { folds = items.compactMap(\.stringValue) }
    self.init(
      cursor: cursor, top: top, blanksAbove: object["blanks"]?.integerValue ?? 0,
      tab: object["tab"]?.stringValue ?? "", isTreeFocused: object["tree"] == .bool(true),
      isReading: object["reading"] == .bool(true), folds: folds)
  }
}

extension SavedPlace.Spot {
  fileprivate init?(_ value: JSONValue?) {
    guard case .object(let object)? = value, let reference = object["ref"]?.stringValue,
      let part = object["part"]?.stringValue
    else { return nil }
    self.init(reference: reference, part: part, offset: object["offset"]?.integerValue ?? 0)
  }

  fileprivate var json: JSONValue {
    ["ref": .string(reference), "part": .string(part), "offset": .integer(offset)]
  }

  /// Names a position of an issue.
  init(_ position: TextPosition, in issue: Issue) {
    reference = issue[position.node].reference.text
    offset = position.offset
    part =
      switch position.part {
      case .heading: "heading"
      case .paragraph(let index): "paragraph \(index)"
      case .head(let index): "head \(index)"
      case .column(let index): "column \(index)"
      case .entry(let index): "entry \(index)"
      case .line(let number): "line \(number)"
      case .row(let row): "row \(row.table).\(row.row)"
      case .cell(let cell): "row \(cell.table).\(cell.row)"
      case .tableHead(let table): "row \(table).0"
      }
  }

  /// The position in the issue as it is now; nil when the node is gone.
  func position(in issue: Issue) -> TextPosition? {
    guard let node = issue.nodes.first(where: { $0.reference.text == reference }) else {
      return nil
    }
    let words = part.split(separator: " ")
    let number = words.count == 2 ? Int(words[1]) : nil
    let part: TextPart =
      switch (words.first, number) {
      case ("paragraph", let index?): .paragraph(index)
      case ("head", let index?): .head(index)
      case ("column", let index?): .column(index)
      case ("entry", let index?): .entry(index)
      case ("line", let number?): .line(number)
      case ("row", _): words.last.flatMap(Self.row).map { .row($0) } ?? .heading
      default: .heading
      }
    return TextPosition(node: node.id, part: part, offset: max(0, offset))
  }

  /// The row of a table as `TABLE.ROW` names it.
  private static func row(_ text: Substring) -> RowPlace? {
    let numbers = text.split(separator: ".").compactMap { Int($0) }
    return numbers.count == 2 ? RowPlace(table: numbers[0], row: numbers[1]) : nil
  }
}

extension JSONValue {
  fileprivate var stringValue: String? {
    if case .string(let text) = self { return text }
    return nil
  }

  fileprivate var integerValue: Int? {
    if case .integer(let number) = self { return number }
    return nil
  }
}

extension State {
  /// The places of all issues, the one being read as the latest.
  func places(_ layouts: LayoutCache) -> [ReviewPlace] {
    let name = library[issue].name.description
    return [ReviewPlace(issue: name, value: savedPlace(layouts).text)]
  }

  /// Where the reader is, by names.
  func savedPlace(_ layouts: LayoutCache) -> SavedPlace {
    let opened = library[issue]
    return SavedPlace(
      cursor: .init(cursor, in: opened), top: .init(top.position, in: opened),
      blanksAbove: top.blanksAbove, tab: tab.rawValue, isTreeFocused: focus == .contents,
      isReading: settings.isReading, folds: names(of: folds, in: issue, layouts))
  }

  /// Shows the place that was left last, unless the reader has begun already.
  mutating func restore(_ places: [ReviewPlace], _ layouts: LayoutCache) {
    guard review.awaitsPlace else { return }
    review.awaitsPlace = false
    let known = places.compactMap { place in
      issue(ofName: place.issue).map { (issue: $0, place: place) }
    }
    guard let last = known.max(by: { $0.place.at < $1.place.at }),
      let saved = SavedPlace(last.place.value)
    else {
      openStartForTheFirstTime()
      return
    }
    show(saved, in: last.issue, layouts)
  }

  /// Shows a place of an issue, where the issue still has it.
  mutating func show(_ saved: SavedPlace, in issue: IssueID, _ layouts: LayoutCache) {
    let opened = library[issue]
    guard let cursor = saved.cursor.position(in: opened) else { return }
    folds = folds(named: saved.folds, of: issue, folds, layouts)
    self.issue = issue
    self.cursor = cursor
    top = RowAnchor(position: cursor)
    if let top = saved.top.position(in: opened),
      opened.root(of: top.node) == opened.root(of: cursor.node)
    {
      self.top = RowAnchor(position: top, blanksAbove: saved.blanksAbove)
    }
    tab = Tab(rawValue: saved.tab) ?? .contents
    settings.isReading = saved.isReading
    focus = saved.isTreeFocused && !saved.isReading ? .contents : .text
    let layout = layouts.document(for: self)
    let row = layout.textRow(from: layout.row(of: cursor), step: 1)
    self.cursor = layout.position(ofRow: row)
    keepCursorInSight(layouts)
    selected = .node(issue: issue, cursor.node)
    followCursor(layouts)
  }

  /// What is folded of an issue, by names that another reading of it has too.
  func names(of folds: FoldSet, in issue: IssueID, _ layouts: LayoutCache) -> [String] {
    let opened = library[issue]
    return folds.items(of: issue).compactMap { item in
      switch item {
      case .issue: return "i"
      case .column(_, let index): return "c" + layouts.tree[issue].columns[index].name
      case .entry: return nil
      case .node(_, let node): return "n" + opened[node].reference.text
      }
    }.sorted()
  }

  /// Folds with those of an issue put in place of its present ones.
  func folds(
    named names: [String], of issue: IssueID, _ folds: FoldSet, _ layouts: LayoutCache
  ) -> FoldSet {
    let wanted = Set(names)
    var folds = folds
    folds.removeAll(of: issue)
    if wanted.contains("i") { folds.insert(.issue(issue)) }
    for (index, column) in layouts.tree[issue].columns.enumerated()
    where wanted.contains("c" + column.name) {
      folds.insert(.column(issue: issue, index: index))
    }
    for node in library[issue].nodes where wanted.contains("n" + node.reference.text) {
      folds.insert(.node(issue: issue, node.id))
    }
    return folds
  }
}
