import Testing

@testable import GazetteModel

@Suite struct IssueTargetsTests {
  private let issue = ShippedIssue.load()

  /// The lines of Corpus/targets-jilin-2021-11.txt, which was written by reading the issue.
  @Test func theTargetsOfTheShippedIssueAreThoseReadByHand() throws {
    let expected = try CorpusFile.lines("targets-jilin-2021-11.txt")
    let found = TargetIndex(issue).targets.map { target in
      let ends = [target.value, target.upper].compactMap { $0 }.map { Target.written($0) }
      return [
        issue[target.node].reference.text, target.text, target.kind.rawValue,
        ends.isEmpty ? "-" : ends.joined(separator: "–"), target.unit.isEmpty ? "-" : target.unit,
        target.comparator.rawValue, target.deadline?.iso8601 ?? "-",
      ].joined(separator: " | ")
    }
    for line in expected where !found.contains(line) { Testing.Issue.record("missing: \(line)") }
    for line in found where !expected.contains(line) { Testing.Issue.record("too much: \(line)") }
    #expect(found == expected)
  }

  @Test func rangesCutTheTextAndDoNotOverlap() throws {
    let targets = TargetIndex(issue).targets
    for target in targets {
      let scalars = try #require(issue[target.node].scalars(at: target.place))
      #expect(target.range.count > 0 && target.range.end <= scalars.count)
      let cut = String(String.UnicodeScalarView(scalars[target.range.start..<target.range.end]))
      #expect(cut == target.text)
      #expect(
        target.value.map { $0.isFinite && $0 >= 0 && $0 <= 1e13 } ?? (target.kind == .deadline))
      #expect(target.upper.map { $0 > target.value ?? 0 } ?? true)
      #expect(!target.subject.isEmpty)
    }
    for (left, right) in zip(targets, targets.dropFirst())
    where left.node == right.node && left.place == right.place {
      #expect(left.range.end <= right.range.start)
    }
  }

  @Test func theTargetsOfANodeAreItsOwn() {
    let index = TargetIndex(issue)
    var count = 0
    for node in issue.nodes {
      let own = index.targets(of: node.id)
      #expect(own.allSatisfy { $0.node == node.id })
      count += own.count
    }
    #expect(count == index.targets.count)
  }

  @Test func damagedTextNeverTrapsAndKeepsTheInvariants() {
    var generator = SeededGenerator(seed: 4)
    let texts = issue.nodes.flatMap(\.paragraphs).map(\.text).filter { !$0.isEmpty }
    for _ in 0..<400 {
      var scalars = Array(texts[Int.random(in: 0..<texts.count, using: &generator)].unicodeScalars)
      for _ in 0..<8 where scalars.count > 2 {
        let place = Int.random(in: 0..<scalars.count - 1, using: &generator)
        if Bool.random(using: &generator) {
          scalars.remove(at: place)
        } else {
          scalars.insert(
            contentsOf: "9亿年底前《“".unicodeScalars.shuffled(using: &generator), at: place)
        }
      }
      let damaged = String(String.UnicodeScalarView(scalars))
      var end = 0
      for target in TargetIndex(HandMadeIssue.make([damaged])).targets {
        #expect(target.range.start >= end && target.range.end <= scalars.count)
        end = target.range.end
      }
    }
  }
}
