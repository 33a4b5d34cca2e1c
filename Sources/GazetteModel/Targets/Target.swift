import GazetteText

/// A quantity or a deadline that the text sets (指标、期限).
///
/// Listed is every number with a unit, whether it is to be reached (优良天数比率达到90%以上), counted
/// (5家钢铁企业, comparator `none`) or a threshold (35蒸吨以下燃煤锅炉), since only a reader can tell these
/// apart for certain. Not listed are numbers that name something: numbering, document numbers,
/// plain dates, 第11期, 5G, IPv6 and what stands in short quotation marks.
public struct Target: Sendable, Equatable {
  /// What the stretch sets.
  public enum Kind: String, Sendable, CaseIterable {
    case quantity, money, deadline, period
  }

  /// How the value is meant.
  public enum Comparator: String, Sendable, CaseIterable {
    /// 以上, 不低于, 至少, 达到, 力争
    case atLeast
    /// 以下, 以内, 不超过, 最高, 控制在
    case atMost
    /// 左右, 约, 接近
    case about
    /// 为, 保持在
    case exactly
    /// 超过, 突破, 余
    case moreThan
    /// 低于, 不足
    case lessThan
    /// 增长, 提高: the value is the change
    case increase
    /// 下降, 减少: the value is the change
    case decrease
    /// The text only counts.
    case none
  }

  /// The node it stands in.
  public let node: NodeID
  /// Which of the node's texts.
  public let place: TextPlace
  /// The stretch of that text.
  public let range: ScalarRange
  /// Exactly that stretch.
  public let text: String
  /// Whether it is a quantity, money, a deadline or a period.
  public let kind: Kind
  /// In `unit`, with 万 and 亿 folded in; nil for deadlines.
  public let value: Double?
  /// The upper end of a range such as 3—10万元.
  public let upper: Double?
  /// `%`, 元, 人次, 微克/立方米; empty for deadlines and fractions.
  public let unit: String
  /// How the value is meant: at least, at most, about and the like.
  public let comparator: Comparator
  /// What the quantity speaks of; the heading where the sentence does not say.
  public let subject: String
  /// The last day; nil when the text sets none or a relative one such as 年内.
  public let deadline: CalendarDate?

  package init(
    node: NodeID, place: TextPlace, range: ScalarRange, text: String, kind: Kind, value: Double?,
    upper: Double?, unit: String, comparator: Comparator, subject: String, deadline: CalendarDate?
  ) {
    self.node = node
    self.place = place
    self.range = range
    self.text = text
    self.kind = kind
    self.value = value
    self.upper = upper
    self.unit = unit
    self.comparator = comparator
    self.subject = subject
    self.deadline = deadline
  }
}

/// The targets of an issue by node.
public struct TargetIndex: Sendable {
  /// Every target, in order of print.
  public let targets: [Target]
  /// For each node index, where its targets begin in `targets`; one entry more than there are
  /// nodes.
  private let starts: [Int]

  /// Works out the targets of an issue.
  public init(_ issue: Issue) {
    var targets: [Target] = []
    var starts: [Int] = []
    starts.reserveCapacity(issue.nodes.count + 1)
    var years: [Int: Int] = [:]
    for node in issue.nodes {
      starts.append(targets.count)
      // A parent comes before its children, so its year is known.
      let year =
        node.head?.signedOn?.year ?? node.parent.flatMap { years[$0.index] }
        ?? issue.identity.year
      years[node.id.index] = year
      guard node.kind != .cover, node.kind != .contents else { continue }
      if node.tables.isEmpty {
        for (index, paragraph) in node.paragraphs.enumerated() {
          targets += TargetParser(
            node: node.id, place: .paragraph(index), text: paragraph.scalars, title: node.title,
            documentYear: year
          ).targets()
        }
      } else {
        targets += CellTargets.targets(of: node, documentYear: year)
      }
    }
    starts.append(targets.count)
    self.targets = targets
    self.starts = starts
  }

  /// Takes targets in order of print, of an issue of so many nodes.
  package init(_ targets: [Target], nodes: Int) {
    self.targets = targets
    starts = (0...nodes).map { node in targets.firstIndex { $0.node.index >= node } ?? targets.count
    }
  }

  /// The targets that a node's own text sets.
  public func targets(of id: NodeID) -> ArraySlice<Target> {
    targets[starts[id.index]..<starts[id.index + 1]]
  }
}
