import CSQLite
import Glibc

/// The system of files that SQLite asks (The SQLite OS Interface or "VFS"), for a database with pages that were added to it.
///
/// Nobody writes where others read: nothing is ever locked, and there is no journal to look for. What SQLite sorts in
/// files of its own comes from the system, as always.
final class PageFiles {
  let pages: AppendedPages
  private let vfs = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
  private let vfsName: UnsafeMutablePointer<CChar>?

  /// The name by which a connection asks for it.
  var name: UnsafePointer<CChar>? { UnsafePointer(vfsName) }

  init(_ pages: AppendedPages) {
    self.pages = pages
    // No two are at one address.
    vfsName = strdup("pages-\(UInt(bitPattern: vfs))")
    var system = sqlite3_vfs()
    if let pointer = sqlite3_vfs_find(nil) { system = pointer.pointee }
    system.pNext = nil
    system.zName = UnsafePointer(vfsName)
    system.pAppData = Unmanaged.passUnretained(self).toOpaque()
    system.szOsFile = max(system.szOsFile, Int32(MemoryLayout<OpenFile>.size))
    system.xOpen = { vfs, name, file, flags, answer in
      guard let context = vfs?.pointee.pAppData, let file else { return SQLITE_CANTOPEN }
      guard flags & SQLITE_OPEN_MAIN_DB != 0 else {
        let system = sqlite3_vfs_find(nil)
        return system?.pointee.xOpen(system, name, file, flags, answer) ?? SQLITE_CANTOPEN
      }
      let files = Unmanaged<PageFiles>.fromOpaque(context).retain()
      UnsafeMutableRawPointer(file).initializeMemory(
        as: OpenFile.self,
        to: OpenFile(file: sqlite3_file(pMethods: PageFiles.methods), files: files))
      answer?.pointee = flags
      return SQLITE_OK
    }
    system.xAccess = { _, _, _, answer in
      answer?.pointee = 0
      return SQLITE_OK
    }
    vfs.initialize(to: system)
    sqlite3_vfs_register(vfs, 0)
  }

  deinit {
    sqlite3_vfs_unregister(vfs)
    vfs.deallocate()
    free(vfsName)
  }

  /// What SQLite has of a file that is open; it makes room for it.
  private struct OpenFile {
    var file: sqlite3_file
    let files: Unmanaged<PageFiles>
  }

  private static func opened(_ file: UnsafeMutablePointer<sqlite3_file>?) -> Unmanaged<PageFiles>? {
    UnsafeRawPointer(file)?.assumingMemoryBound(to: OpenFile.self).pointee.files
  }

  private static func pages(_ file: UnsafeMutablePointer<sqlite3_file>?) -> AppendedPages? {
    opened(file)?.takeUnretainedValue().pages
  }

  /// `SQLITE_IOERR_SHORT_READ`: the file ends before.
  private static let isShort = SQLITE_IOERR | 2 << 8

  /// Never changed once it is made, and of the same for all files.
  nonisolated(unsafe) private static let methods: UnsafePointer<sqlite3_io_methods> = {
    var methods = sqlite3_io_methods()
    // The third version lends pages where they lie in memory.
    methods.iVersion = 3
    methods.xClose = { file in
      PageFiles.opened(file)?.release()
      return SQLITE_OK
    }
    methods.xRead = { file, buffer, count, place in
      let target = UnsafeMutableRawBufferPointer(start: buffer, count: Int(count))
      guard let pages = PageFiles.pages(file) else { return SQLITE_IOERR }
      return pages.read(target, at: Int(place)) ? SQLITE_OK : PageFiles.isShort
    }
    methods.xWrite = { file, buffer, count, place in
      PageFiles.pages(file)?.write(
        UnsafeRawBufferPointer(start: buffer, count: Int(count)), at: Int(place))
      return SQLITE_OK
    }
    methods.xTruncate = { file, size in
      PageFiles.pages(file)?.truncate(to: Int(size))
      return SQLITE_OK
    }
    methods.xSync = { _, _ in SQLITE_OK }
    methods.xFileSize = { file, size in
      size?.pointee = Int64(PageFiles.pages(file)?.size ?? 0)
      return SQLITE_OK
    }
    methods.xLock = { _, _ in SQLITE_OK }
    methods.xUnlock = { _, _ in SQLITE_OK }
    methods.xCheckReservedLock = { _, answer in
      answer?.pointee = 0
      return SQLITE_OK
    }
    methods.xFileControl = { _, _, _ in SQLITE_NOTFOUND }
    methods.xSectorSize = { _ in 4096 }
    methods.xDeviceCharacteristics = { _ in 0 }
    methods.xFetch = { file, place, count, answer in
      answer?.pointee = UnsafeMutableRawPointer(
        mutating: PageFiles.pages(file)?.bytes(at: Int(place), count: Int(count)))
      return SQLITE_OK
    }
    methods.xUnfetch = { _, _, _ in SQLITE_OK }
    let pointer = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
    pointer.initialize(to: methods)
    return UnsafePointer(pointer)
  }()
}
