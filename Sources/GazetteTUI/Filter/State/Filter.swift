import GazetteModel

/// A condition that one key turns on and off.
enum FilterToggle: String, Hashable, Sendable, CaseIterable {
  case lead, participate, target, deadline, money, correction

  var term: QueryTerm {
    switch self {
    case .lead: .role(.lead)
    case .participate: .role(.participate)
    case .target: .has(.target)
    case .deadline: .has(.deadline)
    case .money: .has(.money)
    case .correction: .has(.correction)
    }
  }

  /// The role that it asks for; nil where it asks for something else.
  var role: Role? {
    if case .role(let role) = term { return role }
    return nil
  }

  /// Its name in the row of toggles.
  var name: StringKey {
    switch self {
    case .lead: .toggleLead
    case .participate: .toggleParticipate
    case .target: .toggleTarget
    case .deadline: .toggleDeadline
    case .money: .toggleMoney
    case .correction: .toggleCorrection
    }
  }
}

/// What the reader filters by: everything kept, everything turned on, and what is being typed must
/// match.
struct Filter: Hashable, Sendable {
  /// The filters that stand as chips.
  var kept: [String] = [] { didSet { settle() } }
  /// What is turned on, in the order of the toggles.
  var toggles: [FilterToggle] = [] { didSet { settle() } }
  /// What stands in the filter line; nil while it is closed.
  var typed: String? { didSet { settle() } }
  /// All of it as one query.
  private(set) var query = Query.everything

  /// Whether a body is asked for, to which the roles that are turned on belong.
  private(set) var namesBody = false

  /// The longest row of chips.
  static let limit = 9

  /// Whether it leaves anything out.
  var isActive: Bool { !query.isEverything }

  /// Whether chips stand in their row.
  var hasChips: Bool { !kept.isEmpty }

  /// Turns a condition on, or off where it is on.
  mutating func flip(_ toggle: FilterToggle) {
    toggles = FilterToggle.allCases.filter { toggles.contains($0) != ($0 == toggle) }
  }

  private mutating func settle() {
    var written = Query.everything
    for text in kept { written = written.and(QueryParser.parse(text).query) }
    if let typed { written = written.and(QueryParser.parse(typed).query) }
    namesBody = written.namesBody
    var query = Query.everything
    // A role that is turned on is that of the body asked for.
    for role in toggles.compactMap(\.role) { query = query.and(written.bound(to: role)) }
    if query.isEverything { query = written }
    for toggle in toggles where toggle.role == nil { query = query.and(Query(toggle.term)) }
    self.query = query
  }
}

/// What the filter line remembers besides its text.
struct FilterLine: Hashable, Sendable {
  /// The completion that the arrows have selected; nil while none is.
  var completion: Int?
  var history: [String] = []
  /// The place in `history` that the line shows; nil while it shows what was typed.
  var shown: Int?
  /// What was typed before the history was looked through.
  var draft = ""
  /// Whether the line was to be kept and could not be: then it says what is wrong.
  var isRefused = false

  /// How many lines are remembered.
  static let historyLimit = 50

  /// Remembers a line that was kept, the latest last.
  mutating func remember(_ text: String) {
    history.removeAll { $0 == text }
    history.append(text)
    if history.count > Self.historyLimit { history.removeFirst() }
  }

  /// Forgets what belongs to one opening of the line.
  mutating func reset() {
    completion = nil
    shown = nil
    draft = ""
  }
}
