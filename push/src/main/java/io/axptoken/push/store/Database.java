package io.axptoken.push.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.axptoken.push.settings.DatabaseSettings;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;

/**
 * The database, with its schema as this version has it. Safe for use by many threads, which should
 * be virtual ones: every call blocks.
 */
public final class Database implements AutoCloseable {
  private static final int CONNECTIONS = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(4);
  private static final String FILE = "push.db";

  private final HikariDataSource source;
  private final Jdbi jdbi;
  private final boolean embedded;

  private Database(HikariDataSource source, boolean embedded) {
    this.source = source;
    this.jdbi = Jdbi.create(source);
    this.embedded = embedded;
  }

  /**
   * Opens it, and brings its schema up to date.
   *
   * @param folder where the embedded one is
   * @throws StoreUnavailable if it cannot be used, with what the operator should know
   */
  public static Database open(DatabaseSettings settings, Path folder) {
    HikariConfig pool = settings.isEmbedded() ? embedded(folder) : postgres(settings);
    pool.setPoolName("push");
    pool.setConnectionTimeout(PATIENCE.toMillis());
    try {
      HikariDataSource source = new HikariDataSource(pool);
      migrate(source);
      return new Database(source, settings.isEmbedded());
    } catch (RuntimeException unusable) {
      throw new StoreUnavailable(
          settings.isEmbedded()
              ? "The database in " + folder + " cannot be used: " + reason(unusable)
              : "The database of database.url cannot be used: " + reason(unusable),
          unusable);
    }
  }

  private static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("it does not answer");
  }

  private static HikariConfig postgres(DatabaseSettings settings) {
    HikariConfig pool = new HikariConfig();
    pool.setJdbcUrl(settings.url());
    pool.setUsername(settings.username());
    pool.setPassword(settings.password().reveal());
    pool.setMaximumPoolSize(CONNECTIONS);
    pool.addDataSourceProperty("socketTimeout", "30");
    pool.addDataSourceProperty("tcpKeepAlive", "true");
    pool.addDataSourceProperty("ApplicationName", "push-connector");
    return pool;
  }

  /** One connection: it has one writer in any case, and waiting for it in Java blocks no core. */
  private static HikariConfig embedded(Path folder) {
    HikariConfig pool = new HikariConfig();
    pool.setJdbcUrl("jdbc:sqlite:" + made(folder).resolve(FILE));
    pool.setMaximumPoolSize(1);
    pool.addDataSourceProperty("journal_mode", "WAL");
    pool.addDataSourceProperty("synchronous", "FULL");
    pool.addDataSourceProperty("transaction_mode", "IMMEDIATE");
    pool.addDataSourceProperty("busy_timeout", "10000");
    return pool;
  }

  private static Path made(Path folder) {
    try {
      if (!Files.isDirectory(folder)) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        Files.createDirectories(folder);
        if (posix) {
          Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
      }
      return folder;
    } catch (IOException e) {
      throw new StoreUnavailable("The folder of dataDirectory cannot be made: " + folder, e);
    }
  }

  private static void migrate(HikariDataSource source) {
    try {
      Flyway.configure()
          .dataSource(source)
          .locations("classpath:io/axptoken/push/store/migration")
          .load()
          .migrate();
    } catch (FlywayException unusable) {
      source.close();
      throw unusable;
    }
  }

  Jdbi jdbi() {
    return jdbi;
  }

  /** What keeps two instances from waiting for each other's rows. */
  String skipLocked() {
    return embedded ? "" : " FOR UPDATE OF o SKIP LOCKED";
  }

  /** Such as {@code sqlite}. */
  public String kind() {
    return embedded ? "sqlite" : "postgresql";
  }

  @Override
  public void close() {
    source.close();
  }
}
