/// What one phrase says, before names are resolved and rules applied.
struct Attribution {
  struct Group: Equatable {
    let role: Role
    let names: [Range<Int>]
    let andOthers: Bool
  }

  /// A statement that a body shares every task from here on: 以下任务均需各地政府负责落实，不再列出.
  struct Statement: Equatable {
    let role: Role
    let names: [Range<Int>]
    /// The stretch of the statement.
    var range: Range<Int>
    /// Whether it speaks of every task, that of its own clause too, and not only of what follows.
    let includesItself: Bool
  }

  /// A rule on how later lists are to be read.
  enum Rule {
    /// 列第一位者为牵头单位，下同
    case firstLeads
    /// 无牵头单位的，责任单位即为牵头单位，下同
    case responsibleLeads
  }

  var groups: [Group] = []
  var statement: Statement?
  var rule: Rule?
}
