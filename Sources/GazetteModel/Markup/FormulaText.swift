import GazetteText

/// The text that a small formula of LaTeX stands for, as recognition engines write units and
/// chemical names: `\mathrm{PM}_{2.5}` → PM₂.₅, `30\,\mu\mathrm{g/m^{3}}` → 30μg/m³.
struct FormulaText {
  /// The longest formula that is read, in scalars.
  static let longest = 400

  /// What is done with a group when it is closed.
  private enum Handling: Equatable {
    case keep, text, subscripted, superscripted, circled, numerator, denominator, root
  }

  /// An open group: where it begins in `output`.
  private struct Group {
    let start: Int
    let handling: Handling
  }

  private let input: ArraySlice<Unicode.Scalar>
  private var output: [Unicode.Scalar] = []
  private var groups: [Group] = []
  /// What is to be done with the next character or group.
  private var pending = Handling.keep

  /// The text of a formula without the signs around it; nil where it says more than text can.
  static func text(of formula: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar]? {
    guard formula.count <= longest else { return nil }
    var reader = FormulaText(input: formula)
    guard reader.read(), !reader.output.isEmpty else { return nil }
    return reader.output.replacingDegrees
  }

  private init(input: ArraySlice<Unicode.Scalar>) {
    self.input = input
  }

  private mutating func read() -> Bool {
    var index = input.startIndex
    while index < input.endIndex {
      let scalar = input[index]
      index += 1
      switch scalar {
      case "\\":
        guard let end = readCommand(from: index) else { return false }
        index = end
      case "{":
        groups.append(Group(start: output.count, handling: pending))
        pending = .keep
      case "}":
        guard let group = groups.popLast(), close(group) else { return false }
      case "_": pending = .subscripted
      case "^": pending = .superscripted
      case "&", "#": return false
      case "~": break
      default:
        let isText = groups.last?.handling == .text
        if scalar.isAnySpace, !isText { continue }
        if scalar.isHan, !isText { return false }
        guard put(scalar) else { return false }
      }
    }
    return groups.isEmpty && pending == .keep
  }

  /// Adds a character, raised or lowered if that is what stands before it.
  private mutating func put(_ scalar: Unicode.Scalar) -> Bool {
    let start = output.count
    output.append(scalar)
    guard pending != .keep, pending != .text else { return true }
    let handling = pending
    pending = .keep
    return close(Group(start: start, handling: handling))
  }

  private mutating func close(_ group: Group) -> Bool {
    switch group.handling {
    case .keep, .text: return true
    case .subscripted: return shift(from: group.start, .subscripted)
    case .superscripted: return shift(from: group.start, .superscripted)
    case .circled:
      guard let (number, end) = ChineseNumeral.readArabic(output, at: group.start),
        end == output.count, (1...20).contains(number),
        let circled = Unicode.Scalar(UInt32(0x245F + number))
      else { return false }
      output.replaceSubrange(group.start..., with: [circled])
    case .numerator:
      bracket(from: group.start)
      output.append("/")
      pending = .denominator
    case .denominator: bracket(from: group.start)
    case .root:
      bracket(from: group.start)
      output.insert("√", at: group.start)
    }
    return true
  }

  private mutating func shift(from start: Int, _ shift: ShiftedCharacters.Shift) -> Bool {
    for index in start..<output.count {
      guard let shifted = ShiftedCharacters.shifted(output[index], shift) else { return false }
      output[index] = shifted
    }
    return true
  }

  /// Sets brackets around what is more than a number or a name.
  private mutating func bracket(from start: Int) {
    let isSimple = output[start...].allSatisfy {
      $0.isDigit || $0.isLatinLetter || $0.isHan || $0 == "."
    }
    if isSimple { return }
    output.insert("(", at: start)
    output.append(")")
  }

  /// Reads what stands behind a backslash; returns where it ends, nil where it is unknown.
  private mutating func readCommand(from start: Int) -> Int? {
    guard start < input.endIndex else { return nil }
    guard input[start].isLatinLetter else {
      switch input[start] {
      case ",", ";", ":", "!", " ", "/": return start + 1
      case "%", "&", "#", "_", "{", "}", "$": return put(input[start]) ? start + 1 : nil
      default: return nil
      }
    }
    var end = start
    while end < input.endIndex, input[end].isLatinLetter { end += 1 }
    let name = Array(input[start..<end])
    if let symbol = Self.symbols.whole(name) { return put(symbol) ? end : nil }
    guard let handling = Self.handlings.whole(name) else { return nil }
    // A font inside a raised group leaves it raised.
    if let handling { if pending == .keep { pending = handling } }
    return end
  }

  /// Commands that need a group; nil for those that only set space or fonts.
  private static let handlings = WordTable<Handling?>([
    ("text textrm textbf textit mbox textnormal textsf", .text),
    ("textcircled circled", .circled),
    ("frac dfrac tfrac", .numerator),
    ("sqrt", .root),
    (
      """
      mathrm mathbf mathsf mathit mathcal mathtt boldsymbol rm bf it operatorname displaystyle \
      textstyle scriptstyle left right big Big bigl bigr quad qquad thinspace enspace limits bm \
      mathop mathbin hspace cal pmb
      """, nil
    ),
  ])

  private static let symbols = WordTable<Unicode.Scalar>([
    ("times", "×"), ("cdot", "·"), ("div", "÷"), ("pm", "±"), ("geq ge geqslant", "≥"),
    ("leq le leqslant", "≤"), ("neq ne", "≠"), ("approx", "≈"), ("sim", "～"), ("equiv", "≡"),
    ("circ", "°"), ("degree", "°"), ("prime", "′"), ("infty", "∞"), ("sum", "∑"), ("prod", "∏"),
    ("rightarrow to longrightarrow", "→"), ("leftarrow", "←"), ("uparrow", "↑"),
    ("downarrow", "↓"), ("ldots dots cdots", "…"), ("lt", "<"), ("gt", ">"), ("ast", "*"),
    ("alpha", "α"), ("beta", "β"), ("gamma", "γ"), ("delta", "δ"), ("Delta", "Δ"),
    ("epsilon varepsilon", "ε"), ("eta", "η"), ("theta", "θ"), ("lambda", "λ"), ("mu", "μ"),
    ("pi", "π"), ("rho", "ρ"), ("sigma", "σ"), ("Sigma", "Σ"), ("tau", "τ"),
    ("phi varphi", "φ"), ("Phi", "Φ"), ("omega", "ω"), ("Omega", "Ω"), ("checkmark", "√"),
    ("square Box", "□"), ("bigstar star", "★"), ("triangle", "△"), ("bullet", "•"),
    ("langle", "〈"), ("rangle", "〉"), ("colon", ":"), ("textperthousand permil", "‰"),
    ("yen", "¥"), ("percent", "%"), ("cong", "≌"), ("parallel", "∥"), ("perp", "⊥"),
    ("bigcirc", "○"), ("backslash", "\\"), ("vert mid", "|"), ("in", "∈"), ("cap", "∩"),
    ("cup", "∪"),
  ])
}

extension WordTable {
  /// The meaning of a word that is exactly `text`.
  func whole(_ text: [Unicode.Scalar]) -> Value? {
    guard let found = prefix(of: text, in: text.indices), found.length == text.count else {
      return nil
    }
    return found.value
  }
}

extension [Unicode.Scalar] {
  /// ℃ for °C.
  fileprivate var replacingDegrees: [Unicode.Scalar] {
    guard contains("°") else { return self }
    var result: [Unicode.Scalar] = []
    for scalar in self {
      if scalar == "C", result.last == "°" {
        result[result.count - 1] = "℃"
      } else {
        result.append(scalar)
      }
    }
    return result
  }
}
