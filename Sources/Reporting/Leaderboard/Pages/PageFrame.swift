internal import Scoring
internal import SharedTasks

/// What all pages of a board have in common: style, script, and the policy that allows these alone.
struct PageFrame {
  let style: String
  let script: String
  /// Content Security Policy Level 3 (W3C): nothing is loaded, and of style and script only the very
  /// bytes of the page count.
  let policy: String
  let version: String

  init() {
    style =
      String(decoding: PackageResources.style_css, as: UTF8.self) + PictureStyle.css
    script = String(decoding: PackageResources.standings_js, as: UTF8.self)
    policy = [
      "default-src 'none'", "style-src '\(Self.hash(style))'", "script-src '\(Self.hash(script))'",
      "img-src data:", "base-uri 'none'", "form-action 'none'",
    ].joined(separator: "; ")
    version = CLTaskVersion.current
  }

  private static func hash(_ text: String) -> String { Digest.integrity(Array(text.utf8)) }
}
