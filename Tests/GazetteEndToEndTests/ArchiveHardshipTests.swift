import Foundation
import Testing

/// Folders and disks as they should not be: one clear line each, and the rest opens.
@Suite(.serialized) struct ArchiveHardshipTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/issues", withIntermediateDirectories: true)
    for number in 1...3 { _ = try folder.file("issues/\(number).md", Self.text(number)) }
  }

  private static func text(_ number: Int) -> String {
    "# 甲省人民政府公报\n\n2021年第\(number)期\n\n# 关于第\(number)件事的通知\n\n一、要求\n\n1. 推进第\(number)批黑土地保护。\n"
  }

  /// Runs a script in `issues` whose mounts nobody else sees.
  private func withDisk(_ options: String, _ script: String) throws -> Program.Result {
    try Program.shell(
      """
      mkdir -p '\(folder.path)/disk' && cd '\(folder.path)' && GAZETTE="$GAZETTE" unshare -mr sh -c '
      mount -t tmpfs -o \(options) tmpfs disk && { \(script); }'
      """)
  }

  /// Whether mounts of one's own can be made here.
  static let canMount =
    (try? Program.shell("unshare -mr mount -t tmpfs tmpfs /mnt").status) == 0

  @Test(.enabled(if: canMount)) func aFullDiskIsOneLineAndNothingIsLeftOnIt() throws {
    let run = try withDisk(
      "size=64k", "\"$GAZETTE\" archive build issues -o disk/index --lang en; echo $?; ls -A disk")
    #expect(run.text == "1\n", "\(run.text)")
    #expect(
      run.errors.split(separator: "\n").count == 1 && run.errors.contains("disk is full"),
      "\(run.errors)")
  }

  @Test(.enabled(if: canMount)) func aReadOnlyDiskIsOneLineAndWhatIsOnItIsRead() throws {
    let run = try withDisk(
      "size=4m",
      """
      "$GAZETTE" archive build issues -o disk/index >/dev/null; mount -o remount,ro disk
      echo >> issues/1.md; "$GAZETTE" archive build issues -o disk/index --lang en; echo $?
      "$GAZETTE" find 第2批黑土地 --issue disk/index
      """)
    let lines = run.text.split(separator: "\n")
    #expect(lines.first == "1" && lines.count == 2 && run.text.contains("第2批黑土地"), "\(run.text)")
    #expect(run.errors.split(separator: "\n").count == 1, "\(run.errors)")
  }

  @Test func whereNoIndexCanBeKeptTheIssuesOpenThemselves() throws {
    let session = try TerminalSession(
      "XDG_CACHE_HOME=/proc/nowhere \"$GAZETTE\" '\(folder.path)/issues'; echo \"状态 $?\"; read line",
      columns: 100, rows: 30)
    try session.waitFor("关于第3件事的通知", "第1件事的通知", "2021-01 甲省人民政府公报")
    try session.type("q")
    try session.waitFor("状态 0", "无法写入索引")
  }

  @Test func whatIsNoIssueOrCannotBeReadIsPassedOverOrALine() throws {
    let made = try Program.shell(
      """
      cd '\(folder.path)/issues' && seq 10000 | sed 's/$/.jpg/' | xargs touch && : > empty.md
      ln -s . loop; ln -s self.md self.md; ln -s nowhere gone.md; mkfifo pipe.md
      cp 1.md "$(printf '\\271\\253\\261\\250.md')"; sed -i s/2021/2020/ "$(printf '\\271\\253\\261\\250.md')"
      "$GAZETTE" archive build . -o ../index --lang en && "$GAZETTE" archive list ../index --lang en
      """)
    #expect(made.text.contains("4 issues"), "\(made.text)")
    #expect(made.text.contains("2020-01"))
    for name in ["empty.md", "self.md", "gone.md", "pipe.md"] {
      // Once when it is built and once when it is listed.
      let lines = made.errors.split(separator: "\n").filter { $0.contains(name) }
      #expect(lines.count == 2, "\(name): \(made.errors)")
    }
  }

  @Test func ofNothingNoIndexIsBegun() throws {
    let run = try Program.shell(
      """
      cd '\(folder.path)' && mkdir empty
      for place in empty nowhere; do
        "$GAZETTE" archive build $place -o index --lang en; echo $?
      done
      ls -A
      """)
    #expect(run.text.split(separator: "\n") == ["1", "1", "empty", "issues"], "\(run.text)")
    let lines = run.errors.split(separator: "\n")
    #expect(lines.count == 2, "\(run.errors)")
    #expect(lines[0].contains("empty") && lines[0].contains("no issue in the folder"))
    #expect(lines[1].contains("nowhere") && lines[1].contains("No such file"))
  }

  @Test func whatOneMayNotReadIsALineAndTheRestOpens() throws {
    // Nothing is closed to root.
    let run = try Program.shell(
      """
      cd '\(folder.path)' && mkdir -p issues/closed state && cp issues/1.md issues/closed/
      chmod 755 . issues && chmod 777 state && chmod 000 issues/closed issues/2.md
      [ "$(id -u)" != 0 ] || other='setpriv --reuid=65534 --regid=65534 --clear-groups'
      $other "$GAZETTE" archive build issues -o state/index --lang en; echo $?
      $other "$GAZETTE" archive list state/index --lang en | wc -l
      $other "$GAZETTE" archive build issues/closed -o state/other --lang en; echo $?
      chmod 755 issues/closed issues/2.md; ls -A state
      """)
    let lines = run.text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    // The first is where the index lies.
    #expect(
      lines.dropFirst() == [
        "2 issues: 3 files read now, 0 issues removed, 2 files unreadable", "0", "2", "1", "index",
      ], "\(run.text)")
    for name in ["issues/2.md", "issues/closed"] {
      #expect(run.errors.contains(name), "\(run.errors)")
    }
    #expect(!run.errors.contains("no issue in the folder"), "\(run.errors)")
  }
}
