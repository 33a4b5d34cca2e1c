import Foundation
import Testing

/// Whether a folder of another host can be mounted here.
private let canMountFolders =
  geteuid() == 0 && FileManager.default.fileExists(atPath: "/dev/fuse")
  && FileManager.default.isExecutableFile(atPath: "/usr/bin/sshfs")

/// A store on a file system that gives no memory to share: a folder of another host, mounted by `sshfs` without
/// the cache of pages, so that mapping a file for sharing fails.
@Suite(
  .serialized,
  .enabled(if: canMountFolders, "needs sshfs, /dev/fuse and the right to mount"))
struct NetworkStoreTests {
  @Test func twoProcessesMarkOnAFileSystemWithoutSharedMemory() throws {
    let server = try SSHServer { _ in "Subsystem sftp internal-sftp\n" }
    let folder = try TemporaryFolder()
    let (far, near) = (server.home + "/shared", folder.path + "/mounted")
    for path in [far, near] {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    let mounted = try Program.shell(
      "sshfs -F '\(server.client)' -o direct_io gazette:'\(far)' '\(near)'")
    try #require(mounted.status == 0, "\(mounted.errors)")
    defer { _ = try? Program.shell("fusermount3 -u '\(near)' || umount -l '\(near)'") }
    let mapping = try Program.shell(
      """
      python3 -c 'import mmap, sys
      file = open(sys.argv[1] + "/probe", "w+b")
      file.write(b"x" * 4096); file.flush()
      mmap.mmap(file.fileno(), 4096)' '\(near)'
      """)
    #expect(mapping.status != 0, "memory can be shared here, so this shows nothing")

    let database = near + "/review.sqlite"
    let references = try Program.run("outline").lines.compactMap { line in
      let reference = line.prefix { $0 != " " }
      return reference.contains("/") ? String(reference) : nil
    }
    let running = try (0..<2).map { number in
      try Marking(
        references.prefix(20).map { "\($0) agreed 第\(number)人" }, reviewer: "第\(number)人",
        number: number, database, folder)
    }
    for marking in running {
      let status = marking.waitForEnd()
      let errors = try marking.errors()
      #expect(status == 0, "\(errors)")
      #expect(try marking.acknowledged().count == 20)
    }
    let check = try Program.run("review", "check", "--review-db", database)
    #expect(check.status == 0, "\(check.text)")
    #expect(check.text.contains("历史40条"), "\(check.text)")
    #expect(check.text.contains("位于网络文件系统（fuse.sshfs），不用预写日志（WAL）"), "\(check.text)")
    #expect(!FileManager.default.fileExists(atPath: database + "-wal"))
  }
}
