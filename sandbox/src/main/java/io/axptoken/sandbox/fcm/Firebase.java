package io.axptoken.sandbox.fcm;

import io.axptoken.sandbox.FcmError;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The sandbox's Firebase: projects with service accounts, devices, and the messages that were sent
 * to them. Projects come to be when they are named first. May be used from any thread but an event
 * loop's.
 *
 * <pre>{@code
 * Device phone = sandbox.firebase().newDevice();
 * sandbox.faults().on(Endpoint.FCM_SEND).next(Fault.fcm(FcmError.UNAVAILABLE));
 * …
 * FcmMessage message = sandbox.firebase().awaitMessages(phone, 1, Duration.ofSeconds(30)).getFirst();
 * }</pre>
 */
public final class Firebase {
  /** The project that is meant where none is named. */
  public static final String PROJECT = "sandbox-project";

  /** How long an access token is valid. */
  public static final Duration GRANT_LIFETIME = Duration.ofSeconds(3599);

  static final String TOKEN_PATH = "/token";

  private final Projects projects = new Projects();
  private final Devices devices = new Devices();
  private final Messages messages = new Messages();
  private final Grants grants;
  private final InstantSource clock;
  private final Supplier<URI> base;
  private volatile Duration grantLifetime = GRANT_LIFETIME;

  /**
   * One without routes; {@code AxpSandbox.firebase()} has them.
   *
   * @param base where the sandbox listens
   */
  public Firebase(InstantSource clock, Supplier<URI> base) {
    this.clock = clock;
    this.base = base;
    this.grants = new Grants(clock);
  }

  /** Where to send messages to: {@code …/v1/projects/{projectId}/messages:send} is below it. */
  public URI baseUri() {
    return base.get();
  }

  /** Where service accounts get their access tokens. */
  public URI tokenUri() {
    return base.get().resolve(TOKEN_PATH);
  }

  /** The file of {@link #PROJECT}'s service account: JSON with a private key. */
  public String serviceAccount() {
    return serviceAccount(PROJECT);
  }

  /**
   * The file of a project's service account: JSON with a private key, the same each time.
   *
   * @throws IllegalArgumentException if that cannot be a project's id
   */
  public String serviceAccount(String projectId) {
    return projects.account(projectId).file(tokenUri()).encodePrettily();
  }

  /** Whether that can be a project's id: 6 to 30 lower-case letters, digits and hyphens. */
  public static boolean isProjectId(String text) {
    return Projects.isId(text);
  }

  /** The projects so far. */
  public List<String> projects() {
    return projects.ids();
  }

  /**
   * Gives a project's account another key; grants are refused with the key before, as after its
   * removal in the console.
   */
  public void replaceKey(String projectId) {
    projects.replace(projects.account(projectId).projectId());
  }

  /** A new device of {@link #PROJECT}. */
  public Device newDevice() {
    return newDevice(PROJECT);
  }

  /** A new device of that project. */
  public Device newDevice(String projectId) {
    return devices.add(Device.of(requireId(projectId)));
  }

  /** A device with a given token, such as a test's own; it takes the place of one that has it. */
  public Device newDevice(String projectId, String token) {
    return devices.add(Device.of(requireId(projectId), token));
  }

  /**
   * Says that the app is gone from a device: what is sent to it from now on is answered with {@code
   * UNREGISTERED}. Returns whether there is such a device.
   */
  public boolean uninstall(String token) {
    return devices.uninstall(token);
  }

  /** How long the access tokens from now on live; {@code expires_in} tells it truthfully. */
  public void grantLifetime(Duration lifetime) {
    if (!lifetime.isPositive()) {
      throw new IllegalArgumentException("the lifetime must be positive");
    }
    grantLifetime = lifetime;
  }

  /** Refuses every access token issued so far. */
  public void revokeGrants() {
    grants.revokeAll();
  }

  /** The messages taken, the oldest first: the newest {@value Messages#CAPACITY} are kept. */
  public List<FcmMessage> messages() {
    return messages.matching(each -> true);
  }

  /** Those to one device. */
  public List<FcmMessage> messages(Device device) {
    return messages.matching(each -> each.target().equals(device.token()));
  }

  /** How many were taken since the start or the last {@link #clearMessages}. */
  public long messageCount() {
    return messages.count();
  }

  /**
   * Waits until that many are there, and returns all.
   *
   * @throws IllegalStateException if that takes longer than the timeout, or the thread is
   *     interrupted
   */
  public List<FcmMessage> awaitMessages(int n, Duration timeout) {
    return messages.await(each -> true, n, timeout);
  }

  /** The same of those to one device. */
  public List<FcmMessage> awaitMessages(Device device, int n, Duration timeout) {
    return messages.await(each -> each.target().equals(device.token()), n, timeout);
  }

  /** Forgets the messages. */
  public void clearMessages() {
    messages.clear();
  }

  /** Forgets devices and messages; projects, their keys and the access tokens out stay. */
  public void reset() {
    devices.clear();
    messages.clear();
    grantLifetime = GRANT_LIFETIME;
  }

  Optional<ServiceAccount> account(String clientEmail) {
    return projects.byEmail(clientEmail);
  }

  Duration grantLifetime() {
    return grantLifetime;
  }

  Grants grants() {
    return grants;
  }

  Optional<FcmError> obstacle(String projectId, String target) {
    return devices.obstacle(projectId, target);
  }

  void take(String name, String projectId, Target target, Outgoing message) {
    messages.add(
        new FcmMessage(
            clock.instant(),
            name,
            projectId,
            devices.token(target.value()),
            message.data(),
            message.json().encode()));
  }

  private static String requireId(String projectId) {
    if (!Projects.isId(projectId)) {
      throw new IllegalArgumentException("that cannot be a project's id: " + projectId);
    }
    return projectId;
  }
}
