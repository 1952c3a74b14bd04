package io.axptoken.client;

import java.io.IOException;
import java.lang.reflect.AccessFlag;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What code of others can see of the library, a line for each part of it. */
final class PublicApi {
  private static final List<String> EXPORTED =
      List.of("io/axptoken/client", "io/axptoken/client/transport");

  private PublicApi() {}

  static List<String> in(Path classes) throws IOException {
    Stream<String> lines = Stream.empty();
    for (String folder : EXPORTED) {
      try (Stream<Path> files = Files.list(classes.resolve(folder))) {
        List<String> own =
            files
                .filter(file -> file.toString().endsWith(".class"))
                .map(file -> classes.relativize(file).toString())
                .flatMap(PublicApi::linesOf)
                .toList();
        lines = Stream.concat(lines, own.stream());
      }
    }
    return lines.sorted().toList();
  }

  private static Stream<String> linesOf(String file) {
    String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
    if (name.endsWith("package-info")) {
      return Stream.empty();
    }
    try {
      Class<?> type = Class.forName(name, false, PublicApi.class.getClassLoader());
      return isVisible(type)
          ? ofType(type).map(line -> type.getName() + ": " + line)
          : Stream.empty();
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isVisible(Class<?> type) {
    return Modifier.isPublic(type.getModifiers())
        && (type.getEnclosingClass() == null || isVisible(type.getEnclosingClass()));
  }

  private static Stream<String> ofType(Class<?> type) {
    return Stream.of(
            Stream.of(type.toGenericString()),
            names("extends ", type.getGenericSuperclass()),
            names("implements ", type.getGenericInterfaces()),
            type.isSealed()
                ? names("permits ", type.getPermittedSubclasses())
                : Stream.<String>empty(),
            members(type.getDeclaredFields(), Field::toGenericString),
            members(type.getDeclaredConstructors(), Constructor::toGenericString),
            members(type.getDeclaredMethods(), Method::toGenericString))
        .flatMap(Function.identity());
  }

  private static Stream<String> names(String prefix, Type... types) {
    return Arrays.stream(types)
        .filter(type -> type != null)
        .map(type -> prefix + type.getTypeName());
  }

  private static <M extends Member> Stream<String> members(M[] members, Function<M, String> text) {
    return Arrays.stream(members)
        .filter(PublicApi::isVisible)
        .map(text)
        .map(line -> line.replaceAll("(synchronized|strictfp|native) ", ""));
  }

  private static boolean isVisible(Member member) {
    boolean shown = Modifier.isPublic(member.getModifiers()) || isProtected(member);
    return shown && !member.isSynthetic();
  }

  private static boolean isProtected(Member member) {
    return member instanceof Executable executable
        && executable.accessFlags().contains(AccessFlag.PROTECTED)
        && !Modifier.isFinal(member.getDeclaringClass().getModifiers());
  }
}
