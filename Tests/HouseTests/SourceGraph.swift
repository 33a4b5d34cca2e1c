import Foundation

/// Who names whom among the Swift sources: the arrows that imports do not show.
///
/// A room is a folder of a module, one inside of another a room of its own. Within a module Swift has no imports, so an arrow is read from
/// the code: a file that mentions a type of another room has an arrow to it.
struct SourceGraph: Sendable {
  /// A source file.
  struct File: Sendable {
    /// The path below `Sources`: `GazetteModel/Lines/PrintedLine.swift`.
    let path: String
    /// Without comments and literals.
    let code: String
    /// The lines, as they stand.
    let lineCount: Int

    var module: String { String(path.prefix { $0 != "/" }) }
    var name: String { (path as NSString).lastPathComponent }
    /// The module and the folder in it: `GazetteModel/Lines`.
    var room: String { path.split(separator: "/").dropLast().joined("/") }
    /// The modules that it imports.
    var imports: Set<String> {
      Set(code.matches(of: /(?m)^(?:@testable )?import (\w+)$/).map { String($0.1) })
    }
  }

  /// A mention of a type of one room in another.
  struct Arrow: Sendable {
    let from: File
    let to: File
    let type: String
  }

  let files: [File]
  let arrows: [Arrow]
  /// Names in a file that are also those of a type in a module above its own, which it cannot mean.
  let namesakesFromAbove: [Arrow]

  /// Reads all sources below a folder.
  init(below root: URL) throws {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    files = try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
      let text = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
      return File(
        path: path, code: Self.code(of: text),
        lineCount: text.split(separator: "\n", omittingEmptySubsequences: false).count - 1)
    }
    let homes = Self.homes(of: files)
    arrows = Self.arrows(among: files, homes)
    namesakesFromAbove = Self.namesakes(among: files, homes)
  }

  /// The arrows between rooms, each with what it was seen by first.
  func arrows(where isWanted: (Arrow) -> Bool) -> [Arrow] {
    arrows.filter { $0.from.room != $0.to.room && isWanted($0) }
  }

  /// The circles between rooms: lists of rooms each of which can be reached from each other.
  func circles() -> [[String]] {
    var next: [String: Set<String>] = [:]
    for arrow in arrows(where: { _ in true }) {
      next[arrow.from.room, default: []].insert(arrow.to.room)
    }
    let reach = Dictionary(uniqueKeysWithValues: next.keys.map { ($0, reached(from: $0, next)) })
    var circles = Set<[String]>()
    for (room, reached) in reach where reached.contains(room) {
      circles.insert(reached.filter { reach[$0]?.contains(room) == true }.sorted())
    }
    return circles.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private func reached(from room: String, _ next: [String: Set<String>]) -> Set<String> {
    var reached = Set<String>()
    var pending = Array(next[room] ?? [])
    while let room = pending.popLast() {
      if reached.insert(room).inserted { pending += next[room] ?? [] }
    }
    return reached
  }
}

// MARK: - Reading

extension SourceGraph {
  private static func code(of text: String) -> String {
    text.replacing(/"""(?s:.*?)"""/, with: "")
      .replacing(/\/\/[^\n]*|"(?:\\.|[^"\\\n])*"/, with: "")
  }

  /// The names of the types that a file declares: at its outermost level, and inside of others.
  private static func declarations(in code: String) -> (outer: Set<String>, inner: Set<String>) {
    let declaration =
      /(?m)^( *)((?:\w+ )*)(?:struct|enum|class|actor|protocol|typealias) ([A-Z]\w*)/
    var outer = Set<String>()
    var inner = Set<String>()
    for match in code.matches(of: declaration) {
      let isOuter = match.1.isEmpty && !match.2.contains("private")
      if isOuter { outer.insert(String(match.3)) } else { inner.insert(String(match.3)) }
    }
    return (outer, inner)
  }

  /// The files that declare a name at their outermost level.
  private static func homes(of files: [File]) -> [String: [File]] {
    var homes: [String: [File]] = [:]
    for file in files {
      for name in declarations(in: file.code).outer { homes[name, default: []].append(file) }
    }
    return homes
  }

  private static func namesakes(among files: [File], _ homes: [String: [File]]) -> [Arrow] {
    var above: [String: Set<String>] = [:]
    for file in files {
      for module in file.imports { above[module, default: []].insert(file.module) }
    }
    var result: [Arrow] = []
    for file in files {
      let higher = above[file.module] ?? []
      for name in mentions(in: file.code, evenInner: true) {
        let seen = homes[name] ?? []
        guard seen.count == 1, higher.contains(seen[0].module) else { continue }
        result.append(Arrow(from: file, to: seen[0], type: name))
      }
    }
    return result
  }

  private static func arrows(among files: [File], _ homes: [String: [File]]) -> [Arrow] {
    var arrows: [Arrow] = []
    for file in files {
      let inner = declarations(in: file.code).inner
      let visible = file.imports.union([file.module])
      for name in mentions(in: file.code) where !inner.contains(name) {
        // A name of two homes is that of the nearer one, which is no news.
        let seen = (homes[name] ?? []).filter { visible.contains($0.module) }
        guard seen.count == 1, seen[0].path != file.path else { continue }
        arrows.append(Arrow(from: file, to: seen[0], type: name))
      }
    }
    return arrows
  }

  /// The names with a capital that do not stand behind a point, as those of inner types do.
  ///
  /// - Parameter evenInner: Those behind a point as well.
  private static func mentions(in code: String, evenInner: Bool = false) -> [String] {
    var names = Set<String>()
    var name: [UInt8] = []
    var before: UInt8 = 0
    var isInWord = false
    for byte in Array(code.utf8) + [0] {
      let isLetter =
        byte == 0x5F || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte) || byte >= 0x80
      if isLetter {
        if !isInWord, (0x41...0x5A).contains(byte), evenInner || before != UInt8(ascii: ".") {
          name = [byte]
        } else if !name.isEmpty {
          name.append(byte)
        }
        isInWord = true
      } else {
        if !name.isEmpty { names.insert(String(decoding: name, as: UTF8.self)) }
        name = []
        isInWord = false
        before = byte
      }
    }
    return names.sorted()
  }
}

extension Sequence<Substring> {
  fileprivate func joined(_ separator: String) -> String { joined(separator: separator) }
}
