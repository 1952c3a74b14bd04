package io.axptoken.server.rehearsal;

import io.axptoken.server.settings.Settings;
import io.axptoken.service.config.Secret;
import io.axptoken.service.http.Listener;
import io.axptoken.service.http.SurfaceSwitch;
import io.axptoken.service.reload.Generation;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.ConnectOptions;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.ServerSSLOptions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One rehearsal: a server of its own on loop-back, with the real one's TLS, and callers who ask it.
 */
public final class Rehearsal {
  private static final String HOST = "127.0.0.1";
  private static final int CALLERS = 2;
  private static final int REQUESTS = 200;
  private static final int SECRET_BYTES = 32;

  private final Vertx vertx;
  private final Clock clock;
  private final @Nullable ServerSSLOptions tls;
  private final Secret secret = newSecret();
  private final List<Runnable> ends = new ArrayList<>();
  private final AtomicInteger asked = new AtomicInteger();
  private final long deadline;

  private Rehearsal(Vertx vertx, Clock clock, @Nullable ServerSSLOptions tls, Duration atMost) {
    this.vertx = vertx;
    this.clock = clock;
    this.tls = tls;
    this.deadline = System.nanoTime() + atMost.toNanos();
  }

  /**
   * Plays one through. The future ends with it, however that went: a server that cannot rehearse is
   * no worse than one that does not.
   *
   * @param maker makes a server of settings
   * @param tls what the real server shows its callers, or {@code null} for plain HTTP
   * @param atMost when it ends in any case
   */
  public static Future<?> play(
      Vertx vertx,
      Clock clock,
      Settings real,
      Function<Settings, Generation<Settings>> maker,
      @Nullable ServerSSLOptions tls,
      Duration atMost) {
    var rehearsal = new Rehearsal(vertx, clock, tls, atMost);
    return StagePlatform.start(vertx, clock)
        .compose(platform -> rehearsal.with(platform, real, maker))
        .eventually(rehearsal::end)
        .otherwiseEmpty();
  }

  private Future<?> with(
      StagePlatform platform, Settings real, Function<Settings, Generation<Settings>> maker) {
    ends.add(platform::close);
    var settings = new StageSettings(real, platform.uri(), secret);
    Generation<Settings> generation = maker.apply(settings.settings());
    ends.add(generation::close);
    var requests = new Requests(settings.mode(), secret, clock);
    return Listener.listen(vertx, HOST, 0, tls, 1, new SurfaceSwitch(generation.surface()))
        .compose(listener -> {
          ends.add(() -> listener.shutdown(Duration.ZERO));
          return ask(listener.port(), requests);
        });
  }

  private Future<?> ask(int port, Requests requests) {
    NetClient client = vertx.createNetClient(new NetClientOptions());
    ends.add(client::close);
    List<Future<Void>> callers = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      callers.add(
          client
              .connect(address(port))
              .compose(socket -> Caller.ask(socket, requests::request, this::isEnough)));
    }
    return Future.join(callers);
  }

  private ConnectOptions address(int port) {
    var options = new ConnectOptions().setHost(HOST).setPort(port);
    return tls == null
        ? options
        : options
            .setSsl(true)
            .setSslOptions(
                new ClientSSLOptions().setTrustAll(true).setHostnameVerificationAlgorithm(""));
  }

  private boolean isEnough() {
    return asked.incrementAndGet() > REQUESTS || System.nanoTime() - deadline > 0;
  }

  private Future<?> end() {
    ends.reversed().forEach(Runnable::run);
    return Future.succeededFuture();
  }

  private static Secret newSecret() {
    byte[] random = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(random);
    return Secret.of(HexFormat.of().formatHex(random));
  }
}
