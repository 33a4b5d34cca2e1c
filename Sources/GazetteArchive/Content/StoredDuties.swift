import GazetteModel
import GazetteText

/// The bodies of an issue and what they are responsible for (责任). Names are numbers of the whole
/// archive's list of names.
struct StoredDuties {
  /// A body with what is counted of it.
  struct Department {
    let name: Int
    let aliases: [Int]
    let counts: DepartmentIndex.Counts
  }

  /// Writes the bodies with their counts; they are read apart from all else.
  static func writeBodies(_ index: DepartmentIndex, _ number: (String) throws -> Int) rethrows
    -> [UInt8]
  {
    var writer = PartWriter()
    writer.add(index.departments.count)
    for department in index.departments {
      writer.add(try number(department.body.name))
      writer.add(department.body.aliases.count)
      for alias in department.body.aliases { writer.add(try number(alias)) }
      writer.add(department.counts.clauses)
      writer.add(department.counts.inheritedClauses)
      for count in department.counts.byRole { writer.add(count) }
    }
    return writer.bytes
  }

  static func readBodies(_ bytes: [UInt8]) throws(PartReader.Damage) -> [Department] {
    var reader = PartReader(bytes)
    var result: [Department] = []
    for _ in 0..<(try reader.count(atMost: bytes.count)) {
      let name = try reader.number()
      var aliases: [Int] = []
      for _ in 0..<(try reader.count(atMost: bytes.count)) { aliases.append(try reader.number()) }
      var counts = DepartmentIndex.Counts()
      counts.clauses = try reader.number()
      counts.inheritedClauses = try reader.number()
      for rank in counts.byRole.indices { counts.byRole[rank] = try reader.number() }
      result.append(Department(name: name, aliases: aliases, counts: counts))
    }
    return result
  }

  /// Writes the responsibilities in order of print.
  static func write(
    _ index: DepartmentIndex, _ number: (String) throws -> Int
  ) rethrows -> [UInt8] {
    var writer = PartWriter()
    var places: [Int: Int] = [:]
    var last = 0
    writer.add(index.responsibilities.count)
    for responsibility in index.responsibilities {
      writer.add(signed: responsibility.node.index - last)
      last = responsibility.node.index
      writer.add(
        (responsibility.isInherited ? 1 : 0) | (responsibility.range == nil ? 0 : 2)
          | (responsibility.row == nil ? 0 : 4))
      if let range = responsibility.range {
        writer.add(responsibility.paragraph)
        writer.add(range.start)
        writer.add(range.count)
      }
      writer.add(responsibility.groups.count)
      for group in responsibility.groups {
        writer.add(group.role.rank)
        writer.add(group.bodies.count)
        for mention in group.bodies {
          // The bodies are numbered as they come, which is how departments are.
          let place = places[mention.body] ?? places.count
          places[mention.body] = place
          writer.add(place << 1 | (mention.printed == mention.name ? 0 : 1))
          if mention.printed != mention.name { writer.add(try number(mention.printed)) }
        }
      }
    }
    return writer.bytes
  }

  /// A responsibility as it is kept.
  struct Entry {
    let node: Int
    let isInherited: Bool
    let hasRow: Bool
    let paragraph: Int
    let range: ScalarRange?
    /// Of each group the role and its bodies, with the name that is printed where it is another.
    let groups: [(role: Role, bodies: [(place: Int, printed: Int?)])]
  }

  /// Calls `found` with each responsibility of an issue of `count` nodes.
  static func read(
    _ bytes: [UInt8], count: Int, _ found: (Entry) -> Void
  ) throws(PartReader.Damage) {
    var reader = PartReader(bytes)
    var node = 0
    for _ in 0..<(try reader.count(atMost: bytes.count)) {
      node += try reader.signed()
      let flags = try reader.number()
      var (paragraph, range) = (0, ScalarRange?.none)
      if flags & 2 != 0 {
        paragraph = try reader.number()
        let start = try reader.number()
        range = ScalarRange(start, start + (try reader.number()))
      }
      var groups: [(Role, [(Int, Int?)])] = []
      for _ in 0..<(try reader.count(atMost: bytes.count)) {
        let rank = try reader.count(atMost: Role.allCases.count - 1)
        var bodies: [(Int, Int?)] = []
        for _ in 0..<(try reader.count(atMost: bytes.count)) {
          let code = try reader.number()
          bodies.append((code >> 1, code & 1 != 0 ? try reader.number() : nil))
        }
        groups.append((Role.allCases[rank], bodies))
      }
      guard node >= 0, node < count else { throw PartReader.Damage() }
      found(
        Entry(
          node: node, isInherited: flags & 1 != 0, hasRow: flags & 4 != 0, paragraph: paragraph,
          range: range, groups: groups))
    }
  }
}
