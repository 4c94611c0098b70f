internal import Mustache

/// The templates of pages, parsed once.
struct PageTemplates {
  enum Page: String { case index, submission }

  private let library: MustacheLibrary

  /// Throws where a template is not one.
  init() throws {
    // By its name templates are told how to escape; that they all are is held by a test.
    MustacheContentTypes.register(PageEscaping(), named: Self.escaping)
    var library = MustacheLibrary()
    for (name, text) in Self.sources {
      try library.register("{{% CONTENT_TYPE:\(Self.escaping)}}" + text, named: name)
    }
    self.library = library
  }

  func bytes(of page: Page, _ model: Any) -> [UInt8] {
    Array((library.render(model, withTemplate: page.rawValue) ?? "").utf8)
  }

  private static let escaping = "PAGE"

  /// By name.
  static var sources: [(name: String, text: String)] {
    [
      ("head", PackageResources.head_mustache), ("foot", PackageResources.foot_mustache),
      ("table", PackageResources.table_mustache), ("figure", PackageResources.figure_mustache),
      ("standing", PackageResources.standing_mustache),
      (Page.index.rawValue, PackageResources.index_mustache),
      (Page.submission.rawValue, PackageResources.submission_mustache),
    ].map { ($0.0, String(decoding: $0.1, as: UTF8.self)) }
  }
}
