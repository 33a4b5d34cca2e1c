import GazetteModel
import GazetteText

/// The bodies of an issue and what they are responsible for (责任). Names are numbers of the whole
/// archive's list of names.
struct StoredDuties {
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
}

extension StoredDuties {
  /// The bodies of an issue with what is counted of each, in few runs of memory.
  struct Bodies {
    /// A body.
    struct Entry {
      /// Its canonical name.
      let name: Int
      /// Its other names, by their places in `aliases`.
      let aliases: Range<Int>
      let clauses: Int
      let inheritedClauses: Int
      /// How many clauses name it in each role, by their places in `roles`.
      let roles: Range<Int>
    }

    private(set) var entries: [Entry] = []
    private(set) var aliases: [Int] = []
    private(set) var roles: [Int] = []

    init(_ bytes: [UInt8]) throws(PartReader.Damage) {
      var reader = PartReader(bytes)
      let ranks = Role.allCases.count
      let count = try reader.count(atMost: bytes.count)
      entries.reserveCapacity(count)
      roles.reserveCapacity(count * ranks)
      for _ in 0..<count {
        let name = try reader.number()
        let first = aliases.count
        for _ in 0..<(try reader.count(atMost: bytes.count)) { aliases.append(try reader.number()) }
        let (clauses, inherited) = (try reader.number(), try reader.number())
        for _ in 0..<ranks { roles.append(try reader.number()) }
        entries.append(
          Entry(
            name: name, aliases: first..<aliases.count, clauses: clauses,
            inheritedClauses: inherited, roles: roles.count - ranks..<roles.count))
      }
    }

    /// Whether one of the names of a body is wanted.
    func has(_ entry: Entry, in wanted: [Bool]) -> Bool {
      func isWanted(_ name: Int) -> Bool { wanted.indices.contains(name) && wanted[name] }
      return isWanted(entry.name) || aliases[entry.aliases].contains(where: isWanted)
    }
  }

  /// The responsibilities of an issue in order of print, in few runs of memory.
  struct Duties {
    /// A responsibility.
    struct Entry {
      let node: Int
      let isInherited: Bool
      let hasRow: Bool
      let paragraph: Int
      let range: ScalarRange?
      /// By their places in `groups`.
      let groups: Range<Int>
    }

    /// Bodies in one role.
    struct Group {
      let role: Role
      /// By their places in `mentions`.
      let mentions: Range<Int>
    }

    /// A body, with the name that is printed where it is another.
    struct Mention {
      let place: Int
      let printed: Int?
    }

    private(set) var entries: [Entry] = []
    private(set) var groups: [Group] = []
    private(set) var mentions: [Mention] = []

    init() {}

    /// Reads the responsibilities of an issue of `count` nodes.
    init(_ bytes: [UInt8], count: Int) throws(PartReader.Damage) {
      var reader = PartReader(bytes)
      let roles = Role.allCases
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
        let first = groups.count
        for _ in 0..<(try reader.count(atMost: bytes.count)) {
          let rank = try reader.count(atMost: roles.count - 1)
          let firstMention = mentions.count
          for _ in 0..<(try reader.count(atMost: bytes.count)) {
            let code = try reader.number()
            mentions.append(
              Mention(place: code >> 1, printed: code & 1 != 0 ? try reader.number() : nil))
          }
          groups.append(Group(role: roles[rank], mentions: firstMention..<mentions.count))
        }
        guard node >= 0, node < count else { throw PartReader.Damage() }
        entries.append(
          Entry(
            node: node, isInherited: flags & 1 != 0, hasRow: flags & 4 != 0, paragraph: paragraph,
            range: range, groups: first..<groups.count))
      }
    }

    /// Whether a responsibility names one of some bodies; with a role, in that one.
    func names(_ entry: Entry, _ wanted: Set<Int>, _ relation: BodyRelation) -> Bool {
      groups[entry.groups].contains { group in
        if case .role(let role) = relation, group.role != role { return false }
        return mentions[group.mentions].contains { wanted.contains($0.place) }
      }
    }
  }
}
