import Testing

@testable import GazetteIntake

@Suite struct FenceTests {
  private func shell(
    _ script: String, input: String = "", limits: FenceLimits = FenceLimits(seconds: 20)
  ) throws(FenceFailure) -> FencedOutput {
    try Fence.run(
      FencedProgram(path: "/bin/sh", arguments: ["-c", script], limits: limits),
      input: Array(input.utf8))
  }

  private func text(_ output: FencedOutput) -> String {
    String(decoding: output.bytes, as: UTF8.self)
  }

  @Test func theFileIsStandardInputAndThereIsNoEnvironment() throws {
    let output = try shell("cat; /usr/bin/env | /usr/bin/grep -v -e PWD= -e _=", input: "公报")
    #expect(text(output) == "公报")
  }

  @Test func theStatusAndComplaintsComeBack() throws {
    let output = try shell("echo 坏 >&2; exit 3")
    #expect(output.status == 3)
    #expect(String(decoding: output.errors, as: UTF8.self) == "坏\n")
  }

  @Test func noFileIsWritten() throws {
    let output = try shell("echo x > /tmp/gazette-fence-test 2>/dev/null || echo 不行")
    #expect(text(output).contains("不行"))
  }

  @Test func nothingRunsPastItsTime() {
    #expect(throws: FenceFailure.tooSlow(1)) {
      try shell("while :; do :; done", limits: FenceLimits(seconds: 1))
    }
  }

  @Test func anAnswerWithoutEndIsStopped() {
    var limits = FenceLimits(seconds: 20)
    limits.output = 1 << 20
    #expect(throws: FenceFailure.tooLarge(1 << 20)) { try shell("yes", limits: limits) }
  }

  @Test func aCrashIsSeen() {
    #expect(throws: FenceFailure.crashed(11)) { try shell("kill -SEGV $$") }
  }

  @Test func memoryIsLimited() throws {
    var limits = FenceLimits(seconds: 20)
    limits.memory = 64 << 20
    let output = try shell(
      "head -c 200000000 /dev/zero | tail -c 150000000 | wc -c", limits: limits)
    #expect(!text(output).contains("150000000"))
  }

  @Test func aMissingProgramIsAStatus() throws {
    let output = try Fence.run(FencedProgram(path: "/nowhere"), input: [])
    #expect(output.status == 127)
  }
}
