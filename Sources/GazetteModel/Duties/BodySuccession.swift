/// A body whose duties another one took over in a reform of departments (机构改革), as a line of
/// Content/bodies.txt says it: `former, other name > successor # 2018 [1]`.
struct BodySuccession: Sendable {
  let former: [String]
  let successor: String
  /// The year of the reform.
  let year: Int
  let source: String
  /// The levels that names stand behind; none where the names are whole.
  let levels: [String]

  /// Reads a line; nil where it is none.
  init?(_ line: String, levels: [String]) {
    let parts = line.split(separator: "#", maxSplits: 1).map { Self.trimmed($0) }
    guard parts.count == 2 else { return nil }
    let names = parts[0].split(separator: ">").map { Self.trimmed($0) }
    let words = parts[1].split(separator: " ")
    guard names.count == 2, let year = words.first.flatMap({ Int($0) }) else { return nil }
    former = names[0].split(separator: ",").map { Self.trimmed($0) }
    successor = names[1]
    self.year = year
    source = words.dropFirst().joined(separator: " ")
    self.levels = levels
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  /// What stands before a name in the names of one government: 省 of 省自然资源厅; nil where the name
  /// is another.
  private func prefix(of name: String, ending: String) -> String? {
    guard name.hasSuffix(ending) else { return nil }
    let prefix = String(name.dropLast(ending.count))
    return levels.isEmpty
      ? (prefix.isEmpty ? "" : nil) : (levels.contains { prefix.hasSuffix($0) } ? prefix : nil)
  }

  /// The names of those whose duties the body of that name took over.
  func formerNames(of name: String) -> [String] {
    prefix(of: name, ending: successor).map { prefix in former.map { prefix + $0 } } ?? []
  }

  /// The name of the body that took over the duties of another.
  func successorName(of name: String) -> String? {
    for ending in former {
      if let prefix = prefix(of: name, ending: ending) { return prefix + successor }
    }
    return nil
  }
}

extension BodyRegister {
  /// A body that another one took the duties over from, or that took over its own.
  public struct Relative: Sendable, Equatable {
    /// The canonical name.
    public let name: String
    /// The year of the reform.
    public let year: Int
    /// Where the fact is from.
    public let source: String
  }

  /// The bodies whose duties the one of that name took over, those of their forerunners too.
  public func predecessors(of name: String) -> [Relative] {
    var found: [Relative] = []
    var waiting = [name]
    while let next = waiting.popLast() {
      for succession in successions {
        for former in succession.formerNames(of: next) {
          let canonical = body(named: former).name
          guard canonical != name, !found.contains(where: { $0.name == canonical }) else {
            continue
          }
          found.append(
            Relative(name: canonical, year: succession.year, source: succession.source))
          waiting.append(canonical)
        }
      }
    }
    return found
  }

  /// The bodies that took over the duties of the one of that name.
  public func successors(of name: String) -> [Relative] {
    successions.compactMap { succession in
      succession.successorName(of: name).map {
        Relative(name: body(named: $0).name, year: succession.year, source: succession.source)
      }
    }
  }
}
