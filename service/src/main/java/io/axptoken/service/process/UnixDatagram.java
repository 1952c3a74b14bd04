package io.axptoken.service.process;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;

/** Datagrams over UNIX sockets by Linux's C library, as the JDK has only streams over these. */
final class UnixDatagram {
  private static final int AF_UNIX = 1;
  private static final int SOCK_DGRAM_CLOEXEC = 2 | 0x80000;

  /** A manager that does not read keeps nobody waiting, and one that is gone sends no signal. */
  private static final int DONTWAIT_NOSIGNAL = 0x40 | 0x4000;

  private static final int LONGEST_PATH = 107;

  private UnixDatagram() {}

  /**
   * Sends one datagram.
   *
   * @param path of the socket; an {@code @} at its beginning stands for a name without a file
   */
  static void send(String path, String message) throws IOException {
    byte[] address = address(path);
    byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment errno = arena.allocate(Native.ERRNO_STATE);
      int socket = (int) Native.SOCKET.invokeExact(errno, AF_UNIX, SOCK_DGRAM_CLOEXEC, 0);
      require(socket, "socket", errno);
      try {
        MemorySegment data = arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
        MemorySegment to = arena.allocateFrom(ValueLayout.JAVA_BYTE, address);
        long sent =
            (long)
                Native.SENDTO.invokeExact(
                    errno, socket, data, data.byteSize(), DONTWAIT_NOSIGNAL, to, address.length);
        require(sent, "sendto", errno);
      } finally {
        int _ = (int) Native.CLOSE.invokeExact(socket);
      }
    } catch (IOException | RuntimeException | Error known) {
      throw known;
    } catch (Throwable other) {
      throw new IOException(other);
    }
  }

  /** A {@code sockaddr_un}: the family in the machine's order, then the path. */
  private static byte[] address(String path) throws IOException {
    byte[] name = path.getBytes(StandardCharsets.UTF_8);
    if (name.length == 0 || name.length > LONGEST_PATH) {
      throw new IOException("the path of the socket is empty or too long");
    }
    boolean isAbstract = name[0] == '@';
    byte[] address = new byte[2 + name.length + (isAbstract ? 0 : 1)];
    MemorySegment.ofArray(address).set(ValueLayout.JAVA_SHORT_UNALIGNED, 0, (short) AF_UNIX);
    System.arraycopy(name, 0, address, 2, name.length);
    if (isAbstract) {
      address[2] = 0;
    }
    return address;
  }

  private static void require(long result, String call, MemorySegment errno) throws IOException {
    if (result < 0) {
      throw new IOException(call + " failed with errno " + (int) Native.ERRNO.get(errno, 0L));
    }
  }

  /** The functions, looked up when the first datagram is sent. */
  @SuppressWarnings("restricted") // The program is started with native access enabled.
  private static final class Native {
    static final MemoryLayout ERRNO_STATE = Linker.Option.captureStateLayout();
    static final VarHandle ERRNO =
        ERRNO_STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    private static final Linker LINKER = Linker.nativeLinker();
    private static final Linker.Option WITH_ERRNO = Linker.Option.captureCallState("errno");
    static final MethodHandle SOCKET =
        function(
            "socket",
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT),
            WITH_ERRNO);
    static final MethodHandle SENDTO =
        function(
            "sendto",
            FunctionDescriptor.of(
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_LONG,
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_INT),
            WITH_ERRNO);
    static final MethodHandle CLOSE =
        function("close", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

    private static MethodHandle function(
        String name, FunctionDescriptor type, Linker.Option... options) {
      return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), type, options);
    }
  }
}
