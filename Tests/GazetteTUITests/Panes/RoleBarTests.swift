import GazetteModel
import TerminalKit
import Testing

@testable import GazetteTUI

@Suite struct RoleBarTests {
  @Test func theBarShowsEveryRoleAndGrowsWithTheCount() throws {
    var browser = try Browser(Size(columns: 120, rows: 40))
    browser.index()
    let index = try #require(browser.state.indexes?[0]).departments
    let most = index.departments.map(\.counts.clauses).max() ?? 0
    for department in index.departments {
      let bar = RoleBar.text(department.counts, most: most)
      #expect(bar.count <= RoleBar.columns)
      #expect(bar.isEmpty == (department.counts.clauses == 0), "\(department.body.name)")
      let roles = Role.allCases.filter { department.counts[$0] > 0 }
      if roles.count <= bar.count {
        for role in roles { #expect(bar.contains(RoleBar.mark(of: role))) }
      }
    }
  }
}
