package io.axptoken.server.process;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

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
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      MethodHandle run =
          lookup.findVirtual(Runnable.class, "run", MethodType.methodType(void.class)).bindTo(task);
      Object taken = MethodHandleProxies.asInterfaceInstance(handler, dropping(run, signal));
      Object named =
          lookup
              .findConstructor(signal, MethodType.methodType(void.class, String.class))
              .invoke(name);
      lookup
          .findStatic(signal, "handle", MethodType.methodType(handler, signal, handler))
          .invoke(named, taken);
      return true;
    } catch (Throwable unknown) { // Some systems lack some signals; -Xrs leaves us none.
      LOG.log(Level.DEBUG, () -> "SIG" + name + " is not heard here: " + unknown.getMessage());
      return false;
    }
  }

  private static MethodHandle dropping(MethodHandle run, Class<?> signal) {
    return MethodHandles.dropArguments(run, 0, signal);
  }
}
