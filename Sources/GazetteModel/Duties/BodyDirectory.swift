import GazetteText

/// Finds bodies among those of an issue or of many by what people type (单位检索).
public struct BodyDirectory {
  /// The bodies to choose from.
  public let bodies: [Body]
  /// The pinyin initials of each; without them only names are looked up.
  public let initials: [String]
  private let register: BodyRegister
  /// The place of the body with a canonical name.
  private let place: (String) -> Int?

  /// Creates a directory of the bodies that an issue names.
  public init(
    _ bodies: [Body], initials: [String] = [], register: BodyRegister = .shipped,
    place: @escaping (String) -> Int?
  ) {
    self.bodies = bodies
    self.initials = initials
    self.register = register
    self.place = place
  }

  /// The place of the body with that name, alias or initials; nil where nothing fits, or several
  /// equally well.
  public func lookup(_ query: String) -> Int? { lookup(query, initials: initials) }

  private func lookup(_ query: String, initials: [String]) -> Int? {
    let name = BodyRegister.folded(query)
    guard !name.isEmpty else { return nil }
    if let place = place(register.body(named: name).name) ?? place(name) { return place }
    if let place = bodies.firstIndex(where: { $0.aliases.contains(name) }) { return place }
    if let province = name.firstIndex(of: "省"), province != name.startIndex,
      let place = lookup(String(name[province...]), initials: [])
    {
      return place
    }
    let wanted = query.lowercased().filter { !$0.isWhitespace }
    guard wanted.unicodeScalars.count > 1 else { return nil }
    if let place = initials.firstIndex(of: wanted) { return place }
    let parts = bodies.indices.filter { place in
      ([bodies[place].name] + bodies[place].aliases).contains { $0.contains(name) }
    }
    return shortest(parts) ?? shortest(initials.indices.filter { initials[$0].contains(wanted) })
  }

  /// The body with the shortest name, when no other is as short: of those whose names contain 生态环境
  /// the department, not the offices of leading groups.
  private func shortest(_ places: [Int]) -> Int? {
    func length(_ place: Int) -> Int { bodies[place].name.unicodeScalars.count }
    guard let least = places.map(length).min() else { return nil }
    let found = places.filter { length($0) == least }
    return found.count == 1 ? found[0] : nil
  }

  /// The places of the bodies whose names or initials are nearest to a query that finds none,
  /// nearest first.
  public func nearest(_ query: String, count: Int = 5) -> [Int] {
    let wanted = Array(BodyRegister.folded(query).lowercased().unicodeScalars.prefix(40))
    let scored = bodies.indices.map { place -> (place: Int, distance: Double) in
      var names = [bodies[place].name] + bodies[place].aliases
      if place < initials.count { names.append(initials[place]) }
      let distance = names.map { Self.difference(wanted, Array($0.unicodeScalars)) }.min() ?? 1
      return (place, distance)
    }
    return scored.filter { $0.distance < 1 }.sorted {
      ($0.distance, $0.place) < ($1.distance, $1.place)
    }
    .prefix(count).map(\.place)
  }

  /// How different two names are: edits per scalar of the longer, 0 for equal ones, 1 for wholly
  /// different.
  private static func difference(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Double {
    let longer = max(left.count, right.count)
    guard longer > 0 else { return 0 }
    var row = Array(0...right.count)
    for (i, scalar) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in right.enumerated() {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, diagonal + (scalar == other ? 0 : 1))
        diagonal = above
      }
    }
    return Double(row[right.count]) / Double(longer)
  }
}
