import Foundation
import Testing

/// What the commands print and how they end, on the shipped issue.
@Suite struct CommandLineTests {
  @Test func withoutATerminalTheOutlineIsPrinted() throws {
    let bare = try Program.run()
    #expect(bare.status == 0)
    #expect(bare.errors == "")
    #expect(bare.lines.first?.hasPrefix("吉林省人民政府公报 2021年第11期") == true)
    #expect(bare.output == (try Program.run("outline").output))
  }

  @Test func theOutlineNamesEveryDocument() throws {
    let lines = try Program.run("outline").lines
    for reference in ["cover", "contents", "1", "2", "3", "3.1", "3.2", "4", "5", "6"] {
      #expect(lines.contains { $0.hasPrefix(reference + " ") }, "\(reference)")
    }
    #expect(lines.contains { $0.contains("卷首语") || $0.contains("千方百计止减量") })
  }

  @Test(arguments: [("outlin", "outline"), ("departmets", "departments"), ("chekc", "check")])
  func aWordLikeACommandIsAnsweredWithTheCommand(typed: String, meant: String) throws {
    let run = try Program.run(typed, "--lang", "zh")
    #expect(run.status == 1)
    #expect(run.errors == "gazette: 没有这个文件或文件夹: \(typed): 是否要用命令 gazette \(meant)？\n")
  }

  @Test func theCommandMayStandBehindItsOptions() throws {
    let before = try Program.run("--lang", "en", "departments", "sthjt")
    #expect(before.status == 0)
    #expect(before.output == (try Program.run("departments", "sthjt", "--lang", "en").output))
  }

  @Test(
    arguments: [
      ("9", "文件有 1 至 6"), ("9/2", "文件有 1 至 6"), ("3.1/2.99", "3.1/2 下有 3.1/2.1 至 3.1/2.6"),
      ("3.1/2.3.99", "3.1/2.3 下有 3.1/2.3.10 至 3.1/2.3.14"),
    ])
  func aReferenceOutOfRangeSaysTheRange(reference: String, range: String) throws {
    for command in ["show", "read", "responsibilities"] {
      let run = try Program.run(command, reference, "--lang", "zh")
      #expect(run.status == 1)
      #expect(run.errors == "gazette: 没有这一条: \(reference): \(range)\n")
    }
  }

  @Test func showPrintsOneUnitWhole() throws {
    let run = try Program.run("show", "3.1/2.3.11")
    #expect(run.status == 0)
    #expect(run.text.contains("11.推进重点行业污染深度治理") || run.text.contains("11. 推进重点行业污染深度治理"))
    #expect(run.lines.first?.hasPrefix("3.1/2.3.11 › ") == true)
    #expect(run.output == (try Program.run("show", "2021-11:3.1/2.3.11").output))
  }

  @Test func theSourceOfAUnitIsItsPrintedLines() throws {
    let source = try String(
      contentsOfFile: Program.repository + "/Content/jilin-2021-11/issue.md", encoding: .utf8)
    let printed = source.components(separatedBy: "\n")
    let lines = try Program.run("show", "3", "--source").lines
    #expect(lines.count > 100)
    for line in lines {
      let parts = line.split(separator: ":", maxSplits: 1)
      let number = try #require(Int(parts[0].trimmingCharacters(in: .whitespaces)))
      #expect(parts[1].dropFirst() == printed[number - 1])
    }
  }

  @Test(arguments: ["99", "3.1/2.3.11x", "", "3.1/2.3.11 extra", "\u{1B}[31m"])
  func anUnknownReferenceIsOneLineAndStatusOne(reference: String) throws {
    let run = try Program.run("show", reference)
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("gazette: "))
    #expect(run.errors.filter { $0 == "\n" }.count == 1)
    #expect(!run.errors.contains("\u{1B}"))
  }

  @Test(arguments: [["show"], ["outline", "--nonsense"], ["--lang", "fr"], ["check", "extra"]])
  func wrongUsageIsStatus64(arguments: [String]) throws {
    let words = arguments.map { "'\($0)'" }.joined(separator: " ")
    let run = try Program.shell("\"$GAZETTE\" \(words)")
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("gazette"))
  }

  @Test func helpVersionAndCompletionsAreThere() throws {
    #expect(try Program.run("--version").text.split(separator: ".").count == 3)
    let help = try Program.run("--help")
    #expect(help.status == 0)
    for command in ["outline", "show", "check"] { #expect(help.text.contains(command)) }
    for shell in ["bash", "zsh", "fish"] {
      let run = try Program.run("--generate-completion-script", shell)
      #expect(run.status == 0)
      #expect(run.text.contains("outline"))
    }
  }

  @Test(arguments: ["outline --json", "show 3 --source", "check", ""])
  func aReaderThatGoesAwayEndsTheProgramQuietly(command: String) throws {
    let run = try Program.shell(
      "set -o pipefail; \"$GAZETTE\" \(command) | head -c 1 >/dev/null; echo ${PIPESTATUS[0]}")
    #expect(run.text == "0\n")
    #expect(run.errors == "")
  }

  @Test func aFullDiskIsReported() throws {
    let run = try Program.shell("\"$GAZETTE\" outline >/dev/full")
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix("gazette: 无法写出"))
  }

  @Test func theLanguageIsThatOfTheOptionThenOfTheLocale() throws {
    #expect(try Program.run("show", "99", locale: "zh_CN.UTF-8").errors.contains("没有"))
    #expect(try Program.run("show", "99", locale: "en_US.UTF-8").errors.contains("no such"))
    #expect(try Program.run("show", "99", locale: "C").errors.contains("没有"))
    #expect(try Program.run("show", "99", "--lang", "en").errors.contains("no such"))
    #expect(try Program.run("--lang", "en", "nowhere").errors.contains("no such"))
  }

  @Test func severalIssuesAreOutlinedWithTheirNames() throws {
    let folder = Program.repository + "/Content/jilin-2021-11"
    let run = try Program.run(folder, folder + "/issue.md")
    #expect(run.status == 0)
    #expect(run.lines.filter { $0.hasPrefix("吉林省人民政府公报") }.count == 2)
    #expect(run.lines.contains { $0.hasPrefix("2021-11:3.1/2.3.11 ") })
  }

  @Test func theBinaryAloneShowsTheShippedIssue() throws {
    let folder = try TemporaryFolder()
    let run = try Program.shell(
      "cd '\(folder.path)' && cp \"$GAZETTE\" copy && env -i ./copy show 4")
    #expect(run.status == 0)
    #expect(run.text.contains("辞职"))
  }

  @Test func strictChecksFailWhereSomethingIsDoubtful() throws {
    let check = try Program.run("check")
    #expect(check.status == 0)
    let strict = try Program.run("check", "--strict")
    #expect(strict.output == check.output)
    #expect(strict.status == (check.output.isEmpty ? 0 : 1))
  }
}
