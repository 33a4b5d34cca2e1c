import Foundation
import Testing

/// One number for one question, whichever command is asked, and the jobs of the browser as scripts.
@Suite struct OneNumberTests {
  private func references(_ values: Any?, _ isMeant: ([String: Any]) -> Bool = { _ in true })
    -> Set<String>
  {
    Set(((values as? [[String: Any]]) ?? []).filter(isMeant).compactMap { $0["ref"] as? String })
  }

  @Test(arguments: ["省生态环境厅", "省农业农村厅", "长春市政府", "各相关部门"], ["lead", "participate", "any"])
  func clausesOfABodyAreAsManyInEveryCommand(body: String, role: String) throws {
    let departments = try Program.run("departments", "--json").json() as? [[String: Any]]
    let own = try #require(departments?.first { $0["name"] as? String == body })
    let counts = try #require(own["counts"] as? [String: Int])
    let wanted = try #require(counts[role == "any" ? "clauses" : role])

    let query = role == "any" ? "@\"\(body)\"" : "\(role)@\"\(body)\""
    let found = try Program.run("find", query, "--json").json() as? [String: Any]
    #expect(references(found?["matches"]).count == wanted, "find \(query)")

    let worklist = try Program.run("worklist", body, "--json").json()
    let tasks = references(worklist) { task in
      task["inherited"] as? Bool == false && (role == "any" || task["role"] as? String == role)
    }
    #expect(tasks.count == wanted, "worklist")

    let all = try Program.run("responsibilities", "--json").json()
    let named = references(all) { entry in
      guard entry["inheritedFrom"] is NSNull else { return false }
      let groups = entry["groups"] as? [[String: Any]] ?? []
      return groups.contains { group in
        let bodies = group["bodies"] as? [[String: Any]] ?? []
        return (role == "any" || group["role"] as? String == role)
          && bodies.contains { $0["name"] as? String == body }
      }
    }
    #expect(named.count == wanted, "responsibilities")

    // The browser: the list, the filter and the matrix.
    guard role == "any" else { return }
    let folder = try TemporaryFolder()
    let script = try folder.file(
      "script",
      """
      size 200x50
      type 2
      keys /
      type \(body)
      keys <Enter>
      screen list
      keys <Esc> f
      type @"\(body)"
      keys <Enter>
      expect \(wanted) 处
      keys 3
      keys gg
      screen matrix
      """)
    let run = try Program.run("--script", script, "--lang", "zh")
    #expect(run.status == 0, "\(run.errors)")
    let rows = run.lines.filter { $0.contains(body) }.map { $0.split(separator: " ") }
    #expect(
      rows.contains { $0.contains { $0 == "\(wanted)" || $0.hasSuffix("/\(wanted)") } },
      "the matrix: \(rows)")
  }

  /// Two keys to the worklist, one to write it; a second run keeps the first file.
  @Test func anOfficialWritesTheWorklistWithOneKey() throws {
    let folder = try TemporaryFolder()
    let script = try folder.file(
      "script", "keys 2\nkeys @\nexpect 按期限\nkeys <C-s>\nexpect 已写入当前文件夹\n")
    for name in ["2021-11-省生态环境厅.csv", "2021-11-省生态环境厅-2.csv"] {
      let run = try Program.run("--script", script, "--lang", "zh", in: folder.path)
      #expect(run.status == 0, "\(run.text)\(run.errors)")
      let text = try String(contentsOfFile: folder.path + "/" + name, encoding: .utf8)
      #expect(text.contains("引用,标题,职责") && text.contains("牵头"))
    }
  }
}
