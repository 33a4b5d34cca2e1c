import Foundation
import GazetteModel
import GazetteText

@testable import GazetteReview

/// Issues and marks to test on.
enum Samples {
  /// Two documents: one with clauses under sections, one that is a run of text.
  static let issue = issue(clause: "强化源头防控。（省生态环境厅牵头，省发展改革委等参与）")

  /// The same with another sentence in its first clause.
  static func issue(clause: String) -> GazetteModel.Issue {
    let paragraphs = [paragraph("各市（州）人民政府："), paragraph(clause)]
    var nodes: [Node] = []
    func add(
      _ kind: NodeKind, parent: Int?, end: Int, depth: Int, printed: String? = nil,
      title: String? = nil, text: [Paragraph] = [], reference: String, head: DocumentHead? = nil
    ) {
      nodes.append(
        Node(
          id: NodeID(nodes.count), kind: kind, parent: parent.map(NodeID.init), subtreeEnd: end,
          depth: depth,
          numbering: printed.map {
            Numbering(style: .arabicDot, ordinal: 1, arabic: "1", printed: $0)
          }, title: title, paragraphs: text, lines: LineRange(1), otherLines: [],
          reference: Reference(reference), head: head))
    }
    var head = DocumentHead()
    head.documentNumber = "吉政办发〔2021〕10号"
    add(.cover, parent: nil, end: 1, depth: 0, text: [paragraph("封面")], reference: "cover")
    add(
      .document, parent: nil, end: 9, depth: 0, title: "关于大气污染防治的通知", reference: "1",
      head: head)
    add(.text, parent: 1, end: 3, depth: 1, text: [paragraphs[0]], reference: "1/t1")
    add(.section, parent: 1, end: 9, depth: 1, printed: "一、", title: "重点任务", reference: "1/1")
    add(
      .clause, parent: 3, end: 7, depth: 2, printed: "1.", title: "强化源头防控",
      text: [paragraphs[1]], reference: "1/1.1")
    add(
      .subclause, parent: 4, end: 6, depth: 3, printed: "（1）", text: [paragraph("限制新增产能。")],
      reference: "1/1.1.1")
    add(
      .subclause, parent: 4, end: 7, depth: 3, printed: "（2）", text: [paragraph("淘汰落后产能。")],
      reference: "1/1.1.2")
    add(
      .clause, parent: 3, end: 8, depth: 2, printed: "2.", title: "=1+1",
      text: [paragraph("=1+1。<script>alert(1)</script>")], reference: "1/1.2")
    add(
      .clause, parent: 3, end: 9, depth: 2, printed: "3.", title: "开展秸秆禁烧",
      text: [paragraph("开展秸秆禁烧。")], reference: "1/1.3")
    add(.document, parent: nil, end: 11, depth: 0, title: "关于人事的决定", reference: "2")
    add(.text, parent: 9, end: 11, depth: 1, text: [paragraph("决定接受辞职。")], reference: "2/t1")
    var identity = IssueIdentity(id: "2021-11")
    identity.title = "吉林省人民政府公报"
    identity.year = 2021
    identity.number = 11
    return GazetteModel.Issue(
      identity: identity, contents: [], nodes: nodes,
      printed: PrintedText(source: SourceText(bytes: [])),
      corrections: [])
  }

  private static func paragraph(_ text: String) -> Paragraph {
    Paragraph(text: text, lines: LineRange(1), lineStarts: [], corrections: [])
  }

  static let scope = ReviewScope(issue)

  /// The name under which marks at `issue` are kept.
  static let issueName = "吉林省人民政府公报/2021-11"

  static func node(_ reference: String) -> NodeID {
    scope.node(of: ReviewKey(issue: issueName, reference: reference)) ?? NodeID(0)
  }

  /// A change at a node of `issue`.
  static func change(
    _ reference: String, _ state: ReviewState? = nil, note: String? = nil, tags: Set<String> = [],
    text: String? = nil
  ) -> ReviewChange {
    ReviewChange(
      key: ReviewKey(issue: issueName, reference: reference),
      text: text.map { ReviewedText($0) } ?? scope.text(of: node(reference)), state: state,
      note: note, addedTags: tags)
  }

  static func mark(
    _ reference: String = "1/1.1", _ state: ReviewState = .agreed, by reviewer: String = "甲",
    note: String = "", tags: [String] = [], at: Int64 = 1000, text: String = "词"
  ) -> ReviewMark {
    ReviewMark(
      key: ReviewKey(issue: issueName, reference: reference), reviewer: reviewer, state: state,
      note: note, tags: tags, at: ReviewTime(milliseconds: at), text: ReviewedText(text))
  }

  static func time(_ milliseconds: Int64) -> ReviewTime { ReviewTime(milliseconds: milliseconds) }
}

/// A random generator that gives the same numbers for the same seed (SplitMix64), so that a failure
/// can be repeated.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A ledger in which times, texts and reviewers often meet.
  mutating func ledger() -> ReviewLedger {
    ReviewLedger(
      (0..<Int.random(in: 0...12, using: &self)).map { _ in
        Samples.mark(
          ["1/1.1", "1/1.2"].randomElement(using: &self) ?? "1/1.1",
          ReviewState.allCases.randomElement(using: &self) ?? .read,
          by: Bool.random(using: &self) ? "甲" : "乙",
          note: ["", "一", "二"].randomElement(using: &self) ?? "",
          tags: Bool.random(using: &self) ? ["急"] : [],
          at: Int64.random(in: 1...4, using: &self),
          text: Bool.random(using: &self) ? "旧" : "新")
      })
  }
}

/// A directory that goes away with its last user.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "gazette-review-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Where a store in it is.
  var database: String { path + "/state/review.sqlite" }
}
