import Foundation
import Testing

private let canMakeAccounts = getuid() == 0 && (try? Program.shell("unshare -m true").status) == 0

/// Accounts as README.md makes them, in a mount namespace where `/etc` is a copy: nothing of the machine is changed.
@Suite(.serialized, .enabled(if: canMakeAccounts, "only root can make accounts"))
struct AccountSetupTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Runs a script as root with `/etc` a copy and the program at the place where README.md has it.
  private func run(_ script: String) throws -> Program.Result {
    try Program.shell(command(script))
  }

  /// The command of a shell that does it.
  private func command(_ script: String) throws -> String {
    let file = try folder.file(
      "script",
      """
      set -e
      chmod 755 '\(folder.path)'
      copy=$(mktemp -d '\(folder.path)/XXXXXX')
      cp -a /etc "$copy"
      mount --bind "$copy/etc" /etc
      mount -t tmpfs none /usr/local/bin
      touch /usr/local/bin/gazette
      mount --bind "$GAZETTE" /usr/local/bin/gazette
      mount -t tmpfs none /var/mail
      export PATH="/usr/local/bin:$PATH:/usr/sbin:/sbin"
      cd '\(folder.path)'
      \(script)
      """)
    return "exec unshare -m bash '\(file)'"
  }

  /// The reader's account with the program itself as its login shell.
  private let account = "useradd --system --home-dir / --shell /usr/local/bin/gazette reader\n"

  /// `setpriv` starts what `sudo -u reader` and cron start: the user is another, the environment the caller's.
  @Test(arguments: [
    "su reader", "su - reader", "su reader --",
    "setpriv --reuid reader --regid reader --clear-groups gazette",
    "setpriv --reuid reader --regid reader --clear-groups sh -c gazette",
  ])
  func howeverItIsStartedWhatIsALoginShellOnlyReads(start: String) throws {
    let environment =
      "GAZETTE_RESTRICTED=0 EDITOR=sh VISUAL=sh HOME=/tmp SHELL=/bin/sh LC_ALL=zh_CN.UTF-8"
    let read = try run(account + "\(environment) \(start) </dev/null")
    #expect(read.output == (try Program.run("outline").output), "\(read.errors)")
    // On a terminal it says why it does not edit.
    let terminal = try PseudoTerminal(
      command(account + "export \(environment)\nexec \(start)"), term: "xterm")
    try terminal.waitFor("活力支持人才服务")
    terminal.type("E")
    try terminal.waitFor("此处只供阅读")
  }

  /// At a console `login` starts it, with a hyphen before its name, and hands on what the environment has.
  @Test func whoLogsInAtAConsoleOnlyReads() throws {
    // It demands a terminal for its errors too.
    let start =
      "export GAZETTE_RESTRICTED=0 EDITOR=sh VISUAL=sh LC_ALL=zh_CN.UTF-8\n"
      + "exec login -p -f reader 2>&1"
    let terminal = try PseudoTerminal(command(account + start), term: "xterm")
    try terminal.waitFor("活力支持人才服务")
    terminal.type("E")
    try terminal.waitFor("此处只供阅读")
  }

  @Test(arguments: [
    "-c 'touch /tmp/written'", "-- --review-db /tmp/written", "-- /etc/passwd",
    "-- browse /etc/passwd",
    "-- outline --issue /etc/passwd", "-- review mark 1/1.1 read", "-- convert /etc/passwd",
  ])
  func nobodyHandsItFiles(words: String) throws {
    let result = try run(account + "LC_ALL=zh_CN.UTF-8 su reader \(words) </dev/null")
    #expect(result.status != 0 && result.output.isEmpty, "\(result.text)")
    #expect(!result.errors.contains("root:"))
  }

  @Test func commandsThatReadAreRun() throws {
    let result = try run(account + "su reader -- show 3.1/2.3.11 </dev/null")
    #expect(result.status == 0 && result.text.contains("3.1/2.3.11"), "\(result.errors)")
  }

  /// README's lines, as they stand there, with a real server.
  @Test(arguments: ["yes", "no"])
  func theAccountOfTheReadmeIsLetIn(pam: String) throws {
    let lines = try ReadingAccountTests.block("sh", holding: "useradd").replacingOccurrences(
      of: "sudo ", with: "")
    let match = try ReadingAccountTests.block("sshd_config", holding: "Match User reader")
    let result = try run(
      """
      ssh-keygen -q -t ed25519 -N '' -f key
      ssh-keygen -q -t ed25519 -N '' -f host
      cp key.pub keys.pub
      \(lines)
      cat > /etc/ssh/sshd_config.d/gazette.conf <<'END'
      \(match)
      END
      mkdir -p -m 755 /run/sshd
      : > log
      port=$((20000 + RANDOM % 10000))
      $(command -v sshd) -D -e -p $port -h '\(folder.path)/host' -o UsePAM=\(pam) -o PidFile=none 2> log &
      server=$!
      trap 'kill $server' EXIT
      tail -f --pid=$server log | grep -q -m 1 'Server listening'
      ssh -T -i key -p $port -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR \
        -o SendEnv=LC_ALL reader@127.0.0.1 </dev/null || { cat log >&2; exit 1; }
      """)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.text.contains("关于激发人才活力支持人才服务乡村振兴的政策措施"))
  }
}
