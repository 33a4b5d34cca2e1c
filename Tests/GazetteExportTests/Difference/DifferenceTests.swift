import GazetteModel
import Testing

@testable import GazetteDifference

struct DifferenceTests {
  private func units(_ texts: [String]) -> [ComparedUnit] {
    texts.enumerated().map {
      ComparedUnit(node: NodeID($0), reference: "1/\($0 + 1)", title: nil, text: $1)
    }
  }

  private func kinds(_ old: [String], _ new: [String]) -> [Difference.Kind] {
    Difference(from: units(old), to: units(new)).entries.map(\.kind)
  }

  private static let clauses = [
    "推进秸秆禁烧管控，严格落实责任。", "实行煤炭消费总量控制。", "加强油气回收装置运行监管。", "严格建筑施工扬尘管理。",
  ]

  @Test func renumberingAloneIsNoChange() {
    let new = ["新增加的一条，与其他都不相同。"] + Self.clauses
    #expect(kinds(Self.clauses, new) == [.added, .same, .same, .same, .same])
    #expect(kinds(new, Self.clauses) == [.removed, .same, .same, .same, .same])
  }

  @Test func aClauseThatStandsElsewhereHasMoved() {
    let new = [Self.clauses[1], Self.clauses[2], Self.clauses[3], Self.clauses[0]]
    #expect(kinds(Self.clauses, new) == [.same, .same, .same, .moved])
    let difference = Difference(from: units(Self.clauses), to: units(new))
    #expect(difference.entries.last?.old?.reference == "1/1")
    #expect(difference.entries.last?.new?.reference == "1/4")
  }

  @Test func aChangedClauseSaysWhichWords() {
    var new = Self.clauses
    new[1] = "实行煤炭消费总量和强度双控制。"
    let entry = Difference(from: units(Self.clauses), to: units(new)).entries[1]
    #expect(entry.kind == .changed)
    #expect(
      entry.spans == [
        .init(.keep, "实行煤炭消费总量"), .init(.insert, "和强度双"), .init(.keep, "控制。"),
      ])
  }

  @Test func aNumberIsOneWord() {
    let spans = WordComparison.spans(
      Array("到2021年达到90%以上".unicodeScalars), Array("到2025年达到93%以上".unicodeScalars))
    #expect(
      spans == [
        .init(.keep, "到"), .init(.delete, "2021"), .init(.insert, "2025"), .init(.keep, "年达到"),
        .init(.delete, "90"), .init(.insert, "93"), .init(.keep, "%以上"),
      ])
  }

  @Test func aRepeatedSentenceKeepsItsPlace() {
    let old = ["（此件公开发布）", "甲乙丙丁戊己。", "（此件公开发布）", "庚辛壬癸子丑。"]
    #expect(kinds(old, old) == [.same, .same, .same, .same])
    #expect(kinds(old, Array(old.dropFirst())) == [.removed, .same, .same, .same])
  }

  @Test func somethingRemovedStandsBehindWhatStoodBeforeIt() {
    #expect(
      kinds(Self.clauses, [Self.clauses[0], Self.clauses[1], Self.clauses[3]])
        == [.same, .same, .removed, .same])
  }

  // MARK: Properties

  /// What holds of every difference.
  private func check(_ old: [String], _ new: [String]) {
    let (before, after) = (units(old), units(new))
    let difference = Difference(from: before, to: after)
    #expect(difference.entries.compactMap(\.new?.node.index) == Array(after.indices))
    #expect(difference.entries.compactMap(\.old?.node.index).sorted() == Array(before.indices))
    for entry in difference.entries {
      switch entry.kind {
      case .changed:
        let texts = entry.spans.map { ($0.operation, $0.text) }
        #expect(texts.filter { $0.0 != .insert }.map(\.1).joined() == entry.old?.text)
        #expect(texts.filter { $0.0 != .delete }.map(\.1).joined() == entry.new?.text)
        #expect(entry.spans.contains { $0.operation != .keep })
        #expect(texts.allSatisfy { !$0.1.isEmpty })
      case .same, .moved: #expect(entry.old?.text == entry.new?.text && entry.old != nil)
      case .added: #expect(entry.old == nil && entry.new != nil)
      case .removed: #expect(entry.old != nil && entry.new == nil)
      }
      if entry.kind != .changed { #expect(entry.spans.isEmpty) }
    }
    let inOrder = difference.entries.filter { $0.kind == .same }.compactMap(\.old?.node.index)
    #expect(inOrder == inOrder.sorted())
    checkTurned(difference, Difference(from: after, to: before))
  }

  /// That the way back is the way there, turned round.
  private func checkTurned(_ there: Difference, _ back: Difference) {
    func pairs(_ difference: Difference, turned: Bool) -> Set<[String]> {
      Set(
        difference.entries.map { entry in
          let kind: Difference.Kind =
            switch entry.kind {
            case .added: turned ? .removed : .added
            case .removed: turned ? .added : .removed
            case let kind: kind
            }
          let places = [entry.old?.reference ?? "", entry.new?.reference ?? ""]
          return [kind.rawValue] + (turned ? places.reversed() : places)
        })
    }
    #expect(pairs(there, turned: false) == pairs(back, turned: true))
    for entry in there.entries where entry.kind == .changed {
      let other = back.entries.first { $0.new?.reference == entry.old?.reference && $0.old != nil }
      func words(_ entry: Difference.Entry?, _ operation: Difference.Span.Operation) -> [String] {
        entry?.spans.filter { $0.operation == operation }.map(\.text) ?? []
      }
      #expect(words(other, .insert) == words(entry, .delete))
      #expect(words(other, .delete) == words(entry, .insert))
      #expect(words(other, .keep) == words(entry, .keep))
    }
  }

  @Test(arguments: 0..<60)
  func whatIsAppliedToTheOldTextGivesTheNew(seed: Int) {
    var random = Generator(seed: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1)
    let old = (0..<Int.random(in: 0...14, using: &random)).map { _ in random.sentence() }
    var new = old
    for _ in 0..<Int.random(in: 0...8, using: &random) {
      switch Int.random(in: 0..<5, using: &random) {
      case 0: new.insert(random.sentence(), at: Int.random(in: 0...new.count, using: &random))
      case 1 where !new.isEmpty: new.remove(at: Int.random(in: new.indices, using: &random))
      case 2 where !new.isEmpty:
        let moved = new.remove(at: Int.random(in: new.indices, using: &random))
        new.insert(moved, at: Int.random(in: 0...new.count, using: &random))
      case 3 where !new.isEmpty:
        new.append(new[Int.random(in: new.indices, using: &random)])
      default:
        guard !new.isEmpty else { continue }
        let index = Int.random(in: new.indices, using: &random)
        new[index] = random.edited(new[index])
      }
    }
    check(old, new)
  }

  @Test func longTextsThatDifferMuchStillGiveEachOther() {
    var random = Generator(seed: 7)
    let old = (0..<400).map { _ in random.sentence() }
    let new = old.map { Int.random(in: 0..<3, using: &random) == 0 ? random.sentence() : $0 }
    check([old.joined()], [new.joined()])
    check([old.joined()], [(0..<400).map { _ in random.sentence() }.joined()])
  }
}

/// Sentences and edits from a seed.
private struct Generator: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }

  private static let words = Array("推进水污染防治加强监管省生态环境厅负责2021年底前90%完成PM2.5，。；建设城镇")

  mutating func sentence() -> String {
    String(
      (0..<Int.random(in: 1...24, using: &self)).map { _ in
        Self.words[Int.random(in: Self.words.indices, using: &self)]
      })
  }

  mutating func edited(_ text: String) -> String {
    var characters = Array(text)
    for _ in 0..<Int.random(in: 1...3, using: &self) {
      let place = Int.random(in: 0...characters.count, using: &self)
      if Bool.random(using: &self) || place == characters.count {
        characters.insert(Self.words[Int.random(in: Self.words.indices, using: &self)], at: place)
      } else {
        characters.remove(at: place)
      }
    }
    return String(characters)
  }
}
