import GazetteModel
import GazetteText

/// What lets a stranger verify a unit against the printed issue: its lines, its pages, and the
/// corrections of OCR that its reading text has.
public struct PrintedEvidence: Sendable, Equatable {
  /// The printed lines, counted from 1.
  public let lines: LineRange
  /// The pages of the file, from 1; nil where the format has none.
  public let pages: LineRange?
  /// The corrections in these lines, in order.
  public let corrections: [Correction]

  /// What is known of printed lines of an issue.
  public init(lines: LineRange, in issue: Issue) {
    self.lines = lines
    pages = issue.pages(of: lines)
    corrections = issue.corrections.filter { lines.contains($0.line) }
  }

  /// The lines as people name them: 328 or 328–330.
  public var lineText: String { Self.text(of: lines) }

  /// The pages, empty where there are none.
  public var pageText: String { pages.map(Self.text) ?? "" }

  /// The corrections as `printed → corrected`, empty where there are none.
  public var correctionText: String {
    corrections.map { "\($0.line): \($0.printed) → \($0.corrected)" }.joined(separator: "\n")
  }

  private static func text(of range: LineRange) -> String {
    range.first == range.last ? "\(range.first)" : "\(range.first)–\(range.last)"
  }
}

extension Issue {
  /// The pages of the file that printed lines stand on; nil where the format has none.
  package func pages(of lines: LineRange) -> LineRange? {
    let origins = printed.origins
    let (start, end) = (max(0, lines.first - 1), min(lines.last, origins.count))
    guard start < end else { return nil }
    let pages = origins[start..<end].compactMap(\.page)
    guard let first = pages.min(), let last = pages.max() else { return nil }
    return LineRange(first, last)
  }

  /// The number of the document that a node stands in, or of the one that issues it.
  package func documentNumber(of id: NodeID) -> String? {
    ([id] + ancestors(of: id)).lazy.compactMap { self[$0].head?.documentNumber }.first
  }

  /// The printed numbers from the outermost heading of the document down: 二、（三）11.
  package func numbers(of id: NodeID) -> String {
    ([id] + ancestors(of: id)).prefix { !self[$0].kind.isDocument }.reversed()
      .compactMap { self[$0].numbering?.printed }.joined()
  }

  /// The issue as a heading has it: 吉林省人民政府公报 2021年第11期.
  public var fullName: String {
    guard let title = identity.title else { return identity.id }
    guard let year = identity.year, let number = identity.number else { return title }
    return "\(title) \(year)年第\(number)期"
  }
}
