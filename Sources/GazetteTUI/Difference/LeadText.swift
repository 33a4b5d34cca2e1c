import GazetteDifference
import GazetteText

/// Who gained and lost a lead, as text for people: a line for each body, its units below it.
struct LeadText {
  let changes: LeadChanges
  let language: Language

  /// The heading of the list.
  static let heading = Phrase("牵头变动", "Leads gained and lost")
  private static let nothing = Phrase("牵头单位没有变动", "the same bodies lead")

  /// - Parameter isAlone: Whether nothing stands before it, so that it says when there is nothing.
  func write(to output: inout TextOutput, isAlone: Bool) {
    if changes.balances.isEmpty {
      if isAlone { output.writeLine(Self.nothing[language]) }
      return
    }
    if !isAlone {
      output.writeLine("")
      output.writeLine(Self.heading[language])
    }
    for balance in changes.balances {
      output.writeLine("")
      output.writeLine("\(balance.name)  \(Self.count(of: balance))")
      for (sign, clauses) in [("+", balance.gained), ("-", balance.lost)] {
        for clause in clauses {
          output.writeParagraph(
            "\(sign) \(Self.place(of: clause))  \(clause.title)", indent: 2, hanging: 4)
        }
      }
    }
  }

  /// How many units a body gained and lost: `+2 -1`.
  static func count(of balance: LeadChanges.Balance) -> String {
    let counts = [("+", balance.gained.count), ("-", balance.lost.count)]
    return counts.filter { $0.1 > 0 }.map { $0.0 + String($0.1) }.joined(separator: " ")
  }

  /// Where a unit stands in both texts: `3.1/2 → 3.1/3`.
  static func place(of clause: LeadChanges.Clause) -> String {
    place([clause.old?.reference, clause.new?.reference].compactMap(\.self))
  }

  /// The same below a bar that names the issues.
  static func shortPlace(of clause: LeadChanges.Clause) -> String {
    let places = [clause.old?.reference, clause.new?.reference].compactMap(\.self)
    return place(places.map { $0.split(separator: ":").last.map(String.init) ?? $0 })
  }

  private static func place(_ places: [String]) -> String {
    places.first == places.last ? places.prefix(1).joined() : places.joined(separator: " → ")
  }
}
