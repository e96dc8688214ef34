// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "galley",
  platforms: [.macOS(.v14)],
  products: [
    .library(name: "Simplex", targets: ["Simplex"]),
    .executable(name: "galley", targets: ["galley"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.4.0"),
  ],
  targets: [
    .target(
      name: "Simplex",
      dependencies: [
        "CSimplexKernels", .product(name: "RealModule", package: "swift-numerics"),
      ]),
    .target(
      name: "CSimplexKernels",
      exclude: ["exponential.inc", "kernels.inc", "levels.inc", "single.inc"]),
    .target(name: "Figures"),
    .target(name: "CDigest"),
    // These two are compiled into programs beside the author's modules: nobody else has names like theirs.
    .target(name: "GalleyRecordFormat", path: "Sources/RecordFormat"),
    .target(name: "GalleyRecorder", dependencies: ["GalleyRecordFormat"], path: "Sources/Recorder"),
    .systemLibrary(
      name: "CCMarkGFM",
      pkgConfig: "libcmark-gfm",
      providers: [
        .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev", "pkg-config"]),
        .brew(["cmark-gfm"]),
      ]),
    .target(name: "Diagnostics"),
    // What the binary brings along, so that it can be moved: a Swift file with texts, made while it is built.
    .target(name: "Embedded", plugins: ["Embedding"]),
    .plugin(name: "Embedding", capability: .buildTool()),
    .target(name: "Files", dependencies: ["CDigest"]),
    .target(name: "Reporting", dependencies: ["Diagnostics"]),
    .target(name: "Repair", dependencies: ["Claims", "Diagnostics", "Files"]),
    .target(
      name: "Markup",
      dependencies: ["CCMarkGFM", "Diagnostics", .product(name: "Yams", package: "Yams")]),
    .target(
      name: "Typesetting",
      dependencies: [
        "Diagnostics", "Files", .product(name: "Subprocess", package: "swift-subprocess"),
      ]),
    .target(name: "SwiftText", dependencies: ["Diagnostics"], exclude: ["Parser"]),
    .target(
      name: "Claims",
      dependencies: [
        "Diagnostics", "GalleyRecordFormat", .product(name: "BigInt", package: "BigInt"),
      ]),
    .target(
      name: "Reading",
      dependencies: ["Claims", "Diagnostics", "GalleyRecordFormat", "Markup", "SwiftText"]),
    .target(
      name: "Running",
      dependencies: [
        "CDigest", "Diagnostics", "Embedded", "Files", "GalleyRecordFormat", "SwiftText",
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "Yams", package: "Yams"),
      ]),
    .target(
      name: "Verification",
      dependencies: [
        "Claims", "Diagnostics", "GalleyRecordFormat", "Markup", "Reading", "Running", "SwiftText",
      ]),
    .target(
      name: "Rendering",
      dependencies: [
        "Diagnostics", "Embedded", "Files", "Markup", "Reading", "Typesetting",
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "Yams", package: "Yams"),
      ]),
    .target(
      name: "Site",
      dependencies: [
        "Claims", "Diagnostics", "Files", "Markup", "Reading", "Rendering", "Repair", "Reporting",
        "Running", "SwiftText", "Typesetting", "Verification",
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "Yams", package: "Yams"),
      ]),
    .target(
      name: "Starting", dependencies: ["Diagnostics", "Embedded", "Files", "Running", "Site"]),
    .target(
      name: "Serving",
      dependencies: [
        "Diagnostics", "Embedded", "Files", "Markup", "Reading", "Rendering", "Reporting",
        "Running", "Site", "Typesetting", "Verification",
        .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ]),
    .executableTarget(
      name: "galley",
      dependencies: [
        "Claims", "Diagnostics", "Files", "Reading", "Repair", "Reporting", "Running", "Serving",
        "Site", "Starting",
        "Typesetting", "Verification",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "SimplexBenchmarks", dependencies: ["Simplex"], path: "Benchmarks/SimplexBenchmarks"),
    .testTarget(
      name: "SimplexTests", dependencies: ["CAllocations", "Simplex"], exclude: ["References"]),
    // Only for tests: it counts a program's allocations.
    .target(name: "CAllocations", path: "Tests/CAllocations"),
    .testTarget(name: "FiguresTests", dependencies: ["Figures"], exclude: ["Fixtures"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
    .testTarget(name: "FilesTests", dependencies: ["CDigest", "Files"]),
    .testTarget(name: "ReportingTests", dependencies: ["Diagnostics", "Reporting"]),
    .testTarget(name: "RepairTests", dependencies: ["Claims", "Diagnostics", "Files", "Repair"]),
    .target(name: "TestSupport", dependencies: ["Running"], path: "Tests/TestSupport"),
    .testTarget(
      name: "MarkupTests", dependencies: ["Markup", "TestSupport"], exclude: ["Fixtures"]),
    .testTarget(name: "TypesettingTests", dependencies: ["Files", "Typesetting", "galley"]),
    .testTarget(
      name: "VerificationTests",
      dependencies: [
        "Claims", "Diagnostics", "Markup", "Reading", "Rendering", "Reporting", "Running", "Site",
        "Typesetting", "Verification", "galley",
      ],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "ClaimsTests", dependencies: ["Claims", "Diagnostics", "GalleyRecordFormat"]),
    .testTarget(name: "RecorderTests", dependencies: ["GalleyRecordFormat", "GalleyRecorder"]),
    .testTarget(
      name: "ReadingTests",
      dependencies: ["CCMarkGFM", "Reading", "TestSupport", "Typesetting", "galley"]),
    .testTarget(
      name: "RunningTests",
      dependencies: ["Embedded", "Files", "GalleyRecordFormat", "Running", "TestSupport"]),
    .testTarget(name: "SwiftTextTests", dependencies: ["Running", "SwiftText"]),
    .testTarget(
      name: "StartingTests",
      dependencies: [
        "Files", "Running", "Site", "Starting", .product(name: "Yams", package: "Yams"),
      ]),
    .testTarget(
      name: "RenderingTests", dependencies: ["CCMarkGFM", "Reading", "Rendering", "galley"]),
    .testTarget(name: "ServingTests", dependencies: ["Files", "Serving"]),
    .testTarget(
      name: "SiteTests",
      dependencies: [
        "Claims", "Diagnostics", "Files", "Markup", "Reading", "Rendering", "Repair", "Reporting",
        "Running", "Serving", "Site", "SwiftText", "TestSupport", "Typesetting", "Verification",
        "galley",
        .product(name: "Yams", package: "Yams"),
      ],
      exclude: ["Findings", "Fixtures"]),
  ],
  swiftLanguageModes: [.v6]
)
