package io.axptoken.push.assembly;

import io.axptoken.push.delivery.Accounts;
import io.axptoken.push.delivery.Batches;
import io.axptoken.push.delivery.Dispatcher;
import io.axptoken.push.delivery.Housekeeping;
import io.axptoken.push.delivery.Sends;
import io.axptoken.push.edge.Edge;
import io.axptoken.push.edge.EdgeParts;
import io.axptoken.push.fcm.Fcm;
import io.axptoken.push.fcm.TokenHosts;
import io.axptoken.push.key.MasterKeys;
import io.axptoken.push.observe.PushMetrics;
import io.axptoken.push.settings.PushSettings;
import io.axptoken.push.store.Arrival;
import io.axptoken.push.store.Configs;
import io.axptoken.push.store.Database;
import io.axptoken.push.store.Devices;
import io.axptoken.push.store.Outbox;
import io.axptoken.service.config.AuditSettings;
import io.axptoken.service.http.Surface;
import io.axptoken.service.limit.LimitBuckets;
import io.axptoken.service.observe.access.AccessLog;
import io.axptoken.service.observe.health.HealthReport;
import io.axptoken.service.reload.LongLived;
import io.vertx.core.Future;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** All that runs whatever the configuration becomes: store, dispatcher, the way to FCM. */
final class Engine implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Engine.class.getName());
  private static final Duration DRAIN = Duration.ofSeconds(10);

  private final LongLived lasting;
  private final Database database;
  private final Configs configs;
  private final Devices devices;
  private final Outbox outbox;
  private final Fcm fcm;
  private final TokenHosts hosts;
  private final Accounts accounts;
  private final Dispatcher dispatcher;
  private final Batches<Arrival> arrivals;
  private final Housekeeping housekeeping;
  private final PushMetrics metrics;
  private final LimitBuckets buckets = new LimitBuckets();
  private volatile PushSettings settings;
  private volatile MasterKeys keys;

  Engine(PushSettings settings, LongLived lasting, Duration lease) {
    this.settings = settings;
    this.lasting = lasting;
    this.keys = new MasterKeys(settings.keys());
    this.database = Database.open(settings.database(), settings.dataDirectory());
    this.configs = new Configs(database, lasting.clock());
    this.devices = new Devices(database, lasting.clock());
    this.outbox = new Outbox(database, lasting.clock());
    this.metrics = new PushMetrics(lasting.metrics(), lasting.clock());
    this.hosts = new TokenHosts(settings.fcm().baseUrl());
    this.fcm = new Fcm(lasting.vertx(), settings.fcm().baseUrl(), lasting.clock());
    this.accounts = new Accounts(configs, () -> keys, hosts);
    this.dispatcher =
        new Dispatcher(
            outbox,
            accounts,
            fcm,
            () -> this.settings.fcm(),
            lasting.clock(),
            new Sends(metrics::sends),
            lease);
    this.arrivals = new Batches<>("push-accept", this::keep);
    this.housekeeping = new Housekeeping(outbox, devices, configs, () -> this.settings.retention());
    metrics.watch(housekeeping);
  }

  private void keep(List<Arrival> batch) {
    if (outbox.accept(batch, settings.fcm().deadline()) > 0) {
      dispatcher.wake();
    }
  }

  private CompletionStage<Void> arrive(Arrival arrival) {
    return arrivals.add(arrival);
  }

  Surface surface(PushSettings of) {
    AuditSettings audit = of.basics().audit();
    EdgeParts parts =
        new EdgeParts(
            configs, devices, this::arrive, new MasterKeys(of.keys()), hosts, metrics, buckets);
    return Edge.surface(
        of, parts, new AccessLog(of.logging().access(), audit, PushFields.NONE), lasting);
  }

  /** Goes on with other settings. */
  void take(PushSettings next) {
    settings = next;
    keys = new MasterKeys(next.keys());
    Thread.ofVirtual().name("push-reseal").start(this::reseal);
  }

  private void reseal() {
    try {
      int count = accounts.reseal();
      if (count > 0) {
        LOG.log(
            Level.INFO,
            () -> count + " service accounts were encrypted anew with the current master key.");
      }
    } catch (MasterKeys.CannotOpen unreadable) {
      LOG.log(Level.ERROR, unreadable.getMessage());
    } catch (RuntimeException failure) {
      LOG.log(Level.WARNING, "Service accounts could not be encrypted anew.", failure);
    }
  }

  void describe(HealthReport report) {
    HealthParts.add(report, database.kind(), housekeeping);
  }

  /** Sends what is under way, and begins nothing else. */
  Future<?> finish() {
    return lasting.vertx().executeBlocking(() -> dispatcher.drain(DRAIN));
  }

  @Override
  public void close() {
    housekeeping.close();
    arrivals.close();
    dispatcher.close();
    fcm.close();
    database.close();
  }
}
