package io.axptoken.service.process;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Proxy;

/**
 * The signals of the system. The JDK has one way to hear them, {@code sun.misc.Signal}; it is
 * called by its name, because the compiler warns of it wherever it stands and cannot be told not
 * to.
 */
public final class Signals {
  private static final Logger LOG = System.getLogger(Signals.class.getName());

  private Signals() {}

  /**
   * Has the task run each time that the signal comes, on a thread of its own, in place of what the
   * JVM does by itself.
   *
   * @param name without {@code SIG}
   * @return whether this system has the signal and leaves it to us
   */
  public static boolean on(String name, Runnable task) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object named = signal.getConstructor(String.class).newInstance(name);
      signal.getMethod("handle", signal, handler).invoke(null, named, running(task, handler));
      return true;
    } catch (ReflectiveOperationException | RuntimeException unknown) {
      // Some systems lack some signals; -Xrs leaves us none.
      LOG.log(Level.DEBUG, () -> "SIG" + name + " is not heard here: " + unknown);
      return false;
    }
  }

  /** A proxy, since it is there in a third of the time that one of method handles takes. */
  private static Object running(Runnable task, Class<?> handler) {
    return Proxy.newProxyInstance(
        Signals.class.getClassLoader(),
        new Class<?>[] {handler},
        (_, method, _) -> {
          if (method.getName().equals("handle")) {
            task.run();
          }
          return null;
        });
  }
}
