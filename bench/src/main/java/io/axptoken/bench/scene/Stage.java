package io.axptoken.bench.scene;

import io.axptoken.bench.host.Placement;
import io.axptoken.bench.host.Workspace;
import io.axptoken.bench.load.OpenLoop;
import io.axptoken.bench.load.Requests;
import io.axptoken.bench.load.TokenRequests;
import io.axptoken.bench.load.Wrk;
import io.axptoken.bench.stub.StubProcess;
import io.axptoken.bench.subject.Beside;
import io.axptoken.bench.subject.Launcher;
import io.axptoken.bench.subject.Nginx;
import io.axptoken.bench.subject.Setup;
import io.axptoken.bench.subject.Subject;
import io.axptoken.bench.subject.TokenServer;
import io.axptoken.bench.tls.BenchCertificate;
import io.axptoken.bench.wire.TlsWire;
import io.axptoken.bench.wire.Wire;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What scenes are played with: places, callers, and the platform stubs, which all scenes share. */
public final class Stage {
  private static final int USERS = 10_000;

  private final Workspace workspace;
  private final Placement placement;
  private final BenchCertificate certificate;
  private final HttpClient client;
  private final Lengths lengths;
  private final String serverCommand;
  private final @Nullable Beside beside;
  private final Consumer<String> progress;
  private @Nullable StubProcess plainStub;
  private @Nullable StubProcess tlsStub;

  /** Processes that outlive a scene belong to the workspace given. */
  public Stage(
      Workspace workspace,
      Placement placement,
      BenchCertificate certificate,
      HttpClient client,
      Lengths lengths,
      String serverCommand,
      @Nullable Beside beside,
      Consumer<String> progress) {
    this.workspace = workspace;
    this.placement = placement;
    this.certificate = certificate;
    this.client = client;
    this.lengths = lengths;
    this.serverCommand = serverCommand;
    this.beside = beside;
    this.progress = progress;
  }

  Lengths lengths() {
    return lengths;
  }

  BenchCertificate certificate() {
    return certificate;
  }

  void say(String what) {
    progress.accept(what);
  }

  /** Bytes as this setup has them on both sides. */
  Wire wire(Setup setup) throws IOException {
    return setup.certificate() == null ? Wire.PLAIN : TlsWire.client(certificate.context());
  }

  /** The platform for this setup, warm. */
  StubProcess stub(Setup setup) throws IOException, InterruptedException {
    return setup.platform() == null ? plainStub() : tlsStub();
  }

  /** The token server so set up. */
  Subject server(Workspace scene, Setup setup) throws IOException, InterruptedException {
    return TokenServer.subject(scene, setup, stub(setup).base(), serverCommand);
  }

  /** nginx before the same platform, encrypted where the server is. */
  Subject nginx(Workspace scene, Setup setup) throws IOException, InterruptedException {
    return Nginx.subject(scene, stub(setup).base(), setup.certificate());
  }

  /** Another server before the same platform, if one was named. */
  Optional<Subject> beside(Setup setup) throws IOException, InterruptedException {
    return beside == null
        ? Optional.empty()
        : Optional.of(beside.subject(stub(setup).base(), certificate));
  }

  Launcher launcher(Workspace scene) {
    return new Launcher(scene, placement, client);
  }

  /** Ten thousand users who say themselves who they are. */
  static Requests claimedUsers(Workspace scene) throws IOException {
    return Requests.write(scene, "claimed", USERS, TokenRequests::claimed);
  }

  private StubProcess plainStub() throws IOException, InterruptedException {
    StubProcess running = plainStub;
    if (running == null) {
      running = StubProcess.start(workspace, client);
      plainStub = running;
      warmUp(running, Wire.PLAIN);
    }
    return running;
  }

  private StubProcess tlsStub() throws IOException, InterruptedException {
    StubProcess running = tlsStub;
    if (running == null) {
      running = StubProcess.start(workspace, certificate, client);
      tlsStub = running;
      warmUp(running, TlsWire.client(certificate.context()));
    }
    return running;
  }

  // The stub and the open-loop callers are Java, and slow before they are compiled.
  private void warmUp(StubProcess stub, Wire wire) throws IOException, InterruptedException {
    say("warming up the platform stub and the callers");
    Requests requests = claimedUsers(workspace);
    double rate =
        new Wrk(workspace, lengths.connections())
                .run(stub.directUri(), requests, lengths.warmUp())
                .rate()
            / 8;
    new OpenLoop(lengths.connections(), rate, wire)
        .run(stub.directUri(), requests, lengths.warmUp());
  }
}
