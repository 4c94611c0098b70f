/// What stops a command, in words for people and as an exit code of sysexits.
package protocol StoppingError: Error, CustomStringConvertible {
  var exitCode: Int32 { get }
}
