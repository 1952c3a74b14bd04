#!/bin/sh
# Starts a program of the installation that this folder belongs to; the other scripts here call it.
#   launch.sh MAIN_CLASS "FOLDER…" "JVM_FLAG…" [ARGUMENT…]
# FOLDERs are those below lib/ whose jars the program needs too. The flags in JAVA_OPTS come last and win.
set -eu

REQUIRED_JAVA=25

# The major version of the Java in folder $1, or nothing when there is none.
java_major() {
  if [ -x "$1/bin/java" ] && [ -r "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
  fi
}

# The folder of the Java on the PATH, or nothing.
java_on_path() {
  on_path=$(command -v java) || return 0
  dirname "$(dirname "$(readlink -f "$on_path")")"
}

find_java() {
  for java_home in "${JAVA_HOME:-}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /opt/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home "$(java_on_path)"; do
    major=$(java_major "$java_home")
    if [ "${major:-0}" -ge "$REQUIRED_JAVA" ]; then
      echo "$java_home"
      return
    fi
  done
}

# The jars' folder: the package's own, or in a checkout what the build makes, made first if it is missing.
find_lib() {
  if [ -d "$1/lib" ]; then
    echo "$1/lib"
    return
  fi
  if [ ! -d "$1/dist/target/dist/lib" ]; then
    echo "Building, once." >&2
    "$1/script/build" >&2
  fi
  echo "$1/dist/target/dist/lib"
}

main_class=$1
folders=$2
jvm_flags=$3
shift 3

java_home=$(find_java)
if [ -z "$java_home" ]; then
  echo "No Java $REQUIRED_JAVA or newer found. Install one (for example Eclipse Temurin $REQUIRED_JAVA) and set JAVA_HOME to its folder." >&2
  exit 1
fi

lib=$(find_lib "$(cd "$(dirname "$0")/.." && pwd)")
class_path="$lib/*"
for folder in $folders; do
  class_path="$class_path:$lib/$folder/*"
done

# Two lists of flags, split at their spaces on purpose.
# shellcheck disable=SC2086
exec "$java_home/bin/java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
  $jvm_flags ${JAVA_OPTS:-} -cp "$class_path" "$main_class" "$@"
