import GazetteModel
import GazetteReview
import GazetteText

/// A review as W3C Web Annotations (JSON-LD), for other programs that read and write remarks on texts.
///
/// Each mark is an annotation by its reviewer, with a body for its state, its note and each tag. Its
/// target is the unit: by its reference, and by the words it was put on with those around them, so
/// that it is found again where references are not known.
public enum WebAnnotations {
  private static let context = "http://www.w3.org/ns/anno.jsonld"
  /// What the vocabulary of annotations has no word for: where in print the unit stands.
  private static let printed = "urn:x-gazette:printed#"
  /// How many scalars around the quoted words are given.
  private static let surroundings = 32

  /// The marks of a report as a page of annotations.
  public static func value(of report: ReviewReport) -> JSONValue {
    let items = report.rows.compactMap { row in
      row.mark.map { annotation(of: $0, row, in: report.issue) }
    }
    return [
      "@context": [.string(context), ["g": .string(printed)]],
      "id": .string("urn:x-gazette:review:\(report.issue.identity.id)"),
      "type": "AnnotationPage",
      "items": .array(items),
    ]
  }

  private static func annotation(
    of mark: ReviewMark, _ row: ReviewReport.Row, in issue: Issue
  ) -> JSONValue {
    let name = [mark.key.description, mark.reviewer].joined(separator: "\n")
    var bodies: [JSONValue] = [body("assessing", mark.state.rawValue)]
    if !mark.note.isEmpty { bodies.append(body("commenting", mark.note)) }
    bodies += mark.tags.map { body("tagging", $0) }
    var target: JSONObject = [
      "type": "SpecificResource",
      "source": .string("urn:x-gazette:issue:\(mark.key.issue)"),
      "selector": [
        ["type": "FragmentSelector", "value": .string(mark.key.reference)],
        quote(of: mark, row, in: issue),
      ],
    ]
    if let node = row.node {
      let evidence = PrintedEvidence(lines: issue[node].lines, in: issue)
      target["g:lines"] = JSONValue(evidence.lines)
      if let pages = evidence.pages { target["g:pages"] = JSONValue(pages) }
      if !evidence.corrections.isEmpty {
        target["g:corrections"] = .array(evidence.corrections.map(\.json))
      }
    }
    return [
      "id": .string("urn:x-gazette:mark:\(SHA256.hexadecimal(name).prefix(32))"),
      "type": "Annotation",
      "motivation": mark.note.isEmpty ? "assessing" : "commenting",
      "creator": ["type": "Person", "name": .string(mark.reviewer)],
      "created": .string(mark.at.iso8601),
      "body": .array(bodies),
      "target": .object(target),
    ]
  }

  private static func body(_ purpose: String, _ text: String) -> JSONValue {
    [
      "type": "TextualBody", "purpose": .string(purpose), "format": "text/plain",
      "value": .string(text),
    ]
  }

  /// What names what stood around the words: an IRI, as JSON-LD asks for what its context does not know.
  private static let surroundingsName = "urn:x-gazette:surroundings"

  /// The words that a mark was put on, with what stands before and behind them now.
  private static func quote(
    of mark: ReviewMark, _ row: ReviewReport.Row, in issue: Issue
  ) -> JSONValue {
    var members: JSONObject = [
      "type": "TextQuoteSelector", "exact": .string(mark.text.content),
    ]
    if let around = mark.text.surroundings { members[surroundingsName] = .string(around.written) }
    guard let node = row.node, !row.isChanged else { return .object(members) }
    let before = node.index > 0 ? issue.nodes[node.index - 1].paragraphs.last?.text : nil
    let end = issue[node].subtreeEnd
    let behind = end < issue.nodes.count ? issue.nodes[end].paragraphs.first?.text : nil
    if let before {
      members["prefix"] = .string(String(before.unicodeScalars.suffix(surroundings)))
    }
    if let behind {
      members["suffix"] = .string(String(behind.unicodeScalars.prefix(surroundings)))
    }
    return .object(members)
  }

  // MARK: Reading

  /// Whether a value says that it is annotations.
  public static func isAnnotations(_ value: JSONValue) -> Bool {
    guard let context = value.member("@context") else { return false }
    if case .array(let contexts) = context { return contexts.contains(.string(Self.context)) }
    return context == .string(Self.context)
  }

  /// Reads a page, a collection or a list of annotations, or one.
  ///
  /// What another program wrote names no state: such a remark is a question, as somebody has to read
  /// it. One without a reference is put on the unit that has its words.
  ///
  /// - Returns: The marks, and how many annotations could not be placed in the issue.
  public static func marks(
    from value: JSONValue, in issue: Issue, scope: ReviewScope, now: ReviewTime = .now()
  ) -> (ledger: ReviewLedger, unplaced: Int) {
    var ledger = ReviewLedger()
    var unplaced = 0
    for annotation in annotations(in: value) {
      if let mark = mark(from: annotation, in: issue, scope: scope, now: now) {
        ledger.insert(mark)
      } else {
        unplaced += 1
      }
    }
    return (ledger, unplaced)
  }

  private static func annotations(in value: JSONValue) -> [JSONValue] {
    if case .array(let items) = value { return items }
    if let items = value.member("items") { return annotations(in: items) }
    if let first = value.member("first"), case .object = first { return annotations(in: first) }
    return value.member("target") == nil ? [] : [value]
  }

  private static func mark(
    from annotation: JSONValue, in issue: Issue, scope: ReviewScope, now: ReviewTime
  ) -> ReviewMark? {
    let selectors = annotation.member("target").map { list($0.member("selector") ?? $0) } ?? []
    func selected(_ type: String, _ name: String) -> String? {
      selectors.first { $0.member("type") == .string(type) }?.member(name)?.string
    }
    let exact = selected("TextQuoteSelector", "exact")
    let reference = selected("FragmentSelector", "value")
    let source = annotation.member("target")?.member("source")?.string ?? ""
    let isOfIssue = source == "urn:x-gazette:issue:\(scope.issueName)"
    let named = reference.flatMap {
      scope.node(of: ReviewKey(issue: scope.issueName.description, reference: $0))
    }
    guard let node = (isOfIssue ? named : nil) ?? exact.flatMap({ unit(with: $0, issue, scope) })
    else { return nil }
    let creator = annotation.member("creator")
    let name = creator?.member("name")?.string ?? creator?.string ?? "anonymous"
    guard let reviewer = ReviewRules.reviewer(name) else { return nil }
    let bodies = list(annotation.member("body") ?? .null)
    func texts(_ purposes: [String?]) -> [String] {
      bodies.filter { purposes.contains($0.member("purpose")?.string) }
        .compactMap { $0.member("value")?.string ?? $0.string }
    }
    let state = texts(["assessing"]).lazy.compactMap(ReviewState.init(rawValue:)).first
    let at = annotation.member("created")?.string.flatMap(ReviewTime.init(iso8601:))
    let around = selected("TextQuoteSelector", surroundingsName).flatMap(WordSurroundings.init(_:))
    return ReviewMark(
      key: scope.key(of: node), reviewer: reviewer, state: state ?? .question,
      note: ReviewRules.note(
        texts(["commenting", "replying", "describing", "questioning", nil])
          .joined(separator: "\n")),
      tags: texts(["tagging"]).compactMap(ReviewRules.tag), at: at ?? now,
      text: isOfIssue && exact != nil
        ? ReviewedText(exact ?? "", surroundings: around)
        : scope.text(of: node))
  }

  /// The unit with these words: the smallest that has them all.
  private static func unit(with words: String, _ issue: Issue, _ scope: ReviewScope) -> NodeID? {
    guard !words.isEmpty else { return nil }
    return scope.units.filter { scope.text(of: $0).content.contains(words) }.min { left, right in
      scope.text(of: left).content.utf8.count < scope.text(of: right).content.utf8.count
    }
  }

  private static func list(_ value: JSONValue) -> [JSONValue] {
    switch value {
    case .array(let items): items
    case .null: []
    default: [value]
    }
  }
}

extension JSONValue {
  fileprivate func member(_ name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members[name]
  }

  fileprivate var string: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }
}
