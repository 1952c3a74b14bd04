# shellcheck shell=sh
# Finds the Java to run with; sourced by scripts that have set home, the folder above this one.
REQUIRED_JAVA=25

# Whether folder $1 has a Java that is new enough.
has_java() {
  [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
  major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  [ "${major:-0}" -ge "$REQUIRED_JAVA" ]
}

# Sets java_home to the package's own Java, else to the first that is new enough.
find_java() {
  java_home=$home/runtime
  [ ! -x "$java_home/bin/java" ] || return 0
  for java_home in "${JAVA_HOME:-}" /usr/lib/jvm/* "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* \
    /opt/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    ! has_java "$java_home" || return 0
  done
  if on_path=$(command -v java); then
    java_home=$(dirname "$(dirname "$(readlink -f "$on_path")")")
    ! has_java "$java_home" || return 0
  fi
  echo "No Java $REQUIRED_JAVA or newer found. Install one (for example Eclipse Temurin $REQUIRED_JAVA) and set JAVA_HOME to its folder." >&2
  exit 1
}
