#!/bin/sh
# Starts a program of the installation that this folder belongs to; the other scripts here call it.
#   launch.sh NAME MAIN_CLASS "FOLDER…" [ARGUMENT…]
# FOLDERs are those below lib/ whose jars the program needs too. The flags of the JVM are in lib/NAME.jvm; those in
# JAVA_OPTS come last and win. Where there is a cache of loaded classes for this Java, lib/NAME.aot, it is used.
set -eu

home=$(cd "${0%/*}/.." && pwd)
# shellcheck source=find-java.sh
. "$home/bin/find-java.sh"

# Sets lib to the package's own folder of jars, or in a checkout to what the build makes, made first if it is missing.
find_lib() {
  lib=$home/lib
  [ ! -d "$lib" ] || return 0
  lib=$home/dist/target/dist/lib
  if [ ! -d "$lib" ]; then
    echo "Building, once." >&2
    "$home/script/build" >&2
  fi
}

# The jars in the same order everywhere, whatever the language: the cache fits no other.
jars() (
  export LC_ALL=C
  set -- "$lib"/*.jar
  printf '%s' "$1"
  shift
  printf ':%s' "$@"
  for folder in $folders; do
    printf ':%s' "$lib/$folder"/*.jar
  done
)

# In the locale C, as under cron, Java would find no file whose name is not ASCII, and so not even itself in such a folder.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in
  C | POSIX)
    unset LC_ALL
    export LC_CTYPE=C.UTF-8
    ;;
esac
case $home in
  *:*)
    echo "Java cannot run from a folder with a colon in its name: move $home elsewhere." >&2
    exit 1
    ;;
esac

name=$1
main_class=$2
folders=$3
shift 3

find_java
find_lib
cache=
[ ! -f "$lib/$name.aot" ] || cache=-XX:AOTCache=$lib/$name.aot

# Java takes no second collector beside the one that the flags of the program choose.
collector=
case " ${JAVA_OPTS:-} " in
  *" -XX:+Use"[A-Z]*"GC "*) collector=-XX:-UseSerialGC ;;
esac

# A size as the JVM takes it, such as 1g, in MiB; nothing if it is none, which the JVM is to say.
mebibytes() {
  number=${1%[kKmMgG]}
  case $number in
    '' | *[!0-9]* | ????????????*) return ;;
  esac
  case $1 in
    *[gG]) echo $((number * 1024)) ;;
    *[mM]) echo "$number" ;;
    *[kK]) echo $((number / 1024)) ;;
    *) echo $((number / 1024 / 1024)) ;;
  esac
}

# A young generation that a small heap in JAVA_OPTS has room for: beside a larger one Java can load no cache, and ends.
young=
for option in ${JAVA_OPTS:-}; do
  case $option in
    -Xmx* | -XX:MaxHeapSize=*)
      heap=${option#-Xmx}
      heap=$(mebibytes "${heap#-XX:MaxHeapSize=}")
      young=
      [ "${heap:-48}" -ge 48 ] || young=-Xmn$((heap / 4))m
      [ "${heap:-48}" -ge 16 ] || echo "$option in JAVA_OPTS may be too little memory to start; 16m is the least." >&2
      ;;
  esac
done

# A list of flags, split at its spaces on purpose.
# shellcheck disable=SC2086
exec "$java_home/bin/java" "@$lib/$name.jvm" ${cache:+"$cache"} ${collector:+"$collector"} ${young:+"$young"} ${JAVA_OPTS:-} -cp "$(jars)" "$main_class" "$@"
