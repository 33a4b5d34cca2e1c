import Testing

@testable import GazetteTUI

/// When the program is locked down, and what is off then.
@Suite struct RestrictionTests {
  @Test(arguments: [
    (["gazette", "--restricted", "issue.md"], ["issue.md"], Restriction.option),
    (["gazette", "issue.md", "--restricted"], ["issue.md"], .option),
    (["gazette", "--restricted", "--restricted", "outline"], ["outline"], .option),
    (["gazette", "--restricted", "--no-restricted"], ["--no-restricted"], .option),
    (["-gazette"], [], .login),
    (["-gazette", "--restricted", "-c", "sh"], ["-c", "sh"], .login),
    (["-gazette", "/etc/passwd"], ["/etc/passwd"], .login),
    (["gazette", "issue.md"], ["issue.md"], .none),
    (["gazette", "--", "--restricted"], ["--", "--restricted"], .none),
    ([], [], .none),
  ])
  func theWordsThatStartItLockItDown(
    words: [String], arguments: [String], restriction: Restriction
  ) {
    let read = Restriction.read(words)
    #expect(read.arguments == arguments)
    #expect(read.restriction == restriction)
  }

  @Test func theLoginShellOfAUserIsTheLastFieldOfItsLine() {
    let accounts = Array(
      """
      root:x:0:0:root:/root:/bin/bash
      broken:x:7
      reader:x:997:997::/:/usr/local/bin/gazette
      second:x:997:997::/:/bin/sh
      nobody:x:65534:65534:nobody:/:
      """.utf8)
    #expect(LoginShell.shell(ofUser: 997, in: accounts) == "/usr/local/bin/gazette")
    #expect(LoginShell.shell(ofUser: 0, in: accounts) == "/bin/bash")
    #expect(LoginShell.shell(ofUser: 65534, in: accounts) == nil)
    #expect(LoginShell.shell(ofUser: 7, in: accounts) == nil)
    #expect(LoginShell.shell(ofUser: 99, in: accounts) == nil)
  }

  @Test func whoeverStartsItForAnAccountNamesNoFiles() {
    #expect(Restriction.login.refusedArgument(["outline"]) == "outline")
    #expect(Restriction.login.refusedArgument([]) == nil)
    #expect(Restriction.account.refusedArgument([]) == nil)
    #expect(Restriction.account.refusedArgument(["outline", "--json"]) == nil)
    for first in ["-c", "browse", "issue.md", "--review-db", "--linear"] {
      #expect(Restriction.account.refusedArgument([first, "outline"]) == first)
    }
    #expect(Restriction.option.refusedArgument(["-c", "sh"]) == "-c")
    #expect(Restriction.none.refusedArgument(["issue.md"]) == nil)
  }

  private func settings(store: String?) -> Settings {
    Settings(LaunchOptions(reviewDatabase: store, isRestricted: true))
  }

  @Test func withoutAStoreThereIsNeitherReviewNorEditorNorSuspending() {
    let settings = settings(store: nil)
    let left = CommandTable.commands.allowed(in: settings)
    #expect(!left.contains { $0.group == .review })
    #expect(!left.contains { [.suspend, .editOutside, .saveNote].contains($0.action) })
    #expect(left.contains { $0.id == "quit" })
    #expect(CommandTable.commands.allowed(in: Settings()).count == CommandTable.commands.count)
  }

  @Test func aNamedStoreIsReviewedAllTheSame() {
    let settings = settings(store: "review.sqlite")
    let left = CommandTable.commands.allowed(in: settings)
    #expect(left.contains { $0.action == .openNote })
    #expect(!left.contains { [.suspend, .editOutside].contains($0.action) })
  }

  @Test func keysThatAreOffSayWhyAndDoNothing() throws {
    var browser = try Browser()
    browser.state.settings = settings(store: nil)
    for key in ["E", "a", "x", "u", "5", "!"] {
      browser.type(key)
      #expect(browser.state.message == Message(.reviewIsOff), "\(key)")
    }
    browser.press(.control("z"))
    #expect(browser.state.message == Message(.suspendingIsOff))
    #expect(browser.effects.isEmpty)
    for _ in Tab.allCases {
      browser.type("t")
      #expect(browser.state.tab != .review)
    }
  }
}
