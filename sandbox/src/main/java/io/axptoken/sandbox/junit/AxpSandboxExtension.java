package io.axptoken.sandbox.junit;

import io.axptoken.sandbox.AxpSandbox;
import io.axptoken.sandbox.SandboxAccount;
import io.axptoken.sandbox.SandboxOptions;
import io.axptoken.sandbox.fcm.Firebase;
import io.axptoken.sandbox.idp.IdentityProvider;
import java.net.URI;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A sandbox for a test class and the classes nested in it. Before each test it is as if just
 * started: no calls, faults or revocations. After the last one it is closed. Tests that JUnit runs
 * beside each other take turns with it; those of different classes have different ones. It works
 * with JUnit 5.10 and later.
 *
 * <p>Parameters of the types {@link AxpSandbox}, {@link SandboxAccount} (its first account), {@link
 * URI} (where it listens), {@link IdentityProvider} and {@link Firebase} are filled in, in tests,
 * constructors and lifecycle methods.
 *
 * <p>Use {@link WithAxpSandbox}, or for other options than the defaults:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final AxpSandboxExtension SANDBOX =
 *     AxpSandboxExtension.with(SandboxOptions.defaults().withAccounts(first, second));
 * }</pre>
 */
public final class AxpSandboxExtension
    implements BeforeAllCallback, BeforeEachCallback, ParameterResolver {
  private static final Map<Class<?>, Function<AxpSandbox, Object>> PARAMETERS =
      Map.of(
          AxpSandbox.class, sandbox -> sandbox,
          SandboxAccount.class, AxpSandbox::account,
          URI.class, AxpSandbox::baseUri,
          IdentityProvider.class, AxpSandbox::identityProvider,
          Firebase.class, AxpSandbox::firebase);

  private final Namespace namespace = Namespace.create(AxpSandboxExtension.class, this);
  private final SandboxOptions options;
  private volatile @Nullable AxpSandbox latest;

  /** With the defaults. */
  public AxpSandboxExtension() {
    this(SandboxOptions.defaults());
  }

  private AxpSandboxExtension(SandboxOptions options) {
    this.options = options;
  }

  /** With these options. */
  public static AxpSandboxExtension with(SandboxOptions options) {
    return new AxpSandboxExtension(options);
  }

  /**
   * The sandbox of the test class that has this extension in a static field, for what comes before
   * its tests and has no parameters, such as a method with Spring's {@code @DynamicPropertySource}.
   *
   * @throws IllegalStateException if the test class has not begun
   */
  public AxpSandbox sandbox() {
    AxpSandbox sandbox = latest;
    if (sandbox == null) {
      throw new IllegalStateException(
          "The sandbox begins with its test class: keep the extension in a static field with"
              + " @RegisterExtension");
    }
    return sandbox;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    shared(context);
  }

  @Override
  public void beforeEach(ExtensionContext context) throws InterruptedException {
    context.getStore(namespace).put(Shared.Turn.class, shared(context).take());
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return PARAMETERS.containsKey(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Function<AxpSandbox, Object> value = PARAMETERS.get(parameter.getParameter().getType());
    if (value == null) {
      throw new IllegalArgumentException("not a parameter of the sandbox's");
    }
    return value.apply(shared(context).sandbox());
  }

  /**
   * The one of this class, or of the class around it; the store closes it. This is asked in no
   * other way than JUnit 5.10 knows: later ones have a method for it, and deprecate the earlier.
   */
  private synchronized Shared shared(ExtensionContext context) {
    ExtensionContext.Store store = context.getStore(namespace);
    Shared there = store.get(Shared.class, Shared.class);
    if (there != null) {
      return there;
    }
    Shared shared = new Shared(AxpSandbox.start(options));
    store.put(Shared.class, shared);
    latest = shared.sandbox();
    return shared;
  }
}
