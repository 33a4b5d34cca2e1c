// swift-tools-version: 6.1
import PackageDescription

/// What lld links starts faster than what the default linker does. Only programs and tests ask for it: a library with unsafe
/// flags could not be a dependency of other packages.
let linker: [LinkerSetting] = [.unsafeFlags(["-use-ld=lld"])]

/// The browser is one file without shared libraries where the Makefile asks for it. What reads formats takes its
/// libraries from the system; both are built of the same compiled modules.
let isOneFile = Context.environment["GAZETTE_STATIC"] == "1"
let browserLinker = isOneFile ? linker + [.unsafeFlags(["-static-executable"])] : linker

let package = Package(
  name: "gazette",
  products: [
    .executable(name: "gazette", targets: ["GazetteTUI"]),
    .executable(name: "gazette-sheet", targets: ["GazetteSheetWriter"]),
    .executable(name: "gazette-postgres", targets: ["GazettePostgres"]),
    .executable(name: "gazette-intake", targets: ["GazetteIntakeReader"]),
    // Text to tree, and what is worked out of it; no screen, no database, no file format.
    .library(name: "GazetteModel", targets: ["GazetteModel", "GazetteText"]),
    // Marks and their rules, and their store in SQLite.
    .library(name: "GazetteReview", targets: ["GazetteReview"]),
    // What is handed out: tables, worklists, citations, documents, reviews.
    .library(name: "GazetteExport", targets: ["GazetteExport"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // Only `make docs` uses it.
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
  ],
  targets: [
    .systemLibrary(name: "CNcurses"),
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CLibXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibArchive", providers: [.apt(["libarchive-dev"])]),
    .target(name: "CFence"),
    .target(name: "CContent"),
    .target(name: "GazetteText", dependencies: ["CContent"]),
    .target(name: "TerminalKit", dependencies: ["CNcurses", "GazetteText"]),
    .target(name: "SQLiteKit", dependencies: ["CSQLite"]),
    .target(name: "PostgresKit", dependencies: ["GazetteText"]),
    .target(name: "TerminalReplacements", dependencies: ["TerminalKit"]),
    .target(name: "GazetteModel", dependencies: ["CContent", "GazetteText"]),
    .target(name: "GazetteIntake", dependencies: ["CFence", "GazetteModel", "GazetteText"]),
    // Run apart from the program, and linked to what reads formats, which that is not.
    .executableTarget(
      name: "GazetteIntakeReader",
      dependencies: [
        "CFence", "CLibArchive", "CLibXML", "GazetteIntake", "GazetteModel", "GazetteText",
      ],
      linkerSettings: linker),
    .target(
      name: "GazetteReview",
      dependencies: ["GazetteModel", "GazetteText", "PostgresKit", "SQLiteKit"]
    ),
    .target(
      name: "GazetteArchive",
      dependencies: [
        "GazetteDifference", "GazetteIntake", "GazetteModel", "GazetteText", "PostgresKit",
        "SQLiteKit",
      ]
    ),
    .target(name: "GazetteDifference", dependencies: ["GazetteModel", "GazetteText"]),
    .target(name: "GazetteExport", dependencies: ["GazetteModel", "GazetteReview", "GazetteText"]),
    .executableTarget(
      name: "GazetteTUI",
      dependencies: [
        "GazetteArchive", "GazetteDifference", "GazetteExport", "GazetteIntake",
        "GazetteModel", "GazetteReview", "GazetteText", "PostgresKit", "TerminalKit",
        "TerminalReplacements",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      linkerSettings: browserLinker
    ),
    // Run apart from the program, which is one static file: Debian has this library only shared.
    .executableTarget(
      name: "GazetteSheetWriter", linkerSettings: [.linkedLibrary("xlsxwriter")]),
    .executableTarget(name: "GazettePostgres", linkerSettings: [.linkedLibrary("pq")]),
    .executableTarget(
      name: "GazetteBenchmarks", dependencies: ["GazetteModel", "GazetteText"],
      linkerSettings: linker),
    .target(name: "DatabaseServer", path: "Tests/DatabaseServer"),
    .testTarget(name: "HouseTests"),
    .testTarget(name: "SQLiteKitTests", dependencies: ["SQLiteKit"], linkerSettings: linker),
    .testTarget(name: "PostgresKitTests", dependencies: ["PostgresKit"], linkerSettings: linker),
    .testTarget(
      name: "GazetteModelTests", dependencies: ["GazetteModel", "GazetteText"],
      exclude: ["Annotations", "Corpus", "Variants/variants.txt"],
      linkerSettings: linker),
    .testTarget(
      name: "GazetteIntakeTests",
      dependencies: ["GazetteIntake", "GazetteIntakeReader", "GazetteModel", "GazetteText"],
      linkerSettings: linker),
    .testTarget(
      name: "GazetteReviewTests",
      dependencies: [
        "DatabaseServer", "GazetteExport", "GazetteReview", "GazetteModel", "GazetteText",
        "PostgresKit", "SQLiteKit",
      ],
      linkerSettings: linker),
    .testTarget(
      name: "GazetteExportTests",
      dependencies: [
        "GazetteDifference", "GazetteExport", "GazetteReview", "GazetteModel", "GazetteText",
      ],
      exclude: ["Schema"],
      linkerSettings: linker),
    .testTarget(
      name: "GazetteArchiveTests",
      dependencies: [
        "DatabaseServer", "GazetteArchive", "GazetteIntake", "GazetteModel", "GazetteText",
        "PostgresKit",
      ],
      linkerSettings: linker),
    .testTarget(
      name: "GazetteTUITests",
      dependencies: [
        "GazetteTUI", "GazetteArchive", "GazetteExport", "GazetteModel", "GazetteReview",
        "GazetteText", "TerminalKit",
      ],
      exclude: ["Frames"],
      linkerSettings: linker),
    .testTarget(
      name: "GazetteEndToEndTests",
      dependencies: ["DatabaseServer", "SQLiteKit"],
      exclude: ["Hostile"], linkerSettings: linker),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
