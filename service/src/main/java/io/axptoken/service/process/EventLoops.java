package io.axptoken.service.process;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;

/** The event loops of a process. */
final class EventLoops {
  /** One core for the event loop of each pair: the kernel needs the other for the sockets. */
  static final int COUNT = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

  /** No folder for files out of jars: the server starts where nothing can be written to. */
  private static final FileSystemOptions NO_FILE_CACHE =
      new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false);

  private EventLoops() {}

  static Vertx vertx() {
    return Vertx.vertx(
        new VertxOptions()
            .setEventLoopPoolSize(COUNT)
            .setFileSystemOptions(NO_FILE_CACHE)
            .setAddressResolverOptions(NameLookup.options()));
  }
}
