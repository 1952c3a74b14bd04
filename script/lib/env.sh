# Sourced by every script: goes to the repository root, finds a JDK 25 or newer and Maven.
# shellcheck shell=bash
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

readonly REQUIRED_JAVA=25

die() {
  echo "$1" >&2
  exit 1
}

# Prints the major version of the JDK in folder $1, or nothing when there is none.
jdk_major() {
  [ -x "$1/bin/javac" ] || return 0
  "$1/bin/javac" -version 2>/dev/null | sed -n 's/^javac \([0-9]*\).*/\1/p'
}

find_jdk() {
  local home major
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /opt/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$home" ] || continue
    major=$(jdk_major "$home")
    if [ -n "$major" ] && [ "$major" -ge "$REQUIRED_JAVA" ]; then
      echo "$home"
      return
    fi
  done
}

JAVA_HOME=$(find_jdk)
[ -n "$JAVA_HOME" ] || die "No JDK $REQUIRED_JAVA or newer found. Install one (for example Eclipse Temurin $REQUIRED_JAVA) and set JAVA_HOME to its folder."
export JAVA_HOME PATH="$JAVA_HOME/bin:$PATH"

need_maven() {
  command -v mvn >/dev/null || die "Maven is missing. Install version 3.8 or newer (for example: apt-get install maven) so that 'mvn' is on the PATH."
}

# Maven without colours or download progress, so that logs can be read.
maven() {
  need_maven
  mvn --batch-mode --no-transfer-progress -Dstyle.color=never "$@"
}
